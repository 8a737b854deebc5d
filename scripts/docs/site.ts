/** Reads everything that the site shows, and writes the site. */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { apis, redocly, type Api } from '../bundle.js';
import { apiLabels, makeApiPages, readOperations, type Documents } from './api-pages.js';
import { makeClientPages, readClient } from './client-pages.js';
import { isRepositoryGuide, makeGuidePages, parseGuide } from './guide-pages.js';
import { createHighlighter } from './highlight.js';
import { neighborsOf, renderPage, type Site } from './layout.js';
import { llmsFull, llmsIndex, pageMarkdown } from './llms.js';
import { createMarkdown } from './markdown.js';
import { Names } from './names.js';
import { schemaFields, type OperationModel } from './operation-pages.js';
import type { Page } from './page.js';
import { makeWorkflowsPage, readWorkflows } from './workflow-page.js';

/** Names in code that lead to a section of a guide. */
const aliases: Readonly<Record<string, string>> = {
  'BuildRun.log': 'guides/builds#follow-the-log',
  'BuildRun.wait': 'guides/builds#wait-and-report-progress',
  'BuildRun.stop': 'guides/builds#stop-cancel-a-build',
  'codearts-build call': 'guides/command-line',
  'codearts-build-sandbox': 'guides/sandbox',
};

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8')) as unknown;

/** The contents of the site, before they are HTML. */
export interface Contents {
  version: string;
  documents: Documents;
  models: OperationModel[];
  names: Names;
  pages: Page[];
}

/** Reads the descriptions, the guides and the exports, and makes all pages. */
export async function readContents(): Promise<Contents> {
  const { version } = (await readJson('package.json')) as { version: string };
  const documents = Object.fromEntries(
    await Promise.all(apis.map(async (api) => [api, await readJson(join('generated', api, 'openapi.json'))] as const)),
  ) as Documents;
  const [models, workflows, guides] = await Promise.all([
    readOperations(documents),
    readWorkflows(join('openapi', 'workflows')),
    makeGuidePages(),
  ]);

  const names = new Names();
  for (const { id, page, api } of models) names.add(id, page, api);
  for (const [name, page] of Object.entries(aliases)) names.add(name, page);
  const exported = await readClient(names);
  for (const [schema, field] of schemaFields(models)) names.add(schema, field);
  const workflowsPage = makeWorkflowsPage(workflows, models);
  for (const { path, title, markdown, kind, source } of [...guides, workflowsPage]) {
    // The guides for contributors name operations as examples only.
    const isExample = source !== undefined && isRepositoryGuide(source);
    if ((kind === 'guide' || kind === 'workflow') && !isExample) names.readMentions(markdown, { kind, title, path });
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
  return { version, documents, models, names, pages };
}

export interface SiteOptions {
  /** URL of the published site, with a final slash. If set, links in Markdown files are absolute, and a `404.html` and a `sitemap.xml` are written. */
  url?: string | undefined;
  /** The APIs to make a one-page reference of. */
  redoc?: readonly Api[];
}

/** Reads the URL of the site. @throws TypeError if it is none */
export function parseSiteUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new TypeError(`--site-url must be a URL; received ${url}`);
  return url.replace(/\/*$/, '/');
}

/** Writes the site into a folder, which is emptied before. Returns the number and size of the files that are made here. */
export async function writeSite(
  target: string,
  { version, documents, models, names, pages }: Contents,
  { url, redoc = apis }: SiteOptions = {},
): Promise<{ files: number; bytes: number }> {
  const size = { files: 0, bytes: 0 };
  const write = async (path: string, text: string): Promise<void> => {
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    size.files += 1;
    size.bytes += Buffer.byteLength(text);
  };
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
    redoc.map((api) =>
      redocly(
        'build-docs',
        join('generated', api, 'openapi.json'),
        '--inlineBundle',
        `--title=${apiLabels[api]} API`,
        `--output=${join(target, 'redoc', `${api}.html`)}`,
      ),
    ),
  );
  return size;
}
