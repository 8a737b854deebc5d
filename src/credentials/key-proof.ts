import type { OutgoingRequest, Proof, ProofOptions } from '../authenticator.js';
import { requireSafeAddress } from '../regions.js';
import { signRequest } from '../sign.js';
import type { Credentials } from './credentials.js';

/** Signs one attempt. */
export async function proveWithKey(
  credentials: Credentials,
  request: OutgoingRequest,
  options: ProofOptions,
): Promise<Proof> {
  const { sk, securityToken, domainId, projectId } = credentials;
  const { method, url, headers, body } = request;
  if (securityToken !== undefined) requireSafeAddress('A security token', url);
  const added: Record<string, string> = {};
  if (projectId !== undefined && !options.withoutProject && !headers.has('x-project-id')) {
    added['X-Project-Id'] = projectId;
  }
  if (domainId !== undefined) added['X-Domain-Id'] = domainId;
  const names = Object.keys(added);
  const all = names.length > 0 ? new Headers(headers) : headers;
  for (const name of names) all.set(name, added[name]!);
  const signed = await signRequest({ method, url, headers: all, body }, credentials, {
    date: options.date,
    unsignedPayload: all.get('content-type')?.startsWith('multipart/'),
  });
  return {
    headers: { ...added, ...signed.headers },
    canonicalRequest: signed.canonicalRequest,
    secrets: [sk, securityToken, signed.signature].filter((secret) => secret !== undefined),
  };
}
