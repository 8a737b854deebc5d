/** The vendor's SDK for Node, in a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether it is installed. */
export const isSdkInstalled = existsSync(
  join(import.meta.dirname, 'node_modules', '@huaweicloud', 'huaweicloud-sdk-core'),
);

/** A field of a form that is a file. */
export interface SdkFile {
  bytes: Uint8Array;
  /** Left out where the caller gives bytes only. */
  name?: string;
}

/** What a method of a generated client hands to the SDK's core. */
export interface SdkRequest {
  method: string;
  /** Path with the parameters in braces. */
  url: string;
  contentType: string;
  queryParams: Record<string, unknown>;
  pathParams: Record<string, unknown>;
  headers: Record<string, string>;
  data?: unknown;
  /** Fields of a form, which takes the place of `data`. */
  form?: [name: string, value: string | SdkFile][];
}

/** A call by a client of its own: of the core, or of the generated client for IAM. */
export type SdkCall = {
  /** Of the service, and of IAM. */
  endpoint: string;
  /** Makes the SDK ask IAM for the project of the region. */
  region?: string;
  keys: { ak: string; sk: string; projectId?: string; securityToken?: string };
  /** Options of the client. */
  options?: object;
} & ({ request: SdkRequest } | { iam: string; input: object });

/** What became of a call. */
export type SdkAnswer = { result: unknown } | { error: Record<string, unknown> & { name: string; message: string } };

/** The SDK at work. */
export interface Sdk {
  /** Makes one call; the next one waits for it. */
  call(wanted: SdkCall): Promise<SdkAnswer>;
  close(): Promise<void>;
}

/** Starts it. What it prints, keys among it, goes nowhere, and the home folder that it writes into is removed in the end. */
export function startSdk(): Sdk {
  const home = mkdtempSync(join(tmpdir(), 'codearts-build-vendor-sdk-'));
  const child = fork(join(import.meta.dirname, 'sdk-process.ts'), {
    cwd: home,
    env: { ...process.env, HOME: home, USERPROFILE: home },
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ended = once(child, 'exit');
  const gone = ended.then(() => Promise.reject(new Error('The process of the SDK has ended')));
  gone.catch(() => undefined);
  let last: Promise<unknown> = Promise.resolve();

  const send = async (wanted: SdkCall): Promise<SdkAnswer> => {
    const answered = once(child, 'message');
    child.send(wanted);
    const [answer] = (await Promise.race([answered, gone])) as [SdkAnswer];
    return answer;
  };
  return {
    call(wanted) {
      const answered = last.then(() => send(wanted));
      last = answered.catch(() => undefined);
      return answered;
    },
    async close() {
      child.disconnect();
      await ended;
      rmSync(home, { recursive: true });
    },
  };
}
