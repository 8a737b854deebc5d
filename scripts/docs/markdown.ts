/**
 * Turns the Markdown of every page into HTML. There is no other way to HTML on this site.
 *
 * On top of CommonMark and tables: `<details>`, `<summary>` and `<!-- name -->` … `<!-- /name -->` (a box with that class) on lines of their own,
 * alerts (`> [!WARNING]`), adjacent fences with `title=` as tabs, badges (`**required**`), links on names in code, and lists of fields.
 */
import MarkdownIt, { type StateBlock, type StateCore, type Token } from 'markdown-it';
import type { Highlighter } from './highlight.js';
import { breakName, escapeHtml, relativeUrl } from './html.js';

export interface TocEntry {
  id: string;
  text: string;
  level: number;
}

export interface RenderContext {
  /** Path of the page from the root of the site, without its ending. */
  path: string;
  /** Whether lists whose items begin with a name in code are fields, which get anchors and fold. */
  fields?: boolean | undefined;
  /** Finds the page (and anchor) that explains a name, without the ending of a file. */
  resolve: (name: string) => string | undefined;
}

export interface Rendered {
  html: string;
  toc: TocEntry[];
}

export type RenderMarkdown = (markdown: string, context: RenderContext) => Rendered;

/** Words in bold that become badges, and their colors. */
const badges: Readonly<Record<string, string>> = {
  ...{ GET: 'green', POST: 'blue', PUT: 'amber', PATCH: 'amber', DELETE: 'red' },
  ...{ required: 'red', Deprecated: 'amber', Documented: 'grey', SDK: 'grey' },
  ...{ 'API Explorer': 'grey', 'Third party': 'grey' },
};

/** Levels of fields with at most so many stay open. */
const openFields = 12;

/** Returns the anchor of a heading, as GitHub and TypeDoc write it. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Returns the text of an inline token without its marks. */
const textOf = ({ children, content }: Token): string =>
  (children ?? []).map((child) => child.content || (child.type === 'softbreak' ? ' ' : '')).join('') || content;

/** Reads the words behind the language of a fence: `title=curl` or `title="Response 200"`. */
export function parseFenceInfo(info: string): { language: string; title: string | undefined } {
  const [, quoted, bare] = /\btitle=(?:"([^"]*)"|(\S+))/.exec(info) ?? [];
  return { language: /^\w*/.exec(info.trim())![0], title: quoted ?? bare };
}

/** Reads a line that is a tag of its own. */
function readTag(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const text = state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]).trim();
  const match = /^(?:(<\/details>)|<details( open)?>|<summary>(.*)<\/summary>|<!-- (\/?)([\w-]+) -->)$/.exec(text);
  if (!match) return false;
  const [, end, open, summary, close, box] = match;
  if (silent) return true;
  state.line = line + 1;
  if (summary !== undefined) {
    state.push('summary_open', 'summary', 1);
    const inline = state.push('inline', '', 0);
    inline.content = summary;
    inline.children = [];
    state.push('summary_close', 'summary', -1);
  } else if (box !== undefined) {
    if (close) state.push('box_close', 'div', -1);
    else state.push('box_open', 'div', 1).attrSet('class', box);
  } else if (end) state.push('details_close', 'details', -1);
  else {
    const token = state.push('details_open', 'details', 1);
    if (open) token.attrSet('open', '');
  }
  return true;
}

/** Writes HTML of our own into a list of tokens. */
function rawToken(state: StateCore, html: string): Token {
  const token = new state.Token('raw', '', 0);
  token.content = html;
  return token;
}

/** Returns the index of the token that closes the one at `start`. */
function closingOf(tokens: readonly Token[], start: number): number {
  const { type, level } = tokens[start]!;
  const close = type.replace(/open$/, 'close');
  return tokens.findIndex((token, index) => index > start && token.type === close && token.level === level);
}

