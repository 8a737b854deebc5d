/** Data of tasks and their builds. */
import type { components } from '../../generated/codearts-build/schema.js';
import type { Language } from './language.js';
import type { Scenario } from './scenario.js';
import type { UploadedReport } from './uploaded-report.js';

type Schemas = components['schemas'];

/** Fields with a documented default, which a request may omit. */
type Defaulted = 'auto_update_sub_module';

/** The definition of a task as a request contains it. The task's own name, project and group take precedence over the ones in it. */
export type TaskDefinition = Omit<Schemas['BuildTaskDefinition'], Defaulted> &
  Partial<Pick<Schemas['BuildTaskDefinition'], Defaulted>> &
  Pick<Schemas['BuildTaskChange'], 'source_code' | 'description' | 'agency_urn'>;

/** User, time and reason of disabling a task. */
export interface Disabling {
  userId: string;
  at: number;
  reason: string;
}

/** A step of a task. */
export interface StepPlan {
  /** Display name. */
  name: string;
  /** ID of the extension that runs, such as `external_maven`. The log contains it. */
  module: string;
  durationMs: number;
  /** Command lines, with `${name}` for parameters. */
  commands?: readonly string[];
}

/** Repository of a task. */
export interface CodeSource {
  repositoryId: string;
  repositoryName: string;
  branch: string;
  url: string;
  webUrl: string;
  type: string;
}

/** A build task. */
export interface Task {
  id: string;
  projectId: string;
  /** UUID of the build project, under which CodeArts Build stores the records. */
  buildProjectId: string;
  name: string;
  creatorId: string;
  createdAt: number;
  updatedAt: number;
  disabled: boolean;
  /** IDs of the users who marked it as a favorite. */
  favoriteOf: string[];
  code: CodeSource;
  steps: readonly StepPlan[];
  parameters: { name: string; value: string; secret: boolean }[];
  /** Timeout of a build. */
  timeLimitMs: number;
  scenario: Scenario;
  /** Definition from a request; undefined if no request created or changed it. */
  definition?: TaskDefinition | undefined;
  /** The group of the task; undefined at the root. */
  groupId?: string | undefined;
  disabling?: Disabling | undefined;
}

/** Trigger of a build. */
export type TriggerType = 'MANUAL' | 'TIMED_EXECUTION' | 'CODEHUB_TRIGGER' | 'PIPELINE_TRIGGER';

/** A build. Its progress follows from the time; only `stoppedAt` and `reports` can change. */
export interface Build {
  /** Internal ID; other operations use `recordId`. */
  id: string;
  recordId: string;
  taskId: string;
  /** Name and repository of the task at the start of the build, so that its log does not change with them. */
  taskName: string;
  repositoryUrl: string;
  /** Number within the task, from 1. */
  number: number;
  /** `yyyyMMdd.n` */
  dailyNumber: string;
  executionId: string;
  /** Language of the account at the start of the build, for its log. */
  language: Language;
  createdAt: number;
  stoppedAt: number | undefined;
  scenario: Scenario;
  /** Makes durations and numbers of this build differ from those of others. */
  seed: number;
  queueMs: number;
  /** Steps of the task at the start of the build. */
  steps: readonly StepPlan[];
  /** Whether its steps take exactly their planned durations. */
  isExact?: true;
  timeLimitMs: number;
  parameters: { name: string; value: string; secret: boolean }[];
  branch: string;
  tag: string | undefined;
  commit: string;
  commitMessage: string;
  trigger: TriggerType;
  userId: string;
  /** Reports that requests uploaded, oldest first. */
  reports: UploadedReport[];
}

/** The data that determine the timeline of a build in either service. */
export type Run = Pick<
  Build,
  'createdAt' | 'stoppedAt' | 'scenario' | 'seed' | 'queueMs' | 'steps' | 'isExact' | 'timeLimitMs'
>;
