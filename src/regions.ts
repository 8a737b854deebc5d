/** Where a service is reached. */
import { endpointFromSettings } from '#machine';
import { servers as buildServers } from '../generated/codearts-build/servers.js';
import { servers as iamServers } from '../generated/iam/servers.js';
import { servers as stageServers } from '../generated/servicestage/servers.js';
import type { Server } from './contract.js';
import type { Environment } from './platform/environment.js';

/** A service and its addresses. */
export interface Service {
  /** The name that the vendor's settings use for it. */
  readonly name: string;
  readonly servers: readonly Server[];
  /** Its address for a region that has none of its own; undefined where the region is not known at all. */
  readonly shared?: (region: string) => string | undefined;
}

export const codeArtsBuild: Service = { name: 'CODEARTSBUILD', servers: buildServers };

export const serviceStage: Service = { name: 'SERVICESTAGE', servers: stageServers };

export const iam: Service = {
  name: 'IAM',
  servers: iamServers,
  // As in the vendor's SDKs.
  shared: (region) =>
    [...buildServers, ...stageServers].some(({ regions }) => regions.includes(region))
      ? 'https://iam.myhuaweicloud.com'
      : undefined,
};

/** The regions whose addresses are known. Others can be reached by naming an `endpoint`. */
export const regionsOf = ({ servers }: Service): string[] => servers.flatMap(({ regions }) => regions);

/** An address as an error may show it. */
const show = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value).replace(/\/\/[^/@]*@/, '//***@') : `of the type ${typeof value}`;

/** An address without what is signed and sent otherwise than it is written. */
function checkEndpoint(source: string, value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  let wanted = '';
  if (!url || !/^https?:$/.test(url.protocol)) wanted = 'http or https address';
  else if (url.username || url.password || url.search || url.hash || /%7b|\{/i.test(url.pathname)) {
    wanted = 'address without user, query, fragment or braces';
  }
  if (!url || wanted) throw new TypeError(`${source} must be an ${wanted}, and is ${show(value)}`);
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function fromTable(service: Service, region: string): string {
  const own = service.servers.find(({ regions }) => regions.includes(region));
  const url = own?.url.replace('{region}', region) ?? service.shared?.(region);
  if (url !== undefined) return url;
  throw new TypeError(
    `region ${JSON.stringify(region)} is not known for ${service.name}; known are ${regionsOf(service).join(', ')}. Any other is reached by its endpoint`,
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
  env?: Environment,
): string {
  if (endpoint !== undefined) return checkEndpoint('endpoint', endpoint);
  const set = endpointFromSettings(service.name, region, env);
  // There `https://` may be left out.
  if (set) return checkEndpoint(set.source, set.value.includes('://') ? set.value : `https://${set.value}`);
  if (region === undefined) throw new TypeError('region or endpoint must be given');
  return fromTable(service, region);
}

/** Secrets go over https, and over http to this machine only. @throws TypeError that names the host. */
export function requireSafeAddress(what: string, address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) {
    throw new TypeError(`${what} is not sent over plain http to ${hostname}: use https`);
  }
}
