/** The frame around every page: head, bar, navigation, and the links at the end. */
import { breakName, escapeHtml, relativeUrl } from './html.js';
import { htmlUrl, type Rendered } from './markdown.js';
import type { NavGroup, NavLink, Page } from './page.js';

export interface Site {
  version: string;
  /** Links of the bar. */
  bar: readonly NavLink[];
  /** URL of the published site, with a final slash. */
  url?: string | undefined;
}

/** Restricts what a page loads. */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** Headings that the contents at the right show. */
const tocLevels: Readonly<Record<Page['kind'], number>> = {
  front: 0,
  index: 2,
  operation: 0,
  guide: 3,
  client: 3,
  workflow: 2,
};

export function renderPage(site: Site, page: Page, { html, toc }: Rendered, neighbors: Neighbors): string {
  const { path, title, description, kind } = page;
  // The 404 page is shown at any URL, so its links are absolute.
  const root = path === '404' ? site.url! : undefined;
  const asset = (name: string): string => (root ?? '') + (root ? name : relativeUrl(path, name));
  const url = (target: string): string => (root ? root + htmlUrl('', target) : htmlUrl(path, target));
  const link = ({ title: text, path: target }: NavLink, isCurrent = target === path): string =>
    `<a href="${url(target)}"${isCurrent ? ' aria-current="page"' : ''}>${breakName(text)}</a>`;
  const isBelow = (top: NavLink): boolean => page.section?.path.split('/')[0] === top.path.split('/')[0];
  const bar = site.bar.map((top) => `<li${isBelow(top) ? ' class="current"' : ''}>${link(top)}</li>`).join('');
  const list = (links: readonly NavLink[]): string =>
    `<ul>${links.map((item) => `<li>${link(item)}</li>`).join('')}</ul>`;
  const group = ({ title: name, links, old = [] }: NavGroup): string => {
    const has = (items: readonly NavLink[]): string => (items.some((item) => item.path === path) ? ' open' : '');
    const deprecated =
      old.length > 0 ? `<details${has(old)}><summary>Deprecated (${old.length})</summary>${list(old)}</details>` : '';
    const isOpen = page.section!.groups.length < 6 || has([...links, ...old]) !== '';
    return `<details${isOpen ? ' open' : ''}><summary>${escapeHtml(name)}</summary>${list(links)}${deprecated}</details>`;
  };
  const contents = toc.filter(({ level }) => level <= tocLevels[kind]);
  const name = 'codearts-build';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(description)}">
<title>${escapeHtml(kind === 'front' ? title : `${title} · ${name}`)}</title>
<link rel="icon" href="${asset('assets/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('assets/site.css')}">
<link rel="alternate" type="text/markdown" href="${asset(`${path}.md`)}">
${site.url ? `<link rel="canonical" href="${escapeHtml(site.url + path)}.html">\n` : ''}<script src="${asset('assets/site.js')}"></script>
</head>
<body class="${kind}${contents.length > 1 ? ' with-toc' : ''}" data-root="${asset('')}">
<a class="skip" href="#content">Skip to content</a>
<header class="bar">
<p class="hidden">For language models: ${asset('llms.txt')} is the index of this site, ${asset(`${path}.md`)} this page as Markdown.</p>
<button class="menu" type="button" popovertarget="nav" aria-label="Menu"><span aria-hidden="true">☰</span></button>
<a class="home" href="${url('index')}">${name}</a>
<nav class="top" aria-label="Main"><ul>${bar}</ul></nav>
<button class="search-open" type="button" hidden>Search <kbd aria-hidden="true">Ctrl K</kbd></button>
<button class="theme" type="button" hidden aria-label="Theme"><span aria-hidden="true">◐</span></button>
</header>
<main id="content">
${page.breadcrumb.length > 0 ? `<nav class="breadcrumb" aria-label="Breadcrumb">${page.breadcrumb.map((item) => link(item, false)).join(' / ')}</nav>\n` : ''}<article>
${html}</article>
<p class="about-page"><a href="${asset(`${path}.md`)}">View as Markdown</a>${page.source ? ` · Source: <code>${breakName(page.source)}</code>` : ''}</p>
${renderNeighbors(neighbors, url)}</main>
${contents.length > 1 ? `<nav class="toc" aria-labelledby="toc-title"><p id="toc-title">On this page</p><ul>${contents.map(({ id, text, level }) => `<li class="level-${level}"><a href="#${id}">${breakName(text)}</a></li>`).join('')}</ul></nav>\n` : ''}<nav class="side" id="nav" popover aria-label="${escapeHtml(page.section?.title ?? 'Menu')}">
<ul class="narrow">${bar}</ul>
${page.section ? `<p class="section">${link({ title: page.section.title, path: page.section.path })}</p>\n${page.section.groups.map(group).join('\n')}\n` : ''}</nav>
<footer><p>${name} ${escapeHtml(site.version)} · MIT license · Independent project, not affiliated with Huawei.</p></footer>
</body>
</html>
`;
}

interface Neighbors {
  previous?: NavLink | undefined;
  next?: NavLink | undefined;
}

const renderNeighbors = ({ previous, next }: Neighbors, url: (path: string) => string): string =>
  previous || next
    ? `<nav class="neighbors" aria-label="Previous and next">${previous ? `<a rel="prev" href="${url(previous.path)}"><span>Previous</span> ${escapeHtml(previous.title)}</a>` : ''}${next ? `<a rel="next" href="${url(next.path)}"><span>Next</span> ${escapeHtml(next.title)}</a>` : ''}</nav>\n`
    : '';

/** Finds the pages before and after a page in the order of its navigation. */
export function neighborsOf({ path, section }: Page): Neighbors {
  const all = section?.groups.flatMap(({ links, old = [] }) => [...links, ...old]) ?? [];
  const at = all.findIndex((item) => item.path === path);
  return at < 0 ? {} : { previous: all[at - 1], next: all[at + 1] };
}
