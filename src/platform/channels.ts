import { builtin } from './builtin.js';

/** Looked for with the first event: importing the package is to cost little. */
let channels: ReturnType<typeof builtin<'node:diagnostics_channel'>> | false;

/** Publishes an event on its channel, where the runtime has channels and somebody listens. */
export function publish(event: { readonly type: string }): void {
  channels ??= builtin('node:diagnostics_channel') ?? false;
  const channel = channels && channels.channel(`codearts-build:${event.type}`);
  if (channel && channel.hasSubscribers) channel.publish(event);
}
