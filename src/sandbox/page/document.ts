/** HTML documents, and the files and the policy that they need. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../documents.js';
import { viewBuildPage } from './build-view.js';
import { escapeHtml, html, Html } from './html.js';
import { viewOverview } from './overview.js';
import type { PageSource, PageView } from './view.js';

/** Style sheet and script of the pages. */
interface Assets {
  readonly style: string;
  readonly script: string;
}

let assets: Assets | undefined;

/** Reads the assets once. Line ends are those that a browser hashes. */
function loadAssets(): Assets {
  const read = (name: string): string =>
    readFileSync(join(packageRoot(), 'src', 'sandbox', 'page', 'browser', name), 'utf8').replaceAll('\r\n', '\n');
  return (assets ??= { style: read('base.css') + read('page.css'), script: read('page.js') });
}

/** Policy of responses that are no pages. */
const CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Returns the content security policy: of a page, its own script and style and requests to the sandbox; of other responses, nothing. */
export function contentSecurityPolicy(isPage: boolean): string {
  if (!isPage) return CLOSED;
  const { style, script } = loadAssets();
  return `${CLOSED}; script-src ${sourceOf(script)}; style-src ${sourceOf(style)}; connect-src 'self'; img-src data:`;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%232456c7'/%3E%3Cpath d='M13 9l-6 7 6 7M19 9l6 7-6 7' fill='none' stroke='%23fff' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

const LOGO = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
  <rect width="32" height="32" rx="7" fill="#2456c7" />
  <path d="M13 9l-6 7 6 7M19 9l6 7-6 7" class="logo" />
</svg>`;

/** Renders a part of a log: an element per line. */
export const renderLog = (log: string): string =>
  log
    .split('\n')
    .slice(0, -1)
    .map((line) => `<div${line.includes('[ERROR]') ? ' class="error"' : ''}>${escapeHtml(line)}</div>`)
    .join('');

function logSection(log: string): Html {
  // Its white space is shown.
  const lines = new Html(
    `<div id="log" role="log" tabindex="0" aria-labelledby="log-title" data-offset="${log.length}">${renderLog(log)}</div>`,
  );
  return html`<section class="log" aria-labelledby="log-title">
    <div class="row">
      <h2 id="log-title">Log</h2>
      <button id="follow" class="script" hidden>Jump to the end</button>
    </div>
    ${lines}
  </section>`;
}

function renderDocument({ title, parts, log }: PageView, path: string): string {
  const { style, script } = loadAssets();
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${new Html(ICON)}" />
        ${new Html(`<style>${style}</style>`)}
      </head>
      <body data-events="${path === '/' ? '/_sandbox' : path}/events">
        <header>
          <a class="brand" href="/">${LOGO}CodeArts Build sandbox</a>
          <p id="connection" class="script" role="status">Connecting</p>
        </header>
        <main>
          <p class="note">JavaScript is off. Reload the page to update it.</p>
          <p id="message" role="alert" hidden></p>
          <p id="done" class="hidden" role="status"></p>
          <div id="live">${new Html([...parts.values()].join('\n'))}</div>
          ${log !== undefined && logSection(log)}
        </main>
        ${new Html(`<script type="module">${script}</script>`)}
      </body>
    </html> `.text;
}

/** Returns the page at a path at the current time; undefined if there is no page at that path. */
export function viewPage(path: string, source: PageSource): PageView | undefined {
  if (path === '/') return viewOverview(source);
  const recordId = /^\/_sandbox\/builds\/([^/]+)$/.exec(path)?.[1];
  // Record IDs are UUIDs, which need no decoding.
  return recordId === undefined ? undefined : viewBuildPage(recordId, source);
}

/** Renders the page at a path; undefined if there is no page at that path. */
export function renderPage(path: string, source: PageSource): string | undefined {
  const view = viewPage(path, source);
  return view && renderDocument(view, path);
}
