/** Where a service is reached. */
import { endpoints as buildEndpoints } from '../generated/codearts-build/endpoints.js';
import { endpoints as iamEndpoints } from '../generated/iam/endpoints.js';
import { endpoints as stageEndpoints } from '../generated/servicestage/endpoints.js';

/** A service by the name that the vendor's settings use for it. */
export type ServiceName = 'CODEARTSBUILD' | 'SERVICESTAGE' | 'IAM';

const tables: Record<ServiceName, Readonly<Record<string, string>>> = {
  CODEARTSBUILD: buildEndpoints,
  SERVICESTAGE: stageEndpoints,
  IAM: iamEndpoints,
};

/** The regions that are known for a service. Others can be reached by naming an `endpoint`. */
export const regionsOf = (service: ServiceName): string[] => Object.keys(tables[service]);

/** An address without what is signed and sent otherwise than it is written. */
function checkEndpoint(option: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(`${option} must be an http or https address, and is ${JSON.stringify(value)}`);
  }
  if (url.username || url.password || url.search || url.hash || url.pathname.includes('{')) {
    throw new TypeError(`${option} must be an address without user, query, fragment or braces`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/**
 * The address of a service, without a slash at its end.
 *
 * An `endpoint` goes before the environment (`HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4`, of several addresses the first), and
 * that before the table.
 *
 * @throws TypeError on an address that is none, on an unknown region (it lists the known ones), and where neither is given.
 */
export function resolveEndpoint(
  service: ServiceName,
  options: { region?: string | undefined; endpoint?: string | undefined },
  env: Record<string, string | undefined>,
): string {
  const { region, endpoint } = options;
  if (endpoint !== undefined) return checkEndpoint('endpoint', endpoint);
  if (region === undefined) throw new TypeError('region or endpoint must be given');
  const variable = `HUAWEICLOUD_SDK_REGION_${service}_${region.toUpperCase().replaceAll('-', '_')}`;
  const override = env[variable]?.split(',')[0]?.trim();
  if (override) return checkEndpoint(variable, override);
  const known = tables[service];
  const found = Object.hasOwn(known, region) ? known[region] : undefined;
  if (found === undefined) {
    throw new TypeError(
      `region ${JSON.stringify(region)} is not known; known are ${Object.keys(known).join(', ')}. Any other is reached by its endpoint`,
    );
  }
  return found;
}
