/** A build, written down. */
import { anObject, check, fromOne, fromZero, someText, type Rule } from '../check.js';
import type { GenerationName } from './generation.js';
import type { LogPosition } from './log.js';

/** A build, written down: what `attachBuild` takes, and what `JSON.stringify` makes of a `BuildRun`. */
export interface BuildHandle {
  jobId: string;
  buildNo: number;
  /** @default 'current' */
  generation?: GenerationName | undefined;
  /** Where the log was last read to. @default its beginning */
  log?: LogPosition | undefined;
}

/** A handle with nothing left out. */
export interface WholeHandle extends BuildHandle {
  generation: GenerationName;
  log: LogPosition;
}

/** Where a log begins. */
export const LOG_START: LogPosition = { offset: 0, rest: '' };

export const generationRule: Rule = [`'current' or 'v3'`, (value) => value === 'current' || value === 'v3'];

/** Reads a handle, which may have been written down anywhere. What it has besides is left alone. @throws TypeError on one that names no build. */
export function readHandle(handle: BuildHandle): WholeHandle {
  check('handle', handle, anObject);
  const { jobId, buildNo, generation = 'current', log = LOG_START } = handle;
  check('jobId', jobId, someText);
  check('buildNo', buildNo, fromOne);
  check('generation', generation, generationRule);
  check('log', log, anObject);
  check('log.offset', log.offset, fromZero);
  check('log.rest', log.rest, ['a string', (value) => typeof value === 'string']);
  return { jobId, buildNo, generation, log: { offset: log.offset, rest: log.rest } };
}
