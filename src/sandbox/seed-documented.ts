/** Initial data that the example requests of the documents name, so that each of them succeeds as it is. */
import { listDocumentedRequests, type DocumentedRequest } from './documented-requests.js';
import { startBuild } from './engine.js';
import { createKeystore } from './keystore.js';
import type { Language } from './language.js';
import { addProject, addUser } from './members.js';
import { moveToBin } from './recycle-bin.js';
import { unique } from './repository.js';
import { parseScenario } from './scenario.js';
import { codeOf, planMavenSteps, seedIdentity, type SandboxCredentials, type SeedData } from './seed.js';
import { seedEmptyServices, STAGE_SPEC } from './seed-services.js';
import { addStageJob, startStageBuild } from './stage-job.js';
import { buildsOf, type State } from './state.js';
import type { Task } from './task.js';
import { addCustomTemplate, CODE_BRANCH } from './template.js';
import { TOKEN_LIFETIME_MS } from './tokens.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Password of the users that examples name without one. */
const PASSWORD = 'sandbox-password';

/** Tags of the operations whose IDs depend on the tag. */
const RECYCLE_BIN = 'Recycle bin';
const TASK_GROUPS = 'Task groups';
const FILES = 'Files';
const TEMPLATES = 'Templates';
const CODE_REPOSITORIES = 'Code repositories';

type Requests = readonly DocumentedRequest[];

/** Returns the values of some names in requests, each once. */
const valuesOf = (requests: Requests, ...names: string[]): string[] =>
  unique(requests.flatMap((request) => names.flatMap((name) => request.values(name))));

const taskIds = (request: DocumentedRequest): string[] => valuesOf([request], 'job_id', 'copy_job_id', 'job_ids');

/** Adds the account, the user, the agency and the token of the examples of IAM. */
function seedDocumentedIdentity(state: State, requests: Requests, now: number, language: Language): SandboxCredentials {
  const iam = requests.filter(({ api }) => api === 'iam');
  const build = requests.filter(({ api }) => api === 'codearts-build');
  /** Returns the first value of a field in the requests that have another field too. */
  const first = (name: string, beside = name): string =>
    valuesOf(
      iam.filter((request) => request.value(beside) !== undefined),
      name,
    )[0] ?? '';
  const [domainId, partnerId] = unique(valuesOf(build, 'domain_id', 'domain_ids').flatMap((ids) => ids.split(',')));
  // The names in a request with a password are those of the account, of the user and of the region, in this order.
  const [domainName = '', userName = '', region = ''] = valuesOf(
    iam.filter((request) => request.value('password') !== undefined),
    'name',
  );
  const credentials = seedIdentity(state, language, {
    domain: { id: domainId, name: domainName },
    user: { id: first('id', 'passcode'), name: userName, password: first('password') },
    region,
    partner: { id: partnerId, name: first('domain_name', 'agency_name') },
    agency: first('agency_name'),
  });
  const user = state.users[0]!;
  for (const value of valuesOf(iam, 'X-Auth-Token')) {
    state.tokens.set(value, {
      ...{ value, userId: user.id, domainId: user.domainId, projectId: credentials.projectId },
      ...{ methods: ['password'], issuedAt: now, expiresAt: now + TOKEN_LIFETIME_MS },
    });
  }
  return credentials;
}

/** Adds the projects. */
function seedProjects(state: State, requests: Requests): void {
  for (const [index, id] of valuesOf(requests, 'project_id').entries())
    addProject(state, `example-${String(index + 1)}`, id);
}

