/** Writes the site for language models: a Markdown file beside each page, `llms.txt` and `llms-full.txt`. */
import { apis } from '../bundle.js';
import { apiLabels } from './api-pages.js';
import { relativeUrl } from './html.js';
import type { OperationModel } from './operation-pages.js';
import { plainText, type Page } from './page.js';

/** Rules for choosing a call. */
const rules = `- Start builds with \`startBuild\`, not with \`executeJob\`. It returns an object that follows the log, waits for the result and stops the build.
- Starting a build is not idempotent. After an \`AmbiguousStartError\`, look at its candidates before you start another build.
- Prefer current operations (\`/v1\`, \`/v2\`) to deprecated ones (\`/v3\`, \`/v4\`), except in the European region, which has only the deprecated ones.
- \`job_id\` is a build task, \`project_id\` a CodeArts project (not the IAM project), \`build_no\` numbers the builds of a task, \`record_id\` is the UUID \`build_record_id\` of \`showJobBuildRecordDetail\`.
- Parameters of path and query and the \`body\` are members of one input object, under their documented names.
- Iterate over lists with \`paginate\`; it numbers the pages itself.
- Test against \`createSandbox()\` of \`codearts-build/sandbox\`. It needs no account.`;

/** Makes the links of a text absolute, or relative to another folder. */
function rebase(markdown: string, from: string, to: (path: string) => string): string {
  return markdown.replace(/\]\((?![a-z]+:|#)([^)\s]+)\)/gi, (_, target: string) => {
    const path = new URL(target, `http://site/${from}`).href.slice('http://site/'.length);
    return `](${to(path)})`;
  });
}

/** Removes what only the HTML and the tests need: boxes, anchors, and what follows the language of a fence. */
export const clean = (markdown: string): string =>
  markdown
    .replace(/^<!-- \/?[\w-]+ -->\n*/gm, '')
    .replace(/<a id="[\w.-]+"><\/a> ?/g, '')
    .replace(/^( *```\w*).*/gm, '$1');

/** Writes the Markdown file of a page. */
export function pageMarkdown(page: Page, url: string | undefined): string {
  const link = (path: string): string => (url === undefined ? relativeUrl(page.path, path) : url + path);
  return `> Index of this documentation: [llms.txt](${link('llms.txt')})\n\n${rebase(clean(page.markdown), page.path, link)}\n`;
}

/** Writes `llms.txt`, or that of one folder. */
export function llmsIndex(
  version: string,
  pages: readonly Page[],
  models: readonly OperationModel[],
  { url, api }: { url?: string | undefined; api?: OperationModel['api'] } = {},
): string {
  const from = api === undefined ? 'llms' : `api/${api}/llms`;
  const link = (path: string): string => (url === undefined ? relativeUrl(from, path) : url + path);
  const shorten = (text: string): string =>
    text.length > 130 ? `${text.slice(0, 127).replace(/\s\S*$/, '')} …` : text;
  const row = (title: string, path: string, about: string): string =>
    `- [${title}](${link(path)})${about && `: ${shorten(about)}`}`;
  const rows = (select: (page: Page) => boolean): string[] =>
    pages.filter(select).map((page) => row(page.title, `${page.path}.md`, page.description));
  const operations = (isOld: boolean, of = api): string[] =>
    models
      .filter((model) => (of === undefined || model.api === of) && (model.operation.deprecated ?? false) === isOld)
      .map((model) => row(model.id, `${model.page}.md`, plainText(model.operation.summary)));
  const isType = ({ markdown }: Page): boolean => /^(?:Interface|Type) · /m.test(markdown);
  const sections: [title: string, rows: string[]][] =
    api === undefined
      ? [
          ['Guides', rows(({ kind }) => kind === 'guide')],
          ...apis.map((name): [string, string[]] => [`API reference: ${apiLabels[name]}`, operations(false, name)]),
          ['Workflows', rows(({ kind }) => kind === 'workflow')],
          ['Client', rows((page) => page.kind === 'client' && !isType(page))],
          [
            'OpenAPI',
            apis.map((name) =>
              row(`${name}.json`, `openapi/${name}.json`, `OpenAPI 3.1 document of ${apiLabels[name]}`),
            ),
          ],
          ['Optional', [...operations(true), ...rows((page) => page.kind === 'client' && isType(page))]],
        ]
      : [
          ['Operations', operations(false)],
          ['Optional', operations(true)],
        ];
  return indexOf(`codearts-build ${version}${api === undefined ? '' : `: ${apiLabels[api]} API`}`, sections);
}

const indexOf = (title: string, sections: readonly [title: string, rows: readonly string[]][]): string =>
  [
    `# ${title}`,
    '> TypeScript client, command line, OpenAPI 3.1 descriptions and local sandbox for Huawei Cloud CodeArts Build.',
    rules,
    ...sections.filter(([, list]) => list.length > 0).map(([name, list]) => `## ${name}\n\n${list.join('\n')}`),
    '',
  ].join('\n\n');

/** Writes the `llms.txt` of the package. */
export const packageIndex = (
  version: string,
  sections: Readonly<Record<string, readonly { path: string; title: string; about: string }[]>>,
): string =>
  indexOf(
    `codearts-build ${version}`,
    Object.entries(sections).map(([name, rows]) => [
      name,
      rows.map(({ path, title, about }) => `- [${title}](${path}): ${about}`),
    ]),
  );

/** Writes `llms-full.txt`: guides and current operations, without curl samples and tables of errors. */
export function llmsFull(
  version: string,
  pages: readonly Page[],
  models: readonly OperationModel[],
  url?: string,
): string {
  const old = new Set(models.filter(({ operation }) => operation.deprecated).map(({ page }) => page));
  const link = (path: string): string => (url ?? '') + path;
  const texts = pages
    .filter(({ kind, path }) => kind === 'guide' || (kind === 'operation' && !old.has(path)))
    .map((page) => {
      const short = page.markdown
        .replace(/^```sh title=curl\n.*?^```\n*/gms, '')
        .replace(/^## Errors\n.*?(?=^## )/ms, page.kind === 'operation' ? '' : '$&');
      return rebase(clean(short), page.path, link);
    });
  return `# codearts-build ${version}\n\n${rules}\n\n${texts.join('\n\n---\n\n')}\n`;
}
