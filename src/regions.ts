/** Where a service is reached. */
import { endpointFromFile } from '#regions-file';
import { endpoints as buildEndpoints } from '../generated/codearts-build/endpoints.js';
import { endpoints as iamEndpoints } from '../generated/iam/endpoints.js';
import { endpoints as stageEndpoints } from '../generated/servicestage/endpoints.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A service and its addresses. */
export interface Service {
  /** The name that the vendor's settings use for it. */
  readonly name: string;
  /** Its address in each region that is known. Others can be reached by naming an `endpoint`. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The variable that names its address in all regions. */
  readonly variable?: string;
  /** Its address for regions that have none of their own, as far as those are known. */
  readonly shared?: (region: string) => string | undefined;
}

export const codeArtsBuild: Service = { name: 'CODEARTSBUILD', endpoints: buildEndpoints };

export const serviceStage: Service = { name: 'SERVICESTAGE', endpoints: stageEndpoints };

export const iam: Service = {
  name: 'IAM',
  endpoints: iamEndpoints,
  variable: 'HUAWEICLOUD_SDK_IAM_ENDPOINT',
  // As in the vendor's SDKs.
  shared: (region) =>
    Object.hasOwn(buildEndpoints, region) || Object.hasOwn(stageEndpoints, region)
      ? 'https://iam.myhuaweicloud.com'
      : undefined,
};

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

function fromTable({ name, endpoints, shared }: Service, region: string): string {
  const known = Object.hasOwn(endpoints, region) ? endpoints[region] : shared?.(region);
  if (known !== undefined) return known;
  throw new TypeError(
    `region ${show(region)} is not known for ${name}; known are ${Object.keys(endpoints).join(', ')}. Any other is reached by its endpoint`,
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
  service: Service,
  { region, endpoint }: { region?: string | undefined; endpoint?: string | undefined },
  env: Environment,
): string {
  if (endpoint !== undefined) return checkEndpoint('endpoint', endpoint);
  if (region !== undefined && typeof region !== 'string') {
    throw new TypeError(`region must be a string such as cn-north-4, and is ${show(region)}`);
  }
  const { name, variable } = service;
  const override =
    (region && fromVariable(`HUAWEICLOUD_SDK_REGION_${name}_${region.toUpperCase().replaceAll('-', '_')}`, env)) ||
    (variable && fromVariable(variable, env));
  if (override) return override;
  if (region === undefined) throw new TypeError('region or endpoint must be given');
  const found = endpointFromFile(name, region, env);
  return found ? checkSetting(found.source, found.value) : fromTable(service, region);
}

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** Secrets go over https, and over http to this machine only. @throws TypeError that names the host. */
export function requireSafeAddress(what: string, address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !isLoopback(hostname)) {
    throw new TypeError(`${what} is not sent over plain http to ${hostname}: use https`);
  }
}
