/**
 * Reports words and phrases that the project does not use, by the rules in `.prose.yml`: `npm run lint:prose [-- <file> …]`.
 *
 * Checks Markdown outside code, comments and texts of TypeScript and JavaScript, and texts of YAML files except `x-evidence.note` and examples.
 * textlint has no plugin for code and YAML, so this script extracts their texts.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  TextlintKernel,
  type TextlintKernelPlugin,
  type TextlintKernelRule,
  type TextlintMessage,
} from '@textlint/kernel';
import ts from 'typescript';
import { isNode, isScalar, parse, parseDocument, stringify, visit } from 'yaml';

// CommonJS modules whose default export differs between loaders; prh contains no type declarations.
const require = createRequire(import.meta.url);
const markdown = require('@textlint/textlint-plugin-markdown') as { default: TextlintKernelPlugin['plugin'] };
const prh = require('textlint-rule-prh') as { default: TextlintKernelRule['rule'] };

/** Files that contain no prose of the project. */
const IGNORED = /^(generated|openapi\/facts|test\/fixtures)\/|^test\/api-report\.md$|^\.prose\.yml$/;

/** Keys of YAML texts. */
const TEXT_KEYS = ['title', 'summary', 'description', 'reason', 'message'];

/** Keys of YAML data. */
const DATA_KEYS = ['example', 'examples', 'default'];

/** Prose in a file by its offset. The texts have the length of their source and do not overlap. */
type Passages = Map<number, string>;

/** Replaces a match with spaces of the same length. */
const blank = (match: string): string => match.replace(/[^\n]/g, ' ');

const withoutCode = (text: string): string => text.replace(/`[^`\n]+`/g, blank);

/** Returns comments, and strings and templates with a space. Delimiters stay, so that no phrase spans two of them. */
function passagesOfScript(text: string): Passages {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ESNext);
  const passages: Passages = new Map();
  const visitTokens = (node: ts.Node): void => {
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child));
    if (children.length > 0 && !ts.isTemplateExpression(node)) {
      for (const child of children) visitTokens(child);
      return;
    }
    // Everything between two tokens is white space and comments.
    const comments = text.slice(node.pos, node.getStart(source));
    if (comments.includes('/')) {
      passages.set(node.pos, withoutCode(comments.replace(/\n[ \t]*(\*(?!\/)|\/\/)/g, blank)));
    }
    let literal = node.getText(source);
    if (!/^['"`].* /s.test(literal)) return;
    for (const { expression } of ts.isTemplateExpression(node) ? node.templateSpans : []) {
      const code = expression.getText(source);
      // An expression with a quote can contain a text.
      if (!/['"`]/.test(code)) literal = literal.replace(code, () => blank(code));
    }
    passages.set(node.getStart(source), literal.replace(/\\./g, blank));
  };
  visitTokens(source);
  return passages;
}

