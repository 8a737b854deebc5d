import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = process.cwd();

/** What a file may import: only what stands below it. The sandbox stands apart. */
const floors: string[][] = [
  ['src/index.ts'],
  ['src/client.ts'],
  ['src/builds.ts', 'src/paginate.ts'],
  ['src/builds/build-run.ts', 'src/builds/wait-all.ts'],
  ['src/builds/wait.ts'],
  ['src/builds/build.ts', 'src/builds/build-handle.ts'],
  ['src/builds/**'],
  ['src/lists/list.ts'],
  ['src/lists/**'],
  ['src/operation.ts'],
  ['src/transport.ts'],
  ['src/failures/recovery.ts', 'src/failures/refusal.ts'],
  ['src/attempt.ts'],
  ['src/token.ts', 'src/credentials/default-chain.ts', 'src/credentials/temporary.ts'],
  ['src/identity.ts'],
  ['src/credentials/search-chain.ts'],
  ['src/platform/local-credentials.node.ts', 'src/platform/local-credentials.web.ts'],
  ['src/credentials/**'],
  ['src/regions.ts', 'src/events.ts', 'src/credentials/credentials.ts'],
  ['src/transfers/**'],
  ['src/call-state.ts'],
  ['src/authenticator.ts'],
  ['src/failures/**', 'src/sign.ts', 'src/platform/machine.node.ts', 'src/platform/machine.web.ts'],
  ['src/platform/channels.ts', 'src/platform/settings.ts'],
  ['src/answer.ts', 'src/errors.ts', 'src/clock.ts', 'src/platform/environment.ts', 'src/platform/local-file.ts'],
  [
    'src/abort.ts',
    'src/bytes.ts',
    'src/platform/builtin.ts',
    'src/platform/digest.node.ts',
    'src/platform/digest.web.ts',
  ],
  ['generated/**'],
  ['src/contract.ts'],
  ['src/check.ts', 'src/recorder.ts'],
];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
  /** Whether it is loaded when it is needed: `import('./x.js')`. */
  later: boolean;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);

/** Whether an import disappears when types are erased. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const bindings = node.importClause?.namedBindings;
  if (node.importClause?.isTypeOnly) return true;
  return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((name) => name.isTypeOnly);
}

/** The modules that a file may load later. */
function laterImports(node: ts.Node): string[] {
  const found = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const [name] = found ? node.arguments : [];
  const own = name && ts.isStringLiteral(name) ? [name.text] : [];
  ts.forEachChild(node, (child) => void own.push(...laterImports(child)));
  return own;
}

const imports: Import[] = files.flatMap((from) => {
  const source = ts.createSourceFile(from, readFileSync(join(root, from), 'utf8'), ts.ScriptTarget.ES2022);
  const place = (specifier: string): string => {
    const name = specifier.replace(/^#(.*)/, '/src/platform/$1.node.js');
    const path = name.startsWith('/') ? join(root, name) : resolve(root, from, '..', name);
    return /^[./]/.test(name) ? relative(root, path).replaceAll('\\', '/').replace(/\.js$/, '.ts') : name;
  };
  const atOnce = source.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return [];
    return [{ from, to: place(node.moduleSpecifier.text), typeOnly: isTypeOnly(node), later: false }];
  });
  const later = laterImports(source).map((name) => ({ from, to: place(name), typeOnly: false, later: true }));
  return [...atOnce, ...later];
});

const matches = (file: string, pattern: string): boolean =>
  pattern.endsWith('/**') ? file.startsWith(pattern.slice(0, -2)) : file === pattern;
/** A file that is named itself stands where it is named, not where its folder does. */
function floorOf(file: string): number {
  const named = floors.findIndex((patterns) => patterns.includes(file));
  return named >= 0 ? named : floors.findIndex((patterns) => patterns.some((pattern) => matches(file, pattern)));
}

describe('the house', () => {
  const own = imports.filter(({ from }) => !from.startsWith('src/sandbox/'));

  test('has a floor for every file outside of the sandbox', () => {
    expect(files.filter((file) => !file.startsWith('src/sandbox/') && floorOf(file) < 0)).toEqual([]);
  });

  test('has arrows that point down, within a floor at most beside', () => {
    const wrong = own
      .filter(({ to }) => to.startsWith('src/') || to.startsWith('generated/'))
      .filter(
        ({ from, to, typeOnly }) => floorOf(to) < floorOf(from) && !(typeOnly && from.startsWith('src/credentials/')),
      )
      .filter(({ from, to }) => !(floorOf(from) === floorOf(to)));
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('starts without its wings: a client loads each of them with the first call that needs it', () => {
    const wings = ['src/builds/', 'src/failures/', 'src/lists/', 'src/transfers/'];
    const atStart = new Set(['src/client.ts']);
    for (const file of atStart) {
      for (const { from, to, typeOnly, later } of own) if (from === file && !typeOnly && !later) atStart.add(to);
    }
    // What a handle must be is checked when it is handed over, which may be before its build is asked for anything.
    const early = [...atStart].filter((file) => wings.some((wing) => file.startsWith(wing)));
    expect(early).toEqual(['src/builds/build-handle.ts']);
    const loaded = new Set(
      own.filter(({ from, later }) => later && !from.includes('/platform/')).map(({ to }) => to.replace(/[^/]+$/, '')),
    );
    expect([...loaded].sort()).toEqual(['src/builds/', 'src/credentials/', ...wings.slice(1)]);
  });

  test('takes openapi-fetch in at one door, and no other package at any', () => {
    const packages = own.filter(
      ({ to }) => !to.startsWith('src/') && !to.startsWith('generated/') && !to.startsWith('node:'),
    );
    expect(packages.map(({ from, to }) => `${from} -> ${to}`)).toEqual(['src/client.ts -> openapi-fetch']);
  });

  test('imports no module of Node: what it needs of one it asks the process for, where there is one', () => {
    const wrong = own.filter(({ to }) => to.startsWith('node:'));
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
    const asking = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('getBuiltinModule'));
    expect(asking.filter((file) => !file.startsWith('src/sandbox/'))).toEqual(['src/platform/builtin.ts']);
  });

  test('reads the tables of operations in one place', () => {
    const readers = own.filter(({ to, typeOnly }) => /generated\/.*\/operations\.ts/.test(to) && !typeOnly);
    expect(new Set(readers.map(({ from }) => from))).toEqual(new Set(['src/client.ts']));
  });

  test('shares nothing with the sandbox: a client and a server that share code share mistakes', () => {
    const crossing = imports.filter(
      ({ from, to }) => from.startsWith('src/sandbox/') !== to.startsWith('src/sandbox/') && to.startsWith('src/'),
    );
    expect(crossing.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  test('has no circle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, typeOnly } of imports) if (!typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      expect(path, [...path, file].join(' -> ')).not.toContain(file);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });
});
