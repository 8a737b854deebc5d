/** Makes the pages of the client's own interface with TypeDoc. */
import { Application, JSX, PageEvent, Reflection, ReflectionKind, TSConfigReader, TypeDocReader } from 'typedoc';
import { operationsOf, type Api, type Document } from '../bundle.js';
import { anchorOf } from './enrich-document.js';
import { apiLabels, clientPage, contentSecurityPolicy, escapeHtml, renderBar, type Site } from './site.js';

/** The interface that carries each API's operations as methods. */
const clientInterfaces: Readonly<Record<string, Api>> = {
  CodeArtsBuildClient: 'codearts-build',
  ServiceStageClient: 'servicestage',
  IamClient: 'iam',
};

/** What a program imports, by the file that it stands for. */
const moduleNames: Readonly<Record<string, string>> = { index: 'codearts-build', sandbox: 'codearts-build/sandbox' };

/** Says that a client has the operations as methods, and leads to them. Their own pages would be as large as the reference. */
function renderOperations(api: Api, document: Document, root: string): string {
  const page = `${root}${api}.html`;
  const operations = [...operationsOf(document)].map(({ operation }) => operation);
  const tags = document.tags.map(({ name }) => {
    const links = operations
      .filter(({ tags }) => tags[0] === name)
      .map(
        (operation) =>
          `<li><a href="${page}${anchorOf(operation)}"${operation.deprecated ? ' class="deprecated"' : ''}>${operation.operationId}</a></li>`,
      );
    return `<details><summary>${escapeHtml(name)} (${links.length})</summary><ul>${links.join('')}</ul></details>`;
  });
  return `<div class="operations">
<p>Besides what stands below, it has every operation of the <a href="${page}">${apiLabels[api]}</a> reference as a method:</p>
${tags.join('\n')}</div>`;
}

/** Puts the operations below what a page says of its interface. */
function insertOperations(html: string, operations: string): string {
  const comment = '<section class="tsd-panel tsd-comment">';
  const end = html.indexOf('</section>', html.indexOf(comment));
  if (!html.includes(comment) || end < 0)
    throw new Error("a client's page has no comment: has TypeDoc's form changed?");
  return html.slice(0, end) + operations + html.slice(end);
}

/** The way from a page to the site's root. */
const rootOf = (url: string): string => `../${'../'.repeat(url.split('/').length - 1)}`;

/** Corrects what TypeDoc's pages lack: icons that work from a disk, parts with names, and headings without gaps between their levels. */
function repairPage(html: string): string {
  const levels: { raw: number; level: number }[] = [];
  return (
    html
      .replace(/href="[./]*assets\/icons\.svg#/g, 'href="#')
      .replace('<div class="col-content">', '<div class="col-content" role="main">')
      .replace('<div class="page-menu">', '<div class="page-menu" role="navigation" aria-label="On this page">')
      // A link within what opens and closes a section cannot be reached by everybody.
      .replace(/<summary(?:(?!<\/summary>).)*<\/summary>/gs, (summary) =>
        summary.replace(/<a [^>]*class="tsd-anchor-icon"(?:(?!<\/a>).)*<\/a>/gs, ''),
      )
      .replace(/<h([1-6])(?=[\s>])/g, (tag, digit: string) => {
        const raw = Number(digit);
        while ((levels.at(-1)?.raw ?? 0) >= raw) levels.pop();
        const level = (levels.at(-1)?.level ?? 0) + 1;
        levels.push({ raw, level });
        return level === raw ? tag : `${tag} aria-level="${level}"`;
      })
  );
}

const raw = (html: string): JSX.Element => JSX.createElement(JSX.Raw, { html });

/** Writes the pages into a folder. @throws Error where TypeDoc finds a fault in a comment. */
export async function renderClientPages(
  site: Site,
  documents: Readonly<Record<Api, Document>>,
  folder: string,
): Promise<void> {
  const app = await Application.bootstrapWithPlugins({ logLevel: 'Warn' }, [new TypeDocReader(), new TSConfigReader()]);
  app.renderer.hooks.on('head.begin', () =>
    raw(`<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">`),
  );
  app.renderer.hooks.on('head.end', (context) =>
    raw(
      ['site.css', 'client.css']
        .map((name) => `<link rel="stylesheet" href="${rootOf(context.page.url)}assets/${name}">`)
        .join('\n'),
    ),
  );
  app.renderer.hooks.on('body.begin', (context) =>
    raw(renderBar(site, clientPage, { root: rootOf(context.page.url) })),
  );
  app.renderer.on(PageEvent.END, (page) => {
    const api = page.model instanceof Reflection ? clientInterfaces[page.model.name] : undefined;
    const html = repairPage(page.contents ?? '');
    page.contents = api ? insertOperations(html, renderOperations(api, documents[api], rootOf(page.url))) : html;
  });
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc cannot read the sources');
  for (const module of project.children ?? []) {
    module.name = moduleNames[module.name] ?? module.name;
    // The comment at the top of a file is about the file; TypeDoc gives it to the first export. A function's own stands with its signature.
    for (const child of module.children ?? []) {
      if (child.kind !== ReflectionKind.Function || !child.comment) continue;
      module.comment ??= child.comment;
      delete child.comment;
    }
  }
  await app.generateDocs(project, folder);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('TypeDoc has found faults; they stand above');
}
