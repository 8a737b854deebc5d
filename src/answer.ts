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

/** Parses JSON, or JSON inside a JSON string: stopping a build has answered so. @throws SyntaxError where it is none. */
export function parseAnswer(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' && value.startsWith('{') ? JSON.parse(value) : value;
}
