/**
 * What the settings of the vendor's SDKs say of the address of a service: the variables `HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4` and
 * `HUAWEICLOUD_SDK_IAM_ENDPOINT`, and the file in which users of the vendor's SDKs name addresses of their own, `~/.huaweicloud/regions.yaml`:
 *
 * ```yaml
 * CODEARTSBUILD:
 *   - id: cn-north-4
 *     endpoint: https://build.example.com
 *   - id: eu-west-101
 *     endpoints: ['https://a.example.com', 'https://b.example.com']
 * ```
 *
 * This form is read and no other YAML. What stands under the names of other services is passed over.
 */
import { environment, type Environment } from './environment.js';
import { expandPath, fileProblem, homePath, readTextFile } from './local-file.js';

/** An address, and the place that names it: a variable, or a file and a line. */
export interface NamedEndpoint {
  readonly value: string;
  readonly source: string;
}

/** An address, and the line that names it. */
interface Address {
  readonly value: string;
  readonly line: number;
}

interface Entry {
  readonly line: number;
  id?: string;
  endpoint?: Address;
  /** Whether the lines that follow list the addresses. */
  listing?: boolean;
}

const unquote = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

/** The first item of `['a', 'b']`, or undefined where it is no list. */
function firstOfList(text: string): string | undefined {
  const inner = /^\[(.*)\]$/.exec(text)?.[1];
  return inner === undefined ? undefined : unquote(inner.split(',')[0]!.trim());
}

/** Reads `id: cn-north-4` and the like. False where it is no field. */
function readField(entry: Entry, text: string, line: number): boolean {
  const [, name, rest = ''] = /^["']?(\w+)["']?\s*:(?:\s+(.*))?$/.exec(text) ?? [];
  if (name === undefined) return false;
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

/** The entries of one service. @throws TypeError that names file and line where a line is not of the form. */
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
    if (/^[^\s-]/.test(content)) throw notUnderstood(path, line);
    if (!inside) continue;
    const dash = /^\s*-\s+/.exec(content)?.[0] ?? '';
    const item = content.slice(dash.length).trim();
    const last = entries.at(-1);
    if (dash && last?.listing && !/^["']?\w+["']?\s*:(\s|$)/.test(item)) {
      last.endpoint ??= { value: unquote(item), line };
      continue;
    }
    const entry = dash ? { line } : last;
    if (!entry || !readField(entry, item, line)) throw notUnderstood(path, line);
    if (dash) entries.push(entry);
  }
  return entries;
}

const notUnderstood = (path: string, line: number): TypeError =>
  new TypeError(
    `${path} line ${line} is not of the form that is read there: a service, and under it "- id:" and "endpoint:"`,
  );

/** The variable that names the file, where it is not in the user's home. */
const FILE_VARIABLE = 'HUAWEICLOUD_SDK_REGIONS_FILE';

/** The first of several addresses in a variable, or undefined where it is not set. */
function fromVariable(source: string, env: Environment): NamedEndpoint | undefined {
  const value = env[source]?.split(',')[0]?.trim();
  return value ? { value, source } : undefined;
}

/** The first address in the regions file. A file that the environment names has to be there. */
function fromFile(service: string, region: string, env: Environment): NamedEndpoint | undefined {
  const named = env[FILE_VARIABLE];
  const path = named ? expandPath(named) : homePath('.huaweicloud/regions.yaml');
  if (path === undefined) return undefined;
  let text: string | undefined;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new TypeError(`${path} cannot be read (${fileProblem(error)})`);
  }
  if (text === undefined && named) throw new TypeError(`${FILE_VARIABLE} names ${path}, which is not there`);
  const entry = text === undefined ? undefined : readEntries(text, path, service).find(({ id }) => id === region);
  if (!entry) return undefined;
  const source = `${path} line ${entry.endpoint?.line ?? entry.line}`;
  if (!entry.endpoint) throw new TypeError(`${source} names ${region} and no endpoint for it`);
  return { value: entry.endpoint.value, source };
}

/**
 * The address that the settings name for a service in a region, or undefined where they name none. The variable of the region goes before that of the
 * service in all regions, and both before the file, which is read, synchronously, at each call.
 *
 * @throws TypeError that names the file, and the line where the service's part is not of the form above.
 */
export function endpointFromSettings(
  service: string,
  region: string | undefined,
  env: Environment = environment(),
): NamedEndpoint | undefined {
  const ofRegion = `HUAWEICLOUD_SDK_REGION_${service}_${region?.toUpperCase().replaceAll('-', '_')}`;
  return (
    (region && fromVariable(ofRegion, env)) ||
    (service === 'IAM' && fromVariable('HUAWEICLOUD_SDK_IAM_ENDPOINT', env)) ||
    (region === undefined ? undefined : fromFile(service, region, env))
  );
}
