/** Makes the page of the workflows: what each of them is for, what it needs, and its calls step by step. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { apis, operationsOf, type Api, type Document, type Operation, type Schema } from '../bundle.js';
import { anchorOf } from './enrich-document.js';
import { escapeHtml, renderPage, renderText, type Site } from './site.js';

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

/** An Arazzo document, as far as the page looks into it. */
export interface ArazzoDocument {
  /** The file that it comes from. */
  file: string;
  info: { title: string; summary?: string; description?: string };
  sourceDescriptions: { name: string; url: string }[];
  workflows: ArazzoWorkflow[];
  components?: Record<string, Record<string, unknown>>;
}

/** Reads the workflows of a folder, in the order of the files' names. There are none where there is no folder. */
export async function readWorkflows(folder: string): Promise<ArazzoDocument[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.arazzo.yaml')).sort();
  return Promise.all(
    files.map(async (file) => ({ ...(parse(await readFile(join(folder, file), 'utf8')) as ArazzoDocument), file })),
  );
}

/** How many workflows there are. */
export const countWorkflows = (documents: readonly ArazzoDocument[]): number =>
  documents.reduce((count, { workflows }) => count + workflows.length, 0);

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

/** The operation that a step calls, and its API. */
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

/** The address of a workflow within the page. */
const slugOf = (workflowId: string): string => escapeHtml(workflowId.toLowerCase());

const renderCode = (value: unknown): string =>
  `<code>${escapeHtml(typeof value === 'string' ? value : JSON.stringify(value))}</code>`;

/** What a step calls, with a link to where it is described. */
function renderCall(arazzo: ArazzoDocument, documents: Documents, step: ArazzoStep): string {
  if (step.workflowId !== undefined) {
    return `the workflow <a href="#${slugOf(step.workflowId)}">${renderCode(step.workflowId)}</a>`;
  }
  const id = step.operationId ?? step.operationPath ?? '';
  const found = step.operationId === undefined ? undefined : findOperation(arazzo, documents, step.operationId);
  if (!found) return renderCode(id);
  const { api, operation } = found;
  return `<a href="${api}.html${anchorOf(operation)}">${renderCode(operation.operationId)}</a> (${escapeHtml(operation.summary)})`;
}

/** Says what an action does. */
function renderAction(arazzo: ArazzoDocument, node: ArazzoAction): string {
  const { type, stepId, workflowId, retryAfter, retryLimit, criteria = [] } = resolveComponent(arazzo, node);
  const goal = stepId ?? workflowId;
  const what =
    type === 'goto'
      ? `go on with ${renderCode(goal)}`
      : type === 'retry'
        ? `try again${retryAfter === undefined ? '' : ` after ${retryAfter} s`}${retryLimit === undefined ? '' : `, ${retryLimit} times at most`}`
        : 'end';
  return criteria.length > 0
    ? `${what} where ${criteria.map(({ condition }) => renderCode(condition)).join(' and ')}`
    : what;
}

const renderList = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** Pairs of a term and what it stands for, without those that have nothing. */
const renderFacts = (facts: readonly (readonly [term: string, items: readonly string[]])[]): string => {
  const known = facts.filter(([, items]) => items.length > 0);
  if (known.length === 0) return '';
  return `<dl>${known.map(([term, items]) => `<dt>${term}</dt><dd>${items.length > 1 ? renderList(items) : items[0]!}</dd>`).join('')}</dl>`;
};

function renderStep(arazzo: ArazzoDocument, documents: Documents, step: ArazzoStep): string {
  const { payload } = step.requestBody ?? {};
  const parameters = (step.parameters ?? []).map((parameter) => resolveComponent(arazzo, parameter));
  const sent = payload === undefined ? '' : typeof payload === 'string' ? payload : stringify(payload);
  const facts = renderFacts([
    ['Calls', [renderCall(arazzo, documents, step)]],
    ['With', parameters.map(({ name = '', value }) => `${renderCode(name)} = ${renderCode(value)}`)],
    ['Sends', sent === '' ? [] : [`<pre tabindex="0"><code>${escapeHtml(sent.trim())}</code></pre>`]],
    ['Is done when', (step.successCriteria ?? []).map(({ condition }) => renderCode(condition))],
    ['Keeps', Object.entries(step.outputs ?? {}).map(([name, value]) => `${renderCode(name)} = ${renderCode(value)}`)],
    ['Then', (step.onSuccess ?? []).map((action) => renderAction(arazzo, action))],
    ['After a failure', (step.onFailure ?? []).map((action) => renderAction(arazzo, action))],
  ]);
  return `<li><h3>${escapeHtml(step.stepId)}</h3>${renderText(step.description ?? '')}${facts}</li>`;
}

function renderInputs(inputs: Schema): string {
  const rows = Object.entries(inputs.properties ?? {}).map(([name, schema]) => {
    const required = inputs.required?.includes(name) ? 'required' : '';
    return `<tr><td>${renderCode(name)}</td><td>${required}</td><td>${renderText(schema.description ?? '')}</td></tr>`;
  });
  if (rows.length === 0) return '';
  return `<table><thead><tr><th scope="col">Input</th><th scope="col">Needed</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function renderWorkflow(arazzo: ArazzoDocument, documents: Documents, workflow: ArazzoWorkflow): string {
  const { workflowId, summary, description = '', inputs, steps, outputs } = workflow;
  const results = Object.entries(outputs ?? {}).map(([name, value]) => `${renderCode(name)} = ${renderCode(value)}`);
  // What a document says of its only workflow stands with that.
  const about = arazzo.workflows.length === 1 ? (arazzo.info.description ?? '') : '';
  return `<section class="workflow" id="${slugOf(workflowId)}">
<h2>${escapeHtml(summary ?? workflowId)}</h2>
<p class="source">${renderCode(workflowId)} in ${renderCode(arazzo.file)}</p>
${renderText(`${about}\n\n${description}`)}
${inputs ? renderInputs(resolveComponent(arazzo, inputs)) : ''}
<ol class="steps">${steps.map((step) => renderStep(arazzo, documents, step)).join('\n')}</ol>
${renderFacts([['Returns', results]])}
</section>`;
}

function renderDocument(arazzo: ArazzoDocument, documents: Documents): string {
  const { title, description = '' } = arazzo.info;
  const about = arazzo.workflows.length > 1 ? `<h2>${escapeHtml(title)}</h2>\n${renderText(description)}` : '';
  return `${about}\n${arazzo.workflows.map((workflow) => renderWorkflow(arazzo, documents, workflow)).join('\n')}`;
}

/** Writes the page. @throws Error where a workflow names a component that its document does not have. */
export function renderWorkflows(site: Site, workflows: readonly ArazzoDocument[], documents: Documents): string {
  const contents = workflows.flatMap(({ workflows: list }) =>
    list.map(
      ({ workflowId, summary }) => `<li><a href="#${slugOf(workflowId)}">${escapeHtml(summary ?? workflowId)}</a></li>`,
    ),
  );
  const body = `<h1>Workflows</h1>
<p class="lead">Calls that belong together, in their order. The files are Arazzo documents, which programs can run.</p>
<ul>${contents.join('')}</ul>
${workflows.map((arazzo) => renderDocument(arazzo, documents)).join('\n')}`;
  return renderPage(site, {
    path: 'workflows.html',
    title: 'Workflows of codearts-build',
    description: 'Calls of CodeArts Build that belong together, step by step',
    body,
  });
}
