/**
 * Writes down the public surface: for each entry point what it exports, and the types that this leads to, without comments. The report is
 * committed, so that a change of the surface is seen in a review. `npm run api-report` makes it anew.
 */
import { writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the report stands. */
export const REPORT_FILE = join(root, 'test', 'api-report.md');

const ENTRY_POINTS = {
  'codearts-build': 'src/index.d.ts',
  'codearts-build/sandbox': 'src/sandbox/index.d.ts',
};

const HEAD = `# Public API

Made by \`npm run api-report\`. What an entry point exports, and the types that this leads to. Inputs and outputs of single operations are those of the
OpenAPI descriptions, and left out.
`;

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

type Entity = ts.EntityName | ts.Expression;

/** The names that a declaration refers to. */
function referencesIn(declaration: ts.Declaration): ts.Node[] {
  const found: ts.Node[] = [];
  const add = (name: Entity | undefined): void => {
    if (name) found.push(ts.isQualifiedName(name) ? name.right : name);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node)) add(node.typeName);
    else if (ts.isExpressionWithTypeArguments(node)) add(node.expression);
    else if (ts.isTypeQueryNode(node)) add(node.exprName);
    else if (ts.isImportTypeNode(node)) add(node.qualifier);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return found;
}

/** Describes the declarations in a folder that `npm run build` has made. */
export async function describeApi(folder: string): Promise<string> {
  const files = Object.values(ENTRY_POINTS).map((file) => join(folder, file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();

  const targetOf = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  /** The path of a declaration's file in the folder; undefined where it comes from elsewhere. */
  const placeOf = (declaration: ts.Declaration): string | undefined => {
    const path = relative(folder, declaration.getSourceFile().fileName).split(sep).join('/');
    return path.startsWith('..') ? undefined : path;
  };

  /** The declarations of this package, as statements. Those of the schemas are the descriptions once more. */
  const declarationsOf = (symbol: ts.Symbol): ts.Declaration[] =>
    (symbol.declarations ?? []).filter((declaration) => {
      const place = placeOf(declaration);
      return place !== undefined && !place.endsWith('/schema.d.ts') && !ts.isTypeParameterDeclaration(declaration);
    });

  const print = (declaration: ts.Declaration): string => {
    const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    return printer.printNode(ts.EmitHint.Unspecified, statement, declaration.getSourceFile());
  };

  /** What the exports lead to and do not name themselves. What is generated for single operations is not followed. */
  function reach(exported: readonly ts.Symbol[]): ts.Symbol[] {
    const known = new Set(exported);
    const reached: ts.Symbol[] = [];
    for (const symbol of known) {
      for (const declaration of declarationsOf(symbol)) {
        if (placeOf(declaration)?.startsWith('generated/')) continue;
        for (const node of referencesIn(declaration)) {
          const found = checker.getSymbolAtLocation(node);
          const target = found && targetOf(found);
          if (!target || known.has(target) || declarationsOf(target).length === 0) continue;
          // A set that grows while it is walked: what is added here is looked at, too.
          known.add(target);
          reached.push(target);
        }
      }
    }
    return reached;
  }

  const byName = (a: ts.Symbol, b: ts.Symbol): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const list = (symbols: readonly ts.Symbol[]): string =>
    [...symbols]
      .sort(byName)
      .flatMap((symbol) => declarationsOf(symbol).map(print))
      .join('\n\n');

  const sections = Object.entries(ENTRY_POINTS).map(([name, file]) => {
    const source = program.getSourceFile(join(folder, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${join(folder, file)} is missing: run npm run build`);
    const symbols = checker.getExportsOfModule(module);
    /** A whole module under a name: its content is that of the descriptions. */
    const isNamespace = (symbol: ts.Symbol): boolean => (targetOf(symbol).flags & ts.SymbolFlags.ValueModule) !== 0;
    const namespaces = symbols.filter(isNamespace).map((symbol) => `export type * as ${symbol.name} from 'generated';`);
    const exported = symbols.filter((symbol) => !isNamespace(symbol)).map(targetOf);
    return [
      `## \`${name}\`\n\n\`\`\`ts\n${[...namespaces.sort(), list(exported)].join('\n\n')}\n\`\`\``,
      `### Not exported by \`${name}\`, and part of its types\n\n\`\`\`ts\n${list(reach(exported))}\n\`\`\``,
    ].join('\n\n');
  });
  const options = { ...(await resolveConfig(REPORT_FILE)), parser: 'markdown' };
  return format([HEAD, ...sections].join('\n'), options);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(REPORT_FILE, await describeApi(join(root, 'dist')));
  console.log(`wrote ${relative(process.cwd(), REPORT_FILE)}`);
}
