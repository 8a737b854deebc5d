/** `<task> [n]` on a command line. */
import type { BuildRun } from '../../index.js';
import { UsageError, type Arguments } from '../args.js';
import { clientOf } from '../client.js';
import type { Context } from '../context.js';

export interface Target {
  task: string;
  buildNo: number | undefined;
}

/** Reads a task and the number of a build. @throws UsageError */
export function readTarget({ positionals }: Arguments): Target {
  const [task, number] = positionals;
  if (task === undefined || task === '') throw new UsageError('<task> is required: the name or ID of a task');
  if (number === undefined) return { task, buildNo: undefined };
  const digits = /^#?(\d{1,9})$/.exec(number)?.[1];
  if (digits === undefined || Number(digits) === 0) {
    throw new UsageError(`the number of a build must be a positive integer; received ${JSON.stringify(number)}`);
  }
  return { task, buildNo: Number(digits) };
}

/** Attaches to a build: the one with the number, otherwise the latest or running one. */
export async function attach(
  context: Context,
  { task, buildNo }: Target,
  which: 'latest' | 'running' = 'latest',
): Promise<BuildRun> {
  const { project, apiVersion, signal } = context;
  return clientOf(context).attachBuild(buildNo === undefined ? { task, project, which } : { task, project, buildNo }, {
    apiVersion,
    signal,
  });
}
