import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { promisify } from 'node:util';
import { build as bundle } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { describeApi, REPORT_FILE } from '../scripts/api-report.js';
import { build } from '../scripts/build.js';
import { apis } from '../scripts/bundle.js';
import { measureAll } from '../scripts/size.js';
import { locateCompiler } from './runtimes/locate-runtimes.js';
import { skipOrFail } from './support/skip-or-fail.js';
import { createProject, npm, packPackage, type PackedPackage } from './support/packed-package.js';

const run = promisify(execFile);

/** Timeout per step in milliseconds, on a machine that runs other tests. */
const timeout = 240_000;

const MAX_INSTALL_BYTES = 3_500_000;

let packed: PackedPackage;
/** A project with the package and the peer dependencies of the sandbox. */
let project: string;
/** A project with the package only. */
let bareProject: string;

beforeAll(async () => {
  packed = await packPackage();
  const peers = ['ajv', 'ajv-formats', '@types/node@20'];
  project = await createProject(packed, 'project', peers);
  bareProject = await createProject(packed, 'bare-project', []);
}, timeout);

afterAll(() => rm(packed.folder, { recursive: true, force: true }));

/** Runs a program in a project. Returns its output. */
async function runProgram(folder: string, name: string, source: string): Promise<string> {
  await writeFile(join(folder, name), source);
  const { stdout } = await run(process.execPath, [name], { cwd: folder, timeout: 60_000 });
  return stdout.trim();
}

/** Returns the contents of all files in a folder by path. */
async function readTree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = files.map(async (file) => [
    relative(folder, file).split(sep).join('/'),
    await readFile(file, 'latin1'),
  ]);
  return Object.fromEntries((await Promise.all(named)) as [string, string][]);
}

/** Returns the paths at which two trees differ. */
const differences = (a: Record<string, string>, b: Record<string, string>): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]);

/** Creates a temporary folder for one test. */
async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the packed files', () => {
  test('are the build, the descriptions, the guides, README, LICENSE, CHANGELOG and package.json only', () => {
    const paths = packed.files.map(({ path }) => path);
    const strays = paths.filter(
      (path) =>
        !/^dist\/(src|generated)\/[\w./-]+\.(js|d\.ts)$/.test(path) &&
        !/^dist\/generated\/[\w-]+\/openapi\.json$/.test(path) &&
        !/^dist\/(llms\.txt|guides\/[\w-]+\.md)$/.test(path) &&
        !/^dist\/src\/cli\/([\w-]+\.cjs|events\.schema\.json)$/.test(path) &&
        !/^dist\/src\/sandbox\/page\/browser\/(base|page)\.css$/.test(path) &&
        !['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json'].includes(path),
    );
    expect(strays).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json']));
    expect(paths).toEqual(expect.arrayContaining(apis.map((api) => `dist/generated/${api}/openapi.json`)));
  });

  test('are the same when the repository itself is packed', { timeout }, async () => {
    const report = JSON.parse(await npm(['pack', '--dry-run', '--json', '--ignore-scripts'], process.cwd())) as unknown;
    const [{ files }] = Object.values(report as object) as [{ files: { path: string }[] }];
    const roots = files.map(({ path }) => path.replace(/^(dist\/[^/]+)\/.*/, '$1'));
    const known = ['README.md', 'LICENSE', 'CHANGELOG.md', 'package.json'];
    const folders = ['dist/generated', 'dist/guides', 'dist/llms.txt', 'dist/src'];
    expect(new Set([...known, ...folders, ...roots]).size).toBe(known.length + folders.length);
  });

  test('include every file that package.json references', async () => {
    const { exports, imports, bin } = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, object>;
    const targets = JSON.stringify([exports, imports, bin]).match(/\.\/dist\/[^"]+/g) ?? [];
    expect(targets.length).toBeGreaterThan(5);
    const paths = packed.files.map(({ path }) => `./${path}`);
    expect(targets.filter((target) => !paths.includes(target))).toEqual([]);
  });

  test('contain an index and guides for language models, whose links exist', async () => {
    const dist = join(packed.source, 'dist');
    const guides = (await readdir(join(dist, 'guides'))).map((name) => `guides/${name}`);
    expect(guides).toEqual(expect.arrayContaining(['guides/builds.md', 'guides/api-iam.md']));
    const index = await readFile(join(dist, 'llms.txt'), 'utf8');
    expect(index).toMatch(/^# codearts-build [\d.]+\n\n> /);
    expect(index.length).toBeLessThan(50_000);
    expect(guides.filter((path) => !index.includes(`](${path})`))).toEqual([]);
    for (const path of ['llms.txt', ...guides]) {
      const text = (await readFile(join(dist, path), 'utf8')).replace(/^ *```.*?^ *```$/gms, '');
      const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!.split('#')[0]!);
      const missing = links.filter((link) => !/^(?:https?:|$)/.test(link) && !existsSync(join(dist, path, '..', link)));
      expect({ path, missing }).toEqual({ path, missing: [] });
    }
  });

  test('contain no install script', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([]);
  });

  test('take less than 3.5 MB, including dependencies', async () => {
    const tree = await readTree(join(bareProject, 'node_modules'));
    delete tree['.package-lock.json'];
    const bytes = Object.values(tree).reduce((sum, text) => sum + text.length, 0);
    expect(bytes).toBeGreaterThan(500_000);
    expect(bytes).toBeLessThan(MAX_INSTALL_BYTES);
  });

  test('have one dependency, which has one of its own', async () => {
    const names = (await readdir(join(bareProject, 'node_modules'))).filter((name) => !name.startsWith('.'));
    expect(names.sort()).toEqual(['codearts-build', 'openapi-fetch', 'openapi-typescript-helpers']);
  });
});

