/** Keeps other websites away from the sandbox's own paths: a page in the same browser can send requests to a local port. */
import type { IncomingRequest } from './respond.js';
import type { SandboxResponse } from './response.js';

/** Returns the host of a Host header in its normal form; undefined if it is invalid. */
function parseHost(host: string | null): URL | undefined {
  const url = `http://${host ?? ''}`;
  if (host === null || /[/?#@\\]/.test(host) || !URL.canParse(url)) return undefined;
  return new URL(url);
}

/** Returns whether a host is the machine itself. An IPv4 address can be written as one of IPv6. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$|^\[::ffff:7f\w\w:\w+\]$/.test(hostname);

/** Returns the hostname of an address, as it appears in a URL. A socket of IPv6 has `::ffff:192.0.2.1` for IPv4, and a zone behind `%`. */
function hostnameOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return parseHost(plain.includes(':') ? `[${plain}]` : plain)?.hostname;
}

/**
 * Returns why a request must not use the sandbox's own paths; undefined if it can. Requests in process always can. Over HTTP the host must
 * be a loopback address or one that the server listens on, which a rebound DNS name is not, and a browser must send the request from a page
 * of the sandbox itself.
 */
export function findAccessProblem({ headers, ownHosts }: IncomingRequest): string | undefined {
  if (!ownHosts) return undefined;
  const host = parseHost(headers.get('host'));
  if (!host || !(isLoopback(host.hostname) || ownHosts.some((own) => hostnameOf(own) === host.hostname))) {
    return `Host must be localhost, a loopback address or the address that the sandbox listens on; received ${JSON.stringify(headers.get('host'))}`;
  }
  const origin = headers.get('origin');
  if (origin !== null && origin !== host.origin) {
    return `Origin must be ${host.origin}; received ${JSON.stringify(origin)}`;
  }
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') {
    return `Sec-Fetch-Site must be same-origin or none; received ${JSON.stringify(site)}`;
  }
  return undefined;
}

/** Headers that responses need so that a page of another origin can read them. */
const EXPOSED_HEADERS = ['date', 'retry-after', 'content-disposition', 'x-request-id', 'x-subject-token'].join(', ');

/** Allows pages of any origin to read a response. */
export function allowAnyOrigin({ headers }: SandboxResponse): void {
  headers.set('access-control-allow-origin', '*');
  headers.set('access-control-expose-headers', EXPOSED_HEADERS);
}

/** Responds to the OPTIONS request that a browser sends before a request from a page of another origin. */
export function preflight({ headers }: IncomingRequest): SandboxResponse {
  const allowed = new Headers({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': headers.get('access-control-request-headers') ?? '*',
    'access-control-max-age': '600',
  });
  if (headers.has('access-control-request-private-network')) {
    allowed.set('access-control-allow-private-network', 'true');
  }
  return { status: 204, headers: allowed, body: undefined, delivery: { kind: 'complete' } };
}
