/** The recycle bin. */
import { forbidden, stateError } from '../error.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { requireTaskRight, canAccessTask, slicePage } from '../lookup.js';
import { deletePermanently, currentBin, restoreTask } from '../recycle-bin.js';
import { userOf } from '../state.js';
import type { DeletedTask } from '../task-metadata.js';
import { formatSeconds } from '../time-format.js';
import { checkName } from './task-changes.js';

/** Maximum retention period that the console offers. */
const MAX_DAYS = 30;

const bin = ({ state, now }: HandlerContext): Map<string, DeletedTask> => currentBin(state, now);

/** Returns tasks of the recycle bin. @throws SandboxError 422 if one is not in it, 403 if the caller cannot delete it, 400 if the request names none. */
function findDeleted(context: HandlerContext, ids: readonly string[]): DeletedTask[] {
  if (ids.length === 0) throw context.invalid('job_ids must contain a task ID.');
  const open = bin(context);
  return [...new Set(ids)].map((id) => {
    const binned = open.get(id);
    if (!binned) throw context.unknownId(`build task ${id} in the recycle bin`);
    requireTaskRight(context, binned.task, 'is_delete');
    return binned;
  });
}

/** Requires that the names of restored tasks are free and unique. */
function checkNames(context: HandlerContext, binned: readonly DeletedTask[]): void {
  const names = new Set<string>();
  for (const { task } of binned) {
    checkName(context, task.projectId, task.name);
    const name = `${task.projectId} ${task.name}`;
    if (names.has(name)) throw stateError(400, 'DEV.CB.032003', `Two of the build tasks have the name ${task.name}.`);
    names.add(name);
  }
}

function describeDeleted(context: HandlerContext, { task, deletedAt }: DeletedTask) {
  return {
    job_id: task.id,
    job_name: task.name,
    project_id: task.projectId,
    project_name: null,
    region: null,
    creator_name: userOf(context.state, task.creatorId).name,
    creator_id: task.creatorId,
    create_time: formatSeconds(task.createdAt),
    delete_time: formatSeconds(deletedAt),
    create_time_stamp: String(Math.floor(task.createdAt / 1_000)),
    delete_time_stamp: String(Math.floor(deletedAt / 1_000)),
  };
}

/** Handlers of the recycle bin. The list is sorted by deletion, latest first. The first user represents the account. */
export const recycleBin: BuildHandlers = {
  listRecyclingJob({ query }, context) {
    const { page_no: page = 1, page_size: size = 10, search = '' } = query;
    const found = [...bin(context).values()]
      .filter(({ task }) => canAccessTask(context, task, 'is_view'))
      .filter(({ task }) => task.name.toLowerCase().includes(search.toLowerCase()))
      .reverse();
    const job_list = slicePage(found, Math.max(page, 1) - 1, size).map((binned) => describeDeleted(context, binned));
    return {
      result: { job_list, keep_time: context.state.taskMetadata.retentionDays, total: found.length },
      ...SUCCESS,
    };
  },

  restoreRecyclingJobs({ body }, context) {
    const binned = findDeleted(context, body.job_ids);
    checkNames(context, binned);
    for (const one of binned) restoreTask(context.state, one);
    return SUCCESS;
  },

  deleteRecyclingJobs({ body }, context) {
    for (const { task } of findDeleted(context, body.job_ids)) deletePermanently(context.state, task.id);
    return { status: 'success' };
  },

  clearRecyclingJobs(_input, context) {
    const all = [...bin(context).values()];
    for (const { task } of all) requireTaskRight(context, task, 'is_delete');
    for (const { task } of all) deletePermanently(context.state, task.id);
    return SUCCESS;
  },

  setKeepTime({ body: { keep_time: days } }, context) {
    const { state, caller } = context;
    if (state.users.find(({ domainId }) => domainId === caller.domainId)?.id !== caller.userId) {
      throw forbidden(`only the account itself can set the retention period, not user ${caller.userName}.`);
    }
    if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
      throw context.invalid(
        `keep_time must be a number of days from 1 to ${String(MAX_DAYS)}; received ${String(days)}.`,
      );
    }
    // Tasks that have expired stay deleted if the period becomes longer.
    bin(context);
    context.state.taskMetadata.retentionDays = days;
    return { result: { keep_time: days }, ...SUCCESS };
  },
};
