// Made by `npm run generate` from openapi/codearts-build. Edit the YAML files there, never this one.

import type { Call, CallOptions, Download, OperationSpec } from '../../src/operations/contract.js';

import type { operations as Schema } from './schema.js';

/**
 * What `batchDeleteBuildJobs` takes.
 */
export interface BatchDeleteBuildJobsInput {
  body: Schema['batchDeleteBuildJobs']['requestBody']['content']['application/json'];
}

/**
 * What `batchDeleteBuildJobs` returns. The tasks are deleted.
 */
export type BatchDeleteBuildJobsOutput =
  Schema['batchDeleteBuildJobs']['responses'][200]['content']['application/json'];

/**
 * What `checkJobCountIsTopLimit` takes.
 */
export type CheckJobCountIsTopLimitInput = Record<string, never>;

/**
 * What `checkJobCountIsTopLimit` returns. Whether the limit is reached.
 */
export type CheckJobCountIsTopLimitOutput =
  Schema['checkJobCountIsTopLimit']['responses'][200]['content']['application/json'];

/**
 * What `checkJobNameIsExists` takes.
 */
export interface CheckJobNameIsExistsInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['checkJobNameIsExists']['parameters']['query']['project_id'];
  /**
   * Name to look for, the whole of it.
   *
   * @example "maven-test"
   */
  job_name: Schema['checkJobNameIsExists']['parameters']['query']['job_name'];
}

/**
 * What `checkJobNameIsExists` returns. Whether the name is taken.
 */
export type CheckJobNameIsExistsOutput =
  Schema['checkJobNameIsExists']['responses'][200]['content']['application/json'];

/**
 * What `copyJob` takes.
 */
export interface CopyJobInput {
  body: Schema['copyJob']['requestBody']['content']['application/json'];
}

/**
 * What `copyJob` returns. The copy is created.
 */
export type CopyJobOutput = Schema['copyJob']['responses'][200]['content']['application/json'];

/**
 * What `createNewJob` takes.
 */
export interface CreateNewJobInput {
  /**
   * Everything that a new build task is made from. Both generations of the create operation take it.
   */
  body: Schema['createNewJob']['requestBody']['content']['application/json'];
}

/**
 * What `createNewJob` returns. The task is created.
 */
export type CreateNewJobOutput = Schema['createNewJob']['responses'][200]['content']['application/json'];

/**
 * What `listJob` takes.
 */
export interface ListJobInput {
  /**
   * Number of the page to return. The first page is 0.
   *
   * @example 0
   */
  page_index?: NonNullable<Schema['listJob']['parameters']['query']>['page_index'];
  /**
   * How many tasks a page holds, 100 at most.
   *
   * @example 10
   */
  page_size?: NonNullable<Schema['listJob']['parameters']['query']>['page_size'];
  /**
   * Word to look for in the names of the tasks.
   *
   * @example "demo"
   */
  search?: NonNullable<Schema['listJob']['parameters']['query']>['search'];
  /**
   * Field to sort by. The values are not documented.
   */
  sort_field?: NonNullable<Schema['listJob']['parameters']['query']>['sort_field'];
  /**
   * Direction to sort in: ascending or descending.
   *
   * @example "DESC"
   */
  sort_order?: NonNullable<Schema['listJob']['parameters']['query']>['sort_order'];
  /**
   * Id of a user. Only the tasks that this user created are returned.
   *
   * @example "ae22fd035f354cfa8d82a3f1c8940446"
   */
  creator_id?: NonNullable<Schema['listJob']['parameters']['query']>['creator_id'];
  /**
   * Outcome of the last build (`red` failed, `blue` succeeded, `timeout`, `aborted`, `building`, `none`). Only tasks with this outcome are returned.
   *
   * @example "blue"
   */
  build_status?: NonNullable<Schema['listJob']['parameters']['query']>['build_status'];
}

/**
 * What `listJob` returns. A page of tasks.
 */
export type ListJobOutput = Schema['listJob']['responses'][200]['content']['application/json'];

/**
 * What `updateNewJob` takes.
 */
export interface UpdateNewJobInput {
  /**
   * A build task with its new configuration. It replaces the old one as a whole, so send everything that is to stay: take the answer of `showJobConfig` and change it. API Explorer and the SDKs know fewer fields than the vendor's newer pages; what is taken from those says so.
   */
  body: Schema['updateNewJob']['requestBody']['content']['application/json'];
}

/**
 * What `updateNewJob` returns. The task is changed.
 */
export type UpdateNewJobOutput = Schema['updateNewJob']['responses'][200]['content']['application/json'];

/**
 * What `showDisable` takes.
 */
export interface ShowDisableInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showDisable']['parameters']['path']['job_id'];
}

/**
 * What `showDisable` returns. How the task was disabled.
 */
export type ShowDisableOutput = Schema['showDisable']['responses'][200]['content']['application/json'];

/**
 * What `showJobConfig` takes.
 */
export interface ShowJobConfigInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobConfig']['parameters']['path']['job_id'];
  /**
   * Whether the answer contains all parameters of the task, the string `true` or `false`. What it leaves out otherwise is not documented.
   *
   * @default "false"
   *
   * @example "true"
   */
  get_all_params?: NonNullable<Schema['showJobConfig']['parameters']['query']>['get_all_params'];
}

/**
 * What `showJobConfig` returns. The configuration.
 */
export type ShowJobConfigOutput = Schema['showJobConfig']['responses'][200]['content']['application/json'];

/**
 * What `showCopyName` takes.
 */
export interface ShowCopyNameInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showCopyName']['parameters']['path']['job_id'];
}

/**
 * What `showCopyName` returns. A name for the copy.
 */
export type ShowCopyNameOutput = Schema['showCopyName']['responses'][200]['content']['application/json'];

/**
 * What `deleteTheJob` takes.
 */
export interface DeleteTheJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['deleteTheJob']['parameters']['path']['job_id'];
}

/**
 * What `deleteTheJob` returns. The task is deleted.
 */
export type DeleteTheJobOutput = Schema['deleteTheJob']['responses'][200]['content']['application/json'];

/**
 * What `showJobConfigDiff` takes.
 */
export interface ShowJobConfigDiffInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobConfigDiff']['parameters']['path']['job_id'];
  /**
   * Number of the newer state, an integer written as a string. The name of the parameter has an `l` too many.
   *
   * @example "1"
   */
  revisedl_no: Schema['showJobConfigDiff']['parameters']['query']['revisedl_no'];
  /**
   * Number of the older state, an integer written as a string.
   *
   * @example "0"
   */
  original_no: Schema['showJobConfigDiff']['parameters']['query']['original_no'];
}

/**
 * What `showJobConfigDiff` returns. The difference.
 */
export type ShowJobConfigDiffOutput = Schema['showJobConfigDiff']['responses'][200]['content']['application/json'];

/**
 * What `disableTheJob` takes.
 */
export interface DisableTheJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['disableTheJob']['parameters']['path']['job_id'];
  body: Schema['disableTheJob']['requestBody']['content']['application/json'];
}

/**
 * What `disableTheJob` returns. The state is set.
 */
export type DisableTheJobOutput = Schema['disableTheJob']['responses'][200]['content']['application/json'];

/**
 * What `addFavouriteTask` takes.
 */
export interface AddFavouriteTaskInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['addFavouriteTask']['parameters']['path']['job_id'];
}

/**
 * What `addFavouriteTask` returns. The task is marked.
 */
export type AddFavouriteTaskOutput = Schema['addFavouriteTask']['responses'][200]['content']['application/json'];

/**
 * What `listUpdateJobHistory` takes.
 */
export interface ListUpdateJobHistoryInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listUpdateJobHistory']['parameters']['path']['job_id'];
  /**
   * Number of the page to return. The first page is 1.
   *
   * @default 1
   *
   * @example 1
   */
  page_no?: NonNullable<Schema['listUpdateJobHistory']['parameters']['query']>['page_no'];
  /**
   * How many changes a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size?: NonNullable<Schema['listUpdateJobHistory']['parameters']['query']>['page_size'];
}

/**
 * What `listUpdateJobHistory` returns. A page of changes.
 */
export type ListUpdateJobHistoryOutput =
  Schema['listUpdateJobHistory']['responses'][200]['content']['application/json'];

/**
 * What `showJobInfo` takes.
 */
export interface ShowJobInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobInfo']['parameters']['path']['job_id'];
}

/**
 * What `showJobInfo` returns. The task.
 */
export type ShowJobInfoOutput = Schema['showJobInfo']['responses'][200]['content']['application/json'];

/**
 * What `showJobPipelineInfo` takes.
 */
export interface ShowJobPipelineInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobPipelineInfo']['parameters']['path']['job_id'];
  /**
   * Whether the answer is complete, the string `true` or `false`. What is missing otherwise is not documented.
   *
   * @example "true"
   */
  all?: NonNullable<Schema['showJobPipelineInfo']['parameters']['query']>['all'];
  /**
   * Whether parameters that no step uses are left out. No values are documented; other switches of the service are the strings `true` and `false`.
   *
   * @example "true"
   */
  check_param_used?: NonNullable<Schema['showJobPipelineInfo']['parameters']['query']>['check_param_used'];
}

/**
 * What `showJobPipelineInfo` returns. The task.
 */
export type ShowJobPipelineInfoOutput = Schema['showJobPipelineInfo']['responses'][200]['content']['application/json'];

/**
 * What `removerFavouriteTask` takes.
 */
export interface RemoverFavouriteTaskInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['removerFavouriteTask']['parameters']['path']['job_id'];
}

/**
 * What `removerFavouriteTask` returns. The task is no longer marked.
 */
export type RemoverFavouriteTaskOutput =
  Schema['removerFavouriteTask']['responses'][200]['content']['application/json'];

/**
 * What `listProjectJobs` takes.
 */
export interface ListProjectJobsInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['listProjectJobs']['parameters']['path']['project_id'];
  /**
   * Number of the page to return. The first page is 0.
   *
   * @default 0
   *
   * @example 0
   */
  page_index: Schema['listProjectJobs']['parameters']['query']['page_index'];
  /**
   * How many items a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size: Schema['listProjectJobs']['parameters']['query']['page_size'];
  /**
   * Part of a task's name. Only tasks whose name contains it are returned.
   *
   * @example "demo"
   */
  search?: Schema['listProjectJobs']['parameters']['query']['search'];
  /**
   * Field to sort by. The values are not documented.
   */
  sort_field?: Schema['listProjectJobs']['parameters']['query']['sort_field'];
  /**
   * Direction to sort in. The values are not documented here; those of `listJob` are `ASC` and `DESC`.
   */
  sort_order?: Schema['listProjectJobs']['parameters']['query']['sort_order'];
  /**
   * Id of a user. Only the tasks that this user created are returned.
   *
   * @example "ae22fd035f354cfa8d82a3f1c8940446"
   */
  creator_id?: Schema['listProjectJobs']['parameters']['query']['creator_id'];
  /**
   * Outcome of the last build (`red` failed, `blue` succeeded, `timeout`, `aborted`, `building`, `none`). Only tasks with this outcome are returned.
   *
   * @example "blue"
   */
  build_status?: Schema['listProjectJobs']['parameters']['query']['build_status'];
  /**
   * Whether only the tasks of the group in `group_path_id` are returned.
   */
  by_group?: Schema['listProjectJobs']['parameters']['query']['by_group'];
  /**
   * Ids of the groups from the root of the tree down to one, joined by dots; the `path_id` of `listGroupTree`.
   *
   * @example "b13c933bbc6f4d09a98ef09e4cc07e17.e2c52ec7654948c09e635697a4ffcb59"
   */
  group_path_id?: Schema['listProjectJobs']['parameters']['query']['group_path_id'];
}

/**
 * What `listProjectJobs` returns. A page of tasks.
 */
export type ListProjectJobsOutput = Schema['listProjectJobs']['responses'][200]['content']['application/json'];

/**
 * What `createBuildJob` takes.
 */
export interface CreateBuildJobInput {
  /**
   * Everything that a new build task is made from. Both generations of the create operation take it.
   */
  body: Schema['createBuildJob']['requestBody']['content']['application/json'];
}

/**
 * What `createBuildJob` returns. The task is created.
 */
export type CreateBuildJobOutput = Schema['createBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `updateBuildJob` takes.
 */
export interface UpdateBuildJobInput {
  /**
   * A build task with its new configuration. It replaces the old one as a whole, so send everything that is to stay: take the answer of `showJobConfig` and change it. API Explorer and the SDKs know fewer fields than the vendor's newer pages; what is taken from those says so.
   */
  body: Schema['updateBuildJob']['requestBody']['content']['application/json'];
}

/**
 * What `updateBuildJob` returns. The task is changed.
 */
export type UpdateBuildJobOutput = Schema['updateBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `deleteBuildJob` takes.
 */
export interface DeleteBuildJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['deleteBuildJob']['parameters']['path']['job_id'];
}

/**
 * What `deleteBuildJob` returns. The task is deleted.
 */
export type DeleteBuildJobOutput = Schema['deleteBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `disableBuildJob` takes.
 */
export interface DisableBuildJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['disableBuildJob']['parameters']['path']['job_id'];
}

/**
 * What `disableBuildJob` returns. The task is disabled.
 */
export type DisableBuildJobOutput = Schema['disableBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `listJobConfig` takes.
 */
export interface ListJobConfigInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listJobConfig']['parameters']['path']['job_id'];
  /**
   * Whether the answer contains all parameters of the task, the string `true` or `false`. What it leaves out otherwise is not documented.
   *
   * @default "false"
   *
   * @example "true"
   */
  get_all_params?: NonNullable<Schema['listJobConfig']['parameters']['query']>['get_all_params'];
}

/**
 * What `listJobConfig` returns. The configuration.
 */
export type ListJobConfigOutput = Schema['listJobConfig']['responses'][200]['content']['application/json'];

/**
 * What `enableBuildJob` takes.
 */
export interface EnableBuildJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['enableBuildJob']['parameters']['path']['job_id'];
}

/**
 * What `enableBuildJob` returns. The task is enabled.
 */
export type EnableBuildJobOutput = Schema['enableBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `showJobListByProjectId` takes.
 */
export interface ShowJobListByProjectIdInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showJobListByProjectId']['parameters']['path']['project_id'];
  /**
   * Number of the page to return. The first page is 0. The newest page of the vendor wants it below 1,000,000,000.
   *
   * @default 0
   *
   * @example 0
   */
  page_index: Schema['showJobListByProjectId']['parameters']['query']['page_index'];
  /**
   * How many items a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size: Schema['showJobListByProjectId']['parameters']['query']['page_size'];
}

/**
 * What `showJobListByProjectId` returns. A page of tasks.
 */
export type ShowJobListByProjectIdOutput =
  Schema['showJobListByProjectId']['responses'][200]['content']['application/json'];

/**
 * What `showBuildParamsList` takes.
 */
export type ShowBuildParamsListInput = Record<string, never>;

/**
 * What `showBuildParamsList` returns. The kinds of parameter.
 */
export type ShowBuildParamsListOutput = Schema['showBuildParamsList']['responses'][200]['content']['application/json'];

/**
 * What `showDefaultBuildParameters` takes.
 */
export type ShowDefaultBuildParametersInput = Record<string, never>;

/**
 * What `showDefaultBuildParameters` returns. The parameters.
 */
export type ShowDefaultBuildParametersOutput =
  Schema['showDefaultBuildParameters']['responses'][200]['content']['application/json'];

/**
 * What `showJobSystemParameters` takes.
 */
export type ShowJobSystemParametersInput = Record<string, never>;

/**
 * What `showJobSystemParameters` returns. The parameters.
 */
export type ShowJobSystemParametersOutput =
  Schema['showJobSystemParameters']['responses'][200]['content']['application/json'];

/**
 * What `listBuildParameter` takes.
 */
export interface ListBuildParameterInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listBuildParameter']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['listBuildParameter']['parameters']['path']['build_no'];
}

/**
 * What `listBuildParameter` returns. The parameters of the build.
 */
export type ListBuildParameterOutput = Schema['listBuildParameter']['responses'][200]['content']['application/json'];

/**
 * What `executeJob` takes.
 */
export interface ExecuteJobInput {
  body: Schema['executeJob']['requestBody']['content']['application/json'];
}

/**
 * What `executeJob` returns. The build is in the queue.
 */
export type ExecuteJobOutput = Schema['executeJob']['responses'][200]['content']['application/json'];

/**
 * What `executeAutoBuildJob` takes.
 */
export interface ExecuteAutoBuildJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['executeAutoBuildJob']['parameters']['path']['job_id'];
  /**
   * A push, as a code host reports it.
   */
  body: Schema['executeAutoBuildJob']['requestBody']['content']['application/json'];
}

/**
 * What `executeAutoBuildJob` returns. The push was taken note of.
 */
export type ExecuteAutoBuildJobOutput = Schema['executeAutoBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `showRunningStatus` takes.
 */
export interface ShowRunningStatusInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showRunningStatus']['parameters']['path']['job_id'];
}

/**
 * What `showRunningStatus` returns. The state of the latest build.
 */
export type ShowRunningStatusOutput = Schema['showRunningStatus']['responses'][200]['content']['application/json'];

/**
 * What `showJobStepStatus` takes.
 */
export interface ShowJobStepStatusInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobStepStatus']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1. Without it the service takes 1.
   *
   * @default 1
   *
   * @example 12
   */
  build_no?: NonNullable<Schema['showJobStepStatus']['parameters']['query']>['build_no'];
}

/**
 * What `showJobStepStatus` returns. Where the build stands.
 */
export type ShowJobStepStatusOutput = Schema['showJobStepStatus']['responses'][200]['content']['application/json'];

/**
 * What `stopTheJob` takes.
 */
export interface StopTheJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['stopTheJob']['parameters']['path']['job_id'];
  /**
   * Number of the build to stop, in the place where the SDKs send it. Prefer the body.
   *
   * @example 12
   */
  build_no?: NonNullable<Schema['stopTheJob']['parameters']['query']>['build_no'];
  body?: NonNullable<Schema['stopTheJob']['requestBody']>['content']['application/json'];
}

/**
 * What `stopTheJob` returns. The build is being stopped.
 */
export type StopTheJobOutput = Schema['stopTheJob']['responses'][200]['content']['application/json'];

/**
 * What `showBuildDetails` takes.
 */
export interface ShowBuildDetailsInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showBuildDetails']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showBuildDetails']['parameters']['path']['build_no'];
}

/**
 * What `showBuildDetails` returns. The state of the build.
 */
export type ShowBuildDetailsOutput = Schema['showBuildDetails']['responses'][200]['content']['application/json'];

/**
 * What `runJob` takes.
 */
export interface RunJobInput {
  body: Schema['runJob']['requestBody']['content']['application/json'];
}

/**
 * What `runJob` returns. The build is in the queue.
 */
export type RunJobOutput = Schema['runJob']['responses'][200]['content']['application/json'];

/**
 * What `stopJob` takes.
 */
export interface StopJobInput {
  body: Schema['stopJob']['requestBody']['content']['application/json'];
}

/**
 * What `stopJob` returns. The build is being stopped. The body may be empty.
 */
export type StopJobOutput = Schema['stopJob']['responses'][200]['content']['application/json'];

/**
 * What `showJobStatus` takes.
 */
export interface ShowJobStatusInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobStatus']['parameters']['path']['job_id'];
}

/**
 * What `showJobStatus` returns. Whether a build of the task runs.
 */
export type ShowJobStatusOutput = Schema['showJobStatus']['responses'][200]['content']['application/json'];

/**
 * What `stopBuildJob` takes.
 */
export interface StopBuildJobInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['stopBuildJob']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['stopBuildJob']['parameters']['path']['build_no'];
}

/**
 * What `stopBuildJob` returns. Whether the build is being stopped.
 */
export type StopBuildJobOutput = Schema['stopBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `setKeepTime` takes.
 */
export interface SetKeepTimeInput {
  body: Schema['setKeepTime']['requestBody']['content']['application/json'];
}

/**
 * What `setKeepTime` returns. The number of days is set.
 */
export type SetKeepTimeOutput = Schema['setKeepTime']['responses'][200]['content']['application/json'];

/**
 * What `deleteRecyclingJobs` takes.
 */
export interface DeleteRecyclingJobsInput {
  /**
   * Names tasks in the recycle bin.
   */
  body: Schema['deleteRecyclingJobs']['requestBody']['content']['application/json'];
}

/**
 * What `deleteRecyclingJobs` returns. The tasks are gone.
 */
export type DeleteRecyclingJobsOutput = Schema['deleteRecyclingJobs']['responses'][200]['content']['application/json'];

/**
 * What `clearRecyclingJobs` takes.
 */
export type ClearRecyclingJobsInput = Record<string, never>;

/**
 * What `clearRecyclingJobs` returns. The bin is empty.
 */
export type ClearRecyclingJobsOutput = Schema['clearRecyclingJobs']['responses'][200]['content']['application/json'];

/**
 * What `listRecyclingJob` takes.
 */
export interface ListRecyclingJobInput {
  /**
   * How many items a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size?: NonNullable<Schema['listRecyclingJob']['parameters']['query']>['page_size'];
  /**
   * Number of the page to return. The first page is 1.
   *
   * @default 1
   *
   * @example 1
   */
  page_no?: NonNullable<Schema['listRecyclingJob']['parameters']['query']>['page_no'];
  /**
   * Name of a task to look for.
   *
   * @example "demo"
   */
  search?: NonNullable<Schema['listRecyclingJob']['parameters']['query']>['search'];
}

/**
 * What `listRecyclingJob` returns. A page of deleted tasks.
 */
export type ListRecyclingJobOutput = Schema['listRecyclingJob']['responses'][200]['content']['application/json'];

/**
 * What `restoreRecyclingJobs` takes.
 */
export interface RestoreRecyclingJobsInput {
  /**
   * Names tasks in the recycle bin.
   */
  body: Schema['restoreRecyclingJobs']['requestBody']['content']['application/json'];
}

/**
 * What `restoreRecyclingJobs` returns. The tasks are back.
 */
export type RestoreRecyclingJobsOutput =
  Schema['restoreRecyclingJobs']['responses'][200]['content']['application/json'];

/**
 * What `showNewOutput` takes.
 */
export interface ShowNewOutputInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showNewOutput']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showNewOutput']['parameters']['path']['build_no'];
}

/**
 * What `showNewOutput` returns. The outputs.
 */
export type ShowNewOutputOutput = Schema['showNewOutput']['responses'][200]['content']['application/json'];

/**
 * What `listBriefRecord` takes.
 */
export interface ListBriefRecordInput {
  /**
   * How many builds are returned, 100 at most; probably of each build project. There is no parameter for a further page.
   *
   * @default 10
   *
   * @example 10
   */
  limit: Schema['listBriefRecord']['parameters']['query']['limit'];
  /**
   * Ids of build projects.
   */
  body: Schema['listBriefRecord']['requestBody']['content']['application/json'];
}

/**
 * What `listBriefRecord` returns. The builds, a group for each build project.
 */
export type ListBriefRecordOutput = Schema['listBriefRecord']['responses'][200]['content']['application/json'];

/**
 * What `showBuildRecordFlowGraph` takes.
 */
export interface ShowBuildRecordFlowGraphInput {
  /**
   * Id of the record of the build that started the others, a UUID. It is the `parent_record_id` in the records of its parts.
   *
   * @example "9d6169b9-022d-458c-9dc8-48cc94cc4083"
   */
  build_flow_record_id: Schema['showBuildRecordFlowGraph']['parameters']['path']['build_flow_record_id'];
}

/**
 * What `showBuildRecordFlowGraph` returns. The graph.
 */
export type ShowBuildRecordFlowGraphOutput =
  Schema['showBuildRecordFlowGraph']['responses'][200]['content']['application/json'];

/**
 * What `listRecords` takes.
 */
export interface ListRecordsInput {
  /**
   * Id of the build project, a UUID. It is neither the task's id nor that of the CodeArts project.
   *
   * @example "a3270d84-ddc7-4288-b985-f801871b260d"
   */
  build_project_id: Schema['listRecords']['parameters']['path']['build_project_id'];
  /**
   * Number of the page to return. The first page is 0 in the vendor's example; a help page names 1 as the default, so always send it.
   *
   * @example 0
   */
  page?: NonNullable<Schema['listRecords']['parameters']['query']>['page'];
  /**
   * How many builds a page holds, 1 to 100.
   *
   * @default 10
   *
   * @example 10
   */
  limit?: NonNullable<Schema['listRecords']['parameters']['query']>['limit'];
  /**
   * Only builds that one of these started. The values are not documented; the `trigger_type` of an answer is the likely one. The name is repeated for each value.
   *
   * @example ["MANUAL"]
   */
  triggers?: NonNullable<Schema['listRecords']['parameters']['query']>['triggers'];
  /**
   * Only builds of one of these branches. The name is repeated for each value.
   *
   * @example ["master"]
   */
  branches?: NonNullable<Schema['listRecords']['parameters']['query']>['branches'];
  /**
   * Only builds of one of these tags. The name is repeated for each value.
   *
   * @example ["v1.2.0"]
   */
  tags?: NonNullable<Schema['listRecords']['parameters']['query']>['tags'];
  /**
   * Only builds from this time on, `yyyy-MM-dd HH:mm:ss`. The time zone is not documented; a sibling reads local time of the service.
   *
   * @example "2024-06-01 00:00:00"
   */
  from_date?: NonNullable<Schema['listRecords']['parameters']['query']>['from_date'];
  /**
   * Only builds up to this time, `yyyy-MM-dd HH:mm:ss`, in the same time zone.
   *
   * @example "2024-06-30 23:59:59"
   */
  to_date?: NonNullable<Schema['listRecords']['parameters']['query']>['to_date'];
}

