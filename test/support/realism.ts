/** Runs the tests of builds, lists and logs also against an untidy service: vitest.config.ts sets the seed. */
import { expect } from 'vitest';
import type { RealismOptions } from '../../src/sandbox/index.js';

const seed = process.env['SANDBOX_REALISM'];

/** The option `realism` of the sandbox in this run; false if the service is tidy. */
export const realism: RealismOptions | false = !seed ? false : { seed: Number(seed) };

/** Whether requests can be repeated and members can be missing, so that a test cannot count the former or read the latter. */
export const isUntidy = realism !== false;

/** After this time every service shows a build that was started. */
export const UNTIL_VISIBLE_MS = 3_000;

/** Matches a status word in the form in which the service of this run may write it. */
export const word = (text: string): unknown => (isUntidy ? expect.stringMatching(new RegExp(`^${text}$`, 'i')) : text);
