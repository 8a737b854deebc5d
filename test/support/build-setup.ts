/** Builds of a sandbox, with the requests that a client sends for them. */
import { onTestFinished } from 'vitest';
import { createClient, type ApiVersion, type BuildRun, type CodeArtsBuildClient } from '../../src/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { realism } from './realism.js';

/** Returns another response than that of the sandbox, which `send` requests; undefined for that of the sandbox. */
type Interference = (
  url: URL,
  sandbox: Sandbox,
  send: () => Promise<Response>,
) => Response | undefined | Promise<Response | undefined>;

export function createBuildSetup(interfere: Interference = () => undefined) {
  const sandbox = createSandbox({ clock: 'manual', autoAdvance: true, realism });
  onTestFinished(() => sandbox.close());
  const requests: string[] = [];
  const queries: string[] = [];
  const { ak, sk, projectId } = sandbox.credentials;
  const build: CodeArtsBuildClient = createClient({
    endpoint: 'http://sandbox.localhost',
    credentials: { ak, sk, projectId },
    clock: sandbox.clock,
    random: () => 0.5,
    fetch: async (input, init) => {
      const url = new URL(input as string);
      requests.push(url.pathname.split('/').pop()!);
      queries.push(url.search);
      const send = (): Promise<Response> => sandbox.fetch(input, init);
      return (await interfere(url, sandbox, send)) ?? send();
    },
  });
  const startWith = (apiVersion: ApiVersion, task: string, ...scenarios: string[]): Promise<BuildRun[]> =>
    Promise.all(
      scenarios.map((sandbox_scenario) =>
        build.startBuild({ jobId: sandbox.seed.jobIds[task]!, params: { sandbox_scenario } }, { apiVersion }),
      ),
    );
  const start = (task: string, ...scenarios: string[]): Promise<BuildRun[]> => startWith('v1', task, ...scenarios);
  return { sandbox, build, start, startWith, requests, queries };
}
