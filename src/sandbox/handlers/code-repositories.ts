/** Code repositories with branches and tags, dependency repositories, and repositories on GitCode. */
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { findProject, findTask, canAccessTask, regionOf, slicePage } from '../lookup.js';
import { listBadgeBranches, listBranches, listRepositoryNames, listTags } from '../repository.js';
import { userOf, type GitCodeRepository } from '../state.js';
import { formatUtc } from '../time-format.js';

/** Returns the repositories of a service endpoint. @throws SandboxError 422 if it does not exist. */
function repositoriesOf(context: HandlerContext, endpointId: string): GitCodeRepository[] {
  const repositories = context.state.gitCodeEndpoints.get(endpointId);
  if (!repositories) throw context.unknownId(`service endpoint ${endpointId}`);
  return repositories;
}

/** The two forms of pagination of the GitCode lists. */
interface TwofoldPage {
  page?: number;
  page_size?: number;
  offset?: number;
  limit?: number;
}

/** Number of items per page unless the request says otherwise, in both forms. */
const PAGE_SIZE = 10;

/** Returns a page in either form. `page` and `page_size` take precedence; how the service combines the forms is undocumented. */
function sliceTwofold<T>(items: readonly T[], { page = 1, page_size, offset = 0, limit }: TwofoldPage): T[] {
  const size = page_size !== undefined && page_size !== PAGE_SIZE ? page_size : limit;
  return slicePage(items, page > 1 ? page - 1 : offset, size ?? PAGE_SIZE);
}

/** Returns the items whose name contains a text, case-insensitively. */
const withName = <T extends { name: string }>(items: readonly T[], search = ''): T[] =>
  items.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));

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

  showBranchByJobId({ path, query }, context) {
    const { limit = PAGE_SIZE, offset = 0 } = query;
    const branches = listBadgeBranches(context.state, findTask(context, path.job_id));
    return { result: slicePage(branches, offset, limit), status: 'success' };
  },

  showGitCodeRepository({ path, query }, context) {
    const ids = query.ids?.split(',');
    const found = withName(repositoriesOf(context, path.endpoint_id), query.search).filter(
      ({ id }) => ids?.includes(String(id)) ?? true,
    );
    const result = sliceTwofold(found, query).map(({ id, name }) => ({
      id,
      uuid: null,
      name,
      http_url: `https://gitcode.example.com/sandbox/${name}.git`,
      git_url: `git@gitcode.example.com:sandbox/${name}.git`,
    }));
    return { result, ...SUCCESS };
  },

  showGitCodeRepositoryBranches({ path, query }, context) {
    const { repo_id: id, search } = query;
    const repositories = repositoriesOf(context, path.endpoint_id);
    const chosen = id === undefined ? repositories : repositories.filter((repository) => String(repository.id) === id);
    if (id !== undefined && chosen.length === 0) throw context.unknownId(`repository ${id}`);
    const branches = withName(
      chosen.flatMap((repository) => repository.branches),
      search,
    );
    const result = sliceTwofold(branches, query).map(
      ({ name, commit: { id: commitId, message, author, createdAt } }) => ({
        name,
        commit: {
          id: commitId,
          title: message.split('\n')[0] ?? '',
          message,
          created_at: formatUtc(createdAt),
          author_name: author,
          committer_name: author,
        },
      }),
    );
    return { result, ...SUCCESS };
  },
};
