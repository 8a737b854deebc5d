/** The input that starts a build, and the handle that identifies one. */
import {
  booleanRule,
  checkValue,
  isObject,
  nonEmptyString,
  nonNegativeInteger,
  objectRule,
  positiveInteger,
  type Rule,
} from '../errors/check-options.js';
import type { CallOptions } from '../operations/contract.js';
import { nearest } from './nearest.js';

/** `v1`: the current operations. `v3`: those of the 2023 reference, which are the only ones in some regions. */
export type ApiVersion = 'v1' | 'v3';

/** A task by ID, or by name. A name must match exactly; without `project`, all projects of the caller are searched. */
export type BuildTarget =
  { jobId: string; task?: never; project?: never } | { task: string; project?: string | undefined; jobId?: never };

/** The code to build. Without a member: the default of the task. */
export type Revision =
  | { branch?: string | undefined; commit?: string | undefined; tag?: never }
  | { tag: string; branch?: never; commit?: never };

/** Values of build parameters by name. Numbers and booleans are sent as strings. */
export type BuildParameters = Readonly<Record<string, string | number | boolean>>;

/** Input of `startBuild`: the task, the code, and values of build parameters. */
export type StartBuildInput = BuildTarget &
  Revision & {
    params?: BuildParameters | undefined;
  };

/** Options of `startBuild`. The options of a call apply to the request that starts the build. */
export interface StartBuildOptions extends CallOptions {
  /** Version of the operations to use. Regions with only the 2023 API require `v3`. @default 'v1' */
  apiVersion?: ApiVersion | undefined;
  /**
   * Checks `params` against the definitions of the task before the start, with one more request.
   *
   * A name that is unknown, or a value that is not a choice, throws a `TypeError`. @default false
   */
  checkParams?: boolean | undefined;
  /**
   * Action if `signal` aborts while the start is in flight. `stop` waits up to 5 s for the response, or looks the build up, then stops it.
   *
   * @default 'detach'
   */
  onAbort?: 'stop' | 'detach' | undefined;
}

/** Position in a log, for resuming in this or another process. */
export interface LogPosition {
  /** Offset of the next chunk, as the service counts. */
  offset: number;
  /** Text that was read and not yielded: complete lines, and the start of the next one. */
  rest: string;
}

/** A serialized build: what `attachBuild` accepts, and the result of `JSON.stringify` for a `BuildRun`. */
export interface BuildHandle {
  jobId: string;
  buildNo: number;
  /** @default 'v1' */
  apiVersion?: ApiVersion | undefined;
  /** Name of the task, for messages and events. */
  task?: string | undefined;
  /** Time at which `startBuild` requested the build, in ISO 8601 by the clock of the service. For 10 s from then, 404 and 422 mean that its record is late. */
  requestedAt?: string | undefined;
  /** Position of the last reader of the log. @default the start */
  log?: LogPosition | undefined;
}

/** A task and a number, or which build if there is no number. @default the latest build */
export type AttachTarget = BuildTarget & { buildNo?: number | undefined; which?: 'latest' | 'running' | undefined };

/** Options of `attachBuild` by name. */
export interface AttachOptions extends CallOptions {
  /** @default 'v1' */
  apiVersion?: ApiVersion | undefined;
}

const apiVersionRule: Rule = [`'v1' or 'v3'`, (value) => value === 'v1' || value === 'v3'];
const text: Rule = ['a string', (value) => typeof value === 'string'];
const timeRule: Rule = ['an ISO 8601 time', (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))];
const paramRule: Rule = [
  'a string, a finite number or a boolean',
  (value) => ['string', 'boolean'].includes(typeof value) || Number.isFinite(value),
  'secret',
];

/** @throws TypeError that names the first wrong parameter. */
function checkParamValues(params: Record<string, unknown>): boolean {
  for (const [name, value] of Object.entries(params)) checkValue(`params[${JSON.stringify(name)}]`, value, paramRule);
  return true;
}

const paramsRule: Rule = [
  'an object of strings, finite numbers and booleans',
  (value) => isObject(value) && !Array.isArray(value) && checkParamValues(value),
  'secret',
];

const targetRules: Readonly<Record<string, Rule>> = {
  jobId: nonEmptyString,
  task: nonEmptyString,
  project: nonEmptyString,
};
const revisionRules: Readonly<Record<string, Rule>> = {
  branch: nonEmptyString,
  tag: nonEmptyString,
  commit: nonEmptyString,
  params: paramsRule,
};
const attachRules: Readonly<Record<string, Rule>> = {
  buildNo: positiveInteger,
  which: [`'latest' or 'running'`, (value) => value === 'latest' || value === 'running'],
};

/** Options of `startBuild` in addition to those of a call. */
export const startRules: Record<Exclude<keyof StartBuildOptions, keyof CallOptions>, Rule> = {
  apiVersion: apiVersionRule,
  checkParams: booleanRule,
  onAbort: onAbortRule(),
};

export const attachOptionRules: Record<Exclude<keyof AttachOptions, keyof CallOptions>, Rule> = {
  apiVersion: apiVersionRule,
};

/** The rule of `onAbort`, here and of a wait. */
export function onAbortRule(): Rule {
  return [`'stop' or 'detach'`, (value) => value === 'stop' || value === 'detach'];
}

