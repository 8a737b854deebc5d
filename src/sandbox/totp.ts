/** Six digits that a second factor shows for 30 seconds (RFC 6238). */
import { createHmac } from 'node:crypto';

const STEP_MS = 30_000;

/** The digits at a time. */
export function computePasscode(key: string, time: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / STEP_MS)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Whether digits are those of a time, or of the 30 seconds before or after. */
export const isPasscode = (key: string, time: number, digits: string): boolean =>
  [-1, 0, 1].some((step) => computePasscode(key, time + step * STEP_MS) === digits);
