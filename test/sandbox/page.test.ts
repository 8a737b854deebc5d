import { createHash } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createSandbox, type ManualClock, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { escapeHtml, html } from '../../src/sandbox/page/html.js';
import { formatDuration, formatRelative } from '../../src/sandbox/page/words.js';
import { findViolations } from '../support/accessibility.js';
import { isChromiumMissing, launchChromium } from '../support/chromium.js';
import { callAdminApi, clientOf, createStillSandbox, startSandbox } from '../support/sandbox-requests.js';

const readPage = async (sandbox: Sandbox, path = '/'): Promise<string> =>
  (await sandbox.fetch(`http://sandbox${path}`)).text();

/** Starts a build with the admin API. Returns the path of its page. */
async function startBuild(sandbox: Sandbox, task: string, scenario?: string): Promise<string> {
  const job_id = sandbox.seed.jobIds[task]!;
  const { body } = await callAdminApi(sandbox, 'POST', '/_sandbox/builds', { job_id, scenario });
  return `/_sandbox/builds/${(body as { build_record_id: string }).build_record_id}`;
}

/** Names that a page could run, show in the wrong order, or not fit into its width. */
const hostileNames: [string, string][] = [
  ['an element', '<img src=x onerror="document.title=1">'],
  ['the end of an attribute', '" onfocus="document.title=1" autofocus x="\' onclick=\'1'],
  ['the end of a script', '</script><script>document.title=1</script>'],
  ['200 characters', 'x'.repeat(200)],
  ['characters that reverse text', '\u202egnp.exe\u2069\u2069\u200f'],
  ['control characters', 'a\u0000b\u001b[31m\u0085c'],
  ['Hebrew', 'שלום-עולם'],
];

