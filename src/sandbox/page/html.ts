/** HTML templates that escape every value. */

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** A value of a template. `false` and `undefined` are omitted. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that are invisible, or that change the order of the text around them. They are shown as `\u202e`. */
const CONTROLS = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** Text without characters to escape. */
const PLAIN = /^[\w \n.,:;/#%+=()[\]?·-]*$/;

/** Escapes text for an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(/[&<>"']/g, (char) => ENTITIES[char]!)
        .replace(CONTROLS, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

function render(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return escapeHtml(String(value));
}

/** Creates HTML from a template. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Html(strings.map((part, index) => part + render(values[index])).join(''));
