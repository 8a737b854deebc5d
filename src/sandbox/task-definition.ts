/** Reads task definitions from requests, and shows them. */
import { MASK } from './describe-build.js';
import type { HandlerContext } from './handler.js';
import { stepName, type Language } from './language.js';
import type { Random } from './random.js';
import { SCENARIO_PARAMETER } from './scenario.js';
import type { CodeSource, StepPlan, Task, TaskDefinition } from './task.js';

type Parameter = NonNullable<TaskDefinition['parameters']>[number];
type Step = NonNullable<TaskDefinition['steps']>[number];
type Scm = NonNullable<TaskDefinition['scms']>[number];

/** Pattern of task names. */
export const NAME_RULE = '^[\\u4e00-\\u9fa5A-Za-z0-9_-]{1,115}$';

/** Rules for parameter names. */
export const PARAMETER_NAME = { minLength: 1, maxLength: 128, pattern: '^[a-z0-9A-Z\\_]{1,128}$' };

/** The `name` of every parameter definition. */
export const PARAMETER_KIND = 'hudson.model.StringParameterDefinition';

const HOUR_MS = 3_600_000;

/** Units of a timeout. */
const UNITS_MS: ReadonlyMap<string, number> = new Map([
  ['hour', HOUR_MS],
  ['minute', 60_000],
]);

/** Default timeout of a build. */
const DEFAULT_LIMIT_MS = HOUR_MS;

/** The step before the first step of a task. */
const CHECKOUT: Omit<StepPlan, 'name'> = { module: 'checkout', durationMs: 4_000 };

/** The step of a task without steps: its steps are in a file of the repository. */
const BUILD_FILE: StepPlan = { name: 'Build', module: 'external_shell', durationMs: 8_000 };

/** Modules by parts of action IDs and image names. Only the first two IDs are documented. */
const MODULES: readonly (readonly [RegExp, string])[] = [
  [/20043|maven/, 'external_maven'],
  [/20018|upload/, 'external_upload'],
  [/npm|node/, 'external_npm'],
  [/docker/, 'external_docker'],
];

const DURATIONS_MS: Readonly<Record<string, number>> = {
  external_maven: 18_000,
  external_npm: 12_000,
  external_docker: 25_000,
  external_upload: 5_000,
};

/** Action IDs by module. */
const ACTIONS: Readonly<Record<string, string>> = {
  external_maven: 'devcloud2018.codeci_action_20043.action',
  external_upload: 'devcloud2018.codeci_action_20018.action',
};

/** Creates a parameter definition. */
export const defineParameter = (
  name: string,
  value: string,
  options: { secret?: boolean; isDefault?: boolean; description?: string } = {},
): Parameter => ({
  name: PARAMETER_KIND,
  params: [
    { name: 'name', value: name },
    { name: 'type', value: 'normalparam' },
    { name: 'defaultValue', value },
    { name: 'description', value: options.description ?? '' },
    { name: 'deletion', value: 'false' },
    { name: 'defaults', value: String(options.isDefault ?? false) },
    { name: 'staticVar', value: 'false' },
    { name: 'sensitiveVar', value: String(options.secret ?? false) },
  ],
});

/** Creates the parameter that every task has. */
export const defineBranch = (branch: string): Parameter =>
  defineParameter('codeBranch', branch, { isDefault: true, description: 'The branch to build, predefined' });

const featureOf = ({ params = [] }: Parameter, name: string): string | undefined =>
  params.find((feature) => feature.name === name)?.value;

const isSecret = (parameter: Parameter): boolean => featureOf(parameter, 'sensitiveVar') === 'true';

/** Returns a parameter with another default value. */
const withDefault = (parameter: Parameter, value: string): Parameter => ({
  ...parameter,
  params: (parameter.params ?? []).map((feature) =>
    feature.name === 'defaultValue' ? { ...feature, value } : feature,
  ),
});

/** Returns a definition without the values of secret parameters. */
export const hideSecrets = (definition: TaskDefinition): TaskDefinition => ({
  ...definition,
  ...(definition.parameters && {
    parameters: definition.parameters.map((parameter) =>
      isSecret(parameter) ? withDefault(parameter, MASK) : parameter,
    ),
  }),
});

const moduleOf = ({ module_id: action, properties }: Step): string => {
  const text = `${action} ${typeof properties?.['image'] === 'string' ? properties['image'] : ''}`.toLowerCase();
  return MODULES.find(([pattern]) => pattern.test(text))?.[1] ?? 'external_shell';
};