/**
 * What `listRecords` returns. A page of builds.
 */
export type ListRecordsOutput = Schema['listRecords']['responses'][200]['content']['application/json'];

/**
 * What `showJobTotal` takes.
 */
export interface ShowJobTotalInput {
  /**
   * Id of the build project, a UUID. It is neither the task's id nor that of the CodeArts project.
   *
   * @example "157010e7-1d62-481d-b205-5eaf2c65d339"
   */
  build_project_id: Schema['showJobTotal']['parameters']['path']['build_project_id'];
  /**
   * Only builds from this time on, `yyyy-MM-dd HH:mm:ss`. The time zone is not documented; a sibling reads local time of the service.
   *
   * @example "2024-06-01 00:00:00"
   */
  from_date?: NonNullable<Schema['showJobTotal']['parameters']['query']>['from_date'];
  /**
   * Only builds up to this time, `yyyy-MM-dd HH:mm:ss`, in the same time zone.
   *
   * @example "2024-06-30 23:59:59"
   */
  to_date?: NonNullable<Schema['showJobTotal']['parameters']['query']>['to_date'];
}

/**
 * What `showJobTotal` returns. The number of builds.
 */
export type ShowJobTotalOutput = Schema['showJobTotal']['responses'][200]['content']['application/json'];

/**
 * What `listBuildInfoRecordByJobId` takes.
 */
export interface ListBuildInfoRecordByJobIdInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listBuildInfoRecordByJobId']['parameters']['path']['job_id'];
  /**
   * Start of the range, `yyyy-MM-dd HH:mm:ss` in the service's local time, at most 31 days before `end_time`.
   *
   * @example "2023-12-01 00:00:00"
   */
  start_time: Schema['listBuildInfoRecordByJobId']['parameters']['query']['start_time'];
  /**
   * End of the range, `yyyy-MM-dd HH:mm:ss` in the service's local time, at most 31 days after `start_time`.
   *
   * @example "2023-12-31 00:00:00"
   */
  end_time: Schema['listBuildInfoRecordByJobId']['parameters']['query']['end_time'];
  /**
   * Number of the page to return. The first page is 0.
   *
   * @default 0
   *
   * @example 0
   */
  page_index?: Schema['listBuildInfoRecordByJobId']['parameters']['query']['page_index'];
  /**
   * How many builds a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size?: Schema['listBuildInfoRecordByJobId']['parameters']['query']['page_size'];
}

/**
 * What `listBuildInfoRecordByJobId` returns. A page of builds.
 */
export type ListBuildInfoRecordByJobIdOutput =
  Schema['listBuildInfoRecordByJobId']['responses'][200]['content']['application/json'];

/**
 * What `showBuildInfoRecord` takes.
 */
export interface ShowBuildInfoRecordInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showBuildInfoRecord']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showBuildInfoRecord']['parameters']['path']['build_no'];
}

/**
 * What `showBuildInfoRecord` returns. The build.
 */
export type ShowBuildInfoRecordOutput = Schema['showBuildInfoRecord']['responses'][200]['content']['application/json'];

/**
 * What `showJobBuildRecordDetail` takes.
 */
export interface ShowJobBuildRecordDetailInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobBuildRecordDetail']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showJobBuildRecordDetail']['parameters']['path']['build_no'];
}

/**
 * What `showJobBuildRecordDetail` returns. The record.
 */
export type ShowJobBuildRecordDetailOutput =
  Schema['showJobBuildRecordDetail']['responses'][200]['content']['application/json'];

/**
 * What `showBuildRecordBuildScript` takes.
 */
export interface ShowBuildRecordBuildScriptInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['showBuildRecordBuildScript']['parameters']['path']['record_id'];
}

/**
 * What `showBuildRecordBuildScript` returns. The script.
 */
export type ShowBuildRecordBuildScriptOutput =
  Schema['showBuildRecordBuildScript']['responses'][200]['content']['application/json'];

/**
 * What `showBuildRecordFullStages` takes.
 */
export interface ShowBuildRecordFullStagesInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['showBuildRecordFullStages']['parameters']['path']['record_id'];
  /**
   * Whether what is inside the steps is returned with them. Neither the default nor the difference in the answer is documented.
   *
   * @example true
   */
  cascade?: NonNullable<Schema['showBuildRecordFullStages']['parameters']['query']>['cascade'];
}

/**
 * What `showBuildRecordFullStages` returns. The steps.
 */
export type ShowBuildRecordFullStagesOutput =
  Schema['showBuildRecordFullStages']['responses'][200]['content']['application/json'];

/**
 * What `showBuildRecord` takes.
 */
export interface ShowBuildRecordInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['showBuildRecord']['parameters']['path']['record_id'];
}

/**
 * What `showBuildRecord` returns. The build.
 */
export type ShowBuildRecordOutput = Schema['showBuildRecord']['responses'][200]['content']['application/json'];

/**
 * What `listBuildInfoRecord` takes.
 */
export interface ListBuildInfoRecordInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listBuildInfoRecord']['parameters']['path']['job_id'];
  /**
   * Start of the range, `yyyy-MM-dd HH:mm:ss`. The newer operation reads it as local time of the service and refuses ranges over 31 days; expect the same here.
   *
   * @example "2025-10-01 00:00:00"
   */
  start_time: Schema['listBuildInfoRecord']['parameters']['query']['start_time'];
  /**
   * End of the range, `yyyy-MM-dd HH:mm:ss`, in the same time zone.
   *
   * @example "2025-10-01 00:00:01"
   */
  end_time: Schema['listBuildInfoRecord']['parameters']['query']['end_time'];
  /**
   * Number of the page to return. The first page is 0.
   *
   * @default 0
   *
   * @example 0
   */
  page_index?: Schema['listBuildInfoRecord']['parameters']['query']['page_index'];
  /**
   * How many builds a page holds, 100 at most. The help page asks for 1 at least.
   *
   * @default 10
   *
   * @example 10
   */
  page_size?: Schema['listBuildInfoRecord']['parameters']['query']['page_size'];
}

/**
 * What `listBuildInfoRecord` returns. A page of builds.
 */
export type ListBuildInfoRecordOutput = Schema['listBuildInfoRecord']['responses'][200]['content']['application/json'];

/**
 * What `showListHistory` takes.
 */
export interface ShowListHistoryInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showListHistory']['parameters']['path']['job_id'];
  /**
   * Number of the page to return, not of a row. The first page is 0.
   *
   * @default 0
   *
   * @example 0
   */
  offset: Schema['showListHistory']['parameters']['query']['offset'];
  /**
   * How many builds a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  limit: Schema['showListHistory']['parameters']['query']['limit'];
  /**
   * How many days to look back from today, 30 at most.
   *
   * @default 7
   *
   * @example 7
   */
  interval: Schema['showListHistory']['parameters']['query']['interval'];
}

/**
 * What `showListHistory` returns. A page of builds.
 */
export type ShowListHistoryOutput = Schema['showListHistory']['responses'][200]['content']['application/json'];

/**
 * What `showListPeriodHistory` takes.
 */
export interface ShowListPeriodHistoryInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showListPeriodHistory']['parameters']['path']['job_id'];
  /**
   * Number of the page to return, not of a row. The first page is 0.
   *
   * @default 0
   *
   * @example 0
   */
  offset: Schema['showListPeriodHistory']['parameters']['query']['offset'];
  /**
   * How many builds a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  limit: Schema['showListPeriodHistory']['parameters']['query']['limit'];
  /**
   * First day, `yyyy-MM-dd`, at most 30 days before `end_time`. API Explorer names a day of 2021 as default, though the parameter is mandatory.
   *
   * @default "2021-01-04"
   *
   * @example "2021-01-04"
   */
  start_time: Schema['showListPeriodHistory']['parameters']['query']['start_time'];
  /**
   * Last day, `yyyy-MM-dd`, at most 30 days after `start_time`. API Explorer names a day of 2021 as default, though the parameter is mandatory.
   *
   * @default "2021-02-03"
   *
   * @example "2021-01-14"
   */
  end_time: Schema['showListPeriodHistory']['parameters']['query']['end_time'];
}

/**
 * What `showListPeriodHistory` returns. A page of builds.
 */
export type ShowListPeriodHistoryOutput =
  Schema['showListPeriodHistory']['responses'][200]['content']['application/json'];

/**
 * What `showOutputInfo` takes.
 */
export interface ShowOutputInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showOutputInfo']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showOutputInfo']['parameters']['path']['build_no'];
}

/**
 * What `showOutputInfo` returns. The outputs.
 */
export type ShowOutputInfoOutput = Schema['showOutputInfo']['responses'][200]['content']['application/json'];

/**
 * What `showRecordInfo` takes.
 */
export interface ShowRecordInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showRecordInfo']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showRecordInfo']['parameters']['path']['build_no'];
}

/**
 * What `showRecordInfo` returns. The record.
 */
export type ShowRecordInfoOutput = Schema['showRecordInfo']['responses'][200]['content']['application/json'];

/**
 * What `showHistoryDetails` takes.
 */
export interface ShowHistoryDetailsInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showHistoryDetails']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task, from 1. Other operations call it `build_no`.
   *
   * @default 1
   *
   * @example 1
   */
  build_number: Schema['showHistoryDetails']['parameters']['path']['build_number'];
}

/**
 * What `showHistoryDetails` returns. Parameters and steps of the build.
 */
export type ShowHistoryDetailsOutput = Schema['showHistoryDetails']['responses'][200]['content']['application/json'];

/**
 * What `showLastHistory` takes.
 */
export interface ShowLastHistoryInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showLastHistory']['parameters']['path']['project_id'];
  /**
   * Name of the code repository. Names with Chinese characters are not supported.
   *
   * @example "maven-demo"
   */
  repository_name: Schema['showLastHistory']['parameters']['query']['repository_name'];
}

/**
 * What `showLastHistory` returns. The build.
 */
export type ShowLastHistoryOutput = Schema['showLastHistory']['responses'][200]['content']['application/json'];

/**
 * What `showFlowGraph` takes.
 */
export interface ShowFlowGraphInput {
  /**
   * Id of the record of the build that started the others, a UUID. It is the `parent_record_id` in the records of its parts.
   *
   * @example "9d6169b9-022d-458c-9dc8-48cc94cc4083"
   */
  build_flow_record_id: Schema['showFlowGraph']['parameters']['path']['build_flow_record_id'];
}

/**
 * What `showFlowGraph` returns. The graph.
 */
export type ShowFlowGraphOutput = Schema['showFlowGraph']['responses'][200]['content']['application/json'];

/**
 * What `showRecordDetail` takes.
 */
export interface ShowRecordDetailInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showRecordDetail']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showRecordDetail']['parameters']['path']['build_no'];
}

/**
 * What `showRecordDetail` returns. The record.
 */
export type ShowRecordDetailOutput = Schema['showRecordDetail']['responses'][200]['content']['application/json'];

/**
 * What `showActionIInfo` takes.
 */
export interface ShowActionIInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showActionIInfo']['parameters']['query']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showActionIInfo']['parameters']['query']['build_no'];
  /**
   * Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
   *
   * @default 0
   *
   * @example 0
   */
  start_offset: Schema['showActionIInfo']['parameters']['query']['start_offset'];
  /**
   * Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
   *
   * @default 0
   *
   * @example 0
   */
  end_offset: Schema['showActionIInfo']['parameters']['query']['end_offset'];
  /**
   * Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
   *
   * @example "AES"
   */
  sort?: Schema['showActionIInfo']['parameters']['query']['sort'];
}

/**
 * What `showActionIInfo` returns. A section of the log.
 */
export type ShowActionIInfoOutput = Schema['showActionIInfo']['responses'][200]['content']['application/json'];

/**
 * What `showConsoleInfo` takes.
 */
export interface ShowConsoleInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showConsoleInfo']['parameters']['query']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showConsoleInfo']['parameters']['query']['build_no'];
  /**
   * Id of the step, an integer. The documentation does not say which operation returns it.
   *
   * @example 1
   */
  step_id: Schema['showConsoleInfo']['parameters']['query']['step_id'];
  /**
   * Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
   *
   * @default 0
   *
   * @example 0
   */
  start_offset: Schema['showConsoleInfo']['parameters']['query']['start_offset'];
  /**
   * Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
   *
   * @default 0
   *
   * @example 0
   */
  end_offset: Schema['showConsoleInfo']['parameters']['query']['end_offset'];
  /**
   * Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
   *
   * @example "AES"
   */
  sort?: Schema['showConsoleInfo']['parameters']['query']['sort'];
}

/**
 * What `showConsoleInfo` returns. A section of the log.
 */
export type ShowConsoleInfoOutput = Schema['showConsoleInfo']['responses'][200]['content']['application/json'];

/**
 * What `showActionInfo` takes.
 */
export interface ShowActionInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showActionInfo']['parameters']['query']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showActionInfo']['parameters']['query']['build_no'];
  /**
   * Id of the step, an integer. The documentation does not say which operation returns it.
   *
   * @example 1
   */
  step_id: Schema['showActionInfo']['parameters']['query']['step_id'];
  /**
   * Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
   *
   * @default 0
   *
   * @example 0
   */
  start_offset: Schema['showActionInfo']['parameters']['query']['start_offset'];
  /**
   * Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
   *
   * @default 0
   *
   * @example 0
   */
  end_offset: Schema['showActionInfo']['parameters']['query']['end_offset'];
  /**
   * Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
   *
   * @example "AES"
   */
  sort?: Schema['showActionInfo']['parameters']['query']['sort'];
  /**
   * How much one answer holds, digits written as a string. `1000` is the default and perhaps the only value; the unit is not documented.
   *
   * @default "1000"
   *
   * @example "1000"
   */
  size: Schema['showActionInfo']['parameters']['query']['size'];
}

/**
 * What `showActionInfo` returns. A section of the log.
 */
export type ShowActionInfoOutput = Schema['showActionInfo']['responses'][200]['content']['application/json'];

/**
 * What `showLogAnalysis` takes.
 */
export interface ShowLogAnalysisInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showLogAnalysis']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showLogAnalysis']['parameters']['path']['build_no'];
  /**
   * How many failed steps a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  limit?: NonNullable<Schema['showLogAnalysis']['parameters']['query']>['limit'];
  /**
   * Number of the page to return, not of a step. The first page is 0.
   *
   * @default 0
   *
   * @example 0
   */
  offset?: NonNullable<Schema['showLogAnalysis']['parameters']['query']>['offset'];
}

/**
 * What `showLogAnalysis` returns. What was found.
 */
export type ShowLogAnalysisOutput = Schema['showLogAnalysis']['responses'][200]['content']['application/json'];

/**
 * What `downloadBuildRealTimeLog` takes.
 */
export interface DownloadBuildRealTimeLogInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['downloadBuildRealTimeLog']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['downloadBuildRealTimeLog']['parameters']['path']['build_no'];
  /**
   * Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
   *
   * @default 0
   *
   * @example 0
   */
  start_offset?: Schema['downloadBuildRealTimeLog']['parameters']['query']['start_offset'];
  /**
   * Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
   *
   * @default 0
   *
   * @example 0
   */
  end_offset?: Schema['downloadBuildRealTimeLog']['parameters']['query']['end_offset'];
  /**
   * Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
   *
   * @example "AES"
   */
  sort?: Schema['downloadBuildRealTimeLog']['parameters']['query']['sort'];
  /**
   * How much one answer holds, digits written as a string. `1000` is the default and perhaps the only value; the unit is not documented.
   *
   * @default "1000"
   *
   * @example "1000"
   */
  size: Schema['downloadBuildRealTimeLog']['parameters']['query']['size'];
}

/**
 * What `downloadBuildRealTimeLog` returns. A section of the log.
 */
export type DownloadBuildRealTimeLogOutput =
  Schema['downloadBuildRealTimeLog']['responses'][200]['content']['application/json'];

/**
 * What `downloadBuildFullLog` takes.
 */
export interface DownloadBuildFullLogInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['downloadBuildFullLog']['parameters']['path']['record_id'];
  /**
   * The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
   *
   * @default "INFO"
   *
   * @example "INFO"
   */
  log_level?: NonNullable<Schema['downloadBuildFullLog']['parameters']['query']>['log_level'];
  /**
   * Whether the log comes compressed. The format is not documented, so look at the content type of the answer.
   *
   * @default false
   *
   * @example false
   */
  compress?: NonNullable<Schema['downloadBuildFullLog']['parameters']['query']>['compress'];
}

/**
 * What `downloadBuildFullLog` returns. The log.
 */
export type DownloadBuildFullLogOutput = Download;

/**
 * What `downloadTaskLogNew` takes.
 */
export interface DownloadTaskLogNewInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['downloadTaskLogNew']['parameters']['path']['record_id'];
  /**
   * Which step, as `stage` and its number within the task: `stage1` is the first. It is not the name that the step has in the console.
   *
   * @example "stage1"
   */
  task_name: Schema['downloadTaskLogNew']['parameters']['query']['task_name'];
  /**
   * The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
   *
   * @default "INFO"
   *
   * @example "INFO"
   */
  log_level?: Schema['downloadTaskLogNew']['parameters']['query']['log_level'];
  /**
   * Whether the log comes compressed. The format is not documented, so look at the content type of the answer.
   *
   * @default false
   *
   * @example false
   */
  compress?: Schema['downloadTaskLogNew']['parameters']['query']['compress'];
}

/**
 * What `downloadTaskLogNew` returns. The log.
 */
export type DownloadTaskLogNewOutput = Download;

/**
 * What `downloadRealTimeLog` takes.
 */
export interface DownloadRealTimeLogInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['downloadRealTimeLog']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['downloadRealTimeLog']['parameters']['path']['build_no'];
  /**
   * Where the part begins: 0 at first, then the `offset` of the previous answer. Whether it counts characters or bytes is not documented.
   *
   * @example 0
   */
  offset: Schema['downloadRealTimeLog']['parameters']['query']['offset'];
  /**
   * How long `content` may be at most, in the unit of `offset`.
   *
   * @default 1000000
   *
   * @example 1000000
   */
  length?: Schema['downloadRealTimeLog']['parameters']['query']['length'];
}

/**
 * What `downloadRealTimeLog` returns. A part of the log.
 */
export type DownloadRealTimeLogOutput = Schema['downloadRealTimeLog']['responses'][200]['content']['application/json'];

/**
 * What `downloadLogByRecordId` takes.
 */
export interface DownloadLogByRecordIdInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['downloadLogByRecordId']['parameters']['path']['record_id'];
}

/**
 * What `downloadLogByRecordId` returns. The log.
 */
export type DownloadLogByRecordIdOutput = Download;

/**
 * What `downloadBuildLog` takes.
 */
export interface DownloadBuildLogInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['downloadBuildLog']['parameters']['path']['record_id'];
  /**
   * The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
   *
   * @default "INFO"
   *
   * @example "INFO"
   */
  log_level?: NonNullable<Schema['downloadBuildLog']['parameters']['query']>['log_level'];
}

/**
 * What `downloadBuildLog` returns. The log.
 */
export type DownloadBuildLogOutput = Download;

/**
 * What `downloadTaskLog` takes.
 */
export interface DownloadTaskLogInput {
  /**
   * Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
   *
   * @example "2cc26382-b2cb-4234-8eb0-b37d362f4d4c"
   */
  record_id: Schema['downloadTaskLog']['parameters']['path']['record_id'];
  /**
   * Which step, as `stage` and its number within the task: `stage1` is the first. It is not the name that the step has in the console.
   *
   * @example "stage1"
   */
  task_name: Schema['downloadTaskLog']['parameters']['query']['task_name'];
  /**
   * The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
   *
   * @default "INFO"
   *
   * @example "INFO"
   */
  log_level?: Schema['downloadTaskLog']['parameters']['query']['log_level'];
}

/**
 * What `downloadTaskLog` returns. The log.
 */
export type DownloadTaskLogOutput = Download;

/**
 * What `downloadJunitCoverageZip` takes.
 */
export interface DownloadJunitCoverageZipInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['downloadJunitCoverageZip']['parameters']['query']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['downloadJunitCoverageZip']['parameters']['query']['build_no'];
  /**
   * Id of the report, a UUID, from `listJunitCoverageSummary` or `showReportSummary`.
   *
   * @example "0e952e4a-d698-4137-910a-1828b10cf712"
   */
  root_id: Schema['downloadJunitCoverageZip']['parameters']['query']['root_id'];
}

/**
 * What `downloadJunitCoverageZip` returns. The report.
 */
export type DownloadJunitCoverageZipOutput = Download;

/**
 * What `listJunitCoverageSummary` takes.
 */
export interface ListJunitCoverageSummaryInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listJunitCoverageSummary']['parameters']['query']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['listJunitCoverageSummary']['parameters']['query']['build_no'];
}

/**
 * What `listJunitCoverageSummary` returns. The reports.
 */
export type ListJunitCoverageSummaryOutput =
  Schema['listJunitCoverageSummary']['responses'][200]['content']['application/json'];

/**
 * What `showJobBuildSuccessRatio` takes.
 */
export interface ShowJobBuildSuccessRatioInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobBuildSuccessRatio']['parameters']['query']['job_id'];
  /**
   * Name of the code repository. `listRepository` returns those that the task was built from.
   *
   * @example "reckoning"
   */
  repository_name: Schema['showJobBuildSuccessRatio']['parameters']['query']['repository_name'];
  /**
   * Branch whose builds count. `all`, the default, counts those of all branches.
   *
   * @default "all"
   *
   * @example "all"
   */
  branch?: Schema['showJobBuildSuccessRatio']['parameters']['query']['branch'];
  /**
   * How many days to look back, from 1 to 30.
   *
   * @default 7
   *
   * @example 7
   */
  interval: Schema['showJobBuildSuccessRatio']['parameters']['query']['interval'];
}

/**
 * What `showJobBuildSuccessRatio` returns. The rates.
 */
export type ShowJobBuildSuccessRatioOutput =
  Schema['showJobBuildSuccessRatio']['responses'][200]['content']['application/json'];

/**
 * What `showJobBuildTime` takes.
 */
export interface ShowJobBuildTimeInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobBuildTime']['parameters']['query']['job_id'];
  /**
   * Name of the code repository. `listRepository` returns those that the task was built from.
   *
   * @example "reckoning"
   */
  repository_name: Schema['showJobBuildTime']['parameters']['query']['repository_name'];
  /**
   * Branch whose builds count. `all`, the default, counts those of all branches.
   *
   * @default "all"
   *
   * @example "all"
   */
  branch?: Schema['showJobBuildTime']['parameters']['query']['branch'];
  /**
   * How many days to look back, from 1 to 30.
   *
   * @default 7
   *
   * @example 7
   */
  interval: Schema['showJobBuildTime']['parameters']['query']['interval'];
}

/**
 * What `showJobBuildTime` returns. The durations.
 */
export type ShowJobBuildTimeOutput = Schema['showJobBuildTime']['responses'][200]['content']['application/json'];

/**
 * What `showReportSummary` takes.
 */
export interface ShowReportSummaryInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showReportSummary']['parameters']['path']['job_id'];
  /**
   * Number of the build within its task. The first build of a task is 1, each further one adds 1.
   *
   * @example 12
   */
  build_no: Schema['showReportSummary']['parameters']['query']['build_no'];
}

/**
 * What `showReportSummary` returns. The counts.
 */
export type ShowReportSummaryOutput = Schema['showReportSummary']['responses'][200]['content']['application/json'];

/**
 * What `showJobSuccessRatio` takes.
 */
export interface ShowJobSuccessRatioInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobSuccessRatio']['parameters']['path']['job_id'];
  /**
   * First day, `yyyy-MM-dd`, at most 30 days before `end_time`. API Explorer names a day of 2022 as default, though the parameter is mandatory.
   *
   * @default "2022-01-04"
   *
   * @example "2022-01-04"
   */
  start_time: Schema['showJobSuccessRatio']['parameters']['query']['start_time'];
  /**
   * Last day, `yyyy-MM-dd`, at most 30 days after `start_time`. API Explorer names a day of 2022 as default, though the parameter is mandatory.
   *
   * @default "2022-02-03"
   *
   * @example "2022-02-03"
   */
  end_time: Schema['showJobSuccessRatio']['parameters']['query']['end_time'];
}

/**
 * What `showJobSuccessRatio` returns. The rate.
 */
export type ShowJobSuccessRatioOutput = Schema['showJobSuccessRatio']['responses'][200]['content']['application/json'];

/**
 * What `listTagList` takes.
 */
