import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import {
  CredentialsError,
  type CredentialContext,
  type CredentialProvider,
  type Credentials,
} from '../../src/index.js';
import { jobId } from './client.js';
import { json, type Arrival } from './fault-server.js';
import { createTestClock } from './test-clock.js';

export const sk = 'SecretKeyOfTheTests';
export const securityToken = 'SecurityTokenOfTheTests';
/** The time at which test clocks start. */
export const now = Date.parse('2026-01-02T03:04:05Z');
export const running = json(200, { result: true });
export const call = { job_id: jobId };

/** Gives every test of a file an empty home directory and no variables of the Huawei Cloud SDKs. Returns the path of the directory. */
export function useEmptyHome(): () => string {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'credentials-'));
    vi.stubEnv('HOME', home);
    for (const name of Object.keys(process.env)) {
      if (name.startsWith('HUAWEICLOUD_SDK_')) vi.stubEnv(name, undefined);
    }
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });
  return () => home;
}

/** Writes the credentials file of the home directory. */
export function writeCredentials(home: string, text: string): string {
  mkdirSync(join(home, '.huaweicloud'), { recursive: true });
  const path = join(home, '.huaweicloud', 'credentials');
  writeFileSync(path, text);
  return path;
}

export function createContext(options: Partial<CredentialContext> = {}): CredentialContext {
  const { signal } = new AbortController();
  return {
    fetch,
    clock: createTestClock(),
    random: Math.random,
    region: undefined,
    emit: () => {},
    signal,
    ...options,
  };
}

/** Calls a provider as a client does. */
export const provide = (provider: CredentialProvider, options?: Partial<CredentialContext>): Promise<Credentials> =>
  provider(createContext(options));

/** Returns the error that a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.unreachable('the call succeeded'),
    (error: unknown) => error as Error,
  );
}

/** Returns the message of the `CredentialsError` that a promise rejects with. */
export const messageOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await errorOf(promise);
  expect(error).toBeInstanceOf(CredentialsError);
  return error.message;
};

/** Runs on a runtime without built-in modules, such as a browser. */
export async function withoutFiles<T>(run: () => Promise<T>): Promise<T> {
  const property = Object.getOwnPropertyDescriptor(process, 'getBuiltinModule')!;
  Object.defineProperty(process, 'getBuiltinModule', { ...property, value: undefined });
  try {
    return await run();
  } finally {
    Object.defineProperty(process, 'getBuiltinModule', property);
  }
}

/** A temporary access key in the form of IAM and the metadata service. */
export const temporaryKey = (ak = 'TemporaryKey', lifetimeMs = 3_600_000): object => ({
  credential: {
    access: ak,
    secret: sk,
    securitytoken: securityToken,
    expires_at: new Date(now + lifetimeMs).toISOString().replace('Z', '000Z'),
  },
});

/** Returns the access key ID that a request was signed with. */
export const accessKeyOf = ({ headers }: Arrival): string | undefined =>
  /Access=(\w+)/.exec(headers.authorization ?? '')?.[1];

/** A fetch that records URLs and fails. */
export function createDeadFetch(): { fetch: typeof fetch; urls: string[] } {
  const urls: string[] = [];
  return {
    urls,
    fetch: (input) => {
      urls.push(input as string);
      return Promise.reject(new TypeError('fetch failed'));
    },
  };
}
