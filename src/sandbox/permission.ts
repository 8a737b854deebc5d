/** Who may do what with tasks, role by role. */
import type { State } from './state.js';
import type { Rights, RoleRights } from './task-metadata.js';
import type { Task } from './task.js';

/** Something that may be done with a task. */
export type Right = keyof Rights;

/** The rights, in the order in which answers have them. */
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

/** No right at all. */
export const NO_RIGHTS: Readonly<Rights> = grant([]);

const ALL_RIGHTS = grant(RIGHTS);
const BUILD_RIGHTS = { ...ALL_RIGHTS, is_manager: false };
const VIEW_RIGHTS = grant(['is_view']);

/** The role of project administrators, which the first user has. */
export const ADMIN_ROLE = -1;

/** The right to make tasks in a project. It is none of the seven: the vendor's table of roles has the same ones for creating as for copying. */
export const CREATE_RIGHT: Right = 'is_copy';

/** The right to sort tasks into groups, which is none of the seven either. */
export const GROUP_RIGHT: Right = 'is_modify';

/** The roles that a project has at first, and what they may do, as in the vendor's example. */
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

/** What the roles of a project may do with its tasks. */
export const projectRolesOf = ({ taskMetadata }: State, projectId: string): readonly RoleRights[] =>
  taskMetadata.projectRoles.get(projectId) ?? DEFAULT_ROLES;

/** Whether a task follows the permissions of its project. */
export const followsProject = ({ taskMetadata }: State, { id }: Task): boolean =>
  taskMetadata.permissions.get(id)?.followsProject ?? true;

/** What the roles may do with a task. */
export function rolesOf(state: State, task: Task): readonly RoleRights[] {
  const own = state.taskMetadata.permissions.get(task.id);
  return own && !own.followsProject ? own.roles : projectRolesOf(state, task.projectId);
}

/** The roles that a user has in a project, by their numbers. */
export const roleIdsOf = (state: State, projectId: string, userId: string): readonly number[] =>
  state.projects.get(projectId)?.members.get(userId) ?? [];

/** What a user may do by the roles that he has. Who created the project may do everything, whatever the roles say. */
function rightsBy(state: State, projectId: string, userId: string, roles: readonly RoleRights[]): Readonly<Rights> {
  if (state.projects.get(projectId)?.creatorId === userId) return ALL_RIGHTS;
  const ids = roleIdsOf(state, projectId, userId);
  const own = roles.filter(({ id }) => ids.includes(id));
  return grant(RIGHTS.filter((right) => own.some(({ rights }) => rights[right])));
}

/** What a user may do in a project. */
export const projectRightsOf = (state: State, projectId: string, userId: string): Readonly<Rights> =>
  rightsBy(state, projectId, userId, projectRolesOf(state, projectId));

/** What a user may do with a task. Who created it may do everything. */
export const rightsOf = (state: State, task: Task, userId: string): Readonly<Rights> =>
  task.creatorId === userId ? ALL_RIGHTS : rightsBy(state, task.projectId, userId, rolesOf(state, task));

/** Makes a task follow its project, or have roles of its own. Without roles it keeps those that it had, or takes over the project's. */
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
