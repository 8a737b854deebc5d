/** What a client does after a failed attempt: it tells what went wrong, and whether another attempt may follow. */
import type { Proof } from '../authenticator.js';
import type { CallState, Outcome, SendResult } from '../call-state.js';
import type { Clock } from '../clock.js';
import { NetworkError, TimeoutError } from '../errors.js';
import type { EventListener } from '../events.js';
import { describeCause } from './describe-cause.js';
import { NOTABLE_SKEW_MS } from './hint.js';
import { readRefusal, type Refusal } from './refusal.js';
import { backoffMs, createRetryBudget, MAX_RETRY_AFTER_MS, retryReason, type RetryReason } from './retry.js';
import { wasUnsent } from './unsent.js';

type Failure = Exclude<Outcome, { kind: 'unchanged' }>;

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

/** The error of a request whose answer did not come whole. */
const toNetworkError = ({ request, path, attempt }: CallState, cause: unknown): NetworkError =>
  new NetworkError({
    method: request.method,
    path,
    attempts: attempt,
    unsent: wasUnsent(cause),
    cause,
    reason: describeCause(cause),
  });

/** Why another attempt after a failure is worth it; undefined where the request may have run and must not run twice. */
function reasonOf(failure: NetworkError | TimeoutError | undefined, mayRunTwice: boolean): RetryReason | undefined {
  if (failure instanceof NetworkError && failure.unsent) return 'connect';
  if (!mayRunTwice) return undefined;
  return failure instanceof TimeoutError ? 'timeout' : 'network';
}

export function createRecovery({ clock, random, emit }: RecoveryConfig): Recovery {
  const budget = createRetryBudget();
  let skewMs = 0;
  let coolUntil = 0;

  /** Why another attempt after a refusal is worth it; undefined where it is not. What is to be changed for it is changed. */
  function reasonAfter({ error, offByMs }: Refusal, call: CallState, proof: Proof): RetryReason | undefined {
    const { session } = call;
    if (error.status !== 401) return retryReason(error.status, error.code, call.mayRunTwice);
    // Held against the offset of this very attempt: another call may have corrected the client's meanwhile.
    const skewed = offByMs !== undefined && Math.abs(offByMs) >= NOTABLE_SKEW_MS;
    if (skewed && session?.method === 'signature' && !call.corrected) {
      skewMs = call.skewMs + offByMs;
      call.corrected = true;
      return 'clock-skew';
    }
    if (session?.renewable && !call.renewed) {
      call.refused = proof;
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
      const failure = outcome.kind === 'failed' ? (outcome.overdue ?? toNetworkError(call, outcome.cause)) : undefined;
      call.refused = undefined;
      const reason = refusal ? reasonAfter(refusal, call, outcome.proof) : reasonOf(failure, call.mayRunTwice);

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
        if (failure) throw failure;
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
