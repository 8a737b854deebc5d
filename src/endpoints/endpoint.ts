/** The endpoint of a service. */
import { servers as buildServers } from '../../generated/codearts-build/servers.js';
import { servers as iamServers } from '../../generated/iam/servers.js';
import { servers as stageServers } from '../../generated/servicestage/servers.js';
import { endpointFromSettings, type Environment } from './sdk-settings.js';

/** A URL of a service, with `{region}` instead of the region. */
export interface Server {
  readonly url: string;
  readonly regions: readonly string[];
}

/** The endpoints of a service. */
export interface ServiceEndpoints {
  /** Name of the service in the settings of the Huawei Cloud SDKs. */
  readonly name: string;
  readonly servers: readonly Server[];
  /** Returns the endpoint for a region that has none of its own; undefined if the region is unknown. */
  readonly fallback?: (region: string) => string | undefined;
}

export const codeArtsBuild: ServiceEndpoints = { name: 'CODEARTSBUILD', servers: buildServers };

export const serviceStage: ServiceEndpoints = { name: 'SERVICESTAGE', servers: stageServers };

export const iam: ServiceEndpoints = {
  name: 'IAM',
  servers: iamServers,
  // As in the Huawei Cloud SDKs.
  fallback: (region) =>
    [...buildServers, ...stageServers].some(({ regions }) => regions.includes(region))
      ? 'https://iam.myhuaweicloud.com'
      : undefined,
};

/** Returns the regions whose endpoints are known. For others, set `endpoint`. */
export const knownRegions = ({ servers }: ServiceEndpoints): string[] => servers.flatMap(({ regions }) => regions);

/** A scheme, a host, a port and a path of ordinary characters, each optional: too plain to contain a user name, a password or a token. */
const PLAIN_URL = /^([a-z][a-z\d+.-]*:\/\/)?[\w.-]*(:\d{0,5})?(\/[\w.~{}/-]*)?$/i;

/** Formats an endpoint for an error. One that may contain a password, however malformed, is not shown. */
function describeEndpoint(value: unknown): string {
  if (typeof value !== 'string') return `a value of type ${typeof value}`;
  return PLAIN_URL.test(value) ? JSON.stringify(value) : 'one that is not shown, since it may contain a password';
}

/**
 * Checks an endpoint, and returns it without a slash at the end.
 *
 * @param source The origin of the endpoint: an option, a variable, or a file and a line.
 * @throws TypeError on one with parts that would be signed in another form than they are sent.
 */
export function checkEndpoint(source: string, value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  let requirement = '';
  if (!url || !/^https?:$/.test(url.protocol)) requirement = 'an HTTP or HTTPS URL';
  else if (url.username || url.password || url.search || url.hash || /%7b|\{/i.test(url.pathname)) {
    requirement = 'a URL without user, query, fragment and braces';
  }
  if (!url || requirement) throw new TypeError(`${source} must be ${requirement}; received ${describeEndpoint(value)}`);
  return url.origin + url.pathname.replace(/(?<!\/)\/+$/, '');
}

/** The scheme is optional in settings. URL parsers accept backslashes too. */
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:[\\/]/i;

const describeRegion = (region: string): string =>
  /^[\w.-]{0,40}$/.test(region) ? JSON.stringify(region) : 'of another form than cn-north-4';

function fromTable(service: ServiceEndpoints, region: string): string {
  const own = service.servers.find(({ regions }) => regions.includes(region));
  const url = own?.url.replace('{region}', region) ?? service.fallback?.(region);
  if (url !== undefined) return url;
  throw new TypeError(
    `unknown region ${describeRegion(region)} for ${service.name}. Known regions: ${knownRegions(service).join(', ')}. For any other region, set endpoint`,
  );
}

/**
 * Resolves the endpoint of a service, without a slash at the end.
 *
 * In this order: the option `endpoint`; the environment variables of the Huawei Cloud SDKs (`HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4`, the first of
 * several; for IAM also `HUAWEICLOUD_SDK_IAM_ENDPOINT`); `~/.huaweicloud/regions.yaml`, or the file that `HUAWEICLOUD_SDK_REGIONS_FILE` names; the
 * table of known regions. The file is read synchronously, and only if a region is given and no variable is set. The table has the hosts
 * `cloudbuild-ext.…`; the international documentation lists `devcloud.…` for the same service, which can be set as `endpoint`.
 *
 * @throws TypeError on an invalid URL, an unknown region, a file that cannot be read, and if neither region nor endpoint is given.
 */
export function resolveEndpoint(
  service: ServiceEndpoints,
  { region, endpoint }: { region?: string | undefined; endpoint?: string | undefined },
  env?: Environment,
): string {
  if (endpoint !== undefined) return checkEndpoint('endpoint', endpoint);
  const configured = endpointFromSettings(service.name, region, env);
  if (configured) {
    const { source, value } = configured;
    return checkEndpoint(source, HAS_SCHEME.test(value) || value.includes('@') ? value : `https://${value}`);
  }
  if (region === undefined) throw new TypeError('region or endpoint is required');
  return fromTable(service, region);
}

/** Secrets are sent over HTTPS, and over HTTP to this machine only. @throws TypeError that names the host. */
export function requireHttps(what: string, url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) {
    throw new TypeError(`refusing to send ${what} over HTTP to ${hostname}; use HTTPS`);
  }
}
