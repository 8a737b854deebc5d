/** Where a part of a log begins. */
import type { HandlerContext } from './handler.js';

/** Where a part really begins: where it should, unless a fault has lost or repeated a line. */
export function moveStart({ logFault }: HandlerContext, log: string, start: number): number {
  if (logFault === 'lost-log') return start < log.length ? log.indexOf('\n', start) + 1 : start;
  if (logFault === 'repeated-log') return start < 2 ? 0 : log.lastIndexOf('\n', start - 2) + 1;
  return start;
}
