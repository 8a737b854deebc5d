/** The requests that builds need: how each is sent, and what both versions of the API have in common. */
import type { CodeArtsBuildOperations } from '../../generated/codearts-build/operations.js';
import type { BuildOutput, BuildOutputSet, BuildRecord } from '../../generated/codearts-build/schema.js';
import { isObject } from '../errors/check-options.js';
import type { BuildSummary } from '../errors/codearts-error.js';
import { ApiError, ResponseFormatError } from '../errors/request-errors.js';
import type { EventListener } from '../http/events.js';
import type { Clock } from '../http/timing.js';
import type { InternalCallOptions } from '../operations/caller.js';
import type { Call, CallOptions, Download, OperationSpec } from '../operations/contract.js';
import type { BuildParameters, Revision } from './build-input.js';
import type { BuildArtifact, BuildFailure, BuildStep } from './events.js';
import { createBudgets, type Budgets } from './limiter.js';
import { createServiceTime, type ServiceTime } from './time.js';

type Operations = CodeArtsBuildOperations;
type Input<Id extends keyof Operations> = Parameters<Operations[Id]>[0];
type Output<Id extends keyof Operations> = Awaited<ReturnType<Operations[Id]>>;

/** The parts of a client that builds use. */
export interface BuildClient {
  readonly api: Operations;
  readonly table: Readonly<Record<string, OperationSpec>>;
  readonly endpoint: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: EventListener;
}

/** State that the builds of a client share. */
export interface BuildContext extends BuildClient {
  /** Sends a request, and reads the clock of the service from its response. */
  readonly send: Send;
  readonly time: ServiceTime;
  readonly budgets: Budgets;
}

/** @param read Returns the part of the response that is needed; undefined if it is missing, which counts as a failed request. */
export type Send = <Id extends keyof Operations, Result>(
  id: Id,
  input: Input<Id>,
  options: InternalCallOptions,
  read: (data: Output<Id>) => Result | undefined,
) => Promise<Result>;

/** A part of a log. */
export interface LogChunk {
  text: string;
  /** Offset of the chunk; undefined if the service does not report it. */
  start: number | undefined;
  /** Offset of the next chunk; undefined if the service does not report it. */
  end: number | undefined;
  hasMore: boolean;
}

/** A build in a list. */
export interface ListedBuild {
  buildNo: number;
  status: string | undefined;
  requestedAt: Date | undefined;
  startedAt: Date | undefined;
  finishedAt: Date | undefined;
  durationMs: number | undefined;
}

/** A parameter that a task defines. */
export interface DefinedParameter {
  name: string;
  /** Values that it accepts; empty if it accepts any. */
  choices: string[];
}

/** A task, as its configuration describes it. */
export interface TaskDefinition {
  id: string;
  name: string;
  projectId: string;
  parameters: DefinedParameter[];
}

/** The operations of one version of the API. */
export interface BuildApi {
  /** IDs of the operations that are polled, for their budgets. */
  readonly ids: { readonly record: string; readonly log: string; readonly steps: string; readonly builds: string };
  /** Starts a build and returns its number. */
  start(body: Record<string, unknown>, options: InternalCallOptions): Promise<number>;
  record(jobId: string, buildNo: number, options: CallOptions): Promise<BuildRecord>;
  readLog(jobId: string, buildNo: number, offset: number, options: CallOptions): Promise<LogChunk>;
  stop(jobId: string, buildNo: number, options: CallOptions): Promise<void>;
  outputs(jobId: string, buildNo: number, options: CallOptions): Promise<BuildArtifact[]>;
  steps(record: BuildRecord, jobId: string, buildNo: number, options: CallOptions): Promise<BuildStep[]>;
  /** Returns the latest builds of a task, latest first. Passing the ID of its build project saves a request. */
  builds(jobId: string, limit: number, options: CallOptions, buildProjectId?: string): Promise<ListedBuild[]>;
  /** Returns the latest build of a task; undefined if there is none. */
  latest(jobId: string, options: CallOptions): Promise<{ buildNo: number; running: boolean } | undefined>;
  definition(jobId: string, options: CallOptions): Promise<TaskDefinition>;
  /** Returns the parameters of a build, without secret values. */
  parameters(record: BuildRecord, jobId: string, buildNo: number, options: CallOptions): Promise<BuildParameters>;
  analysis(jobId: string, buildNo: number, options: CallOptions): Promise<BuildFailure['analysis']>;
  wholeLog(recordId: string, options: CallOptions): Promise<Download>;
  stepLog(recordId: string, step: BuildStep, options: CallOptions): Promise<Download>;
}

