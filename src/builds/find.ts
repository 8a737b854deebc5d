/** Projects and tasks by name. */
import { checkOptions, checkValue, nonEmptyString, objectRule } from '../errors/check-options.js';
import { callOptionRules } from '../operations/caller.js';
import type { CallOptions } from '../operations/contract.js';
import { integerOf, objectsOf, textOf, type BuildContext } from './build-api.js';
import { attachOptionRules, type ApiVersion } from './build-input.js';
import { createBuildApi } from './build-run.js';
import { nearest } from './nearest.js';
import { TaskNotFoundError, type ProjectReference, type TaskMatch, type TaskReference } from './not-found.js';

/** Options of `findProject` and `findTask`. */
export interface FindOptions extends CallOptions {
  /** The 2023 API (`v3`) cannot search by name in all projects. @default 'v1' */
  apiVersion?: ApiVersion | undefined;
}

const PAGE_SIZE = 100;
/** Pages of a search. A list that does not end is not searched for ever. */
const MAX_PAGES = 100;

/** IDs consist of 32 letters and digits. */
const isId = (text: string): boolean => /^[0-9a-z]{32}$/i.test(text);

interface Page<T> {
  items: T[];
  /** Number of items that the service returned, with those that cannot be used. */
  received: number;
  total: number | undefined;
}

/**
 * Searches page by page for items of exactly this name. Returns them, and all items of the first page.
 *
 * @param isUnique Whether the search can end at the page with the first match: other pages have no item of the same name.
 */
async function search<T extends ProjectReference>(
  name: string,
  isUnique: boolean,
  fetchPage: (index: number) => Promise<Page<T>>,
): Promise<{ matches: T[]; first: T[] }> {
  const matches = new Map<string, T>();
  let first: T[] = [];
  let previous: string | undefined;
  for (let index = 0, seen = 0; index < MAX_PAGES; index += 1) {
    const { items, received, total } = await fetchPage(index);
    if (index === 0) first = items;
    seen += received;
    for (const item of items) if (item.name === name) matches.set(item.id, item);
    if (isUnique && matches.size > 0) break;
    // A service may return fewer items than requested on every page, and the first page for a number that it does not know.
    const shown = JSON.stringify(items);
    if (received === 0 || seen >= (total ?? Infinity) || (total === undefined && shown === previous)) break;
    previous = shown;
  }
  return { matches: [...matches.values()], first };
}

type ProjectItem = { identifier?: unknown; name?: unknown };

const toProjects = (list: readonly ProjectItem[] | undefined): ProjectReference[] =>
  objectsOf(list).flatMap(({ identifier, name }) => {
    const id = textOf(identifier);
    return id === undefined ? [] : [{ id, name: textOf(name) ?? id }];
  });

/** @throws TaskNotFoundError if there are several */
function onlyProject(query: string, matches: readonly ProjectReference[]): ProjectReference {
  const [match] = matches;
  if (match && matches.length === 1) return match;
  throw new TaskNotFoundError({
    ...{ what: 'project', query },
    matches: matches.map(({ id, name }) => ({ id, name, projectId: id })),
  });
}

/** Finds a CodeArts project by name or ID. */
export async function findProject(
  { send }: BuildContext,
  input: { project: string },
  findOptions: FindOptions = {},
): Promise<ProjectReference> {
  checkValue('the input of findProject', input, objectRule);
  const { project } = input;
  checkValue('project', project, nonEmptyString);
  checkOptions(findOptions, [attachOptionRules, callOptionRules], 'findProject');
  const { apiVersion = 'v1', ...options } = findOptions;
  if (isId(project)) return { id: project, name: project };
  if (apiVersion === 'v3') throw new TypeError('project must be an ID: the 2023 API (v3) has no list of projects');
  const { matches } = await search(project, false, (index) =>
    send('listRelatedProjectInfo', { search: project, page_no: index + 1, page_size: PAGE_SIZE }, options, (data) => {
      const list = data?.result?.project_info_list;
      return { items: toProjects(list), received: objectsOf(list).length, total: integerOf(data?.result?.total) };
    }),
  );
  if (matches.length > 0) return onlyProject(project, matches);
  // What the search compares is undocumented: the list of all projects decides.
  const all = await send('showRelatedProject', {}, options, (data) => toProjects(data?.result?.project_info_list));
  const found = all.filter(({ name }) => name === project);
  if (found.length > 0) return onlyProject(project, found);
  throw new TaskNotFoundError({
    what: 'project',
    query: project,
    near: nearest(
      project,
      all.map(({ name }) => name),
    ),
  });
}

