/** Replaces secrets in texts: given values, and values after secret names. Every text is read once from start to end, without patterns that backtrack. */

/** Replacement for a secret. */
export const MASK = '***';

/** Shorter values are not redacted: they would mask parts of ordinary words. */
const MIN_SECRET_LENGTH = 4;

/** Names with a secret in a query only: elsewhere they are ordinary. */
export const SECRET_PARAMETER = /^(key|sig|sign|auth)$/i;

/** Returns a secret in the forms that a server may return it in: escaped for JSON, up to three times, and for a URL. */
function formsOf(secret: string): string[] {
  const escape = (text: string): string => JSON.stringify(text).slice(1, -1);
  const ascii = (text: string): string =>
    text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const json = escape(secret);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const rfc3986 = form.replaceAll('+', '%20').replaceAll('*', '%2A').replaceAll('%7E', '~');
  const url = rfc3986.replace(/%2[1789A]/g, decodeURIComponent);
  const lower = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  return [
    secret,
    json,
    ascii(json),
    escape(json),
    escape(escape(json)),
    json.replaceAll('/', '\\/'),
    url,
    rfc3986,
    form,
    lower(url),
    lower(rfc3986),
    lower(form),
  ];
}

/** Creates a function that replaces values in a text. Longer ones come first, so that no rest of one stays. */
export function createMatcher(secrets: readonly string[]): (text: string) => string {
  const byStart = new Map<string, string[]>();
  const usable = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH);
  const forms = new Set([...new Set(usable)].flatMap(formsOf));
  for (const form of [...forms].sort((a, b) => b.length - a.length)) {
    const start = form.slice(0, MIN_SECRET_LENGTH);
    byStart.set(start, [...(byStart.get(start) ?? []), form]);
  }
  if (byStart.size === 0) return (text) => text;
  return (text) => {
    let clean = '';
    let done = 0;
    for (let at = 0; at + MIN_SECRET_LENGTH <= text.length; at += 1) {
      const found = byStart.get(text.slice(at, at + MIN_SECRET_LENGTH))?.find((form) => text.startsWith(form, at));
      if (found === undefined) continue;
      clean += text.slice(done, at) + MASK;
      done = at + found.length;
      at = done - 1;
    }
    return clean + text.slice(done);
  };
}

const isQuote = (char: string | undefined): boolean => char === '"' || char === "'" || char === '`';

/** Returns the position after a run of characters. */
function skip(text: string, from: number, test: (char: string) => boolean): number {
  let at = from;
  while (at < text.length && test(text.charAt(at))) at += 1;
  return at;
}

const isBackslash = (char: string): boolean => char === '\\';
const isSpace = (char: string): boolean => char === ' ' || char === '\t' || char === '\n' || char === '\r';

/**
 * Returns the position of the quote that closes a string, or the end of the text.
 *
 * @param escapes Number of backslashes in front of the opening quote: JSON inside strings has more of them at each level.
 */
function closingQuote(text: string, from: number, quote: string, escapes: number): number {
  let backslashes = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isBackslash(char)) backslashes += 1;
    else {
      if (char === quote && (backslashes - escapes) % (2 * (escapes + 1)) === 0) return at - escapes;
      backslashes = 0;
    }
  }
  return text.length;
}

/** Returns the position after a JSON object or array, or the end of the text. */
function closingBracket(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const start = skip(text, at, isBackslash);
    const char = text.charAt(start);
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') depth -= 1;
    at = isQuote(char) ? skip(text, closingQuote(text, start + 1, char, start - at), isBackslash) + 1 : start + 1;
  } while (depth > 0 && at < text.length);
  return Math.min(at, text.length);
}

/** Characters that a URL contains unescaped, the apostrophe included. */
const isUrlChar = (char: string): boolean => /[\w.!~*'()%+/:@-]/.test(char);

/** Returns the position after a value that has no quotes around it. An apostrophe belongs to it if the value goes on behind: URLs contain it unescaped. */
function wordEnd(text: string, from: number, inObject: boolean): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (isSpace(char) || '&|"<>'.includes(char) || (inObject && ',}]'.includes(char))) break;
    if (char === "'" && !isUrlChar(text.charAt(at + 1))) break;
  }
  return at;
}

/** Returns the start and the end of the value after a secret name; undefined if no value follows. */
function valueAfter(
  text: string,
  name: string,
  from: number,
): { start: number; end: number; inQuery: boolean } | undefined {
  const escapes = skip(text, from, isBackslash);
  const quoted = isQuote(text[escapes]);
  const separator = skip(text, quoted ? escapes + 1 : from, isSpace);
  const char = text[separator];
  if (char !== ':' && char !== '=') return undefined;
  const at = skip(text, separator + 1, isSpace);
  const inQuery = char === '=' && /[?&]/.test(text.charAt(from - name.length - 1));
  const opening = skip(text, at, isBackslash);
  const first = text.charAt(opening);
  if (isQuote(first)) {
    const closing = closingQuote(text, opening + 1, first, opening - at);
    return { start: opening + 1, end: first === "'" ? wordEnd(text, closing, quoted) : closing, inQuery };
  }
  if (first === '{' || first === '[') return { start: opening, end: closingBracket(text, opening), inQuery };
  // These contain spaces, commas and quotes. Gateways print `|` for line breaks.
  const isHeader = /authorization|cookie/i.test(name);
  const inLine = (next: string): boolean => next !== '|' && next !== '\n' && next !== '\r';
  const end = isHeader ? skip(text, at, inLine) : wordEnd(text, at, quoted);
  const scheme = end - at < 10 && /^(bearer|basic)$/i.test(text.slice(at, end));
  return { start: at, end: scheme ? wordEnd(text, skip(text, end, isSpace), quoted) : end, inQuery };
}

/** Returns the position after the user and password of a URL, whose scheme ends at `from`. */
function userInfoEnd(text: string, from: number): number {
  const end = skip(text, from, (char) => !isSpace(char) && !'/\\?#"<>|'.includes(char));
  return Math.max(from, text.slice(from, end).lastIndexOf('@') + from);
}

/** Replaces values after secret names, as in headers, queries, forms and JSON, and users and passwords in URLs. */
export function maskNamed(text: string, isSecret: (name: string) => boolean): string {
  let clean = '';
  let done = 0;
  const mask = (start: number, end: number): void => {
    clean += text.slice(done, start) + (end > start ? MASK : '');
    done = end;
  };
  // A name, or the end of a scheme. Neither part can match in two ways.
  const token = /[\w-]+|:[/\\]{2,}/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    const after = token.lastIndex;
    if (word.startsWith(':')) {
      const end = userInfoEnd(text, after);
      if (end > after) mask(after, end);
    } else if (isSecret(word) || SECRET_PARAMETER.test(word)) {
      const value = valueAfter(text, word, after);
      if (!value || !(value.inQuery || isSecret(word))) continue;
      mask(value.start, value.end);
    }
    token.lastIndex = Math.max(after, done);
  }
  return clean + text.slice(done);
}
