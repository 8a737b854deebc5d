/** Keeps secrets out of what is told. */

/** Blots out secrets, and the values of all headers that are not known to be harmless, in what a gateway says. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret.length > 3) clean = clean.replaceAll(secret, '***');
  return clean
    .replace(/\b(x-(?:auth|security|subject)-token)\s*[:=]\s*[^|\s"]+/gi, '$1:***')
    .replace(/\b(authorization)\s*[:=]\s*[^|"]+/gi, '$1:***')
    .replace(/\b(Signature=)[0-9a-f]+/gi, '$1***');
}

/** The same for all text in a parsed body. */
export function redactDeep(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redact(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactDeep(item, secrets)]));
}
