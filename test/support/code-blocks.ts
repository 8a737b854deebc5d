import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A fenced code block of a Markdown file. */
export interface CodeBlock {
  /** File and line for messages. */
  place: string;
  /** Words after the language: `runnable`, `sandbox`. */
  marks: string[];
  code: string;
}

/** Returns the blocks of one language in a Markdown file. */
export function readCodeBlocks(file: string, language: string): CodeBlock[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```/gms)]
    .filter(([, found]) => found === language)
    .map(({ 2: marks = '', 3: code = '', index }) => ({
      place: `${file}:${text.slice(0, index).split('\n').length + 1}`,
      marks: marks.split(' ').filter(Boolean),
      code,
    }));
}

const root = process.cwd();

/** Type-checks in-memory sources together, as in a user's project. Returns one line per finding. */
export function checkTypes(sources: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ['node'],
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    paths: {
      'codearts-build': [join(root, 'src/index.ts')],
      'codearts-build/sandbox': [join(root, 'src/sandbox/index.ts')],
      '#*': [join(root, 'src/platform/*.node.ts')],
    },
  };
  const files = new Map([...sources].map(([name, text]) => [join(root, name), text]));
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.fileExists = (name) => files.has(name) || disk.fileExists(name);
  host.readFile = (name) => files.get(name) ?? disk.readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? disk.getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((name) => {
    const source = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((finding) => {
      const line = finding.file?.getLineAndCharacterOfPosition(finding.start ?? 0).line ?? 0;
      return `${name.slice(root.length + 1)}:${line + 1}: ${ts.flattenDiagnosticMessageText(finding.messageText, '\n')}`;
    });
  });
}
