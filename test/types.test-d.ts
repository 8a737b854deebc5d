/** Tests of types: `npm run typecheck` fails if a line marked as an error has none. */
import { expectTypeOf } from 'vitest';
import type { BuildRecord } from '../generated/codearts-build/schema.js';
import {
  AmbiguousStartError,
  BuildFailedError,
  createClient,
  createServiceStageClient,
  decodeParameters,
  encodeParameters,
  type ClientEvent,
  type CredentialsEvent,
  type PollEvent,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type BuildRun,
  type BuildSummary,
  type CodeArtsBuild,
  type Download,
  type Iam,
  type ListPage,
  type ServiceStage,
} from '../src/index.js';

const build = createClient({ region: 'cn-north-4' });
const job_id = '48c66c6002964721be537cdc6ce0297b';

// operations
expectTypeOf(build.showJobStatus({ job_id })).resolves.toExtend<{ result: boolean }>();
expectTypeOf(build.downloadBuildFullLog({ record_id: job_id })).resolves.toEqualTypeOf<Download>();
expectTypeOf(build.showJobStatus({ job_id }).withResponse()).resolves.toHaveProperty('attempts');
// @ts-expect-error the path parameter is missing
void build.showJobStatus({});
// @ts-expect-error parameters have their wire names
void build.showJobStatus({ jobId: job_id });
// @ts-expect-error a build number is a number
void build.showJobBuildRecordDetail({ job_id, build_no: '3' });
// @ts-expect-error the body is required
void build.executeJob();
// @ts-expect-error options are exact
void build.showJobStatus({ job_id }, { timeout: 3 });
// @ts-expect-error a closed enumeration
void build.downloadBuildFullLog({ record_id: job_id, log_level: 'TRACE' });

// what has a default need not be sent
expectTypeOf<CodeArtsBuild.ParameterDefinition>().toHaveProperty('name').extract<undefined>().not.toBeNever();

// what an operation takes and returns has a name, and so have the schemas
expectTypeOf<Parameters<typeof build.executeJob>[0]>().toEqualTypeOf<CodeArtsBuild.ExecuteJobInput>();
expectTypeOf(build.executeJob({ body: { job_id } })).resolves.toEqualTypeOf<CodeArtsBuild.ExecuteJobOutput>();
expectTypeOf<CodeArtsBuild.BuildRecord>().toEqualTypeOf<BuildRecord>();
expectTypeOf<ServiceStage.ListBuildJobsInput>().toHaveProperty('page');
expectTypeOf<Iam.paths>().toHaveProperty('/v3/projects');

// an operation without required parameters needs no argument
void build.checkJobCountIsTopLimit();

// Enumerations of responses are open: editors offer the known values, and any other string is accepted.
expectTypeOf<NonNullable<BuildRecord['status']>>().toExtend<string>();
expectTypeOf<'SOMETHING_NEW'>().toExtend<NonNullable<BuildRecord['status']>>();

// what was read can be sent back: the configuration of a task, and a template
const config = await build.showJobConfig({ job_id }).result();
void build.createNewJob({ body: config });
void build.createBuildJob({ body: config });
void build.updateNewJob({ body: { ...config, job_id } });
void build.updateBuildJob({ body: { ...config, job_id } });
void build.copyJob({ body: { ...config, copy_job_id: job_id } });
const templates = await build.listTemplates({ page: '0', page_size: '10' }).result();
for (const template of templates.items) {
  void build.createTemplate({ body: template });
  void build.createTemplates({ body: template });
}

// a list of files is a list of what a file can be
void build.uploadJunitReport({
  job_id,
  build_no: 1,
  node_id: '9',
  body: { files: [new File([], 'a.xml'), new Uint8Array()] },
});
// @ts-expect-error a path is no file
void build.uploadJunitReport({ job_id, build_no: 1, node_id: '9', body: { files: ['report.xml'] } });