/** Gives headings their anchors. */
function markHeadings(state: StateCore, toc: TocEntry[]): void {
  const used = new Map<string, number>();
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const inline = state.tokens[index + 1]!;
    const text = textOf(inline);
    const slug = slugOf(text) || 'section';
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    const id = count === 0 ? slug : `${slug}-${count}`;
    const level = Number(token.tag.slice(1));
    if (level === 1) continue;
    token.attrSet('id', id);
    toc.push({ id, text, level });
    const label = escapeHtml(`Link to “${text}”`);
    inline.children!.push(rawToken(state, ` <a class="anchor" href="#${id}" aria-label="${label}">#</a>`));
  }
}

/** Turns quotes that begin with `[!NOTE]` into alerts. */
function markAlerts(state: StateCore): void {
  for (const [index, token] of state.tokens.entries()) {
    const inline = state.tokens[index + 2];
    const [mark, kind] = /^\[!(NOTE|TIP|WARNING)\]\s*/.exec(inline?.content ?? '') ?? [];
    if (token.type !== 'blockquote_open' || kind === undefined) continue;
    const name = kind.charAt(0) + kind.slice(1).toLowerCase();
    const close = state.tokens[closingOf(state.tokens, index)]!;
    token.tag = close.tag = 'div';
    token.attrSet('class', `alert ${kind.toLowerCase()}`);
    // The mark is the first text; a line break may follow.
    const children = inline!.children!;
    children[0]!.content = children[0]!.content.slice(mark!.trimEnd().length).trimStart();
    if (children[1]?.type === 'softbreak') children.splice(1, 1);
    children.unshift(rawToken(state, `<strong class="alert-name">${name}:</strong> `));
  }
}

/** Puts adjacent fences with titles into tabs. */
function groupTabs(state: StateCore): void {
  const isTab = (token: Token | undefined, level: number): boolean =>
    token?.type === 'fence' && token.level === level && parseFenceInfo(token.info).title !== undefined;
  const tokens: Token[] = [];
  for (const [index, token] of state.tokens.entries()) {
    const tab = isTab(token, token.level);
    if (tab && !isTab(state.tokens[index - 1], token.level)) tokens.push(rawToken(state, '<div class="tabs">\n'));
    tokens.push(token);
    if (tab && !isTab(state.tokens[index + 1], token.level)) tokens.push(rawToken(state, '</div>\n'));
  }
  state.tokens = tokens;
}

/** Makes badges of bold words, and links of names in code. */
function markInline(state: StateCore, { path, resolve, fields }: RenderContext): void {
  for (const [index, { type, children }] of state.tokens.entries()) {
    if (type !== 'inline' || !children) continue;
    const isHeading = state.tokens[index - 1]?.type === 'heading_open';
    const isField = fields && state.tokens[index - 2]?.type === 'list_item_open';
    let links = 0;
    for (const [at, token] of children.entries()) {
      if (token.type === 'link_open') links += 1;
      if (token.type === 'link_close') links -= 1;
      const color = token.type === 'strong_open' ? badges[children[at + 1]!.content] : undefined;
      if (color && children[at + 2]?.type === 'strong_close') {
        token.tag = children[at + 2]!.tag = 'span';
        token.attrSet('class', `badge ${color}`);
      }
      if (token.type !== 'code_inline' || links > 0 || isHeading || (isField && at === 0)) continue;
      const target = resolve(token.content.replace(/\(.*\)$/, ''));
      if (target !== undefined && target.split('#')[0] !== path) token.meta = { href: htmlUrl(path, target) };
    }
  }
}

