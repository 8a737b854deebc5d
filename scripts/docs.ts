/**
 * Makes the documentation site.
 *
 * It is written to `dist/docs/`, or to the folder that `--out` names. `--no-redoc` leaves out the one-page references, which take most of the time. With `--site-url`, links in Markdown files are absolute, and there are a
 * `404.html` and a `sitemap.xml`.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { apis, redocly, type Api, type Document } from './bundle.js';
import { apiLabels, makeApiPages, readOperations } from './docs/api-pages.js';
import { makeClientPages, readClient } from './docs/client-pages.js';
import { makeGuidePages, parseGuide } from './docs/guide-pages.js';
import { createHighlighter } from './docs/highlight.js';
import { neighborsOf, renderPage, type Site } from './docs/layout.js';
import { llmsFull, llmsIndex, pageMarkdown } from './docs/llms.js';
import { createMarkdown } from './docs/markdown.js';
import { Names } from './docs/names.js';
import type { Page } from './docs/page.js';
import { makeWorkflowsPage, readWorkflows } from './docs/workflow-page.js';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join('dist', 'docs') },
    'site-url': { type: 'string' },
    'no-redoc': { type: 'boolean', default: false },
  },
});
const target = values.out;
const url = values['site-url']?.replace(/\/*$/, '/');
if (url !== undefined && !/^https?:\/\//.test(url)) throw new TypeError(`--site-url must be a URL; received ${url}`);

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8')) as unknown;

let files = 0;
let bytes = 0;
async function write(path: string, text: string): Promise<void> {
  const file = join(target, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  files += 1;
  bytes += Buffer.byteLength(text);
}

/** Names in code that lead to a section of a guide, if the guide exists. */
const aliases: Readonly<Record<string, string>> = {
  'BuildRun.log': 'guides/builds#follow-the-log',
  'BuildRun.wait': 'guides/builds#wait-and-report-progress',
  'BuildRun.stop': 'guides/builds#stop-cancel-a-build',
  'codearts-build call': 'guides/command-line',
  'codearts-build-sandbox': 'guides/sandbox',
};

const { version } = (await readJson('package.json')) as { version: string };
const documents = Object.fromEntries(
  await Promise.all(apis.map(async (api) => [api, await readJson(join('generated', api, 'openapi.json'))] as const)),
) as Record<Api, Document>;
const [models, workflows, guides] = await Promise.all([
  readOperations(documents),
  readWorkflows(join('openapi', 'workflows')),
  makeGuidePages(),
]);

const names = new Names();
for (const { id, page, api } of models) names.add(id, page, api);
for (const [name, page] of Object.entries(aliases)) {
  if (guides.some(({ path }) => path === page.split('#')[0])) names.add(name, page);
}
const exported = await readClient(names);
const workflowsPage = makeWorkflowsPage(workflows, documents);
for (const { path, title, markdown, kind } of [...guides, workflowsPage]) {
  if (kind === 'guide' || kind === 'workflow') names.readMentions(markdown, { kind, title, path });
}
for (const { api, page, operation } of models) {
  names.readMentions(operation.description, { kind: 'operation', title: operation.summary, path: page }, api);
}

const frontFile = join('scripts', 'docs', 'front.md');
const front = parseGuide(frontFile, await readFile(frontFile, 'utf8'));
const pages: Page[] = [
  { path: 'index', ...front, kind: 'front', breadcrumb: [], entries: [] },
  ...guides,
  ...(await makeApiPages(documents, models, names)),
  workflowsPage,
  ...makeClientPages(exported, models, names),
];
const notFound: Page = {
  path: '404',
  title: 'Page not found',
  description: 'This page does not exist.',
  kind: 'front',
  markdown: `# Page not found\n\nStart at the [front page](${url ?? ''}index.md), or search.`,
  breadcrumb: [],
  entries: [],
};
const site: Site = {
  version,
  url,
  bar: [
    { title: 'Guides', path: 'guides/index' },
    { title: 'API reference', path: 'api/index' },
    { title: 'Client', path: 'client/index' },
  ],
};

await rm(target, { recursive: true, force: true });
const highlighter = await createHighlighter();
const render = createMarkdown(highlighter);
for (const page of [...pages, ...(url === undefined ? [] : [notFound])]) {
  const api = apis.find((name) => page.path.startsWith(`api/${name}/`));
  const rendered = render(page.markdown, {
    path: page.path,
    fields: page.kind === 'operation',
    resolve: (name) => names.resolve(name, api),
  });
  await write(`${page.path}.html`, renderPage(site, page, rendered, neighborsOf(page)));
  await write(`${page.path}.md`, pageMarkdown(page, url));
}
for (const api of apis) {
  await write(join('openapi', `${api}.json`), JSON.stringify(documents[api]));
  await write(join('api', api, 'llms.txt'), llmsIndex(version, pages, models, { url, api }));
}
await write('llms.txt', llmsIndex(version, pages, models, { url }));
await write('llms-full.txt', llmsFull(version, pages, models, url));
if (url !== undefined) {
  const locations = pages.map(({ path }) => `<url><loc>${url}${path}.html</loc></url>`);
  await write(
    'sitemap.xml',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${locations.join('\n')}\n</urlset>\n`,
  );
}

await write('assets/site.css', (await readFile(join('scripts', 'docs', 'site.css'), 'utf8')) + highlighter.css());
await copyFile(join('scripts', 'docs', 'icon.svg'), join(target, 'assets', 'icon.svg'));
// A page from a disk cannot fetch the index, so it is a script.
const entries = pages.flatMap((page) => page.entries);
await write('assets/search-index.js', `var searchEntries=${JSON.stringify(entries)};\n`);
await build({
  entryPoints: ['site', 'search'].map((name) => join('scripts', 'docs', 'browser', `${name}.ts`)),
  outdir: join(target, 'assets'),
  bundle: true,
  format: 'iife',
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
});
await mkdir(join(target, 'redoc'), { recursive: true });
await Promise.all(
  (values['no-redoc'] ? [] : apis).map((api) =>
    redocly(
      'build-docs',
      join('generated', api, 'openapi.json'),
      '--inlineBundle',
      `--title=${apiLabels[api]} API`,
      `--output=${join(target, 'redoc', `${api}.html`)}`,
    ),
  ),
);
console.log(
  `${pages.length} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB. Open ${join(target, 'index.html')} in a browser.`,
);
