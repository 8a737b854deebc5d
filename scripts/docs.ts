/** Makes the documentation in `dist/docs/`: the reference of each API, the workflows, and the client's own pages. */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { apis, type Api, type Document } from './bundle.js';
import { renderClientPages } from './docs/client-pages.js';
import { renderIndex } from './docs/index-page.js';
import { renderReference } from './docs/reference.js';
import { apiLabels, type Site } from './docs/site.js';
import { countWorkflows, readWorkflows, renderWorkflows } from './docs/workflows-page.js';

const target = join('dist', 'docs');

/** Style sheets and pictures that are copied as they are. */
const assets = ['site.css', 'reference.css', 'client.css', 'icon.svg'];

/** Programs of our own that run in a page. */
const browserScripts = ['filter-operations', 'repair-reference'];

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8')) as unknown;

async function write(path: string, text: string): Promise<void> {
  const file = join(target, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  console.log(`${String(Math.ceil(Buffer.byteLength(text) / 1024)).padStart(6)} KiB  ${file}`);
}

const { version } = (await readJson('package.json')) as { version: string };
const documents = Object.fromEntries(
  await Promise.all(apis.map(async (api) => [api, await readJson(join('generated', api, 'openapi.json'))] as const)),
) as Record<Api, Document>;
const workflows = await readWorkflows(join('openapi', 'workflows'));

const site: Site = {
  version,
  links: [
    { label: 'Overview', path: 'index.html' },
    ...apis.map((api) => ({ label: apiLabels[api], path: `${api}.html` })),
    ...(workflows.length > 0 ? [{ label: 'Workflows', path: 'workflows.html' }] : []),
    { label: 'Client', path: 'client/index.html' },
  ],
};

await rm(target, { recursive: true, force: true });
await mkdir(join(target, 'assets'), { recursive: true });
const [references] = await Promise.all([
  Promise.all(apis.map(async (api) => ({ api, ...(await renderReference(site, api, documents[api])) }))),
  ...assets.map((name) => copyFile(join('scripts', 'docs', name), join(target, 'assets', name))),
]);
const scripts = new Set(references.map(({ script }) => script));
if (scripts.size > 1) throw new Error('the references do not share one script');

await write('index.html', renderIndex(site, documents, countWorkflows(workflows)));
for (const { api, html } of references) await write(`${api}.html`, html);
for (const api of apis) await write(join('openapi', `${api}.json`), JSON.stringify(documents[api]));
if (workflows.length > 0) await write('workflows.html', renderWorkflows(site, workflows, documents));
for (const script of scripts) await write(join('assets', 'redoc.js'), script);
for (const name of browserScripts) {
  const source = await readFile(join('scripts', 'docs', 'browser', `${name}.ts`), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'iife', minify: true, target: 'es2022' });
  await write(join('assets', `${name}.js`), code);
}
await renderClientPages(site, documents, join(target, 'client'));
console.log(`Open ${join(target, 'index.html')} in a browser.`);