export interface ListTagListInput {
  /**
   * Kind of the code repository. `codehub` is CodeArts Repo, and perhaps the only one that is still accepted.
   *
   * @example "codehub"
   */
  scm_type: Schema['listTagList']['parameters']['query']['scm_type'];
  /**
   * Id of the code repository, digits written as a string. It is needed where `scm_type` is `codehub`.
   *
   * @example "2111668884"
   */
  repo_id?: Schema['listTagList']['parameters']['query']['repo_id'];
  /**
   * Filter on the tags. The pages do not say on what; presumably on part of the name.
   *
   * @example "v1"
   */
  search?: Schema['listTagList']['parameters']['query']['search'];
  /**
   * Number of the page to return. The first page is 1.
   *
   * @default 1
   *
   * @example 1
   */
  page_no?: Schema['listTagList']['parameters']['query']['page_no'];
  /**
   * How many tags a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size?: Schema['listTagList']['parameters']['query']['page_size'];
}

/**
 * What `listTagList` returns. A page of tags.
 */
export type ListTagListOutput = Schema['listTagList']['responses'][200]['content']['application/json'];

/**
 * What `listEndPoints` takes.
 */
export interface ListEndPointsInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['listEndPoints']['parameters']['path']['project_id'];
  /**
   * How many repositories a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  limit: Schema['listEndPoints']['parameters']['query']['limit'];
  /**
   * Number of the page to return, not of a repository. The first page is 0.
   *
   * @default 0
   *
   * @example 0
   */
  offset?: Schema['listEndPoints']['parameters']['query']['offset'];
}

/**
 * What `listEndPoints` returns. A page of repositories.
 */
export type ListEndPointsOutput = Schema['listEndPoints']['responses'][200]['content']['application/json'];

/**
 * What `listRepoBranch` takes.
 */
export interface ListRepoBranchInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listRepoBranch']['parameters']['query']['job_id'];
  /**
   * Name of the code repository, without Chinese characters, as `listRepository` returns it.
   *
   * @example "maven-demo"
   */
  repository_name: Schema['listRepoBranch']['parameters']['query']['repository_name'];
}

/**
 * What `listRepoBranch` returns. The branches.
 */
export type ListRepoBranchOutput = Schema['listRepoBranch']['responses'][200]['content']['application/json'];

/**
 * What `listRepository` takes.
 */
export interface ListRepositoryInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listRepository']['parameters']['path']['job_id'];
}

/**
 * What `listRepository` returns. The repositories.
 */
export type ListRepositoryOutput = Schema['listRepository']['responses'][200]['content']['application/json'];

/**
 * What `downloadKeystoreByName` takes.
 */
export interface DownloadKeystoreByNameInput {
  /**
   * Name of the file with its extension, the `keystore_name` of the lists.
   *
   * @example "file.xml"
   */
  name: Schema['downloadKeystoreByName']['parameters']['query']['name'];
  /**
   * Id of the tenant that owns the file, the account's id in IAM.
   *
   * @example "60021bab32fd450aa2cb89226f425e06"
   */
  domain_id: Schema['downloadKeystoreByName']['parameters']['query']['domain_id'];
  /**
   * Id of the file, the `id` of the lists.
   *
   * @example "1e68199508214389a3eff8302dbe868f"
   */
  id: Schema['downloadKeystoreByName']['parameters']['query']['id'];
}

/**
 * What `downloadKeystoreByName` returns. The file.
 */
export type DownloadKeystoreByNameOutput = Download;

/**
 * What `listKeystoreSearch` takes.
 */
export interface ListKeystoreSearchInput {
  /**
   * How many files a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size?: NonNullable<Schema['listKeystoreSearch']['parameters']['query']>['page_size'];
  /**
   * Number of the page to return. The first page is 1.
   *
   * @default 1
   *
   * @example 1
   */
  page?: NonNullable<Schema['listKeystoreSearch']['parameters']['query']>['page'];
  /**
   * Name of a file to look for. Whether a part of the name is enough is not documented.
   *
   * @example "settings"
   */
  search?: NonNullable<Schema['listKeystoreSearch']['parameters']['query']>['search'];
}

/**
 * What `listKeystoreSearch` returns. A page of files.
 */
export type ListKeystoreSearchOutput = Schema['listKeystoreSearch']['responses'][200]['content']['application/json'];

/**
 * What `listKeystore` takes.
 */
export type ListKeystoreInput = Record<string, never>;

/**
 * What `listKeystore` returns. The files.
 */
export type ListKeystoreOutput = Schema['listKeystore']['responses'][200]['content']['application/json'];

/**
 * What `addKeystorePermission` takes.
 */
export interface AddKeystorePermissionInput {
  body: Schema['addKeystorePermission']['requestBody']['content']['application/json'];
}

/**
 * What `addKeystorePermission` returns. The user was added.
 */
export type AddKeystorePermissionOutput =
  Schema['addKeystorePermission']['responses'][200]['content']['application/json'];

/**
 * What `updateKeystorePermission` takes.
 */
export interface UpdateKeystorePermissionInput {
  body: Schema['updateKeystorePermission']['requestBody']['content']['application/json'];
}

/**
 * What `updateKeystorePermission` returns. The entry has the new values.
 */
export type UpdateKeystorePermissionOutput =
  Schema['updateKeystorePermission']['responses'][200]['content']['application/json'];

/**
 * What `showKeystorePermission` takes.
 */
export interface ShowKeystorePermissionInput {
  /**
   * Id of the file, 32 lower-case letters and digits, the `id` in the answer of `listKeystore` and `listKeystoreSearch`.
   *
   * @example "787dd84682aa4e78947af56277422259"
   */
  keystore_id: Schema['showKeystorePermission']['parameters']['path']['keystore_id'];
  /**
   * How many entries a page holds, 100 at most. Send it always, because the documented default is 0.
   *
   * @default 0
   *
   * @example 10
   */
  page_size: Schema['showKeystorePermission']['parameters']['query']['page_size'];
  /**
   * Number of the page to return, in digits. The first page is 1.
   *
   * @default "1"
   *
   * @example "1"
   */
  page: Schema['showKeystorePermission']['parameters']['query']['page'];
}

/**
 * What `showKeystorePermission` returns. A page of users and what they may do.
 */
export type ShowKeystorePermissionOutput =
  Schema['showKeystorePermission']['responses'][200]['content']['application/json'];

/**
 * What `deleteKeystorePermission` takes.
 */
export interface DeleteKeystorePermissionInput {
  /**
   * Id of the entry, the `id` of an item in the answer of `showKeystorePermission`. It is not the id of the file or of the user.
   *
   * @example "b782c3766b8311efb818fa163ed0d7fd"
   */
  permission_id: Schema['deleteKeystorePermission']['parameters']['path']['permission_id'];
}

/**
 * What `deleteKeystorePermission` returns. The entry is gone.
 */
export type DeleteKeystorePermissionOutput =
  Schema['deleteKeystorePermission']['responses'][200]['content']['application/json'];

/**
 * What `updateKeystore` takes.
 */
export interface UpdateKeystoreInput {
  /**
   * Id of the file, the `id` in the answer of `listKeystoreSearch`.
   *
   * @example "d755f4db59b94d22b8af12fa57e457ef"
   */
  id: Schema['updateKeystore']['parameters']['path']['id'];
  body: Schema['updateKeystore']['requestBody']['content']['application/json'];
}

/**
 * What `updateKeystore` returns. The file has the new values.
 */
export type UpdateKeystoreOutput = Schema['updateKeystore']['responses'][200]['content']['application/json'];

/**
 * What `uploadKeystore` takes.
 */
export interface UploadKeystoreInput {
  body: Schema['uploadKeystore']['requestBody']['content']['multipart/form-data'];
}

/**
 * What `uploadKeystore` returns. The file is stored.
 */
export type UploadKeystoreOutput = Schema['uploadKeystore']['responses'][200]['content']['application/json'];

/**
 * What `deleteKeystore` takes.
 */
export interface DeleteKeystoreInput {
  /**
   * Id of the file, 32 lower-case letters and digits, the `id` in the answer of `listKeystore` and `listKeystoreSearch`.
   *
   * @example "787dd84682aa4e78947af56277422259"
   */
  keystore_id: Schema['deleteKeystore']['parameters']['path']['keystore_id'];
}

/**
 * What `deleteKeystore` returns. The file is gone.
 */
export type DeleteKeystoreOutput = Schema['deleteKeystore']['responses'][200]['content']['application/json'];

/**
 * What `downloadKeystore` takes.
 */
export interface DownloadKeystoreInput {
  /**
   * Name of the file with its extension, 1 to 500 characters.
   *
   * @example "android.keystore"
   */
  file_name: Schema['downloadKeystore']['parameters']['query']['file_name'];
  /**
   * Id of the tenant that owns the file, 32 lower-case letters and digits.
   *
   * @example "60021bab32fd450aa2cb89226f425e06"
   */
  domain_id: Schema['downloadKeystore']['parameters']['query']['domain_id'];
}

/**
 * What `downloadKeystore` returns. The file.
 */
export type DownloadKeystoreOutput = Download;

/**
 * What `createJobGroup` takes.
 */
export interface CreateJobGroupInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['createJobGroup']['parameters']['path']['project_id'];
  /**
   * What a group of build tasks is to be called and where it is to stand. No source marks a field as required.
   */
  body: Schema['createJobGroup']['requestBody']['content']['application/json'];
}

/**
 * What `createJobGroup` returns. The group exists.
 */
export type CreateJobGroupOutput = Schema['createJobGroup']['responses'][200]['content']['application/json'];

/**
 * What `deleteGroup` takes.
 */
export interface DeleteGroupInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['deleteGroup']['parameters']['path']['project_id'];
  /**
   * Id of the group, 32 lower-case letters and digits, the `id` in the answer of `listGroupTree`.
   *
   * @example "208d38d1138d466c97929bdf6dce4146"
   */
  id: Schema['deleteGroup']['parameters']['query']['id'];
}

/**
 * What `deleteGroup` returns. The group is gone.
 */
export type DeleteGroupOutput = Schema['deleteGroup']['responses'][200]['content']['application/json'];

/**
 * What `moveGroup` takes.
 */
export interface MoveGroupInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['moveGroup']['parameters']['path']['project_id'];
  body: Schema['moveGroup']['requestBody']['content']['application/json'];
}

/**
 * What `moveGroup` returns. The tasks were moved.
 */
export type MoveGroupOutput = Schema['moveGroup']['responses'][200]['content']['application/json'];

/**
 * What `switchedPacket` takes.
 */
export interface SwitchedPacketInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['switchedPacket']['parameters']['path']['project_id'];
  /**
   * Id of the group to move, the `id` in the answer of `listGroupTree`.
   *
   * @example "e2c52ec7654948c09e635697a4ffcb59"
   */
  source_group_id: Schema['switchedPacket']['parameters']['query']['source_group_id'];
  /**
   * Id of the group whose place it takes.
   *
   * @example "70e158b6054e442893d7f5a79d34ce61"
   */
  target_group_id: Schema['switchedPacket']['parameters']['query']['target_group_id'];
}

/**
 * What `switchedPacket` returns. The places were exchanged.
 */
export type SwitchedPacketOutput = Schema['switchedPacket']['responses'][200]['content']['application/json'];

/**
 * What `listGroupTree` takes.
 */
export interface ListGroupTreeInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['listGroupTree']['parameters']['path']['project_id'];
}

/**
 * What `listGroupTree` returns. The tree.
 */
export type ListGroupTreeOutput = Schema['listGroupTree']['responses'][200]['content']['application/json'];

/**
 * What `updateJobGroup` takes.
 */
export interface UpdateJobGroupInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['updateJobGroup']['parameters']['path']['project_id'];
  /**
   * What a group of build tasks is to be called and where it is to stand. No source marks a field as required.
   */
  body: Schema['updateJobGroup']['requestBody']['content']['application/json'];
}

/**
 * What `updateJobGroup` returns. The group has the new values.
 */
export type UpdateJobGroupOutput = Schema['updateJobGroup']['responses'][200]['content']['application/json'];

/**
 * What `showDockerfileTemplate` takes.
 */
export interface ShowDockerfileTemplateInput {
  /**
   * Id of the image, `image_id` in the answer of `showImageTemplateList`.
   *
   * @example "e1579739-cd2e-11e9-b7c2-286ed489051f"
   */
  image_id: Schema['showDockerfileTemplate']['parameters']['query']['image_id'];
}

/**
 * What `showDockerfileTemplate` returns. The Dockerfile.
 */
export type ShowDockerfileTemplateOutput = Download;

/**
 * What `showImageTemplateList` takes.
 */
export type ShowImageTemplateListInput = Record<string, never>;

/**
 * What `showImageTemplateList` returns. The images.
 */
export type ShowImageTemplateListOutput =
  Schema['showImageTemplateList']['responses'][200]['content']['application/json'];

/**
 * What `createTemplate` takes.
 */
export interface CreateTemplateInput {
  /**
   * What is needed to save a template of one's own.
   */
  body: Schema['createTemplate']['requestBody']['content']['application/json'];
}

/**
 * What `createTemplate` returns. The template is saved.
 */
export type CreateTemplateOutput = Schema['createTemplate']['responses'][200]['content']['application/json'];

/**
 * What `listCustomTemplate` takes.
 */
export interface ListCustomTemplateInput {
  /**
   * Name to look for. Whether a part of the name is enough is not documented here; it is in `listOfficialTemplate`.
   *
   * @example "test"
   */
  name?: NonNullable<Schema['listCustomTemplate']['parameters']['query']>['name'];
  /**
   * Condition that templates have to meet. Its form is not documented; the vendor's example sends it empty.
   */
  filter?: NonNullable<Schema['listCustomTemplate']['parameters']['query']>['filter'];
  /**
   * Number of the page to return. The first page is 1.
   *
   * @example 1
   */
  page?: NonNullable<Schema['listCustomTemplate']['parameters']['query']>['page'];
  /**
   * How many templates a page holds, 100 at most. What the service takes without it is not documented.
   *
   * @example 10
   */
  page_size?: NonNullable<Schema['listCustomTemplate']['parameters']['query']>['page_size'];
  /**
   * A second condition. The vendor's text calls it a filter by build status, which templates do not have; its values are not documented.
   */
  tags?: NonNullable<Schema['listCustomTemplate']['parameters']['query']>['tags'];
}

/**
 * What `listCustomTemplate` returns. A page of templates.
 */
export type ListCustomTemplateOutput = Schema['listCustomTemplate']['responses'][200]['content']['application/json'];

/**
 * What `addFavouriteCustomTemplate` takes.
 */
export interface AddFavouriteCustomTemplateInput {
  /**
   * Identifies the template, `uuid` in the answer of `listCustomTemplate`.
   *
   * @example "2d9031c079624376824fe1e2731615dc"
   */
  uuid: Schema['addFavouriteCustomTemplate']['parameters']['path']['uuid'];
}

/**
 * What `addFavouriteCustomTemplate` returns. The template is a favourite.
 */
export type AddFavouriteCustomTemplateOutput =
  Schema['addFavouriteCustomTemplate']['responses'][200]['content']['application/json'];

/**
 * What `removerFavouriteCustomTemplate` takes.
 */
export interface RemoverFavouriteCustomTemplateInput {
  /**
   * Identifies the template, `uuid` in the answer of `listCustomTemplate`.
   *
   * @example "2d9031c079624376824fe1e2731615dc"
   */
  uuid: Schema['removerFavouriteCustomTemplate']['parameters']['path']['uuid'];
}

/**
 * What `removerFavouriteCustomTemplate` returns. The template is no favourite.
 */
export type RemoverFavouriteCustomTemplateOutput =
  Schema['removerFavouriteCustomTemplate']['responses'][200]['content']['application/json'];

/**
 * What `addFavouriteOfficialTemplate` takes.
 */
export interface AddFavouriteOfficialTemplateInput {
  /**
   * Identifies the template, `uuid` in the answer of `listOfficialTemplate`.
   *
   * @example "96f24b5675864a37ba1d2b776d86d000"
   */
  uuid: Schema['addFavouriteOfficialTemplate']['parameters']['path']['uuid'];
}

/**
 * What `addFavouriteOfficialTemplate` returns. The template is a favourite.
 */
export type AddFavouriteOfficialTemplateOutput =
  Schema['addFavouriteOfficialTemplate']['responses'][200]['content']['application/json'];

/**
 * What `removerFavouriteOfficialTemplate` takes.
 */
export interface RemoverFavouriteOfficialTemplateInput {
  /**
   * Identifies the template, `uuid` in the answer of `listOfficialTemplate`.
   *
   * @example "96f24b5675864a37ba1d2b776d86d000"
   */
  uuid: Schema['removerFavouriteOfficialTemplate']['parameters']['path']['uuid'];
}

/**
 * What `removerFavouriteOfficialTemplate` returns. The template is no favourite.
 */
export type RemoverFavouriteOfficialTemplateOutput =
  Schema['removerFavouriteOfficialTemplate']['responses'][200]['content']['application/json'];

/**
 * What `listOfficialTemplate` takes.
 */
export interface ListOfficialTemplateInput {
  /**
   * Part of a template's name. Only templates whose name contains it are returned.
   *
   * @example "maven"
   */
  name?: NonNullable<Schema['listOfficialTemplate']['parameters']['query']>['name'];
  /**
   * Number of the page to return, in digits. The first page is 0. The vendor declares a string here, which makes no difference in an address.
   *
   * @default "0"
   *
   * @example "0"
   */
  page?: NonNullable<Schema['listOfficialTemplate']['parameters']['query']>['page'];
  /**
   * How many templates a page holds, in digits, 100 at most.
   *
   * @default "20"
   *
   * @example "20"
   */
  page_size?: NonNullable<Schema['listOfficialTemplate']['parameters']['query']>['page_size'];
}

/**
 * What `listOfficialTemplate` returns. A page of templates.
 */
export type ListOfficialTemplateOutput =
  Schema['listOfficialTemplate']['responses'][200]['content']['application/json'];

/**
 * What `listRecommendOfficialTemplate` takes.
 */
export interface ListRecommendOfficialTemplateInput {
  body: Schema['listRecommendOfficialTemplate']['requestBody']['content']['application/json'];
}

/**
 * What `listRecommendOfficialTemplate` returns. The templates that suit, possibly none.
 */
export type ListRecommendOfficialTemplateOutput =
  Schema['listRecommendOfficialTemplate']['responses'][200]['content']['application/json'];

/**
 * What `saveTemplateUsedInfo` takes.
 */
export interface SaveTemplateUsedInfoInput {
  body: Schema['saveTemplateUsedInfo']['requestBody']['content']['application/json'];
}

/**
 * What `saveTemplateUsedInfo` returns. The use is noted.
 */
export type SaveTemplateUsedInfoOutput =
  Schema['saveTemplateUsedInfo']['responses'][200]['content']['application/json'];

/**
 * What `showYamlTemplate` takes.
 */
export interface ShowYamlTemplateInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showYamlTemplate']['parameters']['path']['job_id'];
  /**
   * Kind of machine that the text is written for. The values are not documented; the vendor's example has an architecture.
   *
   * @example "x86-64"
   */
  default_host?: NonNullable<Schema['showYamlTemplate']['parameters']['query']>['default_host'];
}

/**
 * What `showYamlTemplate` returns. The text.
 */
export type ShowYamlTemplateOutput = Schema['showYamlTemplate']['responses'][200]['content']['application/json'];

/**
 * What `showTemplate` takes.
 */
export interface ShowTemplateInput {
  /**
   * Identifies the template, `uuid` in the answer of `listCustomTemplate`.
   *
   * @example "2d9031c079624376824fe1e2731615dc"
   */
  uuid: Schema['showTemplate']['parameters']['path']['uuid'];
}

/**
 * What `showTemplate` returns. The template.
 */
export type ShowTemplateOutput = Schema['showTemplate']['responses'][200]['content']['application/json'];

/**
 * What `deleteTemplate` takes.
 */
export interface DeleteTemplateInput {
  /**
   * Identifies the template, `uuid` in the answer of `listCustomTemplate`.
   *
   * @example "a7cd110ab0a542fdbe21fa9b35c6a482"
   */
  uuid: Schema['deleteTemplate']['parameters']['path']['uuid'];
}

/**
 * What `deleteTemplate` returns. The template is gone.
 */
export type DeleteTemplateOutput = Schema['deleteTemplate']['responses'][200]['content']['application/json'];

/**
 * What `createTemplates` takes.
 */
export interface CreateTemplatesInput {
  /**
   * What is needed to save a template of one's own.
   */
  body: Schema['createTemplates']['requestBody']['content']['application/json'];
}

/**
 * What `createTemplates` returns. The template is saved.
 */
export type CreateTemplatesOutput = Schema['createTemplates']['responses'][200]['content']['application/json'];

/**
 * What `listTemplates` takes.
 */
export interface ListTemplatesInput {
  /**
   * Part of a template's name. Only templates whose name contains it are returned.
   *
   * @example "123"
   */
  name?: NonNullable<Schema['listTemplates']['parameters']['query']>['name'];
  /**
   * Number of the page to return, in digits. The first page is 0. The vendor declares a string here, which makes no difference in an address.
   *
   * @default "0"
   *
   * @example "0"
   */
  page?: NonNullable<Schema['listTemplates']['parameters']['query']>['page'];
  /**
   * How many templates a page holds, in digits, 100 at most.
   *
   * @default "20"
   *
   * @example "20"
   */
  page_size?: NonNullable<Schema['listTemplates']['parameters']['query']>['page_size'];
}

/**
 * What `listTemplates` returns. A page of templates.
 */
export type ListTemplatesOutput = Schema['listTemplates']['responses'][200]['content']['application/json'];

/**
 * What `deleteTemplates` takes.
 */
export interface DeleteTemplatesInput {
  /**
   * Identifies the template, `uuid` in the answer of `listCustomTemplate`.
   *
   * @example "ca9c83214d6344b9bd26d14ba0b519d9"
   */
  uuid: Schema['deleteTemplates']['parameters']['path']['uuid'];
}

/**
 * What `deleteTemplates` returns. The template is gone.
 */
export type DeleteTemplatesOutput = Schema['deleteTemplates']['responses'][200]['content']['application/json'];

/**
 * What `checkWebhookUrl` takes.
 */
export interface CheckWebhookUrlInput {
  body: Schema['checkWebhookUrl']['requestBody']['content']['application/json'];
}

/**
 * What `checkWebhookUrl` returns. The address is usable.
 */
export type CheckWebhookUrlOutput = Schema['checkWebhookUrl']['responses'][200]['content']['application/json'];

/**
 * What `showJobNoticeConfigInfo` takes.
 */
export interface ShowJobNoticeConfigInfoInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobNoticeConfigInfo']['parameters']['path']['job_id'];
}

/**
 * What `showJobNoticeConfigInfo` returns. The settings of all channels.
 */
export type ShowJobNoticeConfigInfoOutput =
  Schema['showJobNoticeConfigInfo']['responses'][200]['content']['application/json'];

/**
 * What `updateNewNoticeNew` takes.
 */
export interface UpdateNewNoticeNewInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['updateNewNoticeNew']['parameters']['path']['job_id'];
  /**
   * The events that one channel is to tell. The list takes the place of the one before: an event that is not in it is no longer told.
   */
  body: Schema['updateNewNoticeNew']['requestBody']['content']['application/json'];
}

/**
 * What `updateNewNoticeNew` returns. The settings are changed.
 */
export type UpdateNewNoticeNewOutput = Schema['updateNewNoticeNew']['responses'][200]['content']['application/json'];

/**
 * What `disableNotice` takes.
 */
export interface DisableNoticeInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['disableNotice']['parameters']['path']['job_id'];
  /**
   * The channel to silence: messages in the console, e-mail or DingTalk. The one example is in small letters, `message`; if it is refused, try the `notice_type` that `listNotice` shows.
   *
   * @example "message"
   */
  notice_type: Schema['disableNotice']['parameters']['query']['notice_type'];
}

/**
 * What `disableNotice` returns. The channel is silent.
 */
export type DisableNoticeOutput = Schema['disableNotice']['responses'][200]['content']['application/json'];

/**
 * What `listNotice` takes.
 */
export interface ListNoticeInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['listNotice']['parameters']['path']['job_id'];
}

/**
 * What `listNotice` returns. The settings of all channels.
 */
export type ListNoticeOutput = Schema['listNotice']['responses'][200]['content']['application/json'];

/**
 * What `updateNotice` takes.
 */
export interface UpdateNoticeInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['updateNotice']['parameters']['path']['job_id'];
  /**
   * The events that one channel is to tell. The list takes the place of the one before: an event that is not in it is no longer told.
   */
  body: Schema['updateNotice']['requestBody']['content']['application/json'];
}

/**
 * What `updateNotice` returns. The settings are changed.
 */
export type UpdateNoticeOutput = Schema['updateNotice']['responses'][200]['content']['application/json'];

/**
 * What `showProjectPermission` takes.
 */
export interface ShowProjectPermissionInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showProjectPermission']['parameters']['query']['project_id'];
}

/**
 * What `showProjectPermission` returns. The permissions.
 */
export type ShowProjectPermissionOutput =
  Schema['showProjectPermission']['responses'][200]['content']['application/json'];

/**
 * What `showProjectJobPermission` takes.
 */
export interface ShowProjectJobPermissionInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showProjectJobPermission']['parameters']['query']['project_id'];
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showProjectJobPermission']['parameters']['query']['job_id'];
}

/**
 * What `showProjectJobPermission` returns. The permissions.
 */
export type ShowProjectJobPermissionOutput =
  Schema['showProjectJobPermission']['responses'][200]['content']['application/json'];

