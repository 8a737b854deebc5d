// Made by `npm run generate` from openapi/iam. Edit the YAML files there, never this one.

import type { Call, CallOptions, OperationSpec } from '../../src/operations/contract.js';

import type { operations as Schema } from './schema.js';

/**
 * What `keystoneCreateUserTokenByPassword` takes.
 */
export interface KeystoneCreateUserTokenByPasswordInput {
  /**
   * Only with `assume_role`, and needed there where the request is not signed: the token of a user of the account that the agency is for. The user has the permission Agent Operator.
   *
   * @example "MIIDkgYJKoZIhvcNAQcCoIIDgzCCA38CAQExDTALBglghkgBZQMEAgEwgXEXAMPLE"
   */
  'X-Auth-Token'?: NonNullable<Schema['keystoneCreateUserTokenByPassword']['parameters']['header']>['X-Auth-Token'];
  /**
   * Any text that is not empty leaves the long list of services out of the answer.
   *
   * @example "true"
   */
  nocatalog?: NonNullable<Schema['keystoneCreateUserTokenByPassword']['parameters']['query']>['nocatalog'];
  body: Schema['keystoneCreateUserTokenByPassword']['requestBody']['content']['application/json'];
}

/**
 * What `keystoneCreateUserTokenByPassword` returns. The token is made.
 */
export type KeystoneCreateUserTokenByPasswordOutput =
  Schema['keystoneCreateUserTokenByPassword']['responses'][201]['content']['application/json'];

/**
 * What `keystoneListAuthDomains` takes.
 */
export type KeystoneListAuthDomainsInput = Record<string, never>;

/**
 * What `keystoneListAuthDomains` returns. The accounts.
 */
export type KeystoneListAuthDomainsOutput =
  Schema['keystoneListAuthDomains']['responses'][200]['content']['application/json'];

/**
 * What `keystoneListAuthProjects` takes.
 */
export type KeystoneListAuthProjectsInput = Record<string, never>;

/**
 * What `keystoneListAuthProjects` returns. The projects.
 */
export type KeystoneListAuthProjectsOutput =
  Schema['keystoneListAuthProjects']['responses'][200]['content']['application/json'];

/**
 * What `keystoneListProjects` takes.
 */
export interface KeystoneListProjectsInput {
  /**
   * Id of an account. Only its projects are returned.
   *
   * @example "d78cbac186b744899480f25bd022f468"
   */
  domain_id?: NonNullable<Schema['keystoneListProjects']['parameters']['query']>['domain_id'];
  /**
   * Name of a project, which is the id of a region for the main project there. Only projects with this name are returned.
   *
   * @example "cn-north-4"
   */
  name?: NonNullable<Schema['keystoneListProjects']['parameters']['query']>['name'];
  /**
   * Id of what the project belongs to. The main project of a region belongs to the account, projects of one's own belong to the main one.
   *
   * @example "d78cbac186b744899480f25bd022f468"
   */
  parent_id?: NonNullable<Schema['keystoneListProjects']['parameters']['query']>['parent_id'];
  /**
   * Whether only the projects that can be used, or only the others, are returned.
   *
   * @example true
   */
  enabled?: NonNullable<Schema['keystoneListProjects']['parameters']['query']>['enabled'];
  /**
   * Leave this out, as the vendor's page asks.
   */
  is_domain?: NonNullable<Schema['keystoneListProjects']['parameters']['query']>['is_domain'];
  /**
   * Number of the page to return. The first page is 1. It needs `per_page` beside it.
   *
   * @example 1
   */
  page?: NonNullable<Schema['keystoneListProjects']['parameters']['query']>['page'];
  /**
   * How many projects a page holds, 1 to 5000. It needs `page` beside it.
   *
   * @example 10
   */
  per_page?: NonNullable<Schema['keystoneListProjects']['parameters']['query']>['per_page'];
}

/**
 * What `keystoneListProjects` returns. The projects.
 */
export type KeystoneListProjectsOutput =
  Schema['keystoneListProjects']['responses'][200]['content']['application/json'];

/**
 * What `createTemporaryAccessKeyByToken` takes.
 */
export interface CreateTemporaryAccessKeyByTokenInput {
  body: Schema['createTemporaryAccessKeyByToken']['requestBody']['content']['application/json'];
}

/**
 * What `createTemporaryAccessKeyByToken` returns. The key is made. Whether it is for a token or for an agency does not show.
 */
export type CreateTemporaryAccessKeyByTokenOutput =
  Schema['createTemporaryAccessKeyByToken']['responses'][201]['content']['application/json'];

/**
 * Every operation of Identity and Access Management as a method.
 */