describe('templates of HTML', () => {
  test.each(hostileNames)('escape %s in text and attributes', (_, name) => {
    const { text } = html`<p title="${name}">${[name, html`<b>${name}</b>`]}</p>`;
    expect(text.replaceAll(escapeHtml(name), '')).toBe('<p title=""><b></b></p>');
    expect(escapeHtml(name)).not.toMatch(/[<>"'\0\u001b\u0085]|[\u202a-\u202e\u2066-\u2069]/);
  });

  test('omit false and undefined, and keep zero', () => {
    expect(String(html`${false}${undefined}${0}${[]}`)).toBe('0');
  });
});

describe('words', () => {
  const now = Date.UTC(2026, 8, 10);
  test.each([
    [-59_999, 'just now'],
    [-60_000, '1 minute ago'],
    [-3 * 60_000 - 59_999, '3 minutes ago'],
    [-7 * 3_600_000, '7 hours ago'],
    [-36 * 3_600_000, '1 day ago'],
    [-45 * 86_400_000, '1 month ago'],
    [-800 * 86_400_000, '2 years ago'],
    [30_000, 'just now'],
    [5 * 60_000, 'in 5 minutes'],
  ])('for %d ms: %s', (ms, words) => {
    expect(formatRelative(now + ms, now)).toBe(words);
  });

  test.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [200_000, '3 min 20 s'],
    [3_599_999, '59 min 59 s'],
    [7_500_000, '2 h 5 min'],
  ])('for a duration of %d ms: %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});

describe('the page', () => {
  test('shows success rate, strip and times of each task, newest build first', async () => {
    const sandbox = createStillSandbox();
    const page = await readPage(sandbox);
    expect(page).toContain('6 of the last 8 builds succeeded');
    expect(page).toContain('<strong>75%</strong>');
    const strip = /<ol class="strip" aria-label="Builds of web-shop, newest first">(.*?)<\/ol>/s.exec(page)![1]!;
    expect([...strip.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
      'Build 8: Succeeded',
      'Build 7: Stopped',
      ...['Build 6: Succeeded', 'Build 5: Succeeded', 'Build 4: Succeeded'],
      'Build 3: Failed',
      ...['Build 2: Succeeded', 'Build 1: Succeeded'],
    ]);
    expect(page).toContain(
      '<time datetime="2026-09-09T20:00:00.000Z" title="2026-09-10 04:00:00 GMT+08:00">7 hours ago</time>',
    );
    expect(await readPage(sandbox, '/_sandbox')).toBe(page);
    expect(await readPage(sandbox, '/_sandbox/')).toBe(page);
  });

  test('shows a build with steps, parameters without secrets, and log', async () => {
    const sandbox = startSandbox({ language: 'en' });
    const jobId = sandbox.seed.jobIds['web-shop']!;
    const run = await clientOf(sandbox).startBuild({ jobId });
    const { build_record_id } = await run.wait();
    expect(await readPage(sandbox)).toContain(`/_sandbox/builds/${build_record_id}`);
    const page = await readPage(sandbox, `/_sandbox/builds/${build_record_id}`);
    expect(page).toContain('Build with Maven');
    expect(page).toContain('releaseKey=******');
    expect(page).toContain('Finished: SUCCESS');
    expect(page).not.toContain('not-for-the-log');
  });

  test.each(hostileNames)('shows names with %s as text', async (_, name) => {
    const sandbox = createStillSandbox();
    const task = sandbox.state.tasks.get(sandbox.seed.jobIds['web-shop']!)!;
    const [project] = sandbox.state.projects.values();
    Object.assign(task, { name, code: { ...task.code, url: name, branch: name } });
    task.parameters = [{ name, value: name, secret: false }];
    task.steps = task.steps.map((step) => ({ ...step, name, commands: [name] }));
    project!.name = name;
    const path = await startBuild(sandbox, 'web-shop', 'fail');
    Object.assign([...sandbox.state.records.values()].at(-1)!, { commitMessage: name });
    await sandbox.clock.advance(3_600_000);
    for (const page of [await readPage(sandbox), await readPage(sandbox, path)]) {
      expect(page).toContain(escapeHtml(name));
      if (name !== escapeHtml(name)) expect(page).not.toContain(name);
      expect(page.match(/<script/g)).toHaveLength(1);
    }
  });

  test('allows its own script and style only, and other responses allow nothing', async () => {
    const sandbox = createStillSandbox();
    const response = await sandbox.fetch('http://sandbox/');
    const page = await response.text();
    const hashOf = (name: string): string => {
      const [, text] = new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(page)!;
      return `'sha256-${createHash('sha256').update(text!).digest('base64')}'`;
    };
    expect(response.headers.get('content-security-policy')?.split('; ').sort()).toEqual(
      [
        ...["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
        ...[`script-src ${hashOf('script')}`, `style-src ${hashOf('style')}`, "connect-src 'self'", 'img-src data:'],
      ].sort(),
    );
    expect(page).not.toMatch(/ style=| on\w+=|http-equiv/);
    const other = await sandbox.fetch('http://sandbox/_sandbox/state');
    expect(other.headers.get('content-security-policy')).not.toMatch(/script|connect/);
  });
});

const screens = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true },
} satisfies Record<string, BrowserContextOptions>;

describe.skipIf(isChromiumMissing)('the page in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());

  /** Starts a sandbox with a manual clock, unless another one is given, and opens a page of it. */
  async function open(
    sandbox: Sandbox,
    path = '/',
    options: BrowserContextOptions = screens.desktop,
  ): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    const origin = sandbox.url;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    await page.goto(`${origin}${path}`);
    if (options.javaScriptEnabled !== false) await page.getByText('Live', { exact: true }).waitFor();
    return { page, complaints };
  }

  async function listen(options: Omit<SandboxOptions, 'clock'> = {}): Promise<Sandbox<ManualClock>> {
    const sandbox = createSandbox({ language: 'en', ...options, clock: 'manual' });
    onTestFinished(() => sandbox.close());
    await sandbox.listen();
    return sandbox;
  }

  const cardOf = (page: Page, name: string) => page.getByRole('article', { name });

  test('shows a build that a client starts, and its end, without reload', async () => {
    const sandbox = await listen();
    const { page, complaints } = await open(sandbox);
    await page.evaluate(() => document.body.setAttribute('data-loaded', 'once'));
    const card = cardOf(page, 'web-shop');
    expect(await card.getByText('Build 9').count()).toBe(0);
    const run = await clientOf(sandbox).startBuild({ jobId: sandbox.seed.jobIds['web-shop']! });
    expect(run.buildNo).toBe(9);
    await card.getByText('Queued').waitFor();
    await sandbox.clock.advance(10_000);
    await card.getByText('step 2 of 3: Build with Maven').waitFor();
    expect(await card.getByRole('listitem').first().getByRole('link').getAttribute('aria-label')).toBe(
      'Build 9: Running',
    );
    await sandbox.clock.advance(3_600_000);
    await card.getByText('7 of the last 9 builds succeeded').waitFor();
    expect(await page.evaluate(() => document.body.dataset['loaded'])).toBe('once');
    expect(await page.content()).not.toContain(sandbox.credentials.sk);
    expect(complaints).toEqual([]);
  });

  test('starts and stops builds, and reports what cannot be done', async () => {
    const sandbox = await listen();
    const { page, complaints } = await open(sandbox);
    const card = cardOf(page, 'web-frontend');
    await card.getByRole('combobox').selectOption('stuck');
    await card.getByRole('button', { name: 'Start a build of web-frontend' }).click();
    await page.getByRole('status').filter({ hasText: 'Build of web-frontend started' }).waitFor({ state: 'attached' });
    const stop = card.getByRole('button', { name: 'Stop build 5 of web-frontend' });
    await stop.waitFor();
    expect([...sandbox.state.records.values()].at(-1)!.scenario).toEqual({ kind: 'stuck' });
    expect(await card.getByRole('combobox').inputValue()).toBe('stuck');
    await sandbox.clock.advance(60_000);
    await stop.click();
    await card.getByText('Stopped', { exact: true }).waitFor();
    expect(await cardOf(page, 'old-reports').getByRole('button', { name: 'Start' }).isDisabled()).toBe(true);
    // The page does not know yet that the task is disabled.
    sandbox.state.tasks.get(sandbox.seed.jobIds['web-shop']!)!.disabled = true;
    await page.evaluate((id) => {
      const form = document.createElement('form');
      Object.assign(form.dataset, { method: 'POST', body: JSON.stringify({ job_id: id }) });
      form.setAttribute('action', '/_sandbox/builds');
      document.body.append(form);
      form.requestSubmit();
    }, sandbox.seed.jobIds['web-shop']!);
    await page.getByRole('alert').filter({ hasText: 'Task web-shop is disabled' }).waitFor();
    expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
    await sandbox.close();
    await page.getByText('Not connected').waitFor();
    await cardOf(page, 'web-frontend').getByRole('button', { name: 'Start' }).click();
    await page.getByRole('alert').filter({ hasText: 'The sandbox cannot be reached' }).waitFor();
  });

  test('shows faults in force and removes them', async () => {
    const sandbox = await listen();
    const { page, complaints } = await open(sandbox);
    const faults = page.getByRole('region', { name: 'in force' });
    expect(await faults.count()).toBe(0);
    sandbox.faults.add({ kind: 'status', status: 503, operation: 'showJobInfo', count: 2 });
    sandbox.faults.add({ kind: 'latency', ms: 800, probability: 0.25 });
    await faults.getByText('2 faults in force').waitFor();
    await faults.getByText('For showJobInfo · 2 requests left').waitFor();
    await faults.getByText('For all operations · in 25% of requests').waitFor();
    await faults.getByRole('button', { name: 'Remove fault: Returns 503' }).click();
    await faults.getByText('1 fault in force').waitFor();
    expect(sandbox.faults.list()).toEqual([{ kind: 'latency', ms: 800, probability: 0.25 }]);
    await faults.getByRole('button', { name: 'Remove' }).click();
    await faults.waitFor({ state: 'detached' });
    expect(sandbox.faults.list()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('follows the log of a build, unless the reader has scrolled up', async () => {
    const sandbox = await listen();
    const path = await startBuild(sandbox, 'web-shop');
    const { page, complaints } = await open(sandbox, path, { viewport: { width: 800, height: 300 } });
    const log = page.getByRole('log');
    const distance = () => log.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);
    const lines = () => log.evaluate((element) => element.children.length);
    expect(await lines()).toBe(0);
    await sandbox.clock.advance(5_000);
    await log.getByText('Cloning').waitFor();
    // The lines of the log stay: only new ones are added.
    await log.evaluate((element) => element.firstElementChild!.setAttribute('data-kept', ''));
    await sandbox.clock.advance(10_000);
    await log.getByText('Scanning for projects').waitFor();
    expect(await distance()).toBeLessThan(2);
    const jump = page.getByRole('button', { name: 'Jump to the end' });
    expect(await jump.isVisible()).toBe(false);
    await log.evaluate((element) => element.scrollTo({ top: 0 }));
    await jump.waitFor();
    await sandbox.clock.advance(3_600_000);
    await log.getByText('Finished: SUCCESS').waitFor({ state: 'attached' });
    expect(await log.evaluate((element) => element.scrollTop)).toBe(0);
    await jump.click();
    expect(await distance()).toBeLessThan(2);
    await jump.waitFor({ state: 'hidden' });
    expect(await log.evaluate((element) => element.firstElementChild!.hasAttribute('data-kept'))).toBe(true);
    const served = /data-offset="\d+">(.*?)<\/section>/s.exec(await readPage(sandbox, path))![1]!;
    expect(await lines()).toBe(served.match(/<div/g)!.length);
    expect(await page.title()).toBe('Succeeded: web-shop, build 9');
    expect(complaints).toEqual([]);
  });

  test('keeps focus, choices and elements when other parts change', async () => {
    const sandbox = await listen();
    const { page } = await open(sandbox);
    const select = cardOf(page, 'web-shop').getByRole('combobox');
    await select.selectOption('fail');
    const link = cardOf(page, 'web-shop').getByRole('link', { name: 'Build 8: Succeeded' });
    await link.focus();
    await startBuild(sandbox, 'web-shop');
    await cardOf(page, 'web-shop').getByRole('link', { name: 'Build 9: Queued' }).waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await select.inputValue()).toBe('fail');
    const task = [...sandbox.state.tasks.values()][0]!;
    sandbox.state.tasks.set('new', { ...task, id: 'new', name: 'new-task', createdAt: sandbox.clock.now() });
    sandbox.state.tasks.delete(sandbox.seed.jobIds['base-image']!);
    await cardOf(page, 'new-task').waitFor();
    await cardOf(page, 'base-image').waitFor({ state: 'detached' });
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      ...['new-task', 'web-shop', 'web-frontend', 'old-reports'],
    ]);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('advances a manual clock', async () => {
    const sandbox = await listen();
    const { page } = await open(sandbox);
    await page.getByRole('button', { name: '+1 h' }).click();
    await page.getByText('2026-09-10 12:00:00 GMT+08:00').waitFor();
    await cardOf(page, 'web-shop').getByText('8 hours ago').waitFor();
    const running = createSandbox({ clock: { speed: 60 } });
    onTestFinished(() => running.close());
    await running.listen();
    expect(await (await open(running)).page.getByRole('button', { name: '+1 h' }).count()).toBe(0);
  });

  test('disconnects while its tab is hidden, and reconnects to a sandbox that was restarted', async () => {
    const sandbox = await listen();
    const path = await startBuild(sandbox, 'web-shop');
    await sandbox.clock.advance(3_600_000);
    const { page } = await open(sandbox, path);
    const setHidden = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await setHidden(true);
    const port = Number(new URL(sandbox.url).port);
    await sandbox.close();
    await sandbox.listen(port);
    expect(await page.getByText('Not connected').count()).toBe(0);
    await setHidden(false);
    await page.getByText('Live', { exact: true }).waitFor();
    // The same record with a shorter log: the page shows that log, from its start.
    sandbox.reset();
    await startBuild(sandbox, 'web-shop');
    await sandbox.clock.advance(5_000);
    await setHidden(true);
    await setHidden(false);
    await page.getByText('Finished: SUCCESS').waitFor({ state: 'detached' });
    await page.getByRole('log').getByText('Cloning').waitFor();
  });

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['desktop', 'phone'] as const).map((screen) => ({ screen, colorScheme })),
  );

  test.each(looks)('is accessible and not wider than a $screen, $colorScheme', async ({ screen, colorScheme }) => {
    const sandbox = await listen();
    sandbox.faults.add({
      kind: 'status',
      status: 503,
      operation: ['showJobInfo', 'executeJob'],
      code: 'x'.repeat(200),
    });
    sandbox.faults.add({ kind: 'latency', ms: 800 });
    for (const scenario of ['fail', 'timeout', 'unscheduled', 'stuck'])
      await startBuild(sandbox, 'base-image', scenario);
    await sandbox.clock.advance(5_400_000);
    for (const [, name] of hostileNames) {
      const task = [...sandbox.state.tasks.values()][0]!;
      sandbox.state.tasks.set(escape(name), { ...task, id: escape(name), name, code: { ...task.code, url: name } });
    }
    const path = await startBuild(sandbox, 'web-shop');
    await sandbox.clock.advance(15_000);
    const colors = new Set<string>();
    for (const target of ['/', path]) {
      const { page, complaints } = await open(sandbox, target, { ...screens[screen], colorScheme });
      expect(await findViolations(page)).toEqual([]);
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ target, excess, complaints }).toEqual({ target, excess: 0, complaints: [] });
      colors.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect([...colors]).toEqual([colorScheme === 'dark' ? 'rgb(17, 20, 26)' : 'rgb(246, 247, 249)']);
  });

  test('the checks can fail', async () => {
    const { page } = await open(await listen());
    await page.evaluate(() => {
      document
        .querySelector('main')!
        .insertAdjacentHTML('beforeend', '<img src="data:," width="9"><p id="pale">pale text</p>');
      document.getElementById('pale')!.style.color = '#999';
    });
    const found = (await findViolations(page)).map((line) => line.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['image-alt', 'color-contrast']));
  });

  test('runs no name, and no script of others', async () => {
    const sandbox = await listen();
    for (const [, name] of hostileNames) {
      const task = [...sandbox.state.tasks.values()][0]!;
      sandbox.state.tasks.set(escape(name), { ...task, id: escape(name), name });
    }
    const { page, complaints } = await open(sandbox);
    const headings = await page.getByRole('heading', { level: 3 }).allTextContents();
    expect(headings).toContain('<img src=x onerror="document.title=1">');
    expect(headings).toContain('\\u202egnp.exe\\u2069\\u2069\\u200f');
    expect(complaints).toEqual([]);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="document.title=\'ran\'">');
      const script = document.createElement('script');
      script.src = '/openapi.json';
      document.body.append(script);
    });
    await expect
      .poll(() => complaints.filter((text) => text.includes('Content Security Policy')).length, { timeout: 20_000 })
      .toBe(2);
    expect(await page.title()).toBe('CodeArts Build sandbox');
  });

  test('shows the state without JavaScript, and no buttons that do nothing', async () => {
    const sandbox = await listen();
    const path = await startBuild(sandbox, 'web-shop');
    await sandbox.clock.advance(15_000);
    sandbox.faults.add({ kind: 'reset' });
    const options = { ...screens.desktop, javaScriptEnabled: false };
    const { page } = await open(sandbox, '/', options);
    for (const text of ['JavaScript is off', 'step 2 of 3: Build with Maven', '1 fault in force', '7 hours ago']) {
      expect(await page.getByText(text).first().isVisible(), text).toBe(true);
    }
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('combobox').count()).toBe(0);
    await page.getByRole('link', { name: 'Build 9: Running' }).click();
    await page.waitForURL(`**${path}`);
    expect(await page.getByRole('log').getByText('Scanning for projects').isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});
