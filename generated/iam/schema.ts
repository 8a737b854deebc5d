// Made by `npm run generate` from openapi/iam. Edit the YAML files there, never this one.

export interface paths {
    "/v3/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Obtain a token
         * @description Checks who asks and returns a token that other calls send as `X-Auth-Token`. The token is in the header `X-Subject-Token`; the body only says what it is good for and until when.
         *
         *     There are three ways, told apart by `identity.methods`: the name and password of an IAM user (`password`), the same with a code of a virtual MFA device (`password` and `totp`), and the agency that another account has created for one's own (`assume_role`). The vendor describes them as three operations (this one, `KeystoneCreateUserTokenByPasswordAndMfa` and `KeystoneCreateAgencyToken`). For an agency alone the caller proves itself outside the body, with the header `X-Auth-Token` or an AK/SK signature of a user of one's own account who has the permission Agent Operator.
         *
         *     A token lasts 24 hours, so keep it: the vendor asks not to fetch one for each call. Deleting or disabling the user, and changing its password, access keys or permissions, ends it earlier. A new token does not end older ones. A token made at a region's endpoint is valid in that region only, one made at the global endpoint in all. With AK/SK signatures no token is needed; no official description of this operation takes access keys in its body.
         */
        post: operations["keystoneCreateUserTokenByPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts one may use
         * @description Returns the account of the caller, and thereby its id. No permission is needed to ask. The vendor's own clients use it to find the account id of an access key.
         */
        get: operations["keystoneListAuthDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects one may use
         * @description Returns all IAM projects in which the caller may do something, at once. No permission is needed to ask. `keystoneListProjects` can search by name.
         */
        get: operations["keystoneListAuthProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find IAM projects
         * @description Returns the IAM projects that match all given filters. With a region's id as `name` it finds the project id that goes into `X-Project-Id` for this region. All of them come at once unless `page` and `per_page` are both given. The answer does not say how many there are: a page that is not full is the last one.
         */
        get: operations["keystoneListProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3.0/OS-CREDENTIAL/securitytokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a temporary access key
         * @description Returns an access key with its secret that lasts 15 minutes to 24 hours, and a security token without which the key is not accepted. Requests are signed with key and secret, and carry the security token in the header `X-Security-Token`.
         *
         *     There are two ways, told apart by `identity.methods`. With `token` the key acts for the owner of the token in `X-Auth-Token`: a user, a federated user or an agency. With `assume_role` it acts for the agency of another account, and `X-Auth-Token` is that of a user with the permission Agent Operator. The vendor describes them as two operations (this one and `CreateTemporaryAccessKeyByAgency`).
         */
        post: operations["createTemporaryAccessKeyByToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Who asks. `methods` names the parts that follow: `password` alone, `password` and `totp`, or `assume_role` alone. */
        TokenIdentity: {
            /**
             * @description How the caller proves who it is, and which of the other fields are therefore needed.
             * @example [
             *       "password"
             *     ]
             */
            methods: ("password" | "totp" | "assume_role")[];
            /** @description Name and password of an IAM user, for the method `password`. */
            password?: {
                /** @description The IAM user. A user of a third-party system needs a password that was set at the vendor. */
                user: {
                    /** @description The account that the user belongs to. */
                    domain: {
                        /**
                         * @description Name of the account.
                         * @example IAMDomain
                         */
                        name: string;
                    };
                    /**
                     * @description Name of the IAM user, not of the account.
                     * @example IAMUser
                     */
                    name: string;
                    /**
                     * Format: password
                     * @description Password of the IAM user. After some wrong ones the user is locked for a while.
                     * @example IAMPassword
                     */
                    password: string;
                };
            };
            /** @description A one-time code, for the method `totp`. It is needed where the user has login protection with a virtual MFA device. */
            totp?: {
                /** @description The same IAM user as in `password`, by its id. */
                user: {
                    /**
                     * @description Id of the IAM user.
                     * @example 7116d09f88fa41908676fdd4b039e95b
                     */
                    id: string;
                    /**
                     * @description The code that the MFA device shows at this moment.
                     * @example 123456
                     */
                    passcode: string;
                };
            };
            /** @description An agency of another account, for the method `assume_role`. Give `domain_id` or `domain_name`. */
            assume_role?: {
                /**
                 * @description Name of the agency, as the account that created it calls it.
                 * @example IAMAgency
                 */
                agency_name: string;
                /**
                 * @description Id of the account that created the agency.
                 * @example 1331e5cff2a74d76b03da1225910e31d
                 */
                domain_id?: string;
                /**
                 * @description Name of the account that created the agency.
                 * @example IAMDomainA
                 */
                domain_name?: string;
            };
        };
        /** @description Where the token is valid: give `project` for the services of one region, `domain` for the global ones. With both, `project` counts. CodeArts Build accepts only tokens of a project. */
        TokenScope: {
            /** @description An IAM project. Its id or its name is enough. */
            project?: {
                /**
                 * @description Id of the IAM project. `keystoneListAuthProjects` returns it.
                 * @example aa2d97d7e62c4b7da3ffdfc11551f878
                 */
                id?: string;
                /**
                 * @description Name of the IAM project. The main project of a region is named like the region.
                 * @example cn-north-1
                 */
                name?: string;
            };
            /** @description An account. Its id or its name is enough. */
            domain?: {
                /**
                 * @description Id of the account.
                 * @example d78cbac186b744899480f25bd022f468
                 */
                id?: string;
                /**
                 * @description Name of the account.
                 * @example IAMDomain
                 */
                name?: string;
            };
        };
        /** @description An account, by its id and its name. */
        DomainReference: {
            /**
             * @description Id of the account, 32 hexadecimal digits.
             * @example d78cbac186b744899480f25bd022f468
             */
            id: string;
            /**
             * @description Name of the account.
             * @example IAMDomain
             */
            name: string;
        };
        /** @description An IAM user, or, in a token of an agency, the agency in a user's place. */
        TokenUser: {
            domain: components["schemas"]["DomainReference"];
            /**
             * @description Id of the user, or of the agency.
             * @example 7116d09f88fa41908676fdd4b039e95b
             */
            id: string;
            /**
             * @description Name of the user. For an agency it is the account's name and the agency's with a slash between.
             * @example IAMUser
             */
            name: string;
            /**
             * @description When the password expires, in UTC (RFC 3339); empty where it never does. An agency has none.
             * @example 2020-03-10T03:16:46.000000Z
             */
            password_expires_at?: string;
        };
        /** @description What a token is good for. The token itself is in the header `X-Subject-Token`. */
        Token: {
            /** @description Services and their endpoints. Empty with `nocatalog`. */
            catalog?: {
                /** @description Where the service can be reached. */
                endpoints: {
                    /**
                     * @description Id of the endpoint.
                     * @example 089d4a381d574308a703122d3ae738e9
                     */
                    id: string;
                    /**
                     * @description Who can see the endpoint. `public` is everybody.
                     * @example public
                     */
                    interface: "public" | (string & {});
                    /**
                     * @description The region, `*` for all of them.
                     * @example *
                     */
                    region: string;
                    /**
                     * @description Id of the region, `*` for all of them.
                     * @example *
                     */
                    region_id: string;
                    /**
                     * @description Address of the service. It may contain the id of the project.
                     * @example https://iam.myhuaweicloud.com/v3
                     */
                    url: string;
                }[];
                /**
                 * @description Id of the service.
                 * @example 1331e5cff2a74d76b03da1225910e31d
                 */
                id: string;
                /**
                 * @description Name of the service.
                 * @example iam
                 */
                name: string;
                /**
                 * @description Kind of the service, mostly the same as its name.
                 * @example identity
                 */
                type: string;
            }[];
            /** @description The account that the token is valid for. Only in tokens whose scope is an account. */
            domain?: components["schemas"]["DomainReference"];
            /** @description The project that the token is valid for. Only in tokens whose scope is a project. */
            project?: {
                domain: components["schemas"]["DomainReference"];
                /**
                 * @description Id of the IAM project.
                 * @example aa2d97d7e62c4b7da3ffdfc11551f878
                 */
                id: string;
                /**
                 * @description Name of the IAM project.
                 * @example cn-north-1
                 */
                name: string;
            };
            /**
             * Format: date-time
             * @description When the token expires, in UTC (RFC 3339 with microseconds). It is 24 hours after `issued_at`.
             * @example 2020-01-04T09:08:49.965000Z
             */
            expires_at: string;
            /**
             * Format: date-time
             * @description When the token was issued, in UTC (RFC 3339 with microseconds).
             * @example 2020-01-03T09:08:49.965000Z
             */
            issued_at: string;
            /**
             * @description How the token was obtained, as in the request.
             * @example [
             *       "password"
             *     ]
             */
            methods: ("password" | "totp" | "assume_role" | (string & {}))[];
            /** @description What the token allows. */
            roles: {
                /**
                 * @description Shown as `0`. It is not the real id.
                 * @example 0
                 */
                id: string;
                /**
                 * @description Name of the permission.
                 * @example te_admin
                 */
                name: string;
            }[];
            user: components["schemas"]["TokenUser"];
            /** @description Who uses the agency. Only in tokens of an agency. */
            assumed_by?: {
                user: components["schemas"]["TokenUser"];
            };
        };
        /** @description An error. IAM itself answers with `error`, the gateway before it with `error_code` and `error_msg`. */
        IamError: {
            /** @description What went wrong, in an answer of IAM. */
            error?: {
                /**
                 * @description The HTTP status once more.
                 * @example 401
                 */
                code?: number;
                /**
                 * @description What went wrong, for people. The wording may change.
                 * @example The username or password is wrong.
                 */
                message?: string;
                /**
                 * @description Name of the HTTP status. Some answers lack it.
                 * @example Unauthorized
                 */
                title?: string;
            };
            /**
             * @description Code of the error, in an answer of the gateway.
             * @example APIGW.0301
             */
            error_code?: string;
            /**
             * @description What went wrong, for people, in an answer of the gateway.
             * @example Incorrect IAM authentication information
             */
            error_msg?: string;
            /**
             * @description Identifies the request in the gateway's logs.
             * @example 6f1a8c5fbb1d4c6c9f5e9a4a0f6f9f20
             */
            request_id?: string;
        };
        /** @description Where a thing can be read again. */
        ResourceLink: {
            /**
             * @description Address of the thing itself.
             * @example https://iam.myhuaweicloud.com/v3/auth/projects
             */
            self: string;
        };
        /** @description An account. */
        IamDomain: {
            /**
             * @description Id of the account. It goes into `X-Domain-Id`.
             * @example d78cbac186b744899480f25bd022f468
             */
            id: string;
            /**
             * @description Name of the account.
             * @example IAMDomain
             */
            name: string;
            /**
             * @description Whether the account can be used.
             * @example true
             */
            enabled: boolean;
            /**
             * @description What the account is for, in its owner's words. Often empty.
             * @example IAMDescription
             */
            description: string;
            links: components["schemas"]["ResourceLink"];
        };
        /** @description An IAM project. Each list adds `links`, in a shape of its own. */
        IamProject: {
            /**
             * @description Id of the IAM project. It goes into `X-Project-Id` and into the scope of a token.
             * @example 06f1cbbaf280106b2f14c00313a9d065
             */
            id: string;
            /**
             * @description Name of the IAM project. The main project of a region is named like the region.
             * @example af-south-1
             */
            name: string;
            /**
             * @description Id of the account.
             * @example d78cbac186b744899480f25bd022f468
             */
            domain_id: string;
            /**
             * @description Id of the account for the main project of a region, id of that project for those below it.
             * @example d78cbac186b744899480f25bd022f468
             */
            parent_id: string;
            /**
             * @description Always `false`.
             * @example false
             */
            is_domain: boolean;
            /**
             * @description Whether the project can be used.
             * @example true
             */
            enabled: boolean;
            /**
             * @description What the project is for, in its owner's words. Often empty.
             * @example IAMDescription
             */
            description: string;
        };
        /** @description Addresses of a thing and of its neighbours. */
        PageLink: {
            /**
             * @description Address of the thing itself.
             * @example https://iam.myhuaweicloud.com/v3/projects
             */
            self: string;
            /**
             * @description Address of the one before; `null` where there is none.
             * @example null
             */
            previous: string | null;
            /**
             * @description Address of the one after; `null` where there is none.
             * @example null
             */
            next: string | null;
        };
        /** @description Restricts what the temporary key may do. The key may do what both the token and this policy allow. So far only the object storage service (OBS) heeds it. */
        AccessPolicy: {
            /**
             * @description Version of the policy language. `1.1` is the one for policies, `1.0` that of the predefined roles.
             * @default 1.1
             * @example 1.1
             */
            Version: string;
            /** @description The rules, eight at most. A rule that denies outweighs one that allows. */
            Statement: {
                /**
                 * @description What the rule is about, each as `service:type:operation`, where `*` stands for anything. The service is in lower case.
                 * @example [
                 *       "obs:object:*"
                 *     ]
                 */
                Action: string[];
                /**
                 * @description Whether the rule allows or denies.
                 * @example Allow
                 * @enum {string}
                 */
                Effect: "Allow" | "Deny";
                /**
                 * @description What the rule holds for, each as `service:region:account:type:path`, where `*` stands for anything.
                 * @example [
                 *       "obs:*:*:object:*"
                 *     ]
                 */
                Resource?: string[];
                /**
                 * @description When the rule holds. The keys are operators such as `StringEquals`.
                 * @example {
                 *       "StringEquals": {
                 *         "obs:prefix": [
                 *           "public"
                 *         ]
                 *       }
                 *     }
                 */
                Condition?: {
                    [key: string]: {
                        [key: string]: string[];
                    };
                };
            }[];
        };
        /** @description An access key that expires, with the token that must accompany it. */
        TemporaryAccessKey: {
            /**
             * @description The access key (AK).
             * @example EXAMPLEACCESSKEY0000
             */
            access: string;
            /**
             * @description The secret (SK) that belongs to the access key.
             * @example EXAMPLEsecretEXAMPLEsecretEXAMPLEsecret0
             */
            secret: string;
            /**
             * @description Goes into the header `X-Security-Token` of each request that is signed with the key. Without it the key is not accepted.
             * @example gQpjbi1ub3J0aC00EXAMPLE
             */
            securitytoken: string;
            /**
             * Format: date-time
             * @description When key and token expire, in UTC (RFC 3339 with microseconds).
             * @example 2020-01-08T03:50:07.574000Z
             */
            expires_at: string;
        };
    };
    responses: {
        /** @description The request is malformed. Nothing was changed. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The password is wrong, the token is invalid or has expired, or the signature does not match. Wrong passwords lock the user for a while. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The credentials are valid, and may not do this. For an agency, the user may lack the permission Agent Operator. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description There is no such path, or nothing has the id or name that the request gives. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The request is well formed, and nothing fits the id in it. The pages of these operations do not list the status; it is here so that a client treats it as it does with the other services. */
        UnprocessableEntity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The limit of requests is exhausted. Wait, then send the request again. */
        TooManyRequests: {
            headers: {
                /**
                 * @description After how many seconds to try again, or at what time (an HTTP date).
                 * @example 3
                 */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The service failed. Whether the request was carried out is not known. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The service is unavailable for the moment. Send the request again later. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The path exists, and does not take this method. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The body of the request is too large. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type TokenIdentity = components['schemas']['TokenIdentity'];
export type TokenScope = components['schemas']['TokenScope'];
export type DomainReference = components['schemas']['DomainReference'];
export type TokenUser = components['schemas']['TokenUser'];
export type Token = components['schemas']['Token'];
export type IamError = components['schemas']['IamError'];
export type ResourceLink = components['schemas']['ResourceLink'];
export type IamDomain = components['schemas']['IamDomain'];
export type IamProject = components['schemas']['IamProject'];
export type PageLink = components['schemas']['PageLink'];
export type AccessPolicy = components['schemas']['AccessPolicy'];
export type TemporaryAccessKey = components['schemas']['TemporaryAccessKey'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseUnprocessableEntity = components['responses']['UnprocessableEntity'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ResponseServiceUnavailable = components['responses']['ServiceUnavailable'];
export type ResponseMethodNotAllowed = components['responses']['MethodNotAllowed'];
export type ResponsePayloadTooLarge = components['responses']['PayloadTooLarge'];
export type $defs = Record<string, never>;
export interface operations {
    keystoneCreateUserTokenByPassword: {
        parameters: {
            query?: {
                /**
                 * @description Any text that is not empty leaves the long list of services out of the answer.
                 * @example true
                 */
                nocatalog?: string;
            };
            header?: {
                /**
                 * @description Only with `assume_role`, and needed there where the request is not signed: the token of a user of the account that the agency is for. The user has the permission Agent Operator.
                 * @example MIIDkgYJKoZIhvcNAQcCoIIDgzCCA38CAQExDTALBglghkgBZQMEAgEwgXEXAMPLE
                 */
                "X-Auth-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who asks, and for what. */
                    auth: {
                        identity: components["schemas"]["TokenIdentity"];
                        scope: components["schemas"]["TokenScope"];
                    };
                };
            };
        };
        responses: {
            /** @description The token is made. */
            201: {
                headers: {
                    /**
                     * @description The token, a long text.
                     * @example MIIDkgYJKoZIhvcNAQcCoIIDgzCCA38CAQExDTALBglghkgBZQMEAgEwgXEXAMPLE
                     */
                    "X-Subject-Token"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: components["schemas"]["Token"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    keystoneListAuthDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The accounts that the caller may use. */
                        domains: components["schemas"]["IamDomain"][];
                        links: components["schemas"]["ResourceLink"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    keystoneListAuthProjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: components["schemas"]["ResourceLink"];
                        /** @description The projects that the caller may use. */
                        projects: (components["schemas"]["IamProject"] & {
                            links: components["schemas"]["ResourceLink"];
                        })[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    keystoneListProjects: {
        parameters: {
            query?: {
                /**
                 * @description Id of an account. Only its projects are returned.
                 * @example d78cbac186b744899480f25bd022f468
                 */
                domain_id?: string;
                /**
                 * @description Name of a project, which is the id of a region for the main project there. Only projects with this name are returned.
                 * @example cn-north-4
                 */
                name?: string;
                /**
                 * @description Id of what the project belongs to. The main project of a region belongs to the account, projects of one's own belong to the main one.
                 * @example d78cbac186b744899480f25bd022f468
                 */
                parent_id?: string;
                /**
                 * @description Whether only the projects that can be used, or only the others, are returned.
                 * @example true
                 */
                enabled?: boolean;
                /** @description Leave this out, as the vendor's page asks. */
                is_domain?: boolean;
                /**
                 * @description Number of the page to return. The first page is 1. It needs `per_page` beside it.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description How many projects a page holds, 1 to 5000. It needs `page` beside it.
                 * @example 10
                 */
                per_page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        links: components["schemas"]["PageLink"];
                        /** @description The projects that match. */
                        projects: (components["schemas"]["IamProject"] & {
                            links: components["schemas"]["PageLink"];
                        })[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTemporaryAccessKeyByToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who asks, and for what. */
                    auth: {
                        /** @description For whom the key acts, how long it lasts and what it may do. */
                        identity: {
                            /**
                             * @description Which of the two ways it is, as the only item.
                             * @example [
                             *       "token"
                             *     ]
                             */
                            methods: ("token" | "assume_role")[];
                            /** @description Details for the method `token`. Without it the key lasts 15 minutes. */
                            token?: {
                                /**
                                 * @description The token, where it is not in the header `X-Auth-Token`. It is about to be abolished; prefer the header.
                                 * @example MIIDkgYJKoZIhvcNAQcCoIIDgzCCA38CAQExDTALBglghkgBZQMEAgEwgXEXAMPLE
                                 */
                                id?: string;
                                /**
                                 * Format: int32
                                 * @description How long the key lasts, in seconds, from 15 minutes to 24 hours.
                                 * @default 900
                                 * @example 3600
                                 */
                                duration_seconds?: number;
                            };
                            /** @description The agency, for the method `assume_role`. Give `domain_id` or `domain_name`. */
                            assume_role?: {
                                /**
                                 * @description Name of the agency, as the account that created it calls it.
                                 * @example IAMAgency
                                 */
                                agency_name: string;
                                /**
                                 * @description Id of the account that created the agency.
                                 * @example d78cbac186b744899480f25bd022f468
                                 */
                                domain_id?: string;
                                /**
                                 * @description Name of the account that created the agency.
                                 * @example IAMDomainA
                                 */
                                domain_name?: string;
                                /**
                                 * Format: int32
                                 * @description How long the key lasts, in seconds, from 15 minutes to 24 hours.
                                 * @default 900
                                 * @example 3600
                                 */
                                duration_seconds?: number;
                                /** @description The person for whom the agency is used. It is written into the security token, so that audit logs can show it. */
                                session_user?: {
                                    /**
                                     * @description Name of the person. It starts with a letter; letters, digits, `-` and `_` may follow. Names of 5 to 32 characters suit all sources.
                                     * @example SessionUserName
                                     */
                                    name?: string;
                                };
                            };
                            policy?: components["schemas"]["AccessPolicy"];
                        };
                    };
                };
            };
        };
        responses: {
            /** @description The key is made. Whether it is for a token or for an agency does not show. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        credential: components["schemas"]["TemporaryAccessKey"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableEntity"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
