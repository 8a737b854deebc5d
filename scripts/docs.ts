/**
 * Makes the documentation: the reference of each API, the workflows, and the client's own pages.
 *
 * It goes into `dist/docs/`, or where `--out` says.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { transform } from 'esbuild';
import { apis, type Api, type Document } from './bundle.js';
import { renderClientPages } from './docs/client-pages.js';
import { renderIndex } from './docs/index-page.js';
import { renderReferences } from './docs/reference.js';
import { apiLabels, clientPage, type Site } from './docs/site.js';
import { countWorkflows, readWorkflows, renderWorkflows } from './docs/workflows-page.js';

const { values } = parseArgs({ options: { out: { type: 'string', default: join('dist', 'docs') } } });
const target = values.out;

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
    { label: 'Client', path: clientPage },
  ],
};

await rm(target, { recursive: true, force: true });
await mkdir(join(target, 'assets'), { recursive: true });
const [references] = await Promise.all([
  renderReferences(site, documents),
  renderClientPages(site, documents, join(target, 'client')),
  ...assets.map((name) => copyFile(join('scripts', 'docs', name), join(target, 'assets', name))),
]);
await write('index.html', renderIndex(site, documents, countWorkflows(workflows)));
for (const [path, text] of references) await write(path, text);
for (const api of apis) await write(join('openapi', `${api}.json`), JSON.stringify(documents[api]));
if (workflows.length > 0) await write('workflows.html', renderWorkflows(site, workflows, documents));
for (const name of browserScripts) {
  const source = await readFile(join('scripts', 'docs', 'browser', `${name}.ts`), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'iife', minify: true, target: 'es2022' });
  await write(join('assets', `${name}.js`), code);
}
console.log(`Open ${join(target, 'index.html')} in a browser.`);
