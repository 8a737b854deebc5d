/** The page of a build: steps and log. */
import { formatLog, listLogLines } from '../build-log.js';
import { MASK } from '../describe-build.js';
import { viewBuild, type BuildView, type StepView } from '../engine.js';
import { formatScenario } from '../scenario.js';
import type { Build, TriggerType } from '../task.js';
import { html, type Html } from './html.js';
import { durationOf, lastBuilds, startForm, stopForm, stripOf } from './overview.js';
import type { PageSource, PageView } from './view.js';
import { badgeOf, formatDuration, formatExact, iconOf, lookOf, timeElement, type Look } from './words.js';

const TRIGGERS: Readonly<Record<TriggerType, string>> = {
  MANUAL: 'by a user',
  TIMED_EXECUTION: 'on schedule',
  CODEHUB_TRIGGER: 'by a push',
  PIPELINE_TRIGGER: 'by a pipeline',
};

const fact = (name: string, value: Html | string, isLong = false): Html =>
  html`<div ${isLong && html`class="long"`}>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

function factsOf(view: BuildView, now: number): Html {
  const { build, finishedAt } = view;
  const parameters = build.parameters.map(({ name, value, secret }) => `${name}=${secret ? MASK : value}`);
  const started = html`${timeElement(build.createdAt, now)}<br />
    <span class="soft">${formatExact(build.createdAt)}, ${TRIGGERS[build.trigger]}</span>`;
  const finished = html`${finishedAt === undefined ? 'Not yet' : timeElement(finishedAt, now)}<br />
    <span class="soft">${durationOf(view, now)}${finishedAt === undefined && ' so far'}</span>`;
  return html`<dl class="facts">
    ${fact('Started', started, true)} ${fact('Finished', finished)}
    ${fact(build.tag === undefined ? 'Branch' : 'Tag', html`<bdi>${build.tag ?? build.branch}</bdi>`)}
    ${fact('Commit', html`<code>${build.commit.slice(0, 8)}</code> <bdi>${build.commitMessage}</bdi>`, true)}
    ${fact('Scenario', formatScenario(build.scenario))} ${fact('Daily number', build.dailyNumber)}
    ${parameters.length > 0 && fact('Parameters', html`<code>${parameters.join('\n')}</code>`, true)}
    ${fact('Record ID', html`<code>${build.recordId}</code>`, true)}
  </dl>`;
}

const STEPS: Readonly<Record<StepView['status'], Look>> = {
  waiting: { name: 'queued', word: 'Waiting' },
  running: { name: 'running', word: 'Running' },
  success: { name: 'success', word: 'Succeeded' },
  error: { name: 'failure', word: 'Failed' },
  aborted: { name: 'stopped', word: 'Stopped' },
};

/** Look of a step that a finished build has not reached. */
const NOT_RUN: Look = { name: 'unscheduled', word: 'Not run' };

function stepItem(
  { phase }: BuildView,
  { plan, status, startedAt, endedAt }: StepView,
  index: number,
  now: number,
): Html {
  const look = phase === 'finished' && status === 'waiting' ? NOT_RUN : STEPS[status];
  const ran = startedAt !== undefined && formatDuration((endedAt ?? now) - startedAt);
  return html`<li id="step-${index}">
    <span class="tile ${look.name}">${iconOf(look)}</span
    ><span><bdi>${plan.name}</bdi><br /><span class="soft">${look.word}</span></span
    ><span class="soft">${ran}</span>
  </li>`;
}

/** Renders the page of a build; undefined if it does not exist. */
export function viewBuildPage(recordId: string, { state, now }: PageSource): PageView | undefined {
  const build: Build | undefined = state.records.get(recordId);
  if (!build) return undefined;
  const view = viewBuild(build, now);
  const look = lookOf(view);
  const task = state.tasks.get(build.taskId);
  const title = html`<bdi>${build.taskName}</bdi>, build ${build.number}`;
  const head = html`<div id="head" class="wide">
    <p class="up"><a href="/">All tasks</a></p>
    <div class="row">
      <h1>${title}</h1>
      ${badgeOf(look)}${view.phase !== 'finished' && stopForm(view)}
    </div>
    ${factsOf(view, now)}
  </div>`;
  const steps = html`<section id="steps" class="card" aria-labelledby="steps-title">
    <h2 id="steps-title">Steps</h2>
    <ol class="steps">
      ${view.steps.map((step, index) => stepItem(view, step, index, now))}
    </ol>
  </section>`;
  const history = html`<section id="history" class="card" aria-labelledby="history-title">
    <h2 id="history-title">Builds of this task</h2>
    ${stripOf(build.taskName, lastBuilds(state, build.taskId, now), recordId)} ${task && startForm(task)}
  </section>`;
  return {
    title: `${look.word}: ${build.taskName}, build ${build.number}`,
    parts: new Map([
      ['head', head.text],
      ['steps', steps.text],
      ['history', history.text],
    ]),
    log: formatLog(listLogLines(build, now), 'INFO'),
  };
}
