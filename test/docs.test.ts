import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apis, operationsOf, type Api, type Document } from '../scripts/bundle.js';
import { fieldOf, fieldsOf } from '../scripts/docs/fields.js';
import { linkGuides, parseGuide } from '../scripts/docs/guide-pages.js';
import { breakName, relativeUrl } from '../scripts/docs/html.js';
import { contentSecurityPolicy } from '../scripts/docs/layout.js';
import { createMarkdown } from '../scripts/docs/markdown.js';
import { Names } from '../scripts/docs/names.js';
import {
  anchoredFields,
  operationMarkdown,
  readOperation,
  type OperationModel,
} from '../scripts/docs/operation-pages.js';
import { firstSentence } from '../scripts/docs/page.js';
import { createIndex, search, tokenize, type SearchEntry, type SearchIndex } from '../scripts/docs/search.js';
import { sectionsOf } from '../scripts/docs/search-entries.js';
import { parseSiteUrl, readContents, writeSite } from '../scripts/docs/site.js';
import { makeWorkflowsPage, type ArazzoDocument } from '../scripts/docs/workflow-page.js';
import { findViolations } from './support/accessibility.js';
import { isChromiumMissing, launchChromium } from './support/chromium.js';

const root = resolve(import.meta.dirname, '..');

const readDocument = (api: Api): Document =>
  JSON.parse(readFileSync(join(root, 'generated', api, 'openapi.json'), 'utf8')) as Document;

const documents = Object.fromEntries(apis.map((api) => [api, readDocument(api)])) as Record<Api, Document>;

let models: OperationModel[] = [];
let folder = '';
let published = '';
beforeAll(async () => {
  const contents = await readContents();
  models = contents.models;
  folder = mkdtempSync(join(tmpdir(), 'codearts-build-docs-'));
  published = mkdtempSync(join(tmpdir(), 'codearts-build-docs-url-'));
  await writeSite(folder, contents);
  await writeSite(published, contents, { url: 'https://docs.example/build/', redoc: [] });
}, 600_000);
afterAll(() => {
  for (const path of [folder, published]) rmSync(path, { recursive: true, force: true });
});

/** The files of the site with an ending, by their paths. Redoc's own pages are not ours. */
const filesOf = (ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending) && !name.startsWith('redoc/'));

const cache = new Map<string, string>();
function read(path: string): string {
  const text = cache.get(path) ?? readFileSync(join(folder, path), 'utf8');
  cache.set(path, text);
  return text;
}

const gzipKilobytes = (...paths: string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(read(path)).length, 0) / 1000;

/** Returns the targets that a page links to or loads. */
const targetsOf = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => target!);

/** Returns the problem of a link of a page; undefined if there is none. */
function findBroken(page: string, target: string): string | undefined {
  if (/^(?:https?|data):/.test(target)) return undefined;
  const [path = '', anchor = ''] = target.split('#');
  const file = path === '' ? page : posix.join(dirname(page), path);
  if (!existsSync(join(folder, file))) return `${page}: no file ${target}`;
  if (anchor === '' || !file.endsWith('.html')) return undefined;
  return read(file).includes(` id="${decodeURIComponent(anchor)}"`) ? undefined : `${page}: no anchor ${target}`;
}

const readEntries = (): SearchEntry[] =>
  JSON.parse(read('assets/search-index.js').replace(/^var searchEntries=|;\s*$/g, '')) as SearchEntry[];

