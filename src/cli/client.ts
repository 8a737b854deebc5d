/** The client of a command, with settings from flags and environment. Not loaded by commands that send no request. */
import {
  createClient,
  credentialsFromEnv,
  credentialsFromFile,
  type ClientEvent,
  type ClientOptions,
  type CodeArtsBuildClient,
} from '../index.js';
import { setting, type Context } from './context.js';
import { visible } from './output/terminal.js';

/** Operations that start a build. */
export const STARTS: ReadonlySet<string> = new Set(['executeJob', 'runJob']);

/** Returns the options of every client of a command. */
export function clientOptionsOf(context: Context): ClientOptions {
  const { args, io, console } = context;
  const profile = setting(args, io.env, 'profile');
  const hasKey = io.env['HUAWEICLOUD_SDK_AK'] ?? io.env['HUAWEICLOUD_SDK_SK'];
  return {
    ...io.client,
    region: setting(args, io.env, 'region'),
    endpoint: setting(args, io.env, 'endpoint'),
    // As the default chain does, but from the environment of the command.
    ...(hasKey && { credentials: credentialsFromEnv(io.env) }),
    ...(profile !== undefined && { credentials: credentialsFromFile({ section: profile }) }),
    onEvent(event) {
      if (event.type === 'request' && event.operation !== undefined) context.onRequest(event.operation);
      if (args.flag('debug')) console.message(console.err.dim(visible(`debug: ${describeEvent(event)}`)));
    },
  };
}

const clients = new WeakMap<Context, CodeArtsBuildClient>();

/** Returns the client of a command. */
export function clientOf(context: Context): CodeArtsBuildClient {
  const client = clients.get(context) ?? createClient(clientOptionsOf(context));
  clients.set(context, client);
  return client;
}

function describeEvent(event: ClientEvent): string {
  switch (event.type) {
    case 'request':
      return `${event.method} ${event.host}${event.path}${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}`;
    case 'response': {
      const id = event.requestId === undefined ? '' : ` [request ${event.requestId}]`;
      return `${event.status} after ${event.durationMs.toFixed(0)} ms: ${event.method} ${event.path}${id}`;
    }
    case 'retry':
      return `retry in ${event.delayMs.toFixed(0)} ms (${event.reason}): ${event.method} ${event.path}`;
    case 'credentials':
      return `credentials ${event.outcome}${event.source === undefined ? '' : ` from ${event.source}`}`;
    case 'poll':
      return `build ${event.buildNo}: ${event.status ?? 'no status'}; next poll in ${event.delayMs.toFixed(0)} ms`;
  }
}
