/** Times, durations and states in words. */
import type { BuildView } from '../engine.js';
import { formatSeconds } from '../time-format.js';
import { html, type Html } from './html.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** Returns a time relative to another one: `3 minutes ago`. */
export function formatRelative(at: number, now: number): string {
  const unit = UNITS.find(([, size]) => Math.abs(at - now) >= size);
  if (!unit) return 'just now';
  return new Intl.RelativeTimeFormat('en').format(Math.trunc((at - now) / unit[1]), unit[0]);
}

/** Returns a time with its time zone: `2026-09-10 11:00:00 GMT+08:00`. */
export const formatExact = (at: number): string => `${formatSeconds(at)} GMT+08:00`;

/** Returns a duration: `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(ms: number): string {
  if (ms < MINUTE) return `${Math.floor(ms / SECOND)} s`;
  const [large, small, name] = ms < HOUR ? [MINUTE, SECOND, ['min', 's']] : [HOUR, MINUTE, ['h', 'min']];
  const rest = Math.floor((ms % large) / small);
  return `${Math.floor(ms / large)} ${name[0]!}${rest > 0 ? ` ${rest} ${name[1]!}` : ''}`;
}

/** Returns a time in words, with the exact one as its title. */
export const timeElement = (at: number, now: number): Html =>
  html`<time datetime="${new Date(at).toISOString()}" title="${formatExact(at)}">${formatRelative(at, now)}</time>`;

/** Returns a number with its noun: `1 request`, `2 requests`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Appearance of a build or a step: color and icon, by name, and word. */
export interface Look {
  readonly name: 'success' | 'failure' | 'stopped' | 'timeout' | 'unscheduled' | 'running' | 'queued';
  readonly word: string;
}

/** Returns the look of a build. */
export function lookOf({ phase, result, aborted }: BuildView): Look {
  if (phase === 'queued') return { name: 'queued', word: 'Queued' };
  if (phase === 'running') return { name: 'running', word: 'Running' };
  if (result === 'SUCCESS') return { name: 'success', word: 'Succeeded' };
  if (result === 'FAILURE') return { name: 'failure', word: 'Failed' };
  if (result === 'SCHEDULE_FAILURE') return { name: 'unscheduled', word: 'Not scheduled' };
  return aborted === 'timeout' ? { name: 'timeout', word: 'Timed out' } : { name: 'stopped', word: 'Stopped' };
}

const PATHS: Readonly<Record<Look['name'], string>> = {
  success: 'M3.5 8.5l3 3 6-7',
  failure: 'M4.5 4.5l7 7m0-7l-7 7',
  stopped: 'M5.5 5.5h5v5h-5z',
  timeout: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.2l2 1.6',
  unscheduled: 'M4 8h8',
  running: 'M6 4.5l5.5 3.5L6 11.5z',
  queued: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
};

/** Returns the icon of a look. Its shape differs from the others, so that color is not the only sign. */
export const iconOf = ({ name }: Look): Html =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${PATHS[name]}" /></svg>`;

/** Returns icon and word of a look. */
export const badgeOf = (look: Look): Html => html`<span class="badge ${look.name}">${iconOf(look)}${look.word}</span>`;
