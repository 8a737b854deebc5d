/** The complete state of a sandbox, as plain data. */
import type { ImageTemplate } from './image-template.js';
import type { Keystore } from './keystore.js';
import type { Language } from './language.js';
import type { Random } from './random.js';
import type { StageState } from './stage-state.js';
import { createTaskMetadata, type TaskMetadata } from './task-metadata.js';
import type { Build, Task } from './task.js';
import type { Template } from './template.js';

/** An account. */
export interface Domain {
  id: string;
  name: string;
  /** Whether secure access over the internal network is enabled. */
  internalAccess: boolean;
  /** Language of logs and default step names. */
  language: Language;
}

/** A user of an account. */
export interface User {
  id: string;
  name: string;
  domainId: string;
  password: string;
  /** Key of the user's one-time passcodes. */
  totpKey: string;
}

/** An IAM project, one per region of an account. Not a CodeArts project. */
export interface IamProject {
  id: string;
  name: string;
  domainId: string;
}

/** An agency: an account allows another account to act for it. */
export interface Agency {
  id: string;
  name: string;
  domainId: string;
  trustedDomainId: string;
}

/** An access key (AK/SK). */
export interface AccessKey {
  ak: string;
  sk: string;
  userId: string;
  /** The account whose resources are used: not the user's own if an agency was assumed. */
  domainId: string;
  /** Security token of a temporary access key. */
  securityToken?: string;
  expiresAt?: number;
}

/** An issued token. */
export interface IssuedToken {
  value: string;
  userId: string;
  /** The account whose resources are used: not the user's own if an agency was assumed. */
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
  /** Role IDs of each member, by user ID. */
  members: Map<string, number[]>;
}

/** A dependency repository of a project, registered in the console. */
export interface DependencyRepository {
  id: string;
  projectId: string;
  name: string;
  url: string;
  creatorId: string;
}

/** A repository on GitCode. */
export interface GitCodeRepository {
  id: number;
  name: string;
  branches: GitCodeBranch[];
}

/** A branch with its newest commit. */
export interface GitCodeBranch {
  name: string;
  commit: { id: string; message: string; author: string; createdAt: number };
}

/** The complete state. */
export interface State {
  readonly domains: Domain[];
  readonly users: User[];
  readonly iamProjects: IamProject[];
  readonly agencies: Agency[];
  readonly accessKeys: Map<string, AccessKey>;
  readonly tokens: Map<string, IssuedToken>;
  readonly projects: Map<string, Project>;
  readonly tasks: Map<string, Task>;
  /** Builds by task ID, oldest first: build `n` has index `n - 1`. */
  readonly builds: Map<string, Build[]>;
  /** The same builds by record ID. */
  readonly records: Map<string, Build>;
  /** Number of builds per day, by `taskId yyyyMMdd`. */
  readonly dailyCounts: Map<string, number>;
  /** State of tasks besides the tasks themselves. */
  readonly taskMetadata: TaskMetadata;
  readonly keystores: Map<string, Keystore>;
  /** Official and custom templates, by UUID. */
  readonly templates: Map<string, Template>;
  /** Usage records of templates, oldest first. */
  readonly templateUses: { jobId: string; templateId: string; at: number }[];
  readonly imageTemplates: ImageTemplate[];
  readonly dependencyRepositories: DependencyRepository[];
  /** Repositories by the ID of the service endpoint that can access them, created in the console. */
  readonly gitCodeEndpoints: Map<string, GitCodeRepository[]>;
  readonly serviceStage: StageState;
  readonly random: Random;
}

/** Creates an empty state. */
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
  gitCodeEndpoints: new Map(),
  serviceStage: { jobs: new Map(), builds: new Map() },
  random,
});

/** Returns the builds of a task, oldest first. */
export const buildsOf = (state: State, taskId: string): readonly Build[] => state.builds.get(taskId) ?? [];

/** Adds a build to its task. Its number must be the next one. */
export function addBuild(state: State, build: Build): void {
  const builds = state.builds.get(build.taskId) ?? [];
  state.builds.set(build.taskId, builds);
  if (build.number !== builds.length + 1) throw new Error(`Build ${String(build.number)} is not the next one`);
  builds.push(build);
  state.records.set(build.recordId, build);
}

/** Returns a user by ID. @throws Error if it does not exist: users are never removed. */
export function userOf(state: State, id: string): User {
  const user = state.users.find((candidate) => candidate.id === id);
  if (!user) throw new Error(`User ${id} does not exist`);
  return user;
}

/** Returns an account by ID. @throws Error if it does not exist: accounts are never removed. */
export function domainOf(state: State, id: string): Domain {
  const domain = state.domains.find((candidate) => candidate.id === id);
  if (!domain) throw new Error(`Account ${id} does not exist`);
  return domain;
}
