/** ServiceStage's build jobs and their builds, as plain data. */
import type { components } from '../../generated/servicestage/schema.js';
import type { Scenario } from './scenario.js';
import type { Run } from './task.js';

/** What a job builds, and where. */
export type StageJobSpec = components['schemas']['BuildJobSpec'];

/** A build job. */
export interface StageJob {
  id: string;
  spec: StageJobSpec;
  creatorId: string;
  createdAt: number;
  scenario: Scenario;
}

/** A build of a job. Its course follows from the time, as that of a build of CodeArts Build does. */
export interface StageBuild extends Run {
  id: string;
  jobId: string;
  /** The job as it was when the build began. */
  spec: StageJobSpec;
  /** Number within the job, from 1. */
  number: number;
  commit: string;
  userId: string;
}

/** What ServiceStage remembers. */
export interface StageState {
  readonly jobs: Map<string, StageJob>;
  readonly builds: Map<string, StageBuild>;
}