describe('the site', () => {
  test('has a page for each operation and each export, an index for each section, and Redoc beside them', () => {
    const pages = filesOf('.html');
    expect(pages).toEqual(
      expect.arrayContaining([
        ...[
          'index.html',
          'guides/index.html',
          'api/index.html',
          'client/index.html',
          'sandbox/index.html',
          'workflows.html',
        ],
        ...models.map(({ page }) => `${page}.html`),
      ]),
    );
    for (const api of apis) expect(existsSync(join(folder, 'redoc', `${api}.html`))).toBe(true);
    const entryPoints = { client: 'src/index.ts', sandbox: 'src/sandbox/index.ts' };
    for (const [section, entryPoint] of Object.entries(entryPoints)) {
      const exported = [...readFileSync(join(root, entryPoint), 'utf8').matchAll(/^export (?:type )?\{([^}]*)\}/gms)]
        .flatMap(([, list]) => list!.split(','))
        .map((name) => name.replace(/^\s*type\s/, '').trim())
        .filter((name) => /^\w+$/.test(name));
      expect(exported.length).toBeGreaterThan(5);
      const names = pages.filter((page) => page.startsWith(`${section}/`)).map((page) => posix.basename(page, '.html'));
      expect(names).toEqual(expect.arrayContaining(exported));
    }
  });

  test('has no link and no search entry that leads nowhere', () => {
    const broken = filesOf('.html').flatMap((page) =>
      targetsOf(read(page)).flatMap((target) => findBroken(page, target) ?? []),
    );
    const lost = readEntries().flatMap(({ url }) => {
      const [path, anchor] = url.split('#');
      return findBroken('index.html', `${path!}.html${anchor === undefined ? '' : `#${anchor}`}`) ?? [];
    });
    expect([...broken, ...lost]).toEqual([]);
    expect(findBroken('index.html', 'guides/none.html')).toBeDefined();
    expect(findBroken('index.html', 'api/index.html#none')).toBeDefined();
  });

  test('has one main heading on a page, and no anchor twice', () => {
    for (const page of filesOf('.html')) {
      expect(read(page).match(/<h1/g), page).toHaveLength(1);
      const ids = [...read(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect({ page, twice: ids.filter((id, at) => ids.indexOf(id) !== at) }).toEqual({ page, twice: [] });
    }
  });

  test('loads nothing from elsewhere, and forbids it', () => {
    for (const page of filesOf('.html')) {
      const html = read(page);
      expect(html, page).toContain(`http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}"`);
      expect(html.match(/<(?:script|img|link|iframe)[^>]*(?:src|href)="https?:[^"]*"/g), page).toBeNull();
      expect(html, page).not.toMatch(/ style="|<style|<script>/);
    }
  });

  test('is small', () => {
    const assets = ['assets/site.css', 'assets/site.js'];
    expect(gzipKilobytes('index.html', ...assets)).toBeLessThan(30);
    for (const page of filesOf('.html')) expect(read(page).length, page).toBeLessThan(80_000);
    for (const { page } of models) expect(gzipKilobytes(`${page}.html`, ...assets), page).toBeLessThan(40);
    expect(gzipKilobytes('assets/search.js', 'assets/search-index.js')).toBeLessThan(80);
  });

  test('shows every parameter and field of an operation under its anchor, in HTML and in Markdown', () => {
    for (const model of models) {
      const html = read(`${model.page}.html`);
      const markdown = read(`${model.page}.md`);
      for (const { anchor, field } of anchoredFields(model)) {
        expect(html.includes(` id="${anchor}"`), `${model.page} ${anchor}`).toBe(true);
        expect(markdown.includes(`- \`${field.name}\` `), `${model.page}.md ${field.name}`).toBe(true);
      }
    }
  });

  test('links every deprecated operation to its successor, if there is one', () => {
    for (const { page, operation } of models.filter((model) => model.operation.deprecated)) {
      if (/Nothing replaces it/.test(operation.description)) continue;
      const [, successor] = /Use `(\w+)`/.exec(operation.description)!;
      expect(read(`${page}.html`), page).toMatch(new RegExp(`<a href="[^"]*${successor!}\\.html"><code>`));
      expect(read(`${page}.md`), page).toContain('**Deprecated**');
    }
  });

  test('names the types of the API on the pages of the client, and links them', () => {
    expect(read('client/interfaces/BuildRun.html')).toMatch(
      /<a href="\.\.\/\.\.\/api\/codearts-build\/\w+\.html#response[\w.]*"><code>BuildRecord<\/code><\/a>/,
    );
    const unnamed = filesOf('.md')
      .filter((path) => /^(?:client|sandbox)\//.test(path))
      .flatMap((path) =>
        read(path)
          .replaceAll('toJSON(): object;', '')
          .replace(/^#+ Returns\n\n`object`$/gm, '')
          .split('\n')
          .filter((line) => /[:<`(] ?object\b|\bobject\[\]|\{\s*\}/.test(line.replace(/extends\*? `?object/, '')))
          .map((line) => `${path}: ${line}`),
      );
    expect(unnamed).toEqual([]);
  });

  test('colors code in full', () => {
    // The themes have eight pairs of colors. A line that is colored in part has others.
    expect(read('assets/site.css').match(/^\.c\d+ \{/gm)!.length).toBeLessThan(9);
  });

  test('shows the sources of a description, and the workflows and helpers that call the operation', () => {
    const model = models.find(({ id }) => id === 'executeJob')!;
    const markdown = read(`${model.page}.md`);
    expect(markdown).toContain(model.operation['x-evidence'].note!.trim().slice(0, 40));
    expect(markdown).toContain(`](${model.operation.externalDocs.url})`);
    expect(markdown).toContain('[Workflows]');
    expect(markdown).toContain('- **Guides:** [Builds](');
    expect(markdown).not.toContain('contribute.md');
  });
});

describe('for language models, the site', () => {
  test('has each page as Markdown, without open fences and with links that exist', () => {
    for (const page of filesOf('.html')) {
      const path = page.replace(/html$/, 'md');
      const text = read(path);
      expect(text.length, path).toBeLessThan(50_000);
      expect(text.startsWith('> Index of this documentation: [llms.txt]('), path).toBe(true);
      expect((text.match(/^ *```/gm) ?? []).length % 2, path).toBe(0);
      expect(text, path).not.toMatch(/<!--|<a id=|^ *```\w* /m);
      const prose = text.replace(/^ *```.*?^ *```$/gms, '').replace(/`[^`\n]*`/g, '');
      const broken = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
        if (/^(https?:|#)/.test(target!)) return [];
        return existsSync(join(folder, dirname(path), target!.split('#')[0]!)) ? [] : [target];
      });
      expect({ path, broken }).toEqual({ path, broken: [] });
    }
  });

  test('has an index that fits into one request, and one for each API', () => {
    const index = read('llms.txt');
    expect(index.length).toBeLessThan(50_000);
    expect(index).toMatch(/^# codearts-build [\d.]+\n\n> /);
    const optional = index.indexOf('\n## Optional\n');
    for (const { id, page, api, operation } of models) {
      const at = index.indexOf(`[${id}](${page}.md)`);
      expect(at, id).toBeGreaterThan(-1);
      expect(at > optional, id).toBe(operation.deprecated ?? false);
      expect(read(`api/${api}/llms.txt`)).toContain(`[${id}](${id}.md)`);
    }
  });

  test('has everything in one file, without curl and without deprecated operations', () => {
    const full = read('llms-full.txt');
    for (const { operation, method, path } of models) {
      const head = `\n# ${operation.summary}\n\n**${method.toUpperCase()}** \`${path}\`\n`;
      expect(full.includes(head), path).toBe(!operation.deprecated);
    }
    expect(full).not.toContain('X-Auth-Token: $');
    expect(full).not.toContain('\n## Errors\n\n| Status');
    expect(full.length).toBeLessThan(1_000_000);
  });
});

describe('with --site-url, the site', () => {
  const readPublished = (path: string): string => readFileSync(join(published, path), 'utf8');

  test('has absolute links in Markdown, canonical addresses, a sitemap and a page for what is not found', () => {
    expect(readPublished('llms.txt')).toContain('](https://docs.example/build/api/');
    expect(readPublished('guides/index.md')).toMatch(/\]\(https:\/\/docs\.example\/build\/guides\/[\w-]+\.md\)/);
    expect(readPublished('guides/index.html')).toContain(
      '<link rel="canonical" href="https://docs.example/build/guides/index.html">',
    );
    const locations = [
      ...readPublished('sitemap.xml').matchAll(/<loc>https:\/\/docs\.example\/build\/([^<]+)<\/loc>/g),
    ];
    expect(locations.map(([, path]) => path).sort()).toEqual(filesOf('.html').sort());
    for (const target of targetsOf(readPublished('404.html'))) {
      expect(target).toMatch(/^(?:https:\/\/docs\.example\/build\/|#)/);
    }
    expect(existsSync(join(folder, '404.html'))).toBe(false);
  });

  test('is refused if the URL is none', () => {
    expect(parseSiteUrl('https://docs.example/build//')).toBe('https://docs.example/build/');
    expect(parseSiteUrl(undefined)).toBeUndefined();
    for (const url of ['docs', '', 'https://', 'ftp://docs.example']) {
      expect(() => parseSiteUrl(url)).toThrow(`--site-url must be a URL; received ${url}`);
    }
  });
});

/** The expected first result, and one expected among the first five: a kind and a name, or a page with an optional anchor. */
const queries: [query: string, first: string, among?: string][] = [
  ['start build', 'operation executeJob', 'client startBuild'],
  ['startBuild', 'client startBuild', 'operation executeJob'],
  ['trigger', 'operation executeJob', 'guides/builds#start-trigger-a-build'],
  ['artifact', 'operation showNewOutput', 'command outputs'],
  ['cancel build', 'operation stopTheJob', 'guides/builds#stop-cancel-a-build'],
  ['build status', 'operation showJobBuildRecordDetail'],
  ['download log', 'operation downloadBuildFullLog'],
  ['follow log', 'guides/builds#follow-the-log'],
  ['log', 'operation downloadBuildRealTimeLog', 'command log'],
  ['429', 'guides/errors-and-retries'],
  ['retry', 'guides/errors-and-retries'],
  ['AK SK', 'guides/authentication'],
  ['mock server', 'guides/sandbox'],
  ['resume build', 'guides/builds#resume-in-another-process'],
  ['webhook', 'operation checkWebhookUrl'],
  ['delete task', 'operation deleteTheJob'],
  ['coverage report', '', 'operation listJunitCoverageSummary'],
  ['coverage zip', 'operation downloadJunitCoverageZip'],
  ['build_no', 'field build_no'],
  ['runJob', 'operation runJob'],
  ['/v1/job/execute', 'operation executeJob'],
  ['exit code', 'guides/command-line#exit-codes'],
  ['paginate', 'client paginate', 'guides/pagination'],
  ['proxy', 'guides/runtimes'],
  ['opentelemetry', 'guides/observability'],
  ['excuteJob', 'operation executeJob'],
  ['how do I cancel a build', 'operation stopTheJob'],
  ['octopus_job_name', 'field octopus_job_name'],
  // What a reader asked while writing the programs of the guides
  ['start build by name', 'guides/builds#start-trigger-a-build'],
  ['ctrl-c', 'guides/builds#start-trigger-a-build', 'command run'],
  ['outputs', 'command outputs', 'operation showNewOutput'],
  ['download artifact', 'guides/builds#steps-and-artifacts'],
  ['nightly report', 'guides/builds#report-on-many-tasks'],
  ['builds since yesterday', 'guides/builds#report-on-many-tasks'],
  ['rate limit', 'guides/errors-and-retries#rate-limits', 'guides/queue'],
  ['dashboard', 'guides/builds#watch-running-builds-dashboard'],
  ['watch project', 'client watchProject', 'guides/builds#watch-running-builds-dashboard'],
  ['running builds', '', 'guides/builds#watch-running-builds-dashboard'],
  ['wait for several builds', 'guides/builds#several-builds', 'client waitAll'],
  ['upload file', 'operation uploadKeystore', 'guides/files'],
  ['token', '', 'client staticToken'],
  ['HTTPS_PROXY', 'guides/runtimes'],
  ['region', 'guides/authentication#regions-and-endpoints'],
  ['mfa', 'guides/authentication#password-and-mfa'],
  ['offline', 'guides/sandbox'],
  ['without account', 'guides/get-started#without-an-account'],
  ['catch errors', 'guides/errors-and-retries#error-classes'],
  ['timeout', '', 'guides/errors-and-retries#timeouts-deadlines-and-abort'],
  ['disable retries', 'guides/errors-and-retries#what-is-retried'],
  ['401', 'guides/errors-and-retries#hints'],
  ['APIGW.0101', 'guides/errors-and-retries#hints', 'guides/get-started#errors-you-may-see-first'],
  ['CB.00060200', '', 'api/codearts-build/index#error-codes'],
  ['limit', '', 'guides/pagination'],
  ['types', 'guides/get-started#types-of-requests-and-responses'],
  ['which id', 'guides/get-started#which-id-is-which'],
  ['europe', 'guides/builds#v3-operations'],
  ['migrate from sdk', 'guides/migrate'],
  ['huaweicloud-sdk', 'guides/migrate'],
  ['har', '', 'guides/observability#record-har-detect-drift'],
  ['github actions', 'guides/command-line#github-actions'],
  ['deno', '', 'guides/runtimes'],
  ['python', 'guides/openapi'],
  // Words of other tools and of Huawei Cloud, several words of which one is nowhere, and typos
  ['trigger a pipeline build', '', 'operation executeJob'],
  ['get token', 'operation keystoneCreateUserTokenByPassword', 'client passwordToken'],
  ['retry failed build', 'guides/builds#failed-builds'],
  ['parallel builds', 'guides/builds#several-builds'],
  ['exponential backoff', '', 'guides/errors-and-retries'],
  ['proxy settings', '', 'guides/runtimes'],
  ['abort a request', 'guides/errors-and-retries#timeouts-deadlines-and-abort'],
  ['environment variables', '', 'guides/authentication'],
  ['curl', 'guides/get-started#call-any-operation'],
  ['401 unauthorized', 'guides/errors-and-retries#hints'],
  ['permission denied', 'guides/get-started#errors-you-may-see-first'],
  ['kill build', 'operation stopTheJob', 'command stop'],
  ['tail log', 'command log', 'guides/builds#follow-the-log'],
  ['build machine spec', 'operation showAvailableInnerSpec'],
  ['ECS metadata', 'client credentialsFromMetadata'],
  ['har file', 'guides/observability#replay-a-recording'],
  ['cloudbuild-ext', 'guides/authentication#regions-and-endpoints'],
  ['APIGW.0308', 'api/codearts-build/index#error-codes'],
  ['restore deleted task', 'operation restoreRecyclingJobs'],
  ['cancle build', '', 'operation stopTheJob'],
  ['buld log', '', 'operation downloadBuildRealTimeLog'],
  ['autentication', 'guides/authentication'],
  ['paginaton', 'guides/pagination'],
  ['webhok', 'operation checkWebhookUrl'],
];

describe('the search', () => {
  let entries: SearchEntry[] = [];
  let index: SearchIndex;
  beforeAll(() => {
    entries = readEntries();
    index = createIndex(entries);
  });

  const matches = ({ kind, name, url }: SearchEntry, expected: string): boolean => {
    const [first, second] = expected.split(' ');
    if (second === undefined) return expected.includes('#') ? url === expected : url.split('#')[0] === expected;
    return kind === first && name === second;
  };

  test.each(queries)('finds for “%s” what is wanted', (query, first, among) => {
    const found = search(index, entries, query);
    const top = found.slice(0, 5).map(({ kind, name, url }) => `${kind} ${name ?? ''} ${url}`);
    for (const [expected, range] of [
      [first, 1],
      [among ?? first, 5],
    ] as const) {
      if (expected === '') continue;
      expect(
        found.slice(0, range).some((entry) => matches(entry, expected)),
        `${expected}\n${top.join('\n')}`,
      ).toBe(true);
    }
  });

  test('finds the operations of a name first, in every API that has one', () => {
    for (const id of new Set(models.map((model) => model.id))) {
      const pages = models.filter((model) => model.id === id).map(({ page }) => page);
      const first = search(index, entries, id).slice(0, pages.length);
      expect(first.map(({ url }) => url).sort()).toEqual(pages.sort());
    }
  });

  test('says nothing for nothing, and finds nothing for what does not exist', () => {
    expect(search(index, entries, ' ')).toEqual([]);
    expect(search(index, entries, 'xyzzyqq')).toEqual([]);
  });

  test('splits names, and takes plural words as singular', () => {
    expect(tokenize('showBuildInfoRecord')).toEqual(['showbuildinforecord', 'show', 'build', 'info', 'record']);
    expect(tokenize('build_no, retries, tasks, status')).toEqual([
      'build_no',
      'build',
      'no',
      'retry',
      'task',
      'status',
    ]);
  });
});

describe('Markdown', () => {
  const render = (markdown: string, fields = false): string =>
    createMarkdown({ highlight: (code) => code.replaceAll('<', '&lt;'), css: () => '' })(markdown, {
      path: 'guides/a',
      fields,
      resolve: (name) => ({ executeJob: 'api/codearts-build/executeJob', own: 'guides/a#b' })[name],
    }).html;

  test('passes no HTML on, and makes no link that runs a script', () => {
    const html = render(
      '<b onclick="x()">a</b>\n\n<script>x()</script>\n\n[x](javascript:x())\n\n<details onclick="x()">',
    );
    expect(html).not.toMatch(/<(?:b|script|details|a)[ >]/);
  });

  test('links names in code, but not in headings, in links, or to the same page', () => {
    expect(render('`executeJob()`')).toContain(
      '<a href="../api/codearts-build/executeJob.html"><code>executeJob()</code></a>',
    );
    expect(
      render('`own`, `other`, [`executeJob`](x.md)\n\n## `executeJob`').match(/<a (?!class="anchor")[^>]*>/g),
    ).toEqual(['<a href="x.html">']);
  });

  test('puts adjacent fences with titles into one group of tabs, and ends it with other text', () => {
    const fence = (title: string): string => `\`\`\`ts title=${title}\n1 < 2\n\`\`\``;
    const html = render(`${fence('A')}\n${fence('"B c"')}\n\ntext\n\n${fence('D')}\n\n\`\`\`sh\nx\n\`\`\``);
    expect(html.match(/class="tabs"/g)).toHaveLength(2);
    expect([...html.matchAll(/class="tab-name">([^<]*)</g)].map(([, name]) => name)).toEqual(['A', 'B c', 'D']);
    expect(html).toContain('1 &lt; 2');
  });

  test('makes alerts, badges, boxes and folded parts', () => {
    expect(render('> [!WARNING]\n> Not idempotent.')).toContain(
      '<div class="alert warning">\n<p><strong class="alert-name">Warning:</strong> Not idempotent.</p>',
    );
    expect(render('a **required** b **bold**')).toBe(
      '<p>a <span class="badge red">required</span> b <strong>bold</strong></p>\n',
    );
    expect(render('<!-- cards -->\n- a\n<!-- /cards -->')).toContain('<div class="cards">\n<ul>');
    expect(render('<details>\n<summary>A `b`</summary>\n\ntext\n\n</details>')).toBe(
      '<details>\n<summary>A <code>b</code></summary>\n<p>text</p>\n</details>\n',
    );
  });

  test('gives headings anchors that differ', () => {
    expect(render('## A b\n\n## A b').match(/id="[^"]*"/g)).toEqual(['id="a-b"', 'id="a-b-1"']);
  });

  test('gives fields anchors, and folds what has many or is an error', () => {
    const many = Array.from({ length: 13 }, (_, at) => `  - \`f${at}\` string`).join('\n');
    const html = render(
      `## Response\n\n- \`a\` object\n${many}\n- \`error\` object\n  - \`code\` string\n- \`b\` object\n  - \`c\` string`,
      true,
    );
    expect(html).toContain('<li id="response.a.f12">');
    expect(html.match(/<details[^>]*>/g)).toEqual(['<details>', '<details>', '<details open>']);
  });

  test('breaks long names, and only those', () => {
    expect(breakName('downloadBuildFullLog')).toBe('download<wbr>Build<wbr>Full<wbr>Log');
    expect(breakName('executeJob')).toBe('executeJob');
    expect(breakName('a_rather_long_name')).toBe('a_<wbr>rather_<wbr>long_<wbr>name');
  });

  test('finds the way between pages', () => {
    expect(relativeUrl('api/a/b', 'api/a/c#d')).toBe('c#d');
    expect(relativeUrl('api/a/b', 'guides/x.md')).toBe('../../guides/x.md');
    expect(relativeUrl('index', 'llms.txt')).toBe('llms.txt');
  });

  test('ends the first sentence at its full stop, not at a point within a name', () => {
    expect(firstSentence('Returns `a.b` of 1.5 s. More.\n\nElse.')).toBe('Returns a.b of 1.5 s.');
    expect(firstSentence('No stop')).toBe('No stop');
  });
});

describe('a guide', () => {
  test('needs a title and a description', () => {
    expect(parseGuide('a.md', '---\ntitle: "A: b"\ndescription: C.\n---\n\nText.\n')).toEqual({
      title: 'A: b',
      description: 'C.',
      markdown: 'Text.',
    });
    expect(() => parseGuide('a.md', '---\ntitle: A\n---\n')).toThrow('a.md: front matter needs title and description');
  });

  test('of the repository links to other guides, and to nothing else of the repository', () => {
    const slugs = ['builds', 'contribute', 'descriptions'];
    const text =
      '[a](scripts/docs/guides/builds.md#x) [b](openapi/README.md) [c](src/) [d](https://e.example/) [f](#g)';
    expect(linkGuides('CONTRIBUTING.md', text, slugs)).toBe(
      '[a](builds.md#x) [b](descriptions.md) c [d](https://e.example/) [f](#g)',
    );
    expect(linkGuides('openapi/README.md', '[a](../CONTRIBUTING.md) [b](CORRECTIONS.md)', slugs)).toBe(
      '[a](contribute.md) b',
    );
  });

  test('has sections at its H2 headings, not at comments of a shell', () => {
    const sections = sectionsOf('# A\n\n## B `c`\n\ntext\n\n```sh\n## no\n```\n\n## D');
    expect(sections.map(({ title, slug }) => [title, slug])).toEqual([
      ['B c', 'b-c'],
      ['D', 'd'],
    ]);
    expect(sections[0]!.text).toContain('## no');
  });
});

describe('fields', () => {
  const document = {
    ...documents.iam,
    components: {
      schemas: {
        Node: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
          },
        },
        Base: {
          type: 'object',
          required: ['id'],
          properties: { id: { type: 'string', description: 'ID.', minLength: 1, maxLength: 4 } },
        },
      },
    },
  } as Document;

  test('end at a schema that contains itself', () => {
    const [name, children] = fieldsOf(document, { $ref: '#/components/schemas/Node' });
    expect(name).toMatchObject({ name: 'name', children: [], repeats: false });
    expect(children).toMatchObject({ name: 'children', type: 'array of Node', children: [], repeats: true });
  });

  test('are those of all parts of allOf, and of the variant that has some', () => {
    const allOf = [
      { $ref: '#/components/schemas/Base' },
      { properties: { more: { type: ['integer', 'null'], enum: [1, 2] } } },
    ];
    expect(fieldsOf(document, { allOf })).toMatchObject([
      { name: 'id', required: true, facts: ['Length: 1 to 4.'] },
      { name: 'more', required: false, type: 'integer or null', facts: ['Values: `1`, `2`.'] },
    ]);
    const oneOf = [{ $ref: '#/components/schemas/Base' }, { type: 'null' }];
    expect(fieldOf(document, 'x', { oneOf })).toMatchObject({
      type: 'Base or null',
      children: [{ name: 'id' }],
    });
  });

  test('of a map are those of its values', () => {
    const map = { type: 'object', additionalProperties: { $ref: '#/components/schemas/Base' } };
    expect(fieldOf(document, 'x', map)).toMatchObject({ type: 'map of Base', children: [{ name: 'id' }] });
  });

  test('that are secret show no example', () => {
    const secret = { type: 'string', example: 'password', 'x-sensitive': true };
    expect(fieldOf(document, 'x', secret).facts).toEqual([]);
  });
});

describe('the page of an operation', () => {
  const found = [...operationsOf(documents['codearts-build'])].find(
    ({ operation }) => operation.operationId === 'executeJob',
  )!;

  const markdownOf = async (change: (operation: (typeof found)['operation']) => void): Promise<string> => {
    const operation = structuredClone(found.operation);
    change(operation);
    const model = await readOperation('codearts-build', documents['codearts-build'], { ...found, operation });
    return operationMarkdown(model, new Names());
  };

  test('names the helper to prefer', async () => {
    const markdown = await markdownOf((operation) => {
      operation['x-helper'] = { name: 'startBuild', text: 'It follows the build.' };
    });
    expect(markdown).toContain('> [!TIP]\n> In TypeScript, prefer `startBuild`. It follows the build.');
  });

  test('says what a policy of rate limits suggests, if its name has a number', async () => {
    const policy = (name: string) => markdownOf((operation) => (operation['x-ratelimit-policy'] = name));
    expect(await policy('ten_120_min')).toContain('`ten_120_min`. The name suggests 120 requests per minute;');
    expect(await policy('cloudbuild_ext')).toContain('`cloudbuild_ext`. The counts are undocumented.');
  });

  test('fails if the source of an operation is unknown', async () => {
    await expect(markdownOf((operation) => (operation['x-evidence'] = { source: 'rumor' }))).rejects.toThrow(
      'executeJob: unknown x-evidence.source "rumor"',
    );
  });

  test('names only helpers that the package exports', () => {
    const report = readFileSync(join(root, 'src', 'index.ts'), 'utf8');
    for (const { operation } of models) {
      const name = operation['x-helper']?.name;
      if (name === undefined) continue;
      const entry = readEntries().find(
        ({ kind, title }) => kind === 'client' && title.replace(/^.*Client\.|\(\)$/g, '') === name,
      );
      expect(entry ?? report.includes(name), name).toBeTruthy();
    }
  });
});

describe('the page of the workflows', () => {
  const arazzo: ArazzoDocument = {
    file: 'x.arazzo.yaml',
    info: { title: 'Two ways', description: 'About both.' },
    sourceDescriptions: [{ name: 'build', url: '../codearts-build/openapi.yaml' }],
    workflows: [
      {
        workflowId: 'first',
        summary: 'Start & wait',
        inputs: { type: 'object', required: ['jobId'], properties: { jobId: { description: 'ID of a task.' } } },
        steps: [
          {
            stepId: 'start',
            operationId: '$sourceDescriptions.build.executeJob',
            parameters: [{ name: 'X-Auth-Token', value: '$inputs.token' }],
            requestBody: { payload: { job_id: '$inputs.jobId' } },
            successCriteria: [{ condition: '^[A-Z]+$', context: '$response.body#/status' }],
            onFailure: [{ type: 'retry', retryAfter: 2, retryLimit: 5, criteria: [{ condition: 'a < b' }] }],
          },
        ],
      },
    ],
  };

  test('shows each step with a link to its operation', () => {
    const { markdown, entries } = makeWorkflowsPage([arazzo], models);
    for (const text of [
      '[`executeJob`](api/codearts-build/executeJob.md)',
      'job_id: $inputs.jobId',
      '`X-Auth-Token` = `$inputs.token`',
      '`$response.body#/status` matches `^[A-Z]+$`',
      'retry after 2 s, up to 5 times if `a < b`',
      '| `jobId` **required** | ID of a task. |',
    ]) {
      expect(markdown).toContain(text);
    }
    expect(entries.map(({ url }) => url)).toEqual(['workflows', 'workflows#start--wait']);
  });

  test.each(['$sourceDescriptions.build.noOperation', '$sourceDescriptions.iam.executeJob', undefined])(
    'names a step that calls nothing that the site describes (%s)',
    (operationId) => {
      const steps = [{ stepId: 'odd', ...(operationId && { operationId }) }];
      const workflow = { ...arazzo.workflows[0]!, steps };
      expect(() => makeWorkflowsPage([{ ...arazzo, workflows: [workflow] }], models)).toThrow(
        'x.arazzo.yaml: step odd calls no operation that the site describes',
      );
    },
  );
});

const note = isChromiumMissing ? ' (left out: there is no Chromium here; CHROMIUM can name one)' : '';

const screens = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} satisfies Record<string, BrowserContextOptions>;

describe.skipIf(isChromiumMissing)(`in Chromium${note}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a page from the disk. Console messages and requests to elsewhere are collected. */
  async function open(
    path: string,
    options: BrowserContextOptions = screens.desktop,
  ): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) complaints.push(`requested ${request.url()}`);
    });
    await page.goto(`${pathToFileURL(join(folder, path.split('#')[0]!)).href}${/#.*/.exec(path)?.[0] ?? ''}`);
    return { page, complaints };
  }

  const pages = [
    'index.html',
    'guides/errors-and-retries.html',
    'guides/migrate.html',
    'api/codearts-build/index.html',
    'api/codearts-build/executeJob.html',
    'api/codearts-build/listProjectJobs.html',
    'api/codearts-build/runJob.html',
    'client/interfaces/BuildRun.html',
    'workflows.html',
  ];
  /** Each width and each theme. Findings of axe depend on one or the other, so two of the four are enough for it. */
  const looks = [
    { screen: 'desktop', colorScheme: 'light', checksAccess: true },
    { screen: 'desktop', colorScheme: 'dark', checksAccess: false },
    { screen: 'phone', colorScheme: 'dark', checksAccess: true },
    { screen: 'phone', colorScheme: 'light', checksAccess: false },
  ] as const;

  /** Loads a page and looks at it in every way. Returns what is wrong. */
  async function inspect(path: string): Promise<string[]> {
    const { page, complaints } = await open(path);
    const findings: string[] = [];
    for (const { screen, colorScheme, checksAccess } of looks) {
      await page.setViewportSize(screens[screen].viewport);
      await page.emulateMedia({ colorScheme });
      const found = checksAccess ? await findViolations(page) : [];
      const { excess, scrolled } = await page.evaluate(() => ({
        excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        scrolled: scrollY,
      }));
      if (excess > 0) found.push(`is wider than the screen by ${excess} px`);
      if (scrolled > 0) found.push(`is scrolled by ${scrolled} px`);
      findings.push(...found.map((finding) => `${path}, ${screen}, ${colorScheme}: ${finding}`));
    }
    await page.context().close();
    return [...findings, ...complaints];
  }

  test('pages of every kind are accessible, quiet, at their top and not wider than the screen, in both themes', async () => {
    expect((await Promise.all(pages.map(inspect))).flat()).toEqual([]);
  }, 300_000);

  test('checks that can fail', async () => {
    const { page, complaints } = await open('index.html');
    await page.evaluate(() => {
      document
        .querySelector('article')!
        .insertAdjacentHTML(
          'beforeend',
          '<img src="https://elsewhere.example/x.png" width="9" height="9"><p class="grey">pale text</p>',
        );
      document.querySelector<HTMLElement>('p.grey')!.style.color = '#999';
    });
    const found = await findViolations(page);
    expect(found.some((line) => line.startsWith('image-alt:'))).toBe(true);
    expect(found.some((line) => line.startsWith('color-contrast:'))).toBe(true);
    expect(complaints.join('\n')).toMatch(/elsewhere\.example|Content Security Policy/);
    await page.context().close();
  }, 60_000);

  test('the search opens with the keyboard, and goes to a page', async () => {
    const { page, complaints } = await open('guides/index.html');
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').fill('executeJob');
    const first = dialog.getByRole('option').first();
    await first.waitFor();
    expect(await first.textContent()).toContain('executeJob');
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/api\/codearts-build\/executeJob\.html$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('the search says if it finds nothing, and closes with Escape', async () => {
    const { page } = await open('index.html', screens.phone);
    await page.getByRole('button', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('combobox').fill('xyzzyqq');
    await expect.poll(() => dialog.getByRole('status').textContent()).toContain('Nothing found for “xyzzyqq”');
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    await page.context().close();
  }, 60_000);

  test('the words of the front page open the search', async () => {
    const { page } = await open('index.html');
    await page.getByRole('button', { name: 'artifact' }).click();
    await page.getByRole('option').first().waitFor();
    await page.context().close();
  }, 60_000);

  test('tabs remember the language on other pages', async () => {
    const { page } = await open('api/codearts-build/executeJob.html');
    const curl = page.locator('pre', { hasText: '$HUAWEICLOUD_TOKEN' });
    expect(await curl.isVisible()).toBe(false);
    await page.getByRole('tab', { name: 'TypeScript' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await curl.isVisible()).toBe(true);
    await page.goto(pathToFileURL(join(folder, 'api/codearts-build/stopTheJob.html')).href);
    expect(await page.locator('pre', { hasText: '$HUAWEICLOUD_TOKEN' }).isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);

  test('the theme can be chosen, and lasts', async () => {
    const { page } = await open('guides/index.html', { ...screens.desktop, colorScheme: 'light' });
    await page.getByRole('button', { name: 'Use dark theme' }).click();
    const color = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await color()).toBe('rgb(17, 20, 26)');
    await page.goto(pathToFileURL(join(folder, 'client/index.html')).href);
    expect(await color()).toBe('rgb(17, 20, 26)');
    await page.context().close();
  }, 60_000);

  test('a link to a field opens what hides it', async () => {
    const hidden = models.flatMap(({ page, response }) =>
      response.fields.flatMap((field) =>
        field.children.length > 12 ? [`${page}.html#response.${field.name}.${field.children[0]!.name}`] : [],
      ),
    );
    const [path] = hidden;
    const { page } = await open(path!);
    expect(await page.locator(`[id="${path!.split('#')[1]!}"]`).isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);

  test('without JavaScript, text, all samples and the menu are there', async () => {
    const { page } = await open('api/codearts-build/executeJob.html', { ...screens.phone, javaScriptEnabled: false });
    for (const text of ['await build.executeJob(', 'codearts-build call executeJob', '$HUAWEICLOUD_TOKEN']) {
      expect(await page.locator('pre', { hasText: text }).first().isVisible(), text).toBe(true);
    }
    expect(await page.locator('.search-open').isVisible()).toBe(false);
    const link = page.locator('#nav a[aria-current]');
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    expect(await link.isVisible()).toBe(true);
    await page.context().close();
  }, 60_000);
});