describe('the same sources produce the same bytes', () => {
  test('when built with and without type checking', { timeout }, async () => {
    const folder = await createFolder();
    await build(folder, { check: true });
    expect(differences(await readTree(folder), await readTree(join(packed.source, 'dist')))).toEqual([]);
  });

  test('when generated in another folder', { timeout }, async () => {
    const folder = await createFolder();
    // Junctions require no permission on Windows.
    for (const name of ['openapi', 'node_modules', 'scripts', 'src']) {
      await symlink(join(process.cwd(), name), join(folder, name), 'junction');
    }
    for (const name of ['redocly.yaml', 'package.json', '.prettierrc.json', '.redocly.lint-ignore.yaml']) {
      if (existsSync(name)) await writeFile(join(folder, name), await readFile(name));
    }
    await run(process.execPath, ['--import', 'tsx', join('scripts', 'generate.ts')], { cwd: folder });
    const generated = await readTree(join(folder, 'generated'));
    expect(Object.keys(generated).length).toBeGreaterThan(apis.length);
    expect(differences(generated, await readTree('generated'))).toEqual([]);
  });
});

describe('a project with the package installed', () => {
  const program = `
    const sandbox = createSandbox();
    const build = createClient({ endpoint: 'http://sandbox', fetch: sandbox.fetch, credentials: sandbox.credentials });
    const { result } = await build.showJobInfo({ job_id: sandbox.seed.jobIds['web-shop'] });
    const unknown = await build.showJobInfo({ job_id: '0'.repeat(32) }).catch((error) => error);
    console.log(result.job_name, unknown instanceof ApiError);`;

  test('imports the client and the sandbox from JavaScript', async () => {
    const imports = `
      import { ApiError, createClient } from 'codearts-build';
      import { createSandbox } from 'codearts-build/sandbox';`;
    expect(await runProgram(project, 'use.js', imports + program)).toBe('web-shop true');
  });

  test('requires the client and the sandbox from a CommonJS module', async () => {
    const imports = `
      const { ApiError, createClient } = require('codearts-build');
      const { createSandbox } = require('codearts-build/sandbox');`;
    expect(await runProgram(project, 'use.cjs', `${imports}(async () => {${program}})();`)).toBe('web-shop true');
  });

  test('serves the page of the sandbox with its style and its script', async () => {
    const source = `
      import { createSandbox } from 'codearts-build/sandbox';
      const response = await createSandbox().fetch('http://sandbox/');
      const page = await response.text();
      console.log(response.status, page.includes('new EventSource'), page.includes('light-dark('));`;
    expect(await runProgram(project, 'page.js', source)).toBe('200 true true');
  });

  test('has the command codearts-build-sandbox', { timeout }, async () => {
    const usage = await npm(['exec', '--no', '--', 'codearts-build-sandbox', '--help'], project);
    expect(usage).toMatch(/^codearts-build-sandbox \[options\]/m);
  });

  test('reads the OpenAPI descriptions', async () => {
    const source = `
      import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      const names = ${JSON.stringify(apis)};
      console.log(names.map((name) => require('codearts-build/openapi/' + name + '.json').openapi).join());`;
    expect(await runProgram(bareProject, 'read.js', source)).toBe('3.1.0,3.1.0,3.1.0');
  });

  test('cannot import files that are not exported', async () => {
    const source = `
      const names = ['dist/src/auth/sign.js', 'src/auth/sign.js', 'generated/iam/operations.js'];
      const results = await Promise.allSettled(names.map((name) => import('codearts-build/' + name)));
      console.log(results.map(({ reason }) => reason?.code).join());`;
    const rejected = 'ERR_PACKAGE_PATH_NOT_EXPORTED';
    expect(await runProgram(bareProject, 'reach.js', source)).toBe([rejected, rejected, rejected].join());
  });

  test('gets an error that lists the packages to install if the peer dependencies of the sandbox are missing', async () => {
    const source = `
      import { createSandbox } from 'codearts-build/sandbox';
      try { createSandbox(); } catch (error) { console.log(error.message); }`;
    expect(await runProgram(bareProject, 'without.js', source)).toContain('npm install ajv ajv-formats');
  });
});

