/** What a machine with Node, Bun or Deno has around a client: settings, and channels to listen to. */
export { publish } from './channels.js';
export { endpointFromSettings } from './settings.js';
