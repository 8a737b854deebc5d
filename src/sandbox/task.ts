/** Tasks and their builds, as plain data. */
import type { components } from '../../generated/codearts-build/schema.js';
import type { Scenario } from './scenario.js';

type Schemas = components['schemas'];

/** What the document has a default for, and a request may leave out. */
type Defaulted = 'auto_update_sub_module';

/** What a task is made from, as a request said it. Name, project and group are those of the task, and not what stands here. */
export type TaskDefinition = Omit<Schemas['BuildTaskDefinition'], Defaulted> &
  Partial<Pick<Schemas['BuildTaskDefinition'], Defaulted>> &
  Pick<Schemas['BuildTaskChange'], 'source_code' | 'description' | 'agency_urn'>;

/** Who disabled a task, when and why. */
export interface Disabling {
  userId: string;
  at: number;
  reason: string;
}

/** One step of a task: what its log shows, and how long it takes. */
export interface StepPlan {
  /** Name that people gave it. */
  name: string;
  /** Id of the extension that runs, such as `external_maven`; it stands in the log. */
  module: string;
  durationMs: number;
  /** What it runs, line by line, with `${name}` for parameters. */
  commands?: readonly string[];
}

/** Where a task's code comes from. */
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
  /** A UUID of the task's own, under which CodeArts Build keeps the records. */
  buildProjectId: string;
  name: string;
  creatorId: string;
  createdAt: number;
  updatedAt: number;
  disabled: boolean;
  /** Users who marked it. */
  favoriteOf: string[];
  code: CodeSource;
  steps: readonly StepPlan[];
  parameters: { name: string; value: string; secret: boolean }[];
  /** After how long a build is broken off. */
  timeLimitMs: number;
  scenario: Scenario;
  /** What a request said of it; undefined where no request made or changed it. */
  definition?: TaskDefinition | undefined;
  /** The group that it stands in; undefined at the root of the tree. */
  groupId?: string | undefined;
  disabling?: Disabling | undefined;
}

/** What started a build. */
export type TriggerType = 'MANUAL' | 'TIMED_EXECUTION' | 'CODEHUB_TRIGGER' | 'PIPELINE_TRIGGER';

/** A build. How far it is follows from the time; what may still change is only whether it was stopped. */
export interface Build {
  /** Internal id; other operations take `recordId`. */
  id: string;
  recordId: string;
  taskId: string;
  /** The task's name and repository as they were when the build began: its log does not change with them. */
  taskName: string;
  repositoryUrl: string;
  /** Number within the task, from 1. */
  number: number;
  /** `yyyyMMdd.n` */
  dailyNumber: string;
  executionId: string;
  createdAt: number;
  stoppedAt: number | undefined;
  scenario: Scenario;
  /** Makes this build's durations and numbers differ from those of others. */
  seed: number;
  queueMs: number;
  /** The task's steps as they were when the build began. */
  steps: readonly StepPlan[];
  timeLimitMs: number;
  parameters: { name: string; value: string; secret: boolean }[];
  branch: string;
  tag: string | undefined;
  commit: string;
  commitMessage: string;
  trigger: TriggerType;
  userId: string;
}

/** What the course of a build follows from, whichever service runs it. */
export type Run = Pick<Build, 'createdAt' | 'stoppedAt' | 'scenario' | 'seed' | 'queueMs' | 'steps' | 'timeLimitMs'>;
