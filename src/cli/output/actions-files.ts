/** The files that a job of GitHub Actions reads: outputs of the step, and its summary. */
import { appendFileSync } from 'node:fs';
import { formatBuildSummary, type BuildEvent, type EndEvent } from '../../index.js';
import type { Io } from '../context.js';
import { visible } from './terminal.js';

function writeOutputs({ GITHUB_OUTPUT: file }: Io['env'], outputs: Readonly<Record<string, string | undefined>>): void {
  if (!file) return;
  const lines = Object.entries(outputs).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${visible(value)}\n`],
  );
  appendFileSync(file, lines.join(''));
}

/** Sets the output `build-no`. */
export const writeNumber = (env: Io['env'], { buildNo }: Pick<BuildEvent, 'buildNo'>): void =>
  writeOutputs(env, { 'build-no': String(buildNo) });

/** Sets the outputs `status` and `record-id`. */
export const writeEnd = (env: Io['env'], { status, record }: EndEvent): void =>
  writeOutputs(env, { status, 'record-id': record.build_record_id ?? undefined });

/** Appends the summary of a build to a file and, in a job, to that of the job. */
export function writeSummaries(env: Io['env'], file: string | undefined, end: EndEvent): void {
  const job = env['GITHUB_ACTIONS'] === 'true' ? env['GITHUB_STEP_SUMMARY'] : undefined;
  for (const path of new Set([file, job])) if (path) appendFileSync(path, formatBuildSummary(end));
}
