/** The page of all tasks: builds, success rates and faults. */
import { viewBuild, type BuildView } from '../engine.js';
import type { Fault, ListedFault } from '../faults.js';
import { formatScenario } from '../scenario.js';
import { buildsOf, type Project, type State } from '../state.js';
import type { Task } from '../task.js';
import { html, type Html } from './html.js';
import { actionForm, buildPath, type PageSource, type PageView } from './view.js';
import { badgeOf, countOf, formatDuration, formatExact, iconOf, lookOf, timeElement } from './words.js';

/** Number of builds in the strip of a task. Its success rate is that of the same builds. */
const STRIP_LENGTH = 20;

/** Number of tasks on the page. */
const MAX_TASKS = 100;

/** Number of unfinished builds that a task lists. */
const MAX_ACTIVE = 5;

/** Scenarios to choose from when a build is started. */
const SCENARIOS: readonly (readonly [value: string, label: string])[] = [
  ['success', 'succeeds'],
  ['fail', 'fails'],
  ['timeout', 'times out'],
  ['stuck', 'stays in the queue'],
  ['unscheduled', 'is not scheduled'],
];

/** Steps of a manual clock. */
const ADVANCES: readonly (readonly [label: string, ms: number])[] = [
  ['+10 s', 10_000],
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
];

function clockPart({ clock, now }: PageSource): Html {
  const advance = ADVANCES.map(([label, ms]) =>
    actionForm({ method: 'POST', path: '/_sandbox/clock', body: { ms }, label, done: 'Clock advanced' }),
  );
  return html`<div id="head" class="wide head">
    <h1>Build tasks</h1>
    <div class="soft clock">
      <span>Time of the sandbox <time datetime="${new Date(now).toISOString()}">${formatExact(now)}</time></span
      >${'advance' in clock && html`<div class="actions">Manual clock ${advance}</div>`}
    </div>
  </div>`;
}

/** Returns the effect of a fault. */
function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'latency':
      return `Delays the response by ${fault.ms} ms`;
    case 'status':
      return `Returns ${fault.status}${fault.code === undefined ? '' : ` with ${fault.code}`}`;
    case 'reset':
      return 'Resets the connection';
    case 'stall':
      return fault.afterBytes === undefined ? 'Sends no response' : `Stalls after ${countOf(fault.afterBytes, 'byte')}`;
    case 'truncate':
      return 'Closes the connection within the body';
    case 'html':
      return `Returns a web page${fault.status === undefined ? '' : ` with ${fault.status}`}`;
    case 'envelope-error':
      return 'Returns an error with status 200';
    case 'skew':
      return `Shifts the clock of the gateway by ${fault.ms / 1_000} s`;
    case 'lost-log':
      return 'Omits a line of the log';
    case 'repeated-log':
      return 'Repeats a line of the log';
  }
}

function faultItem({ id, fault }: ListedFault): Html {
  const { operation, count, probability } = fault;
  const operations = operation === undefined ? ['all operations'] : [operation].flat();
  const limits = [
    probability !== undefined && `in ${Math.round(probability * 100)}% of requests`,
    count !== undefined && `${countOf(count, 'request')} left`,
    'execute' in fault && fault.execute === true && 'the operation is executed',
  ].filter((limit) => limit !== false);
  const effect = describeFault(fault);
  return html`<li id="fault-${id}">
    <p>
      <strong>${effect}</strong> <code>${fault.kind}</code><br /><span class="soft"
        >For ${operations.join(', ')}${limits.map((limit) => ` · ${limit}`)}</span
      >
    </p>
    ${actionForm({ method: 'DELETE', path: `/_sandbox/faults/${id}`, label: 'Remove', of: `fault: ${effect}`, done: 'Fault removed' })}
  </li>`;
}

function faultsPart({ faults }: PageSource): Html {
  if (faults.length === 0) return html`<section id="faults" hidden></section>`;
  const removeAll = actionForm({
    ...{ method: 'DELETE', path: '/_sandbox/faults', label: 'Remove all', of: 'faults', done: 'Faults removed' },
  });
  return html`<section id="faults" class="wide faults" aria-labelledby="faults-title">
    <div class="row">
      <h2 id="faults-title">${countOf(faults.length, 'fault')} in force</h2>
      ${faults.length > 1 && removeAll}
    </div>
    <ul>
      ${faults.map(faultItem)}
    </ul>
  </section>`;
}

/** Returns a square per build, newest first. */
export function stripOf(name: string, views: readonly BuildView[], current?: string): Html {
  const items = views.map((view) => {
    const { recordId, number, createdAt } = view.build;
    const look = lookOf(view);
    const label = `Build ${number}: ${look.word}`;
    return html`<li id="strip-${recordId}">
      <a
        class="tile ${look.name}"
        href="${buildPath(recordId)}"
        aria-label="${label}"
        title="${label}, ${formatExact(createdAt)}"
        ${recordId === current && html` aria-current="page"`}
        >${iconOf(look)}</a
      >
    </li>`;
  });
  return html`<ol class="strip" aria-label="Builds of ${name}, newest first">
    ${items}
  </ol>`;
}

