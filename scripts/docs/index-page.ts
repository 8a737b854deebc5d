/** Makes the page that leads to all others. */
import { apis, operationsOf, type Api, type Document, type Operation } from '../bundle.js';
import { anchorOf, evidence } from './enrich-document.js';
import { apiLabels, clientPage, escapeHtml, renderPage, renderText, type Site } from './site.js';

/** What the client is like, at a glance. */
export const overviewSample = `import { createClient } from 'codearts-build';

const build = createClient({ region: 'cn-north-4' });

const run = await build.startBuild({ job_id: '48c66c6002964721be537cdc6ce0297b' });
for await (const line of run.log()) console.log(line);
const record = await run.wait();
console.log(record.status);`;

const renderCard = (path: string, title: string, text: string, aside = ''): string =>
  `<li><h3><a href="${path}">${escapeHtml(title)}</a></h3><p>${text}</p>${aside}</li>`;

function renderApiCard(api: Api, document: Document): string {
  const operations = [...operationsOf(document)].map(({ operation }) => operation);
  const old = operations.filter((operation) => operation.deprecated).length;
  const count = `${operations.length} operations${old > 0 ? `, ${old} of them out of date` : ''}.`;
  const [about = ''] = /^.*?\.(?=\s|$)/s.exec(document.info.description ?? '') ?? [];
  return renderCard(
    `${api}.html`,
    document.info.title,
    `${escapeHtml(about)} ${count}`,
    `<p class="aside"><a href="openapi/${api}.json" download>OpenAPI document</a></p>`,
  );
}

/** A row of the list of operations. What is searched is the text of its cells. */
function renderRow(api: Api, operation: Operation): string {
  const { operationId, summary, deprecated } = operation;
  const mark = evidence[operation['x-evidence'].source]!;
  const old = deprecated ? '<span class="badge grey">out of date</span> ' : '';
  return `<tr${deprecated ? ' class="old"' : ''}><td><a href="${api}.html${anchorOf(operation)}"><code>${operationId}</code></a></td><td>${escapeHtml(summary)}</td><td>${old}<span class="badge ${mark.color}">${mark.badge}</span></td></tr>`;
}

function renderGroups(api: Api, document: Document): string {
  const operations = [...operationsOf(document)].map(({ operation }) => operation);
  return document.tags
    .map(({ name }) => {
      const rows = operations.filter(({ tags }) => tags[0] === name).map((operation) => renderRow(api, operation));
      const title = `<tr><th colspan="3" scope="rowgroup">${apiLabels[api]}: ${escapeHtml(name)}</th></tr>`;
      return `<tbody>${title}${rows.join('\n')}</tbody>`;
    })
    .join('\n');
}

/** Writes the page. */
export function renderIndex(site: Site, documents: Readonly<Record<Api, Document>>, workflowCount: number): string {
  const marks = Object.values(evidence).map(
    ({ badge, color, meaning }) =>
      `<dt><span class="badge ${color}">${badge}</span></dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  const workflows =
    workflowCount > 0
      ? renderCard(
          'workflows.html',
          'Workflows',
          `Calls that belong together, step by step, as Arazzo documents. ${workflowCount} workflows.`,
        )
      : '';
  const body = `<h1>codearts-build</h1>
<div class="lead">${renderText(
    'A typed client, an OpenAPI description and a local sandbox for Huawei Cloud CodeArts Build. Every operation is described here, with a sample of this client, and with a mark that says how sure the description is.',
  )}</div>
<pre tabindex="0" role="region" aria-label="A build from start to end"><code>${escapeHtml(overviewSample)}</code></pre>
<h2 id="contents">What is here</h2>
<ul class="cards">
${apis.map((api) => renderApiCard(api, documents[api])).join('\n')}
${workflows}
${renderCard(clientPage, 'The client', 'What the package exports: clients, builds, logs, lists, credentials, errors, the signer, and the sandbox.')}
</ul>
<h2 id="evidence">How sure is it?</h2>
<p>The vendor publishes no OpenAPI description. This one is transcribed from several sources, and each operation carries the mark of the best one that it has.</p>
<dl class="marks">${marks.join('\n')}</dl>
<section class="operations">
<h2 id="operations">All operations</h2>
<div class="filter" hidden><input type="search" aria-label="Find an operation" placeholder="Find an operation, such as: log download"><output></output></div>
<table aria-label="All operations">
${apis.map((api) => renderGroups(api, documents[api])).join('\n')}
</table>
</section>
<script src="assets/filter-operations.js"></script>`;
  return renderPage(site, {
    path: 'index.html',
    title: 'codearts-build: documentation',
    description: 'A typed client, an OpenAPI description and a local sandbox for Huawei Cloud CodeArts Build',
    body,
  });
}
