import { createClient, createIamClient } from '../../src/index.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import type { Api } from './documented-operations.js';
import type { TestClock } from './test-clock.js';

/** What to send in place of an example's value, by the name of the parameter or field, or by that value where a name says too little. */
export type Substitutes = Readonly<Record<string, unknown>>;

/**
 * Prepares a sandbox for a call of any operation, and lists what it has in place of the ids and names of the examples.
 *
 * A build of a task is started and is still running, so that it can be watched and stopped. Nothing of this goes over a socket.
 */
export async function prepareSandbox(sandbox: Sandbox<TestClock>): Promise<Record<Api, Substitutes>> {
  const { credentials, state, clock, seed } = sandbox;
  const { ak, sk, projectId, projectName, domainName, userName, password } = credentials;
  const options = { endpoint: 'http://sandbox', credentials: { ak, sk, projectId }, fetch: sandbox.fetch, clock };

  const job_id = seed.jobIds['web-shop']!;
  const build = createClient(options);
  const { result: started } = await build.executeJob({ body: { job_id } });
  clock.advance(10_000);
  const build_no = Number(started?.actual_build_number);
  const { result: record } = await build.showJobBuildRecordDetail({ job_id, build_no });

  const domain = { name: domainName };
  const { response } = await createIamClient(options)
    .keystoneCreateUserTokenByPassword({
      body: {
        auth: {
          identity: { methods: ['password'], password: { user: { name: userName, password, domain } } },
          scope: { project: { id: projectId } },
        },
      },
    })
    .withResponse();

  const [user] = state.users;
  const [agency] = state.agencies;
  return {
    'codearts-build': {
      job_id,
      copy_job_id: job_id,
      job_ids: Object.values(seed.jobIds),
      project_id: seed.projectId,
      build_no,
      build_number: build_no,
      record_id: record?.build_record_id,
      build_project_id: record?.build_project_id,
      domain_id: user?.domainId,
    },
    servicestage: {},
    iam: {
      IAMUser: userName,
      IAMPassword: password,
      IAMDomain: domainName,
      IAMAgency: agency?.name,
      IAMDomainA: state.domains.find(({ id }) => id === agency?.domainId)?.name,
      'cn-north-1': projectName,
      d78cbac186b744899480f25bd022f468: user?.domainId,
      '7116d09f88fa41908676fdd4b039e95b': user?.id,
      '123456': sandbox.passcode(),
      'X-Auth-Token': response.headers.get('x-subject-token'),
    },
  };
}

/** The value to send for an example's. A number stays a number, and digits in a string stay a string. */
export function substitute(substitutes: Substitutes, name: string, example: unknown): unknown {
  const found = Object.hasOwn(substitutes, name) ? substitutes[name] : undefined;
  if (found !== undefined) return typeof example === 'string' && typeof found === 'number' ? String(found) : found;
  if (typeof example === 'string') return Object.hasOwn(substitutes, example) ? substitutes[example] : example;
  if (Array.isArray(example)) return example.map((item: unknown) => substitute(substitutes, '', item));
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(Object.entries(example).map(([key, item]) => [key, substitute(substitutes, key, item)]));
}