/**
 * What `checkJobInternal` takes.
 */
export type CheckJobInternalInput = Record<string, never>;

/**
 * What `checkJobInternal` returns. Whether it is switched on.
 */
export type CheckJobInternalOutput = Schema['checkJobInternal']['responses'][200]['content']['application/json'];

/**
 * What `showJobRolePermission` takes.
 */
export interface ShowJobRolePermissionInput {
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showJobRolePermission']['parameters']['query']['job_id'];
}

/**
 * What `showJobRolePermission` returns. The roles and what they may do.
 */
export type ShowJobRolePermissionOutput =
  Schema['showJobRolePermission']['responses'][200]['content']['application/json'];

/**
 * What `batchUpdateJobRolePermission` takes.
 */
export interface BatchUpdateJobRolePermissionInput {
  body: Schema['batchUpdateJobRolePermission']['requestBody']['content']['application/json'];
}

/**
 * What `batchUpdateJobRolePermission` returns. The permissions were set.
 */
export type BatchUpdateJobRolePermissionOutput =
  Schema['batchUpdateJobRolePermission']['responses'][200]['content']['application/json'];

/**
 * What `showDefaultProjectPermission` takes.
 */
export interface ShowDefaultProjectPermissionInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showDefaultProjectPermission']['parameters']['query']['project_id'];
  /**
   * Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
   *
   * @example "48c66c6002964721be537cdc6ce0297b"
   */
  job_id: Schema['showDefaultProjectPermission']['parameters']['query']['job_id'];
}

/**
 * What `showDefaultProjectPermission` returns. The roles and what they may do.
 */
export type ShowDefaultProjectPermissionOutput =
  Schema['showDefaultProjectPermission']['responses'][200]['content']['application/json'];

/**
 * What `applyProjectPermission` takes.
 */
export interface ApplyProjectPermissionInput {
  body: Schema['applyProjectPermission']['requestBody']['content']['application/json'];
}

/**
 * What `applyProjectPermission` returns. The switch was set.
 */
export type ApplyProjectPermissionOutput =
  Schema['applyProjectPermission']['responses'][200]['content']['application/json'];

/**
 * What `showUserChargeType` takes.
 */
export type ShowUserChargeTypeInput = Record<string, never>;

/**
 * What `showUserChargeType` returns. The billing mode.
 */
export type ShowUserChargeTypeOutput = Schema['showUserChargeType']['responses'][200]['content']['application/json'];

/**
 * What `showDomainsStatuses` takes.
 */
export interface ShowDomainsStatusesInput {
  body: Schema['showDomainsStatuses']['requestBody']['content']['application/json'];
}

/**
 * What `showDomainsStatuses` returns. The states.
 */
export type ShowDomainsStatusesOutput = Schema['showDomainsStatuses']['responses'][200]['content']['application/json'];

/**
 * What `showFederation` takes.
 */
export type ShowFederationInput = Record<string, never>;

/**
 * What `showFederation` returns. Whether the account is federated.
 */
export type ShowFederationOutput = Schema['showFederation']['responses'][200]['content']['application/json'];

/**
 * What `showSummaryBuildJobInfo` takes.
 */
export type ShowSummaryBuildJobInfoInput = Record<string, never>;

/**
 * What `showSummaryBuildJobInfo` returns. The figures.
 */
export type ShowSummaryBuildJobInfoOutput =
  Schema['showSummaryBuildJobInfo']['responses'][200]['content']['application/json'];

/**
 * What `showUserOverPackageQuota` takes.
 */
export interface ShowUserOverPackageQuotaInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showUserOverPackageQuota']['parameters']['query']['project_id'];
}

/**
 * What `showUserOverPackageQuota` returns. The quota.
 */
export type ShowUserOverPackageQuotaOutput =
  Schema['showUserOverPackageQuota']['responses'][200]['content']['application/json'];

/**
 * What `showRelatedProject` takes.
 */
export type ShowRelatedProjectInput = Record<string, never>;

/**
 * What `showRelatedProject` returns. The projects.
 */
export type ShowRelatedProjectOutput = Schema['showRelatedProject']['responses'][200]['content']['application/json'];

/**
 * What `listRelatedProjectInfo` takes.
 */
export interface ListRelatedProjectInfoInput {
  /**
   * How many projects a page holds, 100 at most.
   *
   * @default 10
   *
   * @example 10
   */
  page_size?: NonNullable<Schema['listRelatedProjectInfo']['parameters']['query']>['page_size'];
  /**
   * Number of the page to return. The first page is 1, unlike in most other lists.
   *
   * @default 1
   *
   * @example 1
   */
  page_no?: NonNullable<Schema['listRelatedProjectInfo']['parameters']['query']>['page_no'];
  /**
   * Text to search for. What it is compared with is not documented; the name is a guess.
   *
   * @example "CodeCI"
   */
  search?: NonNullable<Schema['listRelatedProjectInfo']['parameters']['query']>['search'];
}

/**
 * What `listRelatedProjectInfo` returns. A page of projects.
 */
export type ListRelatedProjectInfoOutput =
  Schema['listRelatedProjectInfo']['responses'][200]['content']['application/json'];

/**
 * What `showDomainStatus` takes.
 */
export type ShowDomainStatusInput = Record<string, never>;

/**
 * What `showDomainStatus` returns. The state.
 */
export type ShowDomainStatusOutput = Schema['showDomainStatus']['responses'][200]['content']['application/json'];

/**
 * What `showPackageSpecCountDown` takes.
 */
export interface ShowPackageSpecCountDownInput {
  body: Schema['showPackageSpecCountDown']['requestBody']['content']['application/json'];
}

/**
 * What `showPackageSpecCountDown` returns. What is about to happen to the package.
 */
export type ShowPackageSpecCountDownOutput =
  Schema['showPackageSpecCountDown']['responses'][200]['content']['application/json'];

/**
 * What `showPackageSpecStatus` takes.
 */
export interface ShowPackageSpecStatusInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showPackageSpecStatus']['parameters']['query']['project_id'];
  /**
   * State of the packages that are wanted.
   *
   * @example "normal"
   */
  status: Schema['showPackageSpecStatus']['parameters']['query']['status'];
}

/**
 * What `showPackageSpecStatus` returns. The packages.
 */
export type ShowPackageSpecStatusOutput =
  Schema['showPackageSpecStatus']['responses'][200]['content']['application/json'];

/**
 * What `showAvailableInnerSpec` takes.
 */
export interface ShowAvailableInnerSpecInput {
  /**
   * Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
   *
   * @example "6ecbc5bac7c8442fb3d2563d53c13582"
   */
  project_id: Schema['showAvailableInnerSpec']['parameters']['query']['project_id'];
  /**
   * Architecture of the machines, `x86-64` or `arm`.
   *
   * @example "x86-64"
   */
  arch: Schema['showAvailableInnerSpec']['parameters']['query']['arch'];
}

/**
 * What `showAvailableInnerSpec` returns. The sizes.
 */
export type ShowAvailableInnerSpecOutput =
  Schema['showAvailableInnerSpec']['responses'][200]['content']['application/json'];

/**
 * Every operation of CodeArts Build as a method.
 */
export interface CodeArtsBuildOperations {
  /**
   * Delete several build tasks.
   *
   * Moves build tasks into the recycle bins of their projects. It is a DELETE with a body. The answer names one task only, however many there were in the request.
   *
   * `DELETE /v1/job/batch-delete`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; no page was seen. API Explorer lists the operation among the old ones without marking it as out of date, and its example has the id of a task in the path.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=BatchDeleteBuildJobs
   */
  batchDeleteBuildJobs(input: BatchDeleteBuildJobsInput, options?: CallOptions): Call<BatchDeleteBuildJobsOutput>;

  /**
   * Check whether the task limit is reached.
   *
   * Tells whether the tenant has as many build tasks as its package allows. The vendor documents the type of the answer, not its sense: to judge by the name, `true` means that the limit is reached and no task can be created.
   *
   * `GET /v1/job/check/count`
   *
   * Evidence: documented. Page, API Explorer and SDKs agree. The example leaves `error` out.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/CheckJobCountIsTopLimit.html
   */
  checkJobCountIsTopLimit(
    input?: CheckJobCountIsTopLimitInput,
    options?: CallOptions,
  ): Call<CheckJobCountIsTopLimitOutput>;

  /**
   * Check whether a task name is taken.
   *
   * Tells whether the project already has a build task with this name. Names are unique within a project, so call it before `createNewJob` or `copyJob`; between the check and the creation somebody else may take the name.
   *
   * `GET /v1/job/check/exist`
   *
   * Evidence: documented. Page, API Explorer and SDKs agree. None of them has `error` in the answer.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/CheckJobNameIsExists.html
   */
  checkJobNameIsExists(input: CheckJobNameIsExistsInput, options?: CallOptions): Call<CheckJobNameIsExistsOutput>;

  /**
   * Copy a build task.
   *
   * Creates a build task on the model of another one and returns its id. The configuration does not come along by itself: architecture and steps have to be in the request, as `showJobConfig` returns them. `showCopyName` proposes a name.
   *
   * `POST /v1/job/copy`
   *
   * Evidence: documented. Page, API Explorer and SDKs agree. The newest Chinese page also has `resource_limit`, whose form is not known; it is left out.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/CopyJob.html
   */
  copyJob(input: CopyJobInput, options?: CallOptions): Call<CopyJobOutput>;

  /**
   * Create a build task.
   *
   * Creates a build task and returns its id. Nothing is built yet: `executeJob` does that, unless a timer or a push starts it. A name may occur once in a project; `checkJobNameIsExists` tells whether it is free.
   *
   * What belongs into a step's `properties` is not documented. The easiest way is to put a task together in the console and to read it with `showJobConfig`.
   *
   * `POST /v1/job/create`
   *
   * Evidence: documented. Page, API Explorer and SDKs agree; the limits of `job_name` and the values of `build_config_type` are on the page only.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/CreateNewJob.html
   */
  createNewJob(input: CreateNewJobInput, options?: CallOptions): Call<CreateNewJobOutput>;

  /**
   * List all build tasks of the user.
   *
   * Returns the tasks of all projects that the caller may see, a page at a time, each with its last build. It says more of each task than `listProjectJobs`: branch, commit, number of the last build and project.
   *
   * `GET /v1/job/list`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; the page was not seen. None of them has `error` in the answer.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListJob.html
   */
  listJob(input?: ListJobInput, options?: CallOptions): Call<ListJobOutput>;

  /**
   * Replace the configuration of a build task.
   *
   * Changes a build task. The request carries the whole configuration, and what it leaves out is lost: read the task with `showJobConfig`, change what is to change, and send everything.
   *
   * `POST /v1/job/update`
   *
   * Evidence: documented. API Explorer and SDKs list eleven fields. The vendor's newer pages have the fields of the create operation too, and `source_code`, `description` and `agency_urn`. That the update replaces everything is the finding of a third party.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/UpdateNewJob.html
   */
  updateNewJob(input: UpdateNewJobInput, options?: CallOptions): Call<UpdateNewJobOutput>;

  /**
   * Show whether a task is disabled.
   *
   * Returns who disabled a build task, when and why. For a task that is not disabled, `result` may be `null`, as in the vendor's example.
   *
   * `GET /v1/job/{job_id}/check/disable`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; the page was not seen.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowDisable.html
   */
  showDisable(input: ShowDisableInput, options?: CallOptions): Call<ShowDisableOutput>;

  /**
   * Show the configuration of a build task.
   *
   * Returns what a build task is made from: code, steps, parameters, machine, timers. The answer has the form of the body of `createNewJob`, so that a task can be kept in a file and created again. The state of the task is in `showJobInfo`.
   *
   * Each parameter is a list of pairs of key and value; see `ParameterDefinition`.
   *
   * `GET /v1/job/{job_id}/config`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and no page was seen. The vendor's example is without steps; the steps shown here are those of the v3 operation's example.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ShowJobConfig
   */
  showJobConfig(input: ShowJobConfigInput, options?: CallOptions): Call<ShowJobConfigOutput>;

  /**
   * Propose a name for a copy.
   *
   * Returns a name that a copy of the task may have: in the vendor's example the name of the task with `-copy-` and a number. Nothing is copied. Pass the name to `copyJob`.
   *
   * `GET /v1/job/{job_id}/copy-name`
   *
   * Evidence: documented. Page, API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowCopyName.html
   */
  showCopyName(input: ShowCopyNameInput, options?: CallOptions): Call<ShowCopyNameOutput>;

  /**
   * Delete a build task.
   *
   * Moves a build task into the recycle bin of its project, from which it can be restored for some days.
   *
   * `DELETE /v1/job/{job_id}/delete`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; the page was not seen. API Explorer gives no pattern for the id here, as it does elsewhere.
   *
   * @see https://support.huaweicloud.com/api-codeci/DeleteTheJob.html
   */
  deleteTheJob(input: DeleteTheJobInput, options?: CallOptions): Call<DeleteTheJobOutput>;

  /**
   * Compare two states of a configuration.
   *
   * Returns how the configuration of a build task differs between two of its changes, as text. `listUpdateJobHistory` returns the numbers of the changes as `update_number`. The format of the text is not documented.
   *
   * `GET /v1/job/{job_id}/diff`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and no page was seen. `error` is in API Explorer's example only.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ShowJobConfigDiff
   */
  showJobConfigDiff(input: ShowJobConfigDiffInput, options?: CallOptions): Call<ShowJobConfigDiffOutput>;

  /**
   * Disable or enable a build task.
   *
   * Disables a build task, so that nobody can run it until it is enabled again, or enables it: `disabled` says which. `showDisable` tells who disabled a task and why.
   *
   * `POST /v1/job/{job_id}/disable`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; the page was not seen. That `false` enables is what the example in API Explorer suggests.
   *
   * @see https://support.huaweicloud.com/api-codeci/DisableTheJob.html
   */
  disableTheJob(input: DisableTheJobInput, options?: CallOptions): Call<DisableTheJobOutput>;

  /**
   * Mark a task as a favourite.
   *
   * Puts a build task among the caller's favourites. It shows in the lists as `favorite`. `removerFavouriteTask` takes it out again.
   *
   * `POST /v1/job/{job_id}/follow`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; no page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=AddFavouriteTask
   */
  addFavouriteTask(input: AddFavouriteTaskInput, options?: CallOptions): Call<AddFavouriteTaskOutput>;

  /**
   * List the changes of a build task.
   *
   * Returns who changed the configuration of a build task and when, a page at a time. What was changed shows `showJobConfigDiff` with two `update_number`.
   *
   * `GET /v1/job/{job_id}/history`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and no page was seen. `page_no` is 1 at least by its description and 0 by its range.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ListUpdateJobHistory
   */
  listUpdateJobHistory(input: ListUpdateJobHistoryInput, options?: CallOptions): Call<ListUpdateJobHistoryOutput>;

  /**
   * Show a build task and its last build.
   *
   * Returns what a task's page shows at its head: name, state, outcome and time of the last build, and what the caller may do with the task. The configuration is in `showJobConfig`, the last build in detail in `showJobBuildRecordDetail`.
   *
   * `last_build_status` reads `success` here, where the lists of tasks say `blue`. `result.project_id` is not the CodeArts project.
   *
   * `GET /v1/job/{job_id}/info`
   *
   * Evidence: documented. Page, API Explorer and SDKs have the same fields. `create_time` is an integer in all three tables and a string in the page's example; `last_build_time` is a 32-bit integer in the page's table, too small for its example.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowJobInfo.html
   */
  showJobInfo(input: ShowJobInfoInput, options?: CallOptions): Call<ShowJobInfoOutput>;

  /**
   * Show a task as a pipeline needs it.
   *
   * Returns what a pipeline has to know of a build task to run it: its name, its code and its parameters, with the rule that names of tasks follow.
   *
   * `GET /v1/job/{job_id}/pipeline-info`
   *
   * Evidence: api-explorer. API Explorer and SDKs describe `parameters` as an array, the example has a single object; the array is followed. No page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ShowJobPipelineInfo
   */
  showJobPipelineInfo(input: ShowJobPipelineInfoInput, options?: CallOptions): Call<ShowJobPipelineInfoOutput>;

  /**
   * Remove a task from the favourites.
   *
   * Takes a build task out of the caller's favourites. The task itself stays as it is. The name of the operation is the vendor's.
   *
   * `POST /v1/job/{job_id}/unfollow`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; no page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=RemoverFavouriteTask
   */
  removerFavouriteTask(input: RemoverFavouriteTaskInput, options?: CallOptions): Call<RemoverFavouriteTaskOutput>;

  /**
   * List the build tasks of a project.
   *
   * Returns the tasks of a CodeArts project that the caller may see, a page at a time, each with the outcome of its last build and what the caller may do with it.
   *
   * `GET /v1/job/{project_id}/list`
   *
   * Evidence: documented. API Explorer and SDKs describe the answer as `{jobs, total}`; the maintained Terraform provider and live tenants receive `{result: {job_list, total}}`.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListProjectJobs.html
   */
  listProjectJobs(input: ListProjectJobsInput, options?: CallOptions): Call<ListProjectJobsOutput>;

  /**
   * Create a build task.
   *
   * Creates a build task and returns its id. It takes the same body as its successor. Use `createNewJob` instead.
   *
   * `POST /v3/jobs/create`
   *
   * Evidence: documented. The 2023 reference lacks `group_id`, `timeout`, `build_if_code_updated`, `triggers`, and three fields of the code source; the pages of 2025, API Explorer and SDKs have them.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/CreateBuildJob.html
   * @deprecated Use `createNewJob` instead.
   */
  createBuildJob(input: CreateBuildJobInput, options?: CallOptions): Call<CreateBuildJobOutput>;

  /**
   * Replace the configuration of a build task.
   *
   * Changes a build task. The request carries the whole configuration, and what it leaves out is lost. Use `updateNewJob` instead.
   *
   * `POST /v3/jobs/update`
   *
   * Evidence: documented. The 2023 reference, API Explorer and SDKs list eleven fields; the pages since the end of 2025 have those of the create operation too. The older page describes `enable` of a step as a health check, a slip of the translation.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/UpdateBuildJob.html
   * @deprecated Use `updateNewJob` instead.
   */
  updateBuildJob(input: UpdateBuildJobInput, options?: CallOptions): Call<UpdateBuildJobOutput>;

  /**
   * Delete a build task.
   *
   * Moves a build task into the recycle bin of its project. It is a POST, unlike its successor. Use `deleteTheJob` instead.
   *
   * `POST /v3/jobs/{job_id}/delete`
   *
   * Evidence: documented. The 2023 reference, API Explorer and SDKs agree. None of them has `error` in the answer.
   *
   * @see https://support.huaweicloud.com/api-codeci/DeleteBuildJob.html
   * @deprecated Use `deleteTheJob` instead.
   */
  deleteBuildJob(input: DeleteBuildJobInput, options?: CallOptions): Call<DeleteBuildJobOutput>;

  /**
   * Disable a build task.
   *
   * Disables a build task, so that nobody can run it until `enableBuildJob` enables it again. It takes no reason. Use `disableTheJob` instead.
   *
   * `POST /v3/jobs/{job_id}/disable`
   *
   * Evidence: documented. The 2023 reference, API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/DisableBuildJob.html
   * @deprecated Use `disableTheJob` instead.
   */
  disableBuildJob(input: DisableBuildJobInput, options?: CallOptions): Call<DisableBuildJobOutput>;

  /**
   * Show the configuration of a build task.
   *
   * Returns what a build task is made from. In spite of its name it is not a list. Use `showJobConfig` instead.
   *
   * `GET /v3/jobs/{job_id}/query`
   *
   * Evidence: documented. The text of the 2023 reference calls the query parameter `get_all_parameters`, all other sources `get_all_params`. `error` is a string in some editions and an object in the newest.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListJobConfig.html
   * @deprecated Use `showJobConfig` instead.
   */
  listJobConfig(input: ListJobConfigInput, options?: CallOptions): Call<ListJobConfigOutput>;

  /**
   * Enable a build task.
   *
   * Enables a build task that was disabled. It does not bring back deleted tasks, in spite of `recover` in the path. Use `disableTheJob` with `disabled: false` instead.
   *
   * `POST /v3/jobs/{job_id}/recover`
   *
   * Evidence: documented. The 2023 reference, API Explorer and SDKs agree. SDKs of 2023 call the operation ResumeBuildJob. The vendor names no successor.
   *
   * @see https://support.huaweicloud.com/api-codeci/EnableBuildJob.html
   * @deprecated Use `disableTheJob` with `disabled: false` instead.
   */
  enableBuildJob(input: EnableBuildJobInput, options?: CallOptions): Call<EnableBuildJobOutput>;

  /**
   * List the build tasks of a project.
   *
   * Returns the tasks of a CodeArts project that the caller may see, a page at a time, each with the outcome of its last build. Use `listProjectJobs` instead.
   *
   * The answer has no envelope. Until 2025 only seventeen fields of a task were documented; the service may return more than are listed here.
   *
   * `GET /v3/{project_id}/jobs`
   *
   * Evidence: documented. The page lists 17 fields of a task, API Explorer and SDKs 26. A third-party client reads six further ones, which `listJob` documents (`task_id`, `code_branch`, `commit_id`, `commit_detail_url`, `build_number`, `forbidden_msg`). The pages since 2025 mark `page_index` as optional.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/ShowJobListByProjectId.html
   * @deprecated Use `listProjectJobs` instead.
   */
  showJobListByProjectId(input: ShowJobListByProjectIdInput, options?: CallOptions): Call<ShowJobListByProjectIdOutput>;

  /**
   * List the kinds of build parameters.
   *
   * Returns the kinds of parameter that a task can define, each with the fields that describe such a parameter and the rules that their values keep to. It is what the console's editor builds its form from, and does not depend on a task.
   *
   * `GET /v1/job/build-params`
   *
   * Evidence: api-explorer. `title` is in the SDKs only; `language` and `region` are in the example of API Explorer only.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowBuildParamsList.html
   */
  showBuildParamsList(input?: ShowBuildParamsListInput, options?: CallOptions): Call<ShowBuildParamsListOutput>;

  /**
   * List the parameters every task has.
   *
   * Returns the parameters that a new task gets without asking, such as `codeBranch`, in the form that a task's definition has: a list of names and values that together describe one parameter. All values are strings, also booleans.
   *
   * `GET /v1/job/default-parameters`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree. Neither has `error` in the answer.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowDefaultBuildParameters.html
   */
  showDefaultBuildParameters(
    input?: ShowDefaultBuildParametersInput,
    options?: CallOptions,
  ): Call<ShowDefaultBuildParametersOutput>;

  /**
   * List the parameters the service sets.
   *
   * Returns the parameters that the service itself fills in for each build, such as the build's number, with a text that explains each. The texts come in Chinese or English.
   *
   * `GET /v1/job/system-parameters`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree, but for a text of API Explorer that calls `result` the steps of a build. No help page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ShowJobSystemParameters
   */
  showJobSystemParameters(
    input?: ShowJobSystemParametersInput,
    options?: CallOptions,
  ): Call<ShowJobSystemParametersOutput>;

  /**
   * List the parameters of a build.
   *
   * Returns the parameters that one build ran with, and their values. They are those of the past build, which may differ from what the task has today. Secret values may come as asterisks, as in other answers.
   *
   * `GET /v1/job/{job_id}/{build_no}/history-parameters`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree. No help page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ListBuildParameter
   */
  listBuildParameter(input: ListBuildParameterInput, options?: CallOptions): Call<ListBuildParameterOutput>;

  /**
   * Run a build task.
   *
   * Puts a build of the task into the queue and returns its number at once; the build itself runs for minutes. The number comes as a string. What the task's configuration leaves open is given as parameters: the branch, for example, is the parameter `codeBranch`.
   *
   * Follow the build with `showJobBuildRecordDetail`, its steps with `showJobStepStatus`, its log with `downloadBuildRealTimeLog`. There is no token that makes a second request harmless: each accepted request starts a build.
   *
   * `POST /v1/job/execute`
   *
   * Evidence: documented. API Explorer and SDKs describe the answer without its envelope; the maintained Terraform provider and live tenants receive it inside `result`. `scm.build_type` and `scm.branch` are in neither; a live tenant took them, and a third-party client that quotes the vendor's page also sends `repo_id`, `repo_name`, `scm_type`, `url` and `web_url` there.
   *
   * @see https://support.huaweicloud.com/api-codeci/ExecuteJob.html
   */
  executeJob(input: ExecuteJobInput, options?: CallOptions): Call<ExecuteJobOutput>;

  /**
   * Run a task after a push.
   *
   * Starts a build of the task for commits that were pushed. The body is what a code host sends to a webhook: the branch, the commits before and after, and the repository. For a build that a person or a script wants, use `executeJob`.
   *
   * What the service answers is not known; other `v1` operations answer with `result`, `error` and `status`. Whether a build was started, and its number, can be found with `showRunningStatus`.
   *
   * `POST /v1/job/{job_id}/auto-execute`
   *
   * Evidence: documented. Added by the vendor in November 2025; neither API Explorer nor the SDKs have it. Of the pages only the upper part was seen, so the fields of `repository`, some of `commits` and the answer are open here. `job_id` in the body is mandatory on the pages of 2025 and absent from those of March 2026.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ExecuteAutoBuildJob.html
   */
  executeAutoBuildJob(input: ExecuteAutoBuildJobInput, options?: CallOptions): Call<ExecuteAutoBuildJobOutput>;

