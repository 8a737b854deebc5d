/** The contract between generated and handwritten code: the form of a call, and of the table that describes the operations. */
import type { RequestOptions } from '../http/pipeline.js';

export type { Download } from '../files/download.js';

/** Options of one call. They take precedence over those of the client. */
export interface CallOptions extends RequestOptions {
  /** Headers to add to the request. They are not signed. */
  headers?: Record<string, string> | undefined;
  /** Whether the request is authenticated. @default as the operation requires it */
  authenticate?: boolean | undefined;
}

/** The result of a call, with the response. */
export interface CallResult<T> {
  /** Response body, as documented. */
  data: T;
  /** The response: status, headers, and a body that can be read again, except that of a download. */
  readonly response: Response;
  /** Request ID assigned by Huawei Cloud. Quote it when you contact support. */
  requestId: string | undefined;
  /** Number of times the request was sent. */
  attempts: number;
}

/** A call in progress: a promise of the response body. */
export interface Call<T> extends Promise<T> {
  /** Returns the same call with the response, the request ID and the number of attempts. */
  withResponse(): Promise<CallResult<T>>;
}

/**
 * A call whose response is an envelope: an object with the data in `result`.
 *
 * It rejects with a `ResponseFormatError` if the body lacks a required `result`.
 */
export interface EnvelopedCall<T extends { result?: unknown }> extends Call<T> {
  /** Returns `result` of the response body. */
  result(): Promise<T['result']>;
}

/** Pagination of a list. */
export interface PaginationSpec {
  /** Name of the page number; omitted if the list has a page size only. */
  readonly page?: string;
  /** Name of the page size. */
  readonly size: string;
  /** Whether both are sent as strings. */
  readonly asString?: true;
  /** Number of the first page. */
  readonly first: number;
  /** Largest page size that the service accepts. */
  readonly maxSize: number;
  /** Path of the array in the response, separated by dots. */
  readonly items: string;
  /** Path of the number of items in total; omitted if the service does not report it. */
  readonly total?: string;
  /** Field that identifies an item. */
  readonly id?: string;
}

/** HTTP details of an operation. */
export interface OperationSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path, with parameters in braces. */
  readonly path: string;
  /** Names of the query parameters. */
  readonly query?: readonly string[];
  /** Names of the header parameters. */
  readonly header?: readonly string[];
  /** Required inputs, in addition to those of the path. */
  readonly required?: readonly string[];
  /** Media type of the body; omitted if there is none. */
  readonly body?: 'json' | 'multipart';
  /** @default 'json' */
  readonly response?: 'json' | 'download' | 'none';
  /** Whether a POST, PUT, PATCH or DELETE is idempotent: it can be retried even if it may have run. */
  readonly idempotent?: true;
  /** Whether the operation requires no authentication. No signature and no token is sent then. */
  readonly anonymous?: true;
  /** Of a response that is an envelope: what `result` is in a success. `required`: a value; `nullable`: a value or `null`; `optional`: also absent. */
  readonly envelope?: 'required' | 'nullable' | 'optional';
  /** Requests per minute that the rate limit policy of the operation allows by its name; omitted if the name contains no number. */
  readonly rateLimit?: number;
  readonly pagination?: PaginationSpec;
}
