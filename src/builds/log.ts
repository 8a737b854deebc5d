/** The log of a build as lines, from a service that returns it in chunks. */
import { CodeArtsError } from '../errors/codearts-error.js';

/** A line or a whole log is longer than the limit. */
export class LogLimitError extends CodeArtsError {
  override readonly name = 'LogLimitError';
  readonly code = 'LOG_LIMIT';
  /** Name of the option that set the limit. */
  readonly option: 'maxLineLength' | 'maxLogLength';
  /** The limit in characters. */
  readonly limit: number;

  constructor(option: 'maxLineLength' | 'maxLogLength', limit: number) {
    super(`the ${option === 'maxLineLength' ? 'line' : 'log'} is longer than ${limit} characters (${option})`);
    this.option = option;
    this.limit = limit;
  }
}
