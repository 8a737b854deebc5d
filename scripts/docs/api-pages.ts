/** Makes the pages of the APIs: an overview of each with its operations by tag, and a page of each operation. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { apis, operationsOf, type Api, type Document } from '../bundle.js';
import { slugOf } from './markdown.js';
import type { Names } from './names.js';
import { evidence, operationMarkdown, readOperation, type OperationModel } from './operation-pages.js';
import { firstSentence, plainText, type NavGroup, type Page, type Section } from './page.js';
import { fieldEntries, operationEntry, sectionEntries } from './search-entries.js';

/** Short names of the APIs. */
export const apiLabels: Readonly<Record<Api, string>> = {
  'codearts-build': 'CodeArts Build',
  servicestage: 'ServiceStage',
  iam: 'IAM',
};

export type Documents = Readonly<Record<Api, Document>>;

/** First words of a summary, in the order of a tag's list. Others are between Update and Delete. */
const verbs = [
  'Start',
  'List',
  'Get',
  'Search',
  'Show',
  'Download',
  'Check',
  'Validate',
  'Create',
  'Add',
  'Upload',
  'Copy',
  'Update',
];
const lastVerbs = ['Stop', 'Remove', 'Revoke', 'Delete', 'Permanently'];

function rankOf({ operation }: OperationModel): number {
  const [verb = ''] = operation.summary.split(' ');
  const first = verbs.indexOf(verb);
  const last = lastVerbs.indexOf(verb);
  return first >= 0 ? first : last >= 0 ? verbs.length + 1 + last : verbs.length;
}

const isOld = ({ operation }: OperationModel): boolean => operation.deprecated ?? false;

/** Reads every operation of every API, in the order in which the site lists them. Deprecated ones are last. */
export async function readOperations(documents: Documents): Promise<OperationModel[]> {
  const models = await Promise.all(
    apis.flatMap((api) => [...operationsOf(documents[api])].map((found) => readOperation(api, documents[api], found))),
  );
  const tagsOf = (api: Api): string[] => documents[api].tags.map(({ name }) => name);
  return apis
    .flatMap((api) =>
      tagsOf(api).flatMap((tag) =>
        models.filter((model) => model.api === api && model.tag === tag).sort((a, b) => rankOf(a) - rankOf(b)),
      ),
    )
    .sort((a, b) => Number(isOld(a)) - Number(isOld(b)));
}

/** Finds the file of each path of an API. */
async function filesOf(api: Api): Promise<Map<string, string>> {
  const folder = join('openapi', api);
  const index = parse(await readFile(join(folder, 'openapi.yaml'), 'utf8')) as {
    paths: Record<string, { $ref: string }>;
  };
  return new Map(
    Object.entries(index.paths).map(([path, { $ref }]) => [path, join(folder, $ref).replaceAll('\\', '/')]),
  );
}

const linkOf = ({ operation, page }: OperationModel) => ({ title: plainText(operation.summary), path: page });

function groupsOf(api: Api, document: Document, models: readonly OperationModel[]): NavGroup[] {
  return document.tags.map(({ name }) => {
    const found = models.filter((model) => model.api === api && model.tag === name);
    return {
      title: name,
      links: found.filter((model) => !isOld(model)).map(linkOf),
      old: found.filter(isOld).map(linkOf),
    };
  });
}

/** Returns what the description of an API says after its first paragraph, with the bold words as headings. */
const conventionsOf = ({ info: { description = '' } }: Document): string =>
  description
    .trim()
    .split(/\n{2,}/)
    .slice(1)
    .join('\n\n')
    .replace(/^\*\*(.+?)\.\*\*\s+/gm, '## $1\n\n');

