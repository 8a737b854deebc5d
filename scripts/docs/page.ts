/** A page of the site, before it is HTML. Each becomes an HTML file and a Markdown file beside it. */
import type { SearchEntry } from './search.js';

export interface NavLink {
  title: string;
  path: string;
}

export interface NavGroup {
  title: string;
  links: NavLink[];
  /** Deprecated operations, in a list of their own. */
  old?: NavLink[];
}

/** The part of the site that a page belongs to: its place in the bar, and the navigation at its side. */
export interface Section {
  title: string;
  /** Path of the first page. */
  path: string;
  groups: readonly NavGroup[];
}

export interface Page {
  /** Path from the root of the site, without the ending of the file. */
  path: string;
  /** Plain text. The Markdown begins with the same words as its heading. */
  title: string;
  description: string;
  kind: 'front' | 'guide' | 'index' | 'operation' | 'client' | 'workflow';
  markdown: string;
  section?: Section | undefined;
  /** Pages above this one. */
  breadcrumb: readonly NavLink[];
  /** The file in the repository that the text comes from. */
  source?: string | undefined;
  entries: SearchEntry[];
}

/** Removes the marks of Markdown from a text of one line. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\<>{}|[\]`*_~])/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Returns the first sentence of a text. */
export function leadOf(markdown: string): string {
  const [paragraph = ''] = markdown.trim().split(/\n\s*\n/);
  const text = paragraph.replace(/\s+/g, ' ');
  return /^.*?[.!?](?=\s+[A-Z“(`]|$)/.exec(text)?.[0] ?? text;
}

/** Returns the first sentence of a text, without marks. */
export const firstSentence = (markdown: string): string => plainText(leadOf(markdown));
