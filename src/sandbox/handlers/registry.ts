/** Maps operations to their handlers. Operations without a handler return the documented example. */
import type { ApiName } from '../documents.js';
import type { BuildHandlers, HandlerContext, HandlerInput, IamHandlers, StageHandlers } from '../handler.js';
import { buildLogs } from './build-logs.js';
import { buildOutputs } from './build-outputs.js';
import { buildParameters } from './build-parameters.js';
import { buildRecords } from './build-records.js';
import { buildReports } from './build-reports.js';
import { buildStatistics } from './build-statistics.js';
import { buildTasks } from './build-tasks.js';
import { codeRepositories } from './code-repositories.js';
import { files } from './files.js';
import { notifications } from './notifications.js';
import { permissions } from './permissions.js';
import { projectsAndDomains } from './projects-and-domains.js';
import { recycleBin } from './recycle-bin.js';
import { runningBuilds } from './running-builds.js';
import { stageBuilds } from './stage-builds.js';
import { stageJobs } from './stage-jobs.js';
import { taskChanges } from './task-changes.js';
import { taskConfiguration } from './task-configuration.js';
import { taskGroups } from './task-groups.js';
import { templates } from './templates.js';
import { tenant } from './tenant.js';
import { temporaryAccessKeys, tokens } from './tokens.js';

const build: BuildHandlers = {
  ...buildTasks,
  ...taskChanges,
  ...taskConfiguration,
  ...recycleBin,
  ...taskGroups,
  ...notifications,
  ...permissions,
  ...buildParameters,
  ...runningBuilds,
  ...buildRecords,
  ...buildLogs,
  ...files,
  ...templates,
  ...buildReports,
  ...buildStatistics,
  ...buildOutputs,
  ...codeRepositories,
  ...tenant,
};
const stage: StageHandlers = { ...stageJobs, ...stageBuilds };
const iam: IamHandlers = { ...tokens, ...projectsAndDomains, ...temporaryAccessKeys };

/** A handler that accepts a validated request. */
export type AnyHandler = (input: HandlerInput<unknown>, context: HandlerContext) => unknown;

/** Handlers by API and operation id. */
export type HandlerTable = Readonly<Record<ApiName, Readonly<Record<string, AnyHandler>>>>;

/** The sandbox's handlers. */
export const handlers = { 'codearts-build': build, servicestage: stage, iam } as unknown as HandlerTable;
