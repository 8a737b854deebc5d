// Made by `npm run generate` from openapi/servicestage. Edit the YAML files there, never this one.

import type { Call, CallOptions, OperationSpec } from '../../src/operations/contract.js';

import type { operations as Schema } from './schema.js';

/**
 * What `listBuildJobs` takes.
 */
export interface ListBuildJobsInput {
  /**
   * Number of the page to return. The first page is 1 in the vendor's examples.
   *
   * @example 1
   */
  page: Schema['listBuildJobs']['parameters']['query']['page'];
  /**
   * How many jobs a page holds. No limit is documented.
   *
   * @example 6
   */
  per_page: Schema['listBuildJobs']['parameters']['query']['per_page'];
  /**
   * Name of a job, which is also the name of the component that it builds. Only the jobs with this name are returned.
   *
   * @example "test1"
   */
  job_name?: Schema['listBuildJobs']['parameters']['query']['job_name'];
}

/**
 * What `listBuildJobs` returns. A page of jobs.
 */
export type ListBuildJobsOutput = Schema['listBuildJobs']['responses'][200]['content']['application/json'];

/**
 * What `createBuildJob` takes.
 */
export interface CreateBuildJobInput {
  /**
   * What a build job builds, and where.
   */
  body: Schema['createBuildJob']['requestBody']['content']['application/json'];
}

/**
 * What `createBuildJob` returns. The job is created.
 */
