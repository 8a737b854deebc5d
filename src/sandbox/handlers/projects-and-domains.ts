/** IAM: projects and accounts. */
import type { HandlerContext, IamHandlers } from '../handler.js';
import { slicePage } from '../lookup.js';
import { domainOf, type IamProject } from '../state.js';

const describeProject = (context: HandlerContext, project: IamProject) => ({
  id: project.id,
  name: project.name,
  domain_id: project.domainId,
  parent_id: project.domainId,
  is_domain: false,
  enabled: true,
  description: '',
  links: { self: `${context.origin}/v3/projects/${project.id}`, previous: null, next: null },
});

/** Returns the projects of the caller's account. */
const projectsOf = (context: HandlerContext): IamProject[] =>
  context.state.iamProjects.filter(({ domainId }) => domainId === context.caller.domainId);

/** Handlers of IAM projects and accounts. They show only the caller's account. */
export const projectsAndDomains: IamHandlers = {
  keystoneListProjects({ query }, context) {
    const { name, domain_id: domainId, parent_id: parentId, enabled = true, is_domain: isDomain = false } = query;
    const { page, per_page: size } = query;
    if ((page === undefined) !== (size === undefined)) {
      throw context.invalid('page and per_page must be given together.');
    }
    const projects = projectsOf(context).filter(
      (project) =>
        (name === undefined || project.name === name) &&
        (domainId === undefined || project.domainId === domainId) &&
        (parentId === undefined || project.domainId === parentId) &&
        enabled &&
        !isDomain,
    );
    const shown = page !== undefined && size !== undefined ? slicePage(projects, page - 1, size) : projects;
    return {
      links: { self: `${context.origin}/v3/projects`, previous: null, next: null },
      projects: shown.map((project) => describeProject(context, project)),
    };
  },

  keystoneListAuthProjects(_input, context) {
    return {
      links: { self: `${context.origin}/v3/auth/projects` },
      projects: projectsOf(context).map((project) => describeProject(context, project)),
    };
  },

  keystoneListAuthDomains(_input, context) {
    const { id, name } = domainOf(context.state, context.caller.domainId);
    const links = { self: `${context.origin}/v3/domains/${id}` };
    return {
      links: { self: `${context.origin}/v3/auth/domains` },
      domains: [{ id, name, enabled: true, description: '', links }],
    };
  },
};