describe('the declarations', () => {
  const source = `
    import {
      ApiError, BuildFailedError, createClient, createIamClient, createServiceStageClient, isCodeArtsError, passwordToken, signRequest,
      type BuildRun, type ClientOptions, type Credentials, type SignedRequest,
    } from 'codearts-build';
    import { createSandbox, type Sandbox } from 'codearts-build/sandbox';

    const sandbox: Sandbox = createSandbox();
    const options: ClientOptions = { endpoint: 'http://sandbox', fetch: sandbox.fetch, credentials: sandbox.credentials };
    const build = createClient(options);
    const job_id = sandbox.seed.jobIds['web-shop'] ?? '';
    const { data, attempts } = await build.showJobInfo({ job_id }).withResponse();
    const name: string | undefined = data.result?.job_name;
    for await (const task of build.paginate('listProjectJobs', { project_id: sandbox.seed.projectId })) {
      const id: string | undefined = task.id;
      if (id === '') throw new Error('no id');
    }
    const { data: status } = await build.http.GET('/v3/jobs/{job_id}/status', { params: { path: { job_id } } });
    // @ts-expect-error -- a misspelled parameter
    const misspelled = () => build.showJobInfo({ jobId: job_id });
    // @ts-expect-error -- an operation without pages
    const pageless = () => build.paginate('showJobInfo', { job_id });
    const keys: Credentials = { ak: 'AccessKey', sk: 'SecretKey' };
    const signed: SignedRequest = await signRequest({ method: 'GET', url: 'https://example.com/' }, keys);
    export const stop = (run: BuildRun): Promise<void> => run.stop();
    export const isFailure = (error: unknown): error is BuildFailedError | ApiError =>
      isCodeArtsError(error) && (error instanceof BuildFailedError || error instanceof ApiError);
    const values = [misspelled, pageless, createIamClient, createServiceStageClient, passwordToken].map((value) => typeof value);
    console.log(name, attempts, typeof status, signed.signature.length, new Set(values).size);
  `;

  /** Environments with different types of fetch. */
  const environments = [
    { environment: 'the web, module nodenext', bare: true, lib: ['es2022', 'dom'], module: 'nodenext', types: [] },
    { environment: 'Node, module bundler', bare: false, lib: ['es2022'], module: 'esnext', types: ['node'] },
  ];
  const compilers = [
    { version: '5.4', compiler: locateCompiler('5.4') },
    { version: '5.9', compiler: join('node_modules', 'typescript', 'bin', 'tsc') },
    { version: '6.0', compiler: locateCompiler('6.0') },
    { version: '7.0', compiler: locateCompiler('7.0') },
  ];
  const cases = compilers.flatMap((compiler) => environments.map((item) => ({ ...compiler, ...item })));

  /** Returns the path of a compiler. If it is missing, skips the test, or fails in continuous integration. */
  function requireCompiler(version: string, compiler: string | undefined, context: TestContext): string {
    if (compiler !== undefined) return resolve(compiler);
    return skipOrFail(context, `TypeScript ${version} is not installed; run npm run test:runtimes`);
  }

  /** Returns the errors of a compiler in a project. */
  async function compile(compiler: string, folder: string): Promise<string> {
    try {
      return (await run(process.execPath, [compiler, '--pretty', 'false'], { cwd: folder })).stdout;
    } catch (error) {
      const { stdout, message } = error as { stdout?: string; message: string };
      return stdout ?? message;
    }
  }

  test.for(cases)('compile with TypeScript $version for $environment', { timeout }, async (chosen, context) => {
    const compiler = requireCompiler(chosen.version, chosen.compiler, context);
    const { bare, lib, module, types, version } = chosen;
    const folder = join(bare ? bareProject : project, `typescript-${version}`);
    await mkdir(folder);
    await writeFile(join(folder, 'use.ts'), source);
    const compilerOptions = {
      ...{ target: 'es2022', lib, module, types, strict: true, skipLibCheck: false },
      moduleResolution: module === 'nodenext' ? 'nodenext' : 'bundler',
      ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true },
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    expect(await compile(compiler, folder)).toBe('');
    if (!bare) {
      const { stdout: printed } = await run(process.execPath, ['use.js'], { cwd: folder });
      expect(printed.trim()).toBe('web-shop 1 object 64 1');
    }
  });

  test('match the API report; after an intended change, run `npm run api-report` and update CHANGELOG.md', async () => {
    const report = await readFile(REPORT_FILE, 'utf8');
    expect(await describeApi(join(packed.source, 'dist'))).toBe(report.replaceAll('\r\n', '\n'));
  }, 60_000);
});

