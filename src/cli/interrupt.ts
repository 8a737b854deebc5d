/** Ctrl-C and other signals: the first ends the command in order, a second one at once. */
import type { Clock } from '../index.js';

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type InterruptSignal = (typeof SIGNALS)[number];

/** 128 and the number of the signal, as shells report it. */
const EXIT_CODES: Readonly<Record<InterruptSignal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** npm can deliver one Ctrl-C twice. Later signals within this time are ignored. */
const GRACE_MS = 1_000;

/** The command was interrupted. */
export class InterruptError extends Error {
  override readonly name = 'InterruptError';
  readonly exitCode: number;

  constructor(signal: InterruptSignal) {
    super(`interrupted by ${signal}`);
    this.exitCode = EXIT_CODES[signal];
  }
}

/** The signals of one command. */
export class Interrupt {
  readonly #controller = new AbortController();
  readonly #clock: Clock;
  #resolve: (error: InterruptError) => void = () => {};
  #at = 0;
  #error: InterruptError | undefined;
  /** Resolves with the first signal. */
  readonly requested: Promise<InterruptError>;
  /** Whether the command acts on the first signal itself. Otherwise the signal aborts its calls. */
  deferred = false;
  /** Called before a second signal ends the process. Returns whether it ends at once; otherwise the command ends by itself. */
  onLeave: () => boolean = () => true;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.requested = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Aborts with the first signal, unless the command has deferred it. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The first signal. */
  get error(): InterruptError | undefined {
    return this.#error;
  }

  /** Handles a signal. @returns the exit code if the process must end at once. */
  receive(signal: InterruptSignal): number | undefined {
    const now = this.#clock.now();
    if (this.#error) {
      if (now - this.#at < GRACE_MS) return undefined;
      return this.onLeave() ? this.#error.exitCode : undefined;
    }
    this.#at = now;
    this.#error = new InterruptError(signal);
    if (!this.deferred) this.#controller.abort(this.#error);
    this.#resolve(this.#error);
    return undefined;
  }
}
