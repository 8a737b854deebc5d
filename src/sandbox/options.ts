/** Options of a sandbox, and its clock. */
import { createFastClock, createManualClock, realClock, type ClockOption, type SandboxClock } from './clock.js';
import { LANGUAGES, type Language } from './language.js';
import type { RealismOption } from './realism.js';
import type { SavedSandbox } from './save.js';
import type { ScenarioOption } from './scenario.js';
import { SEED_NAMES, type SeedName } from './seed.js';
import type { ThrottlingOption } from './throttle.js';

/** Options of a sandbox. */
export interface SandboxOptions {
  /** Clock: real time, manual, faster than real time, or your own. @default 'real' */
  clock?: ClockOption | undefined;
  /** Whether a manual clock advances to the next pending sleep when nothing else is left to do. @default false */
  autoAdvance?: boolean | undefined;
  /** Initial data: a project with four tasks, or a project without tasks. @default 'demo' */
  seed?: SeedName | undefined;
  /** Seed of IDs and durations: the same number produces the same IDs. @default 1 */
  randomSeed?: number | undefined;
  /** Scenarios of builds by task name or task ID. The build parameter `sandbox_scenario` takes precedence. */
  scenarios?: Readonly<Record<string, ScenarioOption>> | undefined;
  /** Language of the account, in which the service writes step names and logs. `zh` is that of an account in cn-north-4. @default 'zh' */
  language?: Language | undefined;
  /** Whether to reject requests without credentials and unknown query parameters. Set to false to use curl without credentials. @default true */
  strict?: boolean | undefined;
  /** Whether to limit the rate of requests, or the requests per minute by policy name. @default false */
  throttling?: ThrottlingOption | undefined;
  /** Imitates the untidy sides of the service: capped pages, missing members, maintenance pages, late records and others. @default false */
  realism?: RealismOption | undefined;
  /** State that `save()` returned. `seed` and `scenarios` have no effect then. */
  saved?: SavedSandbox | undefined;
  /** Whether to respond to browsers on pages of any origin (CORS). The page and the admin API stay closed to them. @default false */
  cors?: boolean | undefined;
  /** Called after each handled request. */
  onResponse?: ((request: HandledRequest) => void) | undefined;
}

/** A request that the sandbox responded to. */
export interface HandledRequest {
  method: string;
  /** Path and query. */
  target: string;
  status: number;
  /** Duration in milliseconds. */
  durationMs: number;
}

const OPTION_NAMES: Record<keyof SandboxOptions, true> = {
  clock: true,
  autoAdvance: true,
  seed: true,
  randomSeed: true,
  scenarios: true,
  language: true,
  strict: true,
  throttling: true,
  realism: true,
  saved: true,
  cors: true,
  onResponse: true,
};

/** Rejects unknown and invalid options. @throws TypeError */
export function checkOptions(options: SandboxOptions): void {
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(OPTION_NAMES, name)) {
      throw new TypeError(`${JSON.stringify(name)} is not an option of createSandbox`);
    }
  }
  const { seed, randomSeed, language } = options;
  if (seed !== undefined && !SEED_NAMES.includes(seed)) {
    throw new TypeError(`seed must be one of ${SEED_NAMES.join(', ')}; received ${JSON.stringify(seed)}`);
  }
  if (language !== undefined && !LANGUAGES.includes(language)) {
    throw new TypeError(`language must be one of ${LANGUAGES.join(', ')}; received ${JSON.stringify(language)}`);
  }
  if (randomSeed !== undefined && !Number.isSafeInteger(randomSeed)) {
    throw new TypeError(`randomSeed must be an integer; received ${String(randomSeed)}`);
  }
}

/** Creates the clock of an option. @throws TypeError if it is invalid. */
export function createClock(
  option: ClockOption = 'real',
  autoAdvance: boolean,
  settle: () => Promise<void>,
): SandboxClock {
  if (autoAdvance && option !== 'manual') throw new TypeError("autoAdvance requires clock: 'manual'");
  if (option === 'real') return realClock;
  if (option === 'manual') return createManualClock({ autoAdvance, settle });
  if (typeof option === 'object' && 'speed' in option) return createFastClock(option.speed);
  if (typeof option === 'object' && typeof option.now === 'function' && typeof option.sleep === 'function')
    return option;
  throw new TypeError("clock must be 'real', 'manual', { speed } or an object with now and sleep");
}
