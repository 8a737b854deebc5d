/** State of tasks besides the tasks themselves: revisions, groups, notifications, permissions and the recycle bin. */
import type { Build, Task, TaskDefinition } from './task.js';

/** A revision of a task's configuration. The first one is the configuration at creation. */
export interface Revision {
  /** Digits. */
  id: string;
  /** Number within the task, from 1. */
  number: number;
  userId: string;
  at: number;
  definition: TaskDefinition;
}

/** A deleted task with its builds, which can be restored. */
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
  /** The parent group; undefined at the root. */
  parentId: string | undefined;
  /** Position among its siblings. */
  ordinal: number;
  domainId: string;
  creatorId: string;
  createdAt: number;
  updaterId: string | undefined;
  changedAt: number | undefined;
}

/** Notification settings of one channel. */
export interface ChannelSetting {
  events: readonly string[];
  /** Whether the channel is enabled. */
  isEnabled: boolean;
  /** Whether the project's settings apply instead of these. */
  followsProject: boolean;
  /** Settings of the channel itself, such as its webhook URL, which is a secret. */
  config: string | null;
}

/** Permissions on a task. */
export interface Rights {
  is_view: boolean;
  is_execute: boolean;
  is_modify: boolean;
  is_copy: boolean;
  is_delete: boolean;
  is_forbidden: boolean;
  is_manager: boolean;
}

/** Permissions of a role. */
export interface RoleRights {
  id: number;
  name: string;
  rights: Rights;
}

/** Permissions of the roles on one task. */
export interface TaskPermission {
  followsProject: boolean;
  /** The task's own roles, kept while it inherits the permissions of the project. */
  roles: RoleRights[];
  changedAt: number;
}

/** Metadata by task ID, unless stated otherwise. */
export interface TaskMetadata {
  /** Deleted tasks, the latest one last. */
  readonly bin: Map<string, DeletedTask>;
  /** Retention period of the recycle bin in days. */
  retentionDays: number;
  /** Maximum number of tasks of the account. */
  taskLimit: number;
  /** Revisions. Absent until the first change: the first revision follows from the task. */
  readonly revisions: Map<string, Revision[]>;
  /** Groups by group ID. */
  readonly groups: Map<string, TaskGroup>;
  /** Settings by channel. Absent channels have the defaults. */
  readonly notifications: Map<string, Map<string, ChannelSetting>>;
  readonly permissions: Map<string, TaskPermission>;
  /** Permissions of the roles of a project, by project ID. Absent projects have the defaults. */
  readonly projectRoles: Map<string, RoleRights[]>;
}

/** Creates empty metadata. */
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
