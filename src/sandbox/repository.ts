/** Code repositories, as far as tasks and builds know them. */
import { buildsOf, type State } from './state.js';
import type { Build, Task } from './task.js';

/** Name of the repository that a build took its code from: the last part of the address. */
export const repositoryNameOf = ({ repositoryUrl }: Build): string =>
  (repositoryUrl.split(/[/:]/).at(-1) ?? '').replace(/\.git$/, '');

/** Host and path of a repository, the same for `git@host:a/b.git` and `https://host/a/b`. */
const normalizeUrl = (url: string): string =>
  url
    .replace(/^\w+:\/\//, '')
    .replace(/^[^/@]*@/, '')
    .replace(':', '/')
    .replace(/(?:\.git)?\/?$/, '')
    .toLowerCase();

/** Whether two addresses are those of one repository. */
export const isSameRepository = (one: string, other: string): boolean => normalizeUrl(one) === normalizeUrl(other);

/** Every value once, in the order of the first of each. */
export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Names of the repositories that a task was built from, the latest first; that of its definition where it was never built. */
export function listRepositoryNames(state: State, task: Task): string[] {
  const names = unique([...buildsOf(state, task.id)].reverse().map(repositoryNameOf));
  return names.length > 0 ? names : [task.code.repositoryName];
}

/** Branches of a repository that a task was built from, in the order of their first builds. */
export const listBranches = (state: State, task: Task, repository: string): string[] =>
  unique(
    buildsOf(state, task.id)
      .filter((build) => repositoryNameOf(build) === repository)
      .map(({ branch }) => branch),
  );

/** Tags of a repository: the one that every repository has, and those that builds were made from. */
export const listTags = (state: State, tasks: readonly Task[]): string[] =>
  unique([
    'v1.0.0',
    ...tasks.flatMap(({ id }) => buildsOf(state, id).flatMap(({ tag }) => (tag === undefined ? [] : [tag]))),
  ]);