describe('package linters', () => {
  test('publint reports nothing', async () => {
    const { messages } = await publint({ pkgDir: packed.source, pack: false, strict: true, level: 'suggestion' });
    expect(messages).toEqual([]);
  });

  test('Are the types wrong? reports nothing', { timeout }, async () => {
    const attw = join('node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    const options = ['--profile', 'esm-only', '--format', 'json'];
    const { stdout } = await run(process.execPath, [attw, packed.tarball, ...options], { maxBuffer: 64 * 2 ** 20 });
    const { analysis } = JSON.parse(stdout) as { analysis: { entrypoints: object; problems: { kind: string }[] } };
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['.', './sandbox']));
    // CommonJS-only resolution is not supported.
    const relevant = analysis.problems.filter(({ kind }) => !['NoResolution', 'CJSResolvesToESM'].includes(kind));
    expect(relevant).toEqual([]);
  });
});

test('a bundle is within its size target, including openapi-fetch', { timeout }, async () => {
  const sizes = new Map((await measureAll()).map(([program, size]) => [program.name, { ...program, ...size }]));
  for (const name of ['signRequest alone', 'createClient, without the tables']) {
    const { gzip, target } = sizes.get(name)!;
    expect(gzip, name).toBeGreaterThan(1_000);
    // The output of zlib differs slightly between processor architectures.
    expect(gzip, name).toBeLessThanOrEqual(process.arch === 'x64' ? target! : target! * 1.01);
  }
});

describe('a bundle of the installed package', () => {
  async function bundleProgram(source: string): Promise<string> {
    const { outputFiles } = await bundle({
      stdin: { contents: source, resolveDir: project },
      ...{ bundle: true, minify: true, write: false, format: 'esm', platform: 'browser', target: 'es2022' },
      logLevel: 'silent',
    });
    return outputFiles[0]!.text;
  }

  test('of a program that only signs contains neither operations nor the rest of the client', async () => {
    const text = await bundleProgram(`import { signRequest } from 'codearts-build'; console.log(signRequest);`);
    expect(text).toContain('SDK-HMAC-SHA256');
    expect(text).not.toMatch(/\/v\d\/|showJobInfo|myhuaweicloud|createFinalURL/);
    expect(gzipSync(text).byteLength).toBeLessThan(4_000);
  });

  test('of a client of one service contains no operation of the others', async () => {
    const text = await bundleProgram(`import { createIamClient } from 'codearts-build'; console.log(createIamClient);`);
    expect(text).toContain('keystoneCreateUserTokenByPassword');
    expect(text).not.toContain('showJobInfo');
  });

  test('of an unused import is empty', async () => {
    expect(await bundleProgram(`import 'codearts-build'; import * as unused from 'codearts-build';`)).toBe('');
  });

  test('contains no file of the sandbox', async () => {
    const text = await bundleProgram(`import * as all from 'codearts-build'; console.log(all);`);
    expect(text).toContain('showJobInfo');
    expect(text).not.toMatch(/web-shop|createSandbox/);
  });
});
