/** Explains errors of the gateway whose cause can be derived from the request and the response. */

/** Headers whose values may be shown when two canonical requests are compared. */
const SHOWN_HEADERS = new Set([
  'host',
  'x-sdk-date',
  'content-type',
  'x-project-id',
  'x-domain-id',
  'x-sdk-content-sha256',
]);

/** Splits a canonical request into its named parts. Header lines are named after the header. */
function parseCanonicalRequest(canonicalRequest: string): Map<string, string> {
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
 * Returns which part of the canonical request the gateway computed differently.
 *
 * The gateway prints its own in the message of a 401, with `|` for the line breaks.
 */
function differingLine(message: string, sent: string): string | undefined {
  const printed = /canonicalRequest:(.*)$/s.exec(message)?.[1]?.trim();
  if (printed === undefined) return undefined;
  const theirs = parseCanonicalRequest(printed.replaceAll('|', '\n'));
  const ours = parseCanonicalRequest(sent);
  for (const part of new Set([...ours.keys(), ...theirs.keys()])) {
    const [we, they] = [ours.get(part) ?? '', theirs.get(part) ?? ''];
    if (we === they) continue;
    const header = part.startsWith('header ') ? part.slice('header '.length) : undefined;
    if (header !== undefined && !SHOWN_HEADERS.has(header)) return `the ${part} was changed on the way`;
    return `the ${part} was signed as ${JSON.stringify(we)} and arrived as ${JSON.stringify(they)}`;
  }
  return 'the request arrived unchanged, so the secret key (SK) does not match the access key (AK)';
}

/** What a hint is derived from. */
export interface HintContext {
  status: number;
  code: string | undefined;
  message: string | undefined;
  /** Whether the request was authenticated by a token or by a signature; undefined if it was not authenticated. */
  scheme: 'signature' | 'token' | undefined;
  canonicalRequest: string | undefined;
  /** How far the clock of the server is ahead of the date that was signed, in milliseconds; undefined if unknown. */
  clockSkewMs: number | undefined;
  /** Target of a redirect. */
  location: string | null;
  /** Host that the request was sent to. */
  host: string;
}

/** Smaller differences come from the network, not from a wrong clock. */
export const MIN_CLOCK_SKEW_MS = 4 * 60_000;

const minutes = (ms: number): string => `${String(Math.round(Math.abs(ms) / 60_000))} min`;

/** Returns the likely cause of an error or what to do about it; undefined if nothing more is known than the error says. */
export function hintFor(context: HintContext): string | undefined {
  const { status, code, message = '', scheme, canonicalRequest, clockSkewMs, location, host } = context;
  if (status >= 300 && status < 400 && status !== 304) {
    const target =
      location !== null && URL.canParse(location, `https://${host}`)
        ? new URL(location, `https://${host}`).host
        : 'another address';
    return `redirects are not followed, so that no credentials are sent to ${target}`;
  }
  if (status === 401 && scheme === 'signature') {
    if (clockSkewMs !== undefined && Math.abs(clockSkewMs) >= MIN_CLOCK_SKEW_MS) {
      return `the clock of this machine is ${minutes(clockSkewMs)} ${clockSkewMs > 0 ? 'behind' : 'ahead of'} the server`;
    }
    const line = canonicalRequest === undefined ? undefined : differingLine(message, canonicalRequest);
    if (line !== undefined) return line;
    if (/lock/i.test(message)) return 'after several wrong signatures, a key is locked for five minutes';
  }
  if ((status === 401 || status === 403) && scheme === 'token' && /scope|project/i.test(message)) {
    return 'use a token scoped to the project of this region, not to the account';
  }
  if (code === 'APIGW.0101' || code === 'APIG.0101') {
    return `${host} does not have this operation; another region or the other API version may have it`;
  }
  if (code === 'APIGW.0802' || code === 'APIG.0802')
    return 'this user lacks permission for the services of this region';
  return undefined;
}
