/** Scenarios of builds. */

/** Outcome of a build. Steps are counted from 1. */
export type Scenario =
  | { kind: 'success' }
  /** The build succeeds, and each line of its log has time, level and step. */
  | { kind: 'tidy' }
  /** The given step fails, or the last one if there are fewer. */
  | { kind: 'fail'; step: number }
  /** The given step never finishes, until the task's timeout ends the build. */
  | { kind: 'timeout'; step: number }
  /** No machine becomes free: the build is queued until a user stops it. */
  | { kind: 'stuck' }
  /** The scheduler gives up: the build finishes without having run. */
  | { kind: 'unscheduled' };

/** A scenario, or its short form: `success`, `tidy`, `fail`, `fail:2`, `timeout`, `timeout:1`, `stuck`, `unscheduled`. */
export type ScenarioOption = Scenario | string;

/** Name of the build parameter that selects a scenario. */
export const SCENARIO_PARAMETER = 'sandbox_scenario';

const FORMS = 'success, tidy, fail, fail:<step>, timeout, timeout:<step>, stuck or unscheduled';

/** Parses a scenario. The step defaults to 2. @throws TypeError that lists the forms. */
export function parseScenario(option: ScenarioOption): Scenario {
  const text = typeof option === 'string' ? option : formatScenario(option);
  const match = /^(?:(success|tidy|stuck|unscheduled)|(fail|timeout)(?::([1-9]\d{0,3}))?)$/.exec(text);
  if (match?.[1]) return { kind: match[1] as 'success' | 'tidy' | 'stuck' | 'unscheduled' };
  if (match?.[2]) return { kind: match[2] as 'fail' | 'timeout', step: Number(match[3] ?? 2) };
  throw new TypeError(`scenario must be ${FORMS}; received ${JSON.stringify(option)}`);
}

/** Formats a scenario in its short form. */
export const formatScenario = (scenario: Scenario): string =>
  'step' in scenario ? `${scenario.kind}:${String(scenario.step)}` : scenario.kind;
