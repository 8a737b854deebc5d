/** What to look at first, for the errors whose cause can be told from the outside. */

/** Headers whose values may be shown when two canonical requests are compared. */
const SHOWN_HEADERS = new Set([
  'host',
  'x-sdk-date',
  'content-type',
  'x-project-id',
  'x-domain-id',
  'x-sdk-content-sha256',
]);

/** The lines of a canonical request by what they are. Header lines are named after the header. */
function partsOf(canonicalRequest: string): Map<string, string> {
  const lines = canonicalRequest.split('\n');
  const [method = '', uri = '', query = '', ...rest] = lines;
  const parts = new Map([
    ['method', method],
    ['path', uri],
    ['query', query],
  ]);
  const payload = rest.pop() ?? '';
  const signedHeaders = rest.pop() ?? '';
  for (const line of rest) {
    const at = line.indexOf(':');
    if (at > 0) parts.set(`header ${line.slice(0, at)}`, line.slice(at + 1));
  }
  return parts.set('list of signed headers', signedHeaders).set('hash of the body', payload);
}

/**
 * Which line of the canonical request the gateway computed differently.
 *
 * It prints its own in the message of a 401, with `|` for the line breaks.
 */
function differingLine(message: string, sent: string): string | undefined {
  const printed = /canonicalRequest:(.*)$/s.exec(message)?.[1]?.trim();
  if (printed === undefined) return undefined;
  const theirs = partsOf(printed.replaceAll('|', '\n'));
  const ours = partsOf(sent);
  for (const part of new Set([...ours.keys(), ...theirs.keys()])) {
    const [we, they] = [ours.get(part) ?? '', theirs.get(part) ?? ''];
    if (we === they) continue;
    const header = part.startsWith('header ') ? part.slice('header '.length) : undefined;
    if (header !== undefined && !SHOWN_HEADERS.has(header)) return `the ${part} arrived changed`;
    return `the ${part} arrived as ${JSON.stringify(they)} and was signed as ${JSON.stringify(we)}`;
  }
  return 'the request arrived as it was signed, so the secret key is not the one that belongs to this access key';
}

/** What is known when a request was refused. */
export interface Refusal {
  status: number;
  code: string | undefined;
  message: string | undefined;
  /** Whether the request carried a token or a signature. */
  method: 'signature' | 'token';
  canonicalRequest: string | undefined;
  /** By how much the server's clock is ahead of this one; undefined where it did not say. */
  skewMs: number | undefined;
  /** Where the answer points to, when it is a redirect. */
  location: string | null;
  /** Host that was asked. */
  host: string;
}

/** Differences up to this are the business of the network, not of a clock. */
export const NOTABLE_SKEW_MS = 4 * 60_000;

const minutes = (ms: number): string => `${String(Math.round(Math.abs(ms) / 60_000))} min`;

/** A sentence for the reader of the error, or undefined where nothing more is known than the error says. */
export function hintFor(refusal: Refusal): string | undefined {
  const { status, code, message = '', method, canonicalRequest, skewMs, location, host } = refusal;
  if (status >= 300 && status < 400 && status !== 304) {
    const target =
      location !== null && URL.canParse(location, `https://${host}`)
        ? new URL(location, `https://${host}`).host
        : 'elsewhere';
    return `redirects are not followed, since credentials must not go to ${target}`;
  }
  if (status === 401 && method === 'signature' && skewMs !== undefined && Math.abs(skewMs) >= NOTABLE_SKEW_MS) {
    return `this machine's clock is ${minutes(skewMs)} ${skewMs > 0 ? 'behind' : 'ahead of'} the server's`;
  }
  if (status === 401 && method === 'signature' && canonicalRequest !== undefined) {
    const line = differingLine(message, canonicalRequest);
    if (line !== undefined) return line;
    if (/lock/i.test(message)) return 'after several wrong signatures a key is locked for five minutes';
  }
  if ((status === 401 || status === 403) && method === 'token' && /scope|project/i.test(message)) {
    return 'the token must be made for the project of this region, not for the whole account';
  }
  if (code === 'APIGW.0101' || code === 'APIG.0101') {
    return `${host} does not have this operation: another region, or the other generation of the API, may`;
  }
  if (code === 'APIGW.0802' || code === 'APIG.0802') return 'this user may not use the services of this region';
  return undefined;
}