/** Checks the members of an input. @throws TypeError that names the first wrong or unknown one. */
function checkMembers(owner: string, input: object, rules: Readonly<Record<string, Rule>>): void {
  for (const [name, value] of Object.entries(input) as [string, unknown][]) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule) checkValue(name, value, rule);
    else {
      const [near] = nearest(name, Object.keys(rules));
      const hint = near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`;
      throw new TypeError(`${owner}: unknown member ${JSON.stringify(name)}${hint}`);
    }
  }
}

function checkTarget(
  owner: string,
  { jobId, task, project }: Partial<Record<'jobId' | 'task' | 'project', unknown>>,
): void {
  if (jobId === undefined && task === undefined) throw new TypeError(`${owner}: jobId or task is required`);
  if (jobId !== undefined && task !== undefined) throw new TypeError(`${owner}: jobId and task exclude each other`);
  if (jobId !== undefined && project !== undefined) throw new TypeError(`${owner}: project requires task`);
}

/** Code and parameters that were not checked yet. */
interface AnyRevision {
  branch?: string | undefined;
  tag?: string | undefined;
  commit?: string | undefined;
  params?: BuildParameters | undefined;
}

/** Checks code and parameters. @throws TypeError */
export function checkRevision(owner: string, changes: AnyRevision): void {
  checkValue(`the input of ${owner}`, changes, objectRule);
  checkMembers(owner, changes, revisionRules);
  const { branch, tag, commit, params } = changes;
  if (tag !== undefined && (branch ?? commit) !== undefined) {
    throw new TypeError(`${owner}: tag excludes branch and commit`);
  }
  if (branch !== undefined && params && Object.hasOwn(params, 'codeBranch')) {
    throw new TypeError(`${owner}: branch and params.codeBranch exclude each other`);
  }
}

/** @throws TypeError */
export function checkStartInput(input: StartBuildInput): void {
  checkValue('the input of startBuild', input, objectRule);
  checkMembers('startBuild', input, { ...targetRules, ...revisionRules });
  checkTarget('startBuild', input);
  const { branch, tag, commit, params } = input;
  checkRevision('startBuild', { branch, tag, commit, params });
}

/** @throws TypeError */
export function checkAttachTarget(target: AttachTarget): void {
  checkMembers('attachBuild', target, { ...targetRules, ...attachRules });
  checkTarget('attachBuild', target);
  if (target.buildNo !== undefined && target.which !== undefined) {
    throw new TypeError('attachBuild: buildNo and which exclude each other');
  }
}

/** A handle with its version and position. */
export interface CompleteHandle extends BuildHandle {
  apiVersion: ApiVersion;
  log: LogPosition;
}

export const LOG_START: LogPosition = { offset: 0, rest: '' };

/** Checks a handle, which may come from anywhere. Other members are ignored. @throws TypeError if it names no build. */
export function parseHandle(handle: BuildHandle): CompleteHandle {
  checkValue('handle', handle, objectRule);
  const { jobId, buildNo, apiVersion = 'v1', task, requestedAt, log = LOG_START } = handle;
  checkValue('jobId', jobId, nonEmptyString);
  checkValue('buildNo', buildNo, positiveInteger);
  checkValue('apiVersion', apiVersion, apiVersionRule);
  if (task !== undefined) checkValue('task', task, text);
  if (requestedAt !== undefined) checkValue('requestedAt', requestedAt, timeRule);
  checkValue('log', log, objectRule);
  checkValue('log.offset', log.offset, nonNegativeInteger);
  checkValue('log.rest', log.rest, text);
  return { jobId, buildNo, apiVersion, task, requestedAt, log: { offset: log.offset, rest: log.rest } };
}

/** Returns the body of the request that starts a build. */
export function toRequestBody(jobId: string, input: Revision & { params?: BuildParameters | undefined }) {
  const { branch, tag, commit, params = {} } = input;
  const parameter = Object.entries(params).map(([name, value]) => ({ name, value: String(value) }));
  if (branch !== undefined) parameter.unshift({ name: 'codeBranch', value: branch });
  let scm: Record<string, string> | undefined;
  if (tag !== undefined) scm = { build_tag: tag, build_type: 'tag' };
  else if (commit !== undefined) scm = { build_commit_id: commit, build_type: 'commitId' };
  else if (branch !== undefined) scm = { build_type: 'branch' };
  if (scm && branch !== undefined) scm['branch'] = branch;
  return { job_id: jobId, ...(parameter.length > 0 && { parameter }), ...(scm && { scm }) };
}

/** Checks parameters against the definitions of a task. @throws TypeError that names the first wrong one. */
export function checkParams(
  params: BuildParameters,
  definitions: readonly { readonly name: string; readonly choices: readonly string[] }[],
): void {
  for (const [name, value] of Object.entries(params)) {
    const definition = definitions.find((item) => item.name === name);
    if (!definition) {
      const [near] = nearest(
        name,
        definitions.map((item) => item.name),
      );
      const hint = near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`;
      throw new TypeError(`startBuild: the task has no parameter ${JSON.stringify(name)}${hint}`);
    }
    const { choices } = definition;
    if (choices.length > 0 && !choices.includes(String(value))) {
      const list = choices.map((choice) => JSON.stringify(choice)).join(', ');
      throw new TypeError(`params.${name} must be one of ${list}; received ${JSON.stringify(String(value))}`);
    }
  }
}
