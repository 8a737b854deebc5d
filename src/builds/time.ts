/** Times of the service: every form that it writes, and the one form that it reads. */

/** Options of `parseTime` and `formatTime`. */
export interface TimeOptions {
  /** Offset of times that contain none: the local time of the service. @default '+08:00' */
  utcOffset?: string | undefined;
}

/** Longer text is not a time. */
const MAX_LENGTH = 40;
/** Times outside of these years are wrong. */
const EARLIEST = Date.UTC(1971, 0);
const LATEST = Date.UTC(2200, 0);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const DATE_TIME =
  /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|UTC|(?:GMT|UTC)?[+-]\d\d:?(?:\d\d)?)?$/i;
/** `Wed Nov 25 14:30:00 CST 2026`, as Java prints a date. */
const JAVA_DATE = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) ([A-Z]{3,4}|GMT[+-]\d\d:?\d\d) (\d{4})$/i;
const OFFSET = /^(?:GMT|UTC)?([+-])(\d\d):?(\d\d)?$/i;

/** Minutes east of UTC; undefined if the text is no offset. CST is the time of China, as the service uses it. */
function offsetMinutes(text: string): number | undefined {
  if (/^(Z|GMT|UTC)$/i.test(text)) return 0;
  if (/^CST$/i.test(text)) return 8 * 60;
  const parts = OFFSET.exec(text);
  if (!parts) return undefined;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return parts[1] === '-' ? -minutes : minutes;
}

function requireOffset(text: string): number {
  const minutes = typeof text === 'string' ? offsetMinutes(text) : undefined;
  if (minutes !== undefined && Math.abs(minutes) < 24 * 60) return minutes;
  throw new TypeError(`utcOffset must be an offset such as "+08:00"; received ${JSON.stringify(text)}`);
}

/** Returns the time of calendar fields; undefined if there is no such date, such as 30 February. */
function fromFields(fields: readonly number[], minutesEast: number | undefined): Date | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milliseconds = 0] = fields;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
  if (minutesEast === undefined || local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return plausible(local.getTime() - minutesEast * 60_000);
}

const plausible = (time: number): Date | undefined => (time >= EARLIEST && time < LATEST ? new Date(time) : undefined);

/**
 * Reads a time in every form that the service writes: ISO 8601, with or without a colon in the offset; `yyyy-MM-dd HH:mm:ss`; `EEE MMM dd HH:mm:ss CST yyyy`
 * (China); a Unix timestamp in milliseconds, as number or digits. The time zone of the machine has no effect.
 *
 * @returns undefined for anything else.
 */
export function parseTime(
  value: string | number | null | undefined,
  { utcOffset = '+08:00' }: TimeOptions = {},
): Date | undefined {
  const localOffset = requireOffset(utcOffset);
  if (typeof value === 'number') return plausible(value);
  if (typeof value !== 'string' || value.length > MAX_LENGTH) return undefined;
  const text = value.trim();
  if (/^\d{12,14}$/.test(text)) return plausible(Number(text));
  const java = JAVA_DATE.exec(text);
  if (java) {
    const [, month = '', day, hour, minute, second, zone = '', year] = java;
    const fields = [year, MONTHS.indexOf(month.toLowerCase()) + 1, day, hour, minute, second].map(Number);
    return fromFields(fields, offsetMinutes(zone));
  }
  const parts = DATE_TIME.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = '', zone] = parts;
  const fields = [year, month, day, hour, minute, second, fraction.padEnd(3, '0').slice(0, 3)].map(Number);
  return fromFields(fields, zone ? offsetMinutes(zone) : localOffset);
}

/**
 * Formats a time as `yyyy-MM-dd HH:mm:ss` in the local time of the service, as `from_date` and `start_time` expect it.
 *
 * @throws TypeError if the time is invalid.
 */
export function formatTime(time: Date | number, { utcOffset = '+08:00' }: TimeOptions = {}): string {
  const local = new Date(Number(time) + requireOffset(utcOffset) * 60_000);
  if (Number.isNaN(local.getTime())) throw new TypeError('time must be a valid time; received an invalid one');
  return local.toISOString().slice(0, 19).replace('T', ' ');
}

/** The clock of the service, as far as its responses show it. */
export interface ServiceTime {
  /** Reads the `Date` of a response. */
  observe(response: Pick<Response, 'headers'>): void;
  /** Returns the time as a Unix timestamp in milliseconds. Until the first response, that of this machine. */
  now(): number;
  /** Whether a response has shown the time. */
  readonly isKnown: boolean;
  /** Converts a time of this machine. */
  fromLocal(time: number): number;
}

/** A lower offset than before may be a slow response; more than that is another clock. */
const OFFSET_TOLERANCE_MS = 3_000;

/** `Date` has whole seconds and was written before the response arrived, so the largest offset is the best. */
export function createServiceTime(clock: { now(): number }): ServiceTime {
  let offsetMs: number | undefined;
  return {
    observe({ headers }) {
      if (headers.has('age')) return;
      const date = headers.get('date') ?? '';
      const time = date.length > MAX_LENGTH ? NaN : Date.parse(date);
      if (!(time >= EARLIEST && time < LATEST)) return;
      const sampleMs = time - clock.now();
      if (offsetMs === undefined || sampleMs > offsetMs || sampleMs < offsetMs - OFFSET_TOLERANCE_MS) {
        offsetMs = sampleMs;
      }
    },
    now: () => clock.now() + (offsetMs ?? 0),
    get isKnown() {
      return offsetMs !== undefined;
    },
    fromLocal: (time) => time + (offsetMs ?? 0),
  };
}
