/** ServiceStage: builds of build jobs, their phases and logs. */
import type { components } from '../../../generated/servicestage/schema.js';
import { logPartStart } from '../build-log.js';
import { stopBuild, viewBuild } from '../engine.js';
import { serviceError } from '../error.js';
import type { HandlerContext, StageHandlers } from '../handler.js';
import { hashText } from '../random.js';
import {
  hasCode,
  listPhases,
  printStageLog,
  stageBuildsOf,
  stageBuildState,
  type StageBuildView,
} from '../stage-job.js';
import type { StageBuild } from '../stage-state.js';
import { userOf } from '../state.js';
import { formatStageTime } from '../time-format.js';
import { checkJobName, findStageJob, runStageJob } from './stage-jobs.js';

/** Returns a build by its ID. @throws SandboxError 422 if it does not exist. */
function findStageBuild(context: HandlerContext, id: string): StageBuild {
  const build = context.state.serviceStage.builds.get(id);
  if (!build) throw context.unknownId(`build ${id}`);
  return build;
}

const timeOrEmpty = (time: number | undefined): string => (time === undefined ? '' : formatStageTime(time));

/** Returns the duration of a build in whole seconds. */
const durationSeconds = ({ build, finishedAt }: StageBuildView, now: number): number =>
  Math.floor(((finishedAt ?? now) - build.createdAt) / 1_000);

/** `JobBuild`. The fields of the commit are empty until the code is downloaded. */
function describeBuild(context: HandlerContext, view: StageBuildView): components['schemas']['JobBuild'] {
  const { build } = view;
  const { spec } = build;
  const repository = spec.code_repo;
  const creator = userOf(context.state, build.userId).name;
  const known = hasCode(view);
  return {
    build_id: build.id,
    job_id: build.jobId,
    job_name: spec.job_name,
    enterprise_project_id: spec.enterprise_project_id ?? '0',
    index: build.number,
    started_at: formatStageTime(build.createdAt),
    ended_at: timeOrEmpty(view.finishedAt),
    build_state: stageBuildState(view),
    repo_type: repository?.type ?? '',
    repo_web_url: repository?.url.replace(/\.git$/, '') ?? '',
    repo: repository?.url ?? '',
    branch: repository?.branch ?? '',
    commit_id: known ? build.commit : '',
    committer: known ? creator : '',
    commit_time: known ? formatStageTime(build.createdAt - 600_000) : '',
    commit_comment: known ? `Change number ${String(build.number)}` : '',
    type: 'user',
    creator,
  };
}

/** Items per list. No parameter changes it. */
const LIST_LENGTH = 20;

/** Handlers of builds. Lists are sorted latest first. */
export const stageBuilds: StageHandlers = {
  runBuildJob({ path }, context) {
    const job = findStageJob(context, path.job_id);
    const view = viewBuild(runStageJob(context, job), context.now);
    return {
      build_id: view.build.id,
      job_id: job.id,
      job_name: job.spec.job_name,
      index: view.build.number,
      started_at: formatStageTime(view.build.createdAt),
      ended_at: '',
      duration: 0,
      state: stageBuildState(view),
      progress: 0,
      commit_id: '',
      committer: '',
    };
  },

  listBuilds({ path, query }, context) {
    const job = findStageJob(context, path.job_id);
    checkJobName(context, job, query.name);
    const views = stageBuildsOf(context.state, job.id)
      .map((build) => viewBuild(build, context.now))
      .reverse();
    const list = views.slice(0, LIST_LENGTH).map((view) => ({
      build_id: view.build.id,
      build_state: stageBuildState(view),
      duration: durationSeconds(view, context.now),
    }));
    return {
      list,
      total: views.length,
      page: 1,
      per_page: LIST_LENGTH,
      finished: views.filter(({ phase }) => phase === 'finished').length,
      successful: views.filter(({ result }) => result === 'SUCCESS').length,
    };
  },

  showBuild({ path, query }, context) {
    const view = viewBuild(findStageBuild(context, path.build_id), context.now);
    // The fields of a check result are undocumented.
    return query.taskname === undefined ? describeBuild(context, view) : { [query.taskname]: {} };
  },

  cancelBuild({ path }, context) {
    const build = findStageBuild(context, path.build_id);
    if (!stopBuild(build, context.now)) {
      throw serviceError(400, 'SVCSTG.00100400', `The build ${build.id} has already finished.`);
    }
    return describeBuild(context, viewBuild(build, context.now));
  },

  listBuildPhases({ path }, context) {
    const view = viewBuild(findStageBuild(context, path.build_id), context.now);
    const first = 1_000_000 + (hashText(view.build.id) % 1_000_000);
    const list = listPhases(view).map(({ name, state }, index) => ({ id: first + index, name, state }));
    return { list, total: list.length };
  },

  showBuildLog({ path, query }, context) {
    const build = findStageBuild(context, path.build_id);
    if (query.from < 0) throw context.invalid(`from must be a non-negative integer; received ${String(query.from)}.`);
    const log = printStageLog(build, context.now);
    const from = logPartStart(context, log, Math.min(query.from, log.length));
    const phases = listPhases(viewBuild(build, context.now));
    return {
      buildlog: log.slice(from),
      next: log.length,
      phase_states: phases.map(({ state }) => state).join(','),
      phases: phases.map(({ name }) => name).join(','),
    };
  },
};
