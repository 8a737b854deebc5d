/** Data of ServiceStage build jobs and their builds. */
import type { components } from '../../generated/servicestage/schema.js';
import type { Scenario } from './scenario.js';
import type { Run } from './task.js';

/** Definition of a job. */
export type StageJobSpec = components['schemas']['BuildJobSpec'];

/** A build job. */
export interface StageJob {
  id: string;
  spec: StageJobSpec;
  creatorId: string;
  createdAt: number;
  scenario: Scenario;
}

/** A build of a job. Its timeline follows from the time, as in CodeArts Build. */
export interface StageBuild extends Run {
  id: string;
  jobId: string;
  /** Definition of the job at the start of the build. */
  spec: StageJobSpec;
  /** Number within the job, from 1. */
  number: number;
  commit: string;
  userId: string;
}

/** The state of ServiceStage. */
export interface StageState {
  readonly jobs: Map<string, StageJob>;
  readonly builds: Map<string, StageBuild>;
}
