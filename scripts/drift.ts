/**
 * Compares recorded traffic with the descriptions and reports the differences: `npm run drift -- <har file or folder>`.
 * `createRecorder` creates a recording.
 */
import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { apis, redocly } from './bundle.js';

/** Headers of gateways and runtimes, which operations do not describe. */
const UNDESCRIBED_HEADERS = ['x-request-id', 'date', 'content-*', 'retry-after'];

/** Returns Redocly's report on the traffic of one API. Requests to other hosts and paths are ignored. */
export const drift = (api: string, traffic: string): Promise<string> =>
  redocly(
    'drift',
    traffic,
    `--api=generated/${api}/openapi.json`,
    '--match-mode=basepath',
    '--ignore-cookies',
    `--ignore-headers=${UNDESCRIBED_HEADERS.join(',')}`,
    '--max-findings=100',
    '--lint-config=off',
  ).catch((error: unknown) => {
    // Findings set the exit code, so they are not a failure of the tool.
    const text = error instanceof Error ? error.message : String(error);
    if (/finding|drift/i.test(text)) return text.replace(/^redocly drift.*failed:\n/, '');
    throw error;
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const traffic = process.argv[2];
  if (traffic === undefined || !(await stat(traffic).catch(() => undefined))) {
    console.error(`${JSON.stringify(traffic ?? '')} does not exist. Usage: npm run drift -- <har file or folder>`);
    process.exitCode = 2;
  } else {
    for (const api of apis) console.log(`${api}\n${(await drift(api, traffic)).trim()}\n`);
  }
}
