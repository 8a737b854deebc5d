/** Time formats of the service. Logs, days and lists use the time zone GMT+8. */

const GMT8_MS = 8 * 3_600_000;

const shifted = (time: number): string => new Date(time + GMT8_MS).toISOString();

/** `2022-10-11T08:28:42.000+00:00` */
export const formatUtc = (time: number): string => new Date(time).toISOString().replace('Z', '+00:00');

/** `2020-12-30T17:33:11+08:00` */
export const formatLocal = (time: number): string => `${shifted(time).slice(0, 19)}+08:00`;

/** `20201230` */
export const formatDay = (time: number): string => shifted(time).slice(0, 10).replaceAll('-', '');

/** `2026/09/10 19:09:19.924 GMT+08:00` */
export const formatLogTime = (time: number): string => {
  const text = shifted(time);
  return `${text.slice(0, 10).replaceAll('-', '/')} ${text.slice(11, 23)} GMT+08:00`;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Format of logs of an account in English: `Sep 14, 2026 02:29:38.001 GMT+08:00` */
export const formatEnglishLogTime = (time: number): string => {
  const text = shifted(time);
  const [year = '', month, day] = text.slice(0, 10).split('-');
  return `${MONTHS[Number(month) - 1]!} ${String(Number(day))}, ${year} ${text.slice(11, 23)} GMT+08:00`;
};

/** Format of IAM, with microseconds: `2020-01-04T09:05:22.701000Z` */
export const formatMicroseconds = (time: number): string => new Date(time).toISOString().replace('Z', '000Z');

/** Parses `yyyy-MM-dd` as the start of that day. Returns NaN if the day does not exist. */
export const parseDay = (text: string): number => Date.parse(`${text}T00:00:00+08:00`);

/** Parses `yyyy-MM-dd HH:mm:ss`. Returns NaN if the time does not exist. */
export const parseLocal = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`);

/** Format of ServiceStage: `2025-11-14 09:06:28 +0000 UTC` */
export const formatStageTime = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;

/** Format of file lists, in GMT+8 and without leading zeros in month and day: `2024-9-23 17:42` */
export const formatShortTime = (time: number): string => {
  const [year, month, day] = shifted(time).slice(0, 10).split('-');
  return `${year ?? ''}-${String(Number(month))}-${String(Number(day))} ${shifted(time).slice(11, 16)}`;
};

/** Format of reports, in GMT+8: `2024/06/15` */
export const formatReportDay = (time: number): string => shifted(time).slice(0, 10).replaceAll('-', '/');

/** Format of the recycle bin, in GMT+8: `2024-09-23 17:40:55` */
export const formatSeconds = (time: number): string => shifted(time).slice(0, 19).replace('T', ' ');

/** Format of groups, in GMT+8 with an offset without a colon: `2025-06-05T07:31:13+0800` */
export const formatOffset = (time: number): string => `${shifted(time).slice(0, 19)}+0800`;

const WORDS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

/** Format of role permissions, in GMT+8: `Jun 5, 2024 4:00:58 PM` */
export const formatWords = (time: number): string => {
  const parts = Object.fromEntries(WORDS.formatToParts(time).map(({ type, value }) => [type, value]));
  const { month, day, year, hour, minute, second, dayPeriod } = parts as Record<string, string>;
  return `${month!} ${day!}, ${year!} ${hour!}:${minute!}:${second!} ${dayPeriod!}`;
};
