/** A call in progress: a promise of the data, with the response and the `result` of an envelope. */
import { isObject } from '../errors/check-options.js';
import { readableResponse, type SendResult } from '../http/pipeline.js';
import type { Call, CallResult, EnvelopedCall, OperationSpec } from './contract.js';

/** The response of a result is created when it is asked for: most callers never do. */
export class OperationResult implements CallResult<unknown> {
  readonly data: unknown;
  readonly requestId: string | undefined;
  readonly attempts: number;
  readonly #sent: SendResult;
  #response: Response | undefined;

  constructor(data: unknown, sent: SendResult, requestId: string | undefined, attempts: number) {
    this.data = data;
    this.requestId = requestId;
    this.attempts = attempts;
    this.#sent = sent;
  }

  get response(): Response {
    return (this.#response ??= readableResponse(this.#sent));
  }
}

/** Adds `withResponse` and, if the operation returns an envelope, `result` to a promise of the data. */
export function toCall(settled: Promise<OperationResult>, { envelope }: OperationSpec): Call<unknown> {
  const data = settled.then((value) => value.data);
  const call: Call<unknown> = Object.assign(data, {
    withResponse: () => {
      data.catch(() => {}); // reported by `settled`
      return settled;
    },
  });
  if (!envelope) return call;
  const result: EnvelopedCall<{ result?: unknown }>['result'] = () =>
    data.then((value) => (isObject(value) ? value['result'] : undefined));
  return Object.assign(call, { result });
}
