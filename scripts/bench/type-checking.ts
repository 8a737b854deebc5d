/** Cost of ten calls for the type checker, as methods and by path. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, medianRatio, measureInTurn } from './rounds.js';
import type { Benchmark, BenchmarkResult } from './result.js';

/** The same call twice: by its method, and by its path. */
interface Pair {
  method: string;
  http: string;
  /** The field that is read from the response. */
  field: string;
}

const pairs: readonly Pair[] = [
  {
    method: `listProjectJobs({ project_id, page_index: 0, page_size: 100 })`,
    http: `GET('/v1/job/{project_id}/list', { params: { path: { project_id }, query: { page_index: 0, page_size: 100 } } })`,
    field: 'result',
  },
  {
    method: `showJobInfo({ job_id })`,
    http: `GET('/v1/job/{job_id}/info', { params: { path: { job_id } } })`,
    field: 'result',
  },
  {
    method: `showJobStatus({ job_id })`,
    http: `GET('/v3/jobs/{job_id}/status', { params: { path: { job_id } } })`,
    field: 'result',
  },
  {
    method: `executeJob({ body: { job_id, parameter: [{ name: 'codeBranch', value: 'main' }] } })`,
    http: `POST('/v1/job/execute', { body: { job_id, parameter: [{ name: 'codeBranch', value: 'main' }] } })`,
    field: 'result',
  },
  {
    method: `stopTheJob({ job_id, body: { build_no: 1 } })`,
    http: `POST('/v1/job/{job_id}/stop', { params: { path: { job_id } }, body: { build_no: 1 } })`,
    field: 'status',
  },
  {
    method: `showJobBuildRecordDetail({ job_id, build_no: 1 })`,
    http: `GET('/v1/record/{job_id}/{build_no}/record-info', { params: { path: { job_id, build_no: 1 } } })`,
    field: 'result',
  },
  {
    method: `listRecords({ build_project_id, page: 0, limit: 10 })`,
    http: `GET('/v1/record/{build_project_id}/records', { params: { path: { build_project_id }, query: { page: 0, limit: 10 } } })`,
    field: 'result',
  },
  {
    method: `showBuildRecordFullStages({ record_id })`,
    http: `GET('/v1/record/{record_id}/full-stages', { params: { path: { record_id } } })`,
    field: 'result',
  },
  {
    method: `showNewOutput({ job_id, build_no: 1 })`,
    http: `GET('/v1/job/{job_id}/{build_no}/output', { params: { path: { job_id, build_no: 1 } } })`,
    field: 'result',
  },
  {
    method: `updateNotice({ job_id, body: { notice_type: 'MAIL', enabled_event_type_names: ['buildJobFail'] } })`,
    http: `POST('/v3/jobs/notice/{job_id}/update', { params: { path: { job_id } }, body: { notice_type: 'MAIL', enabled_event_type_names: ['buildJobFail'] } })`,
    field: 'status',
  },
];

const prelude = `import { createClient } from 'codearts-build';

const build = createClient({ region: 'cn-north-4' });
const project_id = '6ecbc5bac7c8442fb3d2563d53c13582';
const job_id = '48c66c6002964721be537cdc6ce0297b';
const build_project_id = 'd5e3a8a4-7b0f-4a2f-8e1c-0b1f6e9a3c57';
const record_id = '8d7c0f0e-52f5-4d7e-9e0d-2f3c5a1b6e94';
`;

const consumers = {
  methods: pairs.map(({ method, field }, at) => `export const a${String(at)} = (await build.${method}).${field};`),
  paths: pairs.map(({ http, field }, at) => `export const a${String(at)} = (await build.http.${http}).data?.${field};`),
  nothing: ['export { build, project_id, job_id, build_project_id, record_id };'],
};

type Consumer = keyof typeof consumers;

/** Compiler statistics for one program. */
interface Diagnostics {
  instantiations: number;
  types: number;
  checkMs: number;
}

const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'];

/** Type-checks a consumer in its own process. @throws Error with the compiler's findings. */
async function check(folder: string, consumer: Consumer): Promise<Diagnostics> {
  const file = join(folder, 'consumers', `${consumer}.ts`);
  const arguments_ = [compiler, ...options, '--types', 'node', '--extendedDiagnostics', file];
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, { cwd: folder }).catch(
    (error: unknown) => {
      throw new Error(`${consumer} does not compile:\n${(error as { stdout?: string }).stdout ?? String(error)}`);
    },
  );
  const read = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1]);
  return { instantiations: read('Instantiations'), types: read('Types'), checkMs: read('Check time') * 1_000 };
}

export const measureTypeChecking: Benchmark = async ({ quick, packageCopy }) => {
  const { folder } = await packageCopy();
  await mkdir(join(folder, 'consumers'), { recursive: true });
  for (const [name, lines] of Object.entries(consumers)) {
    await writeFile(join(folder, 'consumers', `${name}.ts`), `${prelude}${lines.join('\n')}\n`);
  }
  // The counts are the same in each run; the times differ.
  const counts = {} as Record<Consumer, Diagnostics>;
  const timeOf = (consumer: Consumer) => async () => (counts[consumer] = await check(folder, consumer)).checkMs;
  const times = await measureInTurn(
    { nothing: timeOf('nothing'), methods: timeOf('methods'), paths: timeOf('paths') },
    quick ? 2 : 7,
  );
  const compare = (name: string, field: 'instantiations' | 'types'): BenchmarkResult => {
    const base = counts.nothing[field];
    const [methods, paths] = [counts.methods[field], counts.paths[field]];
    return {
      name: `${name} of a file with ten method calls, compared with calls by path`,
      ...{ value: methods / paths, unit: '×', target: { atMost: 1 } },
      note: `${String(methods)} : ${String(paths)}; without a call ${String(base)}`,
    };
  };
  return [
    compare('Type instantiations', 'instantiations'),
    compare('Types', 'types'),
    {
      name: 'Check time of that file, compared with calls by path',
      ...{ value: medianRatio(times.methods, times.paths), unit: '×', target: { atMost: 1 } },
      note: `${(['methods', 'paths'] as const).map((name) => `${median(times[name]).toFixed(0)} ms`).join(' : ')}; without a call ${median(times.nothing).toFixed(0)} ms`,
    },
  ];
};
