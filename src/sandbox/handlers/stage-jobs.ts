/** ServiceStage: build jobs. */
import { serviceError } from '../error.js';
import type { HandlerContext, StageHandlers } from '../handler.js';
import { slicePage } from '../lookup.js';
import { addStageJob, stageBuildsOf, startStageBuild } from '../stage-job.js';
import type { StageBuild, StageJob, StageJobSpec } from '../stage-state.js';
import { formatStageTime } from '../time-format.js';

/** Returns a job by its ID. @throws SandboxError 422 if it does not exist. */
export function findStageJob(context: HandlerContext, id: string): StageJob {
  const job = context.state.serviceStage.jobs.get(id);
  if (!job) throw context.unknownId(`build job ${id}`);
  return job;
}

/** Starts a build of a job. @throws SandboxError 400 if the job has no repository or its description contains an unknown scenario. */
export function runStageJob(context: HandlerContext, job: StageJob): StageBuild {
  if (!job.spec.code_repo) {
    throw serviceError(400, 'SVCSTG.00100400', `The job ${job.spec.job_name} has no code_repo to build.`);
  }
  try {
    return startStageBuild(context.state, job, { now: context.now, userId: context.caller.userId });
  } catch (error) {
    if (error instanceof TypeError) throw context.invalid(`job_description: ${error.message}.`);
    throw error;
  }
}

/** Requires the name of the job. @throws SandboxError 400 if the name differs. */
export function checkJobName(context: HandlerContext, { spec, id }: StageJob, name: string): void {
  if (name.toLowerCase() !== spec.job_name.toLowerCase()) {
    throw context.invalid(`name must be ${spec.job_name}, the name of job ${id}; received ${name}.`);
  }
}

/** Adds defaults to a definition. */
const completeSpec = (spec: StageJobSpec): StageJobSpec => ({ enterprise_project_id: '0', ...spec });

/** Handlers of build jobs. Lists are sorted newest first. */
export const stageJobs: StageHandlers = {
  createBuildJob({ body }, context) {
    const { id, spec, createdAt } = addStageJob(context.state, completeSpec(body), context.caller.userId, context.now);
    const { cluster_name = '', cluster_id = '' } = spec.environment_setting;
    return {
      job_id: id,
      job_name: spec.job_name,
      job_description: spec.job_description ?? '',
      cluster_name,
      cluster_id,
      created_at: formatStageTime(createdAt),
    };
  },

  listBuildJobs({ query }, context) {
    const { page, per_page, job_name: name } = query;
    if (page < 1) throw context.invalid(`page must be a positive integer; received ${String(page)}.`);
    if (per_page < 1) throw context.invalid(`per_page must be a positive integer; received ${String(per_page)}.`);
    const jobs = [...context.state.serviceStage.jobs.values()]
      .filter(({ spec }) => name === undefined || spec.job_name.toLowerCase() === name.toLowerCase())
      .reverse();
    const list = slicePage(jobs, page - 1, per_page).map(({ id, spec }) => ({ job_id: id, job_name: spec.job_name }));
    return { list, total: jobs.length, page, per_page };
  },

  showBuildJob({ path }, context) {
    const { id, spec } = findStageJob(context, path.job_id);
    return {
      job_id: id,
      enterprise_project_id: spec.enterprise_project_id ?? '0',
      // Undocumented, so the sandbox returns an empty object.
      creator: {},
      spec,
      last_build_id: stageBuildsOf(context.state, id).at(-1)?.id ?? '',
    };
  },

  updateBuildJob({ path, body }, context) {
    findStageJob(context, path.job_id).spec = completeSpec(body);
    return {};
  },

  deleteBuildJob({ path }, context) {
    const { id } = findStageJob(context, path.job_id);
    for (const build of stageBuildsOf(context.state, id)) context.state.serviceStage.builds.delete(build.id);
    context.state.serviceStage.jobs.delete(id);
    return undefined;
  },

  createBuild({ path, body }, context) {
    const job = findStageJob(context, path.job_id);
    checkJobName(context, job, body.name);
    const build = runStageJob(context, job);
    return {
      build_id: build.id,
      job_id: job.id,
      job_name: job.spec.job_name,
      index: build.number,
      started_at: formatStageTime(build.createdAt),
      ended_at: '',
    };
  },
};
