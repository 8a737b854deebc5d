import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { checkTypes, readCodeBlocks } from './support/code-blocks.js';

const run = promisify(execFile);
const guides = readdirSync('scripts/docs/guides')
  // Its programs require other packages; queue.test.ts checks and runs them.
  .filter((name) => name !== 'queue.md')
  .map((name) => `scripts/docs/guides/${name}`);
const files = ['README.md', 'scripts/docs/front.md', ...guides];
const blocks = files.flatMap((file) => readCodeBlocks(file, 'ts'));

/** Variables that the text around a block has introduced. */
const declared = {
  job_id: 'string',
  project_id: 'string',
  record_id: 'string',
  bytes: 'Uint8Array<ArrayBuffer>',
  build: "import('codearts-build').CodeArtsBuildClient",
  sandbox: "import('codearts-build/sandbox').Sandbox",
  createClient: "typeof import('codearts-build').createClient",
};

/** Declares the names that a block uses and does not make itself. */
const preludeOf = (code: string): string =>
  Object.entries(declared)
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(code))
    .filter(([name]) => !new RegExp(`(const|let)\\s+${name}\\b|import\\s*\\{[^}]*\\b${name}\\b`).test(code))
    .map(([name, type]) => `declare const ${name}: ${type};`)
    .join('\n');

test('every TypeScript block of the README and the guides compiles', { timeout: 60_000 }, () => {
  const sources = new Map(
    blocks.map(({ code }, index) => [`readme-block-${index}.ts`, `${code}\n${preludeOf(code)}\nexport {};\n`]),
  );
  const findings = checkTypes(sources).map((finding) =>
    finding.replace(/readme-block-(\d+)\.ts/, (_, index: string) => blocks[Number(index)]!.place),
  );
  expect(findings).toEqual([]);
});

describe('the blocks that are marked runnable', () => {
  const folder = join(process.cwd(), 'test', '.readme-blocks');
  const paths = {
    'codearts-build': ['../../src/index.ts'],
    'codearts-build/sandbox': ['../../src/sandbox/index.ts'],
    '#*': ['../../src/platform/*.node.ts'],
  };
  const setUp = `
    import { createClient as createClientOfTest } from 'codearts-build';
    import { createSandbox as createSandboxOfTest } from 'codearts-build/sandbox';
    const sandboxOfTest = createSandboxOfTest({ clock: 'manual', autoAdvance: true });
    const build = createClientOfTest({ endpoint: 'http://sandbox', fetch: sandboxOfTest.fetch, clock: sandboxOfTest.clock, credentials: sandboxOfTest.credentials });
    const job_id = sandboxOfTest.seed.jobIds['web-shop']!;
    const project_id = sandboxOfTest.seed.projectId;
  `;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { paths, module: 'nodenext', target: 'es2022' } }),
  );
  const alias = Object.entries(paths).map(
    ([name, [path]]) =>
      `{ find: /^${name.replace('/', '\\/').replace('*', '(.*)')}$/, replacement: ${JSON.stringify(join(folder, path!).replace('*', '$1'))} }`,
  );
  writeFileSync(join(folder, 'vitest.config.ts'), `export default { resolve: { alias: [${alias.join(', ')}] } };`);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const runnable = blocks.filter(({ marks }) => marks.includes('runnable'));
  test('are several', () => expect(runnable.length).toBeGreaterThan(5));

  test.each(runnable)('$place runs', { timeout: 60_000 }, async ({ code, marks, place }) => {
    const isTest = code.includes("from 'vitest'");
    const file = join(folder, `${place.replace(/\W/g, '-')}${isTest ? '.test' : ''}.ts`);
    writeFileSync(file, (marks.includes('sandbox') ? setUp : '') + code);
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const args = isTest
      ? [vitest, 'run', `--root=${folder}`, `--config=${join(folder, 'vitest.config.ts')}`, file]
      : ['--import', 'tsx', file];
    const env = { ...process.env, TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json') };
    const { stdout } = await run(process.execPath, args, { env });
    expect(stdout.length).toBeGreaterThan(0);
  });
});
