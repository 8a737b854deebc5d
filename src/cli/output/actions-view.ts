/** Shows a followed build in a job of GitHub Actions: groups and an annotation. */
import { randomUUID } from 'node:crypto';
import type { BuildEvent, EndEvent } from '../../index.js';
import type { Context } from '../context.js';
import { statusWord } from './summary.js';
import { visibleLines } from './terminal.js';
import { stepName } from './text-view.js';
import { Messages, type BuildFacts, type View } from './view.js';

/** Escapes the message of a workflow command. Control characters other than ends of lines are shown. */
const escapeData = (text: string): string =>
  visibleLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Escapes a property of a workflow command. */
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Creates the view. Log lines are printed between `stop-commands` and a random token: the runner would run a command that a build prints. */
export function createActionsView(context: Context, facts: BuildFacts): View {
  const { console } = context;
  const messages = new Messages(context, facts);
  let group: { step: string; token: string } | undefined;

  async function closeGroup(): Promise<void> {
    if (group) await console.print(`::${group.token}::\n::endgroup::\n`);
    group = undefined;
  }

  async function openGroup(step: string): Promise<void> {
    await closeGroup();
    group = { step, token: randomUUID() };
    await console.print(`::group::${escapeData(step)}\n::stop-commands::${group.token}\n`);
  }

  async function showEnd(event: EndEvent): Promise<void> {
    await closeGroup();
    const { status, succeeded, failure, buildNo } = event;
    if (!succeeded) {
      const step = failure?.step ? `: ${failure.step.name}` : '';
      const title = escapeProperty(`${facts.task ?? facts.jobId} ${buildNo}${step}`);
      const reason = failure?.analysis?.message ?? failure?.message ?? `build ${statusWord(status)}`;
      await console.print(`::error title=${title}::${escapeData(reason)}\n`);
    }
    // Lines of the log are not quoted: here, the runner would read commands in them.
    messages.end(event, false);
  }

  return {
    async show(event: BuildEvent) {
      if (event.type === 'start') {
        messages.start(event);
      } else if (event.type === 'log') {
        const step = event.step === undefined ? (group?.step ?? 'Start') : stepName(event.step);
        if (step !== group?.step) await openGroup(step);
        await console.print(`${event.text}\n`);
      } else if (event.type === 'note') messages.note(event);
      else if (event.type === 'end') await showEnd(event);
    },
    stopping: () => messages.stopping(),
    detach(detachment) {
      if (group) void console.print(`::${group.token}::\n::endgroup::\n`);
      group = undefined;
      messages.detach(detachment);
    },
    close() {
      if (group) void console.print(`::${group.token}::\n::endgroup::\n`);
      group = undefined;
    },
  };
}
