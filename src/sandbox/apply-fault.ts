/** Applies a fault to a response. */
import type { SandboxResponse } from './response.js';
import { buildCode } from './error.js';
import type { RequestFaults } from './faults.js';
import type { Operation } from './router.js';

type Fault = NonNullable<RequestFaults['fault']>;

const encoder = new TextEncoder();

const textResponse = (
  status: number,
  type: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse => {
  const sent = new Headers(headers);
  if (!sent.has('content-type')) sent.set('content-type', type);
  // fetch allows no body with these.
  const body = [204, 205, 304].includes(status) ? undefined : encoder.encode(text);
  return { status, headers: sent, body, delivery: { kind: 'complete' } };
};

const EMPTY: SandboxResponse = { status: 200, headers: new Headers(), body: undefined, delivery: { kind: 'complete' } };

/** Codes and messages of the gateway by status. */
const GATEWAY_ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  429: ['APIGW.0308', 'The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 second'],
  500: ['APIGW.0601', 'Internal server error.'],
  502: ['APIGW.0201', 'Backend unavailable.'],
  503: ['APIGW.0613', 'The service is unavailable for the moment.'],
  504: ['APIGW.0201', 'Backend timeout.'],
};

const PAGE =
  '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1></body></html>';

function statusResponse(fault: Extract<Fault, { kind: 'status' }>, requestId: string): SandboxResponse {
  const [code, message] = GATEWAY_ERRORS[fault.status] ?? ['APIGW.0201', 'A fault of the sandbox.'];
  const body = { error_msg: fault.message ?? message, error_code: fault.code ?? code, request_id: requestId };
  return textResponse(fault.status, 'application/json;charset=utf-8', JSON.stringify(body), fault.headers);
}

/** v3 and v4 return the documented form, v1 returns the envelope. */
function envelopeResponse(
  fault: Extract<Fault, { kind: 'envelope-error' }>,
  operation: Operation | undefined,
): SandboxResponse {
  const isEnvelope = operation !== undefined && buildCode(operation, '').startsWith('DEVCB');
  const code = fault.code ?? (isEnvelope ? 'DEV.CB.032000' : 'CB.00060101');
  const message = fault.message ?? (isEnvelope ? '[project_id] parameter error' : 'Internal error.');
  const body = isEnvelope
    ? { result: null, error: { code, reason: message }, status: 'error' }
    : { error_code: code, error_msg: message };
  return textResponse(200, 'application/json;charset=utf-8', JSON.stringify(body));
}

const runsFirst = (fault: Fault): boolean =>
  fault.kind === 'truncate' ||
  ('execute' in fault && fault.execute === true) ||
  ('afterBytes' in fault && fault.afterBytes !== undefined);

/** Applies a fault. The operation is executed only if the fault says so or needs its response. */
export async function applyFault(
  fault: Fault,
  operation: Operation | undefined,
  requestId: string,
  run: () => Promise<SandboxResponse>,
): Promise<SandboxResponse> {
  if (fault.kind === 'lost-log' || fault.kind === 'repeated-log') return run();
  const response = runsFirst(fault) ? await run() : { ...EMPTY, headers: new Headers() };
  switch (fault.kind) {
    case 'status':
      return statusResponse(fault, requestId);
    case 'html':
      return textResponse(fault.status ?? 200, 'text/html;charset=utf-8', PAGE);
    case 'envelope-error':
      return envelopeResponse(fault, operation);
    case 'reset':
      return { ...response, delivery: { kind: 'reset' } };
    case 'stall':
      return { ...response, delivery: { kind: 'stall', afterBytes: fault.afterBytes } };
    case 'truncate': {
      const size = response.body?.byteLength ?? 0;
      const afterBytes = Math.min(fault.afterBytes ?? Math.floor(size / 2), size);
      return { ...response, delivery: { kind: 'truncate', afterBytes } };
    }
  }
}
