/** Runs before each test file. */
import { readFileSync } from 'node:fs';
import { responseChecks } from '../../src/sandbox/validate.js';
import { createDescription, type Description } from './described-values.js';
import type { Api } from './documented-operations.js';

const descriptions = new Map<Api, Description>();

function descriptionOf(api: Api): Description {
  const description = descriptions.get(api) ?? createDescription(api);
  descriptions.set(api, description);
  return description;
}

// A field that is renamed in the description and not in a handler fails each test that receives it.
responseChecks.add(({ api }, { pointer, body }) => {
  const paths = descriptionOf(api).undescribed(decodeURIComponent(pointer.slice(1)), body);
  return paths.length > 0 ? `the description has no ${paths.join(', ')}` : undefined;
});

/** Statuses of the documented error codes, by code without `DEV`, which v1 puts before it. */
const documentedStatuses = new Map(
  [
    ...readFileSync(new URL('../../openapi/codearts-build/openapi.yaml', import.meta.url), 'utf8').matchAll(
      /\| `(CB\.\d+)` \| ([\d or]+) \|/g,
    ),
  ].map(([, code = '', statuses = '']) => [code, statuses.split(' or ').map(Number)]),
);
if (documentedStatuses.size === 0) throw new Error('openapi.yaml has no table of error codes');

// A documented error code has its documented status.
responseChecks.add((_operation, { status, body }) => {
  const code = (body as { error_code?: unknown } | null)?.error_code;
  const statuses = typeof code === 'string' ? documentedStatuses.get(code.replace(/^DEV/, '')) : undefined;
  return statuses && !statuses.includes(status)
    ? `the status of ${String(code)} is ${statuses.join(' or ')}, not ${String(status)}`
    : undefined;
});
