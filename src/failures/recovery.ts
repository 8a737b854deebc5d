/** What a client does after a failed attempt: it tells what went wrong, and whether another attempt may follow. */
import type { Outcome, SendResult } from '../attempt.js';
import type { AuthenticatorSession, OutgoingRequest, Proof } from '../authenticator.js';
import type { Clock } from '../clock.js';
import type { EventListener } from '../events.js';
import { NOTABLE_SKEW_MS } from './hint.js';
import { readRefusal, type Refusal } from './refusal.js';
import { backoffMs, createRetryBudget, MAX_RETRY_AFTER_MS, retryReason, type RetryReason } from './retry.js';

/** One call, as far as its attempts go. */
export interface CallState {
  readonly request: OutgoingRequest;
  /** Name of the operation, for events. */
  readonly operation: string | undefined;
  /** Path of the request, without its query. */
  readonly path: string;
  readonly session: AuthenticatorSession;
  readonly signal: AbortSignal | undefined;
  /** Whether the request may be sent again although it may have run. */
  readonly mayRunTwice: boolean;
  readonly maxRetries: number;
  readonly deadlineAt: number;
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

type Failure = Extract<Outcome, { kind: 'failed' | 'refused' }>;

/** What a client's failures share. */
export interface RecoveryConfig {
  clock: Clock;
  random: () => number;
  emit: EventListener;
}

/** What a client has learnt from its failures, and makes of the next one. */
export interface Recovery {
  /** By how much the server's clock is ahead. Learnt once a request was refused for its date. */
  readonly skewMs: number;
  /** After a 429 nobody sends anything for a while: waits until that is over. */
  coolDown(signal: AbortSignal | undefined): Promise<void>;
  /** To be told of a success. */
  refill(): void;
  /**
   * Waits until another attempt may follow, and resolves with nothing then; or with the refusal that stands.
   *
   * @throws NetworkError or TimeoutError that stands.
   */
  recover(call: CallState, outcome: Failure): Promise<SendResult | undefined>;
}

export function createRecovery({ clock, random, emit }: RecoveryConfig): Recovery {
  const budget = createRetryBudget();
  let skewMs = 0;
  let coolUntil = 0;

  /** Why another attempt is worth it; undefined where it is not. What is to be changed for it is changed. */
  function reasonOf(call: CallState, outcome: Failure, refusal: Refusal | undefined): RetryReason | undefined {
    const { session, mayRunTwice } = call;
    if (outcome.kind === 'failed') {
      return mayRunTwice || outcome.reason === 'connect' ? outcome.reason : undefined;
    }
    const { error, offByMs } = refusal!;
    if (error.status !== 401) return retryReason(error.status, error.code, mayRunTwice);
    // Held against the offset of this very attempt: another call may have corrected the client's meanwhile.
    const skewed = offByMs !== undefined && Math.abs(offByMs) >= NOTABLE_SKEW_MS;
    if (skewed && session.method === 'signature' && !call.corrected) {
      skewMs = call.skewMs + offByMs;
      call.corrected = true;
      return 'clock-skew';
    }
    if (session.renewable && !call.renewed) {
      call.refused = outcome.proof;
      call.renewed = true;
      return 'expired';
    }
    return undefined;
  }

  return {
    get skewMs() {
      return skewMs;
    },
    async coolDown(signal) {
      const coolingMs = coolUntil - clock.now();
      if (coolingMs > 0) await clock.sleep(coolingMs, signal);
    },
    refill: () => budget.refill(),
    async recover(call, outcome) {
      const refusal = outcome.kind === 'refused' ? readRefusal(call, outcome, clock.now()) : undefined;
      call.refused = undefined;
      const reason = reasonOf(call, outcome, refusal);

      // What was refused for its proof costs the service nothing, and is repeated at once.
      const atOnce = reason === 'clock-skew' || reason === 'expired';
      const delayMs =
        atOnce || reason === undefined ? 0 : refusal?.error.retryAfterMs || backoffMs(call.retries, reason, random);
      if (reason === 'throttled') {
        coolUntil = Math.max(coolUntil, clock.now() + Math.min(delayMs, MAX_RETRY_AFTER_MS));
      }
      const mayRetry =
        reason !== undefined &&
        call.retries < call.maxRetries &&
        delayMs <= MAX_RETRY_AFTER_MS &&
        clock.now() + delayMs < call.deadlineAt &&
        (atOnce || budget.take(reason));
      call.refusal = refusal?.result;
      if (!mayRetry) {
        if (outcome.kind === 'failed') throw outcome.error;
        return call.refusal;
      }
      if (!atOnce) call.retries += 1;
      const { operation, request, path, attempt } = call;
      emit({ type: 'retry', operation, method: request.method, path, attempt, reason, delayMs });
      if (delayMs > 0) await clock.sleep(delayMs, call.signal);
      return undefined;
    },
  };
}
