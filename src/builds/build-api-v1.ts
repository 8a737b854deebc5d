/** Builds by the current operations. */
import type { BuildStageRecord } from '../../generated/codearts-build/schema.js';
import {
  artifactsOf,
  buildNumberOf,
  elapsedMs,
  entriesOf,
  integerOf,
  isMasked,
  isTrue,
  objectOf,
  objectsOf,
  textOf,
  withNumber,
  type BuildApi,
  type BuildContext,
  type TaskDefinition,
} from './build-api.js';
import { isFinished, stepStatus } from './build-status.js';
import type { BuildStep } from './events.js';
import { parseTime } from './time.js';

/** The result of `showJobConfig` and `listJobConfig`. */
interface TaskConfig {
  job_id?: string | undefined;
  job_name?: string | undefined;
  project_id?: string | undefined;
  parameters?: readonly { params?: readonly ParameterField[] | null }[] | null | undefined;
}

interface ParameterField {
  name?: string;
  value?: string;
  limits?: readonly { disable?: string; name?: string }[] | null;
}

export function definitionOf(jobId: string, config: TaskConfig): TaskDefinition {
  const parameters = objectsOf(config.parameters).flatMap(({ params }) => {
    const fields = objectsOf(params);
    const field = (name: string): ParameterField | undefined => fields.find((item) => item.name === name);
    const name = textOf(field('name')?.value);
    const limits = fields.flatMap((item) => objectsOf(item.limits)).filter(({ disable = '0' }) => disable === '0');
    const choices = limits.map((choice) => textOf(choice.name) ?? '').filter((choice) => choice !== '');
    return name === undefined ? [] : [{ name, choices }];
  });
  const id = textOf(config.job_id) ?? jobId;
  return { id, name: textOf(config.job_name) ?? id, projectId: textOf(config.project_id) ?? '', parameters };
}

/** Stages that the scheduler adds before and after the steps of the task. */
const OWN_STAGES: ReadonlySet<string> = new Set(['initial', 'final']);

const toStep = (stage: BuildStageRecord, index: number): BuildStep => ({
  index,
  key: textOf(stage.execution_stage_name),
  name: textOf(stage.display_name) ?? textOf(stage.execution_stage_name) ?? '',
  status: stepStatus(stage.status, Boolean(stage.start_time)),
  durationMs: integerOf(stage.build_duration),
});

export const v1 = ({ send }: BuildContext): BuildApi => {
  const record: BuildApi['record'] = (job_id, build_no, options) =>
    send('showJobBuildRecordDetail', { job_id, build_no }, options, (data) => objectOf(data?.result));
  return {
    ids: {
      record: 'showJobBuildRecordDetail',
      log: 'downloadBuildRealTimeLog',
      steps: 'showBuildRecordFullStages',
      builds: 'listRecords',
    },
    start: (body, options) =>
      send('executeJob', { body: body as never }, options, (data) => buildNumberOf(data?.result?.actual_build_number)),
    record,
    readLog: (job_id, build_no, start_offset, options) =>
      send('downloadBuildRealTimeLog', { job_id, build_no, start_offset, size: '1000' }, options, (data) => {
        const chunk = objectOf(data?.result);
        const text: unknown = chunk?.log ?? '';
        if (!chunk || typeof text !== 'string') return undefined;
        const [start, end] = [integerOf(chunk.start_offset), integerOf(chunk.end_offset)];
        return { text, start, end, hasMore: isTrue(chunk.has_more) };
      }),
    async stop(job_id, build_no, options) {
      await send('stopTheJob', { job_id, body: { build_no } }, options, () => true);
    },
    outputs: (job_id, build_no, options) =>
      send('showNewOutput', { job_id, build_no }, options, (data) => artifactsOf(objectOf(data?.result) ?? {})),
    async steps({ build_record_id }, _jobId, _buildNo, options) {
      const record_id = textOf(build_record_id);
      if (record_id === undefined) return [];
      return send('showBuildRecordFullStages', { record_id }, options, (data) =>
        entriesOf(data?.result?.build_stages)
          .map(([, stage]) => stage)
          .filter(({ execution_stage_name: name }) => !OWN_STAGES.has(textOf(name) ?? ''))
          .sort((a, b) => (integerOf(a.sequence) ?? 0) - (integerOf(b.sequence) ?? 0))
          .map(toStep),
      );
    },
    async builds(job_id, limit, options, knownId) {
      const build_project_id =
        knownId ?? (await send('showJobInfo', { job_id }, options, (data) => textOf(data?.result?.project_id)));
      return send('listRecords', { build_project_id, page: 0, limit }, options, (data) =>
        Array.isArray(data?.result?.data)
          ? objectsOf(data.result.data)
              .flatMap((build) => {
                const startedAt = parseTime(build.start_time);
                const finishedAt = parseTime(build.finish_time);
                return withNumber({
                  ...{ buildNo: buildNumberOf(build.build_no), status: textOf(build.status) },
                  ...{ requestedAt: parseTime(build.create_time), startedAt, finishedAt },
                  durationMs: elapsedMs(startedAt, finishedAt),
                });
              })
              .sort((a, b) => b.buildNo - a.buildNo)
          : undefined,
      );
    },
    async latest(job_id, options) {
      const state = await send('showRunningStatus', { job_id }, options, (data) => objectOf(data?.result));
      const buildNo = buildNumberOf(state.last_build_no);
      if (buildNo === undefined) return undefined;
      const { is_running: running } = state;
      if (typeof running === 'boolean') return { buildNo, running };
      return { buildNo, running: !isFinished(await record(job_id, buildNo, options)) };
    },
    definition: (job_id, options) =>
      send('showJobConfig', { job_id, get_all_params: 'true' }, options, (data) => {
        const config = objectOf(data?.result);
        return config && definitionOf(job_id, config);
      }),
    async parameters({ build_record_id }, _jobId, _buildNo, options) {
      const record_id = textOf(build_record_id);
      if (record_id === undefined) return {};
      const record = await send('showBuildRecord', { record_id }, options, (data) => objectOf(data?.result));
      const readable = objectsOf(record.parameters).filter(({ name, value, secret }) => {
        return textOf(name) !== undefined && typeof value === 'string' && secret !== true && !isMasked(value);
      });
      return Object.fromEntries(readable.map(({ name, value }) => [name, value!]));
    },
    analysis: (job_id, build_no, options) =>
      send('showLogAnalysis', { job_id, build_no }, options, (data) => {
        const infos = objectsOf(data?.result?.error_nodes).flatMap(({ error_info }) => objectsOf(error_info));
        const info = infos.find(({ error_message }) => textOf(error_message) !== undefined);
        const [code, message] = [textOf(info?.error_code) ?? '', textOf(info?.error_message)];
        return { found: message === undefined ? undefined : { code, message, faq: textOf(info?.faq) } };
      }).then(({ found }) => found),
    wholeLog: (record_id, options) => send('downloadBuildFullLog', { record_id }, options, (file) => file),
    stepLog: (record_id, { key, index }, options) =>
      send('downloadTaskLogNew', { record_id, task_name: key ?? `stage${index + 1}` }, options, (file) => file),
  };
};
