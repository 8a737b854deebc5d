/** HTML pages: the list of tasks, and a build with its log. */
import { formatLog, listLogLines } from './build-log.js';
import { describePhase, runTimeMs } from './describe-build.js';
import { viewBuild, type BuildView } from './engine.js';
import { buildsOf, type State } from './state.js';
import type { Task } from './task.js';
import { formatLocal } from './time-format.js';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d6dbe1, #3a414b); --soft: light-dark(#5a6472, #9aa5b3); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 autoAdvance; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
a { color: light-dark(#0b57d0, #8ab4f8); }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--soft); } .scroll { overflow-x: autoAdvance; }
pre { background: light-dark(#f4f6f8, #14181d); border: 1px solid var(--line); border-radius: 6px; padding: .8rem; overflow-x: autoAdvance; font-size: .85rem; }
.status { font-weight: 600; } .SUCCESS { color: light-dark(#11752f, #6fdb8f); } .FAILURE, .SCHEDULE_FAILURE { color: light-dark(#b3261e, #ff8a80); }
.ABORTED { color: light-dark(#7a5300, #f2c063); } .soft { color: var(--soft); }
`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);

/** Renders a page. A page with a running build reloads itself. */
const document = (title: string, body: string, refresh: boolean): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? '<meta http-equiv="refresh" content="2">\n' : ''}<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;

const seconds = (ms: number | undefined): string => (ms === undefined ? '' : `${(ms / 1_000).toFixed(1)} s`);

const statusCell = (view: BuildView): string => {
  const word = view.result ?? describePhase(view);
  return `<span class="status ${escape(word)}">${escape(word)}</span>`;
};

function buildRow(view: BuildView): string {
  const { build } = view;
  const link = `<a href="/_sandbox/builds/${encodeURIComponent(build.recordId)}">${build.number}</a>`;
  return `<tr><td>${link}</td><td>${statusCell(view)}</td><td>${escape(build.branch)}</td><td>${formatLocal(build.createdAt)}</td><td>${seconds(runTimeMs(view))}</td></tr>`;
}

function taskSection(state: State, task: Task, now: number): { html: string; underWay: boolean } {
  const views = [...buildsOf(state, task.id)]
    .reverse()
    .slice(0, 10)
    .map((build) => viewBuild(build, now));
  const rows = views.map(buildRow).join('\n');
  const table = `<div class="scroll" role="region" aria-label="Builds of ${escape(task.name)}" tabindex="0"><table><thead><tr><th scope="col">Build</th><th scope="col">Status</th><th scope="col">Branch</th><th scope="col">Started</th><th scope="col">Duration</th></tr></thead><tbody>
${rows}
</tbody></table></div>`;
  const html = `<section><h2>${escape(task.name)}${task.disabled ? ' <span class="soft">disabled</span>' : ''}</h2>
<p class="soft">${escape(task.id)} · ${escape(task.code.url)}</p>
${views.length > 0 ? table : '<p>No builds yet.</p>'}</section>`;
  return { html, underWay: views.some(({ phase }) => phase !== 'finished') };
}

function overview(state: State, now: number): string {
  const sections = [...state.projects.values()].map((project) => {
    const tasks = [...state.tasks.values()].filter(({ projectId }) => projectId === project.id);
    const shown = tasks.map((task) => taskSection(state, task, now));
    const html = `<p>Project <strong>${escape(project.name)}</strong> <span class="soft">${escape(project.id)}</span></p>
${shown.map((section) => section.html).join('\n')}`;
    return { html, underWay: shown.some((section) => section.underWay) };
  });
  const body = `<main><h1>CodeArts Build sandbox</h1>
<p class="soft">${formatLocal(now)}</p>
${sections.map(({ html }) => html).join('\n')}</main>`;
  return document(
    'CodeArts Build sandbox',
    body,
    sections.some(({ underWay }) => underWay),
  );
}

function buildPage(view: BuildView, now: number): string {
  const { build } = view;
  const steps = view.steps
    .map(({ plan, status, startedAt, endedAt }) => {
      const ran = startedAt === undefined ? undefined : (endedAt ?? now) - startedAt;
      return `<tr><td>${escape(plan.name)}</td><td>${status}</td><td>${seconds(ran)}</td></tr>`;
    })
    .join('\n');
  const log = formatLog(listLogLines(build, now), 'INFO');
  const body = `<main><p><a href="/">All tasks</a></p>
<h1>${escape(build.taskName)}, build ${build.number}: ${statusCell(view)}</h1>
<p class="soft">Record ${escape(build.recordId)} · ${escape(build.branch)} · ${formatLocal(build.createdAt)}</p>
<h2>Steps</h2>
<table><thead><tr><th scope="col">Step</th><th scope="col">Status</th><th scope="col">Duration</th></tr></thead><tbody>
${steps}
</tbody></table>
<h2 id="log">Log</h2>
<pre tabindex="0" aria-labelledby="log">${escape(log) || 'No output yet.'}</pre></main>`;
  return document(`${build.taskName} ${build.number}`, body, view.phase !== 'finished');
}

/** Renders the page at a path; undefined if there is no page at that path. */
export function renderPage(path: string, state: State, now: number): string | undefined {
  if (path === '/') return overview(state, now);
  const recordId = /^\/_sandbox\/builds\/([^/]+)$/.exec(path)?.[1];
  const build = recordId === undefined ? undefined : state.records.get(decodeURIComponent(recordId));
  return build && buildPage(viewBuild(build, now), now);
}
