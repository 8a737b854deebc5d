/** State files of the command line. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { SavedSandbox } from './save.js';

/** Requires that the file can be replaced later. @throws Error with the reason. */
function requireWritable(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK | constants.X_OK);
    if (!existsSync(file)) return;
    accessSync(file, constants.W_OK);
    if (!statSync(file).isFile()) throw new Error('not a regular file');
  } catch (error) {
    throw new Error(`cannot write ${file}: ${(error as Error).message}`, { cause: error });
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
  const target = existsSync(file) ? realpathSync(file) : file;
  const temporary = `${target}.${String(process.pid)}.tmp`;
  const descriptor = openSync(temporary, 'wx', 0o600);
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
