/** The permissions that each operation requires, checked with the documented requests of all operations. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { RIGHTS, type Right } from '../../src/sandbox/permission.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { listDocumentedOperations, targetOf, type DocumentedOperation } from '../support/documented-operations.js';
import { sendSigned } from '../support/sandbox-requests.js';
import { prepareSandbox, scenarios, substitute } from '../support/sandbox-substitutes.js';
import { createTestClock } from '../support/test-clock.js';

const documented = listDocumentedOperations().filter(({ api }) => api === 'codearts-build');

/** Parameters that name a task or one of its builds. */
const TASK_PARAMETERS = new Set(['job_id', 'build_project_id', 'record_id', 'build_flow_record_id']);

/** Operations that read a task which they find by its repository: without the permission there is no such task. */
const BY_REPOSITORY = new Set(['showLastHistory', 'listTagList']);

/** The permissions that each operation other than a GET requires. */
const REQUIRED: Readonly<Record<string, readonly Right[]>> = {
  ...{ createNewJob: ['is_copy'], createBuildJob: ['is_copy'], copyJob: ['is_copy'] },
  ...{ updateNewJob: ['is_modify'], updateBuildJob: ['is_modify'], batchSetAgency: ['is_modify'] },
  ...{ deleteTheJob: ['is_delete'], deleteBuildJob: ['is_delete'], batchDeleteBuildJobs: ['is_delete'] },
  ...{ deleteRecyclingJobs: ['is_delete'], clearRecyclingJobs: ['is_delete'], restoreRecyclingJobs: ['is_delete'] },
  ...{ disableTheJob: ['is_forbidden'], disableBuildJob: ['is_forbidden'], enableBuildJob: ['is_forbidden'] },
  ...{ executeJob: ['is_execute'], executeAutoBuildJob: ['is_execute'], runJob: ['is_execute'] },
  ...{ stopTheJob: ['is_execute'], stopJob: ['is_execute'], stopBuildJob: ['is_execute'] },
  ...{ uploadCoverageReport: ['is_execute'], uploadJunitReport: ['is_execute'] },
  ...{ addFavouriteTask: ['is_view'], removerFavouriteTask: ['is_view'], listBriefRecord: ['is_view'] },
  ...{ saveTemplateUsedInfo: ['is_view'], checkWebhookUrl: ['is_view'] },
  ...{ updateNewNoticeNew: ['is_modify'], disableNotice: ['is_modify'], updateNotice: ['is_modify'] },
  ...{ createJobGroup: ['is_modify'], updateJobGroup: ['is_modify'], deleteGroup: ['is_modify'] },
  ...{ switchedPacket: ['is_modify'], moveGroup: ['is_modify', 'is_view'] },
  ...{ batchUpdateJobRolePermission: ['is_manager'], applyProjectPermission: ['is_manager'] },
  ...{ updateSimpleJobRolePermission: ['is_manager'] },
};

/** Operations other than a GET that concern no task: templates, files with permissions of their own, and the account. */
const WITHOUT_TASK: readonly string[] = [
  ...['createTemplate', 'createTemplates', 'deleteTemplate', 'deleteTemplates', 'listRecommendOfficialTemplate'],
  ...['addFavouriteCustomTemplate', 'removerFavouriteCustomTemplate'],
  ...['addFavouriteOfficialTemplate', 'removerFavouriteOfficialTemplate'],
  ...['uploadKeystore', 'updateKeystore', 'deleteKeystore'],
  ...['addKeystorePermission', 'updateKeystorePermission', 'deleteKeystorePermission'],
  ...['setKeepTime', 'showDomainsStatuses', 'showPackageSpecCountDown'],
];

/** Returns the permissions that an operation requires. Those of a GET follow from its parameters, so that a new one is checked too. */
function rightsOf({ id, method, parameters }: DocumentedOperation): readonly Right[] {
  if (method !== 'GET') return REQUIRED[id] ?? [];
  return BY_REPOSITORY.has(id) || parameters.some(({ name }) => TASK_PARAMETERS.has(name)) ? ['is_view'] : [];
}

/** A custom role. */
const ROLE = 500;

/** Sends the documented request of an operation as a user whose role has these permissions. Returns the status. */
async function statusWith(operation: DocumentedOperation, rights: readonly Right[]): Promise<number> {
  const sandbox = createSandbox({ clock: createTestClock(), scenarios });
  onTestFinished(() => sandbox.close());
  const { 'codearts-build': substitutes } = await prepareSandbox(sandbox);
  const keys = sandbox.addUser({ name: 'member', role: ROLE });
  const granted = Object.fromEntries(RIGHTS.map((right) => [right, rights.includes(right)])) as Record<Right, boolean>;
  for (const { id } of sandbox.state.projects.values()) {
    sandbox.state.taskMetadata.projectRoles.set(id, [{ id: ROLE, name: 'member', rights: granted }]);
  }
  const body = substitute(substitutes, '', Object.values(operation.body?.examples ?? {})[0]);
  const target = targetOf(operation, ({ name, example }) => substitute(substitutes, name, example));
  const { status } = await sendSigned(sandbox, operation.method, target, { body, keys });
  return status;
}

/** Operations with a body in JSON or none. The others, uploads, are in the test of permissions. */
const sendable = documented.filter(({ body }) => body === undefined || body.mediaType === 'application/json');

const withRights = sendable.filter((operation) => rightsOf(operation).length > 0);
const withoutRights = sendable.filter((operation) => rightsOf(operation).length === 0);

describe('an operation', () => {
  test('other than a GET has an explicit rule, and only such an operation', () => {
    const names = documented.filter(({ method }) => method !== 'GET').map(({ id }) => id);
    expect([...Object.keys(REQUIRED), ...WITHOUT_TASK].sort()).toEqual(names.sort());
  });

  test.each(withRights.map((operation) => [operation.id, rightsOf(operation), operation] as const))(
    '%s requires %j and no other permission',
    async (id, required, operation) => {
      expect(await statusWith(operation, required)).not.toBe(403);
      const missing = BY_REPOSITORY.has(id) ? 422 : 403;
      for (const right of required) {
        const others = RIGHTS.filter((other) => other !== right);
        expect([right, await statusWith(operation, others)]).toEqual([right, missing]);
      }
    },
  );

  test.each(withoutRights.map((operation) => [operation.id, operation] as const))(
    '%s depends on no permission on a task',
    async (_id, operation) => {
      expect(await statusWith(operation, [])).toBe(await statusWith(operation, RIGHTS));
    },
  );
});
