/** What is known of one call while its attempts follow one another, and what comes of it. */
import type { AuthenticatorSession, OutgoingRequest, Proof } from './authenticator.js';
import type { ProgressListener } from './contract.js';
import type { TimeoutError } from './errors.js';
import type { ApiError } from './failures/api-error.js';

/** One call, as far as its attempts go. */
export interface CallState {
  readonly request: OutgoingRequest;
  /** Name of the operation, for events. */
  readonly operation?: string | undefined;
  /** Path of the request, without its query. */
  readonly path: string;
  /** Proves who calls; undefined where nobody has to. */
  readonly session: AuthenticatorSession | undefined;
  /** The signal of the whole call. */
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly deadlineAt: number;
  readonly maxRetries: number;
  /** Whether the request may be sent again although it may have run. */
  readonly mayRunTwice: boolean;
  /** Whether the body is handed on as it comes; where left out, its type decides. */
  readonly stream?: boolean | undefined;
  readonly onProgress?: ProgressListener | undefined;
  /** Called when a body that was handed on has ended. */
  readonly onStreamEnd: () => void;
  /** Number of the latest attempt, from 1. */
  attempt: number;
  /** How often an attempt was repeated, besides those that were refused for their proof. */
  retries: number;
  /** By how much the server's clock was taken to be ahead in the latest attempt. */
  skewMs: number;
  /** A proof that the service did not accept: the next attempt needs another. */
  refused?: Proof | undefined;
  /** The latest refusal. */
  refusal?: SendResult | undefined;
  /** Whether the clock was corrected, and the proof renewed: each is done once. */
  corrected?: boolean;
  renewed?: boolean;
}

/** How an attempt ended. */
export type Outcome = { proof: Proof } &
  /** Nothing was sent: the proof was refused before, and there is no other. */
  (
    | { kind: 'unchanged' }
    | {
        kind: 'answered' | 'refused';
        response: Response;
        bytes: Uint8Array | undefined;
        /** The vendor's id of the request, from the headers of the answer. */
        requestId: string | undefined;
        streaming: boolean;
      }
    /** No answer came whole: its time was up, or the connection failed for the cause that the runtime tells. */
    | { kind: 'failed'; overdue: TimeoutError | undefined; cause: unknown }
  );

/** What came back in the end. */
export interface SendResult {
  /** The answer. Its body is in memory, or, for a stream, still coming. */
  response: Response;
  /** The body, where it is in memory. */
  bytes: Uint8Array | undefined;
  method: string;
  /** Path that was asked for, without its query. */
  path: string;
  attempts: number;
  requestId: string | undefined;
  /** The error that the answer stands for, where its status is not a successful one. */
  error?: ApiError | undefined;
  /** What the request proved itself with, and must not be printed. */
  secrets: readonly string[];
}
