/** Makes the pages of the client's own interface from TypeDoc's Markdown. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import {
  Application,
  Comment,
  type Context,
  Converter,
  DeclarationReflection,
  PageEvent,
  ReflectionKind,
  TSConfigReader,
  TypeDocReader,
} from 'typedoc';
import type { MarkdownPageEvent } from 'typedoc-plugin-markdown';
import ts from 'typescript';
import type { Api } from '../bundle.js';
import { apiLabels } from './api-pages.js';
import { relativeUrl } from './html.js';
import { slugOf } from './markdown.js';
import type { Names } from './names.js';
import type { OperationModel } from './operation-pages.js';
import { firstSentence, leadOf, type NavLink, type Page, type Section } from './page.js';
import type { SearchEntry } from './search.js';

/** The interface that has each API's operations as methods. */
const clientInterfaces: Readonly<Record<string, Api>> = {
  CodeArtsBuildClient: 'codearts-build',
  ServiceStageClient: 'servicestage',
  IamClient: 'iam',
};

/** The entry points: folder of the site, import, and text of the index. */
const modules: Readonly<Record<string, { folder: string; specifier: string; about: string }>> = {
  index: {
    folder: 'client',
    specifier: 'codearts-build',
    about:
      'Everything that `codearts-build` exports. Create a client with `createClient` (options: `ClientOptions`; methods: `CodeArtsBuildClient`). `startBuild` and `attachBuild` return a `BuildRun`. All errors are a `CodeArtsError`. For tests, see [codearts-build/sandbox](../sandbox/index.md).',
  },
  sandbox: {
    folder: 'sandbox',
    specifier: 'codearts-build/sandbox',
    about:
      'Everything that `codearts-build/sandbox` exports: a local server that imitates the service, for tests and development. Create one with `createSandbox` (options: `SandboxOptions`; members: `Sandbox`).',
  },
};

const kinds: Readonly<Record<string, { label: string; plural: string }>> = {
  functions: { label: 'Function', plural: 'Functions' },
  classes: { label: 'Class', plural: 'Classes' },
  interfaces: { label: 'Interface', plural: 'Interfaces' },
  'type-aliases': { label: 'Type', plural: 'Types' },
  variables: { label: 'Constant', plural: 'Constants' },
  enumerations: { label: 'Enumeration', plural: 'Enumerations' },
};

/** One export, as TypeDoc hands it over. */
interface ExportPage {
  /** Path in the site. */
  path: string;
  model: DeclarationReflection;
  markdown: string;
}

const pathOf = (url: string): string =>
  url
    .replace(/\.md$/, '')
    .replace(/^index(?=\/)/, modules['index']!.folder)
    .replace(/README$/, 'index');

const commentOf = (model: DeclarationReflection): string => {
  const comment = model.signatures?.[0]?.comment ?? model.comment ?? model.getSignature?.comment;
  return comment ? Comment.combineDisplayParts(comment.summary).trim() : '';
};

