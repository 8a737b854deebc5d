/** The operations that a build needs, for both versions of the API. */
import type { CodeArtsBuildOperations, ExecuteJobInput } from '../../generated/codearts-build/operations.js';
import type { BuildOutputSet, BuildRecord } from '../../generated/codearts-build/schema.js';
import type { CallOptions } from '../operations/contract.js';

/** `v1`: the current operations. `v3`: those of the 2023 reference, which are the only ones in some regions. */
export type ApiVersion = 'v1' | 'v3';

/** Input of `startBuild`: the task, values of its parameters, and a tag or a commit. */
export type StartBuildInput = ExecuteJobInput['body'];

/** A step of a build. */
export interface BuildStep {
  /** Name, in the language of the account. */
  name: string;
  /** Status, as the service spells it; empty before the step runs. */
  status: string;
  /** Duration in milliseconds. */
  durationMs: number | undefined;
}

/** A part of a log. */
export interface LogChunk {
  text: string;
  /** Offset of the chunk; undefined if the service does not report it. */
  start: number | undefined;
  /** Offset of the next chunk; undefined if the service does not report it. */
  end: number | undefined;
  hasMore: boolean;
}

/** A build of a task, as lists show it. */
export interface BuildSummary {
  buildNo: number;
  status: string | undefined;
  /** Time at which it was requested or started. */
  startedAt: Date | undefined;
  /** Duration in milliseconds. */
  durationMs: number | undefined;
}

/** The operations of one version of the API. */
export interface BuildApi {
  /** Starts a build and returns its number; undefined if the response contains none. */
  start(input: StartBuildInput, options: CallOptions): Promise<number | undefined>;
  record(jobId: string, buildNo: number, options: CallOptions): Promise<BuildRecord>;
  readLog(jobId: string, buildNo: number, offset: number, options: CallOptions): Promise<LogChunk>;
  stop(jobId: string, buildNo: number, options: CallOptions): Promise<void>;
  outputs(jobId: string, buildNo: number, options: CallOptions): Promise<BuildOutputSet>;
  /** Returns the steps in order. Passing the record saves a request. */
  steps(jobId: string, buildNo: number, options: CallOptions, record?: BuildRecord): Promise<BuildStep[]>;
  /** Returns the latest builds of a task. */
  recentBuilds(jobId: string, options: CallOptions): Promise<BuildSummary[]>;
}

const MAX_RECENT_BUILDS = 20;

const dateOf = (text: string | null | undefined): Date | undefined => {
  const time = text ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
};

const elapsedMs = (from: Date | undefined, to: Date | undefined): number | undefined =>
  from && to ? to.getTime() - from.getTime() : undefined;

const offsetOf = (value: string | number | undefined): number | undefined =>
  value === undefined || value === '' || Number.isNaN(Number(value)) ? undefined : Number(value);

function buildNumber(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** Maps records to summaries. A build without a number cannot be used for anything. */
const numbered = <T>(builds: readonly T[], describe: (build: T) => BuildSummary): BuildSummary[] =>
  builds.map(describe).filter(({ buildNo }) => buildNo > 0);

/** The current operations. */
const v1 = (api: CodeArtsBuildOperations): BuildApi => {
  async function recordOf(jobId: string, buildNo: number, options: CallOptions): Promise<BuildRecord> {
    const { result } = await api.showJobBuildRecordDetail({ job_id: jobId, build_no: buildNo }, options);
    return result ?? {};
  }
  return {
    async start(input, options) {
      const started = await api.executeJob({ body: input }, options);
      return buildNumber((started as typeof started | undefined | null)?.result?.actual_build_number);
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
    async recentBuilds(jobId, options) {
      const { result: task } = await api.showJobInfo({ job_id: jobId }, options);
      if (!task?.project_id) return [];
      const input = { build_project_id: task.project_id, page: 0, limit: MAX_RECENT_BUILDS };
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
const v3 = (api: CodeArtsBuildOperations): BuildApi => ({
  async start(input, options) {
    const started = await api.runJob({ body: input }, options);
    return buildNumber((started as typeof started | undefined | null)?.actual_build_number);
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
  async recentBuilds(jobId, options) {
    const input = { job_id: jobId, offset: 0, limit: MAX_RECENT_BUILDS, interval: 30 };
    const { history_records } = await api.showListHistory(input, options);
    return numbered([history_records ?? []].flat(), (build) => ({
      buildNo: Number(build.build_number),
      status: build.result ?? undefined,
      startedAt: dateOf(build.start_time),
      durationMs: elapsedMs(dateOf(build.start_time), dateOf(build.end_time)),
    }));
  },
});

export const createBuildApi = (version: ApiVersion, api: CodeArtsBuildOperations): BuildApi =>
  version === 'v3' ? v3(api) : v1(api);