/** Adds the tasks, without builds. The first project that an example names with a task has it. */
function seedTasks(state: State, requests: Requests, now: number): Record<string, string> {
  const { random } = state;
  const [firstProject = ''] = state.projects.keys();
  const [repository = ''] = valuesOf(requests, 'repository_name');
  const [repositoryId] = valuesOf(
    requests.filter(({ tag, value }) => tag === CODE_REPOSITORIES && value('scm_type')),
    'repo_id',
  );
  const buildProjectIds = valuesOf(requests, 'build_project_id', 'body');
  const jobIds: Record<string, string> = {};
  for (const [index, id] of unique(requests.flatMap(taskIds)).entries()) {
    const project = requests.find((request) => taskIds(request).includes(id) && request.value('project_id'));
    const task: Task = {
      id,
      projectId: project?.value('project_id') ?? firstProject,
      buildProjectId: buildProjectIds[index] ?? random.uuid(),
      name: `example-${String(index + 1)}`,
      creatorId: state.users[0]!.id,
      createdAt: now - 30 * 24 * HOUR,
      updatedAt: now - 30 * 24 * HOUR,
      disabled: false,
      favoriteOf: [],
      code: codeOf(random, repository, repositoryId),
      steps: planMavenSteps(state.domains[0]!.language),
      parameters: [{ name: 'codeBranch', value: 'master', secret: false }],
      timeLimitMs: HOUR,
      scenario: { kind: 'success' },
    };
    state.tasks.set(id, task);
    jobIds[task.name] = id;
  }
  return jobIds;
}

/** Adds as many builds to each task as its examples name. The last one still runs, since examples read its log and stop it. */
function seedBuilds(state: State, requests: Requests, now: number): void {
  const { id: userId } = state.users[0]!;
  const recordIds = valuesOf(requests, 'record_id', 'build_flow_record_id');
  for (const task of state.tasks.values()) {
    const numbers = valuesOf(
      requests.filter((request) => taskIds(request).includes(task.id)),
      'build_no',
      'build_number',
    );
    const last = Math.max(1, ...numbers.map(Number));
    for (let number = 1; number < last; number += 1)
      startBuild(state, task, { now: now - (last - number) * HOUR, userId });
    const scenario = parseScenario(`timeout:${String(task.steps.length)}`);
    startBuild(state, task, { now: now - MINUTE, userId, scenario, recordId: recordIds.shift() });
  }
  for (const request of requests) {
    const build = buildsOf(state, request.value('job_id') ?? '')[Number(request.value('build_no')) - 1];
    for (const rootId of request.values('root_id')) {
      const files = { 'index.html': '<!doctype html>\n<title>Coverage</title>\n<p>88 % of the lines.\n' };
      build?.reports.push({ kind: 'coverage', percent: 88, files, rootId, stage: 'stage2', uploadedAt: now - MINUTE });
    }
  }
}

/** Adds the groups, all of them at the root of their project. An `id` is a group in operations on groups. */
function seedGroups(state: State, requests: Requests, now: number): void {
  const { id: creatorId, domainId } = state.users[0]!;
  const { groups } = state.taskMetadata;
  for (const request of requests) {
    const projectId = request.value('project_id') ?? '';
    const names = ['group_id', 'parent_id', 'source_group_id', 'target_group_id'];
    for (const id of valuesOf([request], ...names, ...(request.tag === TASK_GROUPS ? ['id'] : []))) {
      groups.set(id, {
        ...{ id, projectId, name: `Group ${String(groups.size + 1)}`, parentId: undefined, ordinal: groups.size },
        ...{ domainId, creatorId, createdAt: now - HOUR, updaterId: undefined, changedAt: undefined },
      });
    }
  }
}

/** Adds the files and their permissions. An `id` beside a `keystore_id` is a permission. */
function seedFiles(state: State, requests: Requests, now: number): void {
  const { id: userId, name: userName, domainId } = state.users[0]!;
  const bytes = new TextEncoder().encode('An example\n');
  const addFile = (id: string | undefined, name: string | undefined): void => {
    const known = id === undefined ? undefined : state.keystores.get(id);
    const draft = { name: name ?? `example-${String(state.keystores.size + 1)}.xml`, description: '', bytes };
    const file = known ?? createKeystore(state.random, draft, { userId, userName, domainId }, now - HOUR);
    if (id !== undefined) file.id = id;
    state.keystores.set(file.id, file);
  };
  for (const request of requests) {
    const [file] = request.values('keystore_id');
    const [id] = file === undefined ? request.values('id') : [file];
    const [name] = valuesOf([request], 'name', 'file_name');
    if (id !== undefined || name !== undefined) addFile(id, name);
    const [user] = request.values('user_id');
    if (user !== undefined && !state.users.some((known) => known.id === user)) {
      const [memberName = ''] = request.values('user_name');
      addUser(state, { id: user, name: memberName, domainId, password: PASSWORD });
    }
  }
  const [first] = state.keystores.values();
  for (const request of requests) {
    const file = state.keystores.get(request.value('keystore_id') ?? '') ?? first;
    const ids = [...request.values('permission_id'), ...(request.value('keystore_id') ? request.values('id') : [])];
    for (const id of ids) {
      const member = addUser(state, { name: `member-${String(state.users.length)}`, domainId, password: PASSWORD });
      file?.permissions.push({
        ...{ id, userId: member.id, userName: member.name, isCreator: false, canAbsent: true },
        ...{ usage: true, modify: false, delete: false, setting: false },
      });
    }
  }
}