  /**
   * Show whether a task is building now.
   *
   * Returns whether a build of the task runs, and the number and state of the latest one. `Finished` says that the latest build has ended; whether it succeeded is in its record, see `showJobBuildRecordDetail`.
   *
   * `GET /v1/job/{job_id}/running-status`
   *
   * Evidence: documented. The vendor's page of February 2026, API Explorer and the SDKs agree. The page takes `Finished` for success; as there is no state for a failure, that is not relied on here.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowRunningStatus.html
   */
  showRunningStatus(input: ShowRunningStatusInput, options?: CallOptions): Call<ShowRunningStatusOutput>;

  /**
   * Show how far a build is.
   *
   * Returns the scheduler's view of one build: whether it waits, runs or has ended, whether it was broken off, and on which kind of machine it is. Without `build_no` it looks at build 1, not at the latest one; so give the number.
   *
   * Read the state from `result.workflow` where there is one, and from `result` otherwise: the sources differ. How a build ended is told by `showJobBuildRecordDetail`, because a build that failed is `completed` here too.
   *
   * `GET /v1/job/{job_id}/status`
   *
   * Evidence: documented. API Explorer and the SDKs put `status`, `abort_status` and `label` right into `result`. The vendor's page of 2026 has `flow`, `states`, `label` and `workflow` there, the first two fields inside `workflow`; a third-party client reads that form. The schema has both. The end of the page was not seen, so `workflow` may have more fields.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowJobStepStatus.html
   */
  showJobStepStatus(input: ShowJobStepStatusInput, options?: CallOptions): Call<ShowJobStepStatusOutput>;

  /**
   * Stop a build.
   *
   * Asks the service to end a build of the task that is waiting or running. Send the number of the build in the body. What a request without any number stops is not documented. A build that has ended already is refused with status 400 and the code `DEV.CB.032302` by the older `stopJob`, and the same is to be expected here.
   *
   * `POST /v1/job/{job_id}/stop`
   *
   * Evidence: documented. Sources differ on where `build_no` stands. The SDKs send it as an optional query parameter and no body. The vendor's page of December 2025 has it in the body, as a mandatory integer; the maintained Terraform provider sends it in the body as a string, a third-party client as an integer. API Explorer does not have the operation. Which of the two the service reads was not tested, so both are declared and neither is required; a request with the body follows most sources.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/StopTheJob.html
   */
  stopTheJob(input: StopTheJobInput, options?: CallOptions): Call<StopTheJobOutput>;

  /**
   * Show whether a build has ended.
   *
   * Returns whether one build is still going on and, once it has ended, how. The vendor's title promises a percentage and the time that is left; the answer has neither. For times, code and more see `showJobBuildRecordDetail`.
   *
   * `GET /v1/job/{job_id}/{build_no}/build-info`
   *
   * Evidence: documented. The page of August 2025 has `result` as an array; those of December 2025 and later, API Explorer and the SDKs have the object that is described here.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowBuildDetails.html
   */
  showBuildDetails(input: ShowBuildDetailsInput, options?: CallOptions): Call<ShowBuildDetailsOutput>;

  /**
   * Run a build task.
   *
   * Puts a build of the task into the queue and returns its number at once, as a string; the build itself runs for minutes. Unlike its successor it answers without an envelope: the fields stand at the top of the body. Which branch is built is the parameter `codeBranch`. Whether the task is still building is told by `showJobStatus`, and how a build ended by `showRecordDetail`.
   *
   * Use `executeJob` instead. The European region still documents this one.
   *
   * `POST /v3/jobs/build`
   *
   * Evidence: documented. The reference of 2023, API Explorer and the SDKs agree; a third-party client receives the same answer without an envelope. The printed example of the request is not valid JSON and shows a placeholder as commit; that of the field has 32 digits, where a commit has 40. The limits of `parameter` are those of the pages of August and September 2025.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/RunJob.html
   * @deprecated Use `executeJob` instead.
   */
  runJob(input: RunJobInput, options?: CallOptions): Call<RunJobOutput>;

  /**
   * Stop a build named in the body.
   *
   * Asks the service to end a build that is waiting or running. The number of the build is a string here. On success the answer may have no body at all; a build that has ended already is refused with status 400 and the code `DEV.CB.032302`, in a body that may itself be JSON inside a string.
   *
   * Use `stopTheJob` instead. The European region still documents this one, and the vendor says that it will go.
   *
   * `POST /v3/jobs/stop`
   *
   * Evidence: documented. Examples of older pages write the path with a capital letter (`/v3/jobs/Stop`); a live tenant answers on the path in small letters. There the body of a success was empty, against the pages, API Explorer and the SDKs.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/StopJob.html
   * @deprecated Use `stopTheJob` instead.
   */
  stopJob(input: StopJobInput, options?: CallOptions): Call<StopJobOutput>;

  /**
   * Show whether a task is building.
   *
   * Returns `true` while a build of the task runs and `false` when none does. It says nothing of how a build ended: `false` follows a success as well as a failure. How a build ended is in its record, see `showRecordDetail`.
   *
   * Use `showRunningStatus` instead, or `showJobStepStatus` for a single build. The European region still documents this one.
   *
   * `GET /v3/jobs/{job_id}/status`
   *
   * Evidence: documented. The reference of 2023 calls `result` the outcome of the execution; the pages of 2025 say that it tells whether a build is running, which is followed here.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/ShowJobStatus.html
   * @deprecated Use `showRunningStatus` instead, or `showJobStepStatus` for a single build.
   */
  showJobStatus(input: ShowJobStatusInput, options?: CallOptions): Call<ShowJobStatusOutput>;

  /**
   * Stop a build by its number.
   *
   * Asks the service to end a build that is waiting or running. `success` says whether that was done; the record of a build that was stopped has the status `ABORTED`. `result` is empty in every known answer.
   *
   * Use `stopTheJob` instead. The European region still documents this one.
   *
   * `POST /v3/jobs/{job_id}/{build_no}/stop`
   *
   * Evidence: documented. The reference of 2023, the pages of 2025 and 2026, API Explorer and the SDKs agree.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/StopBuildJob.html
   * @deprecated Use `stopTheJob` instead.
   */
  stopBuildJob(input: StopBuildJobInput, options?: CallOptions): Call<StopBuildJobOutput>;

  /**
   * Set how long deleted tasks are kept.
   *
   * Sets for how many days the bin keeps a task before the service deletes it for good. The setting is the whole account's: only the account itself may change it, an IAM user of the account is refused.
   *
   * `POST /v1/job/keep-time`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree; neither names the unit. The vendor's user guide offers 1 to 30 days.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=SetKeepTime
   */
  setKeepTime(input: SetKeepTimeInput, options?: CallOptions): Call<SetKeepTimeOutput>;

  /**
   * Delete tasks for good.
   *
   * Deletes tasks out of the bin. They cannot be restored afterwards. The ids stand in a body, though the method is DELETE; a proxy that drops the body of a DELETE breaks the call.
   *
   * `DELETE /v1/job/recycling-deletion`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree. Neither has `error` in the answer. No help page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=DeleteRecyclingJobs
   */
  deleteRecyclingJobs(input: DeleteRecyclingJobsInput, options?: CallOptions): Call<DeleteRecyclingJobsOutput>;

  /**
   * Empty the recycle bin.
   *
   * Deletes all tasks that are in the bin. They cannot be restored afterwards. To delete some only, use `deleteRecyclingJobs`.
   *
   * `DELETE /v1/job/recycling-empty`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree. No help page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ClearRecyclingJobs
   */
  clearRecyclingJobs(input?: ClearRecyclingJobsInput, options?: CallOptions): Call<ClearRecyclingJobsOutput>;

  /**
   * List the tasks in the recycle bin.
   *
   * Returns the deleted tasks that can still be restored, a page at a time, and for how many days the bin keeps a task. It cannot be narrowed to a project. Pages are said to start at 1 here, unlike in most other lists.
   *
   * `GET /v1/job/recycling-jobs`
   *
   * Evidence: api-explorer. The schema of API Explorer and the SDKs has `success`, `message` and `err_code`; the example of API Explorer has `error` in their place, and `project_name` and `region`, both `null`. All are accepted.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ListRecyclingJob
   */
  listRecyclingJob(input?: ListRecyclingJobInput, options?: CallOptions): Call<ListRecyclingJobOutput>;

  /**
   * Restore tasks from the recycle bin.
   *
   * Takes deleted tasks out of the bin and puts them back into their projects. `listRecyclingJob` shows what is in the bin.
   *
   * `POST /v1/job/recycling-restoration`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree. No help page was seen.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=RestoreRecyclingJobs
   */
  restoreRecyclingJobs(input: RestoreRecyclingJobsInput, options?: CallOptions): Call<RestoreRecyclingJobsOutput>;

  /**
   * Show what a build made.
   *
   * Returns the packages and the container images that a build made, with names, versions and the paths that they were uploaded to. Parts that the build did not make are `null`.
   *
   * `GET /v1/job/{job_id}/{build_no}/output`
   *
   * Evidence: documented. Neither API Explorer nor the SDKs have it. The pages of 2025-08-21 to 2026-03-31 describe the fields of `showOutputInfo`, and the one of 2026-02-05 the values of `package_type`. The pages of 2025 list it as out of date, the newest one among the current operations. The example is that of `showOutputInfo`, completed.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowNewOutput.html
   */
  showNewOutput(input: ShowNewOutputInput, options?: CallOptions): Call<ShowNewOutputOutput>;

  /**
   * List recent builds of several tasks.
   *
   * Returns the most important facts of the builds of each build project that the body names. A build project belongs to one task; its id, a UUID, is the `build_project_id` that lists of tasks and records of builds return. It reads only, though it is a POST.
   *
   * The body is an array, not an object. A live tenant has answered with status 422 and `DEVCB.00030000`, apparently to an object that held the ids; where it does so with an array too, `listRecords` returns the builds of one build project.
   *
   * `POST /v1/record/brief`
   *
   * Evidence: documented. API Explorer and SDKs require `limit`, the help page of 2025-08-21 does not. Times stand in two formats in the only example. What `project_id` names is told differently by API Explorer and by the page.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListBriefRecord.html
   */
  listBriefRecord(input: ListBriefRecordInput, options?: CallOptions): Call<ListBriefRecordOutput>;

  /**
   * Show which builds a build started.
   *
   * Returns the parts of a build that starts other builds, and which part waits for which, as a graph without cycles. The graph can be empty.
   *
   * `GET /v1/record/{build_flow_record_id}/flow-graph`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree on `vertices` and `edges`. A third-party client reports the empty graph of a live tenant as `nodes` and `edges`, which may be its own naming. API Explorer's example of a request leaves `record` out of the path.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowBuildRecordFlowGraph.html
   */
  showBuildRecordFlowGraph(
    input: ShowBuildRecordFlowGraphInput,
    options?: CallOptions,
  ): Call<ShowBuildRecordFlowGraphOutput>;

  /**
   * List the builds of a build project.
   *
   * Returns the builds of a build project, a page at a time, filtered by time, branch, tag and trigger. A build project belongs to one task; its id is the `build_project_id` that lists of tasks and records of builds return. Each item's `id` is the record id that the log downloads take.
   *
   * Do not stop at `pagination.total`: the vendor's example has -1 there, with a build on the page. `showJobTotal` counts the builds. The id of a CodeArts project in place of the build project's has been answered with status 200 and the error `DEV.CB.032000`.
   *
   * `GET /v1/record/{build_project_id}/records`
   *
   * Evidence: documented. The page and API Explorer allow letters and digits only in `build_project_id`, against their own examples and the ids of live tenants, which are UUIDs with hyphens. The page names 1 as default of `page`, the answer in the example has page 0. A live tenant answers with `result.pagination` and `result.data`.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListRecords.html
   */
  listRecords(input: ListRecordsInput, options?: CallOptions): Call<ListRecordsOutput>;

  /**
   * Count the builds of a build project.
   *
   * Returns how many builds a build project had, over all or between two points in time. It counts builds, not tasks, whatever its name says. `listRecords` lists them. The id of a CodeArts project in place of the build project's has been answered with status 200 and the error `DEV.CB.032000`.
   *
   * `GET /v1/record/{build_project_id}/statistics`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and a live tenant answers so. API Explorer's pattern of `build_project_id` has no hyphen, against its own example, which is a UUID.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowJobTotal.html
   */
  showJobTotal(input: ShowJobTotalInput, options?: CallOptions): Call<ShowJobTotalOutput>;

  /**
   * List the builds of a task.
   *
   * Returns the builds that a task had between two points in time, a page at a time, the way the console's history shows them. The two points may be 31 days apart at most; a live tenant refuses more with `CB.00031105`. Both are local time of the service (GMT+8 in the Chinese regions), not UTC.
   *
   * The items have no record id: `showJobBuildRecordDetail` returns it for a `number`. The counts are integers written as strings.
   *
   * `GET /v1/record/{job_id}/list`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and a live tenant answers so. The limit of 31 days and the local time were seen there; neither is documented.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListBuildInfoRecordByJobId.html
   */
  listBuildInfoRecordByJobId(
    input: ListBuildInfoRecordByJobIdInput,
    options?: CallOptions,
  ): Call<ListBuildInfoRecordByJobIdOutput>;

  /**
   * Show a build as the history does.
   *
   * Returns one build of a task with the fields of `listBuildInfoRecordByJobId`: number, outcome, who started it and which commit was built. `job_running_status` tells whether it still runs, `state` how it ended. Ids for log downloads are not among the fields; `showJobBuildRecordDetail` has them.
   *
   * `GET /v1/record/{job_id}/{build_no}/build-info-record`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and a live tenant answers so. API Explorer's example of a request is a POST without the number of the build, and its example of an answer holds placeholders; both are not followed.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowBuildInfoRecord.html
   */
  showBuildInfoRecord(input: ShowBuildInfoRecordInput, options?: CallOptions): Call<ShowBuildInfoRecordOutput>;

  /**
   * Show the record of a build.
   *
   * Returns what is known of one build of a task: its status, its times, its code and who or what started it. It is the operation to poll while a build runs. Log downloads take the `build_record_id` of this answer, not its `id`.
   *
   * `status` is empty or absent until the build has a result. `duration` is in milliseconds. `queued_time` and `schedule_time` are points in time, though the vendor's page calls them durations.
   *
   * `GET /v1/record/{job_id}/{build_no}/record-info`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree; the v4 page of `showRecordDetail` documents the same fields.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowJobBuildRecordDetail.html
   */
  showJobBuildRecordDetail(
    input: ShowJobBuildRecordDetailInput,
    options?: CallOptions,
  ): Call<ShowJobBuildRecordDetailOutput>;

  /**
   * Show the script that a build ran.
   *
   * Returns, as YAML in one string, the script that the service made of the task for this build: stages, images, arguments of the containers and the code to check out. It is what the machine ran, in the service's own format, and not the `build.yml` of the repository.
   *
   * `GET /v1/record/{record_id}/build-script`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and a live tenant answers with a string. The format of the script is not documented.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowBuildRecordBuildScript.html
   */
  showBuildRecordBuildScript(
    input: ShowBuildRecordBuildScriptInput,
    options?: CallOptions,
  ): Call<ShowBuildRecordBuildScriptOutput>;

  /**
   * Show the steps of a build.
   *
   * Returns the steps of a build with their states and times, as a map whose keys are the scheduler's names: `initial`, `stage1`, `stage2` and so on, `final`. Sort by `sequence`; the order of the keys means nothing. The map is empty for a build that was never scheduled.
   *
   * A key such as `stage2` is the `task_name` that the download of one step's log takes.
   *
   * `GET /v1/record/{record_id}/full-stages`
   *
   * Evidence: documented. `check_stages` stands in API Explorer's example only. The Chinese page calls numbers strings; API Explorer, the SDKs and the examples have integers. The path in API Explorer's example of a request has a task's id, which its own pattern refuses.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowBuildRecordFullStages.html
   */
  showBuildRecordFullStages(
    input: ShowBuildRecordFullStagesInput,
    options?: CallOptions,
  ): Call<ShowBuildRecordFullStagesOutput>;

  /**
   * Show a build by its record id.
   *
   * Returns one build, found by the id of its record, with what the scheduler knows of it: status code, parameters, repository and the YAML file of the steps. The id is the `build_record_id` of `showJobBuildRecordDetail`, not the `id` there. In this answer it is called `id`.
   *
   * `duration` is `pending_duration` and `build_duration` together, all in milliseconds. `build_no` is a string.
   *
   * `GET /v1/record/{record_id}/info`
   *
   * Evidence: documented. The page, API Explorer and SDKs agree, and a live tenant answers so. Which of the ids is accepted was seen there.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowBuildRecord.html
   */
  showBuildRecord(input: ShowBuildRecordInput, options?: CallOptions): Call<ShowBuildRecordOutput>;

  /**
   * List the builds of a task (v3).
   *
   * Use `listBuildInfoRecordByJobId` instead. Returns the builds that a task had between two points in time, a page at a time; question and answer are the same in both. A live tenant knows the path, and returned its builds only from the newer operation.
   *
   * The items have no record id: `showJobBuildRecordDetail` returns it for a `number`. The counts are integers written as strings.
   *
   * `GET /v3/jobs/{job_id}/build-info-records`
   *
   * Evidence: documented. The help page of 2025-08-21 has 1 as the smallest `page_size`, API Explorer and the SDKs have 0, which is followed. The page of 2024-04-18 calls `number` a string; the example, API Explorer and the SDKs have an integer.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListBuildInfoRecord.html
   * @deprecated Use `listBuildInfoRecordByJobId` instead.
   */
  listBuildInfoRecord(input: ListBuildInfoRecordInput, options?: CallOptions): Call<ListBuildInfoRecordOutput>;

  /**
   * List the builds of the last days.
   *
   * Use `listBuildInfoRecordByJobId` instead, or `listRecords` where the build project's id is at hand. Returns the builds that a task had in the last days, a page at a time, each with its times and its outcome.
   *
   * The answer has no envelope. A `record_id` of this list (`20201230.1`) is not accepted by the log downloads: they take the `build_record_id` that `showJobBuildRecordDetail` returns for the `build_number`.
   *
   * `GET /v3/jobs/{job_id}/history`
   *
   * Evidence: documented. `history_records` is an array in every table, in API Explorer and in the SDKs; the examples show one bare object, which is taken for a slip.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/ShowListHistory.html
   * @deprecated Use `listBuildInfoRecordByJobId` instead, or `listRecords` where the build project's id is at hand.
   */
  showListHistory(input: ShowListHistoryInput, options?: CallOptions): Call<ShowListHistoryOutput>;

  /**
   * List the builds between two days.
   *
   * Use `listBuildInfoRecordByJobId` instead. Returns the builds that a task had between two days, a page at a time, each with its outcome, its commit and what started it. The two days may be 30 days apart at most.
   *
   * The answer has no envelope. A `record_id` of this list (`20201230.1`) is not accepted by the log downloads: they take the `build_record_id` that `showJobBuildRecordDetail` returns for the `build_number`.
   *
   * `GET /v3/jobs/{job_id}/period-history`
   *
   * Evidence: documented. `history_records` is an array in every table, in API Explorer and in the SDKs; the examples show one bare object, which is taken for a slip. The pages allow 30 days, the v1 operation on a live tenant refuses more than 31.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/ShowListPeriodHistory.html
   * @deprecated Use `listBuildInfoRecordByJobId` instead.
   */
  showListPeriodHistory(input: ShowListPeriodHistoryInput, options?: CallOptions): Call<ShowListPeriodHistoryOutput>;

  /**
   * Show what a build made (v3).
   *
   * Use `showNewOutput` instead. Returns the packages and the container images that a build made, with names, versions and the paths that they were uploaded to. Parts that the build did not make are `null`.
   *
   * `GET /v3/jobs/{job_id}/{build_no}/output-info`
   *
   * Evidence: documented. Pages, API Explorer and SDKs agree. The only example holds placeholders as keys and values, so the keys of the maps and the values of most fields are unknown; the known values of `package_type` are those of the newer operation's page.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowOutputInfo.html
   * @deprecated Use `showNewOutput` instead.
   */
  showOutputInfo(input: ShowOutputInfoInput, options?: CallOptions): Call<ShowOutputInfoOutput>;

  /**
   * Show the record of a build (v3).
   *
   * Use `showJobBuildRecordDetail` instead, which returns the same fields in another envelope. This one is going to be taken offline. The record has status, times, code and origin of one build of a task.
   *
   * Whether the call succeeded stands in `success`; where it is false, `err_code` and `message` say why. `duration` is in milliseconds and documented as a float.
   *
   * `GET /v3/jobs/{job_id}/{build_no}/record-info`
   *
   * Evidence: documented. The table of the 2023 reference has `daily_build_number`; its example, the HTML pages, API Explorer and the SDKs have `daily_build_num`, which is followed. All of them have a float as `duration`, where v4 and v1 have an integer.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowRecordInfo.html
   * @deprecated Use `showJobBuildRecordDetail` instead, which returns the same fields in another envelope.
   */
  showRecordInfo(input: ShowRecordInfoInput, options?: CallOptions): Call<ShowRecordInfoOutput>;

  /**
   * Show parameters and steps of a build.
   *
   * Use `showJobBuildRecordDetail` instead. What that one lacks are the steps, which `showBuildRecordFullStages` returns, and the parameters, which `listBuildParameter` returns. Here both come together, with the names of the task and of its project, and without an envelope.
   *
   * Values of secret parameters are asterisks. A live tenant answers status 403 and `CB.00031059` for a build that was never scheduled or whose history has been deleted.
   *
   * `GET /v3/jobs/{job_id}/{build_number}/history-details`
   *
   * Evidence: documented. Tables, API Explorer and SDKs have `parameters` as a map, and so has API Explorer's example; the example of the 2023 reference has an array with one map. Both are accepted.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/ShowHistoryDetails.html
   * @deprecated Use `showJobBuildRecordDetail` instead.
   */
  showHistoryDetails(input: ShowHistoryDetailsInput, options?: CallOptions): Call<ShowHistoryDetailsOutput>;

  /**
   * Show a repository's last successful build.
   *
   * Use `listRecords` instead, which lists the builds of one build project; no current operation searches a whole project by repository. Returns the last build that succeeded with the code of the repository, of whichever task of the project. The answer has no envelope.
   *
   * The path looks like those that take a task's id, and takes the CodeArts project's id.
   *
   * `GET /v3/jobs/{project_id}/last-history`
   *
   * Evidence: documented. The 2023 reference, API Explorer and SDKs agree. What comes back for a repository without a successful build is not documented.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowLastHistory.html
   * @deprecated Use `listRecords` instead, which lists the builds of one build project; no current operation searches a whole project by repository.
   */
  showLastHistory(input: ShowLastHistoryInput, options?: CallOptions): Call<ShowLastHistoryOutput>;

  /**
   * Show which builds a build started (v3).
   *
   * Use `showBuildRecordFlowGraph` instead, which returns the same graph in another envelope. This one is going to be taken offline. The graph has the parts of a build that starts other builds, and which part waits for which.
   *
   * Whether the call succeeded stands in `success`; where it is false, `err_code` and `message` say why.
   *
   * `GET /v3/{build_flow_record_id}/flow-graph`
   *
   * Evidence: documented. The 2023 reference, API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowFlowGraph.html
   * @deprecated Use `showBuildRecordFlowGraph` instead, which returns the same graph in another envelope.
   */
  showFlowGraph(input: ShowFlowGraphInput, options?: CallOptions): Call<ShowFlowGraphOutput>;

  /**
   * Show the record of a build (v4).
   *
   * Use `showJobBuildRecordDetail` instead. Both return the same fields: status, times, code and origin of one build of a task. Log downloads take the `build_record_id` of this answer, not its `id`.
   *
   * `result.status` tells how the build ended, and is empty or absent until then; the outer `status` only tells whether the call succeeded. `duration` is in milliseconds. `queued_time` and `schedule_time` are points in time, though the vendor's page calls the first a duration.
   *
   * `GET /v4/jobs/{job_id}/{build_no}/record-info`
   *
   * Evidence: documented. The table of the 2023 reference has `daily_build_number`; its example, the newer pages, API Explorer and the SDKs have `daily_build_num`, which is followed. The example gives a `runnable_time` before `create_time`.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowRecordDetail.html
   * @deprecated Use `showJobBuildRecordDetail` instead.
   */
  showRecordDetail(input: ShowRecordDetailInput, options?: CallOptions): Call<ShowRecordDetailOutput>;

  /**
   * Read the log of a finished build.
   *
   * Returns a section of what all steps of a build printed, as text inside JSON, once the build has ended. Send the `end_offset` of each answer as the next `start_offset` while `has_more` is true. `log` may be empty although more lines follow. `downloadBuildFullLog` returns the same in one piece, `showConsoleInfo` a single step, `downloadBuildRealTimeLog` a build that still runs.
   *
   * `GET /v1/log/stage/page`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree that the offsets of the answer are strings, the example has numbers. How sections follow one another is inferred from the names.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowActionIInfo.html
   */
  showActionIInfo(input: ShowActionIInfoInput, options?: CallOptions): Call<ShowActionIInfoOutput>;

