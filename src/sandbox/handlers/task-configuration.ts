/** Shows the configuration of build tasks and its history. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { findTask, slicePage } from '../lookup.js';
import { userOf } from '../state.js';
import { definitionOf, hideSecrets, NAME_RULE, PARAMETER_KIND } from '../task-definition.js';
import { listDifferences, revisionsOf } from '../task-revisions.js';
import type { Task, TaskDefinition } from '../task.js';

type Schemas = components['schemas'];

/** Returns a revision of the configuration without secrets. Number 0 is the empty configuration before the task was created. */
function stateOfConfig(context: HandlerContext, task: Task, name: string, text: string): object {
  if (!/^\d{1,9}$/.test(text))
    throw context.invalid(`${name} must be a string of digits; received ${JSON.stringify(text)}.`);
  if (Number(text) === 0) return {};
  const revision = revisionsOf(context, task)[Number(text) - 1];
  if (!revision) throw context.unknownId(`change ${text} of task ${task.id}`);
  return hideSecrets(revision.definition);
}

function describeConfig(task: Task) {
  const result = {
    ...hideSecrets(definitionOf(task)),
    job_id: task.id,
    ...(task.groupId !== undefined && { group_id: task.groupId }),
  };
  return { result, ...SUCCESS };
}

/** Returns whether the steps or the code of a task use a parameter. */
const isUsed = ({ steps, scms }: TaskDefinition, name: string): boolean =>
  name === 'codeBranch' || JSON.stringify([steps, scms]).includes(`\${${name}}`);

const nameOf = ({ params = [] }: Schemas['ParameterDefinition']): string =>
  params.find(({ name }) => name === 'name')?.value ?? '';

/** Handlers of the configuration of tasks. */
export const taskConfiguration: BuildHandlers = {
  showJobConfig({ path }, context) {
    return describeConfig(findTask(context, path.job_id));
  },

  listJobConfig({ path }, context) {
    return describeConfig(findTask(context, path.job_id));
  },

  showJobConfigDiff({ path, query }, context) {
    const task = findTask(context, path.job_id);
    const original = stateOfConfig(context, task, 'original_no', query.original_no);
    const revised = stateOfConfig(context, task, 'revisedl_no', query.revisedl_no);
    return { result: listDifferences(original, revised).join(', ') || null, ...SUCCESS };
  },

  listUpdateJobHistory({ path, query }, context) {
    // The first revision is the creation, which is not a change.
    const changes = revisionsOf(context, findTask(context, path.job_id)).slice(1).reverse();
    const { page_no: page = 1, page_size: size = 10 } = query;
    const job_update_records = slicePage(changes, Math.max(page, 1) - 1, size).map(({ id, number, userId, at }) => {
      const { name } = userOf(context.state, userId);
      return {
        id,
        update_number: number,
        update_type: 'UPDATE',
        user_id: userId,
        user_name: name,
        nick_name: name,
        update_at: at,
      };
    });
    return { result: { job_update_records, total: changes.length }, ...SUCCESS };
  },

  showJobPipelineInfo({ path, query }, context) {
    const task = findTask(context, path.job_id);
    const definition = hideSecrets(definitionOf(task));
    const parameters = (definition.parameters ?? []).filter(
      (parameter) => query.check_param_used !== 'true' || isUsed(definition, nameOf(parameter)),
    );
    const region = context.state.iamProjects[0]?.name ?? '';
    const result = {
      scms: definition.scms ?? [],
      parameters: parameters.map(({ name = PARAMETER_KIND, params = [] }) => ({
        region,
        language: 'en-us',
        name,
        params: params.map(({ name: feature = '', value = '' }) => ({ name: feature, value })),
      })),
      job_name: task.name,
      job_name_massage: 'At most 115 letters, digits, underscores and hyphens.',
      job_name_regex: NAME_RULE,
      source_code: definition.source_code ?? task.code.type,
    };
    return { result, ...SUCCESS };
  },
};
