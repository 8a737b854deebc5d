/** The frame around every page of the documentation: what stands in its head, and the bar that leads from page to page. */
import type { Api } from '../bundle.js';

/** A place in the site, from its root. */
export interface SiteLink {
  label: string;
  path: string;
}

/** What a page needs of the site. */
export interface Site {
  /** The pages in the order of the bar. */
  links: readonly SiteLink[];
  version: string;
}

/** Where the client's pages begin. */
export const clientPage = 'client/modules/codearts-build.html';

/** Names for the bar. */
export const apiLabels: Readonly<Record<Api, string>> = {
  'codearts-build': 'CodeArts Build',
  servicestage: 'ServiceStage',
  iam: 'IAM',
};

/** What a page may do. It keeps every page from asking anything of a network, whatever the tools write into it that made it. */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self' 'unsafe-inline'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src data:`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** Writes text into HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Writes a description into HTML: paragraphs, lists of one level, and in them code, bold text and links. */
export function renderText(text: string): string {
  const inline = (part: string): string =>
    escapeHtml(part)
      .replace(/`([^`]+)`/g, '<code>$1</code>')
      .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
      .replace(/\[([^\]]+)\]\((https?:\/\/[^)\s]+|[\w./#-]+)\)/g, '<a href="$2">$1</a>');
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block) =>
      /^[-*] /.test(block)
        ? `<ul>${block
            .split(/\n(?=[-*] )/)
            .map((item) => `<li>${inline(item.slice(2))}</li>`)
            .join('')}</ul>`
        : `<p>${inline(block)}</p>`,
    )
    .join('\n');
}

/** The bar above a page. `root` leads from the page to the site's root; `heading` is the page's, for screen readers, where it shows none of its own. */
export function renderBar(site: Site, current: string, { root = '', heading = '' } = {}): string {
  const links = site.links.map(({ label, path }) => {
    // On a phone there is room for the last word.
    const [, rest = '', last = ''] = /^(.*\s)?(\S+)$/.exec(label) ?? [];
    const text = `${rest && `<span class="wide">${escapeHtml(rest)}</span>`}${escapeHtml(last)}`;
    return `<a href="${root}${path}"${path === current ? ' aria-current="page"' : ''}>${text}</a>`;
  });
  const hidden = heading && `<h1 class="hidden">${escapeHtml(heading)}</h1>`;
  return `<nav class="site-bar" aria-label="Documentation">${hidden}${links.join('')}</nav>`;
}

/** What stands in the head of every page. */
export const renderHead = (title: string, description: string, root = ''): string => `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(description)}">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/site.css">`;

/** A page of our own. */
export function renderPage(
  site: Site,
  page: { path: string; title: string; description: string; body: string },
): string {
  return `<!doctype html>
<html lang="en">
<head>
${renderHead(page.title, page.description)}
</head>
<body class="page">
<a class="skip" href="#content">Skip to the content</a>
${renderBar(site, page.path)}
<main id="content">
${page.body}
</main>
<footer>
<p>codearts-build ${escapeHtml(site.version)} · MIT licence · An independent project, not one of Huawei's.</p>
</footer>
</body>
</html>
`;
}
