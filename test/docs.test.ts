import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults, run as runAxe } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apis, operationsOf, type Api, type Document } from '../scripts/bundle.js';
import { anchorOf, enrichDocument } from '../scripts/docs/enrich-document.js';
import { clientPage, contentSecurityPolicy, renderText } from '../scripts/docs/site.js';
import { isChromiumMissing, launchChromium } from './support/chromium.js';
import { readWorkflows, renderWorkflows, type ArazzoDocument } from '../scripts/docs/workflows-page.js';

const root = resolve(import.meta.dirname, '..');

const readDocument = (api: Api): Document =>
  JSON.parse(readFileSync(join(root, 'generated', api, 'openapi.json'), 'utf8')) as Document;

const documents = Object.fromEntries(apis.map((api) => [api, readDocument(api)])) as Record<Api, Document>;

const operations = apis.flatMap((api) =>
  [...operationsOf(documents[api])].map(({ operation }) => ({ api, operation })),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codearts-build-docs-test-'));
  execFileSync(process.execPath, ['--import', 'tsx', join('scripts', 'docs.ts'), `--out=${folder}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files of the site with an ending, by their paths in it. */
const filesOf = (ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending));

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** What a page points at: its links, and the files that it loads. */
const targetsOf = (html: string): string[] =>
  // Redoc's documents and Redoc's program hold text that only looks like a tag.
  [...html.replace(/<script>.*?<\/script>/gs, '').matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => target!);

describe('the site', () => {
  test('has a page for each API, the workflows and the client', () => {
    expect(filesOf('.html')).toEqual(
      expect.arrayContaining(['index.html', ...apis.map((api) => `${api}.html`), clientPage]),
    );
    expect(filesOf('.html').includes('workflows.html')).toBe(existsSync(join(root, 'openapi', 'workflows')));
  });

  test('has no link that leads nowhere', () => {
    const broken = filesOf('.html').flatMap((page) => {
      const html = read(page);
      return targetsOf(html).flatMap((target) => {
        if (/^(https?|data):/.test(target)) return [];
        const [path, anchor = ''] = target.split('#') as [string, string?];
        const file = path === '' ? page : join(dirname(page), path).replaceAll('\\', '/');
        if (!existsSync(join(folder, file))) return [`${page}: ${target}`];
        // Those with a slash are Redoc's, and are looked at in the browser.
        const isOurs = anchor !== '' && !anchor.startsWith('/') && !anchor.startsWith('icon-');
        return !isOurs || read(file).includes(`id="${decodeURIComponent(anchor)}"`) ? [] : [`${page}: ${target}`];
      });
    });
    expect(broken).toEqual([]);
  });

  test('loads nothing from elsewhere, and forbids it', () => {
    for (const page of filesOf('.html')) {
      const html = read(page);
      expect(html, page).toContain(`http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}"`);
      expect(html.match(/<(?:script|img|link|iframe)[^>]*(?:src|href)="https?:[^"]*"/g), page).toBeNull();
    }
    expect(read('assets/redoc.js')).not.toContain('cdn.redoc.ly');
  });

  test('is small', () => {
    const kibibytes = (path: string): number => Math.ceil(statSync(join(folder, path)).size / 1024);
    expect(kibibytes('index.html')).toBeLessThan(80);
    expect(kibibytes('codearts-build.html')).toBeLessThan(1200);
    expect(kibibytes('servicestage.html')).toBeLessThan(450);
    expect(kibibytes('iam.html')).toBeLessThan(450);
    expect(kibibytes('assets/redoc.js')).toBeLessThan(2600);
    for (const page of filesOf('.html').filter((path) => path.startsWith('client/'))) {
      expect(kibibytes(page), page).toBeLessThan(150);
    }
  });

  test('lists every operation in the overview, with its mark', () => {
    const rows = [...read('index.html').matchAll(/<tr[^>]*><td><a href="([^"]*)"><code>(\w+)<\/code><\/a>.*?<\/tr>/g)];
    expect(rows.map(([, href, id]) => `${href!} ${id!}`)).toEqual(
      operations.map(({ api, operation }) => `${api}.html${anchorOf(operation)} ${operation.operationId}`),
    );
    for (const [row] of rows) expect(row).toMatch(/class="badge (green|blue|purple|orange)"/);
  });
});