  /**
   * Read the log of a finished step.
   *
   * Returns a section of what one step of a build printed, as text inside JSON, once the build has ended. Send the `end_offset` of each answer as the next `start_offset` while `has_more` is true. `log` may be empty although more lines follow. `showActionInfo` is for a step that still runs, `downloadTaskLogNew` returns the log of a step in one piece.
   *
   * `GET /v1/log/task/page`
   *
   * Evidence: documented. Only the vendor's pages have this operation, API Explorer and the SDKs do not. They call the offsets of the answer strings, their example has numbers.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowConsoleInfo.html
   */
  showConsoleInfo(input: ShowConsoleInfoInput, options?: CallOptions): Call<ShowConsoleInfoOutput>;

  /**
   * Follow the log of a running step.
   *
   * Returns a section of what one step of a build has printed so far, as text inside JSON. Start with `start_offset` 0 and send the `end_offset` of each answer as the next `start_offset`. `log` may be empty although more lines follow: ask again, until `has_more` is false and the step has ended. `showConsoleInfo` is for a build that has ended, `downloadBuildRealTimeLog` for all steps at once.
   *
   * `GET /v1/log/task/step`
   *
   * Evidence: documented. Only the vendor's pages have this operation, API Explorer and the SDKs do not. They call the offsets of the answer strings, their example has numbers. Older pages call 1000 the only value of `size`, newer ones its default.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowActionInfo.html
   */
  showActionInfo(input: ShowActionInfoInput, options?: CallOptions): Call<ShowActionInfoOutput>;

  /**
   * Show why a build failed.
   *
   * Returns what the service found in the log of a failed build, step by step: the code of the error and the lines that show it. Not all causes are made out; the whole log comes from `downloadBuildFullLog`. The task's name stands under `jobName`, in camel case.
   *
   * An id that is no task's has been seen to answer 400 with the code `DEV.CB.032011`.
   *
   * `GET /v1/log/{job_id}/{build_no}/analysis`
   *
   * Evidence: documented. Only the vendor's pages have this operation, API Explorer and the SDKs do not. `error_info` with `error_code` and `error_message` has been seen on a live tenant. The pages say `offset` is a page number.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowLogAnalysis.html
   */
  showLogAnalysis(input: ShowLogAnalysisInput, options?: CallOptions): Call<ShowLogAnalysisOutput>;

  /**
   * Follow the log of a running build.
   *
   * Returns a section of what all steps of a build have printed so far, as text inside JSON. Start with `start_offset` 0 and send the `end_offset` of each answer as the next `start_offset`. `log` may be empty although more lines follow: ask again, until `has_more` is false and the build has ended. `downloadBuildFullLog` returns the whole log of a build that has ended.
   *
   * It is a call to make at intervals, as the requests are limited. A build that the scheduler does not run yet has been seen to answer 500 with the code `CB.00030004`.
   *
   * `GET /v1/log/{job_id}/{build_no}/real-time-log`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree that the offsets of the answer are strings, the example has numbers. The newest page calls 1000 the default of `size`, API Explorer its only value. How sections follow one another is inferred from the names; which `end_offset` a client has to send is not documented.
   *
   * @see https://support.huaweicloud.com/api-codeci/DownloadBuildRealTimeLog.html
   */
  downloadBuildRealTimeLog(
    input: DownloadBuildRealTimeLogInput,
    options?: CallOptions,
  ): Call<DownloadBuildRealTimeLogOutput>;

  /**
   * Download the whole log of a build.
   *
   * Returns the log of all steps of a build as plain text, or compressed. The answer is a stream of bytes; only an error is JSON. While a build runs, `downloadBuildRealTimeLog` returns what has been printed so far.
   *
   * `GET /v1/log/{record_id}/download-log`
   *
   * Evidence: documented. The page does not say which format `compress` produces. `compress` is on the page and in the SDKs; API Explorer lists it for this operation only in part of its text.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadBuildFullLog.html
   */
  downloadBuildFullLog(input: DownloadBuildFullLogInput, options?: CallOptions): Call<DownloadBuildFullLogOutput>;

  /**
   * Download the log of a step.
   *
   * Returns what one step of a build printed, as plain text, or compressed. The answer is a stream of bytes; only an error is JSON. `downloadBuildFullLog` returns all steps, `showActionInfo` a step that still runs.
   *
   * `GET /v1/log/{record_id}/task-log`
   *
   * Evidence: documented. Only the vendor's pages have this operation, API Explorer and the SDKs do not. They do not say which format `compress` produces.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadTaskLogNew.html
   */
  downloadTaskLogNew(input: DownloadTaskLogNewInput, options?: CallOptions): Call<DownloadTaskLogNewOutput>;

  /**
   * Read the log of a running build.
   *
   * Returns the next part of what a build has printed, as text inside JSON. Start with `offset` 0 and send the `offset` of each answer with the next request. `content` may be empty although more lines follow: ask again, until `has_more_data` is false and the build has ended. Use `downloadBuildRealTimeLog` instead.
   *
   * A build that the scheduler does not run yet has been seen to answer 500 with the code `CB.00030004`.
   *
   * `GET /v3/jobs/{job_id}/{build_no}/real-time-log`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree. That the first `offset` is 0, and that the reading ends when the build has ended and nothing is left, is inferred.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/DownloadRealTimeLog.html
   * @deprecated Use `downloadBuildRealTimeLog` instead.
   */
  downloadRealTimeLog(input: DownloadRealTimeLogInput, options?: CallOptions): Call<DownloadRealTimeLogOutput>;

  /**
   * Download the whole log of a build (v3).
   *
   * Returns the log of all steps of a build as plain text. The answer is a stream of bytes; only an error is JSON. The vendor has announced that the operation will be taken offline. Use `downloadBuildFullLog` instead.
   *
   * `GET /v3/{record_id}/download-log`
   *
   * Evidence: documented. The reference of 2023 has this operation among those that are taken offline soon. No source describes the body of the answer.
   *
   * @see https://support.huaweicloud.com/api-codeci/DownloadLogByRecordId.html
   * @deprecated Use `downloadBuildFullLog` instead.
   */
  downloadLogByRecordId(input: DownloadLogByRecordIdInput, options?: CallOptions): Call<DownloadLogByRecordIdOutput>;

  /**
   * Download the whole log of a build (v4).
   *
   * Returns the log of all steps of a build as plain text. The answer is a stream of bytes; only an error is JSON. Use `downloadBuildFullLog` instead, which can compress the log too.
   *
   * `GET /v4/{record_id}/download-log`
   *
   * Evidence: documented. No source describes the body of the answer. The maintained Terraform provider receives text and saves it as `<record_id>.txt`.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/DownloadBuildLog.html
   * @deprecated Use `downloadBuildFullLog` instead, which can compress the log too.
   */
  downloadBuildLog(input: DownloadBuildLogInput, options?: CallOptions): Call<DownloadBuildLogOutput>;

  /**
   * Download the log of a step (v4).
   *
   * Returns what one step of a build printed, as plain text. The answer is a stream of bytes; only an error is JSON. Use `downloadTaskLogNew` instead, which can compress the log too.
   *
   * `GET /v4/{record_id}/task-log`
   *
   * Evidence: documented. The reference of 2023 calls `task_name` a name; newer pages say that it is `stage` and a number.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadTaskLog.html
   * @deprecated Use `downloadTaskLogNew` instead, which can compress the log too.
   */
  downloadTaskLog(input: DownloadTaskLogInput, options?: CallOptions): Call<DownloadTaskLogOutput>;

  /**
   * Download a report on test coverage.
   *
   * Returns the report on the code that the unit tests of a step ran through, as a ZIP archive. The answer is a stream of bytes; only an error is JSON. `listJunitCoverageSummary` returns the `root_id` of each report.
   *
   * `GET /v1/report/junit/coverage/download`
   *
   * Evidence: documented. The vendor's page shows a POST in its example and a GET above it; API Explorer and the SDKs send a GET. The page wants a `root_id` of 36 characters, API Explorer accepts from 1 to 40.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/DownloadJunitCoverageZip.html
   */
  downloadJunitCoverageZip(
    input: DownloadJunitCoverageZipInput,
    options?: CallOptions,
  ): Call<DownloadJunitCoverageZipOutput>;

  /**
   * List the coverage reports of a build.
   *
   * Returns the reports on test coverage that the steps of a build made, all at once. It names the reports only: `downloadJunitCoverageZip` returns what stands in one.
   *
   * `GET /v1/report/junit/coverage/list`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListJunitCoverageSummary.html
   */
  listJunitCoverageSummary(
    input: ListJunitCoverageSummaryInput,
    options?: CallOptions,
  ): Call<ListJunitCoverageSummaryOutput>;

  /**
   * Show the success rate of recent builds.
   *
   * Returns how many builds of a task succeeded in the last days, in all and day by day. The rate of a day is in percent, the rate in all is a fraction, written as `2/3`.
   *
   * `GET /v1/report/ratio`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree on the fields. The default of `interval` is the page's; API Explorer has 0, which it does not accept. The counts of its example contradict its fraction and are corrected here.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowJobBuildSuccessRatio.html
   */
  showJobBuildSuccessRatio(
    input: ShowJobBuildSuccessRatioInput,
    options?: CallOptions,
  ): Call<ShowJobBuildSuccessRatioOutput>;

  /**
   * Show how long recent builds took.
   *
   * Returns the average, the longest and the shortest duration of a task's builds in the last days, and the duration of each build. The duration of a build is in seconds; for the other three no unit is documented.
   *
   * `GET /v1/report/time`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree on the fields. The default of `interval` is the page's; API Explorer has 0, which it does not accept. The durations of its example contradict each other and are corrected here.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowJobBuildTime.html
   */
  showJobBuildTime(input: ShowJobBuildTimeInput, options?: CallOptions): Call<ShowJobBuildTimeOutput>;

  /**
   * Show the unit tests of a build.
   *
   * Returns how many unit tests of a build passed and failed, for the whole build and for each step that ran tests. The vendor calls it coverage; it counts tests. Coverage of the code comes from `listJunitCoverageSummary`.
   *
   * `GET /v1/report/{job_id}/summary`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree, but the SDKs do not have `success_density`. In API Explorer the examples of single fields stand beside the wrong fields; the example of the whole answer is sound.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowReportSummary.html
   */
  showReportSummary(input: ShowReportSummaryInput, options?: CallOptions): Call<ShowReportSummaryOutput>;

  /**
   * Show the success rate between two days.
   *
   * Returns how many builds of a task succeeded between two days, and the rate as a number from 0 to 1. The two days may be 30 days apart at most. The answer has no envelope. Use `showJobBuildSuccessRatio` instead, which counts back from today.
   *
   * `GET /v3/jobs/{job_id}/success-ratio`
   *
   * Evidence: documented. The reference of 2023, API Explorer and the SDKs agree; only newer pages name the limit of 30 days.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/ShowJobSuccessRatio.html
   * @deprecated Use `showJobBuildSuccessRatio` instead, which counts back from today.
   */
  showJobSuccessRatio(input: ShowJobSuccessRatioInput, options?: CallOptions): Call<ShowJobSuccessRatioOutput>;

  /**
   * List the tags of a repository.
   *
   * Returns the names of the tags of a code repository, a page at a time. Pages are counted from 1 here, unlike in most lists of this API.
   *
   * `GET /v1/code/tags`
   *
   * Evidence: documented. Only the vendor's pages have this operation, API Explorer and the SDKs do not. The newest Chinese page names `codehub` as the only `scm_type`, the others name three. `total` is a string in the table and a number in the example, as is `name`.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListTagList.html
   */
  listTagList(input: ListTagListInput, options?: CallOptions): Call<ListTagListOutput>;

  /**
   * List a project's repositories of dependencies.
   *
   * Returns the private Nexus repositories that the builds of a CodeArts project can fetch dependencies from, a page at a time. They are registered in the console as service endpoints of the project.
   *
   * `GET /v1/job/{project_id}/nexus`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree on the fields. `limit` is mandatory in API Explorer and in the SDKs, optional on the page, which also wants it above 0. Whether `total` counts all pages or this one is not clear from any of them.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListEndPoints.html
   */
  listEndPoints(input: ListEndPointsInput, options?: CallOptions): Call<ListEndPointsOutput>;

  /**
   * List the branches of a task's repository.
   *
   * Returns the names of the branches of a repository, as far as the reports of the task know them, all at once. `result` is the array itself.
   *
   * `GET /v1/report/branches`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree on the fields. API Explorer refuses Chinese characters in the name; only newer pages limit it to 256 characters.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListRepoBranch.html
   */
  listRepoBranch(input: ListRepoBranchInput, options?: CallOptions): Call<ListRepoBranchOutput>;

  /**
   * List the repositories of a task.
   *
   * Returns the names of the code repositories that a task was built from, and the one of its last build. The reports take such a name as `repository_name`.
   *
   * `GET /v1/report/{job_id}/repositories`
   *
   * Evidence: documented. The vendor's page, API Explorer and the SDKs agree on the fields. They describe `repositories` as steps of the build, which is a slip: it holds names.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListRepository.html
   */
  listRepository(input: ListRepositoryInput, options?: CallOptions): Call<ListRepositoryOutput>;

  /**
   * Download a file.
   *
   * Returns the bytes of one of the tenant's files, a keystore for instance. Name and id are both asked for; `listKeystore` returns them together. Only an error is JSON.
   *
   * `GET /v2/keystore/download`
   *
   * Evidence: api-explorer. API Explorer gives JSON as the type of the answer and a binary string as its schema; the older `downloadKeystore` answers with an octet stream, which is assumed here.
   *
   * @see https://support.huaweicloud.com/api-codeci/DownloadKeystoreByName.html
   */
  downloadKeystoreByName(input: DownloadKeystoreByNameInput, options?: CallOptions): Call<DownloadKeystoreByNameOutput>;

  /**
   * List the files of the tenant.
   *
   * Returns the tenant's files, a page at a time, each with who made and changed it and what the caller may do with it. The first page is 1, unlike in most other lists. `listKeystore` returns just the names of those that the caller may use.
   *
   * `GET /v2/keystore/list`
   *
   * Evidence: documented. Fields that are `null` in API Explorer's example and missing from its tables are described here too.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListKeystoreSearch.html
   */
  listKeystoreSearch(input?: ListKeystoreSearchInput, options?: CallOptions): Call<ListKeystoreSearchOutput>;

  /**
   * List the files that you may use.
   *
   * Returns id and name of every file that the caller's builds may use, all at once. `listKeystoreSearch` tells more and covers the whole tenant.
   *
   * `GET /v2/keystore/name`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, also that the answer has no `error`.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListKeystore.html
   */
  listKeystore(input?: ListKeystoreInput, options?: CallOptions): Call<ListKeystoreOutput>;

  /**
   * Let a user work with a file.
   *
   * Adds a user to those who may do something with a file of the tenant, and says what. The answer holds one string, in the vendor's example an id; it has the form of the permission ids that `showKeystorePermission` lists. Change the entry with `updateKeystorePermission`, withdraw it with `deleteKeystorePermission`.
   *
   * `POST /v2/keystore/permission/add`
   *
   * Evidence: documented. The page explains the values of `delete` as whether something was deleted; API Explorer calls it a permission, which is followed here. Editions before November 2025 lack `user_id`.
   *
   * @see https://support.huaweicloud.com/api-codeci/AddKeystorePermission.html
   */
  addKeystorePermission(input: AddKeystorePermissionInput, options?: CallOptions): Call<AddKeystorePermissionOutput>;

  /**
   * Change a user's permission for a file.
   *
   * Replaces what a user may do with a file. There is no field for the right to grant rights (`setting`), so that stays as it is. The entry must exist; create one with `addKeystorePermission`.
   *
   * `POST /v2/keystore/permission/edit`
   *
   * Evidence: documented. Not in API Explorer. The page agrees with the SDKs and only repeats the names of the fields; the meanings here are those of `addKeystorePermission`.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/UpdateKeystorePermission.html
   */
  updateKeystorePermission(
    input: UpdateKeystorePermissionInput,
    options?: CallOptions,
  ): Call<UpdateKeystorePermissionOutput>;

  /**
   * List who may use a file.
   *
   * Returns the users who may do something with a file, a page at a time, its creator among them. The first page is 1, unlike in most other lists. `page` is declared as a string by every source; digits are what goes on the wire.
   *
   * `GET /v2/keystore/permission/{keystore_id}/query`
   *
   * Evidence: documented. API Explorer and SDKs agree with the page. API Explorer and the Chinese page set the page length to 0 where it is missing; the English page names no default.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowKeystorePermission.html
   */
  showKeystorePermission(input: ShowKeystorePermissionInput, options?: CallOptions): Call<ShowKeystorePermissionOutput>;

  /**
   * Withdraw a user's permission for a file.
   *
   * Removes the entry that lets a user work with a file. The entry of the file's creator cannot be removed, says the user guide.
   *
   * `DELETE /v2/keystore/permission/{permission_id}/delete`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/DeleteKeystorePermission.html
   */
  deleteKeystorePermission(
    input: DeleteKeystorePermissionInput,
    options?: CallOptions,
  ): Call<DeleteKeystorePermissionOutput>;

  /**
   * Rename, describe or share a file.
   *
   * Replaces the name and the description of a file and says whether the whole tenant may use it. Its content stays; to change that, upload another file. The id stands in the path and once more in the body.
   *
   * `POST /v2/keystore/update/{id}`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/UpdateKeystore.html
   */
  updateKeystore(input: UpdateKeystoreInput, options?: CallOptions): Call<UpdateKeystoreOutput>;

  /**
   * Upload a file.
   *
   * Stores a file for the tenant, for builds that sign a package or need settings, and returns its id. Let others use it with `updateKeystore` (everybody in the tenant) or `addKeystorePermission` (single users).
   *
   * The user guide limits files to 100 KB, a tenant to 20 files, and the extensions to `.xml`, `.key`, `.keystore`, `.jks`, `.crt` and `.pem`. There is no field for the passwords of a keystore; they belong to the build task.
   *
   * `POST /v2/keystore/upload`
   *
   * Evidence: documented. The page and the SDKs agree on the parts of the form. API Explorer does not have the operation.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/UploadKeystore.html
   */
  uploadKeystore(input: UploadKeystoreInput, options?: CallOptions): Call<UploadKeystoreOutput>;

  /**
   * Delete a file.
   *
   * Removes a file from the tenant's files. Builds that name it find it no longer. Only its creator, and users whose entry in `showKeystorePermission` has `delete`, may do it.
   *
   * `DELETE /v2/keystore/{keystore_id}/delete`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/DeleteKeystore.html
   */
  deleteKeystore(input: DeleteKeystoreInput, options?: CallOptions): Call<DeleteKeystoreOutput>;

  /**
   * Download a keystore by its name.
   *
   * Returns the bytes of the tenant's file of that name. Only an error is JSON. Use `downloadKeystoreByName` instead.
   *
   * `GET /v3/keystore`
   *
   * Evidence: documented. The 2023 reference says nothing of the answer; later pages and API Explorer call it a file. The limits of `file_name` are API Explorer's.
   *
   * @see https://support.huaweicloud.com/eu/api-codeci/DownloadKeystore.html
   * @deprecated Use `downloadKeystoreByName` instead.
   */
  downloadKeystore(input: DownloadKeystoreInput, options?: CallOptions): Call<DownloadKeystoreOutput>;

  /**
   * Create a group of build tasks.
   *
   * Creates a group, at the root of the project's tree or in another group, and returns it inside a list. Put tasks into it with `moveGroup`.
   *
   * `POST /v1/job/{project_id}/group/create`
   *
   * Evidence: documented. The page, API Explorer and SDKs agree, also that `ordinal` is a string; in the example it is a number.
   *
   * @see https://support.huaweicloud.com/intl/tr-tr/api-codeci/CreateJobGroup.html
   */
  createJobGroup(input: CreateJobGroupInput, options?: CallOptions): Call<CreateJobGroupOutput>;

  /**
   * Delete a group.
   *
   * Deletes a group of the project. What becomes of the tasks and the groups in it is not documented, so move them out before, with `moveGroup` and `updateJobGroup`.
   *
   * `DELETE /v1/job/{project_id}/group/delete`
   *
   * Evidence: documented. The page, API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/intl/tr-tr/api-codeci/DeleteGroup.html
   */
  deleteGroup(input: DeleteGroupInput, options?: CallOptions): Call<DeleteGroupOutput>;

  /**
   * Move build tasks into a group.
   *
   * Puts build tasks into a group, out of the one in which they were. It moves tasks, not groups, whatever its name says; `updateJobGroup` moves a group.
   *
   * `POST /v1/job/{project_id}/group/move`
   *
   * Evidence: documented. The page, API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/intl/tr-tr/api-codeci/MoveGroup.html
   */
  moveGroup(input: MoveGroupInput, options?: CallOptions): Call<MoveGroupOutput>;

  /**
   * Exchange the places of two groups.
   *
   * Exchanges the places that two groups have in the order of the tree (`ordinal`). Sent a second time it puts them back. There is no request body.
   *
   * `POST /v1/job/{project_id}/group/swap`
   *
   * Evidence: documented. Not in API Explorer. The page and the SDKs agree.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/SwitchedPacket.html
   */
  switchedPacket(input: SwitchedPacketInput, options?: CallOptions): Call<SwitchedPacketOutput>;

  /**
   * List the groups of a project.
   *
   * Returns the groups of a project as a tree, all at once. The tasks are not in it: give a group's `path_id` to `listProjectJobs` as `group_path_id` to see those.
   *
   * `GET /v1/job/{project_id}/group/tree`
   *
   * Evidence: documented. The page, API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ListGroupTree.html
   */
  listGroupTree(input: ListGroupTreeInput, options?: CallOptions): Call<ListGroupTreeOutput>;

  /**
   * Rename or move a group.
   *
   * Changes the name of a group or the group that it stands in, and returns it inside a list. Which group, is said by `id` in the body, not in the path. What happens to fields that are left out is not documented, so send `name` and `parent_id` both.
   *
   * `PUT /v1/job/{project_id}/group/update`
   *
   * Evidence: documented. Not in API Explorer. The page and the SDKs agree; the shapes are those of `createJobGroup`.
   *
   * @see https://support.huaweicloud.com/intl/tr-tr/api-codeci/UpdateJobGroup.html
   */
  updateJobGroup(input: UpdateJobGroupInput, options?: CallOptions): Call<UpdateJobGroupOutput>;

  /**
   * Download the Dockerfile of an image template.
   *
   * Returns a Dockerfile that starts from one of the images of `showImageTemplateList`, as a stream of bytes. Only an error is JSON.
   *
   * `GET /v1/image/dockerfile-template`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. No content is published; the example is made up.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowDockerfileTemplate.html
   */
  showDockerfileTemplate(input: ShowDockerfileTemplateInput, options?: CallOptions): Call<ShowDockerfileTemplateOutput>;

  /**
   * List the templates of build images.
   *
   * Returns all images that a build image of one's own can start from. The list has no pages. Take an `image_id` from it to `showDockerfileTemplate`.
   *
   * `GET /v1/image/templates`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, except for `title`, which only the SDKs have. The example of API Explorer has an error message beside its success; it is left out here.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowImageTemplateList.html
   */
  showImageTemplateList(input?: ShowImageTemplateListInput, options?: CallOptions): Call<ShowImageTemplateListOutput>;

  /**
   * Create a build template.
   *
   * Saves steps and parameters as a template of the tenant and returns its `uuid`. There is no operation that changes a template: delete it and create it anew. The new template is found with `listCustomTemplate` or `showTemplate`.
   *
   * `POST /v1/template/create`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree, and the maintained Terraform provider reads `result.uuid`. Only API Explorer's example has `error`.
   *
   * @see https://support.huaweicloud.com/api-codeci/CreateTemplate.html
   */
  createTemplate(input: CreateTemplateInput, options?: CallOptions): Call<CreateTemplateOutput>;

  /**
   * List the templates of the tenant.
   *
   * Returns the templates that users of the tenant have saved, a page at a time. Unlike most lists of this API, pages start at 1. Past the last page `items` is empty.
   *
   * `GET /v1/template/custom`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The maintained Terraform provider, too, reads pages of 100 from 1 on until one is empty.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListCustomTemplate.html
   */
  listCustomTemplate(input?: ListCustomTemplateInput, options?: CallOptions): Call<ListCustomTemplateOutput>;

  /**
   * Mark a template of the tenant as favourite.
   *
   * Puts a template of the tenant among the caller's favourites; `favourite` is then true for it in `listCustomTemplate`. For a template of the vendor call `addFavouriteOfficialTemplate`. There is no request body.
   *
   * `POST /v1/template/custom/{uuid}/follow`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The vendor's page is listed and was not seen.
   *
   * @see https://support.huaweicloud.com/api-codeci/AddFavouriteCustomTemplate.html
   */
  addFavouriteCustomTemplate(
    input: AddFavouriteCustomTemplateInput,
    options?: CallOptions,
  ): Call<AddFavouriteCustomTemplateOutput>;

