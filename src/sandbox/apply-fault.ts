/** What a fault makes of an answer. */
import type { Answer } from './response.js';
import { buildCode } from './error.js';
import type { Strike } from './faults.js';
import type { Operation } from './router.js';

type Fault = NonNullable<Strike['fault']>;

const encoder = new TextEncoder();

const answerWith = (
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: new Headers({ ...headers, 'content-type': type }),
  body: encoder.encode(text),
  delivery: { kind: 'whole' },
});

const EMPTY: Answer = { status: 200, headers: new Headers(), body: undefined, delivery: { kind: 'whole' } };

/** What the gateway says for a status. */
const GATEWAY_ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  429: ['APIGW.0308', 'The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 second'],
  500: ['APIGW.0601', 'Internal server error.'],
  502: ['APIGW.0201', 'Backend unavailable.'],
  503: ['APIGW.0613', 'The service is unavailable for the moment.'],
  504: ['APIGW.0201', 'Backend timeout.'],
};

const PAGE =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1></body></html>';

function statusAnswer(fault: Extract<Fault, { kind: 'status' }>, requestId: string): Answer {
  const [code, message] = GATEWAY_ERRORS[fault.status] ?? ['APIGW.0201', 'A fault of the sandbox.'];
  const body = { error_msg: fault.message ?? message, error_code: fault.code ?? code, request_id: requestId };
  return answerWith(fault.status, 'application/json;charset=utf-8', JSON.stringify(body), fault.headers);
}

/** Routes of v3 and v4 have been seen with the documented shape, those of v1 with the envelope. */
function envelopeAnswer(fault: Extract<Fault, { kind: 'envelope-error' }>, operation: Operation | undefined): Answer {
  const isEnvelope = operation !== undefined && buildCode(operation, '').startsWith('DEVCB');
  const code = fault.code ?? (isEnvelope ? 'DEV.CB.032000' : 'CB.00060101');
  const message = fault.message ?? (isEnvelope ? '[project_id] parameter error' : 'Internal error.');
  const body = isEnvelope
    ? { result: null, error: { code, reason: message }, status: 'error' }
    : { error_code: code, error_msg: message };
  return answerWith(200, 'application/json;charset=utf-8', JSON.stringify(body));
}

const runsFirst = (fault: Fault): boolean =>
  fault.kind === 'truncate' ||
  ('runs' in fault && fault.runs === true) ||
  ('afterBytes' in fault && fault.afterBytes !== undefined);

/** Applies a fault. The operation is carried out only where the fault says so or needs its answer. */
export async function replaceAnswer(
  fault: Fault,
  operation: Operation | undefined,
  requestId: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  if (fault.kind === 'lost-log' || fault.kind === 'repeated-log') return run();
  const answer = runsFirst(fault) ? await run() : { ...EMPTY, headers: new Headers() };
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault, requestId);
    case 'html':
      return answerWith(fault.status ?? 200, 'text/html;charset=utf-8', PAGE);
    case 'envelope-error':
      return envelopeAnswer(fault, operation);
    case 'reset':
      return { ...answer, delivery: { kind: 'reset' } };
    case 'stall':
      return { ...answer, delivery: { kind: 'stall', afterBytes: fault.afterBytes } };
    case 'truncate': {
      const size = answer.body?.byteLength ?? 0;
      const afterBytes = Math.min(fault.afterBytes ?? Math.floor(size / 2), size);
      return { ...answer, delivery: { kind: 'truncate', afterBytes } };
    }
  }
}