describe('enrichDocument', () => {
  const enriched = {} as Record<Api, Document>;
  beforeAll(async () => {
    for (const api of apis) enriched[api] = await enrichDocument(api, documents[api]);
  }, 60_000);

  const findOperation = (api: Api, id: string) =>
    [...operationsOf(enriched[api])].map(({ operation }) => operation).find(({ operationId }) => operationId === id)!;

  test('links each operation that is out of date to its successor', () => {
    for (const { api, operation } of operations.filter((found) => found.operation.deprecated)) {
      const { description } = findOperation(api, operation.operationId);
      expect(description, operation.operationId).toMatch(/Use \[`\w+`\]\(#\/[a-z-]+\/[a-z]+\)/);
    }
  });

  test('shows the evidence and the page of the vendor', () => {
    const { description, ...executeJob } = findOperation('codearts-build', 'executeJob');
    expect(description).toContain('**Evidence: documented.** API Explorer and SDKs');
    expect(description).toContain("**Vendor's page:** [ExecuteJob](https://support.huaweicloud.com/");
    expect(executeJob).toMatchObject({ 'x-badges': [{ name: 'documented', color: 'green' }] });
  });

  test('puts the TypeScript sample first', () => {
    for (const { api, operation } of operations) {
      const samples = findOperation(api, operation.operationId) as { 'x-codeSamples'?: { label: string }[] };
      expect(samples['x-codeSamples']?.map(({ label }) => label)).toEqual(['TypeScript', 'curl']);
    }
  });

  test('changes neither the original nor what is data', async () => {
    const operation = {
      ...structuredClone(findOperation('iam', 'keystoneListAuthProjects')),
      description: 'See `keystoneListAuthDomains`, not `keystoneListAuthProjects`.',
    };
    const example = { summary: 'x', value: { description: '`keystoneListAuthDomains`' } };
    operation.responses = {
      '200': { description: 'x', content: { 'application/json': { schema: {}, examples: { default: example } } } },
    };
    const original: Document = { ...documents.iam, paths: { ...documents.iam.paths, '/x': { get: operation } } };
    const before = structuredClone(original);
    const copy = await enrichDocument('iam', original);
    expect(original).toEqual(before);
    const { description, responses } = copy.paths['/x']!['get']!;
    expect(description).toContain(
      'See [`keystoneListAuthDomains`](#/projects-and-domains/keystonelistauthdomains), not `keystoneListAuthProjects`.',
    );
    expect(responses['200']).toMatchObject({ content: { 'application/json': { examples: { default: example } } } });
  });

  test('refuses a kind of evidence that has no mark', async () => {
    const document = structuredClone(documents.iam);
    document.paths['/v3/projects']!['get']!['x-evidence'].source = 'rumour';
    await expect(enrichDocument('iam', document)).rejects.toThrow('keystoneListProjects: rumour is not a known kind');
  });
});

describe('renderText', () => {
  test('writes paragraphs, lists, code, bold text and links, and nothing else as HTML', () => {
    expect(renderText('a `b < c` **d**\n\n- [e](https://f.example/)\n- <script>')).toBe(
      '<p>a <code>b &#60; c</code> <strong>d</strong></p>\n' +
        '<ul><li><a href="https://f.example/">e</a></li><li>&#60;script&#62;</li></ul>',
    );
  });

  test('makes no link that runs a script', () => {
    expect(renderText('[x](javascript:alert(1))')).not.toContain('<a');
  });
});

describe('the page of the workflows', () => {
  const site = { version: '0', links: [{ label: 'Workflows', path: 'workflows.html' }] };
  const arazzo: ArazzoDocument = {
    file: 'x.arazzo.yaml',
    info: { title: 'Two ways', description: 'About both.' },
    sourceDescriptions: [{ name: 'build', url: '../codearts-build/openapi.yaml' }],
    components: {
      inputs: {
        task: { type: 'object', required: ['jobId'], properties: { jobId: { description: 'Id of a task.' } } },
      },
      parameters: { token: { name: 'X-Auth-Token', in: 'header', value: '$inputs.token' } },
      failureActions: { again: { type: 'retry', retryAfter: 2, retryLimit: 5, criteria: [{ condition: 'a < b' }] } },
    },
    workflows: [
      {
        workflowId: 'first',
        summary: 'Start & wait',
        inputs: { $ref: '#/components/inputs/task' },
        steps: [
          {
            stepId: 'start',
            operationId: '$sourceDescriptions.build.executeJob',
            parameters: [{ reference: '$components.parameters.token' }],
            requestBody: { payload: { job_id: '$inputs.jobId' } },
            onFailure: [{ reference: '$components.failureActions.again' }],
          },
        ],
      },
      { workflowId: 'second', steps: [{ stepId: 'all', workflowId: 'first' }] },
    ],
  };

  test('shows each step with a link to its operation', () => {
    const html = renderWorkflows(site, [arazzo], documents);
    expect(html).toContain('<a href="codearts-build.html#/running-builds/executejob"><code>executeJob</code></a>');
    expect(html).toContain('Start &#38; wait');
    expect(html).toContain('job_id: $inputs.jobId');
    expect(html).toContain('<a href="#first"><code>first</code></a>');
  });

  test('resolves what stands in the components', () => {
    const html = renderWorkflows(site, [arazzo], documents);
    expect(html).toContain('<code>X-Auth-Token</code> = <code>$inputs.token</code>');
    expect(html).toContain('try again after 2 s, 5 times at most where <code>a &#60; b</code>');
    expect(html).toContain('<td><code>jobId</code></td><td>required</td><td><p>Id of a task.</p></td>');
  });

  test('names a component that is missing', () => {
    const broken: ArazzoDocument = { ...arazzo, components: {} };
    expect(() => renderWorkflows(site, [broken], documents)).toThrow('Two ways has no component');
  });

  test('is not made where there are no workflows', async () => {
    expect(await readWorkflows(join(root, 'openapi', 'no-such-folder'))).toEqual([]);
  });
});

const note = isChromiumMissing ? ' (left out: there is no Chromium here; CHROMIUM can name one)' : '';

const screens = {
  desktop: { viewport: { width: 1400, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} satisfies Record<string, BrowserContextOptions>;

/** What axe finds and nobody can repair from outside. */
const exceptions = [
  {
    rule: 'nested-interactive',
    selector: '#tsd-nav-container summary',
    reason: "TypeDoc's own script builds its navigation, with a link to each module inside of what folds it",
  },
];

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe that look at colours. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds in a page, one line for each element. */
async function checkAccessibility(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    async ({ known, only }) => {
      const { axe } = window as unknown as { axe: { run: typeof runAxe } };
      const { violations }: AxeResults = await axe.run(document, {
        preload: false,
        resultTypes: ['violations'],
        ...(only && { runOnly: only }),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.flatMap(({ target, html, failureSummary = '' }) => {
          const element = document.querySelector(target.join(' '));
          const isKnown = known.some(({ rule, selector }) => rule === id && element?.matches(selector));
          return isKnown ? [] : [`${id}: ${target.join(' ')} ${html.slice(0, 120)} ${failureSummary}`];
        }),
      );
    },
    { known: exceptions, only: rules },
  );
}

/** Makes a page dark, as it is where the system is: Redoc looks at the system when it starts. */
async function turnDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(() => {
    const { classList } = document.documentElement;
    classList.add('notransition'); // Redoc's own: the colours change at once
    classList.replace('light', 'dark');
  });
}

describe.skipIf(isChromiumMissing)(`in Chromium${note}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a page of the site from the disk, and waits until its scripts have done their work. Whatever the page complains of or asks for is written down. */
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
      if (!/^(file|data|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(`${pathToFileURL(join(folder, path.split('#')[0]!)).href}${/#.*/.exec(path)?.[0] ?? ''}`);
    if (path.startsWith('client/')) await page.locator('#tsd-nav-container a').first().waitFor({ state: 'attached' });
    else if (apis.some((api) => path.startsWith(`${api}.html`))) await waitForRedoc(page);
    return { page, complaints };
  }

  /** Redoc has taken over the page and made its index, and our repairs have followed. */
  async function waitForRedoc(page: Page): Promise<void> {
    await page
      .locator('[data-testid="search-trigger"][role="button"]', { hasText: 'Ctrl' })
      .waitFor({ state: 'attached' });
    await page.locator('#redoc main h1, #redoc main h2').first().waitFor();
  }

  const pages = [
    'index.html',
    'workflows.html',
    ...apis.map((api) => `${api}.html`),
    'codearts-build.html#/running-builds/runjob',
    'iam.html#/tokens/keystonecreateusertokenbypassword',
    clientPage,
    'client/interfaces/codearts-build.CodeArtsBuildClient.html',
    'client/classes/codearts-build.ApiError.html',
  ];

  test.each(pages)(
    '%s renders: no complaint, no request, accessible, not wider than the screen',
    async (path) => {
      if (path === 'workflows.html' && !existsSync(join(folder, path))) return;
      for (const [name, screen] of Object.entries(screens)) {
        const { page, complaints } = await open(path, screen);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, name).toBeLessThanOrEqual(screen.viewport.width);
        expect(await checkAccessibility(page), name).toEqual([]);
        await turnDark(page);
        expect(await checkAccessibility(page, colorRules), `${name}, dark`).toEqual([]);
        expect(complaints, name).toEqual([]);
        await page.context().close();
      }
    },
    180_000,
  );

  test('what is wrong on a page is found: the checks can fail', async () => {
    const { page, complaints } = await open('index.html');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="https://elsewhere.example/x.png">');
      console.error('wrong');
    });
    expect(await checkAccessibility(page, ['image-alt'])).toEqual([expect.stringContaining('elsewhere.example')]);
    expect(complaints.join('\n')).toMatch(/elsewhere\.example.*Content Security Policy/s);
    expect(complaints).toContain('wrong');
    await page.context().close();
  }, 60_000);

  test('is light by day and dark by night', async () => {
    for (const path of ['index.html', 'iam.html', clientPage]) {
      const brightness: number[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await open(path, { ...screens.desktop, colorScheme });
        const color = await page.evaluate(() => {
          const [ours, body] = [document.querySelector('.site-bar')!, document.body].map(
            (element) => getComputedStyle(element).backgroundColor,
          );
          return ours === body || body === 'rgba(0, 0, 0, 0)' ? ours! : `${ours!} is not ${body!}`;
        });
        brightness.push(Number(/^rgb\((\d+)/.exec(color)?.[1] ?? Number.NaN));
        await page.context().close();
      }
      expect(brightness[0], path).toBeGreaterThan(240);
      expect(brightness[1], path).toBeLessThan(60);
    }
  }, 60_000);

  test('the search of a reference finds an operation by its name, and goes there', async () => {
    const { page, complaints } = await open('codearts-build.html');
    await page.locator('[data-testid="search-trigger"]').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('textbox').fill('executeJob');
    const found = dialog.locator('[data-component-name="Search/SearchItem"]');
    await found.first().waitFor();
    expect(await found.first().textContent()).toContain('Run a build task (executeJob)');
    expect(await checkAccessibility(page)).toEqual([]);
    await found.first().click();
    await page.getByRole('heading', { name: 'Run a build task (executeJob)' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/running-builds/executejob');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test.each(apis)(
    'every operation of %s stands where links look for it',
    async (api) => {
      const { page } = await open(`${api}.html`);
      const groups = page.locator('#redoc .menu-item-type-group');
      const found: (string | null)[] = [];
      for (const [index, { name }] of documents[api].tags.entries()) {
        const expected = [...operationsOf(documents[api])].filter(({ operation }) => operation.tags[0] === name).length;
        const links = groups.nth(index).locator('.menu-item-type-operation > a');
        if ((await links.count()) === 0) await groups.nth(index).locator('> a').click();
        await expect.poll(() => links.count(), { timeout: 10_000, message: name }).toBe(expected);
        found.push(...(await links.evaluateAll((elements) => elements.map((element) => element.getAttribute('href')))));
      }
      expect(found.sort()).toEqual(
        [...operationsOf(documents[api])].map(({ operation }) => anchorOf(operation)).sort(),
      );
      await page.context().close();
    },
    60_000,
  );

  test('an operation that is out of date is marked, and leads to its successor', async () => {
    const { page, complaints } = await open('codearts-build.html#/running-builds/runjob');
    const operation = page.locator('[id="running-builds/runjob"]');
    await operation
      .getByText(/^deprecated$/i)
      .first()
      .waitFor();
    await operation.getByRole('link', { name: 'executeJob', exact: true }).click();
    await page.waitForURL(/#\/running-builds\/executejob$/);
    await page.getByRole('heading', { name: 'Run a build task (executeJob)' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('an operation shows the TypeScript sample, and curl where it is chosen', async () => {
    const { page } = await open('codearts-build.html#/running-builds/executejob');
    const panel = page.locator('[id="running-builds/executejob"] .panel-request-samples');
    await panel.locator('code', { hasText: 'await build.executeJob({' }).waitFor();
    await panel.getByRole('button', { name: 'TypeScript' }).click();
    await page.getByRole('menuitem', { name: 'curl' }).click();
    await panel.locator('code', { hasText: 'X-Auth-Token: $HUAWEICLOUD_TOKEN' }).waitFor();
    await page.context().close();
  }, 60_000);

  test('shows what an operation is called with on a phone, behind a button', async () => {
    const { page, complaints } = await open('codearts-build.html', screens.phone);
    const link = page.getByRole('link', { name: 'Build logs' }).first();
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await link.waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('the overview finds operations by their words', async () => {
    const { page } = await open('index.html');
    await page.getByRole('searchbox').fill('LOG download whole');
    const rows = page.locator('.operations tr:has(td):visible');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await page.locator('.filter output').textContent()).toBe('3 operations');
    expect(await page.locator('.operations tbody:visible').count()).toBe(1);
    await page.context().close();
  }, 60_000);

  test("the client's pages find what the package exports", async () => {
    const { page, complaints } = await open(clientPage);
    await page.locator('#tsd-search-trigger').click();
    await page.locator('#tsd-search-input').fill('signRequest');
    const result = page.locator('#tsd-search-results a').first();
    await result.waitFor();
    expect(await result.getAttribute('href')).toContain('signRequest');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('the pages of a client lead to its operations', async () => {
    const { page } = await open('client/interfaces/codearts-build.IamClient.html');
    await page.getByText('Tokens (1)').click();
    await page.getByRole('link', { name: 'keystoneCreateUserTokenByPassword' }).click();
    await page.getByRole('heading', { name: /keystoneCreateUserTokenByPassword/ }).waitFor();
    expect(relative(folder, new URL(page.url()).pathname)).toBe('iam.html');
    await page.context().close();
  }, 60_000);
});