  /**
   * Remove a template of the tenant from favourites.
   *
   * Takes a template of the tenant off the caller's favourites; the template itself stays. For a template of the vendor call `removerFavouriteOfficialTemplate`. The odd name is the vendor's. There is no request body.
   *
   * `POST /v1/template/custom/{uuid}/unfollow`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The vendor's page is listed and was not seen.
   *
   * @see https://support.huaweicloud.com/api-codeci/RemoverFavouriteCustomTemplate.html
   */
  removerFavouriteCustomTemplate(
    input: RemoverFavouriteCustomTemplateInput,
    options?: CallOptions,
  ): Call<RemoverFavouriteCustomTemplateOutput>;

  /**
   * Mark a template of the vendor as favourite.
   *
   * Puts a template of the vendor among the caller's favourites; `favourite` is then true for it in `listOfficialTemplate`. For a template of the tenant call `addFavouriteCustomTemplate`. There is no request body.
   *
   * `POST /v1/template/official/{uuid}/follow`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The vendor's page is listed and was not seen.
   *
   * @see https://support.huaweicloud.com/api-codeci/AddFavouriteOfficialTemplate.html
   */
  addFavouriteOfficialTemplate(
    input: AddFavouriteOfficialTemplateInput,
    options?: CallOptions,
  ): Call<AddFavouriteOfficialTemplateOutput>;

  /**
   * Remove a template of the vendor from favourites.
   *
   * Takes a template of the vendor off the caller's favourites; the template itself stays. For a template of the tenant call `removerFavouriteCustomTemplate`. The odd name is the vendor's. There is no request body.
   *
   * `POST /v1/template/official/{uuid}/unfollow`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The vendor's page is listed and was not seen.
   *
   * @see https://support.huaweicloud.com/api-codeci/RemoverFavouriteOfficialTemplate.html
   */
  removerFavouriteOfficialTemplate(
    input: RemoverFavouriteOfficialTemplateInput,
    options?: CallOptions,
  ): Call<RemoverFavouriteOfficialTemplateOutput>;

  /**
   * List the templates of the vendor.
   *
   * Returns the templates that the service provides for common languages and build tools, a page at a time. They carry a `language`, and neither author nor time.
   *
   * `GET /v1/template/officialtemplates`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree on the fields. The default of `page` is 0 in API Explorer, and one third-party client counts from 0; another counts from 1.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListOfficialTemplate.html
   */
  listOfficialTemplate(input?: ListOfficialTemplateInput, options?: CallOptions): Call<ListOfficialTemplateOutput>;

  /**
   * Recommend templates for a repository.
   *
   * Looks at a branch of a repository and returns the templates of the vendor that suit its code, all at once. Nothing is stored, although the method is POST. The list is empty where nothing fits.
   *
   * `POST /v1/template/recommend`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. API Explorer's example is an empty list, so it is not known which fields a recommended template really has.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListRecommendOfficialTemplate.html
   */
  listRecommendOfficialTemplate(
    input: ListRecommendOfficialTemplateInput,
    options?: CallOptions,
  ): Call<ListRecommendOfficialTemplateOutput>;

  /**
   * Record which template a task uses.
   *
   * Notes that a task was made from a template. What the service does with the note is not documented.
   *
   * `POST /v1/template/used-info`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The vendor's page is listed and was not seen. The two examples of `template_id` have different forms.
   *
   * @see https://support.huaweicloud.com/api-codeci/SaveTemplateUsedInfo.html
   */
  saveTemplateUsedInfo(input: SaveTemplateUsedInfoInput, options?: CallOptions): Call<SaveTemplateUsedInfoOutput>;

  /**
   * Show the default YAML of a task.
   *
   * Returns the default text of the YAML file that can describe the steps of a task within its repository. `result` is the whole text, as one string.
   *
   * `GET /v1/template/{job_id}/default-template`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The vendor's page is listed and was not seen. API Explorer's example of the text is a single shell command.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowYamlTemplate.html
   */
  showYamlTemplate(input: ShowYamlTemplateInput, options?: CallOptions): Call<ShowYamlTemplateOutput>;

  /**
   * Show a template of the tenant.
   *
   * Returns one template that a user of the tenant has saved, with its steps and parameters. The last segment of the path is `custom`, not the first one.
   *
   * `GET /v1/template/{uuid}/custom`
   *
   * Evidence: sdk. Only the SDKs have the operation; API Explorer lacks it, and the vendor's page is listed and was not seen.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowTemplate.html
   */
  showTemplate(input: ShowTemplateInput, options?: CallOptions): Call<ShowTemplateOutput>;

  /**
   * Delete a build template.
   *
   * Deletes a template of the tenant for good: the recycle bin is for tasks, and no operation restores a template. Only the outcome comes back. An unknown `uuid` has been seen to answer 422 with the code `DEV.CB.0520002`.
   *
   * `DELETE /v1/template/{uuid}/delete`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The error of an unknown template comes from the maintained Terraform provider.
   *
   * @see https://support.huaweicloud.com/api-codeci/DeleteTemplate.html
   */
  deleteTemplate(input: DeleteTemplateInput, options?: CallOptions): Call<DeleteTemplateOutput>;

  /**
   * Create a build template (v3).
   *
   * Saves steps and parameters as a template of the tenant and returns the template that was saved. Use `createTemplate` instead; it answers with the `uuid` alone.
   *
   * `POST /v3/templates/create`
   *
   * Evidence: documented. The 2023 reference, API Explorer and the SDKs agree on the fields. API Explorer's example shows the steps of the saved template as `null`, the reference shows them filled.
   *
   * @see https://support.huaweicloud.com/eu/nl-nl/api-codeci/CreateTemplates.html
   * @deprecated Use `createTemplate` instead; it answers with the `uuid` alone.
   */
  createTemplates(input: CreateTemplatesInput, options?: CallOptions): Call<CreateTemplatesOutput>;

  /**
   * List build templates (v3).
   *
   * Returns the templates that users of the tenant have saved, a page at a time. Use `listCustomTemplate` instead, and `listOfficialTemplate` for the templates of the vendor.
   *
   * `page` counts from 0 here and from 1 in `listCustomTemplate`.
   *
   * `GET /v3/templates/query`
   *
   * Evidence: documented. The 2023 reference documents `template` with `steps` only; API Explorer and SDKs have added `actions`, `auto_update_sub_module`, `image` and `image_source`.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListTemplates.html
   * @deprecated Use `listCustomTemplate` instead, and `listOfficialTemplate` for the templates of the vendor.
   */
  listTemplates(input?: ListTemplatesInput, options?: CallOptions): Call<ListTemplatesOutput>;

  /**
   * Delete a build template (v3).
   *
   * Deletes one template of the tenant for good, in spite of the plural in its name. Use `deleteTemplate` instead. The answer is declared as a list of templates; no example of it is published.
   *
   * `DELETE /v3/templates/{uuid}/delete`
   *
   * Evidence: documented. The 2023 reference, API Explorer and the SDKs declare `result` as an array and show no example. `null` is accepted too.
   *
   * @see https://support.huaweicloud.com/api-codeci/DeleteTemplates.html
   * @deprecated Use `deleteTemplate` instead.
   */
  deleteTemplates(input: DeleteTemplatesInput, options?: CallOptions): Call<DeleteTemplatesOutput>;

  /**
   * Check the webhook address of a channel.
   *
   * Checks an address that notices of the task are to be sent to, before it is stored with `updateNewNoticeNew`. Nothing is stored. The address of a group chat contains its key, so treat it as a secret.
   *
   * `POST /v1/job/check/webhook-url`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree. No help page was seen. Whether the check sends anything to the address is not documented.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=CheckWebhookUrl
   */
  checkWebhookUrl(input: CheckWebhookUrlInput, options?: CallOptions): Call<CheckWebhookUrlOutput>;

  /**
   * Show which events a task tells.
   *
   * Returns, for each channel, which events of the task are told through it: the end of a build, and changes to the task itself. `updateNewNoticeNew` changes them, one channel at a time.
   *
   * `GET /v1/job/{job_id}/notice`
   *
   * Evidence: api-explorer. API Explorer and the SDKs agree. The example does not have Feishu, which other pages name as a channel.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowJobNoticeConfigInfo.html
   */
  showJobNoticeConfigInfo(
    input: ShowJobNoticeConfigInfoInput,
    options?: CallOptions,
  ): Call<ShowJobNoticeConfigInfoOutput>;

  /**
   * Set which events a task tells.
   *
   * Sets which events of the task are told through one channel. The list is the whole of what is switched on, so to stop one event send the others. Read the present settings with `showJobNoticeConfigInfo` first.
   *
   * `PUT /v1/job/{job_id}/notice`
   *
   * Evidence: documented. The vendor's pages and the SDKs agree; API Explorer does not have the operation. The tables have `send_switch` and `result` as strings; examples of the older `updateNotice` have a boolean and an object.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/UpdateNewNoticeNew.html
   */
  updateNewNoticeNew(input: UpdateNewNoticeNewInput, options?: CallOptions): Call<UpdateNewNoticeNewOutput>;

  /**
   * Silence one channel of a task.
   *
   * Stops all notices of the task through one channel. The other channels stay as they are.
   *
   * There is no operation that does just this today. Use `updateNewNoticeNew` instead, and leave out the events that nobody wants to be told of.
   *
   * `POST /v3/jobs/notice/{job_id}/disable`
   *
   * Evidence: documented. The reference of 2023 and API Explorer show the channel in small letters, and name no other values; `updateNotice` has capital letters. Which of them the service accepts is not known. Tables have `result` as a string, examples as an object.
   *
   * @see https://support.huaweicloud.com/api-codeci/DisableNotice.html
   * @deprecated Use `updateNewNoticeNew` instead, and leave out the events that nobody wants to be told of.
   */
  disableNotice(input: DisableNoticeInput, options?: CallOptions): Call<DisableNoticeOutput>;

  /**
   * List which events a task tells.
   *
   * Returns, for each channel, which events of the task are told through it: the end of a build, and changes to the task itself.
   *
   * Use `showJobNoticeConfigInfo` instead, which returns the same fields and knows more channels.
   *
   * `GET /v3/jobs/notice/{job_id}/query`
   *
   * Evidence: documented. The reference of 2023, API Explorer and the SDKs agree. Its example has three channels; newer pages have WeCom and Feishu as well.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListNotice.html
   * @deprecated Use `showJobNoticeConfigInfo` instead, which returns the same fields and knows more channels.
   */
  listNotice(input: ListNoticeInput, options?: CallOptions): Call<ListNoticeOutput>;

  /**
   * Set which events one channel tells.
   *
   * Sets which events of the task are told through one channel. The list is the whole of what is switched on, so to stop one event send the others.
   *
   * Use `updateNewNoticeNew` instead, which takes the same body.
   *
   * `POST /v3/jobs/notice/{job_id}/update`
   *
   * Evidence: documented. The reference of 2023 and API Explorer have three fields in the body; the SDKs and the pages from 2025 on add `send_switch` and `use_project_notice`, and those pages close the list of channels, in capitals: `message` in small letters is API Explorer's example of the field, and no example of a request. All tables have `result` as a string, all examples as an object.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/UpdateNotice.html
   * @deprecated Use `updateNewNoticeNew` instead, which takes the same body.
   */
  updateNotice(input: UpdateNoticeInput, options?: CallOptions): Call<UpdateNoticeOutput>;

  /**
   * Show what you may do in a project.
   *
   * Returns what the caller may do with the build tasks of a CodeArts project, and the roles that this comes from. For a single task ask `showProjectJobPermission`.
   *
   * `GET /v1/domain/user-permission`
   *
   * Evidence: documented. API Explorer, whose types the SDKs share, calls the ids of roles strings and has numbers in its example.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowProjectPermission.html
   */
  showProjectPermission(input: ShowProjectPermissionInput, options?: CallOptions): Call<ShowProjectPermissionOutput>;

  /**
   * Show what you may do with a task.
   *
   * Returns one set of permissions for a build task, with the number of the role that it comes from. The vendor calls it a matrix; since the answer is a single set and no role is asked for, it is presumably the caller's. `showJobRolePermission` returns those of all roles.
   *
   * `GET /v1/job/permission`
   *
   * Evidence: documented. The page, API Explorer and SDKs agree. `error` stands in API Explorer's example and in no table. The times have two forms: the example of an answer is followed.
   *
   * @see https://support.huaweicloud.com/intl/tr-tr/api-codeci/ShowProjectJobPermission.html
   */
  showProjectJobPermission(
    input: ShowProjectJobPermissionInput,
    options?: CallOptions,
  ): Call<ShowProjectJobPermissionOutput>;

  /**
   * Check whether internal network access is on.
   *
   * Says whether secure access over the internal network is switched on. It takes no parameter, so it can only be about the caller's tenant.
   *
   * `GET /v1/job/permission/internal`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/CheckJobInternal.html
   */
  checkJobInternal(input?: CheckJobInternalInput, options?: CallOptions): Call<CheckJobInternalOutput>;

  /**
   * Show what roles may do with a task.
   *
   * Returns what each role may do with a build task. What the caller may do is the answer of `showProjectJobPermission`; to change it, call `batchUpdateJobRolePermission`.
   *
   * `GET /v1/job/permission/role`
   *
   * Evidence: documented. The page, API Explorer and SDKs agree, also that the answer has no `error`.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowJobRolePermission.html
   */
  showJobRolePermission(input: ShowJobRolePermissionInput, options?: CallOptions): Call<ShowJobRolePermissionOutput>;

  /**
   * Set what roles may do with tasks.
   *
   * Gives several build tasks of a project the same permissions, role by role, or makes them follow the project's. Read the roles of the project with `showDefaultProjectPermission` or those of a task with `showJobRolePermission`, change them, and send them all: whether roles that are left out keep what they had is not documented.
   *
   * `POST /v1/job/permissions/batch`
   *
   * Evidence: documented. The page of 2025-08-22 calls `role_id` a string and lacks `id`, `devuc_role_id`, `role_name` and `count`; API Explorer and SDKs, which are newer and agree, are followed. No source marks a field as required.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/BatchUpdateJobRolePermission.html
   */
  batchUpdateJobRolePermission(
    input: BatchUpdateJobRolePermissionInput,
    options?: CallOptions,
  ): Call<BatchUpdateJobRolePermissionOutput>;

  /**
   * Show the project's permissions for tasks.
   *
   * Returns what each role of a project may do with build tasks unless a task says otherwise. A task is asked for nevertheless. `showJobRolePermission` returns what is true of the task.
   *
   * `GET /v1/job/project/default-permission`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The address in API Explorer's example has `jobid` where its table has `job_id`.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ShowDefaultProjectPermission
   */
  showDefaultProjectPermission(
    input: ShowDefaultProjectPermissionInput,
    options?: CallOptions,
  ): Call<ShowDefaultProjectPermissionOutput>;

  /**
   * Switch a task to its project's permissions.
   *
   * Says whether a build task follows the permissions of its project or has some of its own. The page's title sounds like a query; the request changes the task. `batchUpdateJobRolePermission` does the same for several tasks, and sets permissions of their own.
   *
   * `POST /v1/job/project/permission`
   *
   * Evidence: documented. The page's list of values for `project_switch` belongs to another field; API Explorer has the right one. No source marks a field as required.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ApplyProjectPermission.html
   */
  applyProjectPermission(input: ApplyProjectPermissionInput, options?: CallOptions): Call<ApplyProjectPermissionOutput>;

  /**
   * Show how the tenant is billed.
   *
   * Returns the billing mode of the tenant and the packages that it has bought.
   *
   * `GET /v1/domain/charge-type`
   *
   * Evidence: documented. The help page and the SDKs agree on the fields; API Explorer does not have the operation. The end of the page's example could not be read.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowUserChargeType.html
   */
  showUserChargeType(input?: ShowUserChargeTypeInput, options?: CallOptions): Call<ShowUserChargeTypeOutput>;

  /**
   * Show the states of several tenants.
   *
   * Returns the states of other tenants, for projects that several tenants work in. Despite being a POST it changes nothing. The ids are one string with commas between, not a list.
   *
   * `POST /v1/domain/domains-statuses`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. API Explorer lists it with the build tasks.
   *
   * @see https://console.huaweicloud.com/apiexplorer/#/openapi/CodeArtsBuild/doc?api=ShowDomainsStatuses
   */
  showDomainsStatuses(input: ShowDomainsStatusesInput, options?: CallOptions): Call<ShowDomainsStatusesOutput>;

  /**
   * Check whether the account is federated.
   *
   * Says whether the account of the caller is a federated one, whose users come from another identity provider.
   *
   * `GET /v1/domain/federation`
   *
   * Evidence: documented. The help pages, where it came in November 2025, are the only source besides a third-party client. They call the operation ShowFederation.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowFederation.html
   */
  showFederation(input?: ShowFederationInput, options?: CallOptions): Call<ShowFederationOutput>;

  /**
   * Show the tenant's figures.
   *
   * Returns how many build tasks the tenant has, how many of their builds succeed and how much was built.
   *
   * `GET /v1/domain/job-summary`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. For `version_total` both say string and the example has a number, so both are accepted.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowSummaryBuildJobInfo.html
   */
  showSummaryBuildJobInfo(
    input?: ShowSummaryBuildJobInfoInput,
    options?: CallOptions,
  ): Call<ShowSummaryBuildJobInfoOutput>;

  /**
   * Check whether the monthly quota is exceeded.
   *
   * Says whether the tenant that a project belongs to has built for longer this month than its package allows. A quota of `unlimit` has no limit; the answer then lacks `used_quota`.
   *
   * `GET /v1/domain/package/quota`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree. The unit of the quota is not documented, and API Explorer's example value for `used_quota` (true) contradicts its type.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowUserOverPackageQuota.html
   */
  showUserOverPackageQuota(
    input: ShowUserOverPackageQuotaInput,
    options?: CallOptions,
  ): Call<ShowUserOverPackageQuotaOutput>;

  /**
   * List all of one's projects.
   *
   * Returns all CodeArts projects that the caller takes part in, at once, and says which of them the caller created. `listRelatedProjectInfo` returns them a page at a time.
   *
   * `GET /v1/domain/project/related`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree on the fields. API Explorer's example has five more (id, real_role, status, type, watcher), all `null`, which are let through and not described.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowRelatedProject.html
   */
  showRelatedProject(input?: ShowRelatedProjectInput, options?: CallOptions): Call<ShowRelatedProjectOutput>;

  /**
   * List one's projects, a page at a time.
   *
   * Returns the CodeArts projects that the caller takes part in, a page at a time, and can search them by name. `showRelatedProject` returns them all at once and says which of them the caller created.
   *
   * `GET /v1/domain/project/related-page`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/ListRelatedProjectInfo.html
   */
  listRelatedProjectInfo(
    input?: ListRelatedProjectInfoInput,
    options?: CallOptions,
  ): Call<ListRelatedProjectInfoOutput>;

  /**
   * Show the state of the tenant.
   *
   * Says whether the tenant of the caller can use CodeArts Build: whether the service is enabled, frozen or closed for it.
   *
   * `GET /v1/domain/status`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowDomainStatus.html
   */
  showDomainStatus(input?: ShowDomainStatusInput, options?: CallOptions): Call<ShowDomainStatusOutput>;

  /**
   * Show when a package expires.
   *
   * Says what happens next to a package that the tenant has bought, and in how many days. Despite being a POST it changes nothing. `showPackageSpecStatus` returns the `resource_id` of the packages.
   *
   * `POST /v2/resource/countdown`
   *
   * Evidence: documented. The help page and the SDKs agree on the fields; API Explorer does not have the operation. The values in the page's example request (an architecture, the word jobName) fit nothing, so those here are made up, and so are those of the answer.
   *
   * @see https://support.huaweicloud.com/intl/tr-tr/api-codeci/ShowPackageSpecCountDown.html
   */
  showPackageSpecCountDown(
    input: ShowPackageSpecCountDownInput,
    options?: CallOptions,
  ): Call<ShowPackageSpecCountDownOutput>;

  /**
   * List packages in a given state.
   *
   * Returns the packages of a project's tenant that are in the given state. Their `resource_id` goes into `showPackageSpecCountDown`.
   *
   * `GET /v2/resource/package-spec/status`
   *
   * Evidence: documented. The help pages are the only source. The values of `status` stand on the newest Chinese page only; the others call the list one of unit test reports, which is a slip.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-codeci/ShowPackageSpecStatus.html
   */
  showPackageSpecStatus(input: ShowPackageSpecStatusInput, options?: CallOptions): Call<ShowPackageSpecStatusOutput>;

  /**
   * List the sizes of build machines.
   *
   * Returns the sizes of the vendor's build machines that a project may use, for one architecture. They are the values that a task takes as `flavor`. The answer is a bare list, without the usual envelope.
   *
   * `GET /v2/resource/spec`
   *
   * Evidence: api-explorer. API Explorer and SDKs agree that there is no envelope.
   *
   * @see https://support.huaweicloud.com/api-codeci/ShowAvailableInnerSpec.html
   */
  showAvailableInnerSpec(input: ShowAvailableInnerSpecInput, options?: CallOptions): Call<ShowAvailableInnerSpecOutput>;
}

/**
 * Every list of CodeArts Build: what it takes, a page of it, an item of it.
 */
export interface CodeArtsBuildLists {
  /**
   * List all build tasks of the user.
   */
  listJob: {
    input: Omit<ListJobInput, 'page_index' | 'page_size'>;
    page: ListJobOutput;
    item: NonNullable<NonNullable<ListJobOutput['result']>['job_list']>[number];
  };
  /**
   * List the changes of a build task.
   */
  listUpdateJobHistory: {
    input: Omit<ListUpdateJobHistoryInput, 'page_no' | 'page_size'>;
    page: ListUpdateJobHistoryOutput;
    item: NonNullable<NonNullable<ListUpdateJobHistoryOutput['result']>['job_update_records']>[number];
  };
  /**
   * List the build tasks of a project.
   */
  listProjectJobs: {
    input: Omit<ListProjectJobsInput, 'page_index' | 'page_size'>;
    page: ListProjectJobsOutput;
    item: NonNullable<NonNullable<ListProjectJobsOutput['result']>['job_list']>[number];
  };
  /**
   * List the build tasks of a project.
   */
  showJobListByProjectId: {
    input: Omit<ShowJobListByProjectIdInput, 'page_index' | 'page_size'>;
    page: ShowJobListByProjectIdOutput;
    item: NonNullable<ShowJobListByProjectIdOutput['jobs']>[number];
  };
  /**
   * List the tasks in the recycle bin.
   */
  listRecyclingJob: {
    input: Omit<ListRecyclingJobInput, 'page_no' | 'page_size'>;
    page: ListRecyclingJobOutput;
    item: NonNullable<NonNullable<ListRecyclingJobOutput['result']>['job_list']>[number];
  };
  /**
   * List recent builds of several tasks.
   */
  listBriefRecord: {
    input: Omit<ListBriefRecordInput, 'limit'>;
    page: ListBriefRecordOutput;
    item: NonNullable<ListBriefRecordOutput['result']>[number];
  };
  /**
   * List the builds of a build project.
   */
  listRecords: {
    input: Omit<ListRecordsInput, 'page' | 'limit'>;
    page: ListRecordsOutput;
    item: NonNullable<NonNullable<ListRecordsOutput['result']>['data']>[number];
  };
  /**
   * List the builds of a task.
   */
  listBuildInfoRecordByJobId: {
    input: Omit<ListBuildInfoRecordByJobIdInput, 'page_index' | 'page_size'>;
    page: ListBuildInfoRecordByJobIdOutput;
    item: NonNullable<NonNullable<ListBuildInfoRecordByJobIdOutput['result']>['job_build_states']>[number];
  };
  /**
   * List the builds of a task (v3).
   */
  listBuildInfoRecord: {
    input: Omit<ListBuildInfoRecordInput, 'page_index' | 'page_size'>;
    page: ListBuildInfoRecordOutput;
    item: NonNullable<NonNullable<ListBuildInfoRecordOutput['result']>['job_build_states']>[number];
  };
  /**
   * List the builds of the last days.
   */
  showListHistory: {
    input: Omit<ShowListHistoryInput, 'offset' | 'limit'>;
    page: ShowListHistoryOutput;
    item: NonNullable<ShowListHistoryOutput['history_records']>[number];
  };
  /**
   * List the builds between two days.
   */
  showListPeriodHistory: {
    input: Omit<ShowListPeriodHistoryInput, 'offset' | 'limit'>;
    page: ShowListPeriodHistoryOutput;
    item: NonNullable<ShowListPeriodHistoryOutput['history_records']>[number];
  };
  /**
   * Show why a build failed.
   */
  showLogAnalysis: {
    input: Omit<ShowLogAnalysisInput, 'offset' | 'limit'>;
    page: ShowLogAnalysisOutput;
    item: NonNullable<NonNullable<ShowLogAnalysisOutput['result']>['error_nodes']>[number];
  };
  /**
   * List the tags of a repository.
   */
  listTagList: {
    input: Omit<ListTagListInput, 'page_no' | 'page_size'>;
    page: ListTagListOutput;
    item: NonNullable<NonNullable<ListTagListOutput['result']>['tag_list']>[number];
  };
  /**
   * List a project's repositories of dependencies.
   */
  listEndPoints: {
    input: Omit<ListEndPointsInput, 'offset' | 'limit'>;
    page: ListEndPointsOutput;
    item: NonNullable<NonNullable<ListEndPointsOutput['result']>['endpoints']>[number];
  };
  /**
   * List the files of the tenant.
   */
  listKeystoreSearch: {
    input: Omit<ListKeystoreSearchInput, 'page' | 'page_size'>;
    page: ListKeystoreSearchOutput;
    item: NonNullable<NonNullable<ListKeystoreSearchOutput['result']>['keystore_list']>[number];
  };
  /**
   * List who may use a file.
   */
  showKeystorePermission: {
    input: Omit<ShowKeystorePermissionInput, 'page' | 'page_size'>;
    page: ShowKeystorePermissionOutput;
    item: NonNullable<NonNullable<ShowKeystorePermissionOutput['result']>['permission_list']>[number];
  };
  /**
   * List the templates of the tenant.
   */
  listCustomTemplate: {
    input: Omit<ListCustomTemplateInput, 'page' | 'page_size'>;
    page: ListCustomTemplateOutput;
    item: NonNullable<NonNullable<ListCustomTemplateOutput['result']>['items']>[number];
  };
  /**
   * List the templates of the vendor.
   */
  listOfficialTemplate: {
    input: Omit<ListOfficialTemplateInput, 'page' | 'page_size'>;
    page: ListOfficialTemplateOutput;
    item: NonNullable<NonNullable<ListOfficialTemplateOutput['result']>['items']>[number];
  };
  /**
   * List build templates (v3).
   */
  listTemplates: {
    input: Omit<ListTemplatesInput, 'page' | 'page_size'>;
    page: ListTemplatesOutput;
    item: NonNullable<NonNullable<ListTemplatesOutput['result']>['items']>[number];
  };
  /**
   * List one's projects, a page at a time.
   */
  listRelatedProjectInfo: {
    input: Omit<ListRelatedProjectInfoInput, 'page_no' | 'page_size'>;
    page: ListRelatedProjectInfoOutput;
    item: NonNullable<NonNullable<ListRelatedProjectInfoOutput['result']>['project_info_list']>[number];
  };
}

