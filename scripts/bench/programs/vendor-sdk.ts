/** A start, a wait for a build that has finished, and a page of tasks: with the client, and with the Huawei Cloud SDK. */
import { createRequire } from 'node:module';
import { createClient } from 'codearts-build';
import { readInput, report } from '../program.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface VendorSdkInput {
  action: 'start' | 'wait' | 'list';
  /** URL of a server with the response to the action. */
  url: string;
  /** Folder with the SDK in its `node_modules`. */
  sdkFolder: string;
  rounds: number;
  /** Calls per round. */
  repeats: number;
}

/** Microseconds per call, per round. */
export interface VendorSdkReport {
  client: number[];
  sdk: number[];
}

/** The used parts of the SDK. */
interface Credentials {
  withAk(ak: string): Credentials;
  withSk(sk: string): Credentials;
  withProjectId(id: string): Credentials;
}
interface HcClient {
  sendRequest(options: object): Promise<unknown>;
}
interface Builder {
  withCredential(credentials: Credentials): Builder;
  withEndpoint(endpoint: string): Builder;
  build(): HcClient;
}

const { action, url, sdkFolder, rounds, repeats } = readInput() as VendorSdkInput;
const require = createRequire(`${sdkFolder}/`);
const { BasicCredentials } = require('@huaweicloud/huaweicloud-sdk-core') as {
  BasicCredentials: new () => Credentials;
};
const { ClientBuilder } = require('@huaweicloud/huaweicloud-sdk-core/ClientBuilder') as {
  ClientBuilder: new (init: (client: HcClient) => HcClient) => Builder;
};

const [jobId, project_id] = ['48c66c6002964721be537cdc6ce0297b', '08d5a9564a704afda6039ae2babbef3c'];
const keys = { ak: 'QTWAOYTTINDUT2QVKYUC', sk: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const build = createClient({ endpoint: url, credentials: { ...keys, projectId: project_id } });
const sdk = new ClientBuilder((client) => client)
  .withCredential(new BasicCredentials().withAk(keys.ak).withSk(keys.sk).withProjectId(project_id))
  .withEndpoint(url)
  .build();

const request = (method: string, path: string, more: object): Promise<unknown> =>
  sdk.sendRequest({
    ...{ method, url: path, contentType: 'application/json', queryParams: {}, pathParams: {}, headers: {} },
    ...{ responseHeaders: [''], ...more },
  });

const query = { page_index: 0, page_size: 10 };
const actions: Readonly<Record<VendorSdkInput['action'], VariantCalls>> = {
  start: {
    client: () => build.startBuild({ jobId }),
    sdk: () => request('POST', '/v1/job/execute', { data: { job_id: jobId } }),
  },
  wait: {
    client: () => build.attachBuild({ jobId, buildNo: 7, apiVersion: 'v1' }).wait(),
    sdk: () =>
      request('GET', '/v1/record/{job_id}/{build_no}/record-info', { pathParams: { job_id: jobId, build_no: 7 } }),
  },
  list: {
    client: () => build.listProjectJobs({ project_id, ...query }).then(),
    sdk: () => request('GET', '/v1/job/{project_id}/list', { pathParams: { project_id }, queryParams: query }),
  },
};

interface VariantCalls {
  client: () => Promise<unknown>;
  sdk: () => Promise<unknown>;
}

/** Returns the microseconds per call of a round. */
async function perCall(call: () => Promise<unknown>): Promise<number> {
  const all = await timeMs(async () => {
    for (let count = 0; count < repeats; count += 1) await call();
  });
  return (all * 1_000) / repeats;
}

const { client, sdk: ofSdk } = actions[action];
const variants = { client: () => perCall(client), sdk: () => perCall(ofSdk) };
await measureInTurn(variants, 20);
report(await measureInTurn(variants, rounds));
