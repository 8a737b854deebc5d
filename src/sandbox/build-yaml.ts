/** Prints a task as a YAML build file. */
import { SCENARIO_PARAMETER } from './scenario.js';
import type { StepPlan, Task } from './task.js';

/** Prints a string as YAML. JSON strings are valid YAML strings. */
export const quote = (text: string): string => JSON.stringify(text);

/** Names of the modules in the file. */
const ACTIONS: Readonly<Record<string, string>> = {
  external_maven: 'maven',
  external_npm: 'npm',
  external_docker: 'build_image',
  external_upload: 'upload_artifact',
};

const CHECKOUT = 'checkout';

const printCheckout = ({ code }: Task, { name }: StepPlan): string[] => [
  '    - checkout:',
  `        name: ${quote(name)}`,
  '        inputs:',
  `          scm: ${quote(code.type)}`,
  `          url: ${quote(code.url)}`,
  '          branch: "${codeBranch}"',
];

const printAction = ({ name, module, commands = [] }: StepPlan): string[] => [
  `    - ${ACTIONS[module] ?? 'sh'}:`,
  `        name: ${quote(name)}`,
  ...(commands.length > 0 ? ['        inputs:', `          command: ${quote(commands.join('\n'))}`] : []),
];

/** Prints the file, in the outline of the Huawei Cloud user guide. Omits values of secret parameters. */
export function printBuildYaml(task: Task, architecture: string): string {
  const parameters = task.parameters.filter(({ name }) => name !== SCENARIO_PARAMETER);
  const checkouts = task.steps.filter(({ module }) => module === CHECKOUT);
  const actions = task.steps.filter(({ module }) => module !== CHECKOUT);
  return [
    'version: 2.0',
    ...(parameters.length > 0 ? ['params:'] : []),
    ...parameters.flatMap(({ name, value, secret }) => [
      `  - name: ${quote(name)}`,
      ...(secret ? [] : [`    value: ${quote(value)}`]),
    ]),
    'env:',
    '  resource:',
    '    type: docker',
    `    arch: ${/arm/i.test(architecture) ? 'ARM' : 'X86'}`,
    'steps:',
    ...(checkouts.length > 0 ? ['  PRE_BUILD:'] : []),
    ...checkouts.flatMap((step) => printCheckout(task, step)),
    ...(actions.length > 0 ? ['  BUILD:'] : []),
    ...actions.flatMap(printAction),
    '',
  ].join('\n');
}
