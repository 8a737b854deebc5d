/** The builds of a client. What starts and follows them is loaded with the first one. */
import { readHandle, type BuildHandle } from './builds/build-handle.js';
import type { BuildApi, BuildRun, StartBuildOptions } from './builds/build-run.js';
import type { StartBuildInput } from './builds/generation.js';

const load = (): Promise<typeof import('./builds/build-run.js')> => import('./builds/build-run.js');

/** Starts a build. */
export async function startBuild(
  host: BuildApi,
  input: StartBuildInput,
  options?: StartBuildOptions,
): Promise<BuildRun> {
  return (await load()).startBuild(host, input, options);
}

/** Takes up a build that was started before. It is there at once, and loads what it needs when it is asked for something. */
export function attachBuild(host: BuildApi, handle: BuildHandle): BuildRun {
  const whole = readHandle(handle);
  let run: BuildRun | undefined;
  const attach = async (): Promise<BuildRun> => {
    const { createRun } = await load();
    return (run ??= createRun(host, whole));
  };
  return {
    jobId: whole.jobId,
    buildNo: whole.buildNo,
    wait: async (options) => (await attach()).wait(options),
    async *log(options) {
      yield* (await attach()).log(options);
    },
    async *parsedLog(options) {
      yield* (await attach()).parsedLog(options);
    },
    stop: async (options) => (await attach()).stop(options),
    outputs: async (options) => (await attach()).outputs(options),
    steps: async (options) => (await attach()).steps(options),
    toJSON: () => run?.toJSON() ?? whole,
  };
}
