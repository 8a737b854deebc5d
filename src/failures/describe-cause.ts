/** What a runtime says of a failed connection: the innermost message and its code. */
export function describeCause(cause: unknown): string {
  let current = cause;
  for (let depth = 0; depth < 5 && current instanceof Error && current.cause instanceof Error; depth += 1) {
    current = current.cause;
  }
  if (!(current instanceof Error)) return 'the connection failed';
  const { code } = current as { code?: unknown };
  const said = current.message || current.name;
  return typeof code === 'string' && !said.includes(code) ? `${said} (${code})` : said;
}
