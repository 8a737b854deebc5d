import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, run as runAxe } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns the violations that axe finds in a page, one line per element. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: typeof runAxe } };
    const { violations }: AxeResults = await axe.run(document, { preload: false, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary = '' }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)} ${failureSummary}`,
      ),
    );
  });
}
