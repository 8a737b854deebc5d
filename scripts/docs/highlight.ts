/** Colors code when the site is built. Each pair of colors, light and dark, is a class, so that no page needs inline styles. */
import {
  bundledLanguages,
  bundledThemes,
  codeToTokensWithThemes,
  createOnigurumaEngine,
  createShikiInternal,
  loadBuiltinWasm,
} from '@gerrit0/mini-shiki';
import { escapeHtml } from './html.js';

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } as const;

/** Names that fences use. Other languages are shown without colors. */
const aliases: Readonly<Record<string, keyof typeof bundledLanguages>> = {
  ts: 'typescript',
  js: 'typescript',
  sh: 'shellscript',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  ini: 'ini',
  http: 'http',
};

export interface Highlighter {
  /** Returns HTML for the content of a `<code>` element. */
  highlight(code: string, language: string): string;
  /** Returns the style sheet of the classes used so far. */
  css(): string;
}

export async function createHighlighter(): Promise<Highlighter> {
  await loadBuiltinWasm();
  const shiki = await createShikiInternal({
    engine: await createOnigurumaEngine(),
    langs: [...new Set(Object.values(aliases))].map((name) => bundledLanguages[name]),
    themes: Object.values(themes).map((name) => bundledThemes[name]),
  });
  const classes = new Map<string, string>();
  const plain = `${shiki.getTheme(themes.light).fg} ${shiki.getTheme(themes.dark).fg}`.toLowerCase();
  const classOf = (colors: string): string => {
    const found = classes.get(colors) ?? `c${classes.size}`;
    classes.set(colors, found);
    return found;
  };
  return {
    highlight(code, language) {
      const lang = aliases[language];
      if (lang === undefined) return escapeHtml(code);
      // Without a limit of its own, a line that takes half a second is colored in part.
      const options = { lang, themes, tokenizeTimeLimit: 0 };
      const lines = codeToTokensWithThemes(shiki, code, options).map((tokens) => {
        const parts: { colors: string; text: string }[] = [];
        for (const { content, variants } of tokens) {
          const colors = `${variants['light']?.color ?? ''} ${variants['dark']?.color ?? ''}`.toLowerCase();
          const last = parts.at(-1);
          // Spaces have no color of their own.
          if (last && (last.colors === colors || content.trim() === '')) last.text += content;
          else parts.push({ colors, text: content });
        }
        return parts
          .map(({ colors, text }) =>
            colors === plain ? escapeHtml(text) : `<span class="${classOf(colors)}">${escapeHtml(text)}</span>`,
          )
          .join('');
      });
      return lines.join('\n');
    },
    css: () =>
      [...classes]
        .map(([colors, name]) => `.${name} { color: light-dark(${colors.replace(' ', ', ')}); }\n`)
        .sort()
        .join(''),
  };
}