/** Gives fields their anchors, and folds what they contain. */
function markFields(state: StateCore): void {
  const names: string[] = [];
  const tokens: Token[] = [];
  const closers: Token[] = [];
  let section = '';
  for (const [index, token] of state.tokens.entries()) {
    const name = state.tokens[index + 2]?.children?.[0];
    if (token.type === 'heading_open') section = String(token.attrGet('id') ?? '');
    if (token.type === 'list_item_open') {
      names.push(name?.type === 'code_inline' ? name.content : '');
      if (name?.type === 'code_inline' && section !== '') {
        const id = [section, ...names].join('.');
        token.attrSet('id', id);
        name.meta = { href: `#${id}` };
      }
    }
    if (token.type === 'list_item_close') names.pop();
    const isList =
      section !== '' &&
      token.type === 'bullet_list_open' &&
      state.tokens[index + 3]?.children?.[0]?.type === 'code_inline';
    if (isList) token.attrSet('class', 'fields');
    if (isList && names.length > 0) {
      const end = closingOf(state.tokens, index);
      const inner = state.tokens.slice(index, end);
      const count = inner.filter(({ type, level }) => type === 'list_item_open' && level === token.level + 1).length;
      const isOpen = count <= openFields && names.at(-1) !== 'error';
      const label = `${count} ${count === 1 ? 'field' : 'fields'} of <code>${escapeHtml(names.at(-1)!)}</code>`;
      tokens.push(rawToken(state, `<details${isOpen ? ' open' : ''}><summary>${label}</summary>\n`));
      closers.push(state.tokens[end]!);
    }
    tokens.push(token);
    if (closers.at(-1) === token) {
      tokens.push(rawToken(state, '</details>\n'));
      closers.pop();
    }
  }
  state.tokens = tokens;
}

/** Returns the relative URL of a page for HTML. */
export function htmlUrl(from: string, to: string): string {
  const [path = '', anchor] = to.split('#');
  return relativeUrl(from, `${path}.html${anchor === undefined ? '' : `#${anchor}`}`);
}

/** Creates the renderer of all pages. */
export function createMarkdown(highlighter: Highlighter): RenderMarkdown {
  const md = new MarkdownIt({ html: false });
  let context: RenderContext = { path: '', resolve: () => undefined };
  let toc: TocEntry[] = [];
  md.block.ruler.before('html_block', 'tag', readTag, { alt: ['paragraph', 'list', 'blockquote'] });
  md.inline.ruler.before('html_inline', 'anchor', (state, silent) => {
    const [tag, id] = /^<a id="([\w.-]+)"><\/a>/.exec(state.src.slice(state.pos, state.pos + 120)) ?? [];
    if (tag === undefined) return false;
    if (!silent) state.push('raw', '', 0).content = `<a id="${id!}"></a>`;
    state.pos += tag.length;
    return true;
  });
  md.core.ruler.push('site', (state) => {
    markHeadings(state, toc);
    markAlerts(state);
    groupTabs(state);
    markInline(state, context);
    if (context.fields) markFields(state);
  });
  const { rules } = md.renderer;
  rules['raw'] = (tokens, index) => tokens[index]!.content;
  rules['fence'] = (tokens, index) => {
    const { language, title } = parseFenceInfo(tokens[index]!.info);
    const code = highlighter.highlight(tokens[index]!.content.trimEnd(), language);
    const block = `<div class="code"><pre tabindex="0"><code>${code}</code></pre></div>\n`;
    return title === undefined
      ? block
      : `<div class="tab"><p class="tab-name">${escapeHtml(title)}</p>\n${block}</div>\n`;
  };
  rules['code_inline'] = (tokens, index) => {
    const { content, meta } = tokens[index]!;
    // A browser would break a name at its hyphens.
    const isWhole = /^(?=.*-)\S{1,32}$/.test(content);
    const code = `<code${isWhole ? ' class="whole"' : ''}>${content.split(/( )/).map(breakName).join('')}</code>`;
    return typeof meta?.['href'] === 'string' ? `<a href="${escapeHtml(meta['href'])}">${code}</a>` : code;
  };
  // A number stays in the line of its unit.
  rules['text'] = (tokens, index) =>
    escapeHtml(tokens[index]!.content).replace(/(?<=\d) (?=(?:×|%|ms|s|min|kB|MiB|GiB)(?![\w-]))/g, '\u00a0');
  rules['table_open'] = () => '<div class="table" tabindex="0"><table>\n';
  rules['table_close'] = () => '</table></div>\n';
  rules['link_open'] = (tokens, index, options, _env, renderer) => {
    const href = String(tokens[index]!.attrGet('href') ?? '');
    if (!/^[a-z]+:/i.test(href)) tokens[index]!.attrSet('href', href.replace(/\.md(?=#|$)/, '.html'));
    return renderer.renderToken(tokens, index, options);
  };
  return (markdown, next) => {
    context = next;
    toc = [];
    return { html: md.render(markdown), toc };
  };
}
