/** The browser of the tests: a Chromium or Chrome of the machine. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where it is; undefined where there is none. `CHROMIUM` names one in a place of its own. */
export const chromiumPath: string | undefined = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].find((path) => existsSync(path));

/** Whether tests in a browser are left out: where there is none. In continuous integration they fail. */
export const isChromiumMissing = chromiumPath === undefined && !process.env['CI'];

/** Starts it, without what it would ask of the network by itself. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? 'chromium',
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
