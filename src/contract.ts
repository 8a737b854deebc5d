/**
 * What generated and handwritten code agree on: the form of a call and of the table that describes it.
 */

/** How far a transfer is. */
export interface TransferProgress {
  /** Bytes so far. A repeated attempt begins at 0 again. */
  bytes: number;
  /** Bytes in all; undefined where the service does not say. */
  total: number | undefined;
}

export type ProgressListener = (progress: TransferProgress) => void;

/** Options of one call. Those of `createClient` hold where one is left out. */
export interface CallOptions {
  /** Ends the call wherever it is. The call rejects with `signal.reason`, untouched. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, headers and body. For a download: the longest silence between two chunks. */
  timeoutMs?: number | undefined;
  /** Milliseconds that the call may take, with all attempts and the pauses between them. */
  deadlineMs?: number | undefined;
  /** How often a failed attempt is repeated, where that is safe. 0 switches repeating off. */
  maxRetries?: number | undefined;
  /** Headers to add to the request. They are not signed. */
  headers?: Record<string, string> | undefined;
  /** Told how much of a body has been sent, or of a download received. */
  onProgress?: ProgressListener | undefined;
}

/** What a call received, with what stood around it. */
export interface CallResult<T> {
  /** The body of the answer, as documented. */
  data: T;
  /** The answer's status and headers, and its body once more, except that of a download. */
  response: Response;
  /** The vendor's id of the request, to be named to support. */
  requestId: string | undefined;
  /** How many times the request was sent. */
  attempts: number;
}

/** A call under way: a promise of the answer's body. */
export interface Call<T> extends Promise<T> {
  /** The same call, with status, headers, request id and number of attempts. */
  withResponse(): Promise<CallResult<T>>;
}

/** The bytes that an operation returned, as a stream. It can be read once. */
export interface Download {
  /** The bytes as they come. */
  readonly body: ReadableStream<Uint8Array>;
  /** The media type, from the header `Content-Type`. */
  readonly contentType: string | undefined;
  /** The name that the service proposes, from the header `Content-Disposition`; a path in it is dropped. */
  readonly fileName: string | undefined;
  /** How many bytes there are, where the service says so. */
  readonly size: number | undefined;
  /** Reads everything as UTF-8 text. */
  text(): Promise<string>;
  /** Reads everything into memory. */
  bytes(): Promise<Uint8Array>;
  /** Reads line by line, without the line ends. */
  lines(): AsyncIterableIterator<string>;
}

/** How an operation pages its list. */
export interface PaginationSpec {
  /** Name of the page number; undefined where the list has only a length. */
  readonly page?: string;
  /** Name of the page length. */
  readonly size: string;
  /** Whether they are sent as strings. */
  readonly asString?: true;
  /** Number of the first page. */
  readonly first: number;
  /** The largest page length that the service takes. */
  readonly maxSize: number;
  /** Path of the array in the answer, with dots. */
  readonly items: string;
  /** Path of the number of all items; undefined where the service does not tell it. */
  readonly total?: string;
  /** Field that tells one item from another. */
  readonly id?: string;
}

/** Addresses of a service. */
export interface Server {
  /** Address with `{region}` in place of the region. */
  readonly url: string;
  readonly regions: readonly string[];
}

/** What the client must know of an operation in order to call it. */
export interface OperationSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with the parameters in braces. */
  readonly path: string;
  /** Names of the query parameters. */
  readonly query?: readonly string[];
  /** Names of the header parameters. */
  readonly header?: readonly string[];
  /** Required inputs besides those of the path. */
  readonly required?: readonly string[];
  /** How the body is sent; undefined where there is none. */
  readonly body?: 'json' | 'multipart';
  /** `json` where left out. */
  readonly response?: 'json' | 'download' | 'none';
  /** Whether a POST, PUT, PATCH or DELETE may be sent again although it may have run. */
  readonly idempotent?: true;
  /** Whether nobody has to prove who calls. No key and no token is sent then. */
  readonly anonymous?: true;
  readonly pagination?: PaginationSpec;
}
