/** Makes the page of the Arazzo workflows: purpose, inputs, and the calls step by step. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { apis, operationsOf, type Api, type Document, type Operation, type Schema } from '../bundle.js';
import { slugOf } from './markdown.js';
import type { NavLink, Page } from './page.js';
import type { SearchEntry } from './search.js';

interface ArazzoParameter {
  name?: string;
  in?: string;
  value?: unknown;
  reference?: string;
}

interface ArazzoAction {
  name?: string;
  type?: string;
  stepId?: string;
  workflowId?: string;
  retryAfter?: number;
  retryLimit?: number;
  criteria?: ArazzoCriterion[];
  reference?: string;
}

interface ArazzoCriterion {
  condition: string;
  context?: string;
}

interface ArazzoStep {
  stepId: string;
  description?: string;
  operationId?: string;
  operationPath?: string;
  workflowId?: string;
  parameters?: ArazzoParameter[];
  requestBody?: { payload?: unknown };
  successCriteria?: ArazzoCriterion[];
  onSuccess?: ArazzoAction[];
  onFailure?: ArazzoAction[];
  outputs?: Record<string, unknown>;
}

interface ArazzoWorkflow {
  workflowId: string;
  summary?: string;
  description?: string;
  inputs?: Schema;
  steps: ArazzoStep[];
  outputs?: Record<string, unknown>;
}

/** An Arazzo document, as far as the page reads it. */
export interface ArazzoDocument {
  /** Name of the file. */
  file: string;
  info: { title: string; summary?: string; description?: string };
  sourceDescriptions: { name: string; url: string }[];
  workflows: ArazzoWorkflow[];
  components?: Record<string, Record<string, unknown>>;
}

/** Reads the workflows of a folder in the order of the file names. Returns none if the folder does not exist. */
export async function readWorkflows(folder: string): Promise<ArazzoDocument[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.arazzo.yaml')).sort();
  return Promise.all(
    files.map(async (file) => ({ ...(parse(await readFile(join(folder, file), 'utf8')) as ArazzoDocument), file })),
  );
}

type Documents = Readonly<Record<Api, Document>>;

/** Replaces a reference to a component of the document by the component. */
function resolveComponent<T extends object>(
  arazzo: ArazzoDocument,
  node: T & { reference?: string; $ref?: string },
): T {
  const path = node.reference?.split('.') ?? node.$ref?.split('/');
  if (!path) return node;
  const [group, name] = path.slice(-2);
  const found = arazzo.components?.[group!]?.[name!];
  if (found === undefined) throw new Error(`${arazzo.info.title} has no component ${path.join('.')}`);
  return found as T;
}

/** Finds the operation that a step calls, and its API. */
function findOperation(
  arazzo: ArazzoDocument,
  documents: Documents,
  id: string,
): { api: Api; operation: Operation } | undefined {
  const [, source, name = id] = /^\$sourceDescriptions\.([\w-]+)\.(\w+)$/.exec(id) ?? [];
  const sources = arazzo.sourceDescriptions.filter(
    (description) => source === undefined || description.name === source,
  );
  for (const { url } of sources) {
    const api = apis.find((candidate) => url.split('/').includes(candidate));
    if (!api) continue;
    for (const { operation } of operationsOf(documents[api])) {
      if (operation.operationId === name) return { api, operation };
    }
  }
  return undefined;
}

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

const titleOf = ({ summary, workflowId }: ArazzoWorkflow): string => summary ?? workflowId;

/** Writes what a step calls, with a link to its page. */
function callOf(arazzo: ArazzoDocument, documents: Documents, step: ArazzoStep): string {
  if (step.workflowId !== undefined) {
    const called = arazzo.workflows.find(({ workflowId }) => workflowId === step.workflowId);
    return `the workflow [${code(step.workflowId)}](#${slugOf(called ? titleOf(called) : step.workflowId)})`;
  }
  const found = step.operationId === undefined ? undefined : findOperation(arazzo, documents, step.operationId);
  if (!found) return code(step.operationId ?? step.operationPath ?? '');
  const { operationId, summary } = found.operation;
  return `[${code(operationId)}](api/${found.api}/${operationId}.md) (${summary})`;
}

