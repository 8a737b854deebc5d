/** Reports that requests upload for steps of a build: unit tests (JUnit) and code coverage (JaCoCo, Cobertura). */

/** The counts of a unit test report. */
export interface TestCounts {
  total: number;
  failures: number;
  errors: number;
  skipped: number;
  executionMs: number;
}

/** Report files by name. */
export type ReportFiles = Readonly<Record<string, string>>;

/** The content of a report. */
export type ReportContent =
  | { kind: 'tests'; counts: TestCounts }
  /** `percent`: percentage of covered lines. */
  | { kind: 'coverage'; percent: number; files: ReportFiles };

/** A report of a step. */
export type UploadedReport = ReportContent & { rootId: string; stage: string; uploadedAt: number };

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Reads the counts of a JUnit report; undefined if it has no test suite. */
function readJunitFile(text: string): TestCounts | undefined {
  if (!/<testsuites?\b/.test(text)) return undefined;
  const times = [...text.matchAll(/<testcase\b[^>]*\btime="([\d.]+)"/g)].map(([, seconds]) => Number(seconds));
  return {
    total: count(text, /<testcase\b/g),
    failures: count(text, /<failure\b/g),
    errors: count(text, /<error\b/g),
    skipped: count(text, /<skipped\b/g),
    executionMs: Math.round(times.reduce((sum, seconds) => sum + seconds, 0) * 1_000),
  };
}

/** Adds the counts of two reports. */
const addCounts = (one: TestCounts, other: TestCounts): TestCounts => ({
  total: one.total + other.total,
  failures: one.failures + other.failures,
  errors: one.errors + other.errors,
  skipped: one.skipped + other.skipped,
  executionMs: one.executionMs + other.executionMs,
});

const NO_TESTS: TestCounts = { total: 0, failures: 0, errors: 0, skipped: 0, executionMs: 0 };

/** Sums the counts of reports. */
export const sumCounts = (all: readonly TestCounts[]): TestCounts => all.reduce(addCounts, NO_TESTS);

/** Reads JUnit reports; undefined if one of the files is none. */
export function readJunit(files: ReportFiles): TestCounts | undefined {
  const all = Object.values(files).map(readJunitFile);
  return all.every((counts) => counts !== undefined) ? sumCounts(all) : undefined;
}

/** Reads the covered and the valid lines of a coverage report; undefined if it has none. */
function readCoverageFile(text: string): { covered: number; valid: number } | undefined {
  // The counters of the whole JaCoCo report come last, after those of packages and classes.
  const counter = [...text.matchAll(/<counter\b[^>]*\btype="LINE"[^>]*>/g)].at(-1)?.[0];
  const attribute = (element: string, name: string): number =>
    Number(new RegExp(`\\b${name}="(\\d+)"`).exec(element)?.[1] ?? Number.NaN);
  const [covered, valid] = counter
    ? [attribute(counter, 'covered'), attribute(counter, 'covered') + attribute(counter, 'missed')]
    : [attribute(text, 'lines-covered'), attribute(text, 'lines-valid')];
  return Number.isNaN(covered) || Number.isNaN(valid) ? undefined : { covered, valid };
}

/** Reads the percentage of covered lines of coverage reports; undefined if one of the files has none. */
export function readCoverage(files: ReportFiles): number | undefined {
  const all = Object.values(files).map(readCoverageFile);
  if (!all.every((lines) => lines !== undefined)) return undefined;
  const sum = (of: (lines: { covered: number; valid: number }) => number): number =>
    all.reduce((total, lines) => total + of(lines), 0);
  const valid = sum((lines) => lines.valid);
  return valid === 0 ? 0 : Math.round((100 * sum((lines) => lines.covered)) / valid);
}