/** Removes what repeats the page of another type, numbers overloads, and writes types and errors as a reader expects them. */
const tidy = (markdown: string): string =>
  numberOverloads(markdown)
    .replace(/^#+ (?:Inherited from|Overrides|Implementation of|Implements|Extends)\n\n(?:(?!#|\*\*\*).*\n?)*/gm, '')
    .replace(/^\*\*\*\n+/gm, '')
    // The members of a union, which the signature above shows in full.
    .replace(/^### Type Literal\n\n```ts\n(.*?)\n```$/gms, (_, type: string) => {
      const [kind = 'Object'] = /\b\w+: ".*?"(?=;)/.exec(type) ?? [];
      return `### ${kind.replaceAll('"', "'")}`;
    })
    .replace(/(^#+ Throws\n\n|; )(\w*Error)\b/gm, '$1`$2`')
    // `string & {}` keeps the completions of an editor for known values.
    .replace(/(`?string`?) & (?:\\?\{\s*\\?\}|object)/g, '$1')
    .replace(/(?<=^\|.*\| )\\\| /gm, '')
    .replace(/^(?:\|.*\n)+/gm, tidyTable)
    .replace(/README\.md/g, 'index.md')
    .replace(/(\]\((?:\.\.\/)+)index\//g, `$1${modules['index']!.folder}/`)
    .trim();

/** Formats the code of a page. The signature of a method is no program, but a member of an interface. */
async function formatCode(markdown: string): Promise<string> {
  const options = { parser: 'typescript', singleQuote: true, printWidth: 82 };
  const formatMember = async (code: string): Promise<string> => {
    const [construct = ''] = /^new \w+/.exec(code) ?? [];
    const text = await format(`interface X {${code.replace(construct, construct && 'new')}}`, options);
    const member = text.trim().split('\n').slice(1, -1).join('\n').replace(/^ {2}/gm, '');
    return construct ? member.replace('new ', construct) : member;
  };
  const parts = markdown.split(/(?<=^```ts\n)(.*?)(?=\n```$)/ms).map((part, at) =>
    // Objects that fit stay on one line.
    at % 2 === 0 ? part : part.replace(/\{\n\s+/g, '{ '),
  );
  const formatted = parts.map(async (part, at) => {
    if (at % 2 === 0) return part;
    // TypeDoc also writes a default in words as code.
    const text = format(part, options)
      .catch(() => formatMember(part))
      .catch(() => part);
    return (await text).trim();
  });
  return (await Promise.all(formatted)).join('');
}

/** Names the signatures of a function that has several. */
function numberOverloads(markdown: string): string {
  let count = 0;
  return markdown.replace(/^#+ (?:Call Signature|\w+\(\))$/gm, (heading) => {
    const isOverload = heading.endsWith(' Call Signature');
    count = isOverload ? count + 1 : 0;
    return isOverload ? heading.replace('Call Signature', `Overload ${count}`) : heading;
  });
}

/** Removes columns of a table that have no value in any row. A default that repeats the type is no value. */
function tidyTable(table: string): string {
  const rows = table
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim())
        .map((cell, _, cells) => (/^`'/.test(cell) && cells.includes(cell.replaceAll("'", '"')) ? '-' : cell)),
    );
  const isEmpty = (cell: string): boolean => cell === '-' || cell === '`undefined`';
  const kept = rows[0]!.map((_, column) => !rows.slice(2).every((row) => isEmpty(row[column]!)));
  const line = (row: readonly string[]): string =>
    `| ${row
      .filter((_, column) => kept[column])
      .map((cell) => (isEmpty(cell) ? '' : cell))
      .join(' | ')} |`;
  return `${rows.map(line).join('\n')}\n`;
}

/** Gives the generated schemas their names. `type A = schemas['A']` has none for TypeScript, so TypeDoc would write `object`. */
function nameSchemas({ programs }: Context): void {
  for (const program of programs) {
    const checker = program.getTypeChecker();
    for (const file of program.getSourceFiles().filter(({ fileName }) => /\/generated\/.*\.ts$/.test(fileName))) {
      for (const node of file.statements.filter(ts.isTypeAliasDeclaration)) {
        const type = checker.getTypeAtLocation(node);
        if (type.symbol?.name === '__type') type.aliasSymbol ??= checker.getSymbolAtLocation(node.name)!;
      }
    }
  }
}

/** Runs TypeDoc. @throws Error if it reports a problem in a comment */
async function readExports(): Promise<ExportPage[]> {
  const app = await Application.bootstrapWithPlugins({ logLevel: 'Warn' }, [new TypeDocReader(), new TSConfigReader()]);
  app.options.setValue('groupOrder', ['Properties', 'Methods', '*', 'Constructors']);
  app.converter.on(Converter.EVENT_BEGIN, nameSchemas);
  const pages: ExportPage[] = [];
  app.renderer.on(PageEvent.END as never, ({ url, model, contents }: MarkdownPageEvent) => {
    if (!(model instanceof DeclarationReflection) || model.kind === ReflectionKind.Module) return;
    pages.push({ path: pathOf(url), model, markdown: tidy(contents ?? '') });
  });
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc cannot read the sources');
  // The comment at the top of a file is about the file, but TypeDoc gives it to the first export. That of a function is with its signature.
  for (const child of project.getReflectionsByKind(ReflectionKind.Function)) delete child.comment;
  const folder = await mkdtemp(join(tmpdir(), 'codearts-build-typedoc-'));
  try {
    app.options.setValue('outputs', [{ name: 'markdown', path: folder }]);
    await app.generateOutputs(project);
    for (const page of pages) page.markdown = await formatCode(page.markdown);
  } finally {
    await rm(folder, { recursive: true });
  }
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('TypeDoc reports problems; see above');
  return pages;
}

/** Writes the links to the operations that a client has as methods. */
function operationsMarkdown(api: Api, path: string, models: readonly OperationModel[]): string {
  const found = models.filter((model) => model.api === api);
  const tags = [...new Set(found.map(({ tag }) => tag))].map((tag) => {
    const links = found
      .filter((model) => model.tag === tag)
      .map(({ id, page }) => `[\`${id}\`](${relativeUrl(path, `${page}.md`)})`);
    return `- **${tag}:** ${links.join(', ')}`;
  });
  const overview = relativeUrl(path, `api/${api}/index.md`);
  return `## Operations\n\nThe client also has one method per operation of the [${apiLabels[api]} API](${overview}).\n\n${tags.join('\n')}`;
}

/** Returns the documented members of a type with their anchors. */
function membersOf({ path, model }: ExportPage): SearchEntry[] {
  const declaration = model.type?.type === 'reflection' ? model.type.declaration : model;
  return (declaration.children ?? []).flatMap((member) => {
    const about = commentOf(member);
    // What an exported type inherits is on the page of that type.
    if (about === '' || member.inheritedFrom?.reflection) return [];
    // The clients share some members.
    if (member.inheritedFrom && (clientInterfaces[model.name] ?? 'codearts-build') !== 'codearts-build') return [];
    const isMethod = member.kindOf(ReflectionKind.Method | ReflectionKind.Constructor);
    const anchor = isMethod ? slugOf(member.name) : `property-${member.name.toLowerCase()}`;
    const entry: SearchEntry = {
      name: member.name,
      title: `${model.name}.${member.name}${isMethod ? '()' : ''}`,
      kind: 'client',
      url: `${path}#${anchor}`,
      group: model.name,
      about: firstSentence(about),
      ...(!isMethod && { weight: 0.4 }),
    };
    return [entry];
  });
}

/** Reads the exports. Their names are added to `names`, so that other pages can link them. */
export async function readClient(names: Names): Promise<ExportPage[]> {
  const pages = await readExports();
  for (const { path, model } of pages) names.add(model.name, path);
  for (const page of pages) {
    for (const { name, title, url, weight } of membersOf(page)) {
      if (weight !== undefined) continue;
      names.add(title.replace('()', ''), url);
      if (clientInterfaces[page.model.name]) names.add(name!, url);
    }
  }
  return pages;
}

/** Makes all pages below `client/` and `sandbox/`. */
export function makeClientPages(
  exported: readonly ExportPage[],
  models: readonly OperationModel[],
  names: Names,
): Page[] {
  const top: NavLink = { title: 'Client', path: 'client/index' };
  const kindOf = ({ path }: ExportPage): string => path.split('/')[1]!;
  const sections = Object.values(modules).map((module) => {
    const own = exported.filter(({ path }) => path.startsWith(`${module.folder}/`));
    const lists = Object.entries(kinds).map(([kind, { plural }]) => ({
      plural,
      found: own.filter((page) => kindOf(page) === kind),
    }));
    return { ...module, lists: lists.filter(({ found }) => found.length > 0) };
  });
  const section: Section = {
    ...top,
    groups: sections.flatMap(({ folder, lists }) =>
      lists.map(({ plural, found }) => ({
        title: folder === 'client' ? plural : `${folder}: ${plural}`,
        links: found.map(({ path, model }) => ({ title: model.name, path })),
      })),
    ),
  };
  const indexes = sections.map(({ folder, specifier, about, lists }): Page => {
    const title = folder === 'client' ? top.title : specifier;
    const rowOf = ({ path, model }: ExportPage): string => {
      const text = leadOf(commentOf(model)).replace(/:$/, '.');
      return `- [\`${model.name}\`](${relativeUrl(`${folder}/index`, path)}.md)${text && `: ${text}`}`;
    };
    const parts = lists.map(({ plural, found }) => `## ${plural}\n\n${found.map(rowOf).join('\n')}`);
    return {
      path: `${folder}/index`,
      title,
      description: firstSentence(about),
      kind: 'index',
      markdown: [`# ${title}`, about, ...parts].join('\n\n'),
      section,
      breadcrumb: folder === 'client' ? [] : [top],
      entries: [],
    };
  });
  const pages = exported.map((page): Page => {
    const { path, model, markdown } = page;
    const { folder, specifier } = Object.values(modules).find((module) => path.startsWith(`${module.folder}/`))!;
    const { label } = kinds[kindOf(page)] ?? { label: 'Export' };
    const api = clientInterfaces[model.name];
    const guides = names.mentionsOf(path).filter(({ kind }) => kind === 'guide');
    const about = firstSentence(commentOf(model));
    const isType = label === 'Interface' || label === 'Type';
    return {
      path,
      title: model.name,
      description: about || `${label} of ${specifier}`,
      kind: 'client',
      markdown: [
        `# ${model.name}`,
        `${label} · \`import ${isType ? 'type ' : ''}{ ${model.name} } from '${specifier}'\``,
        markdown,
        api ? operationsMarkdown(api, path, models) : '',
        guides.length > 0
          ? `## Guides\n\n${guides.map((guide) => `- [${guide.title}](${relativeUrl(path, `${guide.path}.md`)})`).join('\n')}`
          : '',
      ]
        .filter(Boolean)
        .join('\n\n'),
      section,
      breadcrumb: folder === 'client' ? [top] : [top, { title: specifier, path: `${folder}/index` }],
      entries: [
        {
          name: model.name,
          title: model.name,
          kind: 'client',
          url: path,
          group: label,
          about,
          mentions: guides.length,
          ...(isType && { weight: 0.6 }),
        },
        ...membersOf(page),
      ],
    };
  });
  return [...indexes, ...pages];
}
