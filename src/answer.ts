/** Answers and their bodies. */

/** The same answer with its body in memory. */
export function withBody(response: Response, bytes: Uint8Array | undefined): Response {
  const { status, statusText, headers } = response;
  // Some statuses cannot have a body, not even an empty one.
  const body = bytes?.byteLength ? (bytes as BodyInit) : null;
  // A browser hides a redirect that is not followed behind the status 0.
  return new Response(body, { status: status === 0 ? 302 : status, statusText, headers });
}

/** What is neither JSON nor text that a person reads is handed on as a stream, where nobody said otherwise. */
export const looksBinary = ({ headers }: Response): boolean =>
  !/json|^text\//i.test(headers.get('content-type') ?? 'application/json');

/** The vendor's id of a request, from the headers of its answer. */
export const requestIdOf = ({ headers }: Response): string | undefined =>
  headers.get('x-request-id') || headers.get('x-iam-trace-id') || undefined;
