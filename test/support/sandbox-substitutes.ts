import { createClient, createIamClient, createServiceStageClient, type ClientOptions } from '../../src/index.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import type { Api } from './documented-operations.js';
import type { TestClock } from './test-clock.js';

/** Values to send instead of example values, by the name of the parameter or field, or by the example value if the name is ambiguous. */
export type Substitutes = Readonly<Record<string, unknown>>;

/** Returns the first matching value. */
function pick<T>(values: Iterable<T>, fits: (value: T) => boolean = () => true): T {
  for (const value of values) if (fits(value)) return value;
  throw new Error('The sandbox does not have what the examples need');
}

/** Creates two groups, a running build with finished tests, a deleted task, and a shared file. */
async function prepareBuilds(sandbox: Sandbox<TestClock>, options: ClientOptions): Promise<Substitutes> {
  const { state, clock } = sandbox;
  const { jobIds, projectId: project_id } = sandbox.seed;
  const [job_id = '', secondJobId, thirdJobId, deletedJobId = ''] = Object.values(jobIds);
  const build = createClient(options);

  const addGroup = async (name: string): Promise<unknown> => {
    const { result } = await build.createJobGroup({ project_id, body: { project_id, name } });
    return result?.[0]?.id;
  };
  const group = await addGroup('Examples');
  const otherGroup = await addGroup('More examples');

  const { result: started } = await build.executeJob({ body: { job_id } });
  const build_no = Number(started?.actual_build_number);
  clock.advance(60_000);
  const { result: record } = await build.showJobBuildRecordDetail({ job_id, build_no });
  const { result: reports } = await build.listJunitCoverageSummary({ job_id, build_no });
  const stages = await build.showBuildRecordFullStages({ record_id: record?.build_record_id ?? '', cascade: true });

  await build.deleteTheJob({ job_id: deletedJobId });

  const code = state.tasks.get(job_id)?.code;
  const [endpointId, repositories] = pick(state.gitCodeEndpoints);
  const keystore = pick(state.keystores.values());
  const rights = { usage: true, modify: false, delete: false, setting: false, can_absent: true };
  const { result: permission } = await build.addKeystorePermission({
    body: { keystore_id: keystore.id, user_id: 'b7066bfb50194e36b472a61f088bbf72', user_name: 'somebody', ...rights },
  });

  const custom = pick(state.templates.values(), ({ owner }) => owner !== undefined);
  const official = pick(state.templates.values(), ({ owner }) => owner === undefined);
  return {
    project_id,
    domain_id: state.users[0]?.domainId,

    job_id,
    copy_job_id: job_id,
    '2f211929d0c543feb38824a665ad7fcb': job_id,
    '6a027563492d4d0894eda9ed187d0f5b': secondJobId,
    '436ab57485c94629b60d5c5fb02cb037': secondJobId,
    '34b1146d863044b6ade25d527169330d': thirdJobId,
    c798139500d2456d82d95d108f182b5a: deletedJobId,

    build_no,
    build_number: build_no,
    record_id: record?.build_record_id,
    build_flow_record_id: record?.build_record_id,
    build_project_id: record?.build_project_id,
    'a3270d84-ddc7-4288-b985-f801871b260d': record?.build_project_id,
    root_id: reports?.unit_summary_list?.[0]?.root_id,

    node_id: stages.result?.build_stages?.['stage1']?.node_id,

    endpoint_id: endpointId,
    '4267732': repositories[0]?.id,
    '2111668884': code?.repositoryId,
    'maven-demo': code?.repositoryName,

    group_id: group,
    parent_id: otherGroup,
    source_group_id: group,
    target_group_id: otherGroup,
    '208d38d1138d466c97929bdf6dce4146': group,
    '70e158b6054e442893d7f5a79d34ce61': group,

    keystore_id: keystore.id,
    d755f4db59b94d22b8af12fa57e457ef: keystore.id,
    '1e68199508214389a3eff8302dbe868f': keystore.id,
    'file.xml': keystore.name,
    'android.keystore': keystore.name,
    permission_id: permission,
    '6906c7d43aa711efb818fa163ed0d7fd': permission,

    '2d9031c079624376824fe1e2731615dc': custom.uuid,
    a7cd110ab0a542fdbe21fa9b35c6a482: custom.uuid,
    ca9c83214d6344b9bd26d14ba0b519d9: custom.uuid,
    '5e8d9373809c36e3c7f6f5d1': custom.id,
    '96f24b5675864a37ba1d2b776d86d000': official.uuid,
  };
}

/** Starts a build. */
async function prepareStageBuilds({ state }: Sandbox, options: ClientOptions): Promise<Substitutes> {
  const { id: job_id, spec } = pick(state.serviceStage.jobs.values());
  const { build_id } = await createServiceStageClient(options).runBuildJob({ job_id });
  return { job_id, build_id, test: spec.job_name };
}

/** Creates a token. */
async function prepareIdentity(sandbox: Sandbox, options: ClientOptions): Promise<Substitutes> {
  const { state, credentials } = sandbox;
  const { projectId, projectName, domainName, userName, password } = credentials;
  const user = { name: userName, password, domain: { name: domainName } };
  const { response } = await createIamClient(options)
    .keystoneCreateUserTokenByPassword({
      body: {
        auth: { identity: { methods: ['password'], password: { user } }, scope: { project: { id: projectId } } },
      },
    })
    .withResponse();
  const agency = pick(state.agencies);
  const { id, domainId } = pick(state.users);
  return {
    'X-Auth-Token': response.headers.get('x-subject-token'),
    'cn-north-1': projectName,
    IAMDomain: domainName,
    IAMUser: userName,
    IAMPassword: password,
    '7116d09f88fa41908676fdd4b039e95b': id,
    '123456': sandbox.passcode(),
    d78cbac186b744899480f25bd022f468: domainId,
    IAMAgency: agency.name,
    IAMDomainA: pick(state.domains, (domain) => domain.id === agency.domainId).name,
  };
}

/** Scenario of the first task: the step after the tests never finishes. */
export const scenarios = { 'web-shop': 'timeout:3' };

/**
 * Creates the objects that example calls require, and lists their IDs and names by the example values that they replace. Sends nothing over a
 * socket.
 */
export async function prepareSandbox(sandbox: Sandbox<TestClock>): Promise<Record<Api, Substitutes>> {
  const { clock, fetch } = sandbox;
  const { ak, sk, projectId } = sandbox.credentials;
  const options = { endpoint: 'http://sandbox.localhost', credentials: { ak, sk, projectId }, fetch, clock };
  return {
    'codearts-build': await prepareBuilds(sandbox, options),
    servicestage: await prepareStageBuilds(sandbox, options),
    iam: await prepareIdentity(sandbox, options),
  };
}

/** Returns the value to send instead of an example value. Numbers stay numbers, and digits in a string stay a string. */
export function substitute(substitutes: Substitutes, name: string, example: unknown): unknown {
  const found = Object.hasOwn(substitutes, name) ? substitutes[name] : undefined;
  if (found !== undefined) return typeof example === 'string' && typeof found === 'number' ? String(found) : found;
  if (typeof example === 'string') return Object.hasOwn(substitutes, example) ? substitutes[example] : example;
  if (Array.isArray(example)) return example.map((item: unknown) => substitute(substitutes, '', item));
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(Object.entries(example).map(([key, item]) => [key, substitute(substitutes, key, item)]));
}
