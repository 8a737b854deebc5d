/** Code repositories with branches and tags, and dependency repositories. */
import { type BuildHandlers, SUCCESS } from '../handler.js';
import { findProject, findTask, canAccessTask, regionOf, slicePage } from '../lookup.js';
import { listBranches, listRepositoryNames, listTags } from '../repository.js';
import { userOf } from '../state.js';

/** Handlers of code repositories. */
export const codeRepositories: BuildHandlers = {
  listRepository({ path }, context) {
    const repositories = listRepositoryNames(context.state, findTask(context, path.job_id));
    return { result: { latest: repositories[0] ?? '', repositories }, ...SUCCESS };
  },

  listEndPoints({ path, query }, context) {
    const { id: project_uuid } = findProject(context, path.project_id);
    const { limit, offset = 0 } = query;
    const found = context.state.dependencyRepositories.filter(({ projectId }) => projectId === project_uuid);
    const endpoints = slicePage(found, offset, limit).map(({ id, name, url, creatorId }) => ({
      uuid: id,
      name,
      url,
      module_id: 'devcloud2018.codeci_endpoint_nexus.nexusEndpoint',
      project_uuid,
      region_name: regionOf(context),
      data: null,
      authorization: { scheme: null, parameters: null },
      created_by: { user_id: creatorId, username: userOf(context.state, creatorId).name },
    }));
    return { result: { endpoints, total: found.length }, ...SUCCESS };
  },

  listRepoBranch({ query }, context) {
    const result = listBranches(context.state, findTask(context, query.job_id), query.repository_name);
    return { result, status: 'success' };
  },

  listTagList({ query }, context) {
    const { scm_type: type, repo_id: id, search = '', page_no: page = 1, page_size: size = 10 } = query;
    if (type === 'codehub' && id === undefined) throw context.invalid('repo_id is required for codehub.');
    const tasks = [...context.state.tasks.values()].filter(
      (task) =>
        task.code.type === type &&
        (id === undefined || task.code.repositoryId === id) &&
        canAccessTask(context, task, 'is_view'),
    );
    if (id !== undefined && tasks.length === 0) throw context.unknownId(`repository ${id}`);
    const tags = tasks.length === 0 ? [] : listTags(context.state, tasks);
    const found = tags.filter((tag) => tag.toLowerCase().includes(search.toLowerCase()));
    const tag_list = slicePage(found, page - 1, size).map((name) => ({ name }));
    return { result: { total: found.length, tag_list }, status: 'success' };
  },
};
