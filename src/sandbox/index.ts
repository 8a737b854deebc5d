/** A local CodeArts Build for development and tests, with ServiceStage build jobs and IAM. */
export { createManualClock } from './clock.js';
export type { ClockOption, ManualClock, ManualClockOptions, SandboxClock } from './clock.js';
export type { Fault, FaultKind, Faults } from './faults.js';
export type { AddedBuild, NewBuild, NewBuilds } from './history.js';
export type { Language } from './language.js';
export type { NewUser } from './members.js';
export { createSandbox } from './sandbox.js';
export type { SavedSandbox } from './save.js';
export type { HandledRequest, SandboxOptions } from './options.js';
export type { Coverage, Sandbox } from './sandbox.js';
export type { RealismOption, RealismOptions } from './realism.js';
export type { Scenario, ScenarioOption } from './scenario.js';
export type { State } from './state.js';
export type { ThrottlingOption } from './throttle.js';
export type { SandboxCredentials, SeedData, SeedName } from './seed.js';
