/** State files of the command line. */
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SavedSandbox } from './save.js';

/** Returns the path of the file behind symbolic links, so that they stay. @throws Error if a link has no file. */
function followLinks(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  if (lstatSync(file, { throwIfNoEntry: false }))
    throw new Error('it is a symbolic link to a file that does not exist');
  return join(realpathSync(dirname(file)), basename(file));
}

/** Creates a file beside another one, for its owner only. The name is unique: another process, also on another machine, can save to the same file. */
function openTemporary(target: string): { path: string; descriptor: number } {
  const path = `${target}.${randomUUID()}.tmp`;
  return { path, descriptor: openSync(path, 'wx', 0o600) };
}

/** Requires that the file can be replaced later, by a trial. @throws Error with the reason. */
function requireWritable(file: string): void {
  try {
    const target = followLinks(file);
    if (existsSync(target)) {
      accessSync(target, constants.W_OK);
      if (!statSync(target).isFile()) throw new Error('not a regular file');
    }
    const { path, descriptor } = openTemporary(target);
    closeSync(descriptor);
    rmSync(path);
  } catch (error) {
    throw new Error(`cannot write ${JSON.stringify(file)}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Reads a state file; undefined if it does not exist.
 *
 * @throws Error if it cannot be read or written, or does not contain JSON. `createSandbox` checks its content.
 */
export function readStateFile(file: string): SavedSandbox | undefined {
  requireWritable(file);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SavedSandbox;
  } catch (error) {
    throw new Error(`cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** Writes a state file that only its owner can read: it contains keys. Readers see the old content or the new one. */
export function writeStateFile(file: string, saved: SavedSandbox): void {
  const target = followLinks(file);
  const { path: temporary, descriptor } = openTemporary(target);
  try {
    try {
      writeFileSync(descriptor, `${JSON.stringify(saved)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
