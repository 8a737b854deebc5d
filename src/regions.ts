/** Where a service is reached. */
import { endpoints as buildEndpoints } from '../generated/codearts-build/endpoints.js';
import { endpoints as iamEndpoints } from '../generated/iam/endpoints.js';
import { endpoints as stageEndpoints } from '../generated/servicestage/endpoints.js';
import { expandPath, fileProblem, homePath, readTextFile } from './local-file.js';
import { findEndpoint } from './regions-file.js';

/** A service by the name that the vendor's settings use for it. */
export type ServiceName = 'CODEARTSBUILD' | 'SERVICESTAGE' | 'IAM';

type Environment = Readonly<Record<string, string | undefined>>;

const tables: Record<ServiceName, Readonly<Record<string, string>>> = {
  CODEARTSBUILD: buildEndpoints,
  SERVICESTAGE: stageEndpoints,
  IAM: iamEndpoints,
};

/** IAM for the regions that have none of their own, as in the vendor's SDKs. */
const GLOBAL_IAM = 'https://iam.myhuaweicloud.com';

/** The regions that are known for a service. Others can be reached by naming an `endpoint`. */
export const regionsOf = (service: ServiceName): string[] => Object.keys(tables[service]);

/** An address as an error may show it. */
const show = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value).replace(/\/\/[^/@]*@/, '//***@') : `of the type ${typeof value}`;

/** An address without what is signed and sent otherwise than it is written. */
function checkEndpoint(source: string, value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`${source} must be an http or https address, and is ${show(value)}`);
  }
  if (url.username || url.password || url.search || url.hash || /%7b|\{/i.test(url.pathname)) {
    throw new TypeError(`${source} must be an address without user, query, fragment or braces, and is ${show(value)}`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The same for settings that the vendor's SDKs share, in which `https://` may be left out. */
const checkSetting = (source: string, value: string): string =>
  checkEndpoint(source, value.includes('://') ? value : `https://${value}`);

/** The first of several addresses in a variable, or undefined where it is not set. */
function fromVariable(name: string, env: Environment): string | undefined {
  const first = env[name]?.split(',')[0]?.trim();
  return first ? checkSetting(name, first) : undefined;
}

/** The address that the user's regions file names. A file that the environment names has to be there. */
function fromFile(service: ServiceName, region: string, env: Environment): string | undefined {
  const variable = 'HUAWEICLOUD_SDK_REGIONS_FILE';
  const named = env[variable];
  const path = named ? expandPath(named) : homePath('.huaweicloud/regions.yaml');
  if (path === undefined) return undefined;
  let text: string | undefined;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new TypeError(`${path} cannot be read (${fileProblem(error)})`);
  }
  if (text === undefined && named) throw new TypeError(`${variable} names ${path}, which is not there`);
  const found = text === undefined ? undefined : findEndpoint(text, path, service, region);
  return found && checkSetting(`${path} line ${found.line}`, found.value);
}

function fromTable(service: ServiceName, region: string): string {
  const known = tables[service];
  if (Object.hasOwn(known, region)) return known[region]!;
  if (service === 'IAM' && Object.values(tables).some((table) => Object.hasOwn(table, region))) return GLOBAL_IAM;
  throw new TypeError(
    `region ${show(region)} is not known for ${service}; known are ${Object.keys(known).join(', ')}. Any other is reached by its endpoint`,
  );
}

/**
 * The address of a service, without a slash at its end.
 *
 * An `endpoint` goes before the environment (`HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4`, of several addresses the first; for IAM then
 * `HUAWEICLOUD_SDK_IAM_ENDPOINT`), that before the user's `~/.huaweicloud/regions.yaml` (or the file that `HUAWEICLOUD_SDK_REGIONS_FILE` names), and that
 * before the table. The file is read, synchronously and once, only where a region is given and neither of the first two says where it is. The
 * table has the names `cloudbuild-ext.…`; the vendor's international pages list `devcloud.…` for the same service, which an `endpoint` may name.
 *
 * @throws TypeError on an address that is none, on an unknown region (it lists the known ones), on a file that cannot be read (it names the line), and
 * where neither region nor endpoint is given.
 */
export function resolveEndpoint(
  service: ServiceName,
  options: { region?: string | undefined; endpoint?: string | undefined },
  env: Environment,
): string {
  const { region, endpoint } = options;
  if (endpoint !== undefined) return checkEndpoint('endpoint', endpoint);
  if (region !== undefined && typeof region !== 'string') {
    throw new TypeError(`region must be a string such as cn-north-4, and is ${show(region)}`);
  }
  const variable = `HUAWEICLOUD_SDK_REGION_${service}_${region?.toUpperCase().replaceAll('-', '_')}`;
  const override =
    (region !== undefined ? fromVariable(variable, env) : undefined) ??
    (service === 'IAM' ? fromVariable('HUAWEICLOUD_SDK_IAM_ENDPOINT', env) : undefined);
  if (override !== undefined) return override;
  if (region === undefined) throw new TypeError('region or endpoint must be given');
  return fromFile(service, region, env) ?? fromTable(service, region);
}

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Secrets go over https, and over http to this machine only. @throws TypeError that names the host. */
export function requireSafeAddress(what: string, address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new TypeError(`${what} is not sent over plain http to ${hostname}: use https`);
  }
}
