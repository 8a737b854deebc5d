import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { formatCommandHelp, formatHelp } from '../../src/cli/help.js';
import { exampleOf, formatOperation, formatOperationList } from '../../src/cli/operation-help.js';
import { listOperations, nameOf } from '../../src/cli/openapi.js';
import { createTestSandbox, runMain } from './run-main.js';

/** Splits a command line of help texts: words, and words in single quotes. */
const splitWords = (line: string): string[] =>
  [...line.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll("'\\''", "'") ?? plain!,
  );

const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'codearts-build-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe('help', () => {
  test.each([
    ['the program', formatHelp()],
    ...commands.map((command): [string, string] => [command.name, formatCommandHelp(command)]),
    ['call', formatOperationList()],
  ])('of %s fits 80 columns', (_, text) => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('of every operation fits 80 columns', () => {
    const lines = listOperations().flatMap((operation) => formatOperation(operation).split('\n'));
    const wide = lines.filter((line) => line.length > 80);
    // Paths, URLs and values of examples cannot be broken.
    expect(wide.filter((line) => !/^(GET|POST|PUT|DELETE|PATCH) |\S{40}|^ +"\w+": "|^ {4}--\S+ '/.test(line))).toEqual(
      [],
    );
  });

  test('has examples of several lines that a shell reads as the same command line', () => {
    for (const operation of listOperations()) {
      const [, shown = ''] = formatOperation(operation).split('\nExample:\n');
      const words = splitWords(shown.trim().replaceAll(' \\\n', ' '));
      const expected = splitWords(exampleOf(operation));
      const body = expected.indexOf('--body') + 1;
      const read = (list: string[]): unknown[] =>
        list.map((word, index) => (index === body && /^[[{]/.test(word) ? (JSON.parse(word) as unknown) : word));
      expect(read(words)).toEqual(read(expected));
    }
  });

  test('of an operation with a form lists its fields', () => {
    const forms = listOperations().filter(({ body }) => body?.form);
    expect(forms.map(({ id }) => id).sort()).toEqual(['uploadCoverageReport', 'uploadJunitReport', 'uploadKeystore']);
    for (const operation of forms) {
      const text = formatOperation(operation);
      for (const { name, file, required, description } of operation.body!.form!) {
        const start = description.replaceAll('`', '').split(' ').slice(0, 3).join('\\s+');
        const option = file ? `--file ${name}=@PATH` : `"${name}"`;
        expect(text).toMatch(new RegExp(`${option}…? +${required ? 'Required. ' : ''}${start}`));
      }
    }
  });

  test('is printed by --help, and to stderr with exit code 2 without a command', async () => {
    const sandbox = createTestSandbox();
    const [help, none, run, unknown] = await Promise.all(
      [['--help'], [], ['run', '--help'], ['rum']].map((argv) => runMain(sandbox, argv)),
    );
    expect([help?.code, none?.code, run?.code, unknown?.code]).toEqual([0, 2, 0, 2]);
    expect(help?.stdout).toBe(none?.stderr);
    expect(run?.stdout).toContain('--on-interrupt');
    expect(unknown?.stderr).toBe('error: unknown command "rum"; did you mean "run"?\n');
  });

  test('shows an example for every operation that --dry-run accepts', async () => {
    const sandbox = createTestSandbox();
    const file = join(createFolder(), 'settings.xml');
    writeFileSync(file, '<settings/>');
    const failures: string[] = [];
    for (const operation of listOperations()) {
      const line = exampleOf(operation).replace('@FILE', `@${file}`);
      const { code, stdout, stderr } = await runMain(sandbox, [...splitWords(line).slice(1), '--dry-run'], {
        env: { CODEARTS_BUILD_ENDPOINT: 'https://service.example' },
      });
      if (code !== 0 || !stdout.startsWith(`${operation.method} https://service.example/`)) {
        failures.push(`${line}: ${code} ${stderr}`);
      }
    }
    expect(failures).toEqual([]);
  });
});

describe('call', () => {
  const { jobIds, projectId } = createTestSandbox().seed;
  const jobId = jobIds['web-shop']!;

  test('prints what the operation returns', async () => {
    const result = await runMain(createTestSandbox(), ['call', 'showJobInfo', '--job-id', jobId]);
    expect([result.code, result.stderr]).toEqual([0, '']);
    expect(JSON.parse(result.stdout)).toMatchObject({ result: { job_name: 'web-shop' } });
  });

  test('accepts the names of the service, and prints fields', async () => {
    const argv = [
      'call',
      'showJobInfo',
      `--job_id=${jobId}`,
      '--fields',
      'result.job_name,result.disabled',
      '-o',
      'csv',
    ];
    expect((await runMain(createTestSandbox(), argv)).stdout).toBe(
      'result.job_name,result.disabled\r\nweb-shop,false\r\n',
    );
  });

  test('fetches all pages, up to a number of items', async () => {
    const list = ['call', 'listProjectJobs', '--project-id', projectId, '--paginate'];
    const all = await runMain(createTestSandbox(), [...list, '-o', 'jsonl']);
    expect(all.stdout.trimEnd().split('\n')).toHaveLength(4);
    const some = await runMain(createTestSandbox(), [...list, '--max-items', '1']);
    expect(JSON.parse(some.stdout)).toHaveLength(1);
    const pages = await runMain(createTestSandbox(), [...list, '--page-size', '10', '--page-index', '0']);
    expect(JSON.parse(pages.stdout)).toHaveLength(4);
    expect(pages.requests).toEqual([expect.stringContaining('page_index=0&page_size=10')]);
  });

  test('reads a body from the command line, a file and standard input', async () => {
    const body = JSON.stringify({ job_id: jobId });
    const file = join(createFolder(), 'body.json');
    writeFileSync(file, body);
    for (const given of [body, `@${file}`, '-']) {
      const options = { stdin: body };
      const result = await runMain(createTestSandbox(), ['call', 'executeJob', '--body', given], options);
      expect(JSON.parse(result.stdout)).toMatchObject({ result: { actual_build_number: '9' } });
    }
  });

  test('uploads a file, and downloads one', async () => {
    const sandbox = createTestSandbox();
    const file = join(createFolder(), 'settings.xml');
    writeFileSync(file, '<settings/>');
    const form = ['--file', `file=@${file}`, '--body', '{"privacy":"true"}'];
    const uploaded = await runMain(sandbox, ['call', 'uploadKeystore', ...form]);
    expect([uploaded.code, uploaded.stderr]).toEqual([0, '']);
    const target = join(createFolder(), 'copy.xml');
    const { result } = JSON.parse(uploaded.stdout) as { result: { keystore_id: string } };
    const domainId = sandbox.state.users[0]!.domainId;
    const named = ['--id', result.keystore_id, '--name', 'settings.xml', '--domain-id', domainId];
    const argv = ['call', 'downloadKeystoreByName', ...named, '--download', target];
    const downloaded = await runMain(sandbox, argv);
    expect(downloaded.stderr).toBe(`saved ${target}\n`);
    expect(readFileSync(target, 'utf8')).toBe('<settings/>');
  });

  test('uploads several files in one field', async () => {
    const sandbox = createTestSandbox();
    sandbox.addBuild({ job_id: jobId });
    const folder = createFolder();
    const files = ['a.xml', 'b c=d.xml'].flatMap((name) => {
      writeFileSync(join(folder, name), `<testsuite name="${name}" tests="1"><testcase name="x"/></testsuite>`);
      return ['--file', `files=@${join(folder, name)}`];
    });
    const build = ['--job-id', jobId, '--build-no', '9'];
    const uploaded = await runMain(sandbox, ['call', 'uploadJunitReport', ...build, '--node-id', '17', ...files]);
    expect([uploaded.code, uploaded.stderr]).toEqual([0, '']);
    const { stdout } = await runMain(sandbox, ['call', 'showReportSummary', ...build]);
    const { result } = JSON.parse(stdout) as { result: { sub_summarys: { total: number }[] } };
    expect(result.sub_summarys.map(({ total }) => total)).toContain(2);
  });

  test.each([
    ['2147483647', 0, 'offset=2147483647'],
    ['9007199254740991', 0, 'offset=9007199254740991'],
    ['9007199254740993', 2, '--offset must be a non-negative integer'],
    ['-1', 2, '--offset must be a non-negative integer'],
    ['1.5', 2, '--offset must be a non-negative integer'],
  ])('reads the number %s', async (number, exitCode, text) => {
    const argv = ['call', 'downloadRealTimeLog', '--job-id', jobId, '--build-no', '1', `--offset=${number}`];
    const { code, screen } = await runMain(createTestSandbox(), [...argv, '--dry-run']);
    expect([code, screen]).toEqual([exitCode, expect.stringContaining(text)]);
  });

  test('sends nothing with --dry-run, and requires no credentials', async () => {
    const env = { HUAWEICLOUD_SDK_AK: undefined, HUAWEICLOUD_SDK_SK: undefined };
    const argv = ['call', 'executeJob', '--body', '{"job_id":"48c66c6002964721be537cdc6ce0297b"}', '--dry-run'];
    const { stdout, requests } = await runMain(createTestSandbox(), argv, { env });
    expect(requests).toEqual([]);
    expect(stdout).toBe(
      'POST http://sandbox.localhost/v1/job/execute\n{\n  "job_id": "48c66c6002964721be537cdc6ce0297b"\n}\n',
    );
  });

  test.each([
    [['call'], '<operation> is required; codearts-build call --help lists all'],
    [['call', 'showJobInf'], 'unknown operation "showJobInf"; did you mean "showJobInfo"?'],
    [['call', 'createBuildJob'], /^createBuildJob is an operation of several APIs; write one of .*servicestage/],
    [['call', 'showJobInfo'], '--job-id is required; see codearts-build call showJobInfo --help'],
    [['call', 'showJobInfo', '--job-id', 'x', '--page', '1'], 'unknown option --page'],
    [['call', 'showJobInfo', '--job-id', 'x', '--body', '{}'], '--body: showJobInfo has no body'],
    [['call', 'executeJob', '--body', '{'], /^--body must be JSON: /],
    [['call', 'showJobInfo', '--job-id', 'x', '--paginate'], '--paginate: showJobInfo has no pages'],
    [['call', 'showJobInfo', 'x', '--job-id', 'y'], 'unexpected argument "x"'],
    [['call', 'showJobInfo', '--job-id', 'x', '--file', 'a=@b'], '--file: showJobInfo accepts no form'],
    [['call', 'executeJob', '--body', '{}', '--file', 'a=@b'], '--file: executeJob accepts no form'],
    [['call', 'showJobInfo', '--job-id', 'x', '--download', 'b'], '--download: showJobInfo returns no file'],
    [['call', 'listJob', '--max-items', '5'], '--max-items requires --paginate'],
    [['call', 'listJob', '--paginate', '--max-items', '0'], '--max-items must be a positive integer; received "0"'],
    [['call', 'executeJob', '--body', '@/nonexistent/x'], /^--body must name a file that can be read: ENOENT/],
    [['call', 'executeJob', '--body', '@.'], /^--body must name a file that can be read: EISDIR/],
    [['call', 'uploadKeystore', '--file', 'file=@/nonexistent/x'], /^--file must name a file .*: ENOENT/],
    [['call', 'uploadKeystore', '--file', 'file=x'], '--file must be FIELD=@PATH; received "file=x"'],
    [['call', 'uploadKeystore', '--file', 'files=@package.json'], /^--file: the files of uploadKeystore are file; /],
    [['call', 'uploadKeystore', '--file', 'privacy=@package.json'], /^--file: the files of uploadKeystore are file; /],
    [['call', 'uploadKeystore', '--body', '["true"]'], '--body must be a JSON object with fields of the form'],
    [
      ['call', 'uploadKeystore', '--file', 'file=@package.json', '--file', 'file=@LICENSE'],
      '--file: uploadKeystore accepts one file as "file"',
    ],
    [
      ['call', 'uploadKeystore', '--body', '{"description":"x"}'],
      '--file file=@PATH, "privacy" in --body are required; see codearts-build call uploadKeystore --help',
    ],
  ])('rejects %j with exit code 2', async (argv, message) => {
    const { code, stderr, requests } = await runMain(createTestSandbox(), argv);
    expect([code, requests]).toEqual([2, []]);
    expect(stderr.replace(/^error: |\n$/g, '')).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  test('reports an error of the service in one line with its request ID, and as JSON', async () => {
    const argv = ['call', 'showJobInfo', '--job-id', '0'.repeat(32)];
    const text = await runMain(createTestSandbox(), argv);
    expect(text.code).toBe(3);
    expect(text.stderr).toMatch(/^error: GET \/v1\/job\/0+\/info failed: \d+ .* \[request [0-9a-f]+\]\n$/);
    const json = await runMain(createTestSandbox(), [...argv, '-o', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ type: 'error', exitCode: 3, error: { name: 'ApiError' } });
  });
});

describe('a client from flags and environment', () => {
  test('reports missing settings with exit codes 2 and 3', async () => {
    const sandbox = createTestSandbox();
    const region = await runMain(sandbox, ['projects'], { env: { CODEARTS_BUILD_ENDPOINT: undefined } });
    expect([region.code, region.stderr]).toEqual([
      2,
      'error: region or endpoint is required (set --region or CODEARTS_BUILD_REGION, such as cn-north-4)\n',
    ]);
    const key = await runMain(sandbox, ['projects'], { env: { HUAWEICLOUD_SDK_SK: undefined } });
    expect([key.code, key.stderr]).toEqual([3, expect.stringContaining('HUAWEICLOUD_SDK_SK is not')]);
    const version = await runMain(sandbox, ['projects'], { env: { CODEARTS_BUILD_API_VERSION: 'v2' } });
    expect([version.code, version.stderr]).toEqual([
      2,
      'error: CODEARTS_BUILD_API_VERSION must be v1 or v3; received "v2"\n',
    ]);
  });

  test('shows requests with --debug, without secrets', async () => {
    const sandbox = createTestSandbox();
    const { stderr } = await runMain(sandbox, ['projects', '--debug']);
    expect(stderr).toMatch(/^debug: GET sandbox\.localhost\/v1\/domain\/\S+$/m);
    expect(stderr).toMatch(/^debug: 200 after \d+ ms: GET .* \[request [0-9a-f]+\]$/m);
    expect(stderr).not.toContain(sandbox.credentials.sk);
  });

  test('whoami shows the key without its middle, the endpoint and the access', async () => {
    const sandbox = createTestSandbox();
    const { stdout, code } = await runMain(sandbox, ['whoami']);
    const { ak, sk, projectId } = sandbox.credentials;
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      `credentials  AK ${ak.slice(0, 4)}…${ak.slice(-4)}, environment variables`,
      `project ID   ${projectId}`,
      'endpoint     http://sandbox.localhost (CODEARTS_BUILD_ENDPOINT)',
      'access       4 tasks in 1 project',
      'clock        the same as that of the service',
      expect.stringMatching(/^request ID   [0-9a-f]{32}$/),
      '',
    ]);
    expect(stdout).not.toContain(ak);
    expect(stdout).not.toContain(sk);
  });
});

describe('completion', () => {
  // Loads what lists tasks: on the sandbox's clock, a lookup takes 1.5 s at most.
  beforeAll(() => runMain(createTestSandbox(), ['tasks']), 60_000);

  const complete = async (...words: string[]): Promise<string[]> => {
    const { stdout, code } = await runMain(createTestSandbox(), ['__complete', ...words]);
    expect(code).toBe(0);
    return stdout.split('\n').filter(Boolean);
  };

  test.each([
    [['r'], ['run', 'rerun', 'report']],
    [['run', '--on-i'], ['--on-interrupt']],
    [
      ['run', '--on-interrupt', ''],
      ['stop', 'detach'],
    ],
    [
      ['-o', 'json'],
      ['json', 'jsonl'],
    ],
    [
      ['run', 'web'],
      ['web-frontend', 'web-shop'],
    ],
    [['run', '--branch', 'main', 'web-s'], ['web-shop']],
    [['run', 'web-shop', ''], []],
    [['tasks', '--project', 'd'], ['demo']],
    [['call', 'showJobInf'], ['showJobInfo']],
    [['call', 'showJobInfo', '--job'], ['--job-id']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['nonsense', ''], []],
    [
      ['tasks', '--output=js'],
      ['--output=json', '--output=jsonl'],
    ],
    [['--project=d'], ['--project=demo']],
    [['tasks', '--limit=1'], []],
    [['run', '--version', 'web-s'], ['web-shop']],
    [['run', '--quiet', '--', 'web-s'], ['web-shop']],
    [['run', '--', '--qu'], []],
    [['call', 'showJobInfo', '--dry'], ['--dry-run']],
    [
      ['call', 'uploadKeystore', '--fi'],
      ['--file', '--fields'],
    ],
  ])('of %j is %j', async (words, expected) => {
    expect((await complete(...words)).sort()).toEqual([...expected].sort());
  });

  test.each([
    ['codearts-build run my', ['my\\ shop']],
    ['codearts-build run my\\ s', ['my\\ shop']],
    ['codearts-build run "my s', ['my shop']],
    ["codearts-build run 'my s", ['my shop']],
    ['codearts-build run it', ['it\\\'s\\ \\"5\\"\\ \\$x']],
    ['codearts-build run "it', ['it\'s \\"5\\" \\$x']],
    ["codearts-build run 'it", ["it'\\''s \"5\" $x"]],
    ["codearts-build run it\\'s", ['it\\\'s\\ \\"5\\"\\ \\$x']],
    ['codearts-build run a:', ['b']],
    ['codearts-build run a\\:', ['a:b']],
    ['codearts-build run 网', ['网上商店']],
    ['codearts-build run line', []],
    ['codearts-build --project "demo" run web-s', ['web-shop']],
    ['codearts-build tasks --output=js', ['json', 'jsonl']],
    ['codearts-build tasks --status not', ['not\\ scheduled']],
    ['codearts-build tasks --status=not', ['not\\ scheduled']],
    ['codearts-build  run  web-s', ['web-shop']],
    ['codearts-build rep', ['report']],
  ])('in bash of the line %j is %j', async (line, expected) => {
    const sandbox = createTestSandbox();
    const [shop] = sandbox.state.tasks.values();
    const names = ['my shop', 'it\'s "5" $x', 'a:b', '网上商店', 'line\nbreak'];
    for (const [index, name] of names.entries()) {
      const id = String(index).repeat(32);
      sandbox.state.tasks.set(id, { ...structuredClone(shop!), id, name });
      sandbox.state.builds.set(id, []);
    }
    const { stdout } = await runMain(sandbox, ['__complete-line', line]);
    expect(stdout.split('\n').filter(Boolean)).toEqual(expected);
  });

  test('is silent without credentials', async () => {
    const env = { HUAWEICLOUD_SDK_SK: undefined };
    const { code, stdout, stderr } = await runMain(createTestSandbox(), ['__complete', 'run', ''], { env });
    expect([code, stdout, stderr]).toEqual([0, '', '']);
  });

  test.each(['bash', 'zsh', 'fish'])('has a script for %s', async (shell) => {
    const { stdout } = await runMain(createTestSandbox(), ['completion', shell]);
    expect(stdout).toContain('codearts-build __complete');
  });

  test('knows all operations by their shortest unambiguous name', () => {
    const names = listOperations().map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    const facts = ['codearts-build', 'servicestage', 'iam'].map(
      (api) => JSON.parse(readFileSync(`openapi/facts/${api}.json`, 'utf8')) as object,
    );
    expect(names.length).toBe(facts.reduce((sum, table) => sum + Object.keys(table).length, 0));
  });
});
