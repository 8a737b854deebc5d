/** Keeps secrets out of errors. The names of secret fields are known here only. */

const SECRET_NAME = /pass|secret|token|credential|authorization|access_?key|^[as]k$|signature|private/i;

/** Returns `true` if a field or parameter of this name contains a secret. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Shorter values are not redacted: they would mask parts of ordinary words. */
const MIN_SECRET_LENGTH = 4;

const escapeJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Returns the forms in which a server may return a secret, longest first: as it is, in JSON, in JSON inside JSON strings, in URLs and in forms. */
function formsOf(secret: string): string[] {
  const escaped = [secret];
  for (let depth = 0; depth < 3; depth += 1) escaped.push(escapeJson(escaped[depth]!));
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(secret)); // a lone surrogate cannot be encoded
  const form = new URLSearchParams({ '': wellFormed }).toString().slice(1);
  const encoded = [encodeURIComponent(wellFormed), encodeURI(wellFormed), encodeRfc3986(wellFormed), form];
  return [...new Set([...encoded, ...escaped])].sort((a, b) => b.length - a.length);
}

const encodeRfc3986 = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Replaces secrets in a text by asterisks, also in the forms in which JSON and URLs contain them, and the values of headers that authenticate. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < MIN_SECRET_LENGTH) continue;
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, '***');
  }
  return clean
    .replace(/\b(x-(?:auth|security|subject)-token)["']?\s{0,8}[:=]\s{0,8}["']?[^|\s"',]+/gi, '$1:***')
    .replace(/\b(authorization)["']?\s{0,8}[:=]\s{0,8}["']?[^|"']+/gi, '$1:***')
    .replace(/\b(Signature=)[0-9a-f]+/gi, '$1***');
}

/** Redacts all text in a parsed body. Deeper levels than 64 are dropped. */
export function redactDeep(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === 'string') return redact(value, secrets);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 64) return '***';
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, secrets, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key, secrets), redactDeep(item, secrets, depth + 1)]),
  );
}

/** Collects the strings below secret names in a JSON request body. Returns none if the body is not JSON. */
export function secretsOf(body: Uint8Array | undefined): string[] {
  if (!body) return [];
  const secrets: string[] = [];
  const collect = (value: unknown, secret: boolean): void => {
    if (typeof value === 'string') {
      if (secret) secrets.push(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, item] of Object.entries(value)) collect(item, secret || isSecretName(name));
    }
  };
  try {
    collect(JSON.parse(new TextDecoder().decode(body)), false);
  } catch {
    // not JSON: a form or text, whose fields are not known here
  }
  return secrets;
}
