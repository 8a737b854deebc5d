/** Imports one module in a process without other imports. */
import { readInput, report } from '../program.js';

export interface ImportTimeInput {
  /** The module to import: a package or a URL. */
  specifier: string;
}

export interface ImportTimeReport {
  ms: number;
}

const { specifier } = readInput() as ImportTimeInput;
const startedAt = performance.now();
await import(specifier);
report({ ms: performance.now() - startedAt });
