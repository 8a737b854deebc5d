/** Errors in the shapes of the gateway, of the services and of IAM. */
import type { Operation } from './router.js';

/** Ends a request with an error, in the vendor's shape. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the gateway answers, before the service has seen the request. */
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

  /** The body of the answer. */
  toBody(requestId: string): object {
    return this.#body(requestId);
  }
}

/** The API gateway refuses a request: `{error_code, error_msg, request_id}`. */
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

/** The gateway does not know who calls. The words after the colon are those that the vendor's gateway is known for. */
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

/** IAM refuses a request: `{error: {code, message, title}}`, with the status as the code. */
export const iamError = (status: number, message: string): SandboxError =>
  new SandboxError(status, String(status), message, () => ({
    error: { code: status, message, title: TITLES[status] ?? 'Error' },
  }));

/** A service refuses a request: `{error_code, error_msg}`. */
export const serviceError = (status: number, code: string, message: string): SandboxError =>
  new SandboxError(status, code, message, () => ({ error_code: code, error_msg: message }));

/** CodeArts Build refuses what does not fit the state of a build: `{error: {code, reason}, status: "error"}`. */
export const stateError = (status: number, code: string, reason: string): SandboxError =>
  new SandboxError(status, code, reason, () => ({ error: { code, reason }, status: 'error' }));

/** A code of CodeArts Build: the routes of v3 and v4 say `CB.`, the others `DEVCB.`. */
export const buildCode = (operation: Operation, number: string): string =>
  `${/^\/v[34]\//.test(operation.path) ? 'CB' : 'DEVCB'}.${number}`;

/** A parameter or the body is wrong. */
export function invalidParameter(operation: Operation, detail: string): SandboxError {
  if (operation.api === 'iam') return iamError(400, `Invalid parameter: ${detail}`);
  const code = operation.api === 'servicestage' ? 'SVCSTG.00100400' : buildCode(operation, '00060200');
  return serviceError(400, code, `Invalid parameter: ${detail}`);
}

/** The caller is known, and has no permission. The gateway's code is the only documented one; what the service says of its roles is not known. */
export const forbidden = (detail: string): SandboxError =>
  gatewayError(403, 'APIGW.0302', `The IAM user is not authorized to access the API: ${detail}`);

/** An id is well formed, and nothing has it. */
export function unknownId(operation: Operation, what: string): SandboxError {
  if (operation.api === 'iam') return iamError(404, `Could not find ${what}.`);
  const message = `There is no ${what}.`;
  if (operation.api === 'servicestage') return serviceError(404, 'SVCSTG.00100429', message);
  return serviceError(422, buildCode(operation, '00031006'), message);
}
