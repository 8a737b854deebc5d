/** Writes what the npm package contains for language models: `llms.txt`, the guides, and a list of the operations of each API. */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { apis, operationsOf, type Api, type Document } from '../bundle.js';
import { apiLabels } from './api-pages.js';
import { makeGuidePages } from './guide-pages.js';
import { clean, packageIndex } from './llms.js';
import { firstSentence } from './page.js';

/** Guides for contributors. They are about the repository, which the package does not contain. */
const repositoryOnly = /^guides\/(?:contribute|descriptions|benchmarks)$/;

function operationList(api: Api, document: Document): string {
  const found = [...operationsOf(document)];
  const sections = document.tags.map(({ name }) => {
    const rows = found
      .filter(({ operation }) => operation.tags[0] === name)
      .map(({ method, path, operation: { operationId, summary, deprecated } }) => {
        const note = deprecated ? ' Deprecated.' : '';
        return `- \`${operationId}\`: ${summary}. ${method.toUpperCase()} \`${path}\`.${note}`;
      });
    return `## ${name}\n\n${rows.join('\n')}`;
  });
  const about = `${firstSentence(document.info.description ?? '')} Parameters, fields and examples: [openapi.json](../generated/${api}/openapi.json).`;
  return [`# ${apiLabels[api]} API`, about, ...sections, ''].join('\n\n');
}

/** Keeps links to files of the package, and turns the others into text. */
const keepLinks = (folder: string, markdown: string, files: ReadonlySet<string>): string =>
  markdown.replace(/\[([^\]]+)\]\(([^):#]+)(#[\w-]+)?\)/g, (link, text: string, target: string) =>
    files.has(posix.join(folder, target)) ? link : text,
  );

/** Returns the files by their paths below `dist/`. */
export async function packageGuides(root: string): Promise<Map<string, string>> {
  const guides = (await makeGuidePages(root)).filter(
    ({ kind, path }) => kind === 'guide' && !repositoryOnly.test(path),
  );
  const files = new Map(guides.map(({ path, markdown }) => [`${path}.md`, `${clean(markdown)}\n`]));
  const rows = guides.map(({ path, title, description }) => ({ path: `${path}.md`, title, about: description }));
  const lists = await Promise.all(
    apis.map(async (api) => {
      const file = join(root, 'generated', api, 'openapi.json');
      const document = JSON.parse(await readFile(file, 'utf8')) as Document;
      const path = `guides/api-${api}.md`;
      files.set(path, operationList(api, document));
      return { path, title: `${apiLabels[api]} API`, about: firstSentence(document.info.description ?? '') };
    }),
  );
  const documents = apis.map((api) => `generated/${api}/openapi.json`);
  const known = new Set([...files.keys(), ...documents]);
  for (const [path, text] of files) files.set(path, keepLinks(posix.dirname(path), text, known));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const openapi = documents.map((path, at) => ({
    path,
    title: path,
    about: `OpenAPI 3.1 document of ${apiLabels[apis[at]!]}`,
  }));
  return files.set('llms.txt', packageIndex(version, { Guides: rows, Operations: lists, OpenAPI: openapi }));
}