// what all known responses contain is present
const info = await build.showJobInfo({ job_id }).result();
expectTypeOf(info.job_name).toEqualTypeOf<string>();
expectTypeOf((await build.showJobInfo({ job_id })).result.id).toEqualTypeOf<string>();
const listed = await build.listProjectJobs({ project_id: job_id, page_index: 0, page_size: 10 });
expectTypeOf(listed.result.total).toEqualTypeOf<number>();
expectTypeOf(listed.result.job_list[0]!.id).toEqualTypeOf<string>();
// recorded responses lack the status of an envelope
expectTypeOf(listed.status).extract<undefined>().not.toBeNever();
// a `result` that can be `null`, and one that can be absent
expectTypeOf(build.deleteGroup({ project_id: job_id, id: job_id }).result()).resolves.toEqualTypeOf<string | null>();
expectTypeOf(build.stopTheJob({ job_id }).result()).resolves.toEqualTypeOf<boolean | undefined>();

// parameters of a task
void build.createNewJob({
  body: { ...config, parameters: encodeParameters([{ name: 'profile', defaultValue: 'x' }]) },
});
expectTypeOf(decodeParameters(config.parameters ?? [])[0]!.sensitiveVar).toEqualTypeOf<boolean | undefined>();
// @ts-expect-error a flag is a boolean
encodeParameters([{ name: 'profile', sensitiveVar: 'true' }]);

// errors of builds contain documented types
await build.startBuild({ jobId: job_id }).catch((error: unknown) => {
  if (error instanceof BuildFailedError) {
    expectTypeOf(error.record).toEqualTypeOf<BuildRecord>();
    expectTypeOf(error.record.build_no).toEqualTypeOf<number>();
  }
  if (error instanceof AmbiguousStartError) expectTypeOf(error.candidates).toEqualTypeOf<readonly BuildSummary[]>();
});

// events of a client have names
expectTypeOf<ClientEvent>().toEqualTypeOf<RequestEvent | ResponseEvent | RetryEvent | CredentialsEvent | PollEvent>();

// lists
const tasks = build.paginate('listProjectJobs', { project_id: job_id });
expectTypeOf((await tasks.toArray())[0]!.job_name).toEqualTypeOf<string>();
expectTypeOf(await tasks).toExtend<ListPage<unknown, unknown>>();
// @ts-expect-error not a list
void build.paginate('showJobStatus', { job_id });
// @ts-expect-error the page number is the walk's
void build.paginate('listProjectJobs', { project_id: job_id, page_index: 3 });
// @ts-expect-error the project is missing
void build.paginate('listProjectJobs', {});

// builds
expectTypeOf(build.startBuild({ jobId: job_id })).resolves.toEqualTypeOf<BuildRun>();
const run = await build.startBuild({ jobId: job_id });
expectTypeOf(run.wait()).resolves.toEqualTypeOf<BuildRecord>();
for await (const line of run.log()) expectTypeOf(line).toEqualTypeOf<string>();
// @ts-expect-error only these two
void run.wait({ onAbort: 'kill' });

for await (const event of run.follow()) {
  if (event.type === 'end') expectTypeOf(event.record).toEqualTypeOf<BuildRecord>();
  if (event.type === 'log') expectTypeOf(event.line).toEqualTypeOf<string>();
}
expectTypeOf(
  build.startBuild({ task: 'web-shop', project: 'demo', branch: 'main' }),
).resolves.toEqualTypeOf<BuildRun>();
expectTypeOf(build.attachBuild({ jobId: job_id, buildNo: 3 })).toEqualTypeOf<BuildRun>();
expectTypeOf(build.attachBuild({ task: 'web-shop' })).resolves.toEqualTypeOf<BuildRun>();
// @ts-expect-error members of the service are not mixed with those of the package
void build.startBuild({ jobId: job_id, parameter: [] });
// @ts-expect-error a task by ID and by name
void build.startBuild({ jobId: job_id, task: 'web-shop' });
// @ts-expect-error a tag and a branch
void build.startBuild({ jobId: job_id, tag: 'v1', branch: 'main' });
// @ts-expect-error a project of a task by ID
void build.startBuild({ jobId: job_id, project: 'demo' });
// @ts-expect-error no other file
void run.download('artifact');

// the sister clients have no builds to wait for
const stage = createServiceStageClient({ region: 'cn-north-4' });
expectTypeOf(stage).not.toHaveProperty('startBuild');
