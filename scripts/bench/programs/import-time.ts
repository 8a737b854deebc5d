/** Imports one module in a process that has imported nothing else. */
import { readInput, report } from '../program.js';

export interface ImportTimeInput {
  /** What to import: a package, or an address. */
  specifier: string;
}

export interface ImportTimeReport {
  ms: number;
}

const { specifier } = readInput() as ImportTimeInput;
const startedAt = performance.now();
await import(specifier);
report({ ms: performance.now() - startedAt });
