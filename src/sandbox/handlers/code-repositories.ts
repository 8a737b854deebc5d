/** Code repositories: their names, branches and tags. */
import type { BuildHandlers } from '../handler.js';
import { findTask, mayTask, slicePage } from '../lookup.js';
import { listBranches, listRepositoryNames, listTags } from '../repository.js';

const SUCCESS = { error: null, status: 'success' };

/** Handlers of code repositories. */
export const codeRepositories: BuildHandlers = {
  listRepository({ path }, context) {
    const repositories = listRepositoryNames(context.state, findTask(context, path.job_id));
    return { result: { latest: repositories[0] ?? '', repositories }, ...SUCCESS };
  },

  listRepoBranch({ query }, context) {
    const result = listBranches(context.state, findTask(context, query.job_id), query.repository_name);
    return { result, status: 'success' };
  },

  listTagList({ query }, context) {
    const { scm_type: type, repo_id: id, search = '', page_no: page = 1, page_size: size = 10 } = query;
    if (type === 'codehub' && id === undefined) throw context.invalid('repo_id is missing, which codehub needs.');
    const tasks = [...context.state.tasks.values()].filter(
      (task) =>
        task.code.type === type &&
        (id === undefined || task.code.repositoryId === id) &&
        mayTask(context, task, 'is_view'),
    );
    if (id !== undefined && tasks.length === 0) throw context.unknownId(`repository ${id}`);
    const tags = tasks.length === 0 ? [] : listTags(context.state, tasks);
    const found = tags.filter((tag) => tag.toLowerCase().includes(search.toLowerCase()));
    const tag_list = slicePage(found, page - 1, size).map((name) => ({ name }));
    return { result: { total: found.length, tag_list }, status: 'success' };
  },
};
