/** The two generations of the API, each reduced to what a running build needs. */
import type { CodeArtsBuildOperations, ExecuteJobInput } from '../../generated/codearts-build/operations.js';
import type { BuildOutputSet, BuildRecord } from '../../generated/codearts-build/schema.js';
import type { CallOptions } from '../contract.js';

/** `current`: the operations under `/v1`. `v3`: those of the 2023 reference, which is all that some regions have. */
export type GenerationName = 'current' | 'v3';

/** What a build is started with: the task, values of its parameters, and a tag or a commit. */
export type StartBuildInput = ExecuteJobInput['body'];

/** A step of a build. */
export interface BuildStep {
  /** Name for people, in the language of the account. */
  name: string;
  /** How it stands, in the service's words; empty before it runs. */
  status: string;
  /** How long it ran, in milliseconds. */
  durationMs: number | undefined;
}

/** A section of a log. */
export interface LogSection {
  text: string;
  /** Where the section begins; undefined where the service does not say. */
  start: number | undefined;
  /** Where the next one begins; undefined where the service does not say. */
  end: number | undefined;
  hasMore: boolean;
}

/** A build that a task had. */
export interface PastBuild {
  buildNo: number;
  status: string | undefined;
  /** When it was asked for or began to run. */
  startedAt: Date | undefined;
  /** How long it ran, in milliseconds. */
  durationMs: number | undefined;
}

/** What a running build needs of the API. */
export interface Generation {
  /** Starts a build and returns its number. */
  start(input: StartBuildInput, options: CallOptions): Promise<number>;
  record(jobId: string, buildNo: number, options: CallOptions): Promise<BuildRecord>;
  readLog(jobId: string, buildNo: number, offset: number, options: CallOptions): Promise<LogSection>;
  stop(jobId: string, buildNo: number, options: CallOptions): Promise<void>;
  outputs(jobId: string, buildNo: number, options: CallOptions): Promise<BuildOutputSet>;
  /** The steps, in their order. A record that is at hand saves a request. */
  steps(jobId: string, buildNo: number, options: CallOptions, record?: BuildRecord): Promise<BuildStep[]>;
  /** The latest builds of a task. */
  pastBuilds(jobId: string, options: CallOptions): Promise<PastBuild[]>;
}

/** How many builds of the past are looked at. */
const PAST_BUILDS = 20;

const dateOf = (text: string | null | undefined): Date | undefined => {
  const time = text ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
};

const elapsedMs = (from: Date | undefined, to: Date | undefined): number | undefined =>
  from && to ? to.getTime() - from.getTime() : undefined;

const offsetOf = (value: string | number | undefined): number | undefined =>
  value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value);

function buildNumber(value: string | undefined): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new TypeError(`the service started a build and returned ${JSON.stringify(value)} as its number`);
}

/** Builds by what describes them. One without a number cannot be asked for anything. */
const numbered = <T>(builds: readonly T[], describe: (build: T) => PastBuild): PastBuild[] =>
  builds.map(describe).filter(({ buildNo }) => buildNo > 0);

/** The operations under `/v1`. */
const current = (api: CodeArtsBuildOperations): Generation => {
  async function recordOf(jobId: string, buildNo: number, options: CallOptions): Promise<BuildRecord> {
    const { result } = await api.showJobBuildRecordDetail({ job_id: jobId, build_no: buildNo }, options);
    return result ?? {};
  }
  return {
    async start(input, options) {
      const { result } = await api.executeJob({ body: input }, options);
      return buildNumber(result?.actual_build_number);
    },
    record: recordOf,
    async readLog(jobId, buildNo, offset, options) {
      const input = { job_id: jobId, build_no: buildNo, start_offset: offset, size: '1000' };
      const { result } = await api.downloadBuildRealTimeLog(input, options);
      return {
        text: result?.log ?? '',
        start: offsetOf(result?.start_offset),
        end: offsetOf(result?.end_offset),
        hasMore: result?.has_more ?? false,
      };
    },
    async stop(jobId, buildNo, options) {
      await api.stopTheJob({ job_id: jobId, body: { build_no: buildNo } }, options);
    },
    async outputs(jobId, buildNo, options) {
      const { result } = await api.showNewOutput({ job_id: jobId, build_no: buildNo }, options);
      return result ?? {};
    },
    async steps(jobId, buildNo, options, record) {
      const { build_record_id } = record ?? (await recordOf(jobId, buildNo, options));
      if (!build_record_id) return [];
      const { result } = await api.showBuildRecordFullStages({ record_id: build_record_id }, options);
      return Object.values(result?.build_stages ?? {})
        .sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))
        .map((stage) => ({
          name: stage.display_name ?? stage.execution_stage_name ?? '',
          status: stage.status ?? (stage.start_time ? 'RUNNING' : ''),
          durationMs: stage.build_duration ?? undefined,
        }));
    },
    async pastBuilds(jobId, options) {
      const { result: task } = await api.showJobInfo({ job_id: jobId }, options);
      if (!task?.project_id) return [];
      const input = { build_project_id: task.project_id, page: 0, limit: PAST_BUILDS };
      const { result } = await api.listRecords(input, options);
      return numbered(result?.data ?? [], (build) => ({
        buildNo: Number(build.build_no),
        status: build.status ?? undefined,
        startedAt: dateOf(build.create_time) ?? dateOf(build.start_time),
        durationMs: elapsedMs(dateOf(build.start_time), dateOf(build.finish_time)),
      }));
    },
  };
};

/** The operations of the 2023 reference. */
const v3 = (api: CodeArtsBuildOperations): Generation => ({
  async start(input, options) {
    const { actual_build_number } = await api.runJob({ body: input }, options);
    return buildNumber(actual_build_number);
  },
  async record(jobId, buildNo, options) {
    const { result } = await api.showRecordDetail({ job_id: jobId, build_no: buildNo }, options);
    return result ?? {};
  },
  async readLog(jobId, buildNo, offset, options) {
    const { result } = await api.downloadRealTimeLog({ job_id: jobId, build_no: buildNo, offset }, options);
    return {
      text: result?.content ?? '',
      start: offsetOf(result?.current_offset),
      end: offsetOf(result?.offset),
      hasMore: result?.has_more_data ?? false,
    };
  },
  async stop(jobId, buildNo, options) {
    await api.stopBuildJob({ job_id: jobId, build_no: buildNo }, options);
  },
  async outputs(jobId, buildNo, options) {
    const { result } = await api.showOutputInfo({ job_id: jobId, build_no: buildNo }, options);
    return result ?? {};
  },
  async steps(jobId, buildNo, options) {
    const { build_steps } = await api.showHistoryDetails({ job_id: jobId, build_number: buildNo }, options);
    return (build_steps ?? []).map(({ name, status, build_time }) => ({
      name: name ?? '',
      status: status ?? '',
      durationMs: build_time,
    }));
  },
  async pastBuilds(jobId, options) {
    const input = { job_id: jobId, offset: 0, limit: PAST_BUILDS, interval: 30 };
    const { history_records } = await api.showListHistory(input, options);
    return numbered([history_records ?? []].flat(), (build) => ({
      buildNo: Number(build.build_number),
      status: build.result ?? undefined,
      startedAt: dateOf(build.start_time),
      durationMs: elapsedMs(dateOf(build.start_time), dateOf(build.end_time)),
    }));
  },
});

/** The operations of a generation. */
export const generationOf = (name: GenerationName, api: CodeArtsBuildOperations): Generation =>
  name === 'v3' ? v3(api) : current(api);
