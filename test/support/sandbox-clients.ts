import { ApiError, createClient, createServiceStageClient, type Call } from '../../src/index.js';
import type { ManualClock, Sandbox, SandboxOptions } from '../../src/sandbox/index.js';
import { createStillSandbox } from './sandbox-requests.js';

export type BuildClient = ReturnType<typeof createClient>;
export type ServiceStageClient = ReturnType<typeof createServiceStageClient>;

export interface Setup {
  sandbox: Sandbox<ManualClock>;
  build: BuildClient;
  stage: ServiceStageClient;
  shop: string;
}

export function createSetup(options: Omit<SandboxOptions, 'clock'> = {}): Setup {
  const sandbox = createStillSandbox(options);
  const { ak, sk, projectId } = sandbox.credentials;
  const { clock } = sandbox;
  const common = {
    endpoint: 'http://sandbox.localhost',
    credentials: { ak, sk, projectId },
    fetch: sandbox.fetch,
    clock,
    maxRetries: 0,
  };
  return {
    sandbox,
    build: createClient(common),
    stage: createServiceStageClient(common),
    shop: sandbox.seed.jobIds['web-shop'] ?? '',
  };
}

/** Status and code of a refusal. */
export async function rejectionOf(call: Call<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`Not rejected: ${String(error)}`);
  return `${String(error.status)} ${error.code}`;
}

/** Starts a build of the task and lets it end. */
export async function buildShop({ build, sandbox, shop }: Setup, scenario = 'success'): Promise<number> {
  const parameter = [{ name: 'sandbox_scenario', value: scenario }];
  const { result } = await build.executeJob({ body: { job_id: shop, parameter } });
  await sandbox.clock.advance(3_700_000);
  return Number(result?.actual_build_number);
}
