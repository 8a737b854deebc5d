/** Reads one long log and samples the resident memory. */
import { readInput, report, watchResident } from '../program.js';
import { createLogReaders, type LogReaderName } from '../read-log.js';

export interface LogMemoryInput {
  url: string;
  reader: LogReaderName;
  /** Bytes read before sampling starts. */
  warmUpBytes: number;
  bytes: number;
}

export interface LogMemoryReport {
  /** Maximum growth of the resident memory in bytes. */
  growth: number;
}

const { url, reader, warmUpBytes, bytes } = readInput() as LogMemoryInput;
const read = createLogReaders(url)[reader];
const watch = watchResident();
await read(warmUpBytes);
watch.start();
await read(bytes);
report({ growth: watch.stop() });