export type CreateBuildJobOutput = Schema['createBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `showBuildJob` takes.
 */
export interface ShowBuildJobInput {
  /**
   * Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
   *
   * @example "ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l"
   */
  job_id: Schema['showBuildJob']['parameters']['path']['job_id'];
}

/**
 * What `showBuildJob` returns. The job.
 */
export type ShowBuildJobOutput = Schema['showBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `createBuild` takes.
 */
export interface CreateBuildInput {
  /**
   * Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
   *
   * @example "ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l"
   */
  job_id: Schema['createBuild']['parameters']['path']['job_id'];
  body: Schema['createBuild']['requestBody']['content']['application/json'];
}

/**
 * What `createBuild` returns. The build is created.
 */
export type CreateBuildOutput = Schema['createBuild']['responses'][200]['content']['application/json'];

/**
 * What `updateBuildJob` takes.
 */
export interface UpdateBuildJobInput {
  /**
   * Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
   *
   * @example "ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l"
   */
  job_id: Schema['updateBuildJob']['parameters']['path']['job_id'];
  /**
   * What a build job builds, and where.
   */
  body: Schema['updateBuildJob']['requestBody']['content']['application/json'];
}

/**
 * What `updateBuildJob` returns. The job is changed.
 */
export type UpdateBuildJobOutput = Schema['updateBuildJob']['responses'][200]['content']['application/json'];

/**
 * What `deleteBuildJob` takes.
 */
export interface DeleteBuildJobInput {
  /**
   * Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
   *
   * @example "ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l"
   */
  job_id: Schema['deleteBuildJob']['parameters']['path']['job_id'];
}

/**
 * What `deleteBuildJob` returns. The job is deleted.
 */
export type DeleteBuildJobOutput = undefined;

/**
 * What `showBuild` takes.
 */
export interface ShowBuildInput {
  /**
   * Id of the build, as `listBuilds` and `runBuildJob` return it.
   *
   * @example "j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2"
   */
  build_id: Schema['showBuild']['parameters']['path']['build_id'];
  /**
   * Code check whose findings are wanted in place of the build's details.
   *
   * @example "checkstyle"
   */
  taskname?: NonNullable<Schema['showBuild']['parameters']['query']>['taskname'];
}

/**
 * What `showBuild` returns. The build, or the findings of one of its checks.
 */
export type ShowBuildOutput = Schema['showBuild']['responses'][200]['content']['application/json'];

/**
 * What `cancelBuild` takes.
 */
export interface CancelBuildInput {
  /**
   * Id of the build, as `listBuilds` and `runBuildJob` return it.
   *
   * @example "j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2"
   */
  build_id: Schema['cancelBuild']['parameters']['path']['build_id'];
}

/**
 * What `cancelBuild` returns. The build is stopped.
 */
export type CancelBuildOutput = Schema['cancelBuild']['responses'][200]['content']['application/json'];

/**
 * What `showBuildLog` takes.
 */
export interface ShowBuildLogInput {
  /**
   * Id of the build, as `listBuilds` and `runBuildJob` return it.
   *
   * @example "j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2"
   */
  build_id: Schema['showBuildLog']['parameters']['path']['build_id'];
  /**
   * Position in the log to start at, 0 for its beginning, then the `next` of the last answer.
   *
   * @example 0
   */
  from: Schema['showBuildLog']['parameters']['query']['from'];
}

/**
 * What `showBuildLog` returns. A piece of the log.
 */
export type ShowBuildLogOutput = Schema['showBuildLog']['responses'][200]['content']['application/json'];

/**
 * What `listBuildPhases` takes.
 */
export interface ListBuildPhasesInput {
  /**
   * Id of the build, as `listBuilds` and `runBuildJob` return it.
   *
   * @example "j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2"
   */
  build_id: Schema['listBuildPhases']['parameters']['path']['build_id'];
}

/**
 * What `listBuildPhases` returns. The phases, in the order in which they run.
 */
export type ListBuildPhasesOutput = Schema['listBuildPhases']['responses'][200]['content']['application/json'];

/**
 * What `listBuilds` takes.
 */
export interface ListBuildsInput {
  /**
   * Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
   *
   * @example "ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l"
   */
  job_id: Schema['listBuilds']['parameters']['path']['job_id'];
  /**
   * Name of the job, as `listBuildJobs` returns it in `job_name`.
   *
   * @example "test"
   */
  name: Schema['listBuilds']['parameters']['query']['name'];
}

/**
 * What `listBuilds` returns. The builds.
 */
export type ListBuildsOutput = Schema['listBuilds']['responses'][200]['content']['application/json'];

/**
 * What `runBuildJob` takes.
 */
export interface RunBuildJobInput {
  /**
   * Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
   *
   * @example "ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l"
   */
  job_id: Schema['runBuildJob']['parameters']['path']['job_id'];
}

/**
 * What `runBuildJob` returns. The build is started.
 */
export type RunBuildJobOutput = Schema['runBuildJob']['responses'][200]['content']['application/json'];

/**
 * Every operation of ServiceStage build jobs as a method.
 */
export interface ServiceStageOperations {
  /**
   * List build jobs.
   *
   * Returns the names and ids of the build jobs, a page at a time. `showBuildJob` returns the rest.
   *
   * `GET /assembling/v1/jobs`
   *
   * Evidence: documented. The page swaps the meanings of `page` and `per_page` in the answer; its example shows which is which.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0218.html
   */
  listBuildJobs(input: ListBuildJobsInput, options?: CallOptions): Call<ListBuildJobsOutput>;

  /**
   * Create a build job.
   *
   * Creates a build job and returns its id. Nothing is built yet: `runBuildJob` does that.
   *
   * `POST /assembling/v1/jobs`
   *
   * Evidence: documented. In the answer the page describes `cluster_name` and `cluster_id` as times, which is a slip: they are what their names say.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0275.html
   */
  createBuildJob(input: CreateBuildJobInput, options?: CallOptions): Call<CreateBuildJobOutput>;

  /**
   * Show a build job.
   *
   * Returns what the job builds and where, who created it and which build of it was the last.
   *
   * `GET /assembling/v1/jobs/{job_id}`
   *
   * Evidence: documented. The page has no example, and says of `creator` only that it is an object.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0276.html
   */
  showBuildJob(input: ShowBuildJobInput, options?: CallOptions): Call<ShowBuildJobOutput>;

  /**
   * Create a build of a job.
   *
   * Creates a build of the job, which is named once more in the body. The vendor documents two calls for this; `runBuildJob` is the newer one, needs no body and says more about the build.
   *
   * `POST /assembling/v1/jobs/{job_id}`
   *
   * Evidence: documented. The page calls `started_at` and `ended_at` objects and has no example. They are strings here, as in the answer of `runBuildJob`.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0274.html
   */
  createBuild(input: CreateBuildInput, options?: CallOptions): Call<CreateBuildOutput>;

  /**
   * Change a build job.
   *
   * Gives the job a new definition. Send it whole: name and environment are needed also where they stay the same.
   *
   * `PUT /assembling/v1/jobs/{job_id}`
   *
   * Evidence: documented. Only the request could be read on the page. Status and body of the answer are not known.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0272.html
   */
  updateBuildJob(input: UpdateBuildJobInput, options?: CallOptions): Call<UpdateBuildJobOutput>;

  /**
   * Delete a build job.
   *
   * Deletes the job. Success is a 204 without a body.
   *
   * `DELETE /assembling/v1/jobs/{job_id}`
   *
   * Evidence: documented. The help page is the only source.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0273.html
   */
  deleteBuildJob(input: DeleteBuildJobInput, options?: CallOptions): Call<DeleteBuildJobOutput>;

  /**
   * Show a build.
   *
   * Returns the state of a build, its times, its code and who started it. With `taskname` it returns the findings of one code check of the build instead, under the name of the check; the vendor documents that on a page of its own.
   *
   * `GET /assembling/v1/builds/{build_id}`
   *
   * Evidence: documented. Two pages (servicestage_06_0269 and servicestage_06_0271) describe the same path, the second with the query parameter `taskname`. Their answers are one schema here.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0269.html
   */
  showBuild(input: ShowBuildInput, options?: CallOptions): Call<ShowBuildOutput>;

  /**
   * Stop a build.
   *
   * Stops a build that is waiting or running, and returns it. No body is documented. The state of a stopped build is `Cancel`.
   *
   * `PATCH /assembling/v1/builds/{build_id}`
   *
   * Evidence: documented. The English page of 2025-09-25 shows the address and the answer of other operations; those of November and December 2025 are followed.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0270.html
   */
  cancelBuild(input: CancelBuildInput, options?: CallOptions): Call<CancelBuildOutput>;

  /**
   * Read the log of a build.
   *
   * Returns the log of a build from a position on, and the state of its phases. Start with `from` 0, and go on with the `next` of the last answer until no phase is queuing, building or pushing any more.
   *
   * `GET /assembling/v1/builds/{build_id}/logs`
   *
   * Evidence: documented. That the next request continues at `next` follows from its description as the end of what was returned.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0221.html
   */
  showBuildLog(input: ShowBuildLogInput, options?: CallOptions): Call<ShowBuildLogOutput>;

  /**
   * List the phases of a build.
   *
   * Returns the phases that a build goes through, from `Init` to `PostProcess`, each with its state. All phases come at once, also those that have not begun.
   *
   * `GET /assembling/v1/builds/{build_id}/phases`
   *
   * Evidence: documented. The table on the page calls the id of a phase a string, its example has a number. Both are accepted.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0220.html
   */
  listBuildPhases(input: ListBuildPhasesInput, options?: CallOptions): Call<ListBuildPhasesOutput>;

  /**
   * List the builds of a job.
   *
   * Returns the builds of a job with their outcome and duration, and how many of them are finished and successful. The job's name is needed besides its id. The answer names a page and its length, and no parameter is documented that would choose another page.
   *
   * `GET /assembling/v1/jobs/{job_id}/builds`
   *
   * Evidence: documented. The address on the page calls the query parameter `name`, the table below it `job_name`. The address is followed.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0219.html
   */
  listBuilds(input: ListBuildsInput, options?: CallOptions): Call<ListBuildsOutput>;

  /**
   * Run a build job.
   *
   * Starts a build of the job and returns its id at once. No body is documented. Follow the build with `listBuildPhases` and `showBuildLog`, and see its outcome with `showBuild`. Older integrations call `createBuild` for the same purpose.
   *
   * `POST /assembling/v1/jobs/{job_id}/builds`
   *
   * Evidence: documented. The help page is the only source.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-servicestage/servicestage_06_0333.html
   */
  runBuildJob(input: RunBuildJobInput, options?: CallOptions): Call<RunBuildJobOutput>;
}

/**
 * Every list of ServiceStage build jobs: what it takes, a page of it, an item of it.
 */
export interface ServiceStageLists {
  /**
   * List build jobs.
   */
  listBuildJobs: {
    input: Omit<ListBuildJobsInput, 'page' | 'per_page'>;
    page: ListBuildJobsOutput;
    item: NonNullable<ListBuildJobsOutput['list']>[number];
  };
}

/**
 * How each operation of ServiceStage build jobs is called.
 */
export const operations = {
  listBuildJobs: {
    method: 'GET',
    path: '/assembling/v1/jobs',
    query: ['page', 'per_page', 'job_name'],
    required: ['page', 'per_page'],
    pagination: { page: 'page', size: 'per_page', first: 1, maxSize: 100, items: 'list', total: 'total', id: 'job_id' },
  },
  createBuildJob: { method: 'POST', path: '/assembling/v1/jobs', required: ['body'], body: 'json' },
  showBuildJob: { method: 'GET', path: '/assembling/v1/jobs/{job_id}' },
  createBuild: { method: 'POST', path: '/assembling/v1/jobs/{job_id}', required: ['body'], body: 'json' },
  updateBuildJob: {
    method: 'PUT',
    path: '/assembling/v1/jobs/{job_id}',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
  deleteBuildJob: { method: 'DELETE', path: '/assembling/v1/jobs/{job_id}', response: 'none', idempotent: true },
  showBuild: { method: 'GET', path: '/assembling/v1/builds/{build_id}', query: ['taskname'] },
  cancelBuild: { method: 'PATCH', path: '/assembling/v1/builds/{build_id}', idempotent: true },
  showBuildLog: { method: 'GET', path: '/assembling/v1/builds/{build_id}/logs', query: ['from'], required: ['from'] },
  listBuildPhases: { method: 'GET', path: '/assembling/v1/builds/{build_id}/phases' },
  listBuilds: { method: 'GET', path: '/assembling/v1/jobs/{job_id}/builds', query: ['name'], required: ['name'] },
  runBuildJob: { method: 'POST', path: '/assembling/v1/jobs/{job_id}/builds' },
} as const satisfies Record<keyof ServiceStageOperations, OperationSpec>;
