// Made by `npm run generate` from openapi/servicestage. Edit the YAML files there, never this one.

export interface paths {
    "/assembling/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List build jobs
         * @description Returns the names and ids of the build jobs, a page at a time. `showBuildJob` returns the rest.
         */
        get: operations["listBuildJobs"];
        put?: never;
        /**
         * Create a build job
         * @description Creates a build job and returns its id. Nothing is built yet: `runBuildJob` does that.
         */
        post: operations["createBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assembling/v1/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a build job
         * @description Returns what the job builds and where, who created it and which build of it was the last.
         */
        get: operations["showBuildJob"];
        /**
         * Change a build job
         * @description Gives the job a new definition. Send it whole: name and environment are needed also where they stay the same.
         */
        put: operations["updateBuildJob"];
        /**
         * Create a build of a job
         * @description Creates a build of the job, which is named once more in the body. The vendor documents two calls for this; `runBuildJob` is the newer one, needs no body and says more about the build.
         */
        post: operations["createBuild"];
        /**
         * Delete a build job
         * @description Deletes the job. Success is a 204 without a body.
         */
        delete: operations["deleteBuildJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assembling/v1/builds/{build_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a build
         * @description Returns the state of a build, its times, its code and who started it. With `taskname` it returns the findings of one code check of the build instead, under the name of the check; the vendor documents that on a page of its own.
         */
        get: operations["showBuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Stop a build
         * @description Stops a build that is waiting or running, and returns it. No body is documented. The state of a stopped build is `Cancel`.
         */
        patch: operations["cancelBuild"];
        trace?: never;
    };
    "/assembling/v1/builds/{build_id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log of a build
         * @description Returns the log of a build from a position on, and the state of its phases. Start with `from` 0, and go on with the `next` of the last answer until no phase is queuing, building or pushing any more.
         */
        get: operations["showBuildLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assembling/v1/builds/{build_id}/phases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the phases of a build
         * @description Returns the phases that a build goes through, from `Init` to `PostProcess`, each with its state. All phases come at once, also those that have not begun.
         */
        get: operations["listBuildPhases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assembling/v1/jobs/{job_id}/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the builds of a job
         * @description Returns the builds of a job with their outcome and duration, and how many of them are finished and successful. The job's name is needed besides its id. The answer names a page and its length, and no parameter is documented that would choose another page.
         */
        get: operations["listBuilds"];
        put?: never;
        /**
         * Run a build job
         * @description Starts a build of the job and returns its id at once. No body is documented. Follow the build with `listBuildPhases` and `showBuildLog`, and see its outcome with `showBuild`. Older integrations call `createBuild` for the same purpose.
         */
        post: operations["runBuildJob"];
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
        /** @description An error of the service or of the gateway before it. The pages of these operations show no body. `error_code` and `error_msg` are what the gateway and the service's newer APIs send, `errorCode`, `errorMessage` and `detail` what a sister service sends, inside a list. */
        ServiceStageError: {
            /**
             * @description Code of the error. It begins with `SVCSTG.` for the service and with `APIGW.` for the gateway.
             * @example SVCSTG.00100400
             */
            error_code?: string;
            /**
             * @description What went wrong, for people. The wording may change.
             * @example Invalid parameter.
             */
            error_msg?: string;
            /**
             * @description Identifies the request in the gateway's logs.
             * @example 6f1a8c5fbb1d4c6c9f5e9a4a0f6f9f20
             */
            request_id?: string;
            /**
             * @description Code of the error, in the other shape.
             * @example SVCSTG.CPE.5004401
             */
            errorCode?: string;
            /**
             * @description What went wrong, for people, in the other shape.
             * @example Invalid parameter.
             */
            errorMessage?: string;
            /**
             * @description More about the error, in the other shape.
             * @example The job name is empty.
             */
            detail?: string;
        } | {
            /**
             * @description Code of the error.
             * @example SVCSTG.CPE.5004401
             */
            errorCode?: string;
            /**
             * @description What went wrong, for people.
             * @example Invalid parameter.
             */
            errorMessage?: string;
            /**
             * @description More about the error. It may be empty.
             * @example
             */
            detail?: string;
        }[];
        /** @description What a build job builds, and where. */
        BuildJobSpec: {
            /**
             * @description Name of the job: 2 to 64 letters, digits, `-` and `_`, with a letter at its head and a letter or digit at its end. Case makes no difference. For the job of a component it is the component's name.
             * @example shop-backend
             */
            job_name: string;
            /**
             * @description What the job is for, up to 64 characters.
             * @example Builds the backend of the shop
             */
            job_description?: string;
            /** @description The machines and tools that the job builds with. */
            environment_setting: {
                /**
                 * @description Version of Docker, going by the name. The pages call it the version of the Docker image to be built.
                 * @example 18.09
                 */
                docker_version?: string;
                /**
                 * @description Id of the CCE cluster that the job builds on.
                 * @example 8a6a9f5e-3d7c-11ee-9b0a-0255ac100b05
                 */
                cluster_id?: string;
                /**
                 * @description Whether the job builds on a cluster of the vendor in place of one's own.
                 * @example false
                 */
                use_public_cluster?: boolean;
                /**
                 * @description Name of the CCE cluster that the job builds on.
                 * @example cce-build
                 */
                cluster_name?: string;
                /** @description The kind of machine. */
                build_os?: {
                    /**
                     * @description Architecture of the machine, `x86_64` or `aarch64`. CodeArts Build calls the same ones `x86-64` and `arm`.
                     * @example x86_64
                     */
                    arch?: "x86_64" | "aarch64" | (string & {});
                };
            };
            /** @description Where the code comes from. */
            code_repo?: {
                /**
                 * @description Kind of the repository, for example `Gitlab` or `Github`.
                 * @example Github
                 */
                type: "Gitlab" | "Github" | (string & {});
                /**
                 * @description Address of the repository.
                 * @example https://github.com/example/shop-backend.git
                 */
                url: string;
                /**
                 * @description Branch to build.
                 * @example master
                 */
                branch: string;
                /**
                 * @description Organization that the repository belongs to.
                 * @example example
                 */
                namespace: string;
            };
            /**
             * @description Id of the enterprise project that the job belongs to, `0` for the default one.
             * @example 0
             */
            enterprise_project_id?: string;
        };
        /** @description A run of a build job. `cancelBuild` is documented with all of these fields, `showBuild` without those about the archive and the image. */
        JobBuild: {
            /**
             * @description Id of the build.
             * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
             */
            build_id?: string;
            /**
             * @description Id of the job that was run.
             * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
             */
            job_id?: string;
            /**
             * @description Name of the job.
             * @example test
             */
            job_name?: string;
            /**
             * @description Id of the enterprise project that the job belongs to, `0` for the default one.
             * @example 0
             */
            enterprise_project_id?: string;
            /**
             * @description Number of the build within its job. One page calls it a string, its example and another page show a number.
             * @example 2
             */
            index?: number | string;
            /**
             * @description When the build started, as `2025-11-14 09:06:28 +0000 UTC`. The page of `cancelBuild` calls it the time of creation.
             * @example 2025-11-14 09:06:28 +0000 UTC
             */
            started_at?: string;
            /**
             * @description When the build ended, in the same form; empty while it runs.
             * @example 2025-11-14 09:26:09 +0000 UTC
             */
            ended_at?: string;
            /**
             * @description How far the build is, or how it ended.
             * @example Successful
             */
            build_state?: "NotStarted" | "Queuing" | "Building" | "Pushing" | "Successful" | "Failed" | "Timeout" | "Cancel" | "Deleted" | (string & {});
            /**
             * @description Where the repository is hosted. Two pages list different values.
             * @example GitHub
             */
            repo_type?: "GitHub" | "GitLab" | "Gitlab" | "Gitee" | "DevCloud" | "Bitbucket" | (string & {});
            /**
             * @description Address at which the service reaches the repository host.
             * @example https://api.github.com
             */
            repo_endpoint?: string;
            /**
             * @description Address of the repository for a browser.
             * @example https://github.com/example/shop-backend
             */
            repo_web_url?: string;
            /**
             * @description Address of the repository itself.
             * @example https://github.com/example/shop-backend.git
             */
            repo?: string;
            /**
             * @description Branch that was built.
             * @example master
             */
            branch?: string;
            /**
             * @description Id of the commit that was built; empty before the code is fetched.
             * @example 9fceb02d0ae598e95dc970b74767f19372d61af8
             */
            commit_id?: string;
            /**
             * @description Who made that commit.
             * @example developer
             */
            committer?: string;
            /**
             * @description When that commit was made. The format is not documented.
             * @example 2025-11-14 08:58:10 +0000 UTC
             */
            commit_time?: string;
            /**
             * @description Message of that commit.
             * @example Fix the checkout
             */
            commit_comment?: string;
            /**
             * @description Language that is built, for example `java` or `nodejs`.
             * @example java
             */
            language?: string;
            /**
             * @description Address at which the finished package or image is archived.
             * @example swr.cn-north-4.myhuaweicloud.com/example/shop-backend:1.0.0
             */
            swr_repository?: string;
            /**
             * @description Address of the image for a browser.
             * @example https://console.huaweicloud.com/swr/
             */
            swr_repo_page?: string;
            /** @description Details of the archive. Their names are not documented. */
            archive_result?: {
                [key: string]: unknown;
            };
            /**
             * @description Image that the new one is based on.
             * @example openjdk:8-jre
             */
            base_image?: string;
            /**
             * @description Relative path that is mounted.
             * @example seccomp
             */
            seccomp_path?: string;
            /**
             * @description What made the build. One page has `auto` (triggered) and `user` (by hand), the other `user` (created by a user) and `system` (created by the system).
             * @example user
             */
            type?: "user" | "auto" | "system" | (string & {});
            /**
             * @description Who created the build.
             * @example developer
             */
            creator?: string;
            /** @description The repository's address, taken to pieces. The names of the pieces are not known. */
            code_repo_anatomy?: {
                [key: string]: unknown;
            };
            /** @description The machine that the build ran on. The names of its fields are not known. */
            os?: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description The request is malformed, or what it asks for is not possible in the present state. It may also mean that nothing has the id. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceStageError"];
            };
        };
        /** @description The gateway does not accept the token or the signature. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceStageError"];
            };
        };
        /** @description The credentials are valid, and may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceStageError"];
            };
        };
        /** @description There is no such path, the API is not published in this region, or nothing has the id. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceStageError"];
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
                "application/json": components["schemas"]["ServiceStageError"];
            };
        };
        /** @description The service failed. Whether the request was carried out is not known. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceStageError"];
            };
        };
        /** @description The id is well formed, and nothing has it. The pages do not list the status, and the service's table of error codes, as far as it could be read, has no code with it: the one of the example stands there with 404. It is here so that a client treats it as it does with the other services. */
        UnprocessableEntity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceStageError"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
         * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
         */
        JobId: string;
        /**
         * @description Id of the build, as `listBuilds` and `runBuildJob` return it.
         * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
         */
        BuildId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ServiceStageError = components['schemas']['ServiceStageError'];
export type BuildJobSpec = components['schemas']['BuildJobSpec'];
export type JobBuild = components['schemas']['JobBuild'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ResponseUnprocessableEntity = components['responses']['UnprocessableEntity'];
export type ParameterJobId = components['parameters']['JobId'];
export type ParameterBuildId = components['parameters']['BuildId'];
export type $defs = Record<string, never>;
export interface operations {
    listBuildJobs: {
        parameters: {
            query: {
                /**
                 * @description Number of the page to return. The first page is 1 in the vendor's examples.
                 * @example 1
                 */
                page: number;
                /**
                 * @description How many jobs a page holds. No limit is documented.
                 * @example 6
                 */
                per_page: number;
                /**
                 * @description Name of a job, which is also the name of the component that it builds. Only the jobs with this name are returned.
                 * @example test1
                 */
                job_name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The jobs of this page. */
                        list?: {
                            /**
                             * @description Id of the job.
                             * @example swpfk3wtzdjnlyely4rf40k52zyuq5s4lha9ch8f
                             */
                            job_id?: string;
                            /**
                             * @description Name of the job, which is also the name of the component that it builds.
                             * @example test1
                             */
                            job_name?: string;
                        }[];
                        /**
                         * @description How many jobs there are on all pages.
                         * @example 12
                         */
                        total?: number;
                        /**
                         * @description Number of this page, from 1.
                         * @example 1
                         */
                        page?: number;
                        /**
                         * @description How many jobs a page holds.
                         * @example 6
                         */
                        per_page?: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildJobSpec"];
            };
        };
        responses: {
            /** @description The job is created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the new job.
                         * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                         */
                        job_id?: string;
                        /**
                         * @description Name of the job.
                         * @example shop-backend
                         */
                        job_name?: string;
                        /**
                         * @description What the job is for.
                         * @example Builds the backend of the shop
                         */
                        job_description?: string;
                        /**
                         * @description Name of the CCE cluster that the job builds on.
                         * @example cce-build
                         */
                        cluster_name?: string;
                        /**
                         * @description Id of the CCE cluster that the job builds on.
                         * @example 8a6a9f5e-3d7c-11ee-9b0a-0255ac100b05
                         */
                        cluster_id?: string;
                        /**
                         * @description When the job was created. The format is not documented; other times of this API look like the example.
                         * @example 2025-11-14 09:06:28 +0000 UTC
                         */
                        created_at?: string;
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
    showBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
                 * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the job.
                         * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                         */
                        job_id?: string;
                        /**
                         * @description Id of the enterprise project that the job belongs to, `0` for the default one.
                         * @example 0
                         */
                        enterprise_project_id?: string;
                        /** @description Who created the job. The names of its fields are not documented. */
                        creator?: {
                            [key: string]: unknown;
                        };
                        spec?: components["schemas"]["BuildJobSpec"];
                        /**
                         * @description Id of the last build of the job, the `build_id` of other operations.
                         * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
                         */
                        last_build_id?: string;
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
    updateBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
                 * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildJobSpec"];
            };
        };
        responses: {
            /** @description The job is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
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
    createBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
                 * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Name of the job, as `listBuildJobs` returns it in `job_name`.
                     * @example test
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description The build is created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the new build.
                         * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
                         */
                        build_id?: string;
                        /**
                         * @description Id of the job.
                         * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                         */
                        job_id?: string;
                        /**
                         * @description Name of the job.
                         * @example test
                         */
                        job_name?: string;
                        /**
                         * @description Number of the build within its job.
                         * @example 2
                         */
                        index?: number;
                        /**
                         * @description When the build started, as `2025-11-14 09:06:28 +0000 UTC`; it may be empty.
                         * @example 2025-11-14 09:06:28 +0000 UTC
                         */
                        started_at?: string;
                        /**
                         * @description When the build ended, in the same form; empty while it runs.
                         * @example
                         */
                        ended_at?: string;
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
    deleteBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
                 * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job is deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    showBuild: {
        parameters: {
            query?: {
                /**
                 * @description Code check whose findings are wanted in place of the build's details.
                 * @example checkstyle
                 */
                taskname?: "findbugs" | "pmd" | "checkstyle";
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build, as `listBuilds` and `runBuildJob` return it.
                 * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
                 */
                build_id: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build, or the findings of one of its checks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobBuild"] & {
                        /** @description Findings of Checkstyle. The names of its fields are not documented. */
                        checkstyle?: {
                            [key: string]: unknown;
                        };
                        /** @description Findings of PMD. The names of its fields are not documented. */
                        pmd?: {
                            [key: string]: unknown;
                        };
                        /** @description Findings of FindBugs. The names of its fields are not documented. */
                        findbugs?: {
                            [key: string]: unknown;
                        };
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
    cancelBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build, as `listBuilds` and `runBuildJob` return it.
                 * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
                 */
                build_id: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build is stopped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobBuild"];
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
    showBuildLog: {
        parameters: {
            query: {
                /**
                 * @description Position in the log to start at, 0 for its beginning, then the `next` of the last answer.
                 * @example 0
                 */
                from: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build, as `listBuilds` and `runBuildJob` return it.
                 * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
                 */
                build_id: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A piece of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The log from `from` to `next`.
                         * @example Starting...
                         */
                        buildlog?: string;
                        /**
                         * @description Position at which this piece ends.
                         * @example 25524
                         */
                        next?: number;
                        /**
                         * @description States of the phases with commas between, in the order of `phases`: NotStarted, Queuing, Building, Pushing, Successful, Failed, Timeout, Cancel or Deleted.
                         * @example Successful,Successful,Successful,Successful,Successful,Successful
                         */
                        phase_states?: string;
                        /**
                         * @description Names of the phases with commas between, in the order in which they run.
                         * @example Init,Download,PreProcess,Build,Artifact,PostProcess
                         */
                        phases?: string;
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
    listBuildPhases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build, as `listBuilds` and `runBuildJob` return it.
                 * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
                 */
                build_id: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phases, in the order in which they run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The phases. */
                        list?: {
                            /**
                             * @description Id of the phase, a number, perhaps written as a string.
                             * @example 1627984
                             */
                            id?: number | string;
                            /**
                             * @description Name of the phase.
                             * @example Init
                             */
                            name?: "Init" | "Download" | "PreProcess" | "Build" | "Artifact" | "PostProcess" | (string & {});
                            /**
                             * @description How far the phase is, or how it ended. `Pushing` means that the package is being uploaded.
                             * @example Successful
                             */
                            state?: "NotStarted" | "Queuing" | "Building" | "Pushing" | "Successful" | "Failed" | "Timeout" | "Cancel" | "Deleted" | (string & {});
                        }[];
                        /**
                         * @description How many phases there are.
                         * @example 6
                         */
                        total?: number;
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
    listBuilds: {
        parameters: {
            query: {
                /**
                 * @description Name of the job, as `listBuildJobs` returns it in `job_name`.
                 * @example test
                 */
                name: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
                 * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The builds. */
                        list?: {
                            /**
                             * @description Id of the build.
                             * @example 0f7fqckzmjcfi0f7yxhx91l2rwrfyzd2poac90b5
                             */
                            build_id?: string;
                            /**
                             * @description How the build ended.
                             * @example Successful
                             */
                            build_state?: "Cancel" | "Failed" | "Successful" | "Timeout" | (string & {});
                            /**
                             * @description How long the build took, in seconds.
                             * @example 1181
                             */
                            duration?: number;
                        }[];
                        /**
                         * @description How many builds there are. The page says phases, which is a slip.
                         * @example 1
                         */
                        total?: number;
                        /**
                         * @description Number of this page, from 1.
                         * @example 1
                         */
                        page?: number;
                        /**
                         * @description How many builds a page holds.
                         * @example 20
                         */
                        per_page?: number;
                        /**
                         * @description How many builds are finished.
                         * @example 1
                         */
                        finished?: number;
                        /**
                         * @description How many builds were successful.
                         * @example 1
                         */
                        successful?: number;
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
    runBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build job, as `listBuildJobs` and `createBuildJob` return it.
                 * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build is started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the new build.
                         * @example j25yx7qm6apcxin59e3mj7u5byymtjjwsep6r5x2
                         */
                        build_id?: string;
                        /**
                         * @description Id of the job.
                         * @example ctilzkwzcs2u22xjr6zh9iroixz2cikbjcd3103l
                         */
                        job_id?: string;
                        /**
                         * @description Name of the job.
                         * @example scscscs
                         */
                        job_name?: string;
                        /**
                         * @description Number of the build within its job.
                         * @example 2
                         */
                        index?: number;
                        /**
                         * @description When the build started, as `2025-11-14 09:06:28 +0000 UTC`.
                         * @example 2025-11-14 09:06:28 +0000 UTC
                         */
                        started_at?: string;
                        /**
                         * @description When the build ended, in the same form; empty while it runs.
                         * @example
                         */
                        ended_at?: string;
                        /**
                         * @description How long the build has taken. The unit is not given here; `listBuilds` has seconds.
                         * @example 0
                         */
                        duration?: number;
                        /**
                         * @description How far the build is.
                         * @example Building
                         */
                        state?: "NotStarted" | "Queuing" | "Building" | "Pushing" | "Successful" | "Failed" | "Timeout" | "Cancel" | "Deleted" | (string & {});
                        /**
                         * @description How much of the build is done, from 0. The unit is not documented.
                         * @example 0
                         */
                        progress?: number;
                        /**
                         * @description Id of the commit that is built; empty before the code is fetched.
                         * @example
                         */
                        commit_id?: string;
                        /**
                         * @description Who made that commit; empty before the code is fetched.
                         * @example
                         */
                        committer?: string;
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