/** Returns the lines of a step's command, without comments. */
function commandsOf({ properties }: Step): string[] {
  const command = properties?.['command'];
  if (typeof command !== 'string') return [];
  const lines = command.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

function planStep(step: Step): StepPlan {
  const module = moduleOf(step);
  const commands = commandsOf(step);
  const durationMs = DURATIONS_MS[module] ?? 8_000;
  return { name: step.name, module, durationMs, ...(commands.length > 0 && { commands }) };
}

/** Returns the steps of a build: the checkout and the enabled steps. */
function planSteps({ scms = [], steps }: TaskDefinition, language: Language): StepPlan[] {
  const checkout = { name: stepName(language, CHECKOUT.module), ...CHECKOUT };
  const own = (steps ?? []).filter(({ enable = true }) => enable).map(planStep);
  return [...(scms.length > 0 ? [checkout] : []), ...(own.length > 0 ? own : [BUILD_FILE])];
}

/** Reads the parameters. @throws SandboxError 400 if a name is missing, invalid or duplicate. */
function readParameters(context: HandlerContext, parameters: readonly Parameter[]): Task['parameters'] {
  const names = new Set<string>();
  return parameters.map((parameter) => {
    const name = featureOf(parameter, 'name') ?? '';
    if (name !== SCENARIO_PARAMETER && !new RegExp(PARAMETER_NAME.pattern).test(name)) {
      throw context.invalid(
        `parameters: a name must be 1 to 128 letters, digits and underscores; received ${JSON.stringify(name)}.`,
      );
    }
    if (names.has(name)) throw context.invalid(`parameters: names must be unique; received ${name} twice.`);
    names.add(name);
    return { name, value: featureOf(parameter, 'defaultValue') ?? '', secret: isSecret(parameter) };
  });
}

/** Reads the timeout. @throws SandboxError 400 if it is invalid. */
function readLimit(context: HandlerContext, { timeout }: TaskDefinition): number {
  if (timeout?.limit === undefined) return DEFAULT_LIMIT_MS;
  const { limit, unit = 'hour' } = timeout;
  const unitMs = UNITS_MS.get(unit.toLowerCase().replace(/s$/, ''));
  if (unitMs === undefined)
    throw context.invalid(`timeout.unit must be hour or minute; received ${JSON.stringify(unit)}.`);
  if (!/^[1-9]\d{0,5}$/.test(limit)) {
    throw context.invalid(`timeout.limit must be a positive integer in a string; received ${JSON.stringify(limit)}.`);
  }
  return Number(limit) * unitMs;
}

/** Reads the repository. The sandbox invents fields that responses require and the request omits. */
function readCode(random: Random, scm: Scm | undefined): CodeSource {
  const repositoryId = scm?.repo_id && /^\d+$/.test(scm.repo_id) ? scm.repo_id : random.text(10, '123456789');
  const webUrl = scm?.web_url && URL.canParse(scm.web_url) ? scm.web_url : undefined;
  const url = scm?.url ?? '';
  return {
    repositoryId,
    repositoryName:
      scm?.repo_name ??
      url
        .split(/[/:]/)
        .at(-1)!
        .replace(/(?<=.)\.git$/, ''),
    branch: scm?.branch ?? 'master',
    url,
    webUrl: webUrl ?? `https://devcloud.example.com/codehub/${repositoryId}/home`,
    type: scm?.scm_type ?? 'default',
  };
}

/** Returns the parameters of a request, with the branch, and with the previous values of masked secrets. */
function completeParameters(given: TaskDefinition, before: TaskDefinition | undefined): Parameter[] {
  const known = new Map(before?.parameters?.map((parameter) => [featureOf(parameter, 'name'), parameter]));
  const parameters = (given.parameters ?? []).map((parameter) => {
    const old = known.get(featureOf(parameter, 'name'));
    const isShown = isSecret(parameter) && featureOf(parameter, 'defaultValue') === MASK;
    return isShown && old ? withDefault(parameter, featureOf(old, 'defaultValue') ?? '') : parameter;
  });
  const hasBranch = parameters.some((parameter) => featureOf(parameter, 'name') === 'codeBranch');
  return hasBranch ? parameters : [defineBranch(given.scms?.[0]?.branch ?? 'master'), ...parameters];
}

/** The parts of a task that its definition determines. */
export type DefinedParts = Required<Pick<Task, 'definition' | 'steps' | 'parameters' | 'code' | 'timeLimitMs'>>;

/**
 * Reads a definition. `before` is the task that it changes or copies.
 *
 * @throws SandboxError 400 if a part is invalid.
 */
export function readDefinition(context: HandlerContext, given: TaskDefinition, before?: Task): DefinedParts {
  const parameters = completeParameters(given, before && definitionOf(before));
  const definition = structuredClone({ ...given, parameters });
  const scm = given.scms?.[0];
  return {
    definition,
    steps: planSteps(definition, context.state.domains[0]!.language),
    parameters: readParameters(context, parameters),
    code: before && scm?.url === before.code.url && !scm.repo_id ? before.code : readCode(context.state.random, scm),
    timeLimitMs: readLimit(context, definition),
  };
}

/** Returns the definition that would create a task of the initial data. */
function deriveDefinition({ projectId, name, steps, parameters, code, timeLimitMs }: Task): TaskDefinition {
  const own = steps.filter(({ module }) => module !== CHECKOUT.module);
  const inHours = timeLimitMs % HOUR_MS === 0;
  return {
    arch: 'x86-64',
    project_id: projectId,
    job_name: name,
    auto_update_sub_module: 'false',
    flavor: '2u8g',
    host_type: 'devcloud',
    build_config_type: 'ACTION',
    build_if_code_updated: false,
    timeout: inHours
      ? { limit: String(timeLimitMs / HOUR_MS), unit: 'hour' }
      : { limit: String(Math.ceil(timeLimitMs / 60_000)), unit: 'minute' },
    parameters: parameters.map(({ name: parameter, value, secret }) =>
      parameter === 'codeBranch' ? defineBranch(value) : defineParameter(parameter, value, { secret }),
    ),
    scms: [
      {
        branch: code.branch,
        url: code.url,
        repo_id: code.repositoryId,
        web_url: code.webUrl,
        scm_type: code.type,
        is_auto_build: false,
        build_type: 'branch',
        depth: '1',
        group_name: 'sandbox',
        repo_name: code.repositoryName,
      },
    ],
    steps: own.map(({ name: step, module, commands }) => ({
      module_id: ACTIONS[module] ?? `devcloud2018.${module}.action`,
      name: step,
      version: null,
      enable: true,
      properties: commands ? { command: commands.join('\n') } : {},
    })),
  };
}

/** Returns the definition of a task, including the values of secret parameters. */
export const definitionOf = (task: Task): TaskDefinition => ({
  ...(task.definition ?? deriveDefinition(task)),
  project_id: task.projectId,
  job_name: task.name,
});
