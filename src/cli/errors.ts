/** Errors as exit codes and lines. */
import { isCodeArtsError, type BuildSummary } from '../index.js';
import { UsageError } from './args.js';
import { InterruptError } from './interrupt.js';
import { visible } from './output/terminal.js';

export const EXIT_USAGE = 2;
export const EXIT_SERVICE = 3;
export const EXIT_MAYBE_STARTED = 5;

/** The parts of an error that are printed. */
export interface ErrorReport {
  exitCode: number;
  error: { name: string; code?: string; message: string; hint?: string; requestId?: string };
  /** Whether it is a mistake of the program. Its stack is printed. */
  unexpected?: boolean;
}

/** A lookup that found nothing, on the command line's own behalf. @returns exit code 2 */
export class NothingFoundError extends Error {
  override readonly name = 'NothingFoundError';
}

/** A local problem that ends a command, such as a log that cannot be read to its end. @returns exit code 3 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Codes of errors by which nothing was started. */
const NOTHING_STARTED = new Set(['NOT_FOUND', 'AMBIGUOUS']);

function exitCodeOf(error: Error): number {
  if (error instanceof InterruptError) return error.exitCode;
  if (error instanceof UsageError || error instanceof TypeError || error instanceof NothingFoundError) {
    return EXIT_USAGE;
  }
  if (!isCodeArtsError(error)) return EXIT_SERVICE;
  if (error.name === 'AmbiguousStartError') return EXIT_MAYBE_STARTED;
  return error.name === 'TaskNotFoundError' && NOTHING_STARTED.has(error.code) ? EXIT_USAGE : EXIT_SERVICE;
}

/** Lists builds that may be the requested one. */
function describeCandidates(error: Error): string | undefined {
  const { candidates } = error as { candidates?: readonly BuildSummary[] };
  if (!candidates || candidates.length === 0) return undefined;
  return `candidates: ${candidates.map(({ buildNo }) => `#${buildNo}`).join(', ')}`;
}

/** Returns what the machine can do about an error of the connection. */
function connectionHint({ name, message }: Error, env: Readonly<Record<string, string | undefined>>) {
  const proxy = env['HTTPS_PROXY'] ?? env['https_proxy'];
  if (name === 'NetworkError' && proxy && env['NODE_USE_ENV_PROXY'] !== '1') {
    return 'HTTPS_PROXY is set, but Node ignores it unless NODE_USE_ENV_PROXY=1 is set (Node 22.21, 24.5)';
  }
  return /region or endpoint is required/.test(message)
    ? 'set --region or CODEARTS_BUILD_REGION, such as cn-north-4'
    : undefined;
}

/** System errors and mistakes on the command line are expected; other plain errors are mistakes of the program. */
const isExpected = (error: Error): boolean =>
  isCodeArtsError(error) ||
  error instanceof UsageError ||
  error instanceof InterruptError ||
  error instanceof NothingFoundError ||
  error instanceof CommandError ||
  (error.name === 'TypeError' && !/is not a function|^Cannot (read|set) prop|is not iterable/.test(error.message)) ||
  typeof (error as { syscall?: unknown }).syscall === 'string';

/** Method of the client at the beginning of a message, which a user of the command does not know. */
const METHOD = /^(startBuild|attachBuild|rerun|findTask|findProject): /;

/** Describes an error for people and programs. */
export function reportError(thrown: unknown, env: Readonly<Record<string, string | undefined>>): ErrorReport {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { hint, requestId, code } = error as { hint?: string; requestId?: string; code?: string };
  const advice = hint ?? connectionHint(error, env) ?? describeCandidates(error);
  return {
    exitCode: exitCodeOf(error),
    error: {
      name: error.name,
      ...(code !== undefined && { code }),
      message: error instanceof TypeError ? error.message.replace(METHOD, '') : error.message,
      ...(advice !== undefined && { hint: advice }),
      ...(requestId !== undefined && { requestId }),
    },
    ...(!isExpected(error) && { unexpected: true }),
  };
}

/** Formats a report as one line. Messages of the service end with hint and request ID already. */
export function formatError({ error: { message, hint } }: ErrorReport): string {
  const advice = hint === undefined || message.includes(hint) ? '' : ` (${hint})`;
  const lines = message.split('\n').map((line) => line.trim());
  return visible(`error: ${lines.filter((line) => line !== '').join(' ')}${advice}`);
}
