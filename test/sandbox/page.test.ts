import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../src/index.js';
import { clientOf, startSandbox } from '../support/sandbox-requests.js';
import { isChromiumMissing, launchChromium } from '../support/chromium.js';

describe('the page', () => {
  test('lists tasks and builds, shows a build with steps and log, and escapes all text', async () => {
    const sandbox = startSandbox();
    const jobId = sandbox.seed.jobIds['web-shop']!;
    sandbox.state.tasks.get(jobId)!.name = '<b>shop</b>';
    const run = await clientOf(sandbox).startBuild({ jobId: jobId });
    const { build_record_id } = await run.wait();
    const page = await (await sandbox.fetch('http://sandbox/')).text();
    expect(page).toContain('&lt;b&gt;shop&lt;/b&gt;');
    expect(page).not.toContain('<b>shop');
    expect(page).toContain(`/_sandbox/builds/${build_record_id}`);
    const shown = await (await sandbox.fetch(`http://sandbox/_sandbox/builds/${build_record_id}`)).text();
    expect(shown).toContain('Build with Maven');
    expect(shown).toContain('Finished: SUCCESS');
    expect(shown).not.toContain('http-equiv="refresh"');
  });

  test.skipIf(isChromiumMissing)('renders in a browser and follows a running build', { timeout: 60_000 }, async () => {
    const sandbox = startSandbox({ clock: { speed: 20 }, autoAdvance: false });
    const url = await sandbox.listen();
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on(
      'request',
      (request) => !request.url().startsWith(url) && !request.url().startsWith('data:') && problems.push(request.url()),
    );
    const { ak, sk, projectId } = sandbox.credentials;
    const build = createClient({ endpoint: url, credentials: { ak, sk, projectId }, clock: sandbox.clock });
    const run = await build.startBuild({ jobId: sandbox.seed.jobIds['web-shop']! });
    await page.goto(url);
    await page.getByRole('heading', { name: 'web-shop' }).waitFor();
    await page
      .getByRole('link', { name: String(run.buildNo), exact: true })
      .first()
      .click();
    await page.getByText('Finished: SUCCESS').waitFor();
    expect(problems).toEqual([]);
  });
});
