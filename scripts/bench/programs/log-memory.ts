/** Reads one long log, and watches the resident memory meanwhile. */
import { watchResident } from '../memory.js';
import { readInput, report } from '../program.js';
import { createLogReaders, type ReadingWay } from '../read-log.js';

export interface LogMemoryInput {
  url: string;
  way: ReadingWay;
  /** Bytes read before the watch begins. */
  warmUpBytes: number;
  bytes: number;
}

export interface LogMemoryReport {
  /** Bytes by which the resident memory grew at most. */
  growth: number;
}

const { url, way, warmUpBytes, bytes } = readInput() as LogMemoryInput;
const read = createLogReaders(url)[way];
const watch = watchResident();
await read(warmUpBytes);
watch.start();
await read(bytes);
report({ growth: watch.stop() });
