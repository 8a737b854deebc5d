/** Custom and official templates, favorites, and base images. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { printBuildYaml } from '../build-yaml.js';
import { serviceError } from '../error.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { printDockerfile } from '../image-template.js';
import { findTask, canAccessTask, regionOf, slicePage } from '../lookup.js';
import { isSameRepository, listTags } from '../repository.js';
import { buildsOf, domainOf, userOf } from '../state.js';
import type { Task } from '../task.js';
import { definitionOf } from '../task-definition.js';
import { addCustomTemplate, type Template } from '../template.js';
import { formatUtc } from '../time-format.js';

type Schemas = components['schemas'];

/** The error for an unknown template, with the code that the service returns. */
const unknownTemplate = (id: string) => serviceError(422, 'DEV.CB.0520002', `Template ${id} does not exist.`);

/** Maximum length of a step's name. It defaults to `module_id`, whose length is not limited. */
const MAX_STEP_NAME = 128;

const isOfficial = ({ owner }: Template): boolean => owner === undefined;

/** Returns the official templates, or the custom templates of the caller's account, newest first. */
const templatesOf = ({ state, caller }: HandlerContext, scope: 'official' | 'custom'): Template[] =>
  [...state.templates.values()]
    .filter(({ owner }) => (scope === 'official' ? owner === undefined : owner?.domainId === caller.domainId))
    .reverse();

/** Returns a template. @throws SandboxError 422 if it does not exist in the scope. */
function findTemplate(context: HandlerContext, scope: 'official' | 'custom', uuid: string): Template {
  const template = templatesOf(context, scope).find((candidate) => candidate.uuid === uuid);
  if (!template) throw unknownTemplate(uuid);
  return template;
}

/** The fields that all forms of a template have. */
function describeCommon({ caller }: HandlerContext, template: Template) {
  const { uuid, name, description, favoriteOf, parameters } = template;
  return {
    uuid,
    name,
    description,
    tool_type: template.toolType,
    type: 'codeci',
    scope: isOfficial(template) ? 'official' : 'custom',
    public: true,
    favourite: favoriteOf.includes(caller.userId),
    weight: 0,
    parameters,
  };
}

/** `LegacyBuildTemplate`: the v3 operations that save and delete return it. */
function describeLegacy(context: HandlerContext, template: Template): Schemas['LegacyBuildTemplate'] {
  const { state } = context;
  const { owner } = template;
  return {
    ...describeCommon(context, template),
    id: template.id,
    template: { steps: template.steps },
    intl_description: {},
    i18n: {},
    ...(owner && {
      create_time: formatUtc(owner.createdAt),
      domain_id: owner.domainId,
      domain_name: domainOf(state, owner.domainId).name,
      user_id: owner.userId,
      user_name: userOf(state, owner.userId).name,
    }),
  };
}

/** `BuildTemplate` */
function describeTemplate(context: HandlerContext, template: Template): Schemas['BuildTemplate'] {
  const { user_name = '', ...legacy } = describeLegacy(context, template);
  return {
    ...legacy,
    name: template.name,
    user_name,
    nick_name: user_name,
    template: {
      steps: template.steps,
      actions: [],
      auto_update_sub_module: null,
      image: null,
      image_source: null,
    },
  };
}

const describeOfficial = (context: HandlerContext, template: Template): Schemas['OfficialBuildTemplate'] => ({
  ...describeCommon(context, template),
  nick_name: '',
  language: template.language ?? '',
  template: { steps: template.steps },
});

/** Returns the templates whose name contains a text, case-insensitively. */
const withName = (templates: Template[], name = ''): Template[] =>
  templates.filter((template) => template.name.toLowerCase().includes(name.toLowerCase()));

/** Saves a template for the caller's account. */
const save = (context: HandlerContext, body: Schemas['NewBuildTemplate']): Template => {
  const { userId, domainId } = context.caller;
  for (const { name, module_id } of body.template.steps ?? []) {
    const length = (name ?? module_id).length;
    if (length >= 1 && length <= MAX_STEP_NAME) continue;
    throw context.invalid(`template.steps: name must be 1 to ${String(MAX_STEP_NAME)} characters.`);
  }
  return addCustomTemplate(context.state, body, { userId, domainId, createdAt: context.now });
};

function remove(context: HandlerContext, uuid: string): Template {
  const template = findTemplate(context, 'custom', uuid);
  context.state.templates.delete(uuid);
  return template;
}

/** Adds a template to the caller's favorites, or removes it. Idempotent. */
function markFavorite(context: HandlerContext, template: Template, favorite: boolean): { status: string } {
  const { userId } = context.caller;
  const others = template.favoriteOf.filter((id) => id !== userId);
  template.favoriteOf = favorite ? [...others, userId] : others;
  return { status: 'success' };
}

/** Returns whether a task builds or has built a branch. */
const hasBranch = ({ state }: HandlerContext, { id, code }: Task, branch: string): boolean =>
  code.branch === branch || buildsOf(state, id).some((build) => build.branch === branch);

