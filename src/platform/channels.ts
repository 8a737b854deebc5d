type DiagnosticsChannel = typeof import('node:diagnostics_channel');

/** Looked for with the first event: importing the package is to cost little. */
let channels: DiagnosticsChannel | false | undefined;

/** Node's channels, taken from the process so that other runtimes need not resolve the module. */
function findChannels(): DiagnosticsChannel | false {
  if (typeof process !== 'object' || typeof process.getBuiltinModule !== 'function') return false;
  return process.getBuiltinModule('node:diagnostics_channel') ?? false;
}

/** Publishes an event on its channel, where the runtime has channels and somebody listens. */
export function publish(event: { readonly type: string }): void {
  channels ??= findChannels();
  const channel = channels && channels.channel(`codearts-build:${event.type}`);
  if (channel && channel.hasSubscribers) channel.publish(event);
}
