/** Files for builds and their permissions. */
import type { Random } from './random.js';

/** Permissions of one user on a file. */
export interface KeystorePermission {
  id: string;
  userId: string;
  userName: string;
  isCreator: boolean;
  usage: boolean;
  modify: boolean;
  delete: boolean;
  setting: boolean;
  /** Whether the entry can be changed. The creator's entry cannot. */
  canAbsent: boolean;
}

/** A file of an account. */
export interface Keystore {
  id: string;
  name: string;
  description: string;
  bytes: Uint8Array;
  /** Whether every user of the account can use it. */
  shared: boolean;
  domainId: string;
  creatorId: string;
  createdAt: number;
  updaterId: string;
  updatedAt: number;
  /** One entry per user, the creator first. */
  permissions: KeystorePermission[];
}

/** A permission on a file. */
export type KeystoreRight = 'usage' | 'modify' | 'delete' | 'setting';

/** Returns whether a user has a permission on a file. */
export const canUseKeystore = ({ permissions, shared }: Keystore, userId: string, right: KeystoreRight): boolean =>
  (right === 'usage' && shared) || permissions.some((entry) => entry.userId === userId && entry[right]);

/** Creates a file that only its creator can use. */
export function createKeystore(
  random: Random,
  file: { name: string; description: string; bytes: Uint8Array },
  owner: { userId: string; userName: string; domainId: string },
  now: number,
): Keystore {
  const { userId, userName, domainId } = owner;
  const all = { usage: true, modify: true, delete: true, setting: true };
  return {
    id: random.hex(),
    name: file.name,
    description: file.description,
    bytes: file.bytes,
    shared: false,
    domainId,
    creatorId: userId,
    createdAt: now,
    updaterId: userId,
    updatedAt: now,
    permissions: [{ id: random.hex(), userId, userName, isCreator: true, ...all, canAbsent: false }],
  };
}