/** Returns comments and texts of a YAML file. */
function passagesOfYaml(text: string): Passages {
  const passages: Passages = new Map();
  let withoutData = text;
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || typeof key.value !== 'string' || !isNode(value) || !value.range) return undefined;
      const [start, end] = value.range;
      if (isScalar(value) && TEXT_KEYS.includes(key.value)) passages.set(start, withoutCode(text.slice(start, end)));
      if (isScalar(value) || !DATA_KEYS.includes(key.value)) return undefined;
      withoutData = withoutData.slice(0, start) + blank(text.slice(start, end)) + withoutData.slice(end);
      return visit.SKIP;
    },
  });
  for (const { index, 0: comment } of withoutData.matchAll(/^ *#.*/gm)) passages.set(index, comment);
  return passages;
}

/** Returns the syntax tree of textlint: one paragraph per passage, in a text in which the passages replace their source. */
function toDocument(source: string, passages: Passages) {
  const parts: string[] = [];
  const children = [];
  let at = 0;
  let line = 1;
  let column = 0;
  const advance = (part: string) => {
    parts.push(part);
    at += part.length;
    line += part.split('\n').length - 1;
    column = part.includes('\n') ? part.length - part.lastIndexOf('\n') - 1 : column + part.length;
    return { line, column };
  };
  for (const [position, prose] of [...passages].sort(([a], [b]) => a - b)) {
    const start = advance(source.slice(at, position));
    const loc = { start, end: advance(prose) };
    const common = { raw: prose, range: [position, at] as [number, number], loc };
    const str = { ...common, type: 'Str' as const, value: prose };
    children.push({ ...common, type: 'Paragraph' as const, children: [str] });
  }
  const loc = { start: { line: 1, column: 0 }, end: advance(source.slice(at)) };
  const text = parts.join('');
  const range: [number, number] = [0, text.length];
  return { text, ast: { raw: text, range, loc, type: 'Document' as const, children } };
}

/** A textlint plugin for files whose prose is found by a function. */
function passagePlugin(pluginId: string, extensions: string[], find: (text: string) => Passages): TextlintKernelPlugin {
  class Processor {
    availableExtensions(): string[] {
      return extensions;
    }
    processor() {
      return {
        preProcess: (source: string) => toDocument(source, find(source)),
        postProcess: (messages: TextlintMessage[], filePath = '') => ({ messages, filePath }),
      };
    }
  }
  return { pluginId, plugin: { Processor } };
}

const plugins: TextlintKernelPlugin[] = [
  { pluginId: 'markdown', plugin: markdown.default },
  passagePlugin('script', ['.ts', '.js'], passagesOfScript),
  passagePlugin('yaml', ['.yaml', '.yml'], passagesOfYaml),
];

interface ProseRule {
  pattern: string;
  expected: string;
}

/** Reads the rules in the form of prh. Those for descriptions apply to YAML only. */
async function readRules(): Promise<(extension: string) => TextlintKernelRule> {
  const text = await readFile(new URL('../.prose.yml', import.meta.url), 'utf8');
  const { rules, descriptions } = parse(text) as { rules: ProseRule[]; descriptions: ProseRule[] };
  const contentOf = (list: ProseRule[]): string =>
    stringify({ version: 1, rules: list.map((rule) => ({ ...rule, pattern: rule.pattern.replaceAll(' ', '\\s+') })) });
  const [common, forYaml] = [contentOf(rules), contentOf([...rules, ...descriptions])];
  return (extension) => ({
    ruleId: 'prh',
    rule: prh.default,
    options: {
      ruleContents: [extension === '.yaml' ? forYaml : common],
      checkLink: true,
      checkBlockQuote: true,
      checkEmphasis: true,
    },
  });
}

/** Returns the findings in files, as `file:line:column: found => expected`. */
export async function lintProse(files: readonly string[]): Promise<string[]> {
  const kernel = new TextlintKernel();
  const ruleFor = await readRules();
  const findings: string[] = [];
  for (const file of files) {
    const extension = extname(file);
    const text = await readFile(file, 'utf8');
    const { messages } = await kernel.lintText(text, {
      filePath: file,
      ext: extension,
      plugins,
      rules: [ruleFor(extension)],
    });
    for (const { line, column, message } of messages) {
      findings.push(`${file}:${String(line)}:${String(column)}: ${message.replace(/\s+/g, ' ')}`);
    }
  }
  return findings;
}

/** Returns the files of the project that contain prose. */
async function listFiles(): Promise<string[]> {
  const patterns = ['*.md', '*.ts', '*.js', '*.yaml', '*.yml'];
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', ...patterns];
  const { stdout } = await promisify(execFile)('git', args);
  return stdout.split('\n').filter((file) => file !== '' && !IGNORED.test(file));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = process.argv.slice(2);
  const findings = await lintProse(files.length > 0 ? files : await listFiles());
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) {
    console.error(`${String(findings.length)} findings. The rules are in .prose.yml.`);
    process.exitCode = 1;
  }
}
