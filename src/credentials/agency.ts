import { check, someText, type Rule } from '../check.js';

/** An agency: what another account lets this one do in its name. That account is given by its name or by its id. */
export interface Agency {
  /** Name of the agency, as the account that created it calls it. */
  agencyName: string;
  /** Name of the account that created the agency. */
  domainName?: string | undefined;
  /** The same, by id. */
  domainId?: string | undefined;
}

export const agencyRules: Record<keyof Agency, Rule> = {
  agencyName: someText,
  domainName: someText,
  domainId: someText,
};

/** @throws TypeError where the agency's name is missing, or its account is not given exactly once. */
export function checkAgency({ agencyName, domainName, domainId }: Agency): void {
  check('agencyName', agencyName, someText);
  if (!domainName === !domainId) throw new TypeError(`an agency needs domainName or domainId, and not both`);
}

/** An agency in IAM's words. */
export const toAssumeRole = ({
  agencyName,
  domainName,
  domainId,
}: Agency): { agency_name: string; domain_name?: string; domain_id?: string } => ({
  agency_name: agencyName,
  ...(domainName && { domain_name: domainName }),
  ...(domainId && { domain_id: domainId }),
});
