/** A part of the bench. */
import type { Figure } from './figure.js';
import type { PackageCopy } from './package-copy.js';

export interface BenchContext {
  /** Fewer rounds and shorter ones, for a first look. */
  quick: boolean;
  /** The built copy of the package, which is made when the first section asks for it. */
  packageCopy: () => Promise<PackageCopy>;
}

/** Measures the figures of one subject. */
export type Section = (context: BenchContext) => Promise<Figure[]>;
