/** Permissions on tasks by role. */
import type { State } from './state.js';
import type { Rights, RoleRights } from './task-metadata.js';
import type { Task } from './task.js';

/** A permission on a task. */
export type Right = keyof Rights;

/** The permissions, in the order of the responses. */
export const RIGHTS = [
  'is_view',
  'is_execute',
  'is_modify',
  'is_copy',
  'is_delete',
  'is_forbidden',
  'is_manager',
] as const satisfies Right[];

const grant = (granted: readonly Right[]): Rights => ({
  is_view: granted.includes('is_view'),
  is_execute: granted.includes('is_execute'),
  is_modify: granted.includes('is_modify'),
  is_copy: granted.includes('is_copy'),
  is_delete: granted.includes('is_delete'),
  is_forbidden: granted.includes('is_forbidden'),
  is_manager: granted.includes('is_manager'),
});

/** No permission. */
export const NO_RIGHTS: Readonly<Rights> = grant([]);

const ALL_RIGHTS = grant(RIGHTS);
const BUILD_RIGHTS = { ...ALL_RIGHTS, is_manager: false };
const VIEW_RIGHTS = grant(['is_view']);

/** The role of project administrators. The first user has it. */
export const ADMIN_ROLE = -1;

/** The permission that creating tasks requires. It has no field of its own: in the Huawei Cloud role table the same roles can create and copy. */
export const CREATE_RIGHT: Right = 'is_copy';

/** The permission that changing groups requires. It has no field of its own. */
export const GROUP_RIGHT: Right = 'is_modify';

/** The default roles of a project and their permissions, as in the documented example. */
export const DEFAULT_ROLES: readonly RoleRights[] = [
  { id: ADMIN_ROLE, name: 'project_admin', rights: ALL_RIGHTS },
  { id: 0, name: 'Operation manager', rights: grant(['is_view', 'is_modify', 'is_delete']) },
  { id: 3, name: 'Project manager', rights: ALL_RIGHTS },
  { id: 4, name: 'Developer', rights: BUILD_RIGHTS },
  { id: 5, name: 'Test manager', rights: VIEW_RIGHTS },
  { id: 6, name: 'Tester', rights: VIEW_RIGHTS },
  { id: 7, name: 'Participant', rights: VIEW_RIGHTS },
  { id: 8, name: 'Viewer', rights: VIEW_RIGHTS },
  { id: 1001, name: 'Committer', rights: BUILD_RIGHTS },
  { id: 1002, name: 'Product manager', rights: VIEW_RIGHTS },
  { id: 1015, name: 'System engineer', rights: BUILD_RIGHTS },
];

/** Returns the roles of a project with their permissions on its tasks. */
export const projectRolesOf = ({ taskMetadata }: State, projectId: string): readonly RoleRights[] =>
  taskMetadata.projectRoles.get(projectId) ?? DEFAULT_ROLES;

/** Returns whether a task inherits the permissions of its project. */
export const followsProject = ({ taskMetadata }: State, { id }: Task): boolean =>
  taskMetadata.permissions.get(id)?.followsProject ?? true;

/** Returns the roles of a task with their permissions. */
export function rolesOf(state: State, task: Task): readonly RoleRights[] {
  const own = state.taskMetadata.permissions.get(task.id);
  return own && !own.followsProject ? own.roles : projectRolesOf(state, task.projectId);
}

/** Returns the role IDs of a user in a project. */
export const roleIdsOf = (state: State, projectId: string, userId: string): readonly number[] =>
  state.projects.get(projectId)?.members.get(userId) ?? [];

/** Returns the permissions of a user by role. The creator of the project has all permissions. */
function rightsBy(state: State, projectId: string, userId: string, roles: readonly RoleRights[]): Readonly<Rights> {
  if (state.projects.get(projectId)?.creatorId === userId) return ALL_RIGHTS;
  const ids = roleIdsOf(state, projectId, userId);
  const own = roles.filter(({ id }) => ids.includes(id));
  return grant(RIGHTS.filter((right) => own.some(({ rights }) => rights[right])));
}

/** Returns the permissions of a user in a project. */
export const projectRightsOf = (state: State, projectId: string, userId: string): Readonly<Rights> =>
  rightsBy(state, projectId, userId, projectRolesOf(state, projectId));

/** Returns the permissions of a user on a task. The creator of the task has all permissions. */
export const rightsOf = (state: State, task: Task, userId: string): Readonly<Rights> =>
  task.creatorId === userId ? ALL_RIGHTS : rightsBy(state, task.projectId, userId, rolesOf(state, task));

/** Sets whether a task inherits the permissions of its project. Without `roles` it keeps its own roles, or copies those of the project. */
export function setPermission(
  state: State,
  task: Task,
  change: { followsProject: boolean; roles?: RoleRights[] },
  now: number,
): void {
  const own = state.taskMetadata.permissions.get(task.id)?.roles;
  state.taskMetadata.permissions.set(task.id, {
    followsProject: change.followsProject,
    roles: change.roles ?? own ?? structuredClone([...projectRolesOf(state, task.projectId)]),
    changedAt: now,
  });
}
