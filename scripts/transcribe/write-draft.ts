/** Writes the draft of an operation to the three places that describe it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { kebabCase } from '../spec-rules/layout-rules.js';
import type { Spec } from '../spec-rules/spec.js';
import { mapOf } from '../spec-rules/source-tree.js';
import { apiOfTag, draftOperation, tagsOf } from './draft.js';
import type { PageOperation } from './operations.js';

/** Writes the path file, its line in the index, and its facts. Returns the names of the files. @throws Error if the draft has no place. */
export async function writeDraft(spec: Spec, page: PageOperation, tag: string): Promise<string[]> {
  const api = apiOfTag(spec, tag);
  if (!api) {
    const known = spec.apis.map((name) => `  ${name}: ${tagsOf(spec, name).join(', ')}`);
    throw new Error(
      `--tag must be a tag in openapi/<api>/openapi.yaml; received ${JSON.stringify(tag)}. Add a new tag there first. Known tags:\n${known.join('\n')}`,
    );
  }
  const index = `openapi/${api}/openapi.yaml`;
  const { id, yaml, facts } = draftOperation(spec, page, tag);
  const same = spec.operations.find(
    (operation) => operation.api === api && (operation.path === page.path || operation.id === id),
  );
  if (same) {
    throw new Error(
      `${same.file} has ${same.id === id ? `an operation ${id}` : `the path ${page.path}`}; add the output of --draft without --tag there`,
    );
  }
  const file = `paths/${kebabCase(tag)}/${id}.yaml`;
  const table = `openapi/facts/${api}.json`;
  const rows = { ...mapOf(spec.tree.files.get(table)), [id]: facts };
  const sorted = Object.fromEntries(Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1)));
  const texts: Record<string, string> = {
    [`openapi/${api}/${file}`]: yaml,
    [index]: addToIndex(await readFile(index, 'utf8'), page.path, file),
    [table]: JSON.stringify(sorted),
  };
  for (const [name, text] of Object.entries(texts)) {
    await mkdir(dirname(name), { recursive: true });
    await writeFile(name, await format(text, { ...(await resolveConfig(name)), filepath: name }));
  }
  return Object.keys(texts);
}

/** Adds a path to the end of the block of its folder; to the end of the index if the folder is new. */
function addToIndex(text: string, path: string, file: string): string {
  const lines = text.split('\n');
  const folder = `    $ref: ${dirname(file)}/`;
  const last = (start: string): number => lines.findLastIndex((line) => line.startsWith(start));
  const at = last(folder) < 0 ? last('    $ref: paths/') : last(folder);
  lines.splice(at + 1, 0, `  ${path}:`, `    $ref: ${file}`);
  return lines.join('\n');
}
