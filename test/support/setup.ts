/** Runs before each test file. */
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
responseChecks.add(({ api }, pointer, body) => {
  const paths = descriptionOf(api).undescribed(decodeURIComponent(pointer.slice(1)), body);
  return paths.length > 0 ? `the description has no ${paths.join(', ')}` : undefined;
});
