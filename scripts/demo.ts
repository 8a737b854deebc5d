/** `npm start`: runs `codearts-build run web-shop` on a sandbox of its own. Further arguments are passed on. */
import { main } from '../src/cli/main.js';
import { processIo } from '../src/cli/process-io.js';
import { createSandbox } from '../src/sandbox/index.js';

const sandbox = createSandbox({ clock: { speed: 10 } });
const endpoint = await sandbox.listen();
const { ak, sk, projectId } = sandbox.credentials;
const env = {
  ...process.env,
  HUAWEICLOUD_SDK_AK: ak,
  HUAWEICLOUD_SDK_SK: sk,
  HUAWEICLOUD_SDK_PROJECT_ID: projectId,
  CODEARTS_BUILD_ENDPOINT: endpoint,
  CODEARTS_BUILD_PROJECT: 'demo',
};
console.error(`Sandbox listening on ${endpoint}; clock speed: 10 × real time`);
const argv = process.argv.length > 2 ? process.argv.slice(2) : ['run', 'web-shop', '--branch', 'master'];
process.exitCode = await main(argv, { ...processIo, env, client: { clock: sandbox.clock } });
await sandbox.close();
