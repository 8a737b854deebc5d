/** Users, their access keys, and their roles in projects. */
import { ADMIN_ROLE, DEFAULT_ROLES } from './permission.js';
import type { AccessKey, Project, State, User } from './state.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHABET = `${LETTERS}${LETTERS.toLowerCase()}0123456789`;

/** Adds a user to an account. The ID is random if it is omitted. */
export function addUser(
  { random, users }: State,
  { id = random.hex(), ...draft }: Pick<User, 'name' | 'domainId' | 'password'> & { id?: string | undefined },
): User {
  const user = { id, ...draft, totpKey: random.text(20, ALPHABET) };
  users.push(user);
  return user;
}

/** Adds an access key for a user. */
export function addKey({ random, accessKeys }: State, { id: userId, domainId }: User): AccessKey {
  const key = { ak: random.text(20, LETTERS), sk: random.text(40, ALPHABET), userId, domainId };
  accessKeys.set(key.ak, key);
  return key;
}

/** Adds a project. The first user creates and administers it. */
export function addProject({ random, users, projects }: State, name: string, id = random.hex()): Project {
  const creatorId = users[0]!.id;
  const project = { id, name, creatorId, members: new Map([[creatorId, [ADMIN_ROLE]]]) };
  projects.set(project.id, project);
  return project;
}

/** A user to add. */
export interface NewUser {
  name: string;
  /** Role name or role ID, such as `Developer` or 4. */
  role: string | number;
}

/** Returns the ID of a role. Any number is accepted: projects can have custom roles. @throws TypeError if the name is unknown. */
function readRole(role: unknown): number {
  const id = typeof role === 'number' ? role : DEFAULT_ROLES.find(({ name }) => name === role)?.id;
  // Responses show it as int32.
  if (Number.isInteger(id) && Math.abs(id!) < 2 ** 31) return id!;
  const names = DEFAULT_ROLES.map(({ name }) => name).join(', ');
  throw new TypeError(`role must be one of ${names}, or a role ID; received ${JSON.stringify(role)}`);
}

/** Adds a user to the first user's account, with an access key and a role in every project. @throws TypeError if the name or the role is invalid. */
export function addMember(state: State, { name, role }: NewUser): { user: User; key: AccessKey } {
  const { domainId } = state.users[0]!;
  if (typeof name !== 'string' || name === '') {
    throw new TypeError(`name must be a non-empty string; received ${JSON.stringify(name)}`);
  }
  if (state.users.some((user) => user.domainId === domainId && user.name === name)) {
    throw new TypeError(`name must be unique in the account; received ${JSON.stringify(name)}`);
  }
  const roleId = readRole(role);
  const user = addUser(state, { name, domainId, password: state.random.text(20, ALPHABET) });
  for (const { members } of state.projects.values()) members.set(user.id, [roleId]);
  return { user, key: addKey(state, user) };
}
