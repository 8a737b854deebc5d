/** Initial data of a sandbox. */
import { plannedEnd, startBuild } from './engine.js';
import { stepName, type Language } from './language.js';
import { addProject, addKey, addUser } from './members.js';
import type { Random } from './random.js';
import { parseScenario, type Scenario } from './scenario.js';
import { seedDemoServices, seedEmptyServices } from './seed-services.js';
import { domainOf, type State } from './state.js';
import type { CodeSource, StepPlan, Task } from './task.js';

/** Credentials of a user, for the options of a client. */
export interface SandboxCredentials {
  ak: string;
  sk: string;
  /** IAM project, for `X-Project-Id` and the scope of tokens. */
  projectId: string;
  /** Name of that project, which is the name of the region. */
  projectName: string;
  domainName: string;
  userName: string;
  password: string;
}

/** IDs of the initial data. */
export interface SeedData {
  /** The CodeArts project. */
  projectId: string;
  /** Task IDs by task name. */
  jobIds: Readonly<Record<string, string>>;
}

/** Names of the seeds. */
export const SEED_NAMES = ['demo', 'empty'] as const;

/** Name of a seed. */
export type SeedName = (typeof SEED_NAMES)[number];

const REGION = 'cn-north-4';

/** Adds an account with a user, an access key and a project in each of two regions, and an agency of a second account. */
export function seedIdentity(state: State, language: Language): SandboxCredentials {
  const { random } = state;
  const domain = { id: random.hex(), name: 'sandbox', internalAccess: true, language };
  const partner = { id: random.hex(), name: 'sandbox-partner', internalAccess: false, language };
  state.domains.push(domain, partner);
  const user = addUser(state, { name: 'builder', domainId: domain.id, password: 'sandbox-password' });
  const project = { id: random.hex(), name: REGION, domainId: domain.id };
  state.iamProjects.push(
    project,
    { id: random.hex(), name: 'eu-west-101', domainId: domain.id },
    { id: random.hex(), name: REGION, domainId: partner.id },
  );
  state.agencies.push({
    id: random.hex(),
    name: 'build-agency',
    domainId: partner.id,
    trustedDomainId: domain.id,
  });
  const key = addKey(state, user);
  return {
    ak: key.ak,
    sk: key.sk,
    projectId: project.id,
    projectName: project.name,
    domainName: domain.name,
    userName: user.name,
    password: user.password,
  };
}

const SECOND = 1_000;
const HOUR = 3_600_000;

/** Duration of a step by module. */
const SECONDS: Readonly<Record<string, number>> = {
  checkout: 4,
  external_maven: 18,
  external_npm: 12,
  external_docker: 25,
  external_upload: 5,
};

const planStep = (language: Language, module: string): StepPlan => ({
  name: stepName(language, module),
  module,
  durationMs: (SECONDS[module] ?? 8) * SECOND,
});

interface TaskDraft {
  name: string;
  repository: string;
  /** Modules of its steps. */
  steps: string[];
  /** Results of its past builds, oldest first. */
  past: string;
  disabled?: boolean;
  parameters?: Task['parameters'];
}

/** One letter per build: `s` success, `f` failure, `a` aborted, `t` timeout. */
const PAST: Readonly<Record<string, Scenario>> = {
  s: parseScenario('success'),
  a: parseScenario('success'),
  f: parseScenario('fail:2'),
  t: parseScenario('timeout:2'),
};

const DRAFTS: readonly TaskDraft[] = [
  {
    name: 'web-shop',
    repository: 'web-shop',
    steps: ['checkout', 'external_maven', 'external_upload'],
    past: 'ssfsssas',
    parameters: [
      { name: 'codeBranch', value: 'master', secret: false },
      { name: 'releaseKey', value: 'not-for-the-log', secret: true },
    ],
  },
  {
    name: 'web-frontend',
    repository: 'web-frontend',
    steps: ['checkout', 'external_npm', 'external_upload'],
    past: 'sffs',
  },
  {
    name: 'base-image',
    repository: 'images',
    steps: ['checkout', 'external_docker'],
    past: 'st',
  },
  { name: 'old-reports', repository: 'reports', steps: ['checkout', 'external_upload'], past: '', disabled: true },
];

function codeOf(random: Random, repository: string): CodeSource {
  const repositoryId = random.text(10, '123456789');
  return {
    repositoryId,
    repositoryName: repository,
    branch: 'master',
    url: `https://codehub.example.com/sandbox/${repository}.git`,
    webUrl: `https://devcloud.example.com/codehub/${repositoryId}/home`,
    type: 'codehub',
  };
}

/** Adds a project with four tasks and their builds of the previous days. */
export function seedDemo(state: State, now: number): SeedData {
  const { random } = state;
  const project = addProject(state, 'demo');
  const user = state.users[0]!;
  const { language } = domainOf(state, user.domainId);
  const jobIds: Record<string, string> = {};
  const past: { task: Task; at: number; letter: string }[] = [];
  for (const draft of DRAFTS) {
    const task: Task = {
      id: random.hex(),
      projectId: project.id,
      buildProjectId: random.uuid(),
      name: draft.name,
      creatorId: user.id,
      createdAt: now - 30 * 24 * HOUR,
      updatedAt: now - 30 * 24 * HOUR,
      disabled: draft.disabled ?? false,
      favoriteOf: draft.name === 'web-shop' ? [user.id] : [],
      code: codeOf(random, draft.repository),
      steps: draft.steps.map((module) => planStep(language, module)),
      parameters: draft.parameters ?? [{ name: 'codeBranch', value: 'master', secret: false }],
      timeLimitMs: HOUR,
      scenario: { kind: 'success' },
    };
    state.tasks.set(task.id, task);
    jobIds[task.name] = task.id;
    const letters = [...draft.past];
    for (const [index, letter] of letters.entries()) {
      past.push({ task, letter, at: now - (letters.length - index) * 7 * HOUR });
    }
  }
  past.sort((a, b) => a.at - b.at);
  for (const { task, letter, at } of past) {
    const build = startBuild(state, task, { now: at, userId: user.id, scenario: PAST[letter] });
    if (letter === 'a') build.stoppedAt = Math.floor((at + plannedEnd(build)) / 2);
  }
  seedDemoServices(state, now);
  return { projectId: project.id, jobIds };
}

/** Adds a project without tasks. */
export function seedEmpty(state: State): SeedData {
  const project = addProject(state, 'empty');
  seedEmptyServices(state);
  return { projectId: project.id, jobIds: {} };
}
