/** Errors in the forms of the gateway, the services and IAM. */
import type { Operation } from './router.js';

/** An error response in the service's form. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the gateway responds, before the service receives the request. */
  readonly fromGateway: boolean;
  readonly #body: (requestId: string) => object;

  constructor(
    status: number,
    code: string,
    message: string,
    body: (requestId: string) => object,
    options: { headers?: Record<string, string>; fromGateway?: boolean } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = options.headers ?? {};
    this.fromGateway = options.fromGateway ?? false;
    this.#body = body;
  }

  /** Returns the body of the response. */
  toBody(requestId: string): object {
    return this.#body(requestId);
  }
}

/** Creates an error of the API gateway: `{error_code, error_msg, request_id}`. */
export const gatewayError = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): SandboxError =>
  new SandboxError(
    status,
    code,
    message,
    (requestId) => ({ error_msg: message, error_code: code, request_id: requestId }),
    { headers, fromGateway: true },
  );

/** Creates the gateway's error for failed authentication. The text after the colon imitates the gateway. */
export const unauthorized = (detail: string, code = 'APIGW.0301'): SandboxError =>
  gatewayError(401, code, `Incorrect IAM authentication information: ${detail}`);

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
};

/** Creates an error of IAM: `{error: {code, message, title}}`, with the status as the code. */
export const iamError = (status: number, message: string): SandboxError =>
  new SandboxError(status, String(status), message, () => ({
    error: { code: status, message, title: TITLES[status] ?? 'Error' },
  }));

/** Creates an error of a service: `{error_code, error_msg}`. */
export const serviceError = (status: number, code: string, message: string): SandboxError =>
  new SandboxError(status, code, message, () => ({ error_code: code, error_msg: message }));

/** Creates an error of CodeArts Build for a request that does not fit the state: `{error: {code, reason}, status: "error"}`. */
export const stateError = (status: number, code: string, reason: string): SandboxError =>
  new SandboxError(status, code, reason, () => ({ error: { code, reason }, status: 'error' }));

/** Returns an error code of CodeArts Build: `CB.` for v3 and v4, `DEVCB.` for v1. */
export const buildCode = (operation: Operation, number: string): string =>
  `${/^\/v[34]\//.test(operation.path) ? 'CB' : 'DEVCB'}.${number}`;

/** Creates the error for an invalid parameter or body. */
export function invalidParameter(operation: Operation, detail: string): SandboxError {
  if (operation.api === 'iam') return iamError(400, `Invalid parameter: ${detail}`);
  const code = operation.api === 'servicestage' ? 'SVCSTG.00100400' : buildCode(operation, '00060200');
  return serviceError(400, code, `Invalid parameter: ${detail}`);
}

/** Creates the error for a malformed value: the documented code for task IDs, otherwise that of invalid parameters. */
export function malformedParameter(operation: Operation, name: string, problem: string): SandboxError {
  const isTaskId = operation.api === 'codearts-build' && /^(copy_)?job_ids?\b/.test(name);
  if (!isTaskId) return invalidParameter(operation, `${name} ${problem}.`);
  return serviceError(400, buildCode(operation, '00060201'), `Invalid task ID: ${name} ${problem}.`);
}

/** Creates the error for a missing permission. Only the gateway's code is documented; the service's text is unknown. */
export const forbidden = (detail: string): SandboxError =>
  gatewayError(403, 'APIGW.0302', `The IAM user is not authorized to access the API: ${detail}`);

/** Creates the error for a valid ID that does not exist. */
export function unknownId(operation: Operation, what: string): SandboxError {
  if (operation.api === 'iam') return iamError(404, `Could not find ${what}.`);
  const message = `The ${what} does not exist.`;
  if (operation.api === 'servicestage') return serviceError(404, 'SVCSTG.00100429', message);
  return serviceError(422, buildCode(operation, '00031006'), message);
}
