/** What a client tells an observer. Events carry no headers, bodies, queries or secrets. */
import { publish } from '#machine';
import type { RetryReason } from './failures/retry.js';

interface RequestEvent {
  type: 'request';
  /** Name of the operation; undefined for a call by path. */
  operation: string | undefined;
  method: string;
  /** Path without the query. */
  path: string;
  /** 1 for the first attempt. */
  attempt: number;
}

interface ResponseEvent extends Omit<RequestEvent, 'type'> {
  type: 'response';
  status: number;
  requestId: string | undefined;
  /** Milliseconds from the attempt's start until the answer had been read, or, for a download, until its headers had come. */
  durationMs: number;
}

interface RetryEvent extends Omit<RequestEvent, 'type'> {
  type: 'retry';
  reason: RetryReason;
  /** Milliseconds until the next attempt. */
  delayMs: number;
}

interface CredentialsEvent {
  type: 'credentials';
  /** Whether new credentials came, or could not be had. */
  outcome: 'loaded' | 'failed';
  error?: unknown;
}

interface PollEvent {
  type: 'poll';
  jobId: string;
  buildNo: number;
  /** The build's status as the service words it; undefined while there is none. */
  status: string | undefined;
  /** Milliseconds until the next poll. */
  delayMs: number;
}

/** Something that a client did. */
export type ClientEvent = RequestEvent | ResponseEvent | RetryEvent | CredentialsEvent | PollEvent;

/** An observer of a client. What it throws changes nothing. */
export type EventListener = (event: ClientEvent) => void;

/** Hands events to the observer, and on Node to the channels `codearts-build:request`, `codearts-build:response` and so on. */
export const createEmitter =
  (listener: EventListener | undefined): EventListener =>
  (event) => {
    publish(event);
    try {
      listener?.(event);
    } catch {
      // an observer must not change what it observes
    }
  };
