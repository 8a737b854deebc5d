/** Build tasks of the sandbox and what belongs to them: configuration, recycle bin, groups, notices and permissions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ManualClock, Sandbox } from '../src/sandbox/index.js';
import { createStillSandbox, sendSigned, textWith } from './support/sandbox-requests.js';

const DAY_MS = 86_400_000;

const UNKNOWN_ID = '0'.repeat(32);

const shopOf = (sandbox: Sandbox): string => sandbox.seed.jobIds['web-shop']!;

type Json = Record<string, unknown>;

/** Sends a request that must succeed, and returns the body. */
async function send(sandbox: Sandbox, method: string, target: string, body?: unknown): Promise<Json> {
  const { status, json, text } = await sendSigned(sandbox, method, target, { body });
  expect([status, text]).toEqual([200, expect.any(String)]);
  return json as Json;
}

/** The same for an answer with an envelope. */
const call = async <T = Json>(sandbox: Sandbox, method: string, target: string, body?: unknown): Promise<T> =>
  (await send(sandbox, method, target, body))['result'] as T;

/** Sends a request that must be refused, and returns what the error says. */
async function refuse(sandbox: Sandbox, method: string, target: string, body?: unknown) {
  const { status, json } = await sendSigned(sandbox, method, target, { body });
  const { error_code, error_msg, error } = json as {
    error_code?: string;
    error_msg?: string;
    error?: { code: string; reason: string };
  };
  return { status, code: error_code ?? error?.code, message: error_msg ?? error?.reason };
}

const parameter = (name: string, value: string, secret = false) => ({
  name: 'hudson.model.StringParameterDefinition',
  params: [
    { name: 'name', value: name },
    { name: 'type', value: 'normalparam' },
    { name: 'defaultValue', value },
    { name: 'sensitiveVar', value: String(secret) },
  ],
});

const MAVEN = {
  module_id: 'devcloud2018.codeci_action_20043.action',
  name: 'Build with Maven',
  version: null,
  enable: true,
  properties: { command: '# comment\nmvn package -P${profile} -Dkey=${apiKey} -Dno=${BUILDNUMBER} ${unknown}' },
};

const UPLOAD = { module_id: 'devcloud2018.codeci_action_20018.action', name: 'Upload', enable: true };

const CODE = { url: 'https://codehub.example.com/a/parts.git', scm_type: 'codehub', branch: 'main' };

const define = (sandbox: Sandbox, job_name: string, more: Json = {}) => ({
  arch: 'x86-64',
  project_id: sandbox.seed.projectId,
  job_name,
  steps: [MAVEN, UPLOAD],
  ...more,
});

/** Creates a task, and returns its id. */
const create = async (sandbox: Sandbox, name: string, more?: Json): Promise<string> =>
  (await call<{ job_id: string }>(sandbox, 'POST', '/v1/job/create', define(sandbox, name, more))).job_id;

interface Listed {
  id: string;
  job_name: string;
  disabled: boolean;
  favorite: boolean;
  last_build_status: string;
}

const listTasks = async (sandbox: Sandbox, query = ''): Promise<Listed[]> =>
  (
    await call<{ job_list: Listed[] }>(
      sandbox,
      'GET',
      `/v1/job/${sandbox.seed.projectId}/list?page_index=0&page_size=100${query}`,
    )
  ).job_list;

const namesOf = (tasks: readonly { job_name: string }[]): string[] => tasks.map(({ job_name }) => job_name);

interface Bin {
  job_list: { job_id: string; job_name: string; delete_time: string }[];
  keep_time: number;
  total: number;
}

const listBin = (sandbox: Sandbox, query = ''): Promise<Bin> =>
  call<Bin>(sandbox, 'GET', `/v1/job/recycling-jobs?page_no=1&page_size=100${query}`);

const run = async (sandbox: Sandbox, job_id: string, given: Json[] = []): Promise<number> =>
  Number(
    (
      await call<{ actual_build_number: string }>(sandbox, 'POST', '/v1/job/execute', { job_id, parameter: given })
    ).actual_build_number,
  );

