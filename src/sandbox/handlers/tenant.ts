/** The account: status, projects, package and statistics. */
import { countOutputs } from '../build-output.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { findProject, listBuilds, slicePage } from '../lookup.js';
import { createRandom } from '../random.js';
import { domainOf, userOf, type Domain, type Project } from '../state.js';
import { formatLocal } from '../time-format.js';

/** Status of an account that can use the service. */
const NORMAL = 1;

const SERVICE_TYPE = 'hws.service.type.devcloud';
const RESOURCE_TYPE = 'hws.resource.type.codearts.combo';
const SPEC_CODE = 'codearts.basic';

/** Returns the package ID of an account. Every account has a package that does not expire. */
const packageIdOf = ({ id }: Domain): string => createRandom(`package of ${id}`).hex();

/** Machine sizes as CPUs and gigabytes of memory. The API documentation contains only the first two, the user guide the others. */
const MACHINE_SIZES = ['DEFAULT', '2U8G', '4U8G', '8U16G', '16U32G', '16U64G'];

/** Time at which the packages were bought. */
const BOUGHT_AT = Date.UTC(2025, 0, 19);

/** `2025-11-19 10:15:30` */
const formatDate = (time: number): string => formatLocal(time).slice(0, 19).replace('T', ' ');

const regionOf = ({ state }: HandlerContext, domain: Domain): string =>
  state.iamProjects.find(({ domainId }) => domainId === domain.id)?.name ?? '';

/** Returns the projects of the caller's account in which the caller is a member. */
const projectsOf = ({ state, caller }: HandlerContext): Project[] =>
  [...state.projects.values()].filter(
    ({ creatorId, members }) =>
      userOf(state, creatorId).domainId === caller.domainId &&
      (creatorId === caller.userId || members.has(caller.userId)),
  );

const describeProject = ({ state }: HandlerContext, { id, name, creatorId }: Project) => ({
  identifier: id,
  name,
  author_id: creatorId,
  author_domain_id: userOf(state, creatorId).domainId,
});

const describeDomain = (context: HandlerContext, domain: Domain) => ({
  service_name: 'CodeCI',
  domain_id: domain.id,
  domain_name: domain.name,
  free_quota: false,
  free_package_quota: false,
  status: NORMAL,
  is_federation: 0,
  is_whitelist: 0,
  region: regionOf(context, domain),
  package_type: 'CODEARTS_BASIC',
  domain_type: 1,
  domain_business_type: 'NORMAL',
  domain_malicious_docker_args: null,
  allow_custom_env: 0,
  spec_threshold: '[]',
});

/** Handlers of the account. */
export const tenant: BuildHandlers = {
  showDomainStatus() {
    return { result: { status: NORMAL, free_quota: false, allow_custom_env: 0 }, ...SUCCESS };
  },

  showDomainsStatuses({ body }, context) {
    const ids = (body.domain_ids ?? '').split(',').map((id) => id.trim());
    const domains = context.state.domains.filter(({ id }) => ids.includes(id));
    return { result: domains.map((domain) => describeDomain(context, domain)), ...SUCCESS };
  },

  showRelatedProject(_input, context) {
    const projects = projectsOf(context);
    const project_info_list = projects.map((project) => ({
      ...describeProject(context, project),
      is_creator: project.creatorId === context.caller.userId,
    }));
    return { result: { project_info_list, total: projects.length }, ...SUCCESS };
  },

  listRelatedProjectInfo({ query }, context) {
    const { page_no: page = 1, page_size: size = 10, search = '' } = query;
    const found = projectsOf(context).filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
    const project_info_list = slicePage(found, page - 1, size).map((project) => ({
      ...describeProject(context, project),
      status: NORMAL,
    }));
    return { result: { project_info_list, total: found.length }, ...SUCCESS };
  },

  showSummaryBuildJobInfo(_input, context) {
    const tasks = [...context.state.tasks.values()];
    const views = tasks.flatMap(({ id }) => listBuilds(context, id));
    const ended = views.filter(({ phase }) => phase === 'finished');
    const successes = ended.filter(({ result }) => result === 'SUCCESS').length;
    const summary = {
      avg_success_ratio: ended.length === 0 ? 0 : Math.round((100 * successes) / ended.length),
      build_no: views.length,
      job_total: tasks.length,
      version_total: views.reduce((total, view) => total + countOutputs(view), 0),
    };
    return { result: { summary }, ...SUCCESS };
  },

  showUserOverPackageQuota({ query }, context) {
    findProject(context, query.project_id);
    return { result: { is_over_quota: false, build_quota: 'unlimit' }, status: 'success' };
  },

  showAvailableInnerSpec({ query }, context) {
    findProject(context, query.project_id);
    return MACHINE_SIZES;
  },

  showPackageSpecStatus({ query }, context) {
    findProject(context, query.project_id);
    const domain = domainOf(context.state, context.caller.domainId);
    const bought = formatDate(BOUGHT_AT);
    const owned = {
      resource_id: packageIdOf(domain),
      region_id: regionOf(context, domain),
      tenant_id: domain.id,
      tenant_name: domain.name,
      console_update_time: bought,
      service_type: SERVICE_TYPE,
      resource_type: RESOURCE_TYPE,
      spec_code: SPEC_CODE,
      resource_status: 'normal',
      create_time: bought,
      update_time: bought,
    };
    return { result: query.status === owned.resource_status ? [owned] : [], ...SUCCESS };
  },
};