/** Returns the last builds of a task, newest first. */
export const lastBuilds = (state: State, taskId: string, now: number): BuildView[] =>
  buildsOf(state, taskId)
    .slice(-STRIP_LENGTH)
    .reverse()
    .map((build) => viewBuild(build, now));

/** Returns the button that stops a build. */
export const stopForm = ({ build }: BuildView): Html =>
  actionForm({
    ...{ method: 'POST', path: `${buildPath(build.recordId)}/stop`, label: 'Stop', style: 'danger' },
    of: `build ${build.number} of ${build.taskName}`,
    done: `Build ${build.number} of ${build.taskName} stopped`,
  });

/** Returns the button that starts a build, with a choice of scenarios. */
export function startForm(task: Task): Html {
  const options = SCENARIOS.map(([value, label]) => html`<option value="${value}">Build ${label}</option>`);
  const fields = html`<select
    name="scenario"
    aria-label="Scenario of the next build of ${task.name}"
    ${task.disabled && html` disabled`}
  >
    <option value="">Default: ${formatScenario(task.scenario)}</option>
    ${options}
  </select>`;
  return actionForm({
    ...{ method: 'POST', path: '/_sandbox/builds', body: { job_id: task.id }, fields },
    ...{ label: 'Start', of: `a build of ${task.name}`, style: 'primary', disabled: task.disabled },
    done: `Build of ${task.name} started`,
  });
}

/** Returns the time that a build has taken until now. */
export function durationOf({ build, startedAt, finishedAt }: BuildView, now: number): string {
  const from = startedAt ?? build.createdAt;
  return formatDuration((finishedAt ?? now) - from);
}

function buildRow(view: BuildView, now: number): Html {
  const { build, phase, steps } = view;
  const at = steps.findIndex(({ status }) => status === 'running');
  const step = at >= 0 && html` · step ${at + 1} of ${steps.length}: <bdi>${steps[at]!.plan.name}</bdi>`;
  return html`<li id="build-${build.recordId}">
    <p>
      <a href="${buildPath(build.recordId)}">Build ${build.number}</a> ${badgeOf(lookOf(view))}<br /><span class="soft"
        >${timeElement(build.createdAt, now)} · ${durationOf(view, now)}${step}</span
      >
    </p>
    ${phase !== 'finished' && stopForm(view)}
  </li>`;
}

/** Returns the success rate of builds that have finished. */
function rateOf(views: readonly BuildView[]): Html {
  const finished = views.filter(({ phase }) => phase === 'finished');
  if (finished.length === 0) return html`<p class="rate soft">No finished builds</p>`;
  const succeeded = finished.filter(({ result }) => result === 'SUCCESS').length;
  const percent = Math.round((100 * succeeded) / finished.length);
  return html`<p class="rate">
    <strong>${percent}%</strong>
    <span class="soft">${succeeded} of the last ${countOf(finished.length, 'build')} succeeded</span>
  </p>`;
}

function taskPart(state: State, task: Task, now: number): Html {
  const views = lastBuilds(state, task.id, now);
  const active = views.filter(({ phase }) => phase !== 'finished');
  const rows = active.length > 0 ? active.slice(0, MAX_ACTIVE) : views.slice(0, 1);
  const more = active.length - MAX_ACTIVE;
  return html`<article id="task-${task.id}" class="card" aria-labelledby="name-${task.id}">
    <div class="row">
      <h3 id="name-${task.id}"><bdi>${task.name}</bdi></h3>
      ${task.disabled && html`<span class="badge grey">Disabled</span>`}
    </div>
    <p class="soft"><bdi>${task.code.url}</bdi><br />Job ID <code>${task.id}</code></p>
    ${rateOf(views)} ${views.length > 0 && stripOf(task.name, views)}
    ${
      rows.length > 0 &&
      html`<ul class="builds">
        ${rows.map((view) => buildRow(view, now))}
      </ul>`
    }${more > 0 && html`<p class="soft">${countOf(more, 'more build')} not finished</p>`}
    ${startForm(task)}
  </article>`;
}

function projectPart(project: Project, tasks: number): Html {
  return html`<div id="project-${project.id}" class="wide project">
    <h2>Project <bdi>${project.name}</bdi></h2>
    <p class="soft">${countOf(tasks, 'task')} · <code>${project.id}</code></p>
  </div>`;
}

/** Renders the page of all tasks. The newest task is the first one. */
export function viewOverview(source: PageSource): PageView {
  const { state, now } = source;
  const parts = new Map([
    ['head', clockPart(source)],
    ['faults', faultsPart(source)],
  ]);
  let left = MAX_TASKS;
  for (const project of state.projects.values()) {
    const tasks = [...state.tasks.values()].filter(({ projectId }) => projectId === project.id);
    parts.set(`project-${project.id}`, projectPart(project, tasks.length));
    const shown = tasks.sort((a, b) => b.createdAt - a.createdAt).slice(0, left);
    for (const task of shown) parts.set(`task-${task.id}`, taskPart(state, task, now));
    left -= shown.length;
  }
  if (left === 0) parts.set('more', html`<p id="more" class="wide soft">The page shows ${MAX_TASKS} tasks.</p>`);
  const texts = [...parts].map(([id, part]) => [id, part.text] as const);
  return { title: 'CodeArts Build sandbox', parts: new Map(texts), log: undefined };
}
