/** Huawei Cloud SDK for Node.js in a separate process. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the SDK is installed. */
export const isSdkInstalled = existsSync(
  join(import.meta.dirname, 'node_modules', '@huaweicloud', 'huaweicloud-sdk-core'),
);

/** A field of a form that is a file. */
export interface SdkFile {
  bytes: Uint8Array;
  /** Omitted if the caller passes bytes only. */
  name?: string;
}

/** Input of the SDK core, as a method of a generated client passes it. */
export interface SdkRequest {
  method: string;
  /** Path with the parameters in braces. */
  url: string;
  contentType: string;
  queryParams: Record<string, unknown>;
  pathParams: Record<string, unknown>;
  headers: Record<string, string>;
  data?: unknown;
  /** Fields of a form, instead of `data`. */
  form?: [name: string, value: string | SdkFile][];
}

/** A call by a new client: of the core, or of the generated IAM client. */
export type SdkCall = {
  /** Endpoint of the service and of IAM. */
  endpoint: string;
  /** Makes the SDK look up the project of the region in IAM. */
  region?: string;
  keys: { ak: string; sk: string; projectId?: string; securityToken?: string };
  /** Options of the client. */
  options?: object;
} & ({ request: SdkRequest } | { iam: string; input: object });

/** Result or error of a call. */
export type SdkOutcome = { result: unknown } | { error: Record<string, unknown> & { name: string; message: string } };

/** A running SDK process. */
export interface Sdk {
  /** Makes one call. Calls run one at a time. */
  call(sdkCall: SdkCall): Promise<SdkOutcome>;
  close(): Promise<void>;
}

/** Starts the SDK process. Its output, which can contain keys, is discarded, and its home folder is removed on close. */
export function startSdk(): Sdk {
  const home = mkdtempSync(join(tmpdir(), 'codearts-build-vendor-sdk-'));
  const child = fork(join(import.meta.dirname, 'sdk-process.ts'), {
    cwd: home,
    env: { ...process.env, HOME: home, USERPROFILE: home },
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exited = once(child, 'exit');
  const failed = exited.then(() => Promise.reject(new Error('The SDK process has exited')));
  failed.catch(() => undefined);
  let last: Promise<unknown> = Promise.resolve();

  const send = async (sdkCall: SdkCall): Promise<SdkOutcome> => {
    const received = once(child, 'message');
    child.send(sdkCall);
    const [outcome] = (await Promise.race([received, failed])) as [SdkOutcome];
    return outcome;
  };
  return {
    call(sdkCall) {
      const outcome = last.then(() => send(sdkCall));
      last = outcome.catch(() => undefined);
      return outcome;
    },
    async close() {
      child.disconnect();
      await exited;
      rmSync(home, { recursive: true });
    },
  };
}
