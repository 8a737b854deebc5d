/**
 * Reads endpoints from the settings of the Huawei Cloud SDKs: the variables `HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4` and
 * `HUAWEICLOUD_SDK_IAM_ENDPOINT`, and the file for custom endpoints, `~/.huaweicloud/regions.yaml`:
 *
 * ```yaml
 * CODEARTSBUILD:
 *   - id: cn-north-4
 *     endpoint: https://build.example.com
 *   - id: eu-west-101
 *     endpoints: ['https://a.example.com', 'https://b.example.com']
 * ```
 *
 * Only this form of YAML is supported. Entries of other services are ignored.
 */
import { environment, homePath, readTextFile, type Environment } from '#runtime';

export type { Environment };

/** Expands a leading `~/`, as a shell does. */
export const expandPath = (path: string): string => (path.startsWith('~/') && homePath(path.slice(2))) || path;

/** Returns the code of a file error, such as `EACCES`, otherwise its message. */
export function fileErrorCode(error: unknown): string {
  const { code, message } = error as Error & { code?: string };
  return code ?? message;
}

/** An endpoint and its origin: a variable, or a file and a line. */
export interface ConfiguredEndpoint {
  readonly value: string;
  readonly source: string;
}

/** An endpoint, and its line. */
interface Endpoint {
  readonly value: string;
  readonly line: number;
}

interface Entry {
  readonly line: number;
  id?: string;
  endpoint?: Endpoint;
  /** Whether the following lines are a list of endpoints. */
  listing?: boolean;
}

const unquote = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

/** Returns the first item of `['a', 'b']`; undefined if it is not a list. */
function firstOfList(text: string): string | undefined {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  return inner === undefined ? undefined : unquote(inner.split(',')[0]!.trim());
}

/** Reads `id: cn-north-4` and the like. Returns `false` if it is not a field. */
function readField(entry: Entry, text: string, line: number): boolean {
  const [, name, given = ''] = /^["']?(\w+)["']?\s*:(?:\s(.*))?$/.exec(text) ?? [];
  if (name === undefined) return false;
  const rest = given.trimStart();
  entry.listing = name === 'endpoints' && rest === '';
  if (name === 'id') entry.id = unquote(rest);
  if (name === 'endpoint') entry.endpoint = { value: unquote(rest), line };
  if (name === 'endpoints' && rest !== '') {
    const value = firstOfList(rest);
    if (value === undefined) return false;
    entry.endpoint = { value, line };
  }
  return true;
}

/** Reads the entries of one service. @throws TypeError that names file and line of an unsupported line. */
function readEntries(text: string, path: string, service: string): Entry[] {
  const entries: Entry[] = [];
  let inside = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.replace(/(^|\s)#.*$/, '').trimEnd();
    if (content === '' || content === '---') continue;
    const heading = /^["']?([\w-]+)["']?\s*:$/.exec(content)?.[1];
    if (heading !== undefined) {
      inside = heading.toUpperCase() === service;
      continue;
    }
    if (/^[^\s-]/.test(content)) throw unsupportedLine(path, line);
    if (!inside) continue;
    const dash = /^\s*-\s+/.exec(content)?.[0] ?? '';
    const item = content.slice(dash.length).trim();
    const last = entries.at(-1);
    if (dash && last?.listing && !/^["']?\w+["']?\s*:(\s|$)/.test(item)) {
      last.endpoint ??= { value: unquote(item), line };
      continue;
    }
    const entry = dash ? { line } : last;
    if (!entry || !readField(entry, item, line)) throw unsupportedLine(path, line);
    if (dash) entries.push(entry);
  }
  return entries;
}

const unsupportedLine = (path: string, line: number): TypeError =>
  new TypeError(`${path} line ${line} must be the name of a service, or "- id:" or "endpoint:" below it`);

/** Variable with the path of the file, if it is not in the home directory. */
const FILE_VARIABLE = 'HUAWEICLOUD_SDK_REGIONS_FILE';

/** Returns the value of a variable. Properties that a program adds to `Object.prototype` are no variables. */
export const valueOf = (env: Environment, name: string): string | undefined =>
  Object.hasOwn(env, name) ? env[name] : undefined;

/** Returns the first endpoint in a variable; undefined if it is not set. */
function fromVariable(source: string, env: Environment): ConfiguredEndpoint | undefined {
  const text = valueOf(env, source) ?? '';
  // A comma may be part of a password. The whole text is passed on to be rejected.
  const value = (text.includes('@') ? text : text.split(',')[0]!).trim();
  return value ? { value, source } : undefined;
}

/** Returns the first endpoint in the regions file. A file that the variable names must exist. */
function fromFile(service: string, region: string, env: Environment): ConfiguredEndpoint | undefined {
  const named = valueOf(env, FILE_VARIABLE);
  const path = named ? expandPath(named) : homePath('.huaweicloud/regions.yaml');
  if (path === undefined) return undefined;
  let text: string | undefined;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new TypeError(`cannot read ${path} (${fileErrorCode(error)})`);
  }
  if (text === undefined && named)
    throw new TypeError(`${FILE_VARIABLE} must name an existing file; ${path} does not exist`);
  const entry = text === undefined ? undefined : readEntries(text, path, service).find(({ id }) => id === region);
  if (!entry) return undefined;
  const source = `${path} line ${entry.endpoint?.line ?? entry.line}`;
  if (!entry.endpoint) throw new TypeError(`${source}: endpoint of ${region} is required`);
  return { value: entry.endpoint.value, source };
}

/**
 * Returns the configured endpoint of a service in a region; undefined if none is configured. The variable of the region takes precedence over that of the
 * service, and both over the file, which is read synchronously at each call.
 *
 * @throws TypeError that names the file, and the line if the part of the service is malformed.
 */
export function endpointFromSettings(
  service: string,
  region: string | undefined,
  env: Environment = environment(),
): ConfiguredEndpoint | undefined {
  const regionVariable = `HUAWEICLOUD_SDK_REGION_${service}_${region?.toUpperCase().replaceAll('-', '_')}`;
  return (
    (region && fromVariable(regionVariable, env)) ||
    (service === 'IAM' && fromVariable('HUAWEICLOUD_SDK_IAM_ENDPOINT', env)) ||
    (region === undefined ? undefined : fromFile(service, region, env))
  );
}