export interface IamOperations {
  /**
   * Obtain a token.
   *
   * Checks who asks and returns a token that other calls send as `X-Auth-Token`. The token is in the header `X-Subject-Token`; the body only says what it is good for and until when.
   *
   * There are three ways, told apart by `identity.methods`: the name and password of an IAM user (`password`), the same with a code of a virtual MFA device (`password` and `totp`), and the agency that another account has created for one's own (`assume_role`). The vendor describes them as three operations (this one, `KeystoneCreateUserTokenByPasswordAndMfa` and `KeystoneCreateAgencyToken`). For an agency alone the caller proves itself outside the body, with the header `X-Auth-Token` or an AK/SK signature of a user of one's own account who has the permission Agent Operator.
   *
   * A token lasts 24 hours, so keep it: the vendor asks not to fetch one for each call. Deleting or disabling the user, and changing its password, access keys or permissions, ends it earlier. A new token does not end older ones. A token made at a region's endpoint is valid in that region only, one made at the global endpoint in all. With AK/SK signatures no token is needed; no official description of this operation takes access keys in its body.
   *
   * `POST /v3/auth/tokens`
   *
   * Evidence: documented. The three operations of API Explorer are one here, and a field is required only where all three require it. Help pages up to 2023 call `scope` optional for passwords and let an empty one mean the whole account; API Explorer requires it. It also requires `X-Auth-Token` for an agency; the vendor's SDK for Node and the Go library of the Terraform provider sign that request and send no token.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
   */
  keystoneCreateUserTokenByPassword(
    input: KeystoneCreateUserTokenByPasswordInput,
    options?: CallOptions,
  ): Call<KeystoneCreateUserTokenByPasswordOutput>;

  /**
   * List the accounts one may use.
   *
   * Returns the account of the caller, and thereby its id. No permission is needed to ask. The vendor's own clients use it to find the account id of an access key.
   *
   * `GET /v3/auth/domains`
   *
   * Evidence: documented. The help page and API Explorer agree.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_07_0001.html
   */
  keystoneListAuthDomains(
    input?: KeystoneListAuthDomainsInput,
    options?: CallOptions,
  ): Call<KeystoneListAuthDomainsOutput>;

  /**
   * List the projects one may use.
   *
   * Returns all IAM projects in which the caller may do something, at once. No permission is needed to ask. `keystoneListProjects` can search by name.
   *
   * `GET /v3/auth/projects`
   *
   * Evidence: documented. The help page and API Explorer agree.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_06_0003.html
   */
  keystoneListAuthProjects(
    input?: KeystoneListAuthProjectsInput,
    options?: CallOptions,
  ): Call<KeystoneListAuthProjectsOutput>;

  /**
   * Find IAM projects.
   *
   * Returns the IAM projects that match all given filters. With a region's id as `name` it finds the project id that goes into `X-Project-Id` for this region. All of them come at once unless `page` and `per_page` are both given. The answer does not say how many there are: a page that is not full is the last one.
   *
   * `GET /v3/projects`
   *
   * Evidence: documented. The help page and API Explorer agree.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_06_0001.html
   */
  keystoneListProjects(input?: KeystoneListProjectsInput, options?: CallOptions): Call<KeystoneListProjectsOutput>;

  /**
   * Create a temporary access key.
   *
   * Returns an access key with its secret that lasts 15 minutes to 24 hours, and a security token without which the key is not accepted. Requests are signed with key and secret, and carry the security token in the header `X-Security-Token`.
   *
   * There are two ways, told apart by `identity.methods`. With `token` the key acts for the owner of the token in `X-Auth-Token`: a user, a federated user or an agency. With `assume_role` it acts for the agency of another account, and `X-Auth-Token` is that of a user with the permission Agent Operator. The vendor describes them as two operations (this one and `CreateTemporaryAccessKeyByAgency`).
   *
   * `POST /v3.0/OS-CREDENTIAL/securitytokens`
   *
   * Evidence: documented. The two operations of API Explorer are one here. For the name in `session_user` a help page says 1 to 32 characters and API Explorer 5 to 64; both are accepted.
   *
   * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_04_0002.html
   */
  createTemporaryAccessKeyByToken(
    input: CreateTemporaryAccessKeyByTokenInput,
    options?: CallOptions,
  ): Call<CreateTemporaryAccessKeyByTokenOutput>;
}

/**
 * Every list of Identity and Access Management: what it takes, a page of it, an item of it.
 */
export interface IamLists {
  /**
   * Find IAM projects.
   */
  keystoneListProjects: {
    input: Omit<KeystoneListProjectsInput, 'page' | 'per_page'>;
    page: KeystoneListProjectsOutput;
    item: NonNullable<KeystoneListProjectsOutput['projects']>[number];
  };
}

/**
 * How each operation of Identity and Access Management is called.
 */
export const operations = {
  keystoneCreateUserTokenByPassword: {
    method: 'POST',
    path: '/v3/auth/tokens',
    query: ['nocatalog'],
    header: ['X-Auth-Token'],
    required: ['body'],
    body: 'json',
    idempotent: true,
    anonymous: true,
  },
  keystoneListAuthDomains: { method: 'GET', path: '/v3/auth/domains' },
  keystoneListAuthProjects: { method: 'GET', path: '/v3/auth/projects' },
  keystoneListProjects: {
    method: 'GET',
    path: '/v3/projects',
    query: ['domain_id', 'name', 'parent_id', 'enabled', 'is_domain', 'page', 'per_page'],
    pagination: { page: 'page', size: 'per_page', first: 1, maxSize: 5000, items: 'projects', id: 'id' },
  },
  createTemporaryAccessKeyByToken: {
    method: 'POST',
    path: '/v3.0/OS-CREDENTIAL/securitytokens',
    required: ['body'],
    body: 'json',
    idempotent: true,
  },
} as const satisfies Record<keyof IamOperations, OperationSpec>;
