/** `whoami`: credentials, endpoint and access. */
import { createClient, defaultCredentials, type ClientEvent, type Credentials } from '../../index.js';
import { clientOptionsOf } from '../client.js';
import { setting, type Context } from '../context.js';
import { formatDuration, visible } from '../output/terminal.js';
import { printJson, rejectTable } from './rows.js';

/** Shows the ends of an access key ID. */
const mask = (text: string): string =>
  text.length > 12 ? `${text.slice(0, 4)}…${text.slice(-4)}` : `${text.slice(0, 2)}…`;

function describeEndpoint({ args, io }: Context, host: string | undefined): string {
  const place = (['endpoint', 'region'] as const).find((name) => setting(args, io.env, name) !== undefined);
  const endpoint = setting(args, io.env, 'endpoint') ?? `https://${host ?? ''}`;
  if (place === undefined) return endpoint;
  const variable = `CODEARTS_BUILD_${place.toUpperCase()}`;
  return `${endpoint} (${args.text(place) === undefined ? variable : `--${place}`})`;
}

/** Returns by how much the clock of this machine is ahead of the service, to the second. */
function skewOf(date: string | null, now: number): number | undefined {
  const ms = date === null ? NaN : Math.round((now - Date.parse(date)) / 1_000) * 1_000;
  return Number.isNaN(ms) ? undefined : ms;
}

function describeSkew(ms: number | undefined): string {
  if (ms === undefined) return 'unknown';
  if (ms === 0) return 'the same as that of the service';
  return `${formatDuration(Math.abs(ms))} ${ms > 0 ? 'ahead of' : 'behind'} the service`;
}

const count = (total: number | undefined, name: string): string =>
  `${total ?? 'unknown number of'} ${name}${total === 1 ? '' : 's'}`;

/** Numbers of tasks and projects, and the response that they come from. */
interface Access {
  tasks: number | undefined;
  projects: number | undefined;
  requestId: string | undefined;
  date: string | null;
}

async function readAccess(context: Context, client: ReturnType<typeof createClient>): Promise<Access> {
  const { signal, apiVersion, project } = context;
  if (apiVersion === 'v3') {
    if (project === undefined) throw new TypeError('--project is required with --api-version v3');
    const input = { project_id: project, page_index: 0, page_size: 1 };
    const { data, requestId, response } = await client.showJobListByProjectId(input, { signal }).withResponse();
    return { tasks: data.total, projects: 1, requestId, date: response.headers.get('date') };
  }
  const { data, requestId, response } = await client
    .listJob({ page_index: 0, page_size: 1 }, { signal })
    .withResponse();
  const projects = await client.listRelatedProjectInfo({ page_no: 1, page_size: 1 }, { signal }).result();
  return {
    tasks: data.result.total,
    projects: projects.total,
    requestId,
    date: response.headers.get('date'),
  };
}

export async function whoami(context: Context): Promise<number> {
  rejectTable(context);
  const { console, format, clock } = context;
  const options = clientOptionsOf(context);
  const { credentials: source = defaultCredentials(), onEvent } = options;
  let credentials: Credentials | undefined;
  let place: string | undefined;
  let host: string | undefined;
  const client = createClient({
    ...options,
    credentials: typeof source === 'function' ? async (given) => (credentials = await source(given)) : source,
    onEvent: (event: ClientEvent) => {
      if (event.type === 'credentials') place = event.source;
      if (event.type === 'request' && event.operation !== undefined) host = event.host;
      onEvent?.(event);
    },
  });
  const { tasks, projects, requestId, date } = await readAccess(context, client);
  const skewMs = skewOf(date, clock.now());
  const accessKey = credentials && mask(credentials.ak);
  const { projectId } = credentials ?? {};
  const endpoint = describeEndpoint(context, host);
  if (format !== 'text') {
    await printJson(context, { accessKey, source: place, projectId, endpoint, tasks, projects, requestId, skewMs });
    return 0;
  }
  const rows = [
    ['credentials', `AK ${accessKey ?? 'unknown'}${place === undefined ? '' : `, ${place}`}`],
    ['project ID', projectId],
    ['endpoint', endpoint],
    ['access', `${count(tasks, 'task')} in ${count(projects, 'project')}`],
    ['clock', describeSkew(skewMs)],
    ['request ID', requestId],
  ];
  const lines = rows.flatMap(([name = '', value]) =>
    value === undefined ? [] : [`${name.padEnd(13)}${visible(value)}\n`],
  );
  await console.print(lines.join(''));
  return 0;
}
