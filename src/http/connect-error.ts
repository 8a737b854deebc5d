/** Tells from an error of fetch whether the connection was ever established, and what went wrong. */
import { isReportedConnectError } from '#runtime';

/** System calls of the connect phase, as Node names them in errors. */
const CONNECT_SYSCALLS = new Set(['getaddrinfo', 'connect']);

/** Codes of the connect phase, of Node's fetch and of Bun. */
const CONNECT_CODE =
  /^(UND_ERR_CONNECT_|ConnectionRefused$|FailedToOpenSocket$|UNABLE_TO_RESOLVE|E(CONNREFUSED|NOTFOUND|AI_|HOSTUNREACH|NETUNREACH))/;

/** Codes of a TLS handshake that ended before a request could be sent. */
const HANDSHAKE_CODE =
  /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME|HOSTNAME_MISMATCH|ERR_SSL_(WRONG_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS|TLSV1_ALERT|SSLV3_ALERT_HANDSHAKE|PACKET_LENGTH)|ERR_TLS_/;

/** Messages of the connect phase, of Node, Deno, Bun and the fetch standard. */
const CONNECT_MESSAGE =
  /client error \(Connect\)|tcp connect error|dns error|bad port|unable to connect|failed to open socket|proxy response \(\d+\)|HTTP Tunneling|before secure TLS connection/i;

/** A certificate or port that stays as it is: another attempt would fail in the same way. */
const PERMANENT =
  /CERT|SELF_SIGNED|SELF-SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME|HOSTNAME_MISMATCH|invalid peer certificate|bad port|ERR_SSL_WRONG_VERSION|ERR_SSL_UNSUPPORTED_PROTOCOL/i;

/** Runs a test on an error and its causes. */
function someCause(error: unknown, test: (error: Error) => boolean): boolean {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1, current = current.cause) {
    if (test(current)) return true;
  }
  return false;
}

const codeOf = (error: Error): string => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

/** Returns `true` if the error ended the connect phase (name lookup, connection, TLS handshake, proxy tunnel), so that no request was sent. */
export function isConnectError(error: unknown): boolean {
  return someCause(error, (cause) => {
    if (isReportedConnectError(cause)) return true;
    const { syscall, errors } = cause as { syscall?: unknown; errors?: unknown };
    if (typeof syscall === 'string' && CONNECT_SYSCALLS.has(syscall)) return true;
    // One error for each address that was tried.
    if (Array.isArray(errors) && errors.length > 0 && errors.every(isConnectError)) return true;
    const code = codeOf(cause);
    return CONNECT_CODE.test(code) || HANDSHAKE_CODE.test(code) || CONNECT_MESSAGE.test(cause.message);
  });
}

/** Returns `true` for an error of the connect phase that another attempt would meet again. */
export const isPermanentConnectError = (error: unknown): boolean =>
  isConnectError(error) && someCause(error, (cause) => PERMANENT.test(`${codeOf(cause)} ${cause.message}`));

/** Fetch of Node ends a response after 300 s without headers, or between two chunks. */
const RUNTIME_TIMEOUT = /^UND_ERR_(HEADERS|BODY)_TIMEOUT$/;

const RUNTIME_TIMEOUT_HINT =
  '; this timeout is that of the dispatcher of fetch (300 s by default), and timeoutMs cannot extend it: pass a fetch with another dispatcher';

/** Returns the innermost message of an error of fetch, with its code. */
export function describeCause(error: unknown): string {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error && current.cause instanceof Error; depth += 1) {
    current = current.cause;
  }
  if (!(current instanceof Error)) return 'the connection failed';
  const [first] = (current as { errors?: unknown[] }).errors ?? [];
  if (!current.message && first instanceof Error) current = first;
  const code = codeOf(current as Error);
  const message = (current as Error).message || (current as Error).name;
  const reason = code !== '' && !message.includes(code) ? `${message} (${code})` : message;
  return RUNTIME_TIMEOUT.test(code) ? reason + RUNTIME_TIMEOUT_HINT : reason;
}
