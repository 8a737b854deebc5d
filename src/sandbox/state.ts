/** Everything that the sandbox remembers, as plain data, and how it is found again. */
import type { ImageTemplate } from './image-template.js';
import type { Keystore } from './keystore.js';
import type { Random } from './random.js';
import type { StageState } from './stage-state.js';
import { createTaskMetadata, type TaskMetadata } from './task-metadata.js';
import type { Build, Task } from './task.js';
import type { Template } from './template.js';

/** An account. */
export interface Domain {
  id: string;
  name: string;
  /** Whether secure access over the internal network is switched on. */
  internalAccess: boolean;
}

/** A user of an account. */
export interface User {
  id: string;
  name: string;
  domainId: string;
  password: string;
  /** Key of the user's second factor, from which six digits are made every 30 seconds. */
  totpKey: string;
}

/** An IAM project: one for each region of an account. Not a CodeArts project. */
export interface IamProject {
  id: string;
  name: string;
  domainId: string;
}

/** What an account lets another account do in its place. */
export interface Agency {
  id: string;
  name: string;
  domainId: string;
  trustedDomainId: string;
}

/** A pair of keys, for signatures. */
export interface AccessKey {
  ak: string;
  sk: string;
  userId: string;
  /** The account whose resources are used: another than the user's own where an agency was assumed. */
  domainId: string;
  /** A temporary key has a token that is sent with it, and an end. */
  securityToken?: string;
  expiresAt?: number;
}

/** A token that was issued, with what it stands for. */
export interface IssuedToken {
  value: string;
  userId: string;
  /** The account whose resources are used: another than the user's own where an agency was assumed. */
  domainId: string;
  projectId?: string;
  agencyId?: string;
  methods: string[];
  issuedAt: number;
  expiresAt: number;
}

/** A CodeArts project. */
export interface Project {
  id: string;
  name: string;
  creatorId: string;
  /** The numbers of the roles of each user who takes part in it, by his id. */
  members: Map<string, number[]>;
}

/** A private repository that the builds of a project fetch dependencies from, registered in the console. */
export interface DependencyRepository {
  id: string;
  projectId: string;
  name: string;
  url: string;
  creatorId: string;
}

/** All that the sandbox remembers. */
export interface State {
  readonly domains: Domain[];
  readonly users: User[];
  readonly iamProjects: IamProject[];
  readonly agencies: Agency[];
  readonly accessKeys: Map<string, AccessKey>;
  readonly tokens: Map<string, IssuedToken>;
  readonly projects: Map<string, Project>;
  readonly tasks: Map<string, Task>;
  /** The builds of each task, the first one first: build `n` stands at `n - 1`. */
  readonly builds: Map<string, Build[]>;
  /** The same builds by their record id. */
  readonly records: Map<string, Build>;
  /** How many builds were started on a day, by `taskId yyyyMMdd`. */
  readonly dailyCounts: Map<string, number>;
  /** What belongs to tasks and is not part of them. */
  readonly taskMetadata: TaskMetadata;
  readonly keystores: Map<string, Keystore>;
  /** The vendor's templates and those of the accounts, by uuid. */
  readonly templates: Map<string, Template>;
  /** Which templates tasks were made from, in the order of the notes. */
  readonly templateUses: { jobId: string; templateId: string; at: number }[];
  readonly imageTemplates: ImageTemplate[];
  readonly dependencyRepositories: DependencyRepository[];
  readonly serviceStage: StageState;
  readonly random: Random;
}

/** Creates a state without anything in it. */
export const createState = (random: Random): State => ({
  domains: [],
  users: [],
  iamProjects: [],
  agencies: [],
  accessKeys: new Map(),
  tokens: new Map(),
  projects: new Map(),
  tasks: new Map(),
  builds: new Map(),
  records: new Map(),
  dailyCounts: new Map(),
  taskMetadata: createTaskMetadata(),
  keystores: new Map(),
  templates: new Map(),
  templateUses: [],
  imageTemplates: [],
  dependencyRepositories: [],
  serviceStage: { jobs: new Map(), builds: new Map() },
  random,
});

/** The builds of a task, the first one first. */
export const buildsOf = (state: State, taskId: string): readonly Build[] => state.builds.get(taskId) ?? [];

/** Adds a build to its task. Its number must be the next one. */
export function addBuild(state: State, build: Build): void {
  const builds = state.builds.get(build.taskId) ?? [];
  state.builds.set(build.taskId, builds);
  if (build.number !== builds.length + 1) throw new Error(`Build ${String(build.number)} is not the next one`);
  builds.push(build);
  state.records.set(build.recordId, build);
}

/** A user by id. @throws Error where there is none: users are never removed. */
export function userOf(state: State, id: string): User {
  const user = state.users.find((candidate) => candidate.id === id);
  if (!user) throw new Error(`There is no user ${id}`);
  return user;
}

/** An account by id. @throws Error where there is none: accounts are never removed. */
export function domainOf(state: State, id: string): Domain {
  const domain = state.domains.find((candidate) => candidate.id === id);
  if (!domain) throw new Error(`There is no account ${id}`);
  return domain;
}