interface TaskItem {
  id?: unknown;
  job_name?: unknown;
  project_id?: unknown;
  project_name?: unknown;
  build_project_id?: unknown;
}

const toTasks = (list: readonly TaskItem[] | undefined, projectId?: string): TaskMatch[] =>
  objectsOf(list).flatMap((task) => {
    const id = textOf(task.id);
    if (id === undefined) return [];
    const [buildProjectId, projectName] = [textOf(task.build_project_id), textOf(task.project_name)];
    return [
      {
        ...{ id, name: textOf(task.job_name) ?? id, projectId: projectId ?? textOf(task.project_id) ?? '' },
        ...(buildProjectId !== undefined && { buildProjectId }),
        ...(projectName !== undefined && { projectName }),
      },
    ];
  });

/** Returns the pages of the tasks of a project, or of all projects. */
function taskPages(
  { send }: BuildContext,
  apiVersion: ApiVersion,
  projectId: string | undefined,
  query: string | undefined,
  options: CallOptions,
): (index: number) => Promise<Page<TaskMatch>> {
  const toPage = (list: readonly TaskItem[] | undefined, total: unknown): Page<TaskMatch> => ({
    ...{ items: toTasks(list, projectId), received: objectsOf(list).length, total: integerOf(total) },
  });
  return (page_index) => {
    const page = { page_index, page_size: PAGE_SIZE };
    const searched = { ...page, ...(query !== undefined && { search: query }) };
    if (projectId === undefined) {
      return send('listJob', searched, options, (data) => toPage(data?.result?.job_list, data?.result?.total));
    }
    if (apiVersion === 'v3') {
      const input = { project_id: projectId, ...page };
      return send('showJobListByProjectId', input, options, (data) => toPage(data?.jobs, data?.total));
    }
    const input = { project_id: projectId, ...searched };
    return send('listProjectJobs', input, options, (data) => toPage(data?.result?.job_list, data?.result?.total));
  };
}

/** Finds a task by name or ID. Without `project`, searches all projects of the caller. */
export async function findTask(
  context: BuildContext,
  input: { task: string; project?: string | undefined },
  findOptions: FindOptions = {},
): Promise<TaskReference> {
  checkValue('the input of findTask', input, objectRule);
  const { task, project } = input;
  checkValue('task', task, nonEmptyString);
  if (project !== undefined) checkValue('project', project, nonEmptyString);
  checkOptions(findOptions, [attachOptionRules, callOptionRules], 'findTask');
  const { apiVersion = 'v1', ...options } = findOptions;
  if (isId(task)) {
    const { id, name, projectId } = await createBuildApi(apiVersion, context).definition(task, options);
    return { id, name, projectId };
  }
  if (project === undefined && apiVersion === 'v3') {
    throw new TypeError('project is required: the 2023 API (v3) cannot search all projects');
  }
  const owner = project === undefined ? undefined : await findProject(context, { project }, findOptions);
  // Names are unique within a project only.
  const pages = taskPages(context, apiVersion, owner?.id, task, options);
  const { matches, first } = await search(task, owner !== undefined, pages);
  const [match] = matches;
  if (match && matches.length === 1) {
    const { id, name, projectId, buildProjectId } = match;
    return { id, name, projectId, ...(buildProjectId !== undefined && { buildProjectId }) };
  }
  if (match) throw new TaskNotFoundError({ what: 'task', query: task, matches });
  // The search returned what contains the name. Similar names are found without it.
  const others =
    apiVersion === 'v3'
      ? first
      : await taskPages(context, apiVersion, owner?.id, undefined, options)(0).then(({ items }) => items);
  throw new TaskNotFoundError({
    ...{ what: 'task', query: task, where: owner && `project ${owner.name}` },
    near: nearest(
      task,
      [...first, ...others].map(({ name }) => name),
    ),
  });
}
