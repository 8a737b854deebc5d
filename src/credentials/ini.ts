/** A value of an INI file, and the line that it stands in. */
export interface IniValue {
  readonly value: string;
  readonly line: number;
}

/** The sections of an INI file by name, each with its values by name. Names of values are in lower case. */
export type IniFile = Map<string, Map<string, IniValue>>;

/**
 * Reads an INI file. Lines that begin with `#` or `;` are comments, as is what follows ` #` or ` ;` after a value. Spaces around names and values
 * do not count, nor do quotes around a value; nothing else in a value has a meaning. Of values with one name the last counts.
 *
 * @throws SyntaxError that names the line, and shows nothing of it.
 */
export function parseIni(text: string): IniFile {
  const sections: IniFile = new Map();
  let section: Map<string, IniValue> | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.replace(/(^|\s)[#;].*$/, '').trim();
    if (content === '') continue;
    const heading = /^\[(.*)\]$/.exec(content)?.[1]?.trim();
    if (heading !== undefined) {
      section = sections.get(heading) ?? new Map<string, IniValue>();
      sections.set(heading, section);
      continue;
    }
    const at = content.indexOf('=');
    if (at < 1) throw new SyntaxError(`line ${line} is neither a section nor "name = value"`);
    if (!section) throw new SyntaxError(`line ${line} stands before the first section`);
    const quoted = /^(["'])(.*)\1$/.exec(content.slice(at + 1).trim());
    const value = quoted?.[2] ?? content.slice(at + 1).trim();
    section.set(content.slice(0, at).trim().toLowerCase(), { value, line });
  }
  return sections;
}
