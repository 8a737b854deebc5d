/** The events of a client. Events contain no headers, bodies, queries or secrets. */
import { publishEvent } from '#runtime';
import type { RetryReason } from './retry.js';

/** An attempt starts. */
export interface RequestEvent {
  type: 'request';
  /** ID of the operation; undefined for a call by path. */
  operation: string | undefined;
  method: string;
  /** Host that the request is sent to: the service, or IAM or the metadata service if credentials are fetched. */
  host: string;
  /** Path without the query. */
  path: string;
  /** Number of the attempt, starting at 1. */
  attempt: number;
}

/** A response arrived. */
export interface ResponseEvent extends Omit<RequestEvent, 'type'> {
  type: 'response';
  status: number;
  requestId: string | undefined;
  /** Duration of the attempt in milliseconds, including the body; for a download, until the headers arrived. */
  durationMs: number;
}

/** A request is retried. */
export interface RetryEvent extends Omit<RequestEvent, 'type'> {
  type: 'retry';
  reason: RetryReason;
  /** Delay before the next attempt in milliseconds. */
  delayMs: number;
}

/** Credentials were loaded, or could not be loaded. */
export interface CredentialsEvent {
  type: 'credentials';
  outcome: 'loaded' | 'failed';
  /** Place that the credentials come from, such as `environment variables`, if the provider reports it. */
  source?: string | undefined;
  error?: unknown;
}

/** A build was polled. */
export interface PollEvent {
  type: 'poll';
  jobId: string;
  buildNo: number;
  /** Status of the build, as the service spells it; undefined if it has none yet. */
  status: string | undefined;
  /** Delay before the next poll in milliseconds. */
  delayMs: number;
}

/** An event of a client. `type` tells the kinds apart. */
export type ClientEvent = RequestEvent | ResponseEvent | RetryEvent | CredentialsEvent | PollEvent;

/** Called for every event of a client. Errors that it throws, or rejects with, are ignored. */
export type EventListener = (event: ClientEvent) => void;

const ignore = (): void => {};

/** Passes events to the listener and, on Node, to the channels `codearts-build:request`, `codearts-build:response` and so on. */
export const createEmitter =
  (listener: EventListener | undefined): EventListener =>
  (event) => {
    publishEvent(event);
    try {
      // An async function is a listener too.
      const returned = listener?.(event) as PromiseLike<void> | undefined;
      returned?.then?.(ignore, ignore);
    } catch {
      // a listener must not change what it observes
    }
  };

/** Drops the events of the credentials that another credential source uses itself: they would look like those of the client. */
export const withoutCredentialsEvents =
  (emit: EventListener): EventListener =>
  (event) => {
    if (event.type !== 'credentials') emit(event);
  };
