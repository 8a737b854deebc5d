/** Parameter definitions of a task: objects to read and write, and the lists of names and values that the service has. */
import type { ParameterChoice, ParameterDefinition } from '../../generated/codearts-build/schema.js';
import {
  anyRule,
  booleanRule,
  checkOptions,
  checkValue,
  isObject,
  nonEmptyString,
  objectRule,
  type Rule,
} from '../errors/check-options.js';

/** A parameter that a task defines. Fields that are omitted are not sent. */
export interface TaskParameter {
  /** Name of the parameter. */
  name: string;
  type?: 'normalparam' | 'customizeparam' | (string & {}) | undefined;
  /** Responses can contain asterisks instead of a secret value. */
  defaultValue?: string | undefined;
  description?: string | undefined;
  /** Undocumented, probably whether the parameter can be deleted. */
  deletion?: boolean | undefined;
  /** Whether the system defines the parameter for every task. */
  defaults?: boolean | undefined;
  /** Undocumented. */
  staticVar?: boolean | undefined;
  /** Whether the value is secret. */
  sensitiveVar?: boolean | undefined;
  /** Allowed values. Any value is allowed if omitted. */
  limits?: readonly ParameterChoice[] | undefined;
  /** Class of the definition. @default 'hudson.model.StringParameterDefinition' */
  definition?: string | undefined;
  /** Other properties, by name. */
  other?: Readonly<Record<string, string>> | undefined;
}

const DEFINITION = 'hudson.model.StringParameterDefinition';

const stringRule: Rule = ['a string', (value) => typeof value === 'string', 'secret'];
const arrayRule: Rule = ['an array', Array.isArray];
const flagRule: Rule = [`'true' or 'false'`, (value) => value === 'true' || value === 'false'];
const choicesRule: Rule = [
  'an array of objects',
  (value) => Array.isArray(value) && value.every((item) => isObject(item) && !Array.isArray(item)),
];
const stringMapRule: Rule = [
  'an object with strings',
  (value) => isObject(value) && Object.values(value).every((item) => typeof item === 'string'),
  'secret',
];

const TEXTS = ['name', 'type', 'defaultValue', 'description'] as const;
const FLAGS = ['deletion', 'defaults', 'staticVar', 'sensitiveVar'] as const;
type Text = (typeof TEXTS)[number];
type Flag = (typeof FLAGS)[number];
const isText = (name: string): name is Text => TEXTS.includes(name as Text);
const isFlag = (name: string): name is Flag => FLAGS.includes(name as Flag);

/** Rules of a parameter. Typed, so that none can be forgotten. */
const parameterRules: Record<keyof TaskParameter, Rule> = {
  name: anyRule, // checked by itself, because it is required
  type: nonEmptyString,
  defaultValue: stringRule,
  description: stringRule,
  deletion: booleanRule,
  defaults: booleanRule,
  staticVar: booleanRule,
  sensitiveVar: booleanRule,
  limits: choicesRule,
  definition: nonEmptyString,
  other: stringMapRule,
};

/** Calls a function for each item. A TypeError names the item. */
function mapItems<T, Result>(list: readonly T[], read: (item: T) => Result): Result[] {
  return list.map((item, index) => {
    try {
      return read(item);
    } catch (error) {
      throw error instanceof TypeError ? new TypeError(`parameters[${index}]: ${error.message}`) : error;
    }
  });
}

function encodeParameter(given: TaskParameter): ParameterDefinition {
  checkValue('a parameter', given, objectRule);
  const parameter = checkOptions(given, [parameterRules], 'a parameter');
  checkValue('name', parameter.name, nonEmptyString);
  const { limits, definition = DEFINITION, other = {} } = parameter;
  const entries: [name: string, value: string | undefined][] = [
    ...TEXTS.map((name): [string, string | undefined] => [name, parameter[name]]),
    ...FLAGS.map((name): [string, string | undefined] => [name, parameter[name]?.toString()]),
  ];
  for (const [name, value] of Object.entries(other)) {
    if (entries.some(([known]) => known === name))
      throw new TypeError(`other must be properties without a field of their own; received ${JSON.stringify(name)}`);
    entries.push([name, value]);
  }
  // Clients in use send the allowed values with the default value.
  const carrier = parameter.defaultValue === undefined ? 'name' : 'defaultValue';
  return {
    name: definition,
    params: entries.flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [
        limits && name === carrier ? { name, value, limits: limits.map((choice) => ({ ...choice })) } : { name, value },
      ];
    }),
  };
}

function decodeParameter(given: ParameterDefinition): TaskParameter {
  checkValue('a definition', given, objectRule);
  const { name: definition = DEFINITION, params } = given;
  checkValue('the name of a definition', definition, nonEmptyString);
  checkValue('params', params, arrayRule);
  const fields: Partial<TaskParameter> = {};
  const other: [name: string, value: string][] = [];
  for (const property of params ?? []) {
    checkValue('a property', property, objectRule);
    const { name, value, limits } = property;
    checkValue('the name of a property', name, nonEmptyString);
    if (limits) {
      checkValue('limits', limits, choicesRule);
      fields.limits = limits.map((choice) => ({ ...choice }));
    }
    if (name === undefined || value === undefined) continue;
    checkValue(name, value, stringRule);
    if (isText(name)) fields[name] = value;
    else if (isFlag(name)) {
      checkValue(name, value, flagRule);
      fields[name] = value === 'true';
    } else other.push([name, value]);
  }
  const { name = '' } = fields;
  checkValue('name', name, nonEmptyString);
  return {
    ...fields,
    name,
    ...(definition.toLowerCase() !== DEFINITION.toLowerCase() && { definition }),
    ...(other.length > 0 && { other: Object.fromEntries(other) }),
  };
}

/**
 * Encodes parameters as `parameters` of `createNewJob`, `updateNewJob` and templates.
 *
 * Each becomes a definition with a list of names and values. Flags become the strings `true` and `false`. Allowed values (`limits`) go with the default
 * value. Sends no request.
 *
 * @throws TypeError if a parameter has no name, an unknown field or a wrong value
 * @example
 * ```ts
 * encodeParameters([{ name: 'profile', type: 'normalparam', defaultValue: 'release' }]);
 * ```
 * @see {@link decodeParameters}
 */
export function encodeParameters(parameters: readonly TaskParameter[]): ParameterDefinition[] {
  checkValue('parameters', parameters, arrayRule);
  return mapItems(parameters, encodeParameter);
}

/**
 * Decodes `parameters` of `showJobConfig`, `listJobConfig` and templates.
 *
 * The order of the properties, and `limits` that are `null`, are not kept. `encodeParameters` returns the same definitions apart from that.
 *
 * @throws TypeError if a definition has no parameter name, or a property is malformed
 * @see {@link encodeParameters}
 */
export function decodeParameters(definitions: readonly ParameterDefinition[]): TaskParameter[] {
  checkValue('parameters', definitions, arrayRule);
  return mapItems(definitions, decodeParameter);
}