/** Creates the function that sends all requests of builds. */
function createSend(api: Operations, table: BuildClient['table'], time: ServiceTime): Send {
  return async (id, input, options, read) => {
    // One method per ID: the types of both are generated together.
    const operation = api[id] as unknown as (input: unknown, options: CallOptions) => Call<Output<typeof id>>;
    try {
      const { data, response, requestId, attempts } = await operation(input, options).withResponse();
      time.observe(response);
      const result = read(data);
      if (result !== undefined) return result;
      const { method = 'GET', path = '' } = table[id] ?? {};
      throw new ResponseFormatError({
        ...{ method, path, status: response.status, requestId, attempts, mayHaveRun: true, text: '' },
        contentType: response.headers.get('content-type') ?? undefined,
        problem: 'a body without the documented result',
      });
    } catch (error) {
      if (error instanceof ApiError) time.observe(error.response);
      throw error;
    }
  };
}

export function createBuildContext(client: BuildClient): BuildContext {
  const { api, table, clock } = client;
  const time = createServiceTime(clock);
  const budgets = createBudgets(clock, (id) => table[id]?.rateLimit);
  return { ...client, time, budgets, send: createSend(api, table, time) };
}

// Responses may contain anything: these read what is there, and throw nothing.

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Numbers come as digits too. */
export const integerOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) : undefined;
};

export const isTrue = (value: unknown): boolean => value === true;

/** Returns the number of a build, from 1. */
export const buildNumberOf = (value: unknown): number | undefined => integerOf(value) || undefined;

/** Returns a value that is an object and no array. */
export const objectOf = <T>(value: T | null | undefined): NonNullable<T> | undefined =>
  isObject(value) && !Array.isArray(value) ? value : undefined;

/** Returns the objects of an array, or of one object. */
export const objectsOf = <T>(value: readonly T[] | T | null | undefined): T[] =>
  ([value].flat() as unknown[]).filter((item): item is T => isObject(item));

/** Returns the entries of a map whose values are objects. */
export const entriesOf = <T>(value: Readonly<Record<string, T>> | null | undefined): [string, T][] =>
  isObject(value) ? Object.entries<T>(value).filter(([, item]) => isObject(item)) : [];

export const elapsedMs = (from: Date | undefined, to: Date | undefined): number | undefined =>
  from && to ? Math.max(0, to.getTime() - from.getTime()) : undefined;

/** A build without a number cannot be used for anything. */
export const withNumber = (build: Omit<ListedBuild, 'buildNo'> & { buildNo: number | undefined }): ListedBuild[] =>
  build.buildNo === undefined ? [] : [{ ...build, buildNo: build.buildNo }];

export const toSummary = ({ buildNo, status, requestedAt, startedAt, durationMs }: ListedBuild): BuildSummary => ({
  ...{ buildNo, status, durationMs },
  startedAt: requestedAt ?? startedAt,
});

/** Values of secrets are replaced by asterisks. */
export const isMasked = (value: string): boolean => /^\*+$/.test(value);

export function artifactsOf(outputs: BuildOutputSet): BuildArtifact[] {
  const toArtifact = (kind: BuildArtifact['kind'], key: string, output: BuildOutput): BuildArtifact => ({
    ...{ kind, key, name: textOf(output.name), version: textOf(output.version) },
    ...{ packageType: textOf(output.package_type), uri: textOf(output.uri) },
  });
  const packages = entriesOf(outputs.package_infos).map(([key, output]) => toArtifact('package', key, output));
  const images = entriesOf(outputs.image_infos).map(([key, output]) => toArtifact('image', key, output));
  const single = objectsOf(outputs.package_info).map((output) =>
    toArtifact('package', textOf(output.name) ?? 'package', output),
  );
  return [...(packages.length > 0 ? packages : single), ...images];
}

/** Returns the code that a build has built. */
export function revisionOf(record: BuildRecord): Revision {
  const [branch, tag, commit] = [textOf(record.branch), textOf(record.tag), textOf(record.commit)];
  if (tag !== undefined && (branch === undefined || /^tag$/i.test(textOf(record.build_type) ?? ''))) return { tag };
  return { ...(branch !== undefined && { branch }), ...(commit !== undefined && { commit }) };
}