/** Writes a condition: an expression, or a pattern that a value must match. */
const criterionOf = ({ condition, context }: ArazzoCriterion): string =>
  context === undefined ? code(condition) : `${code(context)} matches ${code(condition)}`;

/** Writes an action in words. */
function actionOf(arazzo: ArazzoDocument, node: ArazzoAction): string {
  const { type, stepId, workflowId, retryAfter, retryLimit, criteria = [] } = resolveComponent(arazzo, node);
  const delay = retryAfter === undefined ? '' : ` after ${retryAfter} s`;
  const limit = retryLimit === undefined ? '' : `, up to ${retryLimit} times`;
  const what =
    type === 'goto'
      ? `continue with ${code(stepId ?? workflowId)}`
      : type === 'retry'
        ? `retry${delay}${limit}`
        : 'end';
  return criteria.length > 0 ? `${what} if ${criteria.map(criterionOf).join(' and ')}` : what;
}

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

const assignments = (values: object = {}): string[] =>
  Object.entries(values).map(([name, value]) => `${code(name)} = ${code(value)}`);

function stepMarkdown(arazzo: ArazzoDocument, documents: Documents, step: ArazzoStep, number: number): string {
  const { payload } = step.requestBody ?? {};
  const parameters = (step.parameters ?? []).map((parameter) => resolveComponent(arazzo, parameter));
  const body = payload === undefined ? '' : typeof payload === 'string' ? payload : stringify(payload).trim();
  const facts = factList([
    ['Calls', [callOf(arazzo, documents, step)]],
    ['Parameters', parameters.map(({ name = '', value }) => `${code(name)} = ${code(value)}`)],
    ['Success criteria', (step.successCriteria ?? []).map(criterionOf)],
    ['Outputs', assignments(step.outputs)],
    ['On success', (step.onSuccess ?? []).map((action) => actionOf(arazzo, action))],
    ['On failure', (step.onFailure ?? []).map((action) => actionOf(arazzo, action))],
  ]);
  return [
    `### ${number}. ${step.stepId}`,
    step.description?.trim() ?? '',
    facts,
    body && `Request body:\n\n\`\`\`yaml\n${body}\n\`\`\``,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function inputTable(inputs: Schema): string {
  const rows = Object.entries(inputs.properties ?? {}).map(([name, schema]) => {
    const required = inputs.required?.includes(name) ? ' **required**' : '';
    return `| ${code(name)}${required} | ${(schema.description ?? '').trim()} |`;
  });
  return rows.length === 0 ? '' : `| Input | Meaning |\n| --- | --- |\n${rows.join('\n')}`;
}

function workflowMarkdown(arazzo: ArazzoDocument, documents: Documents, workflow: ArazzoWorkflow): string {
  const { workflowId, description = '', inputs, steps, outputs } = workflow;
  return [
    `## ${titleOf(workflow)}`,
    `${code(workflowId)} in ${code(arazzo.file)}`,
    // The description of a document with one workflow is about that workflow.
    arazzo.workflows.length === 1 ? (arazzo.info.description ?? '').trim() : '',
    description.trim(),
    inputs ? inputTable(resolveComponent(arazzo, inputs)) : '',
    ...steps.map((step, index) => stepMarkdown(arazzo, documents, step, index + 1)),
    factList([['Returns', assignments(outputs)]]),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Makes the page. @throws Error if a workflow refers to a component that its document does not have. */
export function makeWorkflowsPage(workflows: readonly ArazzoDocument[], documents: Documents): Page {
  const all = workflows.flatMap((arazzo) => arazzo.workflows.map((workflow) => ({ arazzo, workflow })));
  const entries = all.map(({ workflow }): SearchEntry => ({
    title: titleOf(workflow),
    kind: 'workflow',
    url: `workflows#${slugOf(titleOf(workflow))}`,
    group: 'Workflows',
    about: (workflow.description ?? '').trim(),
    words: [workflow.workflowId, ...workflow.steps.map(({ operationId = '' }) => operationId.split('.').pop()!)].join(
      ' ',
    ),
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
      ...all.map(({ arazzo, workflow }) => workflowMarkdown(arazzo, documents, workflow)),
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
