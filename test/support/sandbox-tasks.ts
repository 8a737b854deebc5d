import { expect } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { sendSigned } from './sandbox-requests.js';

export const DAY_MS = 86_400_000;

export const UNKNOWN_ID = '0'.repeat(32);

export const shopOf = (sandbox: Sandbox): string => sandbox.seed.jobIds['web-shop']!;

export type Json = Record<string, unknown>;

/** Sends a request that must succeed, and returns the body. */
export async function send(sandbox: Sandbox, method: string, target: string, body?: unknown): Promise<Json> {
  const { status, json, text } = await sendSigned(sandbox, method, target, { body });
  expect([status, text]).toEqual([200, expect.any(String)]);
  return json as Json;
}

/** Does the same for a response with an envelope. */
export const call = async <T = Json>(sandbox: Sandbox, method: string, target: string, body?: unknown): Promise<T> =>
  (await send(sandbox, method, target, body))['result'] as T;

/** Sends a request that must fail, and returns the error. */
export async function sendRejected(sandbox: Sandbox, method: string, target: string, body?: unknown) {
  const { status, json } = await sendSigned(sandbox, method, target, { body });
  const { error_code, error_msg, error } = json as {
    error_code?: string;
    error_msg?: string;
    error?: { code: string; reason: string };
  };
  return { status, code: error_code ?? error?.code, message: error_msg ?? error?.reason };
}

export const parameter = (name: string, value: string, secret = false) => ({
  name: 'hudson.model.StringParameterDefinition',
  params: [
    { name: 'name', value: name },
    { name: 'type', value: 'normalparam' },
    { name: 'defaultValue', value },
    { name: 'sensitiveVar', value: String(secret) },
  ],
});

export const MAVEN = {
  module_id: 'devcloud2018.codeci_action_20043.action',
  name: 'Build with Maven',
  version: null,
  enable: true,
  properties: { command: '# comment\nmvn package -P${profile} -Dkey=${apiKey} -Dno=${BUILDNUMBER} ${unknown}' },
};

export const UPLOAD = { module_id: 'devcloud2018.codeci_action_20018.action', name: 'Upload', enable: true };

export const CODE = { url: 'https://codehub.example.com/a/parts.git', scm_type: 'codehub', branch: 'main' };

export const define = (sandbox: Sandbox, job_name: string, more: Json = {}) => ({
  arch: 'x86-64',
  project_id: sandbox.seed.projectId,
  job_name,
  steps: [MAVEN, UPLOAD],
  ...more,
});

/** Creates a task, and returns its id. */
export const create = async (sandbox: Sandbox, name: string, more?: Json): Promise<string> =>
  (await call<{ job_id: string }>(sandbox, 'POST', '/v1/job/create', define(sandbox, name, more))).job_id;

export interface Listed {
  id: string;
  job_name: string;
  disabled: boolean;
  favorite: boolean;
  last_build_status: string;
}

export const listTasks = async (sandbox: Sandbox, query = ''): Promise<Listed[]> =>
  (
    await call<{ job_list: Listed[] }>(
      sandbox,
      'GET',
      `/v1/job/${sandbox.seed.projectId}/list?page_index=0&page_size=100${query}`,
    )
  ).job_list;

export const namesOf = (tasks: readonly { job_name: string }[]): string[] => tasks.map(({ job_name }) => job_name);

export interface Bin {
  job_list: { job_id: string; job_name: string; delete_time: string }[];
  keep_time: number;
  total: number;
}

export const listBin = (sandbox: Sandbox, query = ''): Promise<Bin> =>
  call<Bin>(sandbox, 'GET', `/v1/job/recycling-jobs?page_no=1&page_size=100${query}`);

export const run = async (sandbox: Sandbox, job_id: string, given: Json[] = []): Promise<number> =>
  Number(
    (await call<{ actual_build_number: string }>(sandbox, 'POST', '/v1/job/execute', { job_id, parameter: given }))
      .actual_build_number,
  );

export const logOf = async (sandbox: Sandbox, taskId: string, number: number): Promise<string> => {
  const { build_record_id } = await call<{ build_record_id: string }>(
    sandbox,
    'GET',
    `/v1/record/${taskId}/${String(number)}/record-info`,
  );
  const { status, text } = await sendSigned(sandbox, 'GET', `/v1/log/${build_record_id}/download-log`);
  expect(status).toBe(200);
  return text;
};
