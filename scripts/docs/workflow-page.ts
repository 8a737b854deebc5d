/** Makes the page of the Arazzo workflows: purpose, inputs, and the calls step by step. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Schema } from '../bundle.js';
import { slugOf } from './markdown.js';
import type { OperationModel } from './operation-pages.js';
import type { NavLink, Page } from './page.js';
import type { SearchEntry } from './search.js';

interface ArazzoCriterion {
  condition: string;
  context?: string;
}

interface ArazzoStep {
  stepId: string;
  description?: string;
  operationId?: string;
  parameters?: { name: string; value: unknown }[];
  requestBody?: { payload: unknown };
  successCriteria?: ArazzoCriterion[];
  onFailure?: { type: string; retryAfter?: number; retryLimit?: number; criteria?: ArazzoCriterion[] }[];
  outputs?: Record<string, unknown>;
}

interface ArazzoWorkflow {
  workflowId: string;
  summary: string;
  description?: string;
  inputs?: Schema;
  steps: ArazzoStep[];
  outputs?: Record<string, unknown>;
}

/** An Arazzo document, as far as the workflows of this project use the format. */
export interface ArazzoDocument {
  /** Name of the file. */
  file: string;
  info: { title: string; description?: string };
  sourceDescriptions: { name: string; url: string }[];
  workflows: ArazzoWorkflow[];
}

/** Reads the workflows of a folder in the order of the file names. */
export async function readWorkflows(folder: string): Promise<ArazzoDocument[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.arazzo.yaml')).sort();
  return Promise.all(
    files.map(async (file) => ({ ...(parse(await readFile(join(folder, file), 'utf8')) as ArazzoDocument), file })),
  );
}

/** Finds the operation that a step calls. @throws Error if it calls another workflow, or nothing that the site describes */
function operationOf(
  { file, sourceDescriptions }: ArazzoDocument,
  { stepId, operationId = '' }: ArazzoStep,
  models: readonly OperationModel[],
): OperationModel {
  const [, source, id] = /^\$sourceDescriptions\.([\w-]+)\.(\w+)$/.exec(operationId) ?? [];
  const path = sourceDescriptions.find(({ name }) => name === source)?.url.split('/') ?? [];
  const found = models.find((model) => model.id === id && path.includes(model.api));
  if (!found) throw new Error(`${file}: step ${stepId} calls no operation that the site describes`);
  return found;
}

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

const assignments = (values: object = {}): string[] =>
  Object.entries(values).map(([name, value]) => `${code(name)} = ${code(value)}`);

/** Writes a condition: an expression, or a pattern that a value must match. */
const criterionOf = ({ condition, context }: ArazzoCriterion): string =>
  context === undefined ? code(condition) : `${code(context)} matches ${code(condition)}`;

/** Writes pairs of a term and its values, without those that have none. */
const factList = (facts: readonly (readonly [term: string, items: readonly string[]])[]): string =>
  facts
    .filter(([, items]) => items.length > 0)
    .map(([term, items]) =>
      items.length > 1
        ? `- **${term}:**\n${items.map((item) => `  - ${item}`).join('\n')}`
        : `- **${term}:** ${items[0]!}`,
    )
    .join('\n');

function stepMarkdown(step: ArazzoStep, number: number, { id, page, operation }: OperationModel): string {
  const {
    stepId,
    description = '',
    parameters = [],
    requestBody,
    successCriteria = [],
    onFailure = [],
    outputs,
  } = step;
  const retries = onFailure.map(({ type, retryAfter, retryLimit, criteria = [] }) =>
    [
      type,
      retryAfter === undefined ? '' : `after ${retryAfter} s,`,
      retryLimit === undefined ? '' : `up to ${retryLimit} times`,
      criteria.length > 0 ? `if ${criteria.map(criterionOf).join(' and ')}` : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
  const facts = factList([
    ['Calls', [`[${code(id)}](${page}.md) (${operation.summary})`]],
    ['Parameters', parameters.map(({ name, value }) => `${code(name)} = ${code(value)}`)],
    ['Success criteria', successCriteria.map(criterionOf)],
    ['Outputs', assignments(outputs)],
    ['On failure', retries],
  ]);
  const body = requestBody && `Request body:\n\n\`\`\`yaml\n${stringify(requestBody.payload).trim()}\n\`\`\``;
  return [`### ${number}. ${stepId}`, description.trim(), facts, body].filter(Boolean).join('\n\n');
}

function inputTable({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, schema]) => {
    const badge = required.includes(name) ? ' **required**' : '';
    return `| ${code(name)}${badge} | ${(schema.description ?? '').trim()} |`;
  });
  return ['| Input | Meaning |', '| --- | --- |', ...rows].join('\n');
}

function workflowMarkdown(arazzo: ArazzoDocument, workflow: ArazzoWorkflow, models: readonly OperationModel[]): string {
  const { workflowId, summary, description = '', inputs, steps, outputs } = workflow;
  return [
    `## ${summary}`,
    `${code(workflowId)} in ${code(arazzo.file)}`,
    // The description of a document with one workflow is about that workflow.
    arazzo.workflows.length === 1 ? (arazzo.info.description ?? '').trim() : '',
    description.trim(),
    inputs ? inputTable(inputs) : '',
    ...steps.map((step, index) => stepMarkdown(step, index + 1, operationOf(arazzo, step, models))),
    factList([['Returns', assignments(outputs)]]),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Makes the page. */
export function makeWorkflowsPage(workflows: readonly ArazzoDocument[], models: readonly OperationModel[]): Page {
  const all = workflows.flatMap((arazzo) => arazzo.workflows.map((workflow) => ({ arazzo, workflow })));
  const entries = all.map(({ workflow: { workflowId, summary, description = '', steps } }): SearchEntry => ({
    title: summary,
    kind: 'workflow',
    url: `workflows#${slugOf(summary)}`,
    group: 'Workflows',
    about: description.trim(),
    words: [workflowId, ...steps.map(({ operationId = '' }) => operationId.split('.').pop()!)].join(' '),
  }));
  const top: NavLink = { title: 'API reference', path: 'api/index' };
  const about = 'Multi-step API workflows in the Arazzo format.';
  return {
    path: 'workflows',
    title: 'Workflows',
    description: about,
    kind: 'workflow',
    markdown: [
      '# Workflows',
      'Multi-step API workflows. The files are [Arazzo](https://spec.openapis.org/arazzo/latest.html) documents, which programs can run.',
      ...all.map(({ arazzo, workflow }) => workflowMarkdown(arazzo, workflow, models)),
    ].join('\n\n'),
    section: {
      ...top,
      groups: [{ title: 'Workflows', links: entries.map(({ title, url }) => ({ title, path: url })) }],
    },
    breadcrumb: [top],
    source: 'openapi/workflows',
    entries: [{ title: 'Workflows', kind: 'workflow', url: 'workflows', group: top.title, about }, ...entries],
  };
}