/** Adds the templates. Official ones are in paths with that word. */
function seedTemplates(state: State, requests: Requests, now: number): void {
  const { id: userId, domainId } = state.users[0]!;
  const official = [...state.templates.values()];
  const addCustom = (ids: { uuid?: string; id?: string }): void => {
    const name = `example-${String(state.templates.size + 1)}`;
    const draft = { name, template: { steps: [] }, parameters: [CODE_BRANCH] };
    addCustomTemplate(state, draft, { userId, domainId, createdAt: now - HOUR }, ids);
  };
  for (const uuid of valuesOf(
    requests.filter(({ path }) => path.includes('/official/')),
    'uuid',
  )) {
    const template = official.shift()!;
    state.templates.delete(template.uuid);
    state.templates.set(uuid, { ...template, uuid });
  }
  for (const uuid of valuesOf(requests, 'uuid')) if (!state.templates.has(uuid)) addCustom({ uuid });
  for (const id of valuesOf(requests, 'template_id')) {
    if (![...state.templates.values()].some((template) => template.id === id)) addCustom({ id });
  }
}

/** Adds the service endpoints with repositories on GitCode. */
function seedEndpoints(state: State, requests: Requests, now: number): void {
  const { name: author } = state.users[0]!;
  for (const endpointId of valuesOf(requests, 'endpoint_id')) {
    const own = requests.filter((request) => request.value('endpoint_id') === endpointId);
    const commit = { id: state.random.hex(40), message: 'Start main', author, createdAt: now - HOUR };
    const repositories = valuesOf(own, 'ids', 'repo_id').map((id) => ({
      id: Number(id),
      name: `Build-${id}`,
      branches: [{ name: 'main', commit }],
    }));
    state.gitCodeEndpoints.set(endpointId, repositories);
  }
}

/** Adds the build jobs of ServiceStage and their running builds. */
function seedStageJobs(state: State, requests: Requests, now: number): void {
  const { id: userId } = state.users[0]!;
  // The name that examples send with the ID of a job is the name of the job.
  const [name = ''] = valuesOf(
    requests.filter((request) => request.value('job_id')),
    'name',
  );
  const spec = { ...STAGE_SPEC, job_name: name };
  const buildIds = valuesOf(requests, 'build_id');
  for (const id of valuesOf(requests, 'job_id')) {
    const job = addStageJob(state, spec, userId, now - HOUR, id);
    const scenario = parseScenario('timeout:4');
    for (const buildId of buildIds.splice(0))
      startStageBuild(state, job, { now: now - MINUTE, userId, scenario, id: buildId });
  }
}

/** Adds everything that the example requests name. */
export function seedDocumented(
  state: State,
  now: number,
  language: Language,
): { credentials: SandboxCredentials; seed: SeedData } {
  const requests = listDocumentedRequests();
  const build = requests.filter(({ api }) => api === 'codearts-build');
  const tagged = (tag: string): Requests => build.filter((request) => request.tag === tag);
  const credentials = seedDocumentedIdentity(state, requests, now, language);
  seedEmptyServices(state);
  seedProjects(state, build);
  const jobIds = seedTasks(state, build, now);
  seedBuilds(state, build, now);
  for (const id of tagged(RECYCLE_BIN).flatMap(taskIds)) {
    const task = state.tasks.get(id);
    if (task) moveToBin(state, task, now - MINUTE);
  }
  seedGroups(state, build, now);
  seedFiles(state, tagged(FILES), now);
  seedTemplates(state, tagged(TEMPLATES), now);
  seedEndpoints(state, build, now);
  seedStageJobs(
    state,
    requests.filter(({ api }) => api === 'servicestage'),
    now,
  );
  return { credentials, seed: { projectId: [...state.projects.keys()][0] ?? '', jobIds } };
}