/**
 * How each operation of CodeArts Build is called.
 */
export const operations = {
  batchDeleteBuildJobs: {
    method: 'DELETE',
    path: '/v1/job/batch-delete',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  checkJobCountIsTopLimit: { method: 'GET', path: '/v1/job/check/count' },
  checkJobNameIsExists: {
    method: 'GET',
    path: '/v1/job/check/exist',
    query: ['project_id', 'job_name'],
    required: ['project_id', 'job_name'],
  },
  copyJob: { method: 'POST', path: '/v1/job/copy', required: ['body'], body: 'json' },
  createNewJob: { method: 'POST', path: '/v1/job/create', required: ['body'], body: 'json' },
  listJob: {
    method: 'GET',
    path: '/v1/job/list',
    query: ['page_index', 'page_size', 'search', 'sort_field', 'sort_order', 'creator_id', 'build_status'],
    pagination: {
      page: 'page_index',
      size: 'page_size',
      first: 0,
      maxSize: 100,
      items: 'result.job_list',
      total: 'result.total',
      id: 'id',
    },
  },
  updateNewJob: { method: 'POST', path: '/v1/job/update', required: ['body'], body: 'json', idempotent: true },
  showDisable: { method: 'GET', path: '/v1/job/{job_id}/check/disable' },
  showJobConfig: { method: 'GET', path: '/v1/job/{job_id}/config', query: ['get_all_params'] },
  showCopyName: { method: 'GET', path: '/v1/job/{job_id}/copy-name' },
  deleteTheJob: { method: 'DELETE', path: '/v1/job/{job_id}/delete', idempotent: true },
  showJobConfigDiff: {
    method: 'GET',
    path: '/v1/job/{job_id}/diff',
    query: ['revisedl_no', 'original_no'],
    required: ['revisedl_no', 'original_no'],
  },
  disableTheJob: {
    method: 'POST',
    path: '/v1/job/{job_id}/disable',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  addFavouriteTask: { method: 'POST', path: '/v1/job/{job_id}/follow', idempotent: true },
  listUpdateJobHistory: {
    method: 'GET',
    path: '/v1/job/{job_id}/history',
    query: ['page_no', 'page_size'],
    pagination: {
      page: 'page_no',
      size: 'page_size',
      first: 1,
      maxSize: 100,
      items: 'result.job_update_records',
      total: 'result.total',
      id: 'id',
    },
  },
  showJobInfo: { method: 'GET', path: '/v1/job/{job_id}/info' },
  showJobPipelineInfo: { method: 'GET', path: '/v1/job/{job_id}/pipeline-info', query: ['all', 'check_param_used'] },
  removerFavouriteTask: { method: 'POST', path: '/v1/job/{job_id}/unfollow', idempotent: true },
  listProjectJobs: {
    method: 'GET',
    path: '/v1/job/{project_id}/list',
    query: [
      'page_index',
      'page_size',
      'search',
      'sort_field',
      'sort_order',
      'creator_id',
      'build_status',
      'by_group',
      'group_path_id',
    ],
    required: ['page_index', 'page_size'],
    pagination: {
      page: 'page_index',
      size: 'page_size',
      first: 0,
      maxSize: 100,
      items: 'result.job_list',
      total: 'result.total',
      id: 'id',
    },
  },
  createBuildJob: { method: 'POST', path: '/v3/jobs/create', required: ['body'], body: 'json' },
  updateBuildJob: { method: 'POST', path: '/v3/jobs/update', required: ['body'], body: 'json', idempotent: true },
  deleteBuildJob: { method: 'POST', path: '/v3/jobs/{job_id}/delete', idempotent: true },
  disableBuildJob: { method: 'POST', path: '/v3/jobs/{job_id}/disable', idempotent: true },
  listJobConfig: { method: 'GET', path: '/v3/jobs/{job_id}/query', query: ['get_all_params'] },
  enableBuildJob: { method: 'POST', path: '/v3/jobs/{job_id}/recover', idempotent: true },
  showJobListByProjectId: {
    method: 'GET',
    path: '/v3/{project_id}/jobs',
    query: ['page_index', 'page_size'],
    required: ['page_index', 'page_size'],
    pagination: {
      page: 'page_index',
      size: 'page_size',
      first: 0,
      maxSize: 100,
      items: 'jobs',
      total: 'total',
      id: 'id',
    },
  },
  showBuildParamsList: { method: 'GET', path: '/v1/job/build-params' },
  showDefaultBuildParameters: { method: 'GET', path: '/v1/job/default-parameters' },
  showJobSystemParameters: { method: 'GET', path: '/v1/job/system-parameters' },
  listBuildParameter: { method: 'GET', path: '/v1/job/{job_id}/{build_no}/history-parameters' },
  executeJob: { method: 'POST', path: '/v1/job/execute', required: ['body'], body: 'json' },
  executeAutoBuildJob: { method: 'POST', path: '/v1/job/{job_id}/auto-execute', required: ['body'], body: 'json' },
  showRunningStatus: { method: 'GET', path: '/v1/job/{job_id}/running-status' },
  showJobStepStatus: { method: 'GET', path: '/v1/job/{job_id}/status', query: ['build_no'] },
  stopTheJob: { method: 'POST', path: '/v1/job/{job_id}/stop', query: ['build_no'], body: 'json', idempotent: true },
  showBuildDetails: { method: 'GET', path: '/v1/job/{job_id}/{build_no}/build-info' },
  runJob: { method: 'POST', path: '/v3/jobs/build', required: ['body'], body: 'json' },
  stopJob: { method: 'POST', path: '/v3/jobs/stop', required: ['body'], body: 'json', idempotent: true },
  showJobStatus: { method: 'GET', path: '/v3/jobs/{job_id}/status' },
  stopBuildJob: { method: 'POST', path: '/v3/jobs/{job_id}/{build_no}/stop', idempotent: true },
  setKeepTime: { method: 'POST', path: '/v1/job/keep-time', required: ['body'], body: 'json', idempotent: true },
  deleteRecyclingJobs: {
    method: 'DELETE',
    path: '/v1/job/recycling-deletion',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  clearRecyclingJobs: { method: 'DELETE', path: '/v1/job/recycling-empty' },
  listRecyclingJob: {
    method: 'GET',
    path: '/v1/job/recycling-jobs',
    query: ['page_size', 'page_no', 'search'],
    pagination: {
      page: 'page_no',
      size: 'page_size',
      first: 1,
      maxSize: 100,
      items: 'result.job_list',
      total: 'result.total',
      id: 'job_id',
    },
  },
  restoreRecyclingJobs: {
    method: 'POST',
    path: '/v1/job/recycling-restoration',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showNewOutput: { method: 'GET', path: '/v1/job/{job_id}/{build_no}/output' },
  listBriefRecord: {
    method: 'POST',
    path: '/v1/record/brief',
    query: ['limit'],
    required: ['limit', 'body'],
    body: 'json',
    idempotent: true,
    pagination: { size: 'limit', first: 0, maxSize: 100, items: 'result', id: 'project_id' },
  },
  showBuildRecordFlowGraph: { method: 'GET', path: '/v1/record/{build_flow_record_id}/flow-graph' },
  listRecords: {
    method: 'GET',
    path: '/v1/record/{build_project_id}/records',
    query: ['page', 'limit', 'triggers', 'branches', 'tags', 'from_date', 'to_date'],
    pagination: { page: 'page', size: 'limit', first: 0, maxSize: 100, items: 'result.data', id: 'id' },
  },
  showJobTotal: { method: 'GET', path: '/v1/record/{build_project_id}/statistics', query: ['from_date', 'to_date'] },
  listBuildInfoRecordByJobId: {
    method: 'GET',
    path: '/v1/record/{job_id}/list',
    query: ['start_time', 'end_time', 'page_index', 'page_size'],
    required: ['start_time', 'end_time'],
    pagination: {
      page: 'page_index',
      size: 'page_size',
      first: 0,
      maxSize: 100,
      items: 'result.job_build_states',
      total: 'result.total_record',
      id: 'number',
    },
  },
  showBuildInfoRecord: { method: 'GET', path: '/v1/record/{job_id}/{build_no}/build-info-record' },
  showJobBuildRecordDetail: { method: 'GET', path: '/v1/record/{job_id}/{build_no}/record-info' },
  showBuildRecordBuildScript: { method: 'GET', path: '/v1/record/{record_id}/build-script' },
  showBuildRecordFullStages: { method: 'GET', path: '/v1/record/{record_id}/full-stages', query: ['cascade'] },
  showBuildRecord: { method: 'GET', path: '/v1/record/{record_id}/info' },
  listBuildInfoRecord: {
    method: 'GET',
    path: '/v3/jobs/{job_id}/build-info-records',
    query: ['start_time', 'end_time', 'page_index', 'page_size'],
    required: ['start_time', 'end_time'],
    pagination: {
      page: 'page_index',
      size: 'page_size',
      first: 0,
      maxSize: 100,
      items: 'result.job_build_states',
      total: 'result.total_record',
      id: 'number',
    },
  },
  showListHistory: {
    method: 'GET',
    path: '/v3/jobs/{job_id}/history',
    query: ['offset', 'limit', 'interval'],
    required: ['offset', 'limit', 'interval'],
    pagination: {
      page: 'offset',
      size: 'limit',
      first: 0,
      maxSize: 100,
      items: 'history_records',
      total: 'total',
      id: 'record_id',
    },
  },
  showListPeriodHistory: {
    method: 'GET',
    path: '/v3/jobs/{job_id}/period-history',
    query: ['offset', 'limit', 'start_time', 'end_time'],
    required: ['offset', 'limit', 'start_time', 'end_time'],
    pagination: {
      page: 'offset',
      size: 'limit',
      first: 0,
      maxSize: 100,
      items: 'history_records',
      total: 'total',
      id: 'record_id',
    },
  },
  showOutputInfo: { method: 'GET', path: '/v3/jobs/{job_id}/{build_no}/output-info' },
  showRecordInfo: { method: 'GET', path: '/v3/jobs/{job_id}/{build_no}/record-info' },
  showHistoryDetails: { method: 'GET', path: '/v3/jobs/{job_id}/{build_number}/history-details' },
  showLastHistory: {
    method: 'GET',
    path: '/v3/jobs/{project_id}/last-history',
    query: ['repository_name'],
    required: ['repository_name'],
  },
  showFlowGraph: { method: 'GET', path: '/v3/{build_flow_record_id}/flow-graph' },
  showRecordDetail: { method: 'GET', path: '/v4/jobs/{job_id}/{build_no}/record-info' },
  showActionIInfo: {
    method: 'GET',
    path: '/v1/log/stage/page',
    query: ['job_id', 'build_no', 'start_offset', 'end_offset', 'sort'],
    required: ['job_id', 'build_no', 'start_offset', 'end_offset'],
  },
  showConsoleInfo: {
    method: 'GET',
    path: '/v1/log/task/page',
    query: ['job_id', 'build_no', 'step_id', 'start_offset', 'end_offset', 'sort'],
    required: ['job_id', 'build_no', 'step_id', 'start_offset', 'end_offset'],
  },
  showActionInfo: {
    method: 'GET',
    path: '/v1/log/task/step',
    query: ['job_id', 'build_no', 'step_id', 'start_offset', 'end_offset', 'sort', 'size'],
    required: ['job_id', 'build_no', 'step_id', 'start_offset', 'end_offset', 'size'],
  },
  showLogAnalysis: {
    method: 'GET',
    path: '/v1/log/{job_id}/{build_no}/analysis',
    query: ['limit', 'offset'],
    pagination: { page: 'offset', size: 'limit', first: 0, maxSize: 100, items: 'result.error_nodes' },
  },
  downloadBuildRealTimeLog: {
    method: 'GET',
    path: '/v1/log/{job_id}/{build_no}/real-time-log',
    query: ['start_offset', 'end_offset', 'sort', 'size'],
    required: ['size'],
  },
  downloadBuildFullLog: {
    method: 'GET',
    path: '/v1/log/{record_id}/download-log',
    query: ['log_level', 'compress'],
    response: 'download',
  },
  downloadTaskLogNew: {
    method: 'GET',
    path: '/v1/log/{record_id}/task-log',
    query: ['task_name', 'log_level', 'compress'],
    required: ['task_name'],
    response: 'download',
  },
  downloadRealTimeLog: {
    method: 'GET',
    path: '/v3/jobs/{job_id}/{build_no}/real-time-log',
    query: ['offset', 'length'],
    required: ['offset'],
  },
  downloadLogByRecordId: { method: 'GET', path: '/v3/{record_id}/download-log', response: 'download' },
  downloadBuildLog: { method: 'GET', path: '/v4/{record_id}/download-log', query: ['log_level'], response: 'download' },
  downloadTaskLog: {
    method: 'GET',
    path: '/v4/{record_id}/task-log',
    query: ['task_name', 'log_level'],
    required: ['task_name'],
    response: 'download',
  },
  downloadJunitCoverageZip: {
    method: 'GET',
    path: '/v1/report/junit/coverage/download',
    query: ['job_id', 'build_no', 'root_id'],
    required: ['job_id', 'build_no', 'root_id'],
    response: 'download',
  },
  listJunitCoverageSummary: {
    method: 'GET',
    path: '/v1/report/junit/coverage/list',
    query: ['job_id', 'build_no'],
    required: ['job_id', 'build_no'],
  },
  showJobBuildSuccessRatio: {
    method: 'GET',
    path: '/v1/report/ratio',
    query: ['job_id', 'repository_name', 'branch', 'interval'],
    required: ['job_id', 'repository_name', 'interval'],
  },
  showJobBuildTime: {
    method: 'GET',
    path: '/v1/report/time',
    query: ['job_id', 'repository_name', 'branch', 'interval'],
    required: ['job_id', 'repository_name', 'interval'],
  },
  showReportSummary: {
    method: 'GET',
    path: '/v1/report/{job_id}/summary',
    query: ['build_no'],
    required: ['build_no'],
  },
  showJobSuccessRatio: {
    method: 'GET',
    path: '/v3/jobs/{job_id}/success-ratio',
    query: ['start_time', 'end_time'],
    required: ['start_time', 'end_time'],
  },
  listTagList: {
    method: 'GET',
    path: '/v1/code/tags',
    query: ['scm_type', 'repo_id', 'search', 'page_no', 'page_size'],
    required: ['scm_type'],
    pagination: {
      page: 'page_no',
      size: 'page_size',
      first: 1,
      maxSize: 100,
      items: 'result.tag_list',
      total: 'result.total',
      id: 'name',
    },
  },
  listEndPoints: {
    method: 'GET',
    path: '/v1/job/{project_id}/nexus',
    query: ['limit', 'offset'],
    required: ['limit'],
    pagination: { page: 'offset', size: 'limit', first: 0, maxSize: 100, items: 'result.endpoints', id: 'uuid' },
  },
  listRepoBranch: {
    method: 'GET',
    path: '/v1/report/branches',
    query: ['job_id', 'repository_name'],
    required: ['job_id', 'repository_name'],
  },
  listRepository: { method: 'GET', path: '/v1/report/{job_id}/repositories' },
  downloadKeystoreByName: {
    method: 'GET',
    path: '/v2/keystore/download',
    query: ['name', 'domain_id', 'id'],
    required: ['name', 'domain_id', 'id'],
    response: 'download',
  },
  listKeystoreSearch: {
    method: 'GET',
    path: '/v2/keystore/list',
    query: ['page_size', 'page', 'search'],
    pagination: {
      page: 'page',
      size: 'page_size',
      first: 1,
      maxSize: 100,
      items: 'result.keystore_list',
      total: 'result.total',
      id: 'id',
    },
  },
  listKeystore: { method: 'GET', path: '/v2/keystore/name' },
  addKeystorePermission: { method: 'POST', path: '/v2/keystore/permission/add', required: ['body'], body: 'json' },
  updateKeystorePermission: {
    method: 'POST',
    path: '/v2/keystore/permission/edit',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showKeystorePermission: {
    method: 'GET',
    path: '/v2/keystore/permission/{keystore_id}/query',
    query: ['page_size', 'page'],
    required: ['page_size', 'page'],
    pagination: {
      page: 'page',
      size: 'page_size',
      first: 1,
      maxSize: 100,
      items: 'result.permission_list',
      total: 'result.total',
      id: 'id',
    },
  },
  deleteKeystorePermission: {
    method: 'DELETE',
    path: '/v2/keystore/permission/{permission_id}/delete',
    idempotent: true,
  },
  updateKeystore: {
    method: 'POST',
    path: '/v2/keystore/update/{id}',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  uploadKeystore: { method: 'POST', path: '/v2/keystore/upload', required: ['body'], body: 'multipart' },
  deleteKeystore: { method: 'DELETE', path: '/v2/keystore/{keystore_id}/delete', idempotent: true },
  downloadKeystore: {
    method: 'GET',
    path: '/v3/keystore',
    query: ['file_name', 'domain_id'],
    required: ['file_name', 'domain_id'],
    response: 'download',
  },
  createJobGroup: { method: 'POST', path: '/v1/job/{project_id}/group/create', required: ['body'], body: 'json' },
  deleteGroup: {
    method: 'DELETE',
    path: '/v1/job/{project_id}/group/delete',
    query: ['id'],
    required: ['id'],
    idempotent: true,
  },
  moveGroup: {
    method: 'POST',
    path: '/v1/job/{project_id}/group/move',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  switchedPacket: {
    method: 'POST',
    path: '/v1/job/{project_id}/group/swap',
    query: ['source_group_id', 'target_group_id'],
    required: ['source_group_id', 'target_group_id'],
  },
  listGroupTree: { method: 'GET', path: '/v1/job/{project_id}/group/tree' },
  updateJobGroup: {
    method: 'PUT',
    path: '/v1/job/{project_id}/group/update',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showDockerfileTemplate: {
    method: 'GET',
    path: '/v1/image/dockerfile-template',
    query: ['image_id'],
    required: ['image_id'],
    response: 'download',
  },
  showImageTemplateList: { method: 'GET', path: '/v1/image/templates' },
  createTemplate: { method: 'POST', path: '/v1/template/create', required: ['body'], body: 'json' },
  listCustomTemplate: {
    method: 'GET',
    path: '/v1/template/custom',
    query: ['name', 'filter', 'page', 'page_size', 'tags'],
    pagination: {
      page: 'page',
      size: 'page_size',
      first: 1,
      maxSize: 100,
      items: 'result.items',
      total: 'result.total_size',
      id: 'uuid',
    },
  },
  addFavouriteCustomTemplate: { method: 'POST', path: '/v1/template/custom/{uuid}/follow', idempotent: true },
  removerFavouriteCustomTemplate: { method: 'POST', path: '/v1/template/custom/{uuid}/unfollow', idempotent: true },
  addFavouriteOfficialTemplate: { method: 'POST', path: '/v1/template/official/{uuid}/follow', idempotent: true },
  removerFavouriteOfficialTemplate: { method: 'POST', path: '/v1/template/official/{uuid}/unfollow', idempotent: true },
  listOfficialTemplate: {
    method: 'GET',
    path: '/v1/template/officialtemplates',
    query: ['name', 'page', 'page_size'],
    pagination: {
      page: 'page',
      size: 'page_size',
      asString: true,
      first: 0,
      maxSize: 100,
      items: 'result.items',
      total: 'result.total_size',
      id: 'uuid',
    },
  },
  listRecommendOfficialTemplate: {
    method: 'POST',
    path: '/v1/template/recommend',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  saveTemplateUsedInfo: { method: 'POST', path: '/v1/template/used-info', required: ['body'], body: 'json' },
  showYamlTemplate: { method: 'GET', path: '/v1/template/{job_id}/default-template', query: ['default_host'] },
  showTemplate: { method: 'GET', path: '/v1/template/{uuid}/custom' },
  deleteTemplate: { method: 'DELETE', path: '/v1/template/{uuid}/delete', idempotent: true },
  createTemplates: { method: 'POST', path: '/v3/templates/create', required: ['body'], body: 'json' },
  listTemplates: {
    method: 'GET',
    path: '/v3/templates/query',
    query: ['name', 'page', 'page_size'],
    pagination: {
      page: 'page',
      size: 'page_size',
      asString: true,
      first: 0,
      maxSize: 100,
      items: 'result.items',
      total: 'result.total_size',
      id: 'uuid',
    },
  },
  deleteTemplates: { method: 'DELETE', path: '/v3/templates/{uuid}/delete', idempotent: true },
  checkWebhookUrl: {
    method: 'POST',
    path: '/v1/job/check/webhook-url',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showJobNoticeConfigInfo: { method: 'GET', path: '/v1/job/{job_id}/notice' },
  updateNewNoticeNew: {
    method: 'PUT',
    path: '/v1/job/{job_id}/notice',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  disableNotice: {
    method: 'POST',
    path: '/v3/jobs/notice/{job_id}/disable',
    query: ['notice_type'],
    required: ['notice_type'],
    idempotent: true,
  },
  listNotice: { method: 'GET', path: '/v3/jobs/notice/{job_id}/query' },
  updateNotice: {
    method: 'POST',
    path: '/v3/jobs/notice/{job_id}/update',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showProjectPermission: {
    method: 'GET',
    path: '/v1/domain/user-permission',
    query: ['project_id'],
    required: ['project_id'],
  },
  showProjectJobPermission: {
    method: 'GET',
    path: '/v1/job/permission',
    query: ['project_id', 'job_id'],
    required: ['project_id', 'job_id'],
  },
  checkJobInternal: { method: 'GET', path: '/v1/job/permission/internal' },
  showJobRolePermission: { method: 'GET', path: '/v1/job/permission/role', query: ['job_id'], required: ['job_id'] },
  batchUpdateJobRolePermission: {
    method: 'POST',
    path: '/v1/job/permissions/batch',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showDefaultProjectPermission: {
    method: 'GET',
    path: '/v1/job/project/default-permission',
    query: ['project_id', 'job_id'],
    required: ['project_id', 'job_id'],
  },
  applyProjectPermission: {
    method: 'POST',
    path: '/v1/job/project/permission',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showUserChargeType: { method: 'GET', path: '/v1/domain/charge-type' },
  showDomainsStatuses: {
    method: 'POST',
    path: '/v1/domain/domains-statuses',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showFederation: { method: 'GET', path: '/v1/domain/federation' },
  showSummaryBuildJobInfo: { method: 'GET', path: '/v1/domain/job-summary' },
  showUserOverPackageQuota: {
    method: 'GET',
    path: '/v1/domain/package/quota',
    query: ['project_id'],
    required: ['project_id'],
  },
  showRelatedProject: { method: 'GET', path: '/v1/domain/project/related' },
  listRelatedProjectInfo: {
    method: 'GET',
    path: '/v1/domain/project/related-page',
    query: ['page_size', 'page_no', 'search'],
    pagination: {
      page: 'page_no',
      size: 'page_size',
      first: 1,
      maxSize: 100,
      items: 'result.project_info_list',
      total: 'result.total',
      id: 'identifier',
    },
  },
  showDomainStatus: { method: 'GET', path: '/v1/domain/status' },
  showPackageSpecCountDown: {
    method: 'POST',
    path: '/v2/resource/countdown',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  showPackageSpecStatus: {
    method: 'GET',
    path: '/v2/resource/package-spec/status',
    query: ['project_id', 'status'],
    required: ['project_id', 'status'],
  },
  showAvailableInnerSpec: {
    method: 'GET',
    path: '/v2/resource/spec',
    query: ['project_id', 'arch'],
    required: ['project_id', 'arch'],
  },
} as const satisfies Record<keyof CodeArtsBuildOperations, OperationSpec>;