function overviewMarkdown(api: Api, document: Document, models: readonly OperationModel[]): string {
  const { title, description = '' } = document.info;
  const row = ({ id, method, operation }: OperationModel): string =>
    `- **${method.toUpperCase()}** [${operation.summary} \`${id}\`](${id}.md)`;
  const groups = document.tags.map(({ name, description: about = '' }) => {
    const found = models.filter((model) => model.api === api && model.tag === name);
    const old = found.filter(isOld);
    return [
      `## ${name}\n\n${about.trim()}`,
      found
        .filter((model) => !isOld(model))
        .map(row)
        .join('\n'),
      old.length > 0
        ? `<details>\n<summary>Deprecated (${old.length})</summary>\n\n${old.map(row).join('\n')}\n\n</details>`
        : '',
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  const sources = Object.entries(evidence)
    .filter(([source]) => models.some((model) => model.api === api && model.operation['x-evidence'].source === source))
    .map(([, { label, meaning }]) => `- **${label}** ${meaning}`);
  const [lead = ''] = description.trim().split(/\n{2,}/);
  const conventions = conventionsOf(document).replace(/^##/gm, '###');
  return [
    `# ${title} API`,
    lead,
    `[OpenAPI document](../../openapi/${api}.json) · [One-page reference](../../redoc/${api}.html) · [llms.txt](llms.txt)`,
    ...groups,
    ...(conventions ? ['## Conventions', conventions] : []),
    `## Sources\n\nHuawei Cloud publishes no OpenAPI description. Each operation names the best source that describes it.\n\n${sources.join('\n')}`,
  ].join('\n\n');
}

/** Makes all pages below `api/`. */
export async function makeApiPages(
  documents: Documents,
  models: readonly OperationModel[],
  names: Names,
): Promise<Page[]> {
  const top = { title: 'API reference', path: 'api/index' };
  const pages = await Promise.all(
    apis.map(async (api): Promise<Page[]> => {
      const document = documents[api];
      const files = await filesOf(api);
      const path = `api/${api}/index`;
      const section: Section = { title: `${apiLabels[api]} API`, path, groups: groupsOf(api, document, models) };
      const shared = { section, kind: 'operation' as const };
      const overview: Page = {
        path,
        title: `${document.info.title} API`,
        description: firstSentence(document.info.description ?? ''),
        kind: 'index',
        markdown: overviewMarkdown(api, document, models),
        section,
        breadcrumb: [top],
        source: `openapi/${api}/openapi.yaml`,
        entries: sectionEntries(path, `${apiLabels[api]} API`, conventionsOf(document)).map((entry) => ({
          ...entry,
          weight: 0.6,
        })),
      };
      const own = models.filter((model) => model.api === api);
      return [
        overview,
        ...own.map((model): Page => ({
          ...shared,
          path: model.page,
          title: plainText(model.operation.summary),
          description: model.about,
          markdown: operationMarkdown(model, names),
          breadcrumb: [
            top,
            { title: apiLabels[api], path },
            { title: model.tag, path: `${path}#${slugOf(model.tag)}` },
          ],
          source: files.get(model.path),
          entries: [operationEntry(model, names)],
        })),
      ];
    }),
  );
  const cards = apis.map((api) => {
    const count = models.filter((model) => model.api === api).length;
    return `- [${documents[api].info.title}](${api}/index.md)\n\n  ${firstSentence(documents[api].info.description ?? '')} ${count} operations.`;
  });
  const index: Page = {
    path: 'api/index',
    title: 'API reference',
    description: 'All operations with samples, fields and errors.',
    kind: 'index',
    markdown: [
      '# API reference',
      'Every operation has a page with samples in TypeScript, for the command line and for curl. Operations are methods of the client with the same name.',
      `<!-- cards -->\n\n${cards.join('\n\n')}\n\n- [Workflows](../workflows.md)\n\n  Multi-step API workflows in the Arazzo format.\n\n<!-- /cards -->`,
      `## OpenAPI documents\n\n${apis.map((api) => `- [${api}.json](../openapi/${api}.json), as [one page](../redoc/${api}.html)`).join('\n')}`,
    ].join('\n\n'),
    section: {
      title: 'API reference',
      path: 'api/index',
      groups: [
        {
          title: 'Contents',
          links: [
            ...apis.map((api) => ({ title: apiLabels[api], path: `api/${api}/index` })),
            { title: 'Workflows', path: 'workflows' },
          ],
        },
      ],
    },
    breadcrumb: [],
    entries: fieldEntries(models),
  };
  return [index, ...pages.flat()];
}
