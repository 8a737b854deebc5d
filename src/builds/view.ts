/** A reader of a followed build, and the events that it has not read yet. */
import type { BuildApi, BuildContext } from './build-api.js';
import type { BuildTimeouts } from './build-clock.js';
import type { LogPosition } from './build-input.js';
import type { NoteEvent } from './events.js';
import type { LogFeed } from './log-feed.js';
import type { LogLimits, ReadLine } from './log.js';
import type { Limiter } from './limiter.js';

/** A build, and the operations for it. */
export interface Build {
  readonly context: BuildContext;
  readonly api: BuildApi;
  readonly jobId: string;
  readonly buildNo: number;
}

/** The parts of a build that a reader follows. */
export interface ViewOptions extends BuildTimeouts {
  readonly log?: { readonly position: LogPosition; readonly limits: LogLimits } | undefined;
  readonly steps?: boolean | undefined;
  readonly limiter?: Limiter | undefined;
}

/** One reader of a followed build. */
export interface View {
  readonly options: ViewOptions;
  limits: LogLimits | undefined;
  feed: LogFeed | undefined;
  /** Lines that were read, and not taken. */
  lines: ReadLine[];
  notes: Pick<NoteEvent, 'code' | 'message'>[];
  /** Why the view cannot go on. */
  failure: { readonly error: unknown } | undefined;
}

export const wantsSteps = ({ options }: View): boolean => options.steps === true;
