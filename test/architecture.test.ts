import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = process.cwd();

/** The layers of the client, top to bottom. Folders of one layer do not import each other. */
const layers = [
  ['src/cli/'],
  ['src/index.ts'],
  ['src/client.ts'],
  ['src/builds/', 'src/auth/'],
  ['src/operations/'],
  ['src/http/'],
  ['src/endpoints/', 'src/files/'],
  ['src/errors/'],
  ['src/platform/'],
];

/** Generated code is data of the layer that reads it, and imports types of this file only. */
const CONTRACT = 'src/operations/contract.ts';

const MAX_LINES = 300;

interface Import {
  from: string;
  to: string;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);
const generated = readdirSync(join(root, 'generated'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `generated/${name.replaceAll('\\', '/')}`);
const client = files.filter((file) => !file.startsWith('src/sandbox/'));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Resolves an import to a file of the project, or returns the name of the package. */
function resolveImport(from: string, specifier: string): string {
  if (specifier === '#runtime') return 'src/platform/runtime.node.ts';
  if (!specifier.startsWith('.')) return specifier;
  return relative(root, resolve(root, dirname(from), specifier))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
}

/** Returns all imports of a file, imports of types included. */
function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, textOf(from), ts.ScriptTarget.ES2022);
  return source.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return [];
    return [{ from, to: resolveImport(from, node.moduleSpecifier.text) }];
  });
}

const imports = client.flatMap(importsOf);
const layerOf = (file: string): number => layers.findIndex((parts) => parts.some((part) => file.startsWith(part)));
const folderOf = (file: string): string => layers.flat().find((part) => file.startsWith(part)) ?? file;
const show = ({ from, to }: Import): string => `${from} -> ${to}`;

describe('the client', () => {
  test('has every file in one of the layers', () => {
    expect(client.filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  test('imports from the same folder or a lower layer only, types included', () => {
    const wrong = imports
      .filter(({ to }) => to.startsWith('src/'))
      .filter(({ from, to }) => folderOf(from) !== folderOf(to) && layerOf(to) <= layerOf(from));
    expect(wrong.map(show)).toEqual([]);
  });

  test('has no import cycle, types included', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      expect(path, [...path, file].join(' -> ')).not.toContain(file);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });

  test('has no file of more than 300 lines', () => {
    expect(client.filter((file) => textOf(file).split('\n').length > MAX_LINES)).toEqual([]);
  });

  test('loads nothing lazily: no import() in the client, except the commands of the command line', () => {
    const isLazy = (node: ts.Node): boolean =>
      (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) ||
      (ts.forEachChild(node, (child) => isLazy(child) || undefined) ?? false);
    const lazy = client
      .filter((file) => !file.startsWith('src/cli/'))
      .filter((file) => isLazy(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022)));
    expect(lazy).toEqual([]);
  });

  test('depends on openapi-fetch, in one file, and on no other package', () => {
    const packages = imports.filter(({ to }) => !/^(src|generated)\//.test(to) && !to.startsWith('node:'));
    expect(packages.map(show)).toEqual(['src/operations/service.ts -> openapi-fetch']);
  });

  test('imports built-in modules of Node in the command line only; platform asks the process for them', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('node:') && !from.startsWith('src/cli/'));
    expect(wrong.map(show)).toEqual([]);
    const asking = client.filter((file) => /getBuiltinModule|process\.env/.test(textOf(file)));
    expect(asking.filter((file) => !/^src\/(platform|cli)\//.test(file))).toEqual([]);
  });

  test('has nothing below platform: it imports only itself', () => {
    const wrong = imports.filter(({ from, to }) => from.startsWith('src/platform/') && !to.startsWith('src/platform/'));
    expect(wrong.map(show)).toEqual([]);
  });

  test('reads the tables of operations in two files', () => {
    const readers = imports.filter(({ to }) => /generated\/.*\/operations\.ts/.test(to)).map(({ from }) => from);
    const values = [...new Set(readers)].filter((file) => /import \{[^}]*\boperations\b/.test(textOf(file)));
    expect(values.sort()).toEqual(['src/auth/iam.ts', 'src/client.ts']);
  });
});

test('generated code imports types of the contract only, and itself', () => {
  const wrong = generated.flatMap(importsOf).filter(({ to }) => !to.startsWith('generated/') && to !== CONTRACT);
  expect(wrong.map(show)).toEqual([]);
});

test('the sandbox and the client share no code: they would share mistakes', () => {
  const crossing = files
    .flatMap(importsOf)
    .filter(({ to }) => to.startsWith('src/'))
    .filter(({ from, to }) => from.startsWith('src/sandbox/') !== to.startsWith('src/sandbox/'))
    .filter(({ from }) => !from.startsWith('src/cli/'));
  expect(crossing.map(show)).toEqual([]);
});
