/** Why a build did not succeed. */
import type { BuildRecord } from '../../generated/codearts-build/schema.js';
import { throwIfAborted } from '../http/timing.js';
import type { CallOptions, Download } from '../operations/contract.js';
import { textOf } from './build-api.js';
import { statusOf } from './build-status.js';
import type { BuildFailure, BuildStep } from './events.js';
import { parseLogLine, plainText } from './log-line.js';
import type { Build } from './view.js';

const MAX_TAIL = 50;
const MAX_ERROR_LINES = 20;
/** Longer lines are cut: they are shown to people. */
const MAX_LINE_LENGTH = 2_000;
const MAX_MESSAGE_LENGTH = 500;
/** Timeout of each lookup. */
const LOOKUP_DEADLINE_MS = 10_000;

const ERROR_TEXT = /^\s*(\[?(ERROR|FATAL|SEVERE)\b|error(\[\w+\])?:|fatal:)|\b[\w.]*(Exception|Error): /;

/** Returns whether a line reports an error: by its level, or by the words that tools use. */
export function isErrorLine(line: string): boolean {
  const { level, text } = parseLogLine(line);
  return /^(ERROR|SEVERE|FATAL|CRITICAL)$/.test(level ?? '') || ERROR_TEXT.test(text);
}

/** Returns the step that failed, or the one that was canceled. */
export const failedStepOf = (steps: readonly BuildStep[]): BuildStep | undefined =>
  steps.find(({ status }) => status === 'failed') ?? steps.find(({ status }) => status === 'canceled');

interface LogEnd {
  tail: string[];
  errorLines: string[];
}

/** Reads a log to its end, and keeps the last lines and the first ones that report errors. */
async function readEnd(download: Download): Promise<LogEnd> {
  const [tail, errorLines]: [string[], string[]] = [[], []];
  for await (const whole of download.lines()) {
    const line = whole.slice(0, MAX_LINE_LENGTH);
    tail.push(line);
    if (tail.length > MAX_TAIL) tail.shift();
    if (errorLines.length < MAX_ERROR_LINES && isErrorLine(line)) errorLines.push(line);
  }
  return { tail, errorLines };
}

/** Finds out why a build did not succeed. What cannot be requested is omitted. */
export async function explainFailure(
  { api, context, jobId, buildNo }: Build,
  record: BuildRecord,
  steps: readonly BuildStep[],
  callOptions: CallOptions,
): Promise<BuildFailure> {
  const options: CallOptions = { deadlineMs: LOOKUP_DEADLINE_MS, maxRetries: 1, ...callOptions };
  const optional = async <T>(request: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await request();
    } catch {
      throwIfAborted(options.signal);
      return undefined;
    }
  };
  const recordId = textOf(record.build_record_id);
  const step = failedStepOf(steps);
  let end: LogEnd | undefined;
  if (recordId !== undefined) {
    if (step) end = await optional(async () => readEnd(await api.stepLog(recordId, step, options)));
    // A step without a log of its own: the end of the whole log shows what happened.
    if (!end || end.tail.length === 0) end = await optional(async () => readEnd(await api.wholeLog(recordId, options)));
  }
  const analysis = await optional(() => api.analysis(jobId, buildNo, options));
  const status = statusOf(record);
  const reported = end?.errorLines.map((line) => parseLogLine(line).text.trim()).findLast((text) => text !== '');
  const reason = analysis?.message ?? textOf(record.err_msg) ?? reported ?? `the build finished with ${status}`;
  return {
    status,
    ...(step && { step }),
    message: plainText(reason.trim().split('\n')[0]!).slice(0, MAX_MESSAGE_LENGTH),
    ...(analysis && { analysis }),
    errorLines: end?.errorLines ?? [],
    tail: end?.tail ?? [],
    ...(recordId !== undefined && { logUrl: `${context.endpoint}/v1/log/${recordId}/download-log` }),
  };
}
