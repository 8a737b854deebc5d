/** What the sandbox remembers of tasks besides the tasks themselves: changes, groups, notices, permissions and the recycle bin. */
import type { Build, Task, TaskDefinition } from './task.js';

/** A state of a task's configuration. The first one is that with which the task was created. */
export interface Revision {
  /** Digits. */
  id: string;
  /** Number within the task, from 1. */
  number: number;
  userId: string;
  at: number;
  definition: TaskDefinition;
}

/** A deleted task with its builds, from which it can be restored. */
export interface DeletedTask {
  task: Task;
  builds: Build[];
  deletedAt: number;
}

/** A group of tasks. */
export interface TaskGroup {
  id: string;
  projectId: string;
  name: string;
  /** The group that it stands in; undefined at the root of the tree. */
  parentId: string | undefined;
  /** Place among its neighbours. */
  ordinal: number;
  domainId: string;
  creatorId: string;
  createdAt: number;
  updaterId: string | undefined;
  changedAt: number | undefined;
}

/** What one channel tells of a task. */
export interface ChannelSetting {
  events: readonly string[];
  /** Whether the channel tells anything at all. */
  isEnabled: boolean;
  /** Whether the project's settings apply in place of these. */
  followsProject: boolean;
  /** Settings of the channel itself, such as the address of a webhook, which is a secret. */
  config: string | null;
}

/** What may be done with a task. */
export interface Rights {
  is_view: boolean;
  is_execute: boolean;
  is_modify: boolean;
  is_copy: boolean;
  is_delete: boolean;
  is_forbidden: boolean;
  is_manager: boolean;
}

/** What a role may do. */
export interface RoleRights {
  id: number;
  name: string;
  rights: Rights;
}

/** What the roles may do with one task. */
export interface TaskPermission {
  followsProject: boolean;
  /** The task's own roles, kept while it follows the project. */
  roles: RoleRights[];
  changedAt: number;
}

/** All of it, by the ids of tasks where nothing else is said. */
export interface TaskMetadata {
  /** Deleted tasks, the one that was deleted last at the end. */
  readonly bin: Map<string, DeletedTask>;
  /** For how many days the bin keeps a task. */
  retentionDays: number;
  /** How many tasks the account may have. */
  taskLimit: number;
  /** Those that are not the first. The first one is made with them, and until then follows from the task. */
  readonly revisions: Map<string, Revision[]>;
  /** Groups by their ids. */
  readonly groups: Map<string, TaskGroup>;
  /** By channel. What is not there is as at first. */
  readonly notifications: Map<string, Map<string, ChannelSetting>>;
  readonly permissions: Map<string, TaskPermission>;
  /** What the roles of a project may do, by its id. What is not there is as at first. */
  readonly projectRoles: Map<string, RoleRights[]>;
}

/** Creates a book without anything in it. */
export const createTaskMetadata = (): TaskMetadata => ({
  bin: new Map(),
  retentionDays: 30,
  taskLimit: 10_000,
  revisions: new Map(),
  groups: new Map(),
  notifications: new Map(),
  permissions: new Map(),
  projectRoles: new Map(),
});
