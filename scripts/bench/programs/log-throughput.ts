/** Reads parts of a log in rounds: with a bare fetch, `body` and `lines()`. */
import { readInput, report } from '../program.js';
import { createLogReaders } from '../read-log.js';
import { measureInTurn, timeMs } from '../rounds.js';

export interface LogThroughputInput {
  url: string;
  rounds: number;
  /** Bytes read per round and reader. */
  bytes: number;
}

/** Milliseconds per round. */
export interface LogThroughputReport {
  bare: number[];
  body: number[];
  lines: number[];
}

const { url, rounds, bytes } = readInput() as LogThroughputInput;
const readers = createLogReaders(url);
const variants = {
  bare: () => timeMs(() => readers.bare(bytes)),
  body: () => timeMs(() => readers.body(bytes)),
  lines: () => timeMs(() => readers.lines(bytes)),
};
await measureInTurn(variants, 1);
report(await measureInTurn(variants, rounds));
