/** Builds by the operations of the 2023 reference. */
import { isObject } from '../errors/check-options.js';
import {
  artifactsOf,
  buildNumberOf,
  elapsedMs,
  integerOf,
  isMasked,
  isTrue,
  objectOf,
  objectsOf,
  textOf,
  withNumber,
  type BuildApi,
  type BuildContext,
} from './build-api.js';
import { definitionOf } from './build-api-v1.js';
import { isFinished, stepStatus } from './build-status.js';
import { parseTime } from './time.js';

/** Days of the history that are listed. */
const HISTORY_DAYS = 30;

/** Returns name and value of a parameter: `{ name, value }`, or the name as a key. */
const pairsOf = (parameter: Readonly<Record<string, unknown>>): [string, unknown][] =>
  typeof parameter['name'] === 'string' && 'value' in parameter
    ? [[parameter['name'], parameter['value']]]
    : Object.entries(parameter);

export const v3 = ({ send }: BuildContext): BuildApi => {
  const builds: BuildApi['builds'] = (job_id, limit, options) =>
    send('showListHistory', { job_id, offset: 0, limit, interval: HISTORY_DAYS }, options, (data) =>
      isObject(data)
        ? objectsOf(data.history_records)
            .flatMap((build) => {
              const [startedAt, finishedAt] = [parseTime(build.start_time), parseTime(build.end_time)];
              return withNumber({
                ...{ buildNo: buildNumberOf(build.build_number), status: textOf(build.result) },
                ...{ requestedAt: undefined, startedAt, finishedAt, durationMs: elapsedMs(startedAt, finishedAt) },
              });
            })
            .sort((a, b) => b.buildNo - a.buildNo)
        : undefined,
    );
  return {
    ids: {
      record: 'showRecordDetail',
      log: 'downloadRealTimeLog',
      steps: 'showHistoryDetails',
      builds: 'showListHistory',
    },
    builds,
    start: (body, options) =>
      send('runJob', { body: body as never }, options, (data) => buildNumberOf(data?.actual_build_number)),
    record: (job_id, build_no, options) =>
      send('showRecordDetail', { job_id, build_no }, options, (data) => objectOf(data?.result)),
    readLog: (job_id, build_no, offset, options) =>
      send('downloadRealTimeLog', { job_id, build_no, offset }, options, (data) => {
        const chunk = objectOf(data?.result);
        const text: unknown = chunk?.content ?? '';
        if (!chunk || typeof text !== 'string') return undefined;
        const [start, end] = [integerOf(chunk.current_offset), integerOf(chunk.offset)];
        return { text, start, end, hasMore: isTrue(chunk.has_more_data) };
      }),
    async stop(job_id, build_no, options) {
      await send('stopBuildJob', { job_id, build_no }, options, () => true);
    },
    outputs: (job_id, build_no, options) =>
      send('showOutputInfo', { job_id, build_no }, options, (data) => artifactsOf(objectOf(data?.result) ?? {})),
    steps: (_record, job_id, build_number, options) =>
      send('showHistoryDetails', { job_id, build_number }, options, (data) =>
        objectsOf(data?.build_steps).map(({ name, status, build_time }, index) => ({
          ...{ index, name: textOf(name) ?? '', status: stepStatus(status, false), durationMs: integerOf(build_time) },
        })),
      ),
    async latest(jobId, options) {
      const [build] = await builds(jobId, 1, options);
      if (!build) return undefined;
      const { buildNo, status, finishedAt } = build;
      return { buildNo, running: !isFinished({ status, finish_time: finishedAt }) };
    },
    definition: (job_id, options) =>
      send('listJobConfig', { job_id, get_all_params: 'true' }, options, (data) => {
        const config = objectOf(data?.result);
        return config && definitionOf(job_id, config);
      }),
    parameters: (_record, job_id, build_number, options) =>
      send('showHistoryDetails', { job_id, build_number }, options, (data) => {
        const pairs = objectsOf<Readonly<Record<string, unknown>>>(data?.parameters).flatMap(pairsOf);
        return Object.fromEntries(
          pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !isMasked(pair[1])),
        );
      }),
    analysis: () => Promise.resolve(undefined),
    wholeLog: (record_id, options) => send('downloadLogByRecordId', { record_id }, options, (file) => file),
    // The reference names no keys: that they are those of the current operations is assumed.
    stepLog: (record_id, { key, index }, options) =>
      send('downloadTaskLog', { record_id, task_name: key ?? `stage${index + 1}` }, options, (file) => file),
  };
};
