/** Code repositories, derived from tasks and builds. */
import { buildsOf, type State } from './state.js';
import type { Build, Task } from './task.js';

/** Returns the repository name of a build: the last segment of the URL. */
export const repositoryNameOf = ({ repositoryUrl }: Build): string =>
  (repositoryUrl.split(/[/:]/).at(-1) ?? '').replace(/\.git$/, '');

/** Returns host and path of a repository, the same for `git@host:a/b.git` and `https://host/a/b`. */
const normalizeUrl = (url: string): string =>
  url
    .replace(/^\w+:\/\//, '')
    .replace(/^[^/@]*@/, '')
    .replace(':', '/')
    .replace(/(?:\.git)?\/?$/, '')
    .toLowerCase();

/** Returns whether two URLs belong to the same repository. */
export const isSameRepository = (one: string, other: string): boolean => normalizeUrl(one) === normalizeUrl(other);

/** Returns each value once, in the order of its first occurrence. */
export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Returns the repository names of a task's builds, latest first. If it was never built, returns the one of its definition. */
export function listRepositoryNames(state: State, task: Task): string[] {
  const names = unique([...buildsOf(state, task.id)].reverse().map(repositoryNameOf));
  return names.length > 0 ? names : [task.code.repositoryName];
}

/** Returns the branches of a repository from which a task was built, in the order of their first builds. */
export const listBranches = (state: State, task: Task, repository: string): string[] =>
  unique(
    buildsOf(state, task.id)
      .filter((build) => repositoryNameOf(build) === repository)
      .map(({ branch }) => branch),
  );

/** Returns the tags of a repository: one that every repository has, and those of builds. */
export const listTags = (state: State, tasks: readonly Task[]): string[] =>
  unique([
    'v1.0.0',
    ...tasks.flatMap(({ id }) => buildsOf(state, id).flatMap(({ tag }) => (tag === undefined ? [] : [tag]))),
  ]);