/** Returns the tasks that build a repository. Empty if it has no such branch or tag. */
function tasksWithCode(context: HandlerContext, url: string, branch: string, tag: string | undefined): Task[] {
  const tasks = [...context.state.tasks.values()].filter(
    (task) =>
      isSameRepository(task.code.url, url) &&
      hasBranch(context, task, branch) &&
      canAccessTask(context, task, 'is_view'),
  );
  return tag === undefined || tag === '' || listTags(context.state, tasks).includes(tag) ? tasks : [];
}

/** Returns whether a template fits a task. The sandbox has no code to inspect, so it compares steps. */
const matchesTask = ({ toolType, steps }: Template, task: Task): boolean =>
  task.steps.some(({ module }) => module === `external_${toolType}`) ||
  (definitionOf(task).steps ?? []).some(({ module_id: action }) => action === steps[0]?.module_id);

/** Handlers of templates. Lists are sorted newest first. */
export const templates: BuildHandlers = {
  createTemplate({ body }, context) {
    return { result: { uuid: save(context, body).uuid }, ...SUCCESS };
  },

  createTemplates({ body }, context) {
    return { result: describeLegacy(context, save(context, body)), ...SUCCESS };
  },

  listCustomTemplate({ query }, context) {
    const { name, page = 1, page_size: size = 10 } = query;
    const found = withName(templatesOf(context, 'custom'), name);
    const items = slicePage(found, page - 1, size).map((template) => describeTemplate(context, template));
    return { result: { items, total_size: found.length }, ...SUCCESS };
  },

  listTemplates({ query }, context) {
    const { name, page = '0', page_size: size = '20' } = query;
    const found = withName(templatesOf(context, 'custom'), name);
    const items = slicePage(found, Number(page), Number(size)).map((template) => describeTemplate(context, template));
    return { result: { items, total_size: found.length }, ...SUCCESS };
  },

  listOfficialTemplate({ query }, context) {
    const { name, page = '0', page_size: size = '20' } = query;
    const found = withName(templatesOf(context, 'official').reverse(), name);
    const items = slicePage(found, Number(page), Number(size)).map((template) => describeOfficial(context, template));
    return { result: { items, total_size: found.length }, ...SUCCESS };
  },

  listRecommendOfficialTemplate({ body }, context) {
    const tasks = tasksWithCode(context, body.git_url, body.branch, body.tags);
    const found = templatesOf(context, 'official')
      .reverse()
      .filter((template) => tasks.some((task) => matchesTask(template, task)));
    const items = found.map((template) => {
      // The response requires UUIDs, and official templates have shorter IDs.
      const { id: _shortId, ...described } = describeTemplate(context, template);
      return described;
    });
    return { result: { items, total_size: items.length }, ...SUCCESS };
  },

  showYamlTemplate({ path, query }, context) {
    const task = findTask(context, path.job_id);
    return { result: printBuildYaml(task, query.default_host ?? definitionOf(task).arch), ...SUCCESS };
  },

  showImageTemplateList(_input, { state }) {
    return { result: { image_templates: state.imageTemplates }, ...SUCCESS };
  },

  showDockerfileTemplate({ query }, context) {
    const template = context.state.imageTemplates.find(({ image_id }) => image_id === query.image_id);
    if (!template) throw context.unknownId(`image ${query.image_id}`);
    return printDockerfile(template, regionOf(context));
  },

  showTemplate({ path }, context) {
    return { result: describeTemplate(context, findTemplate(context, 'custom', path.uuid)), ...SUCCESS };
  },

  deleteTemplate({ path }, context) {
    remove(context, path.uuid);
    return { status: 'success' };
  },

  deleteTemplates({ path }, context) {
    return { result: [describeLegacy(context, remove(context, path.uuid))], ...SUCCESS };
  },

  addFavouriteCustomTemplate({ path }, context) {
    return markFavorite(context, findTemplate(context, 'custom', path.uuid), true);
  },

  removerFavouriteCustomTemplate({ path }, context) {
    return markFavorite(context, findTemplate(context, 'custom', path.uuid), false);
  },

  addFavouriteOfficialTemplate({ path }, context) {
    return markFavorite(context, findTemplate(context, 'official', path.uuid), true);
  },

  removerFavouriteOfficialTemplate({ path }, context) {
    return markFavorite(context, findTemplate(context, 'official', path.uuid), false);
  },

  saveTemplateUsedInfo({ body }, context) {
    const { id: jobId } = findTask(context, body.job_id);
    const template = [...templatesOf(context, 'official'), ...templatesOf(context, 'custom')].find(
      ({ id, uuid }) => id === body.template_id || uuid === body.template_id,
    );
    if (!template) throw unknownTemplate(body.template_id);
    context.state.templateUses.push({ jobId, templateId: template.id, at: context.now });
    return { result: 'success', ...SUCCESS };
  },
};
