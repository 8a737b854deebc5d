/** Small parts of HTML. */

/** Writes text into HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Writes a name so that it may break at capitals, `_`, `.`, `/` and `-`. Short names stay whole; nothing is added to what is copied. */
export function breakName(name: string): string {
  if (name.length <= 16 || /\s/.test(name)) return escapeHtml(name);
  return name
    .split(/(?<=[_./-])(?=\w)|(?<=[a-z0-9])(?=[A-Z])/)
    .map(escapeHtml)
    .join('<wbr>');
}

/** Returns the relative URL from a page to a file or page of the site. Both are paths from the root. */
export function relativeUrl(from: string, to: string): string {
  const [path = '', anchor] = to.split('#');
  const start = from.split('/').slice(0, -1);
  const parts = path.split('/');
  let shared = 0;
  while (shared < start.length && shared < parts.length - 1 && start[shared] === parts[shared]) shared += 1;
  const url = '../'.repeat(start.length - shared) + parts.slice(shared).join('/');
  return anchor === undefined ? url : `${url}#${anchor}`;
}
