/** Small settings files of the user, where the runtime has files. */
import { builtin } from './builtin.js';

/** Whether this runtime can have settings files at all. */
export const hasFiles = (): boolean => builtin('node:fs') !== undefined;

/** The path of a file below the user's home, or undefined where there is no home. */
export function homePath(name: string): string | undefined {
  try {
    const home = builtin('node:os')?.homedir();
    return home ? `${home}/${name}` : undefined;
  } catch {
    return undefined; // the user has no home, or the runtime keeps it to itself
  }
}

/** A path as a shell would read it: `~/` is the user's home. */
export const expandPath = (path: string): string => (path.startsWith('~/') && homePath(path.slice(2))) || path;

/** The text of a file, or undefined where there is none that this process can see. @throws Error where it is there and cannot be read. */
export function readTextFile(path: string): string | undefined {
  const fs = builtin('node:fs');
  try {
    return fs?.readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (fs?.existsSync(path)) throw error;
    return undefined;
  }
}

/** The word for what went wrong with a file: `EACCES` and the like, or the error's name where the runtime has no codes. */
export function fileProblem(error: unknown): string {
  const { code, name } = error as Error & { code?: string };
  return code ?? name;
}
