// Made by `npm run generate` from openapi/codearts-build. Edit the YAML files there, never this one.

export interface paths {
    "/v1/job/batch-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete several build tasks
         * @description Moves build tasks into the recycle bins of their projects. It is a DELETE with a body. The answer names one task only, however many there were in the request.
         */
        delete: operations["batchDeleteBuildJobs"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/check/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether the task limit is reached
         * @description Tells whether the tenant has as many build tasks as its package allows. The vendor documents the type of the answer, not its sense: to judge by the name, `true` means that the limit is reached and no task can be created.
         */
        get: operations["checkJobCountIsTopLimit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/check/exist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether a task name is taken
         * @description Tells whether the project already has a build task with this name. Names are unique within a project, so call it before `createNewJob` or `copyJob`; between the check and the creation somebody else may take the name.
         */
        get: operations["checkJobNameIsExists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a build task
         * @description Creates a build task on the model of another one and returns its id. The configuration does not come along by itself: architecture and steps have to be in the request, as `showJobConfig` returns them. `showCopyName` proposes a name.
         */
        post: operations["copyJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a build task
         * @description Creates a build task and returns its id. Nothing is built yet: `executeJob` does that, unless a timer or a push starts it. A name may occur once in a project; `checkJobNameIsExists` tells whether it is free.
         *
         *     What belongs into a step's `properties` is not documented. The easiest way is to put a task together in the console and to read it with `showJobConfig`.
         */
        post: operations["createNewJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all build tasks of the user
         * @description Returns the tasks of all projects that the caller may see, a page at a time, each with its last build. It says more of each task than `listProjectJobs`: branch, commit, number of the last build and project.
         */
        get: operations["listJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the configuration of a build task
         * @description Changes a build task. The request carries the whole configuration, and what it leaves out is lost: read the task with `showJobConfig`, change what is to change, and send everything.
         */
        post: operations["updateNewJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/check/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whether a task is disabled
         * @description Returns who disabled a build task, when and why. For a task that is not disabled, `result` may be `null`, as in the vendor's example.
         */
        get: operations["showDisable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the configuration of a build task
         * @description Returns what a build task is made from: code, steps, parameters, machine, timers. The answer has the form of the body of `createNewJob`, so that a task can be kept in a file and created again. The state of the task is in `showJobInfo`.
         *
         *     Each parameter is a list of pairs of key and value; see `ParameterDefinition`.
         */
        get: operations["showJobConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/copy-name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Propose a name for a copy
         * @description Returns a name that a copy of the task may have: in the vendor's example the name of the task with `-copy-` and a number. Nothing is copied. Pass the name to `copyJob`.
         */
        get: operations["showCopyName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a build task
         * @description Moves a build task into the recycle bin of its project, from which it can be restored for some days.
         */
        delete: operations["deleteTheJob"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two states of a configuration
         * @description Returns how the configuration of a build task differs between two of its changes, as text. `listUpdateJobHistory` returns the numbers of the changes as `update_number`. The format of the text is not documented.
         */
        get: operations["showJobConfigDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable or enable a build task
         * @description Disables a build task, so that nobody can run it until it is enabled again, or enables it: `disabled` says which. `showDisable` tells who disabled a task and why.
         */
        post: operations["disableTheJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a task as a favourite
         * @description Puts a build task among the caller's favourites. It shows in the lists as `favorite`. `removerFavouriteTask` takes it out again.
         */
        post: operations["addFavouriteTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the changes of a build task
         * @description Returns who changed the configuration of a build task and when, a page at a time. What was changed shows `showJobConfigDiff` with two `update_number`.
         */
        get: operations["listUpdateJobHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a build task and its last build
         * @description Returns what a task's page shows at its head: name, state, outcome and time of the last build, and what the caller may do with the task. The configuration is in `showJobConfig`, the last build in detail in `showJobBuildRecordDetail`.
         *
         *     `last_build_status` reads `success` here, where the lists of tasks say `blue`. `result.project_id` is not the CodeArts project.
         */
        get: operations["showJobInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/pipeline-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a task as a pipeline needs it
         * @description Returns what a pipeline has to know of a build task to run it: its name, its code and its parameters, with the rule that names of tasks follow.
         */
        get: operations["showJobPipelineInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a task from the favourites
         * @description Takes a build task out of the caller's favourites. The task itself stays as it is. The name of the operation is the vendor's.
         */
        post: operations["removerFavouriteTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the build tasks of a project
         * @description Returns the tasks of a CodeArts project that the caller may see, a page at a time, each with the outcome of its last build and what the caller may do with it.
         */
        get: operations["listProjectJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a build task
         * @deprecated
         * @description Creates a build task and returns its id. It takes the same body as its successor. Use `createNewJob` instead.
         */
        post: operations["createBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the configuration of a build task
         * @deprecated
         * @description Changes a build task. The request carries the whole configuration, and what it leaves out is lost. Use `updateNewJob` instead.
         */
        post: operations["updateBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a build task
         * @deprecated
         * @description Moves a build task into the recycle bin of its project. It is a POST, unlike its successor. Use `deleteTheJob` instead.
         */
        post: operations["deleteBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a build task
         * @deprecated
         * @description Disables a build task, so that nobody can run it until `enableBuildJob` enables it again. It takes no reason. Use `disableTheJob` instead.
         */
        post: operations["disableBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the configuration of a build task
         * @deprecated
         * @description Returns what a build task is made from. In spite of its name it is not a list. Use `showJobConfig` instead.
         */
        get: operations["listJobConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a build task
         * @deprecated
         * @description Enables a build task that was disabled. It does not bring back deleted tasks, in spite of `recover` in the path. Use `disableTheJob` with `disabled: false` instead.
         */
        post: operations["enableBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{project_id}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the build tasks of a project
         * @deprecated
         * @description Returns the tasks of a CodeArts project that the caller may see, a page at a time, each with the outcome of its last build. Use `listProjectJobs` instead.
         *
         *     The answer has no envelope. Until 2025 only seventeen fields of a task were documented; the service may return more than are listed here.
         */
        get: operations["showJobListByProjectId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/build-params": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the kinds of build parameters
         * @description Returns the kinds of parameter that a task can define, each with the fields that describe such a parameter and the rules that their values keep to. It is what the console's editor builds its form from, and does not depend on a task.
         */
        get: operations["showBuildParamsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/default-parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the parameters every task has
         * @description Returns the parameters that a new task gets without asking, such as `codeBranch`, in the form that a task's definition has: a list of names and values that together describe one parameter. All values are strings, also booleans.
         */
        get: operations["showDefaultBuildParameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/system-parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the parameters the service sets
         * @description Returns the parameters that the service itself fills in for each build, such as the build's number, with a text that explains each. The texts come in Chinese or English.
         */
        get: operations["showJobSystemParameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/{build_no}/history-parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the parameters of a build
         * @description Returns the parameters that one build ran with, and their values. They are those of the past build, which may differ from what the task has today. Secret values may come as asterisks, as in other answers.
         */
        get: operations["listBuildParameter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a build task
         * @description Puts a build of the task into the queue and returns its number at once; the build itself runs for minutes. The number comes as a string. What the task's configuration leaves open is given as parameters: the branch, for example, is the parameter `codeBranch`.
         *
         *     Follow the build with `showJobBuildRecordDetail`, its steps with `showJobStepStatus`, its log with `downloadBuildRealTimeLog`. There is no token that makes a second request harmless: each accepted request starts a build.
         */
        post: operations["executeJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/auto-execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a task after a push
         * @description Starts a build of the task for commits that were pushed. The body is what a code host sends to a webhook: the branch, the commits before and after, and the repository. For a build that a person or a script wants, use `executeJob`.
         *
         *     What the service answers is not known; other `v1` operations answer with `result`, `error` and `status`. Whether a build was started, and its number, can be found with `showRunningStatus`.
         */
        post: operations["executeAutoBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/running-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whether a task is building now
         * @description Returns whether a build of the task runs, and the number and state of the latest one. `Finished` says that the latest build has ended; whether it succeeded is in its record, see `showJobBuildRecordDetail`.
         */
        get: operations["showRunningStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how far a build is
         * @description Returns the scheduler's view of one build: whether it waits, runs or has ended, whether it was broken off, and on which kind of machine it is. Without `build_no` it looks at build 1, not at the latest one; so give the number.
         *
         *     Read the state from `result.workflow` where there is one, and from `result` otherwise: the sources differ. How a build ended is told by `showJobBuildRecordDetail`, because a build that failed is `completed` here too.
         */
        get: operations["showJobStepStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a build
         * @description Asks the service to end a build of the task that is waiting or running. Send the number of the build in the body. What a request without any number stops is not documented. A build that has ended already is refused with status 400 and the code `DEV.CB.032302` by the older `stopJob`, and the same is to be expected here.
         */
        post: operations["stopTheJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/{build_no}/build-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whether a build has ended
         * @description Returns whether one build is still going on and, once it has ended, how. The vendor's title promises a percentage and the time that is left; the answer has neither. For times, code and more see `showJobBuildRecordDetail`.
         */
        get: operations["showBuildDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/build": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a build task
         * @deprecated
         * @description Puts a build of the task into the queue and returns its number at once, as a string; the build itself runs for minutes. Unlike its successor it answers without an envelope: the fields stand at the top of the body. Which branch is built is the parameter `codeBranch`. Whether the task is still building is told by `showJobStatus`, and how a build ended by `showRecordDetail`.
         *
         *     Use `executeJob` instead. The European region still documents this one.
         */
        post: operations["runJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a build named in the body
         * @deprecated
         * @description Asks the service to end a build that is waiting or running. The number of the build is a string here. On success the answer may have no body at all; a build that has ended already is refused with status 400 and the code `DEV.CB.032302`, in a body that may itself be JSON inside a string.
         *
         *     Use `stopTheJob` instead. The European region still documents this one, and the vendor says that it will go.
         */
        post: operations["stopJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whether a task is building
         * @deprecated
         * @description Returns `true` while a build of the task runs and `false` when none does. It says nothing of how a build ended: `false` follows a success as well as a failure. How a build ended is in its record, see `showRecordDetail`.
         *
         *     Use `showRunningStatus` instead, or `showJobStepStatus` for a single build. The European region still documents this one.
         */
        get: operations["showJobStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a build by its number
         * @deprecated
         * @description Asks the service to end a build that is waiting or running. `success` says whether that was done; the record of a build that was stopped has the status `ABORTED`. `result` is empty in every known answer.
         *
         *     Use `stopTheJob` instead. The European region still documents this one.
         */
        post: operations["stopBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/keep-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set how long deleted tasks are kept
         * @description Sets for how many days the bin keeps a task before the service deletes it for good. The setting is the whole account's: only the account itself may change it, an IAM user of the account is refused.
         */
        post: operations["setKeepTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/recycling-deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete tasks for good
         * @description Deletes tasks out of the bin. They cannot be restored afterwards. The ids stand in a body, though the method is DELETE; a proxy that drops the body of a DELETE breaks the call.
         */
        delete: operations["deleteRecyclingJobs"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/recycling-empty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Empty the recycle bin
         * @description Deletes all tasks that are in the bin. They cannot be restored afterwards. To delete some only, use `deleteRecyclingJobs`.
         */
        delete: operations["clearRecyclingJobs"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/recycling-jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tasks in the recycle bin
         * @description Returns the deleted tasks that can still be restored, a page at a time, and for how many days the bin keeps a task. It cannot be narrowed to a project. Pages are said to start at 1 here, unlike in most other lists.
         */
        get: operations["listRecyclingJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/recycling-restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore tasks from the recycle bin
         * @description Takes deleted tasks out of the bin and puts them back into their projects. `listRecyclingJob` shows what is in the bin.
         */
        post: operations["restoreRecyclingJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/{build_no}/output": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a build made
         * @description Returns the packages and the container images that a build made, with names, versions and the paths that they were uploaded to. Parts that the build did not make are `null`.
         */
        get: operations["showNewOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List recent builds of several tasks
         * @description Returns the most important facts of the builds of each build project that the body names. A build project belongs to one task; its id, a UUID, is the `build_project_id` that lists of tasks and records of builds return. It reads only, though it is a POST.
         *
         *     The body is an array, not an object. A live tenant has answered with status 422 and `DEVCB.00030000`, apparently to an object that held the ids; where it does so with an array too, `listRecords` returns the builds of one build project.
         */
        post: operations["listBriefRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{build_flow_record_id}/flow-graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show which builds a build started
         * @description Returns the parts of a build that starts other builds, and which part waits for which, as a graph without cycles. The graph can be empty.
         */
        get: operations["showBuildRecordFlowGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{build_project_id}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the builds of a build project
         * @description Returns the builds of a build project, a page at a time, filtered by time, branch, tag and trigger. A build project belongs to one task; its id is the `build_project_id` that lists of tasks and records of builds return. Each item's `id` is the record id that the log downloads take.
         *
         *     Do not stop at `pagination.total`: the vendor's example has -1 there, with a build on the page. `showJobTotal` counts the builds. The id of a CodeArts project in place of the build project's has been answered with status 200 and the error `DEV.CB.032000`.
         */
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{build_project_id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the builds of a build project
         * @description Returns how many builds a build project had, over all or between two points in time. It counts builds, not tasks, whatever its name says. `listRecords` lists them. The id of a CodeArts project in place of the build project's has been answered with status 200 and the error `DEV.CB.032000`.
         */
        get: operations["showJobTotal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{job_id}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the builds of a task
         * @description Returns the builds that a task had between two points in time, a page at a time, the way the console's history shows them. The two points may be 31 days apart at most; a live tenant refuses more with `CB.00031105`. Both are local time of the service (GMT+8 in the Chinese regions), not UTC.
         *
         *     The items have no record id: `showJobBuildRecordDetail` returns it for a `number`. The counts are integers written as strings.
         */
        get: operations["listBuildInfoRecordByJobId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{job_id}/{build_no}/build-info-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a build as the history does
         * @description Returns one build of a task with the fields of `listBuildInfoRecordByJobId`: number, outcome, who started it and which commit was built. `job_running_status` tells whether it still runs, `state` how it ended. Ids for log downloads are not among the fields; `showJobBuildRecordDetail` has them.
         */
        get: operations["showBuildInfoRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{job_id}/{build_no}/record-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the record of a build
         * @description Returns what is known of one build of a task: its status, its times, its code and who or what started it. It is the operation to poll while a build runs. Log downloads take the `build_record_id` of this answer, not its `id`.
         *
         *     `status` is empty or absent until the build has a result. `duration` is in milliseconds. `queued_time` and `schedule_time` are points in time, though the vendor's page calls them durations.
         */
        get: operations["showJobBuildRecordDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{record_id}/build-script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the script that a build ran
         * @description Returns, as YAML in one string, the script that the service made of the task for this build: stages, images, arguments of the containers and the code to check out. It is what the machine ran, in the service's own format, and not the `build.yml` of the repository.
         */
        get: operations["showBuildRecordBuildScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{record_id}/full-stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the steps of a build
         * @description Returns the steps of a build with their states and times, as a map whose keys are the scheduler's names: `initial`, `stage1`, `stage2` and so on, `final`. Sort by `sequence`; the order of the keys means nothing. The map is empty for a build that was never scheduled.
         *
         *     A key such as `stage2` is the `task_name` that the download of one step's log takes.
         */
        get: operations["showBuildRecordFullStages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record/{record_id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a build by its record id
         * @description Returns one build, found by the id of its record, with what the scheduler knows of it: status code, parameters, repository and the YAML file of the steps. The id is the `build_record_id` of `showJobBuildRecordDetail`, not the `id` there. In this answer it is called `id`.
         *
         *     `duration` is `pending_duration` and `build_duration` together, all in milliseconds. `build_no` is a string.
         */
        get: operations["showBuildRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/build-info-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the builds of a task (v3)
         * @deprecated
         * @description Use `listBuildInfoRecordByJobId` instead. Returns the builds that a task had between two points in time, a page at a time; question and answer are the same in both. A live tenant knows the path, and returned its builds only from the newer operation.
         *
         *     The items have no record id: `showJobBuildRecordDetail` returns it for a `number`. The counts are integers written as strings.
         */
        get: operations["listBuildInfoRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the builds of the last days
         * @deprecated
         * @description Use `listBuildInfoRecordByJobId` instead, or `listRecords` where the build project's id is at hand. Returns the builds that a task had in the last days, a page at a time, each with its times and its outcome.
         *
         *     The answer has no envelope. A `record_id` of this list (`20201230.1`) is not accepted by the log downloads: they take the `build_record_id` that `showJobBuildRecordDetail` returns for the `build_number`.
         */
        get: operations["showListHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/period-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the builds between two days
         * @deprecated
         * @description Use `listBuildInfoRecordByJobId` instead. Returns the builds that a task had between two days, a page at a time, each with its outcome, its commit and what started it. The two days may be 30 days apart at most.
         *
         *     The answer has no envelope. A `record_id` of this list (`20201230.1`) is not accepted by the log downloads: they take the `build_record_id` that `showJobBuildRecordDetail` returns for the `build_number`.
         */
        get: operations["showListPeriodHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/output-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a build made (v3)
         * @deprecated
         * @description Use `showNewOutput` instead. Returns the packages and the container images that a build made, with names, versions and the paths that they were uploaded to. Parts that the build did not make are `null`.
         */
        get: operations["showOutputInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/record-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the record of a build (v3)
         * @deprecated
         * @description Use `showJobBuildRecordDetail` instead, which returns the same fields in another envelope. This one is going to be taken offline. The record has status, times, code and origin of one build of a task.
         *
         *     Whether the call succeeded stands in `success`; where it is false, `err_code` and `message` say why. `duration` is in milliseconds and documented as a float.
         */
        get: operations["showRecordInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_number}/history-details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show parameters and steps of a build
         * @deprecated
         * @description Use `showJobBuildRecordDetail` instead. What that one lacks are the steps, which `showBuildRecordFullStages` returns, and the parameters, which `listBuildParameter` returns. Here both come together, with the names of the task and of its project, and without an envelope.
         *
         *     Values of secret parameters are asterisks. A live tenant answers status 403 and `CB.00031059` for a build that was never scheduled or whose history has been deleted.
         */
        get: operations["showHistoryDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{project_id}/last-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a repository's last successful build
         * @deprecated
         * @description Use `listRecords` instead, which lists the builds of one build project; no current operation searches a whole project by repository. Returns the last build that succeeded with the code of the repository, of whichever task of the project. The answer has no envelope.
         *
         *     The path looks like those that take a task's id, and takes the CodeArts project's id.
         */
        get: operations["showLastHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{build_flow_record_id}/flow-graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show which builds a build started (v3)
         * @deprecated
         * @description Use `showBuildRecordFlowGraph` instead, which returns the same graph in another envelope. This one is going to be taken offline. The graph has the parts of a build that starts other builds, and which part waits for which.
         *
         *     Whether the call succeeded stands in `success`; where it is false, `err_code` and `message` say why.
         */
        get: operations["showFlowGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/jobs/{job_id}/{build_no}/record-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the record of a build (v4)
         * @deprecated
         * @description Use `showJobBuildRecordDetail` instead. Both return the same fields: status, times, code and origin of one build of a task. Log downloads take the `build_record_id` of this answer, not its `id`.
         *
         *     `result.status` tells how the build ended, and is empty or absent until then; the outer `status` only tells whether the call succeeded. `duration` is in milliseconds. `queued_time` and `schedule_time` are points in time, though the vendor's page calls the first a duration.
         */
        get: operations["showRecordDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/stage/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log of a finished build
         * @description Returns a section of what all steps of a build printed, as text inside JSON, once the build has ended. Send the `end_offset` of each answer as the next `start_offset` while `has_more` is true. `log` may be empty although more lines follow. `downloadBuildFullLog` returns the same in one piece, `showConsoleInfo` a single step, `downloadBuildRealTimeLog` a build that still runs.
         */
        get: operations["showActionIInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/task/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log of a finished step
         * @description Returns a section of what one step of a build printed, as text inside JSON, once the build has ended. Send the `end_offset` of each answer as the next `start_offset` while `has_more` is true. `log` may be empty although more lines follow. `showActionInfo` is for a step that still runs, `downloadTaskLogNew` returns the log of a step in one piece.
         */
        get: operations["showConsoleInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/task/step": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the log of a running step
         * @description Returns a section of what one step of a build has printed so far, as text inside JSON. Start with `start_offset` 0 and send the `end_offset` of each answer as the next `start_offset`. `log` may be empty although more lines follow: ask again, until `has_more` is false and the step has ended. `showConsoleInfo` is for a build that has ended, `downloadBuildRealTimeLog` for all steps at once.
         */
        get: operations["showActionInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/{job_id}/{build_no}/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show why a build failed
         * @description Returns what the service found in the log of a failed build, step by step: the code of the error and the lines that show it. Not all causes are made out; the whole log comes from `downloadBuildFullLog`. The task's name stands under `jobName`, in camel case.
         *
         *     An id that is no task's has been seen to answer 400 with the code `DEV.CB.032011`.
         */
        get: operations["showLogAnalysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/{job_id}/{build_no}/real-time-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the log of a running build
         * @description Returns a section of what all steps of a build have printed so far, as text inside JSON. Start with `start_offset` 0 and send the `end_offset` of each answer as the next `start_offset`. `log` may be empty although more lines follow: ask again, until `has_more` is false and the build has ended. `downloadBuildFullLog` returns the whole log of a build that has ended.
         *
         *     It is a call to make at intervals, as the requests are limited. A build that the scheduler does not run yet has been seen to answer 500 with the code `CB.00030004`.
         */
        get: operations["downloadBuildRealTimeLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/{record_id}/download-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the whole log of a build
         * @description Returns the log of all steps of a build as plain text, or compressed. The answer is a stream of bytes; only an error is JSON. While a build runs, `downloadBuildRealTimeLog` returns what has been printed so far.
         */
        get: operations["downloadBuildFullLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/log/{record_id}/task-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the log of a step
         * @description Returns what one step of a build printed, as plain text, or compressed. The answer is a stream of bytes; only an error is JSON. `downloadBuildFullLog` returns all steps, `showActionInfo` a step that still runs.
         */
        get: operations["downloadTaskLogNew"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/real-time-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log of a running build
         * @deprecated
         * @description Returns the next part of what a build has printed, as text inside JSON. Start with `offset` 0 and send the `offset` of each answer with the next request. `content` may be empty although more lines follow: ask again, until `has_more_data` is false and the build has ended. Use `downloadBuildRealTimeLog` instead.
         *
         *     A build that the scheduler does not run yet has been seen to answer 500 with the code `CB.00030004`.
         */
        get: operations["downloadRealTimeLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{record_id}/download-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the whole log of a build (v3)
         * @deprecated
         * @description Returns the log of all steps of a build as plain text. The answer is a stream of bytes; only an error is JSON. The vendor has announced that the operation will be taken offline. Use `downloadBuildFullLog` instead.
         */
        get: operations["downloadLogByRecordId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/{record_id}/download-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the whole log of a build (v4)
         * @deprecated
         * @description Returns the log of all steps of a build as plain text. The answer is a stream of bytes; only an error is JSON. Use `downloadBuildFullLog` instead, which can compress the log too.
         */
        get: operations["downloadBuildLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/{record_id}/task-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the log of a step (v4)
         * @deprecated
         * @description Returns what one step of a build printed, as plain text. The answer is a stream of bytes; only an error is JSON. Use `downloadTaskLogNew` instead, which can compress the log too.
         */
        get: operations["downloadTaskLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/junit/coverage/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a report on test coverage
         * @description Returns the report on the code that the unit tests of a step ran through, as a ZIP archive. The answer is a stream of bytes; only an error is JSON. `listJunitCoverageSummary` returns the `root_id` of each report.
         */
        get: operations["downloadJunitCoverageZip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/junit/coverage/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the coverage reports of a build
         * @description Returns the reports on test coverage that the steps of a build made, all at once. It names the reports only: `downloadJunitCoverageZip` returns what stands in one.
         */
        get: operations["listJunitCoverageSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/ratio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the success rate of recent builds
         * @description Returns how many builds of a task succeeded in the last days, in all and day by day. The rate of a day is in percent, the rate in all is a fraction, written as `2/3`.
         */
        get: operations["showJobBuildSuccessRatio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how long recent builds took
         * @description Returns the average, the longest and the shortest duration of a task's builds in the last days, and the duration of each build. The duration of a build is in seconds; for the other three no unit is documented.
         */
        get: operations["showJobBuildTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/{job_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the unit tests of a build
         * @description Returns how many unit tests of a build passed and failed, for the whole build and for each step that ran tests. The vendor calls it coverage; it counts tests. Coverage of the code comes from `listJunitCoverageSummary`.
         */
        get: operations["showReportSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/success-ratio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the success rate between two days
         * @deprecated
         * @description Returns how many builds of a task succeeded between two days, and the rate as a number from 0 to 1. The two days may be 30 days apart at most. The answer has no envelope. Use `showJobBuildSuccessRatio` instead, which counts back from today.
         */
        get: operations["showJobSuccessRatio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/code/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tags of a repository
         * @description Returns the names of the tags of a code repository, a page at a time. Pages are counted from 1 here, unlike in most lists of this API.
         */
        get: operations["listTagList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/nexus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a project's repositories of dependencies
         * @description Returns the private Nexus repositories that the builds of a CodeArts project can fetch dependencies from, a page at a time. They are registered in the console as service endpoints of the project.
         */
        get: operations["listEndPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the branches of a task's repository
         * @description Returns the names of the branches of a repository, as far as the reports of the task know them, all at once. `result` is the array itself.
         */
        get: operations["listRepoBranch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report/{job_id}/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the repositories of a task
         * @description Returns the names of the code repositories that a task was built from, and the one of its last build. The reports take such a name as `repository_name`.
         */
        get: operations["listRepository"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file
         * @description Returns the bytes of one of the tenant's files, a keystore for instance. Name and id are both asked for; `listKeystore` returns them together. Only an error is JSON.
         */
        get: operations["downloadKeystoreByName"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files of the tenant
         * @description Returns the tenant's files, a page at a time, each with who made and changed it and what the caller may do with it. The first page is 1, unlike in most other lists. `listKeystore` returns just the names of those that the caller may use.
         */
        get: operations["listKeystoreSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/name": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files that you may use
         * @description Returns id and name of every file that the caller's builds may use, all at once. `listKeystoreSearch` tells more and covers the whole tenant.
         */
        get: operations["listKeystore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/permission/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a user work with a file
         * @description Adds a user to those who may do something with a file of the tenant, and says what. The answer holds one string, in the vendor's example an id; it has the form of the permission ids that `showKeystorePermission` lists. Change the entry with `updateKeystorePermission`, withdraw it with `deleteKeystorePermission`.
         */
        post: operations["addKeystorePermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/permission/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a user's permission for a file
         * @description Replaces what a user may do with a file. There is no field for the right to grant rights (`setting`), so that stays as it is. The entry must exist; create one with `addKeystorePermission`.
         */
        post: operations["updateKeystorePermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/permission/{keystore_id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who may use a file
         * @description Returns the users who may do something with a file, a page at a time, its creator among them. The first page is 1, unlike in most other lists. `page` is declared as a string by every source; digits are what goes on the wire.
         */
        get: operations["showKeystorePermission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/permission/{permission_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a user's permission for a file
         * @description Removes the entry that lets a user work with a file. The entry of the file's creator cannot be removed, says the user guide.
         */
        delete: operations["deleteKeystorePermission"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/update/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rename, describe or share a file
         * @description Replaces the name and the description of a file and says whether the whole tenant may use it. Its content stays; to change that, upload another file. The id stands in the path and once more in the body.
         */
        post: operations["updateKeystore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file
         * @description Stores a file for the tenant, for builds that sign a package or need settings, and returns its id. Let others use it with `updateKeystore` (everybody in the tenant) or `addKeystorePermission` (single users).
         *
         *     The user guide limits files to 100 KB, a tenant to 20 files, and the extensions to `.xml`, `.key`, `.keystore`, `.jks`, `.crt` and `.pem`. There is no field for the passwords of a keystore; they belong to the build task.
         */
        post: operations["uploadKeystore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/keystore/{keystore_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a file
         * @description Removes a file from the tenant's files. Builds that name it find it no longer. Only its creator, and users whose entry in `showKeystorePermission` has `delete`, may do it.
         */
        delete: operations["deleteKeystore"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/keystore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a keystore by its name
         * @deprecated
         * @description Returns the bytes of the tenant's file of that name. Only an error is JSON. Use `downloadKeystoreByName` instead.
         */
        get: operations["downloadKeystore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/group/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a group of build tasks
         * @description Creates a group, at the root of the project's tree or in another group, and returns it inside a list. Put tasks into it with `moveGroup`.
         */
        post: operations["createJobGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/group/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a group
         * @description Deletes a group of the project. What becomes of the tasks and the groups in it is not documented, so move them out before, with `moveGroup` and `updateJobGroup`.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/group/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move build tasks into a group
         * @description Puts build tasks into a group, out of the one in which they were. It moves tasks, not groups, whatever its name says; `updateJobGroup` moves a group.
         */
        post: operations["moveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/group/swap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange the places of two groups
         * @description Exchanges the places that two groups have in the order of the tree (`ordinal`). Sent a second time it puts them back. There is no request body.
         */
        post: operations["switchedPacket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/group/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups of a project
         * @description Returns the groups of a project as a tree, all at once. The tasks are not in it: give a group's `path_id` to `listProjectJobs` as `group_path_id` to see those.
         */
        get: operations["listGroupTree"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{project_id}/group/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename or move a group
         * @description Changes the name of a group or the group that it stands in, and returns it inside a list. Which group, is said by `id` in the body, not in the path. What happens to fields that are left out is not documented, so send `name` and `parent_id` both.
         */
        put: operations["updateJobGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/image/dockerfile-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the Dockerfile of an image template
         * @description Returns a Dockerfile that starts from one of the images of `showImageTemplateList`, as a stream of bytes. Only an error is JSON.
         */
        get: operations["showDockerfileTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/image/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates of build images
         * @description Returns all images that a build image of one's own can start from. The list has no pages. Take an `image_id` from it to `showDockerfileTemplate`.
         */
        get: operations["showImageTemplateList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a build template
         * @description Saves steps and parameters as a template of the tenant and returns its `uuid`. There is no operation that changes a template: delete it and create it anew. The new template is found with `listCustomTemplate` or `showTemplate`.
         */
        post: operations["createTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/custom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates of the tenant
         * @description Returns the templates that users of the tenant have saved, a page at a time. Unlike most lists of this API, pages start at 1. Past the last page `items` is empty.
         */
        get: operations["listCustomTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/custom/{uuid}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a template of the tenant as favourite
         * @description Puts a template of the tenant among the caller's favourites; `favourite` is then true for it in `listCustomTemplate`. For a template of the vendor call `addFavouriteOfficialTemplate`. There is no request body.
         */
        post: operations["addFavouriteCustomTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/custom/{uuid}/unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a template of the tenant from favourites
         * @description Takes a template of the tenant off the caller's favourites; the template itself stays. For a template of the vendor call `removerFavouriteOfficialTemplate`. The odd name is the vendor's. There is no request body.
         */
        post: operations["removerFavouriteCustomTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/official/{uuid}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a template of the vendor as favourite
         * @description Puts a template of the vendor among the caller's favourites; `favourite` is then true for it in `listOfficialTemplate`. For a template of the tenant call `addFavouriteCustomTemplate`. There is no request body.
         */
        post: operations["addFavouriteOfficialTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/official/{uuid}/unfollow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a template of the vendor from favourites
         * @description Takes a template of the vendor off the caller's favourites; the template itself stays. For a template of the tenant call `removerFavouriteCustomTemplate`. The odd name is the vendor's. There is no request body.
         */
        post: operations["removerFavouriteOfficialTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/officialtemplates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates of the vendor
         * @description Returns the templates that the service provides for common languages and build tools, a page at a time. They carry a `language`, and neither author nor time.
         */
        get: operations["listOfficialTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/recommend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recommend templates for a repository
         * @description Looks at a branch of a repository and returns the templates of the vendor that suit its code, all at once. Nothing is stored, although the method is POST. The list is empty where nothing fits.
         */
        post: operations["listRecommendOfficialTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/used-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record which template a task uses
         * @description Notes that a task was made from a template. What the service does with the note is not documented.
         */
        post: operations["saveTemplateUsedInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/{job_id}/default-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the default YAML of a task
         * @description Returns the default text of the YAML file that can describe the steps of a task within its repository. `result` is the whole text, as one string.
         */
        get: operations["showYamlTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/{uuid}/custom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a template of the tenant
         * @description Returns one template that a user of the tenant has saved, with its steps and parameters. The last segment of the path is `custom`, not the first one.
         */
        get: operations["showTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/template/{uuid}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a build template
         * @description Deletes a template of the tenant for good: the recycle bin is for tasks, and no operation restores a template. Only the outcome comes back. An unknown `uuid` has been seen to answer 422 with the code `DEV.CB.0520002`.
         */
        delete: operations["deleteTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/templates/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a build template (v3)
         * @deprecated
         * @description Saves steps and parameters as a template of the tenant and returns the template that was saved. Use `createTemplate` instead; it answers with the `uuid` alone.
         */
        post: operations["createTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/templates/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List build templates (v3)
         * @deprecated
         * @description Returns the templates that users of the tenant have saved, a page at a time. Use `listCustomTemplate` instead, and `listOfficialTemplate` for the templates of the vendor.
         *
         *     `page` counts from 0 here and from 1 in `listCustomTemplate`.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/templates/{uuid}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a build template (v3)
         * @deprecated
         * @description Deletes one template of the tenant for good, in spite of the plural in its name. Use `deleteTemplate` instead. The answer is declared as a list of templates; no example of it is published.
         */
        delete: operations["deleteTemplates"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/check/webhook-url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the webhook address of a channel
         * @description Checks an address that notices of the task are to be sent to, before it is stored with `updateNewNoticeNew`. Nothing is stored. The address of a group chat contains its key, so treat it as a secret.
         */
        post: operations["checkWebhookUrl"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show which events a task tells
         * @description Returns, for each channel, which events of the task are told through it: the end of a build, and changes to the task itself. `updateNewNoticeNew` changes them, one channel at a time.
         */
        get: operations["showJobNoticeConfigInfo"];
        /**
         * Set which events a task tells
         * @description Sets which events of the task are told through one channel. The list is the whole of what is switched on, so to stop one event send the others. Read the present settings with `showJobNoticeConfigInfo` first.
         */
        put: operations["updateNewNoticeNew"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/notice/{job_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Silence one channel of a task
         * @deprecated
         * @description Stops all notices of the task through one channel. The other channels stay as they are.
         *
         *     There is no operation that does just this today. Use `updateNewNoticeNew` instead, and leave out the events that nobody wants to be told of.
         */
        post: operations["disableNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/notice/{job_id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List which events a task tells
         * @deprecated
         * @description Returns, for each channel, which events of the task are told through it: the end of a build, and changes to the task itself.
         *
         *     Use `showJobNoticeConfigInfo` instead, which returns the same fields and knows more channels.
         */
        get: operations["listNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/notice/{job_id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set which events one channel tells
         * @deprecated
         * @description Sets which events of the task are told through one channel. The list is the whole of what is switched on, so to stop one event send the others.
         *
         *     Use `updateNewNoticeNew` instead, which takes the same body.
         */
        post: operations["updateNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/user-permission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what you may do in a project
         * @description Returns what the caller may do with the build tasks of a CodeArts project, and the roles that this comes from. For a single task ask `showProjectJobPermission`.
         */
        get: operations["showProjectPermission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/permission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what you may do with a task
         * @description Returns one set of permissions for a build task, with the number of the role that it comes from. The vendor calls it a matrix; since the answer is a single set and no role is asked for, it is presumably the caller's. `showJobRolePermission` returns those of all roles.
         */
        get: operations["showProjectJobPermission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/permission/internal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether internal network access is on
         * @description Says whether secure access over the internal network is switched on. It takes no parameter, so it can only be about the caller's tenant.
         */
        get: operations["checkJobInternal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/permission/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what roles may do with a task
         * @description Returns what each role may do with a build task. What the caller may do is the answer of `showProjectJobPermission`; to change it, call `batchUpdateJobRolePermission`.
         */
        get: operations["showJobRolePermission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/permissions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set what roles may do with tasks
         * @description Gives several build tasks of a project the same permissions, role by role, or makes them follow the project's. Read the roles of the project with `showDefaultProjectPermission` or those of a task with `showJobRolePermission`, change them, and send them all: whether roles that are left out keep what they had is not documented.
         */
        post: operations["batchUpdateJobRolePermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/project/default-permission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the project's permissions for tasks
         * @description Returns what each role of a project may do with build tasks unless a task says otherwise. A task is asked for nevertheless. `showJobRolePermission` returns what is true of the task.
         */
        get: operations["showDefaultProjectPermission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/project/permission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch a task to its project's permissions
         * @description Says whether a build task follows the permissions of its project or has some of its own. The page's title sounds like a query; the request changes the task. `batchUpdateJobRolePermission` does the same for several tasks, and sets permissions of their own.
         */
        post: operations["applyProjectPermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/charge-type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how the tenant is billed
         * @description Returns the billing mode of the tenant and the packages that it has bought.
         */
        get: operations["showUserChargeType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/domains-statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the states of several tenants
         * @description Returns the states of other tenants, for projects that several tenants work in. Despite being a POST it changes nothing. The ids are one string with commas between, not a list.
         */
        post: operations["showDomainsStatuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/federation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether the account is federated
         * @description Says whether the account of the caller is a federated one, whose users come from another identity provider.
         */
        get: operations["showFederation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/job-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the tenant's figures
         * @description Returns how many build tasks the tenant has, how many of their builds succeed and how much was built.
         */
        get: operations["showSummaryBuildJobInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/package/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check whether the monthly quota is exceeded
         * @description Says whether the tenant that a project belongs to has built for longer this month than its package allows. A quota of `unlimit` has no limit; the answer then lacks `used_quota`.
         */
        get: operations["showUserOverPackageQuota"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/project/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all of one's projects
         * @description Returns all CodeArts projects that the caller takes part in, at once, and says which of them the caller created. `listRelatedProjectInfo` returns them a page at a time.
         */
        get: operations["showRelatedProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/project/related-page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's projects, a page at a time
         * @description Returns the CodeArts projects that the caller takes part in, a page at a time, and can search them by name. `showRelatedProject` returns them all at once and says which of them the caller created.
         */
        get: operations["listRelatedProjectInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domain/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the state of the tenant
         * @description Says whether the tenant of the caller can use CodeArts Build: whether the service is enabled, frozen or closed for it.
         */
        get: operations["showDomainStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/resource/countdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show when a package expires
         * @description Says what happens next to a package that the tenant has bought, and in how many days. Despite being a POST it changes nothing. `showPackageSpecStatus` returns the `resource_id` of the packages.
         */
        post: operations["showPackageSpecCountDown"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/resource/package-spec/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List packages in a given state
         * @description Returns the packages of a project's tenant that are in the given state. Their `resource_id` goes into `showPackageSpecCountDown`.
         */
        get: operations["showPackageSpecStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/resource/spec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sizes of build machines
         * @description Returns the sizes of the vendor's build machines that a project may use, for one architecture. They are the values that a task takes as `flavor`. The answer is a bare list, without the usual envelope.
         */
        get: operations["showAvailableInnerSpec"];
        put?: never;
        post?: never;
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
        /** @description A build task that has been deleted. */
        DeletedBuildTask: {
            /**
             * @description Id that the task had.
             * @example f9d6c8466d614a9788e9a0acf6c15f46
             */
            job_id?: string;
            /**
             * @description Id of the CodeArts project that the task belonged to.
             * @example b4d3971c3988463b865f6f920846149e
             */
            project_id?: string;
        };
        /** @description What went wrong, where the call failed; `null` or absent where it succeeded. The documentation calls it a string on some pages and an object on others, and both are accepted here. */
        EnvelopeError: string | {
            [key: string]: unknown;
        } | null;
        /**
         * @description Whether the call succeeded. Live errors also have `error`, with an HTTP status of 200 or 400.
         * @example success
         */
        EnvelopeStatus: "success" | "fail" | "error" | (string & {});
        /** @description An error of the service or of the gateway before it. The v3 and v4 operations answer with codes that begin with `CB.`, the v1 operations with `DEVCB.` or `DEV.CB.`, the gateway with `APIGW.`. The same body has been seen with status 200. Some v1 operations, and stopping a build, answer with `error` and `status` in place of `error_code` and `error_msg`, even inside a JSON string. */
        ErrorBody: {
            /**
             * @description The code of the error, stable across languages.
             * @example CB.00060200
             */
            error_code?: string;
            /**
             * @description What went wrong, for people. The wording may change.
             * @example Invalid parameter.
             */
            error_msg?: string;
            /**
             * @description Identifies the request in the gateway's logs. Errors of the service behind it do not have it.
             * @example 6f1a8c5fbb1d4c6c9f5e9a4a0f6f9f20
             */
            request_id?: string;
            /**
             * @description Details of a refused permission, encoded. IAM can decode them.
             * @example EXAMPLE2Fhc2U2NA==
             */
            encoded_authorization_message?: string;
            /** @description What went wrong, in answers that have the envelope of the v1 operations. */
            error?: {
                /**
                 * @description What `error_code` is elsewhere.
                 * @example DEV.CB.032302
                 */
                code?: string;
                /**
                 * @description What went wrong, for people.
                 * @example The task state has been refreshed.
                 */
                reason?: string;
                /**
                 * @description The same as `reason`, under the name that some services use.
                 * @example Param invalid
                 */
                message?: string;
            };
            /**
             * @description Says that the call failed, in answers that have the envelope of the v1 operations.
             * @example error
             */
            status?: "error" | "fail" | "failed" | (string & {});
        };
        /** @description One of the values that a parameter of an enumeration may have. */
        ParameterChoice: {
            /**
             * @description Whether the value is switched off. `0` means that it may be chosen.
             * @default 0
             * @example 0
             */
            disable?: string;
            /**
             * @description Words that the console shows for the value.
             * @example Release
             */
            display_name?: string;
            /**
             * @description The value itself.
             * @example release
             */
            name?: string;
        };
        /** @description One feature of a parameter, such as its name, its kind or its default. */
        ParameterDefinitionField: {
            /**
             * @description Which feature it is. `name` is the name under which builds give a value, `type` the kind (`normalparam`), `deletion`, `defaults` (predefined by the service), `staticVar` and `sensitiveVar` are switches.
             * @example name
             */
            name?: "name" | "type" | "defaultValue" | "description" | "deletion" | "defaults" | "staticVar" | "sensitiveVar" | (string & {});
            /**
             * @description Value of the feature. Switches are the strings `true` and `false`.
             * @example codeBranch
             */
            value?: string;
            /** @description The values to choose from, where the parameter is an enumeration; otherwise `null` or absent. */
            limits?: components["schemas"]["ParameterChoice"][] | null;
        };
        /** @description One parameter of a build task. Its features are not fields but the list `params`, one entry for each of `name`, `type`, `defaultValue`, `description` and so on. */
        ParameterDefinition: {
            /**
             * @description Kind of the definition, not the name of the parameter. One kind is known; compare without regard to case.
             * @default hudson.model.StringParameterDefinition
             * @example hudson.model.StringParameterDefinition
             */
            name?: "hudson.model.StringParameterDefinition" | (string & {});
            /** @description Features of the parameter, each with its key and value. */
            params?: components["schemas"]["ParameterDefinitionField"][];
        };
        /** @description Where a build task takes its code from: the repository, and the branch, tag or commit in it. API Explorer and the SDKs list the Git LFS switch and the names of group and repository for creating and reading, not for updating. */
        CodeSource: {
            /**
             * @description Branch to build, where a build does not choose another one.
             * @example master
             */
            branch?: string | null;
            /**
             * @description Address that the code is cloned from, by SSH or HTTPS.
             * @example git@codehub.devcloud.cn-north-4.huaweicloud.com:soso-test00001/an.git
             */
            url: string;
            /**
             * @description Id of the code repository, digits written as a string.
             * @example 2111746211
             */
            repo_id?: string | null;
            /**
             * @description Address of the code repository in a browser.
             * @example https://devcloud.cn-north-4.huaweicloud.com/codehub/2111746211/home
             */
            web_url?: string | null;
            /**
             * @description Kind of the code repository. `codehub` is CodeArts Repo.
             * @example codehub
             */
            scm_type: "codehub" | "repo" | "github" | "default" | (string & {});
            /**
             * @description Whether builds of this code start automatically. The vendor says no more.
             * @example false
             */
            is_auto_build?: boolean | null;
            /**
             * @description Whether files that Git LFS keeps are fetched too.
             * @example false
             */
            enable_git_lfs?: boolean | null;
            /**
             * @description What is chosen from the repository.
             * @example branch
             */
            build_type?: "branch" | "tag" | "commitId" | (string & {}) | null;
            /**
             * @description How many commits of the history are cloned, an integer written as a string. `1` clones the newest commit only.
             * @example 1
             */
            depth?: string | null;
            /**
             * @description Id of the service endpoint that holds the credentials for a repository outside CodeArts. The vendor documents no more than the name.
             * @example null
             */
            end_point_id?: string | null;
            /**
             * @description Not documented; `null` in every example.
             * @example null
             */
            source?: string | null;
            /**
             * @description Path of the group that the repository belongs to. In the one example it begins with the id of the project.
             * @example b4d3971c3988463b865f6f920846149e/aaa
             */
            group_name?: string | null;
            /**
             * @description Name of the code repository.
             * @example Unit
             */
            repo_name?: string | null;
        };
        /** @description A step of a build task as it is configured: which build action runs, and with which settings. Steps run in the order of their list. */
        BuildStepConfig: {
            /**
             * @description Settings of the step. Which ones there are depends on `module_id`; the keys are in camel case, the values any JSON. The same switch appears as a boolean in tasks and as a string in templates.
             * @example {
             *       "image": "maven3.5.3-jdk8-open",
             *       "command": "mvn package -Dmaven.test.skip=true -U -e -X -B",
             *       "cacheOption": "cached",
             *       "ignoreTest": false
             *     }
             */
            properties?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Id of the build action. `devcloud2018.codeci_action_20043.action` is Maven, `devcloud2018.codeci_action_20018.action` uploads to the release repository.
             * @example devcloud2018.codeci_action_20043.action
             */
            module_id: string;
            /**
             * @description Name of the step, which logs and the stages of a build show.
             * @example Build with Maven
             */
            name: string;
            /**
             * @description Version of the build action, a day and a number; `null` where no version was chosen.
             * @example 20231001.6
             */
            version?: string | null;
            /**
             * @description Whether the step runs. A step that is switched off keeps its settings and is skipped.
             * @example true
             */
            enable?: boolean;
        };
        /** @description A setting of a trigger. */
        TriggerSetting: {
            /**
             * @description Which setting it is. `spec` is the time as a cron expression, `timeZoneId` the time zone that it is meant in.
             * @example spec
             */
            name: "spec" | "timeZoneId" | "timeZone" | "isDST" | (string & {});
            /**
             * @description Value of the setting. A cron expression has five fields, from minute to day of the week; a switch is the string `true` or `false`.
             * @example 18 15 * * 1,2,3,4,5
             */
            value: string;
        };
        /** @description Starts builds of a task by itself, at fixed times. */
        BuildTrigger: {
            /**
             * @description Kind of the trigger. `hudson.triggers.TimerTrigger`, a timer, is the only one known.
             * @example hudson.triggers.TimerTrigger
             */
            name: "hudson.triggers.TimerTrigger" | (string & {});
            /** @description Settings of the trigger. A timer has `spec`, `timeZoneId`, `timeZone` and `isDST`. */
            parameters: components["schemas"]["TriggerSetting"][];
        };
        /** @description A build task that has been created or changed. */
        BuildTaskReference: {
            /**
             * @description Id of the task, the `job_id` of other operations.
             * @example db8467d972cc47f7a1bd2a3a3e77596a
             */
            job_id?: string;
        };
        /** @description How long a build of a task may run before it is stopped. */
        BuildTimeout: {
            /**
             * @description Amount of time, in `unit`, an integer written as a string.
             * @example 4
             */
            limit?: string;
            /**
             * @description Unit of `limit`. The vendor's example is `hour`; no list of the values is published.
             * @example hour
             */
            unit?: "hour" | (string & {});
        };
        /** @description Everything that a new build task is made from. Both generations of the create operation take it. */
        BuildTaskDefinition: {
            /**
             * @description Processor architecture of the machine that builds. It is `x86-64` with a hyphen; ServiceStage writes `x86_64`.
             * @example x86-64
             */
            arch: "x86-64" | "arm" | (string & {});
            /**
             * @description Id of the CodeArts project that the task belongs to, 32 lower-case letters and digits.
             * @example a287e712be6c404ca26e5f69040fa12b
             */
            project_id: string;
            /**
             * @description Name of the task, unique within its project: 1 to 115 letters, digits, `_` and `-`. The Chinese pages allow Chinese characters too.
             * @example examplejob
             */
            job_name: string;
            /**
             * @description Whether Git submodules are updated before the build. It is the string `true` or `false`, not a boolean.
             * @default false
             * @example false
             * @enum {string}
             */
            auto_update_sub_module?: "false" | "true";
            /**
             * @description Size of the machine that builds: processors and memory in GB. `showAvailableInnerSpec` lists what the account may use.
             * @example 2u8g
             */
            flavor?: "2u8g" | "DEFAULT" | (string & {});
            /** @description The parameters of the task. `codeBranch`, the branch to build, is among the predefined ones. */
            parameters?: components["schemas"]["ParameterDefinition"][];
            /**
             * @description Id of the group that the task is sorted into.
             * @example 61cd2b1179a74c54853ca1da822dfe21
             */
            group_id?: string;
            timeout?: components["schemas"]["BuildTimeout"];
            /** @description The repositories that the code comes from; usually one. */
            scms?: components["schemas"]["CodeSource"][];
            /** @description What a build does, in the order in which it runs. */
            steps: components["schemas"]["BuildStepConfig"][];
            /**
             * @description Kind of the machine that builds: `devcloud` is one of the service, `custom_host` one of one's own, `custom_acc` one of one's own with build acceleration.
             * @example devcloud
             */
            host_type?: "devcloud" | "custom_host" | "custom_acc" | (string & {});
            /**
             * @description Whether the steps come from a YAML file in the repository (`YAML`) or from `steps` (`ACTION`).
             * @example ACTION
             * @enum {string}
             */
            build_config_type?: "YAML" | "ACTION";
            /**
             * @description Whether each commit that is pushed starts a build.
             * @example false
             */
            build_if_code_updated?: boolean;
            /** @description Timers that start builds. */
            triggers?: components["schemas"]["BuildTrigger"][];
        };
        /** @description A build task in the list of all tasks of a user: the task, its project, its last build, and what the caller may do with it. */
        BuildTaskEntry: {
            /**
             * @description Id of the task, the `job_id` of other operations.
             * @example f5af662119404ad187437cd272b5099b
             */
            id?: string;
            /**
             * @description Name of the task, unique within its project.
             * @example jobname
             */
            job_name?: string;
            /**
             * @description The user who created the task, as an id in the vendor's example of an answer, as a name in that of the field.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            job_creator?: string;
            /**
             * @description Id of the user who created the task.
             * @example ae22fd035f354cfa8d82d3f1cdad0446
             */
            user_id?: string;
            /**
             * @description Name of the user who created the task.
             * @example username
             */
            user_name?: string;
            /**
             * @description Display name of that user.
             * @example nickname
             */
            nick_name?: string | null;
            /**
             * @description Id of the CodeArts project that the task belongs to.
             * @example a287e712be6c404ca26e5f69040fa12b
             */
            project_id?: string;
            /**
             * @description Name of that project.
             * @example projectname
             */
            project_name?: string;
            /**
             * Format: int64
             * @description When the last build started, in milliseconds since 1970; `null` before the first one.
             * @example 1718333100000
             */
            last_build_time?: number | null;
            /**
             * Format: int32
             * @description Share of recent builds that succeeded, 0 to 100.
             * @example 80
             */
            health_score?: number;
            /**
             * @description Where the code comes from.
             * @example codehub
             */
            source_code?: string | null;
            /**
             * @description How the last build ended. `red` is a failure, `blue` a success, `none` means that there was no build.
             * @example blue
             */
            last_build_status?: "red" | "blue" | "timeout" | "aborted" | "building" | "none" | (string & {}) | null;
            /**
             * @description Whether the last build is still running.
             * @example Finished
             */
            last_job_running_status?: "Finished" | "Running" | "InQueue" | (string & {}) | null;
            /**
             * @description Name of the user who started the last build.
             * @example user
             */
            last_build_user?: string | null;
            /**
             * @description Id of that user.
             * @example ae22fd035f354cfa8d82d3f1cdad0446
             */
            last_build_user_id?: string | null;
            /**
             * @description Whether the last build has ended.
             * @example true
             */
            is_finished?: boolean;
            /**
             * @description Whether the task is disabled and cannot be run.
             * @example false
             */
            disabled?: boolean;
            /**
             * @description Whether the caller has marked the task as a favourite.
             * @example false
             */
            favorite?: boolean;
            /**
             * @description Whether the caller may change the task.
             * @example false
             */
            is_modify?: boolean;
            /**
             * @description Whether the caller may delete the task.
             * @example true
             */
            is_delete?: boolean;
            /**
             * @description Whether the caller may see the task.
             * @example true
             */
            is_view?: boolean;
            /**
             * @description Whether the caller may run the task.
             * @example true
             */
            is_execute?: boolean;
            /**
             * @description Whether the caller may copy the task.
             * @example true
             */
            is_copy?: boolean;
            /**
             * @description Whether the caller may disable the task.
             * @example true
             */
            is_forbidden?: boolean;
            /**
             * @description Day of the last build and its number within that day, `#yyyyMMdd.n`. It is no id that other operations take.
             * @example #20240614.1
             */
            task_id?: string | null;
            /**
             * @description Branch that the last build built.
             * @example test6
             */
            code_branch?: string | null;
            /**
             * @description Id of the commit that the last build built; empty where it had none.
             * @example f5af662119404ad187437cd272b5099b
             */
            commit_id?: string | null;
            /**
             * @description What started the last build, in the language of the account (`Manual`, `手工触发`).
             * @example Manual
             */
            trigger_type?: "Manual" | "手工触发" | "定时触发" | "代码更新触发" | "流水线触发" | (string & {}) | null;
            /**
             * @description How long the last build took. The unit is not documented; the example of 62000 suggests milliseconds.
             * @example 62000
             */
            build_time?: number | null;
            /**
             * Format: uri
             * @description Address of the code repository in a browser.
             * @example https://devcloud.example.com/codehub/2131746215/home
             */
            scm_web_url?: string | null;
            /**
             * @description Kind of the code repository.
             * @example codehub
             */
            scm_type?: "codehub" | "repo" | "github" | "default" | (string & {}) | null;
            /**
             * @description Id of the code repository, digits written as a string; may be empty.
             * @example 2131746215
             */
            repo_id?: string | null;
            /**
             * @description Address of that commit in a browser, for code of CodeArts Repo; empty for other code.
             * @example https://devcloud.example.com/codehub/2111750206/ffe2ee8b44a0b2683df86b44f8ec27d71baeae86/commitdetail
             */
            commit_detail_url?: string | null;
            /**
             * @description Number of the last build, an integer written as a string. It is the `build_no` of other operations.
             * @example 9
             */
            build_number?: string | null;
            /**
             * @description Why the task is disabled; empty where it is not.
             * @example No longer needed
             */
            forbidden_msg?: string | null;
            /**
             * @description Id of the task's build project, a UUID, which `listRecords` takes.
             * @example 85caf405-7579-4f98-9920-5216d1148af6
             */
            build_project_id?: string;
            /**
             * @description What was chosen from the repository.
             * @example branch
             */
            build_type?: "branch" | "tag" | "commitId" | (string & {}) | null;
            /**
             * @description Tag that the last build built, where it was a tag.
             * @example build_tag_test
             */
            tag?: string | null;
            /**
             * @description Whether the roles of the project decide who may do what with the task, instead of permissions of its own.
             * @example false
             */
            project_permission_switch?: boolean;
        };
        /** @description A build task with its new configuration. It replaces the old one as a whole, so send everything that is to stay: take the answer of `showJobConfig` and change it. API Explorer and the SDKs know fewer fields than the vendor's newer pages; what is taken from those says so. */
        BuildTaskChange: {
            /**
             * @description Processor architecture of the machine that builds. It is `x86-64` with a hyphen; ServiceStage writes `x86_64`.
             * @example x86-64
             */
            arch: "x86-64" | "arm" | (string & {});
            /**
             * @description Id of the CodeArts project that the task belongs to, 32 lower-case letters and digits.
             * @example a287e712be6c404ca26e5f69040fa12b
             */
            project_id: string;
            /**
             * @description Name of the task, unique within its project: 1 to 115 letters, digits, `_` and `-`. The Chinese pages allow Chinese characters too.
             * @example examplejob
             */
            job_name: string;
            /**
             * @description Where the code comes from. On the newer pages only, without a list of the values; answers have `codehub` and `codeci`.
             * @example codehub
             */
            source_code?: string;
            /**
             * @description Id of the task to change.
             * @example db8467d972cc47f7a1bd2a3a3e77596a
             */
            job_id: string;
            /**
             * @description Whether Git submodules are updated before the build. It is the string `true` or `false`, not a boolean.
             * @default false
             * @example false
             * @enum {string}
             */
            auto_update_sub_module?: "false" | "true";
            /**
             * @description Size of the machine that builds: processors and memory in GB. `showAvailableInnerSpec` lists what the account may use.
             * @example 2u8g
             */
            flavor?: "2u8g" | "DEFAULT" | (string & {});
            /**
             * @description What the task is for, in free words. On the newer pages only.
             * @example Builds the web shop
             */
            description?: string;
            /**
             * @description URN of the IAM agency in whose name builds run. On the newer pages only.
             * @example iam::60021bab32fd450aa2cb89226f425e06:agency:build_admin_trust
             */
            agency_urn?: string;
            /** @description The parameters of the task. `codeBranch`, the branch to build, is among the predefined ones. */
            parameters?: components["schemas"]["ParameterDefinition"][];
            /**
             * @description Id of the group that the task is sorted into. On the newer pages only.
             * @example 61cd2b1179a74c54853ca1da822dfe21
             */
            group_id?: string;
            timeout?: components["schemas"]["BuildTimeout"];
            /** @description The repositories that the code comes from; usually one. */
            scms?: components["schemas"]["CodeSource"][];
            /** @description What a build does, in the order in which it runs. */
            steps: components["schemas"]["BuildStepConfig"][];
            /**
             * @description Kind of the machine that builds: `devcloud` is one of the service, `custom_host` one of one's own, `custom_acc` one of one's own with build acceleration.
             * @example devcloud
             */
            host_type?: "devcloud" | "custom_host" | "custom_acc" | (string & {});
            /**
             * @description Whether the steps come from a YAML file in the repository (`YAML`) or from `steps` (`ACTION`).
             * @example ACTION
             * @enum {string}
             */
            build_config_type?: "YAML" | "ACTION";
            /**
             * @description Whether each commit that is pushed starts a build. On the newer pages only.
             * @example false
             */
            build_if_code_updated?: boolean;
            /** @description Timers that start builds. On the newer pages only. */
            triggers?: components["schemas"]["BuildTrigger"][];
        };
        /** @description The configuration of a build task, in the form in which it was created, with its id. Pass it on to `updateNewJob` after a change. */
        BuildTaskConfig: {
            /**
             * @description Processor architecture of the machine that builds. It is `x86-64` with a hyphen; ServiceStage writes `x86_64`.
             * @example x86-64
             */
            arch: "x86-64" | "arm" | (string & {});
            /**
             * @description Id of the CodeArts project that the task belongs to, 32 lower-case letters and digits.
             * @example a287e712be6c404ca26e5f69040fa12b
             */
            project_id: string;
            /**
             * @description Name of the task, unique within its project.
             * @example oychap213i2
             */
            job_name: string;
            /**
             * @description Id of the task. The vendor's example has it, the tables do not.
             * @example 35b6c7da9e644dbbb7e333579f89dcda
             */
            job_id?: string;
            /**
             * @description Whether Git submodules are updated before the build, as the string `true` or `false`.
             * @example false
             */
            auto_update_sub_module?: "false" | "true" | (string & {});
            /**
             * @description Size of the machine that builds: processors and memory in GB. `showAvailableInnerSpec` lists what the account may use.
             * @example 2u8g
             */
            flavor?: "2u8g" | "DEFAULT" | (string & {});
            /** @description The parameters of the task; all of them with `get_all_params`. */
            parameters?: components["schemas"]["ParameterDefinition"][];
            /**
             * @description Id of the group that the task is sorted into.
             * @example 61cd2b1179a74c54853ca1da822dfe21
             */
            group_id?: string;
            timeout?: components["schemas"]["BuildTimeout"];
            /** @description The repositories that the code comes from; usually one. */
            scms?: components["schemas"]["CodeSource"][];
            /** @description What a build does, in the order in which it runs. `null` in the example of API Explorer. */
            steps: components["schemas"]["BuildStepConfig"][] | null;
            /**
             * @description Kind of the machine that builds: `devcloud` is one of the service, `custom_host` one of one's own, `custom_acc` one of one's own with build acceleration.
             * @example devcloud
             */
            host_type?: "devcloud" | "custom_host" | "custom_acc" | (string & {});
            /**
             * @description Whether the steps come from a YAML file in the repository (`YAML`) or were put together in the console (`ACTION`).
             * @example ACTION
             */
            build_config_type?: "YAML" | "ACTION" | (string & {});
            /**
             * @description Whether each commit that is pushed starts a build.
             * @example false
             */
            build_if_code_updated?: boolean;
            /** @description Timers that start builds. */
            triggers?: components["schemas"]["BuildTrigger"][];
        };
        /** @description One change of the configuration of a build task. */
        BuildTaskRevision: {
            /**
             * @description Id of the change, digits written as a string.
             * @example 502248950
             */
            id?: string;
            /**
             * Format: int32
             * @description Number of the change within its task. `showJobConfigDiff` takes two of them.
             * @example 2
             */
            update_number?: number;
            /**
             * @description What was done. No list of the values is published.
             * @example UPDATE
             */
            update_type?: "UPDATE" | (string & {});
            /**
             * @description Id of the user who made the change.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            user_id?: string;
            /**
             * @description Name of the user who made the change.
             * @example testUser
             */
            user_name?: string;
            /**
             * @description Display name of that user.
             * @example testUser
             */
            nick_name?: string | null;
            /**
             * Format: int64
             * @description When the change was made, in milliseconds since 1970.
             * @example 1726393693000
             */
            update_at?: number;
        };
        /** @description A build task as the head of its page shows it, with its last build and what the caller may do with it. */
        BuildTaskState: {
            /**
             * @description Id of the task, the `job_id` of other operations.
             * @example f5af662119404ad187437cd272b5099b
             */
            id?: string;
            /**
             * @description Id of the task's build project, the `build_project_id` of records. Each task has exactly one. It is not the CodeArts project.
             * @example 85caf40575794f989920-5216d1148af6
             */
            project_id?: string;
            /**
             * @description Whether the roles of the project decide who may do what with the task, instead of permissions of its own.
             * @example true
             */
            project_permission_switch?: boolean;
            /**
             * @description How long the last build ran, a decimal number written as a string. The unit is not documented.
             * @example 27.51
             */
            build_time?: string | null;
            /**
             * @description How much of that time is charged for, a decimal number written as a string. The unit is not documented.
             * @example 15.17
             */
            charge_time?: string | null;
            /**
             * Format: int64
             * @description When the task was created, in milliseconds since 1970. A number by definition, digits in a string in the vendor's example.
             * @example 1717574458000
             */
            create_time?: number | string;
            /**
             * @description Whether the task is disabled and cannot be run.
             * @example false
             */
            disabled?: boolean;
            /**
             * @description Whether the caller has marked the task as a favourite.
             * @example false
             */
            favorite?: boolean;
            /**
             * @description Where the code comes from.
             * @example codehub
             */
            source_code?: string | null;
            /**
             * @description Whether the last build is still running. The values are those of `last_job_running_status` in the lists; no list of them is published.
             * @example Finished
             */
            running_status?: "Finished" | "Running" | "InQueue" | (string & {}) | null;
            /**
             * @description Whether the last build was a repetition of an earlier one.
             * @example false
             */
            new_build?: boolean;
            /**
             * @description Name of the task, unique within its project.
             * @example jobname
             */
            job_name?: string;
            /**
             * @description Whether the caller may copy the task.
             * @example true
             */
            is_copy?: boolean;
            /**
             * @description Whether the caller may delete the task.
             * @example true
             */
            is_delete?: boolean;
            /**
             * @description Whether the caller may run the task.
             * @example true
             */
            is_execute?: boolean;
            /**
             * @description Whether the caller may disable the task.
             * @example true
             */
            is_forbidden?: boolean;
            /**
             * @description Whether the caller may manage the task, which includes its permissions.
             * @example true
             */
            is_manager?: boolean;
            /**
             * @description Whether the caller may change the task.
             * @example true
             */
            is_modify?: boolean;
            /**
             * @description Whether the caller may see the task.
             * @example true
             */
            is_view?: boolean;
            /**
             * @description How the last build ended. The vendor's example says `success`, where the lists say `blue`; no list of the values is published.
             * @example success
             */
            last_build_status?: "success" | "red" | "blue" | "timeout" | "aborted" | "building" | "none" | (string & {}) | null;
            /**
             * Format: int64
             * @description When the last build started, in milliseconds since 1970; `null` before the first one.
             * @example 1721793407000
             */
            last_build_time?: number | null;
            /**
             * Format: int32
             * @description Share of recent builds that succeeded, 0 to 100.
             * @example 74
             */
            health_score?: number;
        };
        /** @description A build task as the lists show it, with the outcome of its last build and what the caller may do with it. */
        BuildTaskSummary: {
            /**
             * @description Id of the task, the `job_id` of other operations.
             * @example 2a86c3c1ed18416399279fe6c1f2a0d4
             */
            id?: string;
            /**
             * @description Name of the task, unique within its project.
             * @example demo
             */
            job_name?: string;
            /**
             * @description Id of the user who created the task.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            job_creator?: string;
            /**
             * @description Name of the user who created the task.
             * @example test
             */
            user_name?: string;
            /**
             * @description Id of the task's build project, a UUID, which `listRecords` takes.
             * @example 31581e9f-5772-4053-a50c-d5690578c8fd
             */
            build_project_id?: string;
            /**
             * Format: int64
             * @description When the last build started, in milliseconds since 1970; `null` before the first one.
             * @example 1608004535000
             */
            last_build_time?: number | null;
            /**
             * @description How the last build ended. `red` is a failure, `blue` a success, `none` means that there was no build.
             * @example blue
             */
            last_build_status?: "red" | "blue" | "timeout" | "aborted" | "building" | "none" | "success" | (string & {}) | null;
            /**
             * @description Whether the last build is still running. The vendor's text calls it a time, its values are these.
             * @example Finished
             */
            last_job_running_status?: "Finished" | "Running" | "InQueue" | (string & {}) | null;
            /**
             * @description Name of the user who started the last build.
             * @example test
             */
            last_build_user?: string | null;
            /**
             * @description IAM id of that user.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            last_build_user_id?: string | null;
            /**
             * Format: int64
             * @description How long the last build took. The unit is not documented.
             * @example 27
             */
            build_time?: number | null;
            /**
             * @description Number of the last build, an integer written as a string; the `build_no` of other operations. Documented for `listJob` only; third-party clients read it here too.
             * @example 9
             */
            build_number?: string | null;
            /**
             * @description Day of the last build and its number within that day, `#yyyyMMdd.n`. Documented for `listJob` only.
             * @example #20240614.1
             */
            task_id?: string | null;
            /**
             * @description Branch that the last build built. Documented for `listJob` only.
             * @example master
             */
            code_branch?: string | null;
            /**
             * @description Id of the commit that the last build built; empty where it had none. Documented for `listJob` only.
             * @example e980b883c1590363818225ec649d7cf161f0d49c
             */
            commit_id?: string | null;
            /**
             * @description Address of that commit in a browser, for code of CodeArts Repo. Documented for `listJob` only.
             * @example https://devcloud.example.com/codehub/2111750206/ffe2ee8b44a0b2683df86b44f8ec27d71baeae86/commitdetail
             */
            commit_detail_url?: string | null;
            /**
             * @description Why the task is disabled; empty where it is not. Documented for `listJob` only.
             * @example No longer needed
             */
            forbidden_msg?: string | null;
            /**
             * Format: int32
             * @description Share of recent builds that succeeded, 0 to 100.
             * @example 75
             */
            health_score?: number;
            /**
             * @description What started the last build, in the language of the account (`Manual`, `手工触发`).
             * @example Manual
             */
            trigger_type?: "Manual" | "手工触发" | "定时触发" | "代码更新触发" | "流水线触发" | (string & {}) | null;
            /**
             * @description Where the code comes from.
             * @example codehub
             */
            source_code?: string | null;
            /**
             * @description Id of the code repository, digits written as a string.
             * @example 2111616838
             */
            repo_id?: string | null;
            /**
             * @description Kind of the code repository.
             * @example codehub
             */
            scm_type?: "codehub" | "repo" | "github" | "default" | (string & {}) | null;
            /**
             * @description Address of the code repository in a browser.
             * @example https://devcloud.example.com/codehub/2111616838/home
             */
            scm_web_url?: string | null;
            /**
             * @description Whether the last build has ended.
             * @example true
             */
            is_finished?: boolean;
            /**
             * @description Whether the task is disabled and cannot be run.
             * @example false
             */
            disabled?: boolean;
            /**
             * @description Whether the caller has marked the task as a favourite.
             * @example false
             */
            favorite?: boolean;
            /**
             * @description Whether the caller may change the task.
             * @example true
             */
            is_modify?: boolean;
            /**
             * @description Whether the caller may delete the task.
             * @example true
             */
            is_delete?: boolean;
            /**
             * @description Whether the caller may run the task.
             * @example true
             */
            is_execute?: boolean;
            /**
             * @description Whether the caller may copy the task.
             * @example true
             */
            is_copy?: boolean;
            /**
             * @description Whether the caller may disable the task.
             * @example true
             */
            is_forbidden?: boolean;
            /**
             * @description Whether the caller may see the task.
             * @example true
             */
            is_view?: boolean;
        };
        /** @description A parameter of a build and the value that it has in one build. */
        BuildParameter: {
            /**
             * @description Name of the parameter, as the task defines it: up to 128 letters, digits and `_`. `codeBranch` chooses the branch. Not allowed are `LD_PRELOAD`, `LD_LIBRARY_PATH`, `PATH`, `path`, `BASH_ENV` and `GIT_SSH_COMMAND`.
             * @example codeBranch
             */
            name: string;
            /**
             * @description Value for this build, up to 8192 characters. Numbers and booleans are written as strings.
             * @example master
             */
            value: string;
        };
        /** @description Which state of the code to build, where it is not the head of a branch. Without it the branch of the parameter `codeBranch`, or else the task's own, is built. */
        BuildSource: {
            /**
             * @description Name of the tag to build.
             * @example v1.2.0
             */
            build_tag?: string | null;
            /**
             * @description Full id of the commit to build.
             * @example e980b883c1590363818225ec649d7cf161f0d49c
             */
            build_commit_id?: string | null;
        };
        /** @description A build that has been put into the queue. */
        StartedBuild: {
            /**
             * @description Name of the build within the scheduler. It is the `execution_id` of the build's record.
             * @example j_Oaqg3PCN
             */
            octopus_job_name?: string;
            /**
             * @description Number of the build within its task, an integer written as a string. It is the `build_no` of other operations.
             * @example 20
             */
            actual_build_number?: string;
            /**
             * @description Day of the build and its number within that day, `yyyyMMdd.n`.
             * @example 20200612.20
             */
            daily_build_number?: string;
        };
        /** @description Names tasks in the recycle bin. */
        RecycledTaskSelection: {
            /** @description Ids of the tasks, the `job_id` that `listRecyclingJob` shows. */
            job_ids: string[];
        };
        /** @description A file or an image that a build made. */
        BuildOutput: {
            /**
             * @description Id of the CodeArts project that the task belongs to.
             * @example 6ecbc5bac7c8442fb3d2563d53c13582
             */
            project_id?: string | null;
            /**
             * @description Name of the output.
             * @example demo
             */
            name?: string | null;
            /**
             * @description Version that the build gave the output.
             * @example 1.0.0
             */
            version?: string | null;
            /**
             * @description Kind of the output.
             * @example jar
             */
            package_type?: "cmake" | "jar" | "py" | "zip" | "txt" | "yml" | "html" | (string & {}) | null;
            /**
             * @description Path of the output in the repository that it was uploaded to.
             * @example /demo/1.0.0/demo-1.0.0.jar
             */
            uri?: string | null;
            /**
             * @description Type of the output. What tells it from `package_type` is not documented.
             * @example package
             */
            type?: string | null;
            /**
             * @description Day of the build and its number within that day, `yyyyMMdd.n`.
             * @example 20230415.2
             */
            daily_build_number?: string | null;
        };
        /** @description What a build made. Each part is `null` where the build made nothing of the kind. */
        BuildOutputSet: {
            /** @description The output of a build that made a single one. */
            package_info?: components["schemas"]["BuildOutput"] | null;
            /** @description The packages. What the keys are is not documented. */
            package_infos?: {
                [key: string]: components["schemas"]["BuildOutput"];
            } | null;
            /** @description The container images. What the keys are is not documented. */
            image_infos?: {
                [key: string]: components["schemas"]["BuildOutput"];
            } | null;
        };
        /** @description The most important facts of a build. Times come in more than one format. */
        BriefBuildRecord: {
            /**
             * @description A UUID. The vendor's text calls it the id of the task, whose ids have no hyphens; the longer records have the record's id under this name.
             * @example bf44443d-190b-4f21-8f6c-08cf511e8415
             */
            id?: string;
            /**
             * @description Id of the project that the build belongs to. In the longer records this is the build project, a UUID.
             * @example a3270d84-ddc7-4288-b985-f801871b260d
             */
            project_id?: string | null;
            /**
             * Format: int32
             * @description Number of the build within its task, from 1.
             * @example 227
             */
            build_no?: number;
            /**
             * @description Day of the build and its number within that day, `yyyyMMdd.n`.
             * @example 20240812.1
             */
            daily_build_number?: string | null;
            /**
             * @description How the build ended. No list of the values is published.
             * @example SCHEDULE_FAILURE
             */
            status?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
            /**
             * @description Branch that was built.
             * @example master
             */
            branch?: string | null;
            /**
             * @description Id of the commit that was built.
             * @example e980b883c1590363818225ec649d7cf161f0d49c
             */
            revision?: string | null;
            /**
             * @description Name of the user who started the build.
             * @example testUser
             */
            trigger_name?: string | null;
            /**
             * @description When the build was asked for. The example is `yyyy-MM-dd HH:mm:ss`, unlike the other times.
             * @example 2024-08-31 10:58:02
             */
            create_time?: string | null;
            /**
             * @description When the build was handed to the scheduler, ISO 8601 with an offset that has no colon.
             * @example 2024-08-12T02:31:01+0800
             */
            schedule_time?: string | null;
            /**
             * @description When the build entered the queue, ISO 8601 with an offset that has no colon. The vendor's text calls it a duration.
             * @example 2024-08-12T02:31:01+0800
             */
            queued_time?: string | null;
            /**
             * @description When the build began to run, ISO 8601 with an offset that has no colon.
             * @example 2024-08-12T02:31:01+0800
             */
            start_time?: string | null;
            /**
             * @description When the build ended, ISO 8601 with an offset that has no colon.
             * @example 2024-08-12T02:31:01+0800
             */
            finish_time?: string | null;
            /**
             * Format: int32
             * @description Time in the queue and time of running together. The unit is not documented; the longer records have milliseconds.
             * @example 0
             */
            duration?: number | null;
            /**
             * Format: int32
             * @description How long the build ran, in the unit of `duration`.
             * @example 0
             */
            build_duration?: number | null;
            /**
             * Format: int32
             * @description How long the build waited in the queue, in the unit of `duration`.
             * @example 0
             */
            pending_duration?: number | null;
        };
        /** @description The parts of a build that starts other builds, and which of them waits for which. There are no cycles. */
        BuildFlowGraph: {
            /** @description The parts, each a build of its own. It is empty where a build has no parts. */
            vertices?: {
                /**
                 * @description Id of the part's build record, a UUID.
                 * @example 7607d919-6c21-43b3-a06e-ee016ff8e7c7
                 */
                id?: string;
                /**
                 * @description How the part ended; empty, `null` or absent before that.
                 * @example SUCCESS
                 */
                status?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
                /**
                 * @description Name of the part.
                 * @example job4
                 */
                display_name?: string | null;
                /**
                 * @description Number of the part's build, an integer written as a string.
                 * @example 535
                 */
                build_no?: string | null;
                /**
                 * Format: int32
                 * @description How long the part ran. The unit is not documented; the other records have milliseconds.
                 * @example 38156
                 */
                build_duration?: number | null;
                /**
                 * Format: date-time
                 * @description When the part began to run, ISO 8601 with an offset.
                 * @example 2020-12-30T17:33:11+08:00
                 */
                start_time?: string | null;
                /**
                 * Format: date-time
                 * @description When the part ended, ISO 8601 with an offset.
                 * @example 2020-12-30T17:33:27+08:00
                 */
                finish_time?: string | null;
            }[];
            /** @description The dependencies between the parts. */
            edges?: {
                /**
                 * @description Id of the part that depends on the other one.
                 * @example d5587caf-05d7-42af-8ed2-daa20eb1de1b
                 */
                from?: string;
                /**
                 * @description Id of the part that it depends on.
                 * @example af81a8ff-1d53-4e0a-9108-fa7880366e73
                 */
                to?: string;
            }[];
        };
        /** @description A build, as the operations return it that go by the ids of the build project and of the record. It has other names and other types than `BuildRecord`: `build_no` is a string here, and `id` is the record's id. */
        BuildProjectRecord: {
            /**
             * @description Id of the record, a UUID. It is the `record_id` that the log downloads and the operations on one record take.
             * @example 534488f1-8f08-4e2b-9bbb-9f3f20e0708e
             */
            id?: string;
            /**
             * @description Id of the build project, a UUID. It is not the CodeArts project; other operations call it `build_project_id`.
             * @example a3270d84-ddc7-4288-b985-f801871b260d
             */
            project_id?: string;
            /**
             * @description Number of the build within its task, from 1, an integer written as a string.
             * @example 2
             */
            build_no?: string;
            /**
             * @description Day of the build and its number within that day, `yyyyMMdd.n`.
             * @example 20240626.2
             */
            daily_build_number?: string;
            /**
             * @description The same as `daily_build_number`.
             * @example 20240626.2
             */
            daily_build_no?: string;
            /**
             * @description Name of the task, or of the part of a larger build that this record is of.
             * @example APITest-getInfo-yCAdLM
             */
            display_name?: string | null;
            /**
             * @description Name of the group that the task is in; empty where it is in none.
             * @example group
             */
            group_name?: string | null;
            /**
             * @description How the build ended; empty, `null` or absent before that. No list of the values is published.
             * @example ABORTED
             */
            status?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
            /**
             * Format: int32
             * @description The same as a number. 5 has been seen beside `SUCCESS` and 8 beside `ABORTED`; the other values are not documented.
             * @example 8
             */
            status_code?: number | null;
            /**
             * @description Name of the build within the scheduler; the `octopus_job_name` of the answer that started it.
             * @example j_YE1bu9Z7
             */
            execution_id?: string | null;
            /**
             * @description What started the build.
             * @example MANUAL
             */
            trigger_type?: "MANUAL" | "TIMED_EXECUTION" | "CODEHUB_TRIGGER" | "PIPELINE_TRIGGER" | (string & {}) | null;
            /**
             * @description Name of the user who started the build.
             * @example testUser
             */
            trigger_name?: string | null;
            /**
             * @description Id of the user who started the build.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            user_id?: string | null;
            /** @description What kind of a build it was. */
            build_record_type?: {
                /**
                 * @description Kind of the record. Only `JOB` has been seen.
                 * @example JOB
                 */
                record_type?: "JOB" | (string & {}) | null;
                /**
                 * @description What started the build, the same as outside.
                 * @example MANUAL
                 */
                trigger_type?: "MANUAL" | "TIMED_EXECUTION" | "CODEHUB_TRIGGER" | "PIPELINE_TRIGGER" | (string & {}) | null;
                /**
                 * @description Whether an earlier build was run again. It may be absent.
                 * @example false
                 */
                rerun?: boolean | null;
                /**
                 * @description The same as `rerun`, as far as the descriptions tell. It may be absent.
                 * @example false
                 */
                is_rerun?: boolean | null;
            } | null;
            /** @description The parameters that the build ran with. */
            parameters?: {
                /**
                 * @description Name of the parameter.
                 * @example codeBranch
                 */
                name?: string;
                /**
                 * @description Type of the parameter. Only `string` has been seen; it may be absent.
                 * @example string
                 */
                type?: string | null;
                /**
                 * @description Value in this build. Whether secret values are masked is not documented.
                 * @example master
                 */
                value?: string | null;
                /**
                 * @description Whether the value is a secret.
                 * @example false
                 */
                secret?: boolean | null;
            }[] | null;
            /**
             * @description Address that the code was cloned from.
             * @example https://codehub.example.com/6823252f543d4915b49892a5fd9f0ec3/APITestCreateMaven02.git
             */
            repository?: string | null;
            /**
             * @description Branch that was built.
             * @example master
             */
            branch?: string | null;
            /**
             * @description Id of the commit that was built; empty where the code was not fetched.
             * @example e980b883c1590363818225ec649d7cf161f0d49c
             */
            revision?: string | null;
            /**
             * @description What was chosen from the repository.
             * @example branch
             */
            dev_cloud_build_type?: "branch" | "tag" | "commitId" | (string & {}) | null;
            /**
             * @description Kind of the code repository.
             * @example codehub
             */
            scm_type?: "codehub" | "repo" | "github" | "default" | (string & {}) | null;
            /**
             * Format: uri
             * @description Address of the code repository in a browser.
             * @example https://devcloud.example.com/codehub/2111857371/home
             */
            scm_web_url?: string | null;
            /**
             * @description Path in the repository of the YAML file that the steps come from.
             * @example .cloudbuild/build.yml
             */
            build_yml_path?: string | null;
            /**
             * Format: uri
             * @description Address of that file in a browser.
             * @example https://codehub.example.com/6823252f543d4915b49892a5fd9f0ec3/APITestCreateMaven02/blob/master/.cloudbuild/build.yml
             */
            build_yml_url?: string | null;
            /**
             * @description When the build was asked for, ISO 8601 in examples of answers. The definition's own example has `Wed Jun 26 16:25:09 CST 2024`.
             * @example 2024-06-26T08:25:09.000+00:00
             */
            create_time?: string | null;
            /**
             * @description When the build was handed to the scheduler, in the format of `create_time`.
             * @example 2024-06-26T08:25:11.000+00:00
             */
            schedule_time?: string | null;
            /**
             * @description When the build entered the queue, in the format of `create_time`.
             * @example 2024-06-26T08:25:09.000+00:00
             */
            queued_time?: string | null;
            /**
             * @description When the build began to run, in the format of `create_time`.
             * @example 2024-06-26T08:25:09.000+00:00
             */
            start_time?: string | null;
            /**
             * @description When the build ended, in the format of `create_time`.
             * @example 2024-06-26T08:25:26.000+00:00
             */
            finish_time?: string | null;
            /**
             * Format: int32
             * @description Time in the queue and time of running together, in milliseconds.
             * @example 26183
             */
            duration?: number | null;
            /**
             * Format: int32
             * @description How long the build ran, in milliseconds.
             * @example 23183
             */
            build_duration?: number | null;
            /**
             * Format: int32
             * @description How long the build waited in the queue, in milliseconds.
             * @example 3000
             */
            pending_duration?: number | null;
        };
        /** @description A build in the history of a task, as the console's list shows it. It has no record id; `number` leads to the other operations. */
        BuildRecordSummary: {
            /**
             * Format: int32
             * @description Number of the build within its task, from 1. It is the `build_no` of other operations.
             * @example 44
             */
            number?: number;
            /**
             * @description Day of the build and its number within that day, `yyyyMMdd.n`.
             * @example 20231226.1
             */
            daily_build_number?: string;
            /**
             * @description How the build ended; empty, `null` or absent before that. No list of the values is published.
             * @example SUCCESS
             */
            state?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
            /**
             * @description Whether the build waits, runs or has ended.
             * @example Finished
             */
            job_running_status?: "InQueue" | "Running" | "Finished" | (string & {}) | null;
            /**
             * Format: int64
             * @description When the build started, in milliseconds since 1970.
             * @example 1703554641000
             */
            start_time?: number | null;
            /**
             * Format: int32
             * @description How long the build took. The unit is not documented; the example is plausible in milliseconds only.
             * @example 3525000
             */
            build_time?: number | null;
            /**
             * Format: int32
             * @description The same as `build_time`, as far as examples and descriptions tell. The unit is not documented.
             * @example 3525000
             */
            cost_time?: number | null;
            /**
             * @description What started the build, in the language of the account. Build records have other words (`MANUAL`) for the same.
             * @example Manual
             */
            trigger_type?: "Manual" | "手工触发" | "定时触发" | "代码更新触发" | "流水线触发" | (string & {}) | null;
            /**
             * @description IAM id of the user who started the build.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            user_id?: string | null;
            /**
             * @description User who started the build.
             * @example test
             */
            executor?: string | null;
            /**
             * @description Display name of that user.
             * @example 021
             */
            nickname?: string | null;
            /**
             * @description What was chosen from the repository.
             * @example branch
             */
            build_type?: "branch" | "tag" | "commitId" | (string & {}) | null;
            /**
             * @description Branch that was built.
             * @example master
             */
            code_branch?: string | null;
            /**
             * @description Id of the commit that was built.
             * @example ffe2ee8b44a0b2683df86b44f8ec27d71baeae86
             */
            commit_id?: string | null;
            /** @description The commit that was built, with its time. */
            commit_info?: {
                /**
                 * @description Id of the commit, the same as outside.
                 * @example ffe2ee8b44a0b2683df86b44f8ec27d71baeae86
                 */
                commit_id?: string | null;
                /**
                 * Format: date-time
                 * @description When the commit was made, ISO 8601 with milliseconds and an offset.
                 * @example 2023-11-21T01:48:21.000+00:00
                 */
                created_at?: string | null;
            } | null;
            /**
             * Format: uri
             * @description Address of the commit in a browser. Only repositories of CodeArts Repo (`codehub`) have it.
             * @example https://devcloud.example.com/codehub/2111750206/ffe2ee8b44a0b2683df86b44f8ec27d71baeae86/commitdetail
             */
            commit_detail_url?: string | null;
            /**
             * @description Kind of the code repository.
             * @example codehub
             */
            scm_type?: "codehub" | "repo" | "github" | "default" | (string & {}) | null;
            /**
             * Format: uri
             * @description Address of the code repository in a browser.
             * @example https://devcloud.example.com/codehub/2111750206/home
             */
            scm_web_url?: string | null;
        };
        /** @description A page of the builds of a task. The numbers of pages and builds are written as strings. */
        BuildRecordPage: {
            /** @description The builds of this page. */
            job_build_states?: components["schemas"]["BuildRecordSummary"][];
            /**
             * @description Number of this page, an integer written as a string. The first page is 0.
             * @example 0
             */
            page_index?: string;
            /**
             * @description How many pages there are, an integer written as a string.
             * @example 5
             */
            total_page?: string;
            /**
             * @description How many builds there are on all pages, an integer written as a string.
             * @example 44
             */
            total_record?: string;
            /**
             * @description Health of the task, an integer written as a string. Lists of tasks have it as a number from 0 to 100.
             * @example 0
             */
            health_score?: string;
        };
        /** @description What is known of one build of a task. The v1 and the v4 operation return the same fields. */
        BuildRecord: {
            /**
             * @description Internal id of the record. Other operations take `build_record_id` in its place.
             * @example eb9d73c7-61b3-4823-b476-a7c00c493b8a
             */
            id?: string;
            /**
             * @description Id of the build project, a UUID. Each task has one; `listRecords` and `showJobTotal` take it in their path.
             * @example 31581e9f-5772-4053-a50c-d5690578c8fd
             */
            build_project_id?: string;
            /**
             * @description Id of the record, a UUID. It is the `record_id` of the log downloads and of `showBuildRecord`.
             * @example 9d6169b9-022d-458c-9dc8-48cc94cc4083
             */
            build_record_id?: string;
            /**
             * @description The `build_record_id` of the build that started this one; `null` for a build of its own.
             * @example null
             */
            parent_record_id?: string | null;
            /**
             * @description Id of the task, the `job_id` of other operations.
             * @example 68491d9bc97b4774adb93e29b46d2dc6
             */
            codeci_job_id?: string;
            /**
             * Format: int32
             * @description Number of the build within its task, from 1.
             * @example 532
             */
            build_no?: number;
            /**
             * @description Day of the build and its number within that day, `yyyyMMdd.n`.
             * @example 20221011.29
             */
            daily_build_num?: string;
            /**
             * @description How the build ended; empty, `null` or absent before that. No list of the values is published.
             * @example SUCCESS
             */
            status?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
            /**
             * @description Branch that was built.
             * @example master
             */
            branch?: string | null;
            /**
             * @description Tag that was built; `null` where it was a branch or a commit.
             * @example v1.2.0
             */
            tag?: string | null;
            /**
             * @description Id of the commit that was built.
             * @example e980b883c1590363818225ec649d7cf161f0d49c
             */
            commit?: string | null;
            /**
             * @description Message of that commit.
             * @example Correct the tests
             */
            commit_message?: string | null;
            /**
             * Format: date-time
             * @description When that commit was made, ISO 8601 with milliseconds and an offset.
             * @example 2022-10-11T08:28:42.000+00:00
             */
            commit_create_time?: string | null;
            /**
             * @description Id of the code repository, digits written as a string.
             * @example 2111616838
             */
            repo_id?: string | null;
            /**
             * @description Name of the code repository.
             * @example maven
             */
            repo_name?: string | null;
            /**
             * @description What was chosen from the repository.
             * @example branch
             */
            build_type?: "branch" | "tag" | "commitId" | (string & {}) | null;
            /**
             * @description Whether the steps come from a YAML file in the repository or were put together in the console.
             * @example YAML
             */
            build_config_type?: "YAML" | "ACTION" | (string & {}) | null;
            /**
             * @description What started the build. Lists show other, translated words for the same.
             * @example MANUAL
             */
            trigger_type?: "MANUAL" | "TIMED_EXECUTION" | "CODEHUB_TRIGGER" | "PIPELINE_TRIGGER" | (string & {}) | null;
            /**
             * @description Name of the build within the scheduler; the `octopus_job_name` of the answer that started it.
             * @example j_YE1bu9Z7
             */
            execution_id?: string | null;
            /**
             * Format: date-time
             * @description When the build was asked for, ISO 8601.
             * @example 2022-10-11T08:28:42.000+00:00
             */
            create_time?: string | null;
            /**
             * Format: date-time
             * @description When the build was handed to the scheduler, ISO 8601. Described as a duration by the vendor; every example is a point in time.
             * @example 2022-10-11T08:28:45.000+00:00
             */
            schedule_time?: string | null;
            /**
             * Format: date-time
             * @description When the build entered the queue, ISO 8601. Described as a duration by the vendor; every example is a point in time.
             * @example 2022-10-11T08:28:45.000+00:00
             */
            queued_time?: string | null;
            /**
             * Format: date-time
             * @description When the scheduler could run the build, ISO 8601. Examples have values that lie before `create_time`.
             * @example 2022-10-11T08:16:04.000+00:00
             */
            runnable_time?: string | null;
            /**
             * Format: date-time
             * @description When the build began to run, ISO 8601.
             * @example 2022-10-11T08:28:47.000+00:00
             */
            start_time?: string | null;
            /**
             * Format: date-time
             * @description When the build ended, ISO 8601; `null` while it runs.
             * @example 2022-10-11T08:30:27.000+00:00
             */
            finish_time?: string | null;
            /**
             * Format: int32
             * @description How long the build ran, in milliseconds.
             * @example 100068
             */
            duration?: number | null;
            /**
             * Format: int32
             * @description 1 where the build ran on a machine of the user's own, 0 where on one of the service.
             * @example 0
             */
            use_private_slave?: number;
            /**
             * @description State of the record itself. Only `null` has been seen.
             * @example null
             */
            record_status?: string | null;
            /**
             * @description Why the build failed, where the service knows.
             * @example null
             */
            err_msg?: string | null;
            /**
             * @description Region of the tenant.
             * @example cn-north-4
             */
            region?: string;
            /**
             * @description Id of the CodeArts project, the `project_id` of other operations.
             * @example b4d3971c3988463b865f6f920846149e
             */
            devcloud_project_id?: string;
            /**
             * @description Id of the tenant.
             * @example 60021bab32fd450aa2cb89226f425e06
             */
            domain_id?: string;
            /**
             * @description Id of the user who started the build.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            user_id?: string;
        };
        /** @description A step of a build, with its state and its times. */
        BuildStageRecord: {
            /**
             * @description Id of the step in this build, a UUID.
             * @example 62f6fe70-0da2-47e2-ada9-1a4b6b7b1f97
             */
            id?: string;
            /**
             * @description Id of the record of the build, a UUID.
             * @example cb73dd66-c44a-4b41-aaf3-11d8076dd39d
             */
            build_record_id?: string;
            /**
             * @description Name of the build within the scheduler.
             * @example j_z0R4wuT4
             */
            execution_id?: string | null;
            /**
             * @description Name of the step within the scheduler. It is the key in the map, and the `task_name` of the downloads of a step's log.
             * @example stage3
             */
            execution_stage_name?: string;
            /**
             * @description Name of the step for people, in the language of the account.
             * @example Run shell commands
             */
            display_name?: string | null;
            /**
             * Format: int32
             * @description Place of the step in the order of the steps, from 0.
             * @example 3
             */
            sequence?: number | null;
            /**
             * Format: int32
             * @description Number of the step within the scheduler's graph; `null` for a step that was not reached.
             * @example 81
             */
            node_id?: number | null;
            /**
             * @description How the step ended; empty, `null` or absent before that. No list of the values is published.
             * @example SUCCESS
             */
            status?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
            /**
             * Format: int32
             * @description The same as a number. 5 has been seen beside `SUCCESS` and 8 beside `ABORTED`; the other values are not documented.
             * @example 5
             */
            status_code?: number | null;
            /**
             * @description State of the step's log. Only `null` has been seen.
             * @example null
             */
            log_status?: string | null;
            /**
             * @description When the step was created, ISO 8601. Examples have both `+00:00` and `+0800` as offset, so the colon may be missing.
             * @example 2024-08-12T02:31:01+0800
             */
            create_time?: string | null;
            /**
             * @description When the step was handed to the scheduler, in the format of `create_time`.
             * @example 2024-08-12T02:31:01+0800
             */
            schedule_time?: string | null;
            /**
             * @description When the step entered the queue, in the format of `create_time`. The vendor's text calls it a duration.
             * @example 2024-08-12T02:31:01+0800
             */
            queued_time?: string | null;
            /**
             * @description When the step began to run, in the format of `create_time`.
             * @example 2024-08-12T02:31:01+0800
             */
            start_time?: string | null;
            /**
             * @description When the step ended, in the format of `create_time`.
             * @example 2024-08-12T02:31:01+0800
             */
            finish_time?: string | null;
            /**
             * Format: int32
             * @description Time in the queue and time of running together, in milliseconds.
             * @example 44381
             */
            duration?: number | null;
            /**
             * Format: int32
             * @description How long the step ran, in milliseconds.
             * @example 381
             */
            build_duration?: number | null;
            /**
             * Format: int32
             * @description How long the step waited, in milliseconds.
             * @example 44000
             */
            pending_duration?: number | null;
        };
        /** @description A build in the history of a task, with its times and its outcome. */
        HistoryRecord: {
            /**
             * @description Names the build within the history. It has the form of the daily number, `yyyyMMdd.n`, and is not the UUID that the log downloads take as `record_id`.
             * @example 20201230.1
             */
            record_id?: string;
            /**
             * @description Id of the task.
             * @example f9d6c8466d614a9788e9a0acf6c15f46
             */
            job_id?: string;
            /**
             * Format: int32
             * @description Number of the build within its task, from 1. It is the `build_no` of other operations.
             * @example 55
             */
            build_number?: number;
            /**
             * Format: date-time
             * @description When the build began to run, ISO 8601 with an offset.
             * @example 2020-12-30T17:33:11+08:00
             */
            start_time?: string | null;
            /**
             * Format: date-time
             * @description When the build ended, ISO 8601 with an offset.
             * @example 2020-12-30T17:33:27+08:00
             */
            end_time?: string | null;
            /**
             * @description How the build ended. No list of the values is published.
             * @example FAILURE
             */
            result?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
        };
        /** @description A build in the history of a task, with its code and its origin. */
        PeriodHistoryRecord: {
            /**
             * @description Names the build within the history. It has the form of the daily number, `yyyyMMdd.n`, and is not the UUID that the log downloads take as `record_id`.
             * @example 20201230.1
             */
            record_id?: string;
            /**
             * @description Id of the task.
             * @example f9d6c8466d614a9788e9a0acf6c15f46
             */
            job_id?: string;
            /**
             * Format: int32
             * @description Number of the build within its task, from 1. It is the `build_no` of other operations.
             * @example 55
             */
            build_number?: number;
            /**
             * Format: date-time
             * @description When the build began to run, ISO 8601 with an offset.
             * @example 2020-12-30T17:33:11+08:00
             */
            start_time?: string | null;
            /**
             * Format: date-time
             * @description When the build ended, ISO 8601 with an offset.
             * @example 2020-12-30T17:33:27+08:00
             */
            end_time?: string | null;
            /**
             * @description How the build ended. No list of the values is published.
             * @example FAILURE
             */
            result?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
            /**
             * @description Branch that was built.
             * @example master
             */
            branch?: string | null;
            /**
             * @description Id of the commit that was built.
             * @example 2f37dd494927d2c6259417c58e5faeb72bfe7150
             */
            commit_id?: string | null;
            /**
             * @description Message of that commit. Only repositories of CodeArts Repo (`codehub`) have it.
             * @example test
             */
            commit_message?: string | null;
            /**
             * @description Name of the user who started the build.
             * @example test
             */
            executor?: string | null;
            /**
             * @description What started the build: a person, a schedule, a change of the code or a pipeline. The word is translated into the language of the account, so do not compare it with `MANUAL` and the other values of a build record.
             * @example Manual triggering
             */
            trigger_type?: "手工触发" | "定时触发" | "代码更新触发" | "流水线触发" | "Manual triggering" | "Manual" | (string & {}) | null;
        };
        /** @description What is known of one build of a task, as the v3 operation returns it. It differs from `BuildRecord` in `duration` only, which need not be an integer here. */
        LegacyBuildRecord: {
            /**
             * @description Internal id of the record. Other operations take `build_record_id` in its place.
             * @example eb9d73c7-61b3-4823-b476-a7c00c493b8a
             */
            id?: string;
            /**
             * @description Id of the build project, a UUID. Each task has one; `listRecords` and `showJobTotal` take it in their path.
             * @example 31581e9f-5772-4053-a50c-d5690578c8fd
             */
            build_project_id?: string;
            /**
             * @description Id of the record, a UUID. It is the `record_id` of the log downloads and of `showBuildRecord`.
             * @example 9d6169b9-022d-458c-9dc8-48cc94cc4083
             */
            build_record_id?: string;
            /**
             * @description The `build_record_id` of the build that started this one; `null` for a build of its own.
             * @example null
             */
            parent_record_id?: string | null;
            /**
             * @description Id of the task, the `job_id` of other operations.
             * @example 68491d9bc97b4774adb93e29b46d2dc6
             */
            codeci_job_id?: string;
            /**
             * Format: int32
             * @description Number of the build within its task, from 1.
             * @example 532
             */
            build_no?: number;
            /**
             * @description Day of the build and its number within that day, `yyyyMMdd.n`.
             * @example 20221011.29
             */
            daily_build_num?: string;
            /**
             * @description How the build ended; empty, `null` or absent before that. No list of the values is published.
             * @example SUCCESS
             */
            status?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
            /**
             * @description Branch that was built.
             * @example master
             */
            branch?: string | null;
            /**
             * @description Tag that was built; `null` where it was a branch or a commit.
             * @example v1.2.0
             */
            tag?: string | null;
            /**
             * @description Id of the commit that was built.
             * @example e980b883c1590363818225ec649d7cf161f0d49c
             */
            commit?: string | null;
            /**
             * @description Message of that commit.
             * @example Correct the tests
             */
            commit_message?: string | null;
            /**
             * Format: date-time
             * @description When that commit was made, ISO 8601 with milliseconds and an offset.
             * @example 2022-10-11T08:28:42.000+00:00
             */
            commit_create_time?: string | null;
            /**
             * @description Id of the code repository, digits written as a string.
             * @example 2111616838
             */
            repo_id?: string | null;
            /**
             * @description Name of the code repository.
             * @example maven
             */
            repo_name?: string | null;
            /**
             * @description What was chosen from the repository.
             * @example branch
             */
            build_type?: "branch" | "tag" | "commitId" | (string & {}) | null;
            /**
             * @description Whether the steps come from a YAML file in the repository or were put together in the console.
             * @example YAML
             */
            build_config_type?: "YAML" | "ACTION" | (string & {}) | null;
            /**
             * @description What started the build. Lists show other, translated words for the same.
             * @example MANUAL
             */
            trigger_type?: "MANUAL" | "TIMED_EXECUTION" | "CODEHUB_TRIGGER" | "PIPELINE_TRIGGER" | (string & {}) | null;
            /**
             * @description Name of the build within the scheduler; the `octopus_job_name` of the answer that started it.
             * @example j_YE1bu9Z7
             */
            execution_id?: string | null;
            /**
             * Format: date-time
             * @description When the build was asked for, ISO 8601.
             * @example 2022-10-11T08:28:42.000+00:00
             */
            create_time?: string | null;
            /**
             * Format: date-time
             * @description When the build was handed to the scheduler, ISO 8601. Described as a duration by the vendor; every example is a point in time.
             * @example 2022-10-11T08:28:45.000+00:00
             */
            schedule_time?: string | null;
            /**
             * Format: date-time
             * @description When the build entered the queue, ISO 8601. Described as a duration by the vendor; every example is a point in time.
             * @example 2022-10-11T08:28:45.000+00:00
             */
            queued_time?: string | null;
            /**
             * Format: date-time
             * @description When the scheduler could run the build, ISO 8601. Examples have values that lie before `create_time`.
             * @example 2022-10-11T08:16:04.000+00:00
             */
            runnable_time?: string | null;
            /**
             * Format: date-time
             * @description When the build began to run, ISO 8601.
             * @example 2022-10-11T08:28:47.000+00:00
             */
            start_time?: string | null;
            /**
             * Format: date-time
             * @description When the build ended, ISO 8601; `null` while it runs.
             * @example 2022-10-11T08:30:27.000+00:00
             */
            finish_time?: string | null;
            /**
             * Format: float
             * @description How long the build ran, in milliseconds. Documented as a float; the examples have whole numbers.
             * @example 100068
             */
            duration?: number | null;
            /**
             * Format: int32
             * @description 1 where the build ran on a machine of the user's own, 0 where on one of the service.
             * @example 0
             */
            use_private_slave?: number;
            /**
             * @description State of the record itself. Only `null` has been seen.
             * @example null
             */
            record_status?: string | null;
            /**
             * @description Why the build failed, where the service knows.
             * @example null
             */
            err_msg?: string | null;
            /**
             * @description Region of the tenant.
             * @example cn-north-4
             */
            region?: string;
            /**
             * @description Id of the CodeArts project, the `project_id` of other operations.
             * @example b4d3971c3988463b865f6f920846149e
             */
            devcloud_project_id?: string;
            /**
             * @description Id of the tenant.
             * @example 60021bab32fd450aa2cb89226f425e06
             */
            domain_id?: string;
            /**
             * @description Id of the user who started the build.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            user_id?: string;
        };
        /** @description A section of a log, with its place in the whole. The current operations that return logs as JSON all have it. */
        LogSection: {
            /**
             * @description The lines of the section. Empty where nothing was ready; it does not mean that the log is at its end.
             * @example [2023/12/21 15:44:18.744 GMT+08:00] [INFO] BUILD SUCCESS
             */
            log?: string;
            /**
             * @description Where the section begins, digits only. Described as a string; the examples have a number.
             * @example 542993
             */
            start_offset?: string | number;
            /**
             * @description Where the section ends, digits only, to be sent as `start_offset` for the section that follows. Described as a string; the examples have a number.
             * @example 657353
             */
            end_offset?: string | number;
            /**
             * @description Whether the log goes on after this section.
             * @example false
             */
            has_more?: boolean;
            /**
             * @description Which part of the service the log was read from. No list of the values is published.
             * @example jenkins
             */
            location?: "jenkins" | (string & {});
        };
        /** @description What the service found in the log of a step that failed. */
        FailedStepAnalysis: {
            /**
             * @description Id of the step's node in the graph of the build. The format is not documented.
             * @example b8f4e3c9a7d14c56b2a91e0d3f6c8a75
             */
            node_id?: string;
            /**
             * @description The step that failed. The documentation does not say whether it is a name or a number.
             * @example Build with Maven
             */
            step?: string;
            /**
             * @description Whether the service could make out the cause. It says nothing of the build, which has failed in any case.
             * @example true
             */
            analyzed_success?: boolean;
            /** @description The cause, where it was made out. */
            error_info?: {
                /**
                 * @description Code of the cause, `DEV.CB.` and a number. It is a code of build logs, not one of the API's errors.
                 * @example DEV.CB.0210043
                 */
                error_code?: string;
                /**
                 * @description The lines of the log that show the error.
                 * @example The pom.xml file does not exist in the working directory.
                 */
                error_message?: string;
                /**
                 * @description What the vendor's help says on this cause.
                 * @example Check that the step changes to the directory of the project before it runs Maven.
                 */
                faq?: string | null;
            } | null;
        };
        /** @description A report on how much of the code the unit tests of a step ran through. */
        CoverageReport: {
            /**
             * @description Id of the task.
             * @example c798139500d2456d82d95d108f182b5a
             */
            job_id?: string;
            /**
             * Format: int32
             * @description Number of the build within its task, from 1.
             * @example 1
             */
            build_no?: number;
            /**
             * @description The step that made the report, as `stage` and its number within the task.
             * @example stage3
             */
            stage_name?: string;
            /**
             * @description Id of the report, a UUID, which `downloadJunitCoverageZip` takes.
             * @example bc94b6f4-b355-41ca-862a-bfe0e60d4f9f
             */
            root_id?: string;
            /**
             * @description Region of the tenant.
             * @example cn-north-7
             */
            region?: string;
        };
        /** @description Counts of the unit tests of one step of a build, or of all steps together. */
        UnitTestReport: {
            /**
             * @description Id of the task.
             * @example c798139500d2456d82d95d108f182b5a
             */
            job_id?: string;
            /**
             * Format: int32
             * @description Number of the build within its task, from 1.
             * @example 1
             */
            build_no?: number;
            /**
             * @description The step that ran the tests, as `stage` and its number within the task.
             * @example stage3
             */
            stage_name?: string;
            /**
             * @description Id of the report, a UUID. The vendor says that `downloadJunitCoverageZip` takes it too.
             * @example e3dc82de-597b-46e4-98e7-7b55652184de
             */
            root_id?: string;
            /**
             * Format: int32
             * @description How many tests there were.
             * @example 1
             */
            total?: number;
            /**
             * Format: int32
             * @description How many tests passed.
             * @example 1
             */
            success?: number;
            /**
             * Format: int32
             * @description How many tests failed, that is, an assertion did not hold.
             * @example 0
             */
            failures?: number;
            /**
             * Format: int32
             * @description How many tests broke off with an error.
             * @example 0
             */
            errors?: number;
            /**
             * Format: int32
             * @description How many tests had another outcome. Which ones count here is not documented.
             * @example 0
             */
            others?: number;
            /**
             * Format: float
             * @description Apparently the share of the tests that passed, 1 for all of them. The vendor's text calls it a duration, its example does not bear that out.
             * @example 1
             */
            success_density?: number;
            /**
             * Format: int32
             * @description How long the tests ran. The unit is not documented; the examples look like milliseconds.
             * @example 8602
             */
            execution_time?: number;
            /**
             * @description When the report was made, ISO 8601 (`2024-09-20T06:41:03.000+00:00`, also seen as `2024-08-12T02:31:01+0800`). The name is spelt like that.
             * @example 2024-09-20T06:41:03.000+00:00
             */
            genrate_time?: string;
            /**
             * @description Region of the tenant.
             * @example cn-north-7
             */
            region?: string;
            /**
             * @description Whether the tests count as passed.
             * @example true
             */
            is_success?: boolean;
        };
        /** @description A private repository (Nexus) that a project's builds fetch dependencies from, registered as a service endpoint of the project. */
        DependencyRepository: {
            /**
             * @description Id of the endpoint, 32 digits and letters without hyphens.
             * @example f411faccc648483a8cbb0efb63fc1b83
             */
            uuid?: string;
            /**
             * @description Name of the endpoint, for people.
             * @example test2
             */
            name?: string;
            /**
             * Format: uri
             * @description Address of the repository.
             * @example https://www.huaweicloud.com/
             */
            url?: string;
            /**
             * @description Kind of the endpoint.
             * @example devcloud2018.codeci_endpoint_nexus.nexusEndpoint
             */
            module_id?: "devcloud2018.codeci_endpoint_nexus.nexusEndpoint" | (string & {});
            /**
             * @description Id of the CodeArts project, the `project_id` of other operations.
             * @example b4d3971c3988463b865f6f920846149e
             */
            project_uuid?: string;
            /**
             * @description Region of the tenant.
             * @example cn-north-7
             */
            region_name?: string;
            /** @description Further settings of the endpoint. Only `null` has been seen. */
            data?: {
                [key: string]: unknown;
            } | null;
            /** @description How the service authenticates at the repository. In the examples both fields are `null`. */
            authorization?: {
                /** @description Kind of the authentication. The fields are not documented. */
                scheme?: {
                    [key: string]: unknown;
                } | null;
                /** @description Values for the authentication, which may be secret. The fields are not documented. */
                parameters?: {
                    [key: string]: unknown;
                } | null;
            };
            /** @description Who registered the endpoint. */
            created_by?: {
                /**
                 * @description Id of the user.
                 * @example ae22fd035f354cfa8d82a3f1c8940446
                 */
                user_id?: string;
                /**
                 * @description Name of the user.
                 * @example test
                 */
                username?: string;
            };
        };
        /** @description A keystore, certificate or settings file of the tenant, with who made and changed it and what the caller may do with it. */
        KeystoreFile: {
            /**
             * @description Id of the file, the `keystore_id` of other operations.
             * @example e39440758e15415fb57871de5f9b01ed
             */
            id?: string;
            /**
             * @description Name of the file with its extension. A build step names the file by it.
             * @example updatetmp.jks
             */
            keystore_name?: string;
            /**
             * @description What the file is for, as its owner wrote it; may be empty.
             * @example 2019testcase
             */
            description?: string;
            /**
             * @description 1 where everybody in the tenant may use the file in builds, 0 where only those who were given permission may.
             * @example 0
             */
            share?: number;
            /**
             * @description Region of the file. Only `null` has been seen.
             * @example null
             */
            region?: string | null;
            /**
             * @description Id of the tenant that owns the file.
             * @example 60021bab32fd450aa2cb89226f425e06
             */
            domain_id?: string;
            /**
             * @description Name of the tenant that owns the file.
             * @example example_name
             */
            domain_name?: string;
            /**
             * @description Id of the user who uploaded the file.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            create_user_id?: string;
            /**
             * @description Name of the user who uploaded the file.
             * @example exampleName
             */
            create_user_name?: string;
            /**
             * @description When the file was uploaded, `yyyy-M-d HH:mm` without leading zeros in month and day, in the time of GMT+8. The vendor's text calls it the time of the last change.
             * @example 2024-9-9 11:46
             */
            create_time?: string;
            /**
             * @description When the file was uploaded, in seconds since 1970. It comes as a string in the example of an answer, as a number in the example of the field.
             * @example 1708931367
             */
            create_time_stamp?: string | number;
            /**
             * @description Id of the user who changed the file last.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            update_user_id?: string;
            /**
             * @description Name of the user who changed the file last.
             * @example exampleName
             */
            update_user_name?: string;
            /**
             * @description When the file was changed last, `yyyy-M-d HH:mm` without leading zeros in month and day, in the time of GMT+8.
             * @example 2024-9-9 11:46
             */
            update_time?: string;
            /**
             * @description When the file was changed last, in seconds since 1970. It comes as a string in the example of an answer, as a number in the example of the field.
             * @example 1711548064
             */
            update_time_stamp?: string | number;
            /** @description What the caller may do with the file. The fields that are of use in `showKeystorePermission` only are `null` here. */
            permission?: {
                /**
                 * @description Id of the permission. Only `null` has been seen here.
                 * @example null
                 */
                id?: string | null;
                /**
                 * @description Id of the file once more.
                 * @example e39440758e15415fb57871de5f9b01ed
                 */
                keystore_id?: string;
                /**
                 * @description Whether the caller's builds may use the file.
                 * @example true
                 */
                usage?: boolean;
                /**
                 * @description Whether the caller may change the file's name and description.
                 * @example true
                 */
                modify?: boolean;
                /**
                 * @description Whether the caller may delete the file.
                 * @example true
                 */
                delete?: boolean;
                /**
                 * @description Whether the caller may change who may do what with the file.
                 * @example true
                 */
                setting?: boolean;
                /**
                 * @description Whether the permission can be edited. Only `null` has been seen here.
                 * @example null
                 */
                can_absent?: boolean | null;
                /**
                 * @description Whether the caller uploaded the file. Only `null` has been seen here.
                 * @example null
                 */
                is_creator?: boolean | null;
                /**
                 * @description Name of the user whom the permission is for. Only `null` has been seen here.
                 * @example null
                 */
                user_name?: string | null;
                /**
                 * @description Region of the permission. Only `null` has been seen.
                 * @example null
                 */
                region?: string | null;
                /**
                 * @description When the permission was changed last. Only `null` has been seen, so its form is not known.
                 * @example null
                 */
                last_update_time?: string | null;
            };
        };
        /** @description What one user may do with a file of the tenant. */
        KeystorePermission: {
            /**
             * @description Id of this entry, the `permission_id` of `deleteKeystorePermission` and the `id` that `updateKeystorePermission` takes.
             * @example 2b0d4c2a799011efb818fa163ed0d7fd
             */
            id?: string;
            /**
             * @description Id of the file.
             * @example b1bed54ba70644c0a9b2b742eb060abe
             */
            keystore_id?: string;
            /**
             * @description Name of the user.
             * @example codeci_participant
             */
            user_name?: string;
            /**
             * @description Whether the user uploaded the file. Creators may do everything, always.
             * @example false
             */
            is_creator?: boolean;
            /**
             * @description Whether the user's builds may use the file.
             * @example false
             */
            usage?: boolean;
            /**
             * @description Whether the user may change the file's name and description.
             * @example true
             */
            modify?: boolean;
            /**
             * @description Whether the user may delete the file.
             * @example false
             */
            delete?: boolean;
            /**
             * @description Whether the user may change who may do what with the file.
             * @example false
             */
            setting?: boolean;
            /**
             * @description Whether this entry can be edited. In the vendor's examples it is `false` for the file's creator and `true` for everybody else.
             * @example false
             */
            can_absent?: boolean;
        };
        /** @description What a group of build tasks is to be called and where it is to stand. No source marks a field as required. */
        TaskGroupSettings: {
            /**
             * @description Id of the group to change. The service gives a new group its id, so leave it out when creating one.
             * @example 66936fb8ea74472dbe7b05a46a50e62c
             */
            id?: string;
            /**
             * @description Name of the group.
             * @example Test group
             */
            name?: string;
            /**
             * @description Id of the CodeArts project, the same as in the path.
             * @example 923785f9674548259144259077bc6a98
             */
            project_id?: string;
            /**
             * @description Id of the group that it stands in. Leave it out for a group at the root of the tree.
             * @example b13c933bbc6f4d09a98ef09e4cc07e17
             */
            parent_id?: string;
            /**
             * @description Id of a group of tasks. How it differs from `id` is not documented, and no example has it.
             * @example 61cd2b1179a74c54853ca1da822dfe21
             */
            group_id?: string;
        };
        /** @description A group that the build tasks of a project are sorted into, as it comes back when it was created or changed. */
        TaskGroup: {
            /**
             * @description Id of the group, which `moveGroup`, `switchedPacket` and `deleteGroup` take.
             * @example 66936fb8ea74472dbe7b05a46a50e62c
             */
            id?: string;
            /**
             * @description Name of the group.
             * @example Test group
             */
            name?: string;
            /**
             * @description Id of the CodeArts project that the group belongs to.
             * @example 923785f9674548259144259077bc6a98
             */
            project_id?: string;
            /**
             * @description Id of the group that it stands in; `null` at the root of the tree.
             * @example b13c933bbc6f4d09a98ef09e4cc07e17
             */
            parent_id?: string | null;
            /**
             * @description Id of a group of tasks. How it differs from `id` is not documented, and the vendor's answer does not have it.
             * @example 61cd2b1179a74c54853ca1da822dfe21
             */
            group_id?: string;
            /**
             * @description Id of the tenant.
             * @example 60021bab32fd450aa2cb89226f425e06
             */
            domain_id?: string;
            /**
             * @description Place of the group among its neighbours, from 0. Declared as a string, a number in every example.
             * @example 1
             */
            ordinal?: string | number;
            /**
             * @description Name of the user who created the group.
             * @example test
             */
            create_user?: string;
            /**
             * @description Name of the user who changed the group last; `null` where nobody has.
             * @example test
             */
            update_user?: string | null;
            /**
             * @description When the group was created, ISO 8601 with an offset that has no colon. The example of the field has another form, `yyyy-M-d HH:mm`.
             * @example 2025-06-05T07:31:13+0800
             */
            create_time?: string;
            /**
             * @description When the group was changed last, in the same form; `null` where it never was.
             * @example 2025-06-09T09:40:58+0800
             */
            update_time?: string | null;
            /**
             * @description Ids of the groups from the root of the tree down to this one, joined by dots. It is the `group_path_id` of `listProjectJobs`.
             * @example b13c933bbc6f4d09a98ef09e4cc07e17.70e158b6054e442893d7f5a79d34ce61
             */
            path_id?: string;
        };
        /** @description A group of build tasks with the groups that stand in it. */
        TaskGroupNode: {
            /**
             * @description Id of the group, which `moveGroup`, `switchedPacket` and `deleteGroup` take.
             * @example b13c933bbc6f4d09a98ef09e4cc07e17
             */
            id?: string;
            /**
             * @description Id of the tenant.
             * @example 60021bab32fd450aa2cb89226f425e06
             */
            domain_id?: string;
            /**
             * @description Id of the CodeArts project that the group belongs to.
             * @example 923785f9674548259144259077bc6a98
             */
            project_id?: string;
            /**
             * @description Name of the group.
             * @example Releases
             */
            name?: string;
            /**
             * @description Id of the group that it stands in; `null` at the root of the tree.
             * @example b13c933bbc6f4d09a98ef09e4cc07e17
             */
            parent_id?: string | null;
            /**
             * @description Ids of the groups from the root of the tree down to this one, joined by dots. It is the `group_path_id` of `listProjectJobs`.
             * @example b13c933bbc6f4d09a98ef09e4cc07e17.e2c52ec7654948c09e635697a4ffcb59
             */
            path_id?: string;
            /**
             * Format: int32
             * @description Place of the group among its neighbours. `switchedPacket` exchanges it with that of another group.
             * @example 7
             */
            ordinal?: number;
            /**
             * @description Name of the user who created the group.
             * @example testUser
             */
            create_user?: string;
            /**
             * @description Name of the user who changed the group last; `null` where nobody has.
             * @example testUser
             */
            update_user?: string | null;
            /**
             * @description When the group was created, ISO 8601 with an offset that has no colon.
             * @example 2025-06-10T09:50:28+0800
             */
            create_time?: string;
            /**
             * @description When the group was changed last, in the same form; `null` where it never was.
             * @example 2025-06-10T09:50:28+0800
             */
            update_time?: string | null;
            /** @description The groups that stand in this one; `null` where there are none. */
            children?: components["schemas"]["TaskGroupNode"][] | null;
        };
        /** @description An image of the service that a build image of one's own can start from. */
        ImageTemplate: {
            /**
             * @description Id of the image, a UUID in the examples. `showDockerfileTemplate` takes it.
             * @example e1579739-cd2e-11e9-b7c2-286ed489051f
             */
            image_id?: string;
            /**
             * @description Organization in the image registry (SWR) that holds the image.
             * @example codeci
             */
            organization?: string;
            /**
             * @description Name of the image in the registry.
             * @example special_base_image
             */
            image_name?: string;
            /**
             * @description Tag of the image in the registry; it tells architecture, system and version.
             * @example arm-centos7-base-1.0.1
             */
            image_label?: string;
            /**
             * @description Operating system that the image is built on.
             * @example centos
             */
            base_image?: string;
            /**
             * @description Heading for people. Only the SDKs have the field; its content is not documented.
             * @example ARM base image
             */
            title?: string;
            /**
             * @description What is installed in the image, for people.
             * @example CentOS 7 for builds on ARM, with OpenJDK, Maven, Ant, Git and GCC.
             */
            description?: string;
            /**
             * @description When the image was made, as `yyyy-MM-dd` or as ISO 8601 with milliseconds. Examples have both.
             * @example 2021-08-17
             */
            create_time?: string;
        };
        /** @description What is needed to save a template of one's own. */
        NewBuildTemplate: {
            /**
             * @description Name of the new template.
             * @example maven-package
             */
            name: string;
            /**
             * @description Free text that tells people what the template is for.
             * @example Packages a Maven project
             */
            description?: string;
            /**
             * @description Kind of the template. The values are not documented for the request; those of answers are `yaml` and `action`.
             * @example action
             */
            tool_type?: "yaml" | "action" | (string & {});
            /** @description What tasks made from the template do. The names of its fields are sent as they stand here, although the pages ask for camel case: their own examples do not use it. */
            template: {
                /** @description The steps, in the order in which they run. */
                steps: {
                    /**
                     * @description Id of the action that the step runs, as it is found in the configuration of a task or in another template.
                     * @example devcloud2018.codeci_action_20043.action
                     */
                    module_id: string;
                    /**
                     * @description What to call the step. Answers always have a name, so give one.
                     * @example Build with Maven
                     */
                    name?: string;
                    /**
                     * @description Settings of the action, by name; which ones there are depends on `module_id`. The vendor's example sends `null`.
                     * @example {
                     *       "image": "maven3.5.3-jdk8-open",
                     *       "command": "mvn package -Dmaven.test.skip=true"
                     *     }
                     */
                    properties?: {
                        [key: string]: unknown;
                    } | null;
                    /**
                     * @description Version of the action, a day and a number.
                     * @example 20231001.6
                     */
                    version?: string;
                    /**
                     * @description Whether the step is switched on.
                     * @example true
                     */
                    enable?: boolean;
                }[];
            };
            /** @description The parameters that builds of the template have. */
            parameters?: components["schemas"]["ParameterDefinition"][];
        };
        /** @description A template that tasks can be made from, with its author. The templates of the tenant come in this form, and those that the service recommends. */
        BuildTemplate: {
            /**
             * @description Identifies the template in the paths of the operations on templates; 32 hexadecimal digits in all examples.
             * @example 2d9031c079624376824fe1e2731615dc
             */
            uuid?: string;
            /**
             * @description Id of the record in the service's database, 24 hexadecimal digits in all examples. Only `saveTemplateUsedInfo` seems to take it.
             * @example 6561b2ced7a6751941fdc8cd
             */
            id?: string;
            /**
             * @description Name of the template.
             * @example maven-package
             */
            name?: string;
            /**
             * @description A nickname. The documentation does not say whose; the examples suggest the author's.
             * @example 021
             */
            nick_name?: string;
            /**
             * @description Free text that says what the template is for.
             * @example Packages a Maven project
             */
            description?: string;
            /**
             * @description Whether tasks of the template are described by a YAML file or put together from actions. The examples leave it out.
             * @example action
             */
            tool_type?: "yaml" | "action" | (string & {});
            /**
             * @description Service that the template belongs to.
             * @example codeci
             */
            type?: "codeci" | (string & {});
            /**
             * @description Whose template it is. `custom` was saved by users of the tenant, `official` comes from the vendor.
             * @example custom
             */
            scope?: "custom" | "official" | (string & {});
            /**
             * @description Whether the template can be seen by others than its author.
             * @example true
             */
            public?: boolean;
            /**
             * @description Whether the caller has marked the template as a favourite.
             * @example false
             */
            favourite?: boolean;
            /**
             * Format: double
             * @description Rank among the templates; how it is computed is not documented. Every example has 0.
             * @example 0
             */
            weight?: number;
            /**
             * Format: date-time
             * @description When the template was saved, ISO 8601 with milliseconds and an offset.
             * @example 2023-11-25T08:39:42.098+00:00
             */
            create_time?: string;
            /**
             * @description Id of the tenant that owns the template.
             * @example 60021bab32fd450aa2cb89226f425e06
             */
            domain_id?: string;
            /**
             * @description Name of that tenant.
             * @example testUser
             */
            domain_name?: string;
            /**
             * @description Id of the user who saved the template.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            user_id?: string;
            /**
             * @description Login name of that user.
             * @example testUser
             */
            user_name?: string;
            /**
             * @description Texts of the description in other languages. The keys are not documented; all examples are empty.
             * @example {}
             */
            intl_description?: {
                [key: string]: unknown;
            };
            /**
             * @description Other texts in other languages. The keys are not documented; all examples are empty.
             * @example {}
             */
            i18n?: {
                [key: string]: unknown;
            };
            /** @description What tasks made from the template do. */
            template?: {
                /** @description The steps, in the order in which they run. Some examples show `null`. */
                steps?: components["schemas"]["BuildStepConfig"][] | null;
                /** @description Actions within the steps. The vendor's table calls it an object, its example shows an empty list. */
                actions?: {
                    [key: string]: unknown;
                } | unknown[] | null;
                /**
                 * @description Whether submodules of the repository are checked out and updated too.
                 * @example false
                 */
                auto_update_sub_module?: boolean | null;
                /**
                 * @description Address of the image that the build runs in. It is `null` in the vendor's example, where each step names its own.
                 * @example null
                 */
                image?: string | null;
                /**
                 * @description Address that the image comes from.
                 * @example null
                 */
                image_source?: string | null;
            };
            /** @description The parameters that builds of the template have. */
            parameters?: components["schemas"]["ParameterDefinition"][];
        };
        /** @description A template that the vendor provides. It has no author and no time, and tells its language. */
        OfficialBuildTemplate: {
            /**
             * @description Identifies the template in the paths of the operations on templates; 32 hexadecimal digits in all examples.
             * @example 2d9031c079624376824fe1e2731615dc
             */
            uuid?: string;
            /**
             * @description Name of the template.
             * @example maven-package
             */
            name?: string;
            /**
             * @description A nickname. The documentation does not say whose; the vendor's own templates show no author.
             * @example 021
             */
            nick_name?: string;
            /**
             * @description Free text that says what the template is for.
             * @example Packages a Maven project
             */
            description?: string;
            /**
             * @description Programming language that the template is made for.
             * @example javaScript
             */
            language?: string;
            /**
             * @description Build tool that the template uses. In templates of the tenant the same field says something else.
             * @example maven
             */
            tool_type?: "maven" | "npm" | "mono" | (string & {});
            /**
             * @description Service that the template belongs to.
             * @example codeci
             */
            type?: "codeci" | (string & {});
            /**
             * @description Whose template it is. `custom` was saved by users of the tenant, `official` comes from the vendor.
             * @example official
             */
            scope?: "custom" | "official" | (string & {});
            /**
             * @description Whether the template can be seen by others than its author.
             * @example true
             */
            public?: boolean;
            /**
             * @description Whether the caller has marked the template as a favourite.
             * @example false
             */
            favourite?: boolean;
            /**
             * Format: double
             * @description Rank among the templates; how it is computed is not documented. Every example has 0.
             * @example 0
             */
            weight?: number;
            /** @description What tasks made from the template do. */
            template?: {
                /** @description The steps, in the order in which they run. Some examples show `null`. */
                steps: components["schemas"]["BuildStepConfig"][] | null;
            };
            /** @description The parameters that builds of the template have. */
            parameters?: components["schemas"]["ParameterDefinition"][];
        };
        /** @description A template in the form in which the v3 operations that save and delete templates return it. It has less than `BuildTemplate`. */
        LegacyBuildTemplate: {
            /**
             * @description Identifies the template in the paths of the operations on templates; 32 hexadecimal digits in all examples.
             * @example 2d9031c079624376824fe1e2731615dc
             */
            uuid?: string;
            /**
             * @description Id of the record in the service's database, 24 hexadecimal digits in all examples. Only `saveTemplateUsedInfo` seems to take it.
             * @example 6561b2ced7a6751941fdc8cd
             */
            id?: string;
            /**
             * @description Name of the template.
             * @example maven-package
             */
            name?: string;
            /**
             * @description Free text that says what the template is for.
             * @example Packages a Maven project
             */
            description?: string;
            /**
             * @description Whether tasks of the template are described by a YAML file or put together from actions. The examples leave it out.
             * @example action
             */
            tool_type?: "yaml" | "action" | (string & {});
            /**
             * @description Service that the template belongs to.
             * @example codeci
             */
            type?: "codeci" | (string & {});
            /**
             * @description Whose template it is. `custom` was saved by users of the tenant, `official` comes from the vendor.
             * @example custom
             */
            scope?: "custom" | "official" | (string & {});
            /**
             * @description Whether the template can be seen by others than its author.
             * @example true
             */
            public?: boolean;
            /**
             * @description Whether the caller has marked the template as a favourite.
             * @example false
             */
            favourite?: boolean;
            /**
             * Format: double
             * @description Rank among the templates; how it is computed is not documented. Every example has 0.
             * @example 0
             */
            weight?: number;
            /**
             * Format: date-time
             * @description When the template was saved, ISO 8601 with milliseconds and an offset.
             * @example 2023-11-25T08:39:42.098+00:00
             */
            create_time?: string;
            /**
             * @description Id of the tenant that owns the template.
             * @example 60021bab32fd450aa2cb89226f425e06
             */
            domain_id?: string;
            /**
             * @description Name of that tenant.
             * @example testUser
             */
            domain_name?: string;
            /**
             * @description Id of the user who saved the template.
             * @example ae22fd035f354cfa8d82a3f1c8940446
             */
            user_id?: string;
            /**
             * @description Login name of that user.
             * @example testUser
             */
            user_name?: string;
            /**
             * @description Texts of the description in other languages. The keys are not documented; all examples are empty.
             * @example {}
             */
            intl_description?: {
                [key: string]: unknown;
            };
            /**
             * @description Other texts in other languages. The keys are not documented; all examples are empty.
             * @example {}
             */
            i18n?: {
                [key: string]: unknown;
            };
            /** @description What tasks made from the template do. */
            template?: {
                /** @description The steps, in the order in which they run. Some examples show `null`. */
                steps: components["schemas"]["BuildStepConfig"][] | null;
            };
            /** @description The parameters that builds of the template have. */
            parameters?: components["schemas"]["ParameterDefinition"][];
        };
        /** @description Which events of a task are told through one channel. */
        NoticeSetting: {
            /**
             * @description The channel, a message in the console, an e-mail or a group chat.
             * @example MAIL
             */
            notice_type?: "MESSAGE" | "MAIL" | "WECOM" | "DING_TALK" | "FEISHU" | (string & {});
            /**
             * @description The events and whether each is told: `buildJobSuccess`, `buildJobFail`, `updateConfigJob`, `deleteJob` and `forbiddenJob` (the task was disabled) are known.
             * @example {
             *       "buildJobSuccess": false,
             *       "buildJobFail": true,
             *       "updateConfigJob": false,
             *       "deleteJob": false,
             *       "forbiddenJob": false
             *     }
             */
            enable_map?: {
                [key: string]: boolean;
            } | null;
            /**
             * @description Settings of the channel itself, which its kind defines. Only `null` has been seen; a group chat may have its webhook address here.
             * @example null
             */
            param_config?: string | null;
        };
        /** @description The events that one channel is to tell. The list takes the place of the one before: an event that is not in it is no longer told. */
        NoticeSettingUpdate: {
            /**
             * @description The channel to set: message in the console (`MESSAGE`), e-mail (`MAIL`), or a group chat of WeCom, DingTalk or Feishu. The others stay as they are.
             * @example MESSAGE
             * @enum {string}
             */
            notice_type: "MESSAGE" | "MAIL" | "WECOM" | "DING_TALK" | "FEISHU";
            /** @description All events to be told. Known are `buildJobSuccess`, `buildJobFail`, `updateConfigJob`, `deleteJob` and `forbiddenJob` (the task was disabled). */
            enabled_event_type_names: ("buildJobSuccess" | "buildJobFail" | "updateConfigJob" | "deleteJob" | "forbiddenJob" | (string & {}))[];
            /**
             * @description Whether the channel tells anything at all. The vendor's table has a string here, its example a boolean.
             * @example true
             */
            send_switch?: string | boolean;
            /**
             * @description Settings of the channel itself, which its kind defines; the address of a group chat's webhook, for example. The form is not documented.
             * @example null
             */
            param_config?: string | null;
            /**
             * @description Whether the settings of the project apply in place of the task's own. Described as a string; the switch next to it has been seen as a boolean.
             * @example false
             */
            use_project_notice?: string | boolean;
        };
        /** @description The task whose settings were changed. The vendor's tables have a string here, its examples this object, and both are accepted. */
        NoticeTarget: {
            /**
             * @description Id of the task.
             * @example db8467d972cc47f7a1bd2a3a3e77596a
             */
            job_id?: string;
        } | string | null;
        /** @description What one role may do with one build task. */
        TaskRolePermission: {
            /**
             * Format: int32
             * @description Number of the entry in the service's database.
             * @example 542477536
             */
            id?: number;
            /**
             * Format: int32
             * @description Number of the role. In examples -1 is the project administrator, 3 the project manager, 4 a developer, 8 a viewer, and 500 to 504 are roles that a project made itself.
             * @example -1
             */
            role_id?: number;
            /**
             * @description Name of the role.
             * @example project_admin
             */
            role_name?: string;
            /**
             * @description Id of the task.
             * @example 4bfc5e0fb6ac4bd5b603686c38c4e482
             */
            job_id?: string;
            /**
             * @description Whether the role may see the task.
             * @example true
             */
            is_view?: boolean;
            /**
             * @description Whether the role may run the task.
             * @example true
             */
            is_execute?: boolean;
            /**
             * @description Whether the role may change the task.
             * @example true
             */
            is_modify?: boolean;
            /**
             * @description Whether the role may copy the task.
             * @example true
             */
            is_copy?: boolean;
            /**
             * @description Whether the role may delete the task.
             * @example true
             */
            is_delete?: boolean;
            /**
             * @description Whether the role may disable the task.
             * @example true
             */
            is_forbidden?: boolean;
            /**
             * @description Whether the role may change who may do what with the task.
             * @example true
             */
            is_manager?: boolean;
            /**
             * @description When the task was created, in words (`Jun 5, 2024 4:00:58 PM`), without a time zone.
             * @example Jun 5, 2024 4:00:58 PM
             */
            create_time?: string;
            /**
             * @description When the task was changed last, in words (`Jun 5, 2024 4:00:58 PM`), without a time zone.
             * @example Jun 5, 2024 4:00:58 PM
             */
            last_update_time?: string;
            /**
             * Format: int32
             * @description A number of times. Of what is not documented, and only 0 has been seen.
             * @example 0
             */
            count?: number;
        };
        /** @description What a role is to be permitted to do with build tasks. A flag that is missing has no documented default. */
        RolePermission: {
            /**
             * Format: int32
             * @description Number of the entry in the service's database. The vendor's example sends 0 throughout.
             * @example 0
             */
            id?: number;
            /**
             * Format: int32
             * @description Number of the role. In examples -1 is the project administrator, 3 the project manager, 4 a developer, 8 a viewer, and 500 to 504 are roles that a project made itself.
             * @example 4
             */
            role_id?: number;
            /**
             * @description Id of the role in the project's user management, a UUID with or without hyphens.
             * @example eb344656-dbab-466b-91a7-87262c44e5e5
             */
            devuc_role_id?: string;
            /**
             * @description Name of the role, in the language of the account.
             * @example Developer
             */
            role_name?: string;
            /**
             * @description Whether the role may see the task.
             * @example true
             */
            is_view?: boolean;
            /**
             * @description Whether the role may run the task.
             * @example true
             */
            is_execute?: boolean;
            /**
             * @description Whether the role may change the task.
             * @example true
             */
            is_modify?: boolean;
            /**
             * @description Whether the role may copy the task.
             * @example true
             */
            is_copy?: boolean;
            /**
             * @description Whether the role may delete the task.
             * @example true
             */
            is_delete?: boolean;
            /**
             * @description Whether the role may disable the task.
             * @example true
             */
            is_forbidden?: boolean;
            /**
             * @description Whether the role may change who may do what with the task.
             * @example true
             */
            is_manager?: boolean;
            /**
             * Format: int32
             * @description A number whose meaning is not documented. The vendor's example sends 0 throughout.
             * @example 0
             */
            count?: number;
        };
    };
    responses: {
        /** @description The request is malformed, or what it asks for is not possible in the present state. Nothing was changed. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The gateway does not accept the token or the signature. On a wrong signature `error_msg` contains the canonical request that the gateway computed, with `|` in place of line breaks. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The credentials are valid, and may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description There is no such path, or the API is not published in this region. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The id is well formed, and nothing has it. The appendix of the reference lists the status, the pages of the operations do not. */
        UnprocessableEntity: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
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
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The service failed. Whether the request was carried out is not known. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
         * @example 6ecbc5bac7c8442fb3d2563d53c13582
         */
        ProjectIdQuery: string;
        /**
         * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
         * @example 48c66c6002964721be537cdc6ce0297b
         */
        JobId: string;
        /**
         * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
         * @example 6ecbc5bac7c8442fb3d2563d53c13582
         */
        ProjectId: string;
        /**
         * @description Number of the page to return. The first page is 0.
         * @example 0
         */
        PageIndex: number;
        /**
         * @description How many items a page holds, 100 at most.
         * @example 10
         */
        PageSize: number;
        /**
         * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
         * @example 12
         */
        BuildNo: number;
        /**
         * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
         * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
         */
        RecordId: string;
        /**
         * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
         * @example 48c66c6002964721be537cdc6ce0297b
         */
        JobIdQuery: string;
        /**
         * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
         * @example 12
         */
        BuildNoQuery: number;
        /**
         * @description The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
         * @example INFO
         */
        LogLevel: "INFO" | "DEBUG";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type DeletedBuildTask = components['schemas']['DeletedBuildTask'];
export type EnvelopeError = components['schemas']['EnvelopeError'];
export type EnvelopeStatus = components['schemas']['EnvelopeStatus'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type ParameterChoice = components['schemas']['ParameterChoice'];
export type ParameterDefinitionField = components['schemas']['ParameterDefinitionField'];
export type ParameterDefinition = components['schemas']['ParameterDefinition'];
export type CodeSource = components['schemas']['CodeSource'];
export type BuildStepConfig = components['schemas']['BuildStepConfig'];
export type TriggerSetting = components['schemas']['TriggerSetting'];
export type BuildTrigger = components['schemas']['BuildTrigger'];
export type BuildTaskReference = components['schemas']['BuildTaskReference'];
export type BuildTimeout = components['schemas']['BuildTimeout'];
export type BuildTaskDefinition = components['schemas']['BuildTaskDefinition'];
export type BuildTaskEntry = components['schemas']['BuildTaskEntry'];
export type BuildTaskChange = components['schemas']['BuildTaskChange'];
export type BuildTaskConfig = components['schemas']['BuildTaskConfig'];
export type BuildTaskRevision = components['schemas']['BuildTaskRevision'];
export type BuildTaskState = components['schemas']['BuildTaskState'];
export type BuildTaskSummary = components['schemas']['BuildTaskSummary'];
export type BuildParameter = components['schemas']['BuildParameter'];
export type BuildSource = components['schemas']['BuildSource'];
export type StartedBuild = components['schemas']['StartedBuild'];
export type RecycledTaskSelection = components['schemas']['RecycledTaskSelection'];
export type BuildOutput = components['schemas']['BuildOutput'];
export type BuildOutputSet = components['schemas']['BuildOutputSet'];
export type BriefBuildRecord = components['schemas']['BriefBuildRecord'];
export type BuildFlowGraph = components['schemas']['BuildFlowGraph'];
export type BuildProjectRecord = components['schemas']['BuildProjectRecord'];
export type BuildRecordSummary = components['schemas']['BuildRecordSummary'];
export type BuildRecordPage = components['schemas']['BuildRecordPage'];
export type BuildRecord = components['schemas']['BuildRecord'];
export type BuildStageRecord = components['schemas']['BuildStageRecord'];
export type HistoryRecord = components['schemas']['HistoryRecord'];
export type PeriodHistoryRecord = components['schemas']['PeriodHistoryRecord'];
export type LegacyBuildRecord = components['schemas']['LegacyBuildRecord'];
export type LogSection = components['schemas']['LogSection'];
export type FailedStepAnalysis = components['schemas']['FailedStepAnalysis'];
export type CoverageReport = components['schemas']['CoverageReport'];
export type UnitTestReport = components['schemas']['UnitTestReport'];
export type DependencyRepository = components['schemas']['DependencyRepository'];
export type KeystoreFile = components['schemas']['KeystoreFile'];
export type KeystorePermission = components['schemas']['KeystorePermission'];
export type TaskGroupSettings = components['schemas']['TaskGroupSettings'];
export type TaskGroup = components['schemas']['TaskGroup'];
export type TaskGroupNode = components['schemas']['TaskGroupNode'];
export type ImageTemplate = components['schemas']['ImageTemplate'];
export type NewBuildTemplate = components['schemas']['NewBuildTemplate'];
export type BuildTemplate = components['schemas']['BuildTemplate'];
export type OfficialBuildTemplate = components['schemas']['OfficialBuildTemplate'];
export type LegacyBuildTemplate = components['schemas']['LegacyBuildTemplate'];
export type NoticeSetting = components['schemas']['NoticeSetting'];
export type NoticeSettingUpdate = components['schemas']['NoticeSettingUpdate'];
export type NoticeTarget = components['schemas']['NoticeTarget'];
export type TaskRolePermission = components['schemas']['TaskRolePermission'];
export type RolePermission = components['schemas']['RolePermission'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseUnprocessableEntity = components['responses']['UnprocessableEntity'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ParameterProjectIdQuery = components['parameters']['ProjectIdQuery'];
export type ParameterJobId = components['parameters']['JobId'];
export type ParameterProjectId = components['parameters']['ProjectId'];
export type ParameterPageIndex = components['parameters']['PageIndex'];
export type ParameterPageSize = components['parameters']['PageSize'];
export type ParameterBuildNo = components['parameters']['BuildNo'];
export type ParameterRecordId = components['parameters']['RecordId'];
export type ParameterJobIdQuery = components['parameters']['JobIdQuery'];
export type ParameterBuildNoQuery = components['parameters']['BuildNoQuery'];
export type ParameterLogLevel = components['parameters']['LogLevel'];
export type $defs = Record<string, never>;
export interface operations {
    batchDeleteBuildJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Ids of the tasks to delete.
                     * @example [
                     *       "436ab57485c94629b60d5c5fb02cb037",
                     *       "34b1146d863044b6ade25d527169330d"
                     *     ]
                     */
                    job_ids: string[];
                };
            };
        };
        responses: {
            /** @description The tasks are deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["DeletedBuildTask"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    checkJobCountIsTopLimit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the limit is reached. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the number of tasks has reached the limit of the tenant.
                         * @example false
                         */
                        result?: boolean;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    checkJobNameIsExists: {
        parameters: {
            query: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectIdQuery"];
                /**
                 * @description Name to look for, the whole of it.
                 * @example maven-test
                 */
                job_name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the name is taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the project has a task with this name.
                         * @example false
                         */
                        result?: boolean;
                        status?: components["schemas"]["EnvelopeStatus"];
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
    copyJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Processor architecture of the machine that builds.
                     * @example x86-64
                     */
                    arch: "x86-64" | "arm" | (string & {});
                    /**
                     * @description Id of the CodeArts project that the copy belongs to.
                     * @example a287e712be6c404ca26e5f69040fa12b
                     */
                    project_id: string;
                    /**
                     * @description Name of the copy, which no other task of the project may have. `createNewJob` says which characters a name may contain.
                     * @example examplejob
                     */
                    job_name: string;
                    /**
                     * @description Id of the task to copy.
                     * @example 0ab4fcc5201e4c2498003de83dd4f097
                     */
                    copy_job_id: string;
                    /**
                     * @description Whether Git submodules are updated before the build. It is the string `true` or `false`, not a boolean.
                     * @default false
                     * @example false
                     * @enum {string}
                     */
                    auto_update_sub_module?: "false" | "true";
                    /**
                     * @description Size of the machine that builds: processors and memory in GB. `showAvailableInnerSpec` lists what the account may use.
                     * @example DEFAULT
                     */
                    flavor?: "2u8g" | "DEFAULT" | (string & {});
                    /** @description What can be set for each build of the copy, with the defaults. */
                    parameters?: components["schemas"]["ParameterDefinition"][];
                    /** @description The repositories that the code comes from; usually one. */
                    scms?: components["schemas"]["CodeSource"][];
                    /** @description What a build does, in the order in which it runs. */
                    steps: components["schemas"]["BuildStepConfig"][];
                    /**
                     * @description Kind of the machine that builds: `devcloud` is one of the service, `custom_host` one of one's own, `custom_acc` one of one's own with build acceleration.
                     * @example devcloud
                     */
                    host_type?: "devcloud" | "custom_host" | "custom_acc" | (string & {});
                    /**
                     * @description Whether the steps come from a YAML file in the repository (`YAML`) or from `steps` (`ACTION`).
                     * @example ACTION
                     * @enum {string}
                     */
                    build_config_type?: "YAML" | "ACTION";
                    /** @description Timers that start builds of the copy. */
                    triggers?: components["schemas"]["BuildTrigger"][];
                };
            };
        };
        responses: {
            /** @description The copy is created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskReference"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    createNewJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildTaskDefinition"];
            };
        };
        responses: {
            /** @description The task is created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskReference"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listJob: {
        parameters: {
            query?: {
                /**
                 * @description Number of the page to return. The first page is 0.
                 * @example 0
                 */
                page_index?: number;
                /**
                 * @description How many tasks a page holds, 100 at most.
                 * @example 10
                 */
                page_size?: number;
                /**
                 * @description Word to look for in the names of the tasks.
                 * @example demo
                 */
                search?: string;
                /** @description Field to sort by. The values are not documented. */
                sort_field?: string;
                /**
                 * @description Direction to sort in: ascending or descending.
                 * @example DESC
                 */
                sort_order?: "ASC" | "DESC";
                /**
                 * @description Id of a user. Only the tasks that this user created are returned.
                 * @example ae22fd035f354cfa8d82a3f1c8940446
                 */
                creator_id?: string;
                /**
                 * @description Outcome of the last build (`red` failed, `blue` succeeded, `timeout`, `aborted`, `building`, `none`). Only tasks with this outcome are returned.
                 * @example blue
                 */
                build_status?: "red" | "blue" | "timeout" | "aborted" | "building" | "none" | (string & {});
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /**
                             * Format: int32
                             * @description How many tasks there are on all pages.
                             * @example 120
                             */
                            total?: number;
                            /** @description The tasks of this page. */
                            job_list?: components["schemas"]["BuildTaskEntry"][];
                        };
                        status?: components["schemas"]["EnvelopeStatus"];
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
    updateNewJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildTaskChange"];
            };
        };
        responses: {
            /** @description The task is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskReference"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showDisable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the task was disabled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How the task was disabled; `null` where it is not. */
                        result?: {
                            /**
                             * @description Name of the user who disabled the task, with the display name in 【】 behind it.
                             * @example testUser【testUser】
                             */
                            forbiddener?: string;
                            /**
                             * @description Why the task was disabled, as given to `disableTheJob`. The name of the field lacks an `a`.
                             * @example No longer needed
                             */
                            reson?: string;
                            /**
                             * Format: int32
                             * @description 1 where the task is disabled. Other operations say the same with a boolean.
                             * @example 1
                             */
                            disabled?: number;
                            /**
                             * @description Id of the task.
                             * @example 901878212b1a49be9c1a1054c272762a
                             */
                            job_id?: string;
                            /**
                             * @description Name of the task.
                             * @example demo
                             */
                            job_name?: string;
                            /**
                             * Format: int64
                             * @description When the task was disabled, in milliseconds since 1970.
                             * @example 1719825595000
                             */
                            forbidden_time?: number | null;
                        } | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobConfig: {
        parameters: {
            query?: {
                /**
                 * @description Whether the answer contains all parameters of the task, the string `true` or `false`. What it leaves out otherwise is not documented.
                 * @example true
                 */
                get_all_params?: "true" | "false";
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configuration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskConfig"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showCopyName: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A name for the copy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The proposed name.
                         * @example soso-ut-copy-1
                         */
                        result?: string;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    deleteTheJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["DeletedBuildTask"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobConfigDiff: {
        parameters: {
            query: {
                /**
                 * @description Number of the newer state, an integer written as a string. The name of the parameter has an `l` too many.
                 * @example 1
                 */
                revisedl_no: string;
                /**
                 * @description Number of the older state, an integer written as a string.
                 * @example 0
                 */
                original_no: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The difference as text; `null` where there is none.
                         * @example -flavor: 2u8g, +flavor: 4u8g
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    disableTheJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whether the task is to be disabled. With `false` it is enabled again.
                     * @example true
                     */
                    disabled: boolean;
                    /**
                     * @description Why, in free words. `showDisable` returns it.
                     * @example No longer needed
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The state is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    addFavouriteTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The new state. */
                        result?: {
                            /**
                             * @description Whether the task is now among the caller's favourites.
                             * @example true
                             */
                            favorite?: boolean;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listUpdateJobHistory: {
        parameters: {
            query?: {
                /**
                 * @description Number of the page to return. The first page is 1.
                 * @example 1
                 */
                page_no?: number;
                /**
                 * @description How many changes a page holds, 100 at most.
                 * @example 10
                 */
                page_size?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The changes of this page. */
                            job_update_records?: components["schemas"]["BuildTaskRevision"][];
                            /**
                             * Format: int32
                             * @description How many changes there are on all pages.
                             * @example 1
                             */
                            total?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskState"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobPipelineInfo: {
        parameters: {
            query?: {
                /**
                 * @description Whether the answer is complete, the string `true` or `false`. What is missing otherwise is not documented.
                 * @example true
                 */
                all?: "true" | "false";
                /**
                 * @description Whether parameters that no step uses are left out. No values are documented; other switches of the service are the strings `true` and `false`.
                 * @example true
                 */
                check_param_used?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The task. */
                        result?: {
                            /** @description The repositories that the code comes from. */
                            scms?: components["schemas"]["CodeSource"][];
                            /** @description The parameters of the task, each as a list of keys and values. */
                            parameters?: {
                                /**
                                 * @description Region that the parameter belongs to.
                                 * @example cn-north-4
                                 */
                                region?: string;
                                /**
                                 * @description Language of the texts.
                                 * @example en-us
                                 */
                                language?: string;
                                /**
                                 * @description Kind of the definition, not the name of the parameter.
                                 * @example hudson.model.StringParameterDefinition
                                 */
                                name?: string;
                                /** @description Features of the parameter. */
                                params?: {
                                    /**
                                     * @description Which feature it is, one of those of `ParameterDefinitionField`.
                                     * @example name
                                     */
                                    name?: string;
                                    /**
                                     * @description Value of the feature.
                                     * @example codeBranch
                                     */
                                    value?: string;
                                }[];
                            }[];
                            /**
                             * @description Name of the task.
                             * @example testJobName
                             */
                            job_name?: string;
                            /**
                             * @description Which names are allowed, for people. The name of the field means "message".
                             * @example At most 115 letters, digits, underscores and hyphens.
                             */
                            job_name_massage?: string;
                            /**
                             * @description Regular expression that names of tasks follow; may be empty.
                             * @example ^[\u4e00-\u9fa5A-Za-z0-9_-]{0,115}$
                             */
                            job_name_regex?: string;
                            /**
                             * @description Where the task comes from. API Explorer repeats the description of another field here.
                             * @example codeci
                             */
                            source_code?: string;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    removerFavouriteTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is no longer marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The new state. */
                        result?: {
                            /**
                             * @description Whether the task is now among the caller's favourites.
                             * @example false
                             */
                            favorite?: boolean;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listProjectJobs: {
        parameters: {
            query: {
                /**
                 * @description Number of the page to return. The first page is 0.
                 * @example 0
                 */
                page_index: components["parameters"]["PageIndex"];
                /**
                 * @description How many items a page holds, 100 at most.
                 * @example 10
                 */
                page_size: components["parameters"]["PageSize"];
                /**
                 * @description Part of a task's name. Only tasks whose name contains it are returned.
                 * @example demo
                 */
                search?: string;
                /** @description Field to sort by. The values are not documented. */
                sort_field?: string;
                /** @description Direction to sort in. The values are not documented here; those of `listJob` are `ASC` and `DESC`. */
                sort_order?: "ASC" | "DESC" | (string & {});
                /**
                 * @description Id of a user. Only the tasks that this user created are returned.
                 * @example ae22fd035f354cfa8d82a3f1c8940446
                 */
                creator_id?: string;
                /**
                 * @description Outcome of the last build (`red` failed, `blue` succeeded, `timeout`, `aborted`, `building`, `none`). Only tasks with this outcome are returned.
                 * @example blue
                 */
                build_status?: "red" | "blue" | "timeout" | "aborted" | "building" | "none" | (string & {});
                /** @description Whether only the tasks of the group in `group_path_id` are returned. */
                by_group?: boolean;
                /**
                 * @description Ids of the groups from the root of the tree down to one, joined by dots; the `path_id` of `listGroupTree`.
                 * @example b13c933bbc6f4d09a98ef09e4cc07e17.e2c52ec7654948c09e635697a4ffcb59
                 */
                group_path_id?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The tasks of this page. */
                            job_list?: components["schemas"]["BuildTaskSummary"][];
                            /**
                             * Format: int32
                             * @description How many tasks there are on all pages.
                             * @example 1
                             */
                            total?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    createBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildTaskDefinition"];
            };
        };
        responses: {
            /** @description The task is created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskReference"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildTaskChange"];
            };
        };
        responses: {
            /** @description The task is changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskReference"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["DeletedBuildTask"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    disableBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is disabled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listJobConfig: {
        parameters: {
            query?: {
                /**
                 * @description Whether the answer contains all parameters of the task, the string `true` or `false`. What it leaves out otherwise is not documented.
                 * @example true
                 */
                get_all_params?: "true" | "false";
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configuration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTaskConfig"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    enableBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task is enabled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobListByProjectId: {
        parameters: {
            query: {
                /**
                 * @description Number of the page to return. The first page is 0. The newest page of the vendor wants it below 1,000,000,000.
                 * @example 0
                 */
                page_index: number;
                /**
                 * @description How many items a page holds, 100 at most.
                 * @example 10
                 */
                page_size: components["parameters"]["PageSize"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The tasks of this page, an empty list behind the last page. */
                        jobs?: components["schemas"]["BuildTaskSummary"][];
                        /**
                         * Format: int32
                         * @description How many tasks there are on all pages.
                         * @example 1
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
    showBuildParamsList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds of parameter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Holds the list. */
                        result?: {
                            /** @description The kinds of parameter. */
                            build_parameters?: {
                                /**
                                 * @description Name of the kind, as a task's definition has it.
                                 * @example hudson.model.StringParameterDefinition
                                 */
                                name?: string;
                                /**
                                 * @description Name of the kind for people.
                                 * @example Text
                                 */
                                title?: string | null;
                                /** @description The fields that describe a parameter of this kind. */
                                params?: {
                                    /**
                                     * @description Name of the field.
                                     * @example name
                                     */
                                    name?: string;
                                    /**
                                     * @description Name of the field for people.
                                     * @example Name
                                     */
                                    title?: string | null;
                                    /**
                                     * @description Kind of input that the field takes.
                                     * @example text
                                     */
                                    type?: string;
                                    /**
                                     * @description Whether the field must have a value.
                                     * @example true
                                     */
                                    required?: boolean;
                                    /** @description The rules for the field's value. */
                                    constraints?: {
                                        /**
                                         * @description Kind of the rule, a greatest length, a least length or a regular expression.
                                         * @example maxLen
                                         */
                                        type?: "maxLen" | "minLen" | "regex" | (string & {});
                                        /**
                                         * @description Limit or expression. The example of the answer has numbers as strings, that of the field as a number.
                                         * @example 128
                                         */
                                        value?: string | number;
                                        /**
                                         * @description Text to show to a person whose value breaks the rule.
                                         * @example Enter a maximum of 128 characters.
                                         */
                                        errormsg?: string;
                                        /**
                                         * @description Language of the text. Only `null` has been seen.
                                         * @example null
                                         */
                                        language?: string | null;
                                        /**
                                         * @description Region that the rule is for. Only `null` has been seen.
                                         * @example null
                                         */
                                        region?: string | null;
                                    }[] | null;
                                    /**
                                     * @description Mark of the same name in a parameter's definition, probably whether it may be deleted. Not documented further.
                                     * @example false
                                     */
                                    deletion?: boolean;
                                    /**
                                     * @description Mark of the same name in a parameter's definition, probably whether every task has it. Not documented further.
                                     * @example false
                                     */
                                    defaults?: boolean;
                                }[];
                            }[];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showDefaultBuildParameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parameters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The parameters. */
                        result?: {
                            /**
                             * @description Kind of the parameter.
                             * @example hudson.model.StringParameterDefinition
                             */
                            name?: string;
                            /** @description What describes the parameter, field by field. */
                            params?: {
                                /**
                                 * @description Name of the field.
                                 * @example name
                                 */
                                name?: "name" | "type" | "defaultValue" | "description" | "deletion" | "defaults" | "staticVar" | "sensitiveVar" | (string & {});
                                /**
                                 * @description Value of the field. The field `name` has the parameter's name.
                                 * @example codeBranch
                                 */
                                value?: string | null;
                            }[];
                        }[];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobSystemParameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parameters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The parameters. */
                        result?: {
                            /**
                             * Format: int32
                             * @description Number of the parameter. It need not be its place in the list.
                             * @example 6
                             */
                            id?: number;
                            /**
                             * @description Name by which steps use the parameter.
                             * @example BUILDNUMBER
                             */
                            parameter_name?: string;
                            /**
                             * @description What the parameter holds, for people.
                             * @example Day of the build and its number within that day
                             */
                            description?: string;
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listBuildParameter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parameters of the build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The parameters. */
                        result?: {
                            /**
                             * @description Name of the parameter.
                             * @example codeBranch
                             */
                            name?: string;
                            /**
                             * @description Value that the build ran with.
                             * @example master
                             */
                            value?: string | null;
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    executeJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the task to run, the 32 letters and digits at the end of the address of the task's page.
                     * @example 48c66c6002964721be537cdc6ce0297b
                     */
                    job_id: string;
                    /** @description Values for this build. A parameter of the task that is not named here keeps its default. */
                    parameter?: components["schemas"]["BuildParameter"][];
                    /** @description Which state of the code to build, where it is not the one that the task names. */
                    scm?: components["schemas"]["BuildSource"] & {
                        /**
                         * @description What to build in place of what the task names. `branch` makes a task that is set to a tag build a branch.
                         * @example branch
                         */
                        build_type?: "branch" | "tag" | "commitId" | (string & {});
                        /**
                         * @description Branch to build, with `build_type` `branch`.
                         * @example master
                         */
                        branch?: string;
                    };
                };
            };
        };
        responses: {
            /** @description The build is in the queue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["StartedBuild"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    executeAutoBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What happened to the code. Both values mean a push.
                     * @example push
                     * @enum {string}
                     */
                    event_type?: "push" | "push_events";
                    /**
                     * @description The id of the path once more. Pages of 2025 ask for it, those of 2026 do not have it.
                     * @example 48c66c6002964721be537cdc6ce0297b
                     */
                    job_id?: string;
                    /**
                     * @description Name of the branch that was pushed to.
                     * @example master
                     */
                    ref?: string;
                    /**
                     * @description Id of the commit at the head of the branch after the push, the one to build.
                     * @example f5af662119404ad187437cd272b5099b1a2b3c4d
                     */
                    after?: string;
                    /**
                     * @description Id of the commit that was the head before the push. The vendor describes it with the words that it has for `after`.
                     * @example 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567
                     */
                    before?: string;
                    /** @description The commits that were pushed. */
                    commits?: ({
                        /**
                         * @description Id of the commit, 40 letters and digits.
                         * @example f5af662119404ad187437cd272b5099b1a2b3c4d
                         */
                        id?: string;
                        /**
                         * @description Message of the commit.
                         * @example Correct the tests
                         */
                        message?: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @description The repository that was pushed to. Its fields were not seen. */
                    repository?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description The push was taken note of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What came of it. Not documented in the part of the page that was seen. */
                        result?: {
                            [key: string]: unknown;
                        } | string | boolean | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
                    } & {
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
    showRunningStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the latest build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What is known of the build that was started last. */
                        result?: {
                            /**
                             * @description Id of the task.
                             * @example 901878212b1a49be9c1a1054c272762a
                             */
                            last_job_id?: string | null;
                            /**
                             * @description Number of the latest build, an integer written as a string. It is the `build_no` of other operations.
                             * @example 166
                             */
                            last_build_no?: string | null;
                            /**
                             * @description Whether the latest build waits, runs or has ended.
                             * @example Finished
                             */
                            last_build_status?: "InQueue" | "Running" | "Finished" | (string & {}) | null;
                            /**
                             * @description Whether a build of the task runs.
                             * @example false
                             */
                            is_running?: boolean;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobStepStatus: {
        parameters: {
            query?: {
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1. Without it the service takes 1.
                 * @example 12
                 */
                build_no?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the build stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The scheduler's view of the build. */
                        result?: ({
                            /**
                             * @description State of the build within the scheduler: `pending` waits, `runnable` runs or is about to, `completed` has ended in whatever way. API Explorer shows `success`.
                             * @example completed
                             */
                            status?: "pending" | "runnable" | "completed" | "success" | (string & {}) | null;
                            /**
                             * @description How the build was broken off; empty or `null` where it was not.
                             * @example aborted
                             */
                            abort_status?: "aborted" | "timeout" | "" | (string & {}) | null;
                            /**
                             * @description Label of the machine that the build runs on, with its architecture and size.
                             * @example default-x86-2u8g
                             */
                            label?: string | null;
                            /**
                             * @description In which order the steps run. The form of the string is not documented.
                             * @example null
                             */
                            flow?: string | null;
                            /**
                             * @description State of each step. The form of the string is not documented.
                             * @example null
                             */
                            states?: string | null;
                            /** @description State of the build as a whole, in answers of the newer form. */
                            workflow?: ({
                                /**
                                 * @description Name of the task.
                                 * @example demo
                                 */
                                job_name?: string | null;
                                /**
                                 * @description State of the build within the scheduler, with the same meaning as `result.status`.
                                 * @example completed
                                 */
                                status?: "pending" | "runnable" | "completed" | (string & {}) | null;
                                /**
                                 * @description How the build was broken off; empty or `null` where it was not.
                                 * @example aborted
                                 */
                                abort_status?: "aborted" | "timeout" | "" | (string & {}) | null;
                                /**
                                 * @description Why the scheduler could not run the build.
                                 * @example null
                                 */
                                error?: string | null;
                                /** @description Images that the build runs in, as patterns. */
                                image_regex?: string[] | null;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    stopTheJob: {
        parameters: {
            query?: {
                /**
                 * @description Number of the build to stop, in the place where the SDKs send it. Prefer the body.
                 * @example 12
                 */
                build_no?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description Number of the build within its task, from 1, as an integer or in digits.
                     * @example 12
                     */
                    build_no?: number | string;
                };
            };
        };
        responses: {
            /** @description The build is being stopped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showBuildDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The build. */
                        result?: {
                            /**
                             * @description Whether the build is still going on.
                             * @example false
                             */
                            building?: boolean;
                            /**
                             * @description How the build ended; empty, `null` or absent before that.
                             * @example FAILURE
                             */
                            build_result?: "SUCCESS" | "FAILURE" | "ABORTED" | "SCHEDULE_FAILURE" | (string & {}) | null;
                            /**
                             * @description Region that the build runs in.
                             * @example cn-north-4
                             */
                            region?: string | null;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    runJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the task to run, the 32 letters and digits at the end of the address of the task's page.
                     * @example f5af662119404ad187437cd272b5099b
                     */
                    job_id: string;
                    /** @description Values for this build. A parameter of the task that is not named here keeps its default. */
                    parameter?: components["schemas"]["BuildParameter"][];
                    scm?: components["schemas"]["BuildSource"];
                };
            };
        };
        responses: {
            /** @description The build is in the queue. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBuild"];
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
    stopJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the task, the 32 letters and digits at the end of the address of the task's page.
                     * @example f5af662119404ad187437cd272b5099b
                     */
                    job_id: string;
                    /**
                     * @description Number of the build within its task, from 1, written as a string.
                     * @example 32
                     */
                    build_no: string;
                };
            };
        };
        responses: {
            /** @description The build is being stopped. The body may be empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the request to stop the build was accepted.
                         * @example true
                         */
                        result?: boolean;
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
    showJobStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a build of the task runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `true` while a build of the task runs, `false` otherwise. It does not mean success.
                         * @example true
                         */
                        result?: boolean;
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
    stopBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the build is being stopped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the build was stopped.
                         * @example true
                         */
                        success?: boolean;
                        /**
                         * @description A message. Only the empty string has been seen.
                         * @example
                         */
                        result?: string | null;
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
    setKeepTime: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int32
                     * @description Number of days. The console offers 1 to 30.
                     * @example 29
                     */
                    keep_time: number;
                };
            };
        };
        responses: {
            /** @description The number of days is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What holds from now on. */
                        result?: {
                            /**
                             * Format: int32
                             * @description For how many days the bin keeps a task.
                             * @example 29
                             */
                            keep_time?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    deleteRecyclingJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecycledTaskSelection"];
            };
        };
        responses: {
            /** @description The tasks are gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    clearRecyclingJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bin is empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listRecyclingJob: {
        parameters: {
            query?: {
                /**
                 * @description How many items a page holds, 100 at most.
                 * @example 10
                 */
                page_size?: number;
                /**
                 * @description Number of the page to return. The first page is 1.
                 * @example 1
                 */
                page_no?: number;
                /**
                 * @description Name of a task to look for.
                 * @example demo
                 */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deleted tasks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The deleted tasks of this page. */
                            job_list?: {
                                /**
                                 * @description Id of the task.
                                 * @example 605219248f9b4a48a1388d733a09fd32
                                 */
                                job_id?: string;
                                /**
                                 * @description Name of the task.
                                 * @example demo
                                 */
                                job_name?: string;
                                /**
                                 * @description Id of the CodeArts project that the task belonged to.
                                 * @example a6f34444b62b4dd3bfe4c1955d8b405a
                                 */
                                project_id?: string;
                                /**
                                 * @description Name of that project. Only `null` has been seen.
                                 * @example null
                                 */
                                project_name?: string | null;
                                /**
                                 * @description Region of the task. Only `null` has been seen.
                                 * @example null
                                 */
                                region?: string | null;
                                /**
                                 * @description Name of the user who created the task.
                                 * @example testUser
                                 */
                                creator_name?: string;
                                /**
                                 * @description Id of that user.
                                 * @example 6d7a54d45bf44a0684a7a682f719ffd9
                                 */
                                creator_id?: string;
                                /**
                                 * @description When the task was created, `yyyy-MM-dd HH:mm:ss`. In the examples the clock is that of GMT+08:00.
                                 * @example 2024-08-13 04:07:25
                                 */
                                create_time?: string;
                                /**
                                 * @description When the task was deleted, `yyyy-MM-dd HH:mm:ss`, by the same clock.
                                 * @example 2024-08-13 04:07:25
                                 */
                                delete_time?: string;
                                /**
                                 * Format: int64
                                 * @description When the task was created, in seconds since 1970. The answer has it as a string, the field's own example as a number.
                                 * @example 1723493245
                                 */
                                create_time_stamp?: string | number;
                                /**
                                 * Format: int64
                                 * @description When the task was deleted, in seconds since 1970, in the same form.
                                 * @example 1723493245
                                 */
                                delete_time_stamp?: string | number;
                            }[];
                            /**
                             * Format: int32
                             * @description For how many days the bin keeps a task. `setKeepTime` changes it.
                             * @example 29
                             */
                            keep_time?: number;
                            /**
                             * Format: int32
                             * @description How many tasks there are on all pages.
                             * @example 1
                             */
                            total?: number;
                        };
                        /**
                         * @description Whether the call succeeded, in answers that do not have `status`.
                         * @example true
                         */
                        success?: boolean;
                        /**
                         * @description What went wrong, for people, where the call failed.
                         * @example null
                         */
                        message?: string | null;
                        /**
                         * @description The code of the error, where the call failed.
                         * @example null
                         */
                        err_code?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    restoreRecyclingJobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecycledTaskSelection"];
            };
        };
        responses: {
            /** @description The tasks are back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showNewOutput: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outputs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildOutputSet"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listBriefRecord: {
        parameters: {
            query: {
                /**
                 * @description How many builds are returned, 100 at most; probably of each build project. There is no parameter for a further page.
                 * @example 10
                 */
                limit: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description The builds, a group for each build project. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The groups. */
                        result?: {
                            /**
                             * @description Id of the project of this group. API Explorer calls it the project that was asked for, so a build project; the help page calls it the CodeArts project.
                             * @example a3270d84-ddc7-4288-b985-f801871b260d
                             */
                            project_id?: string;
                            /** @description The builds. */
                            brief_build_record_dtos?: components["schemas"]["BriefBuildRecord"][];
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showBuildRecordFlowGraph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record of the build that started the others, a UUID. It is the `parent_record_id` in the records of its parts.
                 * @example 9d6169b9-022d-458c-9dc8-48cc94cc4083
                 */
                build_flow_record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildFlowGraph"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listRecords: {
        parameters: {
            query?: {
                /**
                 * @description Number of the page to return. The first page is 0 in the vendor's example; a help page names 1 as the default, so always send it.
                 * @example 0
                 */
                page?: number;
                /**
                 * @description How many builds a page holds, 1 to 100.
                 * @example 10
                 */
                limit?: number;
                /**
                 * @description Only builds that one of these started. The values are not documented; the `trigger_type` of an answer is the likely one. The name is repeated for each value.
                 * @example [
                 *       "MANUAL"
                 *     ]
                 */
                triggers?: string[];
                /**
                 * @description Only builds of one of these branches. The name is repeated for each value.
                 * @example [
                 *       "master"
                 *     ]
                 */
                branches?: string[];
                /**
                 * @description Only builds of one of these tags. The name is repeated for each value.
                 * @example [
                 *       "v1.2.0"
                 *     ]
                 */
                tags?: string[];
                /**
                 * @description Only builds from this time on, `yyyy-MM-dd HH:mm:ss`. The time zone is not documented; a sibling reads local time of the service.
                 * @example 2024-06-01 00:00:00
                 */
                from_date?: string;
                /**
                 * @description Only builds up to this time, `yyyy-MM-dd HH:mm:ss`, in the same time zone.
                 * @example 2024-06-30 23:59:59
                 */
                to_date?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build project, a UUID. It is neither the task's id nor that of the CodeArts project.
                 * @example a3270d84-ddc7-4288-b985-f801871b260d
                 */
                build_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The builds of this page. */
                            data?: components["schemas"]["BuildProjectRecord"][];
                            /** @description Which page it is. */
                            pagination?: {
                                /**
                                 * Format: int32
                                 * @description Number of this page.
                                 * @example 0
                                 */
                                page?: number;
                                /**
                                 * Format: int32
                                 * @description How many builds a page holds.
                                 * @example 10
                                 */
                                limit?: number;
                                /**
                                 * Format: int32
                                 * @description How many builds there are on all pages, or -1 where they were not counted.
                                 * @example 10
                                 */
                                total?: number;
                            };
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobTotal: {
        parameters: {
            query?: {
                /**
                 * @description Only builds from this time on, `yyyy-MM-dd HH:mm:ss`. The time zone is not documented; a sibling reads local time of the service.
                 * @example 2024-06-01 00:00:00
                 */
                from_date?: string;
                /**
                 * @description Only builds up to this time, `yyyy-MM-dd HH:mm:ss`, in the same time zone.
                 * @example 2024-06-30 23:59:59
                 */
                to_date?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build project, a UUID. It is neither the task's id nor that of the CodeArts project.
                 * @example 157010e7-1d62-481d-b205-5eaf2c65d339
                 */
                build_project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The count. */
                        result?: {
                            /**
                             * Format: int32
                             * @description How many builds there were.
                             * @example 100
                             */
                            total?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listBuildInfoRecordByJobId: {
        parameters: {
            query: {
                /**
                 * @description Start of the range, `yyyy-MM-dd HH:mm:ss` in the service's local time, at most 31 days before `end_time`.
                 * @example 2023-12-01 00:00:00
                 */
                start_time: string;
                /**
                 * @description End of the range, `yyyy-MM-dd HH:mm:ss` in the service's local time, at most 31 days after `start_time`.
                 * @example 2023-12-31 00:00:00
                 */
                end_time: string;
                /**
                 * @description Number of the page to return. The first page is 0.
                 * @example 0
                 */
                page_index?: number;
                /**
                 * @description How many builds a page holds, 100 at most.
                 * @example 10
                 */
                page_size?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildRecordPage"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showBuildInfoRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildRecordSummary"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobBuildRecordDetail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildRecord"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showBuildRecordBuildScript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The script. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The script, YAML with line breaks.
                         * @example ---
                         *     version: "2.0"
                         */
                        result?: string;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showBuildRecordFullStages: {
        parameters: {
            query?: {
                /**
                 * @description Whether what is inside the steps is returned with them. Neither the default nor the difference in the answer is documented.
                 * @example true
                 */
                cascade?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the build did, step by step. */
                        result?: {
                            /** @description The steps, each under the scheduler's name for it. */
                            build_stages?: {
                                [key: string]: components["schemas"]["BuildStageRecord"];
                            };
                            /** @description Not documented. Only `null` has been seen. */
                            check_stages?: {
                                [key: string]: unknown;
                            } | null;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showBuildRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildProjectRecord"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listBuildInfoRecord: {
        parameters: {
            query: {
                /**
                 * @description Start of the range, `yyyy-MM-dd HH:mm:ss`. The newer operation reads it as local time of the service and refuses ranges over 31 days; expect the same here.
                 * @example 2025-10-01 00:00:00
                 */
                start_time: string;
                /**
                 * @description End of the range, `yyyy-MM-dd HH:mm:ss`, in the same time zone.
                 * @example 2025-10-01 00:00:01
                 */
                end_time: string;
                /**
                 * @description Number of the page to return. The first page is 0.
                 * @example 0
                 */
                page_index?: number;
                /**
                 * @description How many builds a page holds, 100 at most. The help page asks for 1 at least.
                 * @example 10
                 */
                page_size?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildRecordPage"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showListHistory: {
        parameters: {
            query: {
                /**
                 * @description Number of the page to return, not of a row. The first page is 0.
                 * @example 0
                 */
                offset: number;
                /**
                 * @description How many builds a page holds, 100 at most.
                 * @example 10
                 */
                limit: number;
                /**
                 * @description How many days to look back from today, 30 at most.
                 * @example 7
                 */
                interval: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int32
                         * @description How many builds there are on all pages.
                         * @example 1
                         */
                        total?: number;
                        /** @description The builds of this page. */
                        history_records?: components["schemas"]["HistoryRecord"][];
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
    showListPeriodHistory: {
        parameters: {
            query: {
                /**
                 * @description Number of the page to return, not of a row. The first page is 0.
                 * @example 0
                 */
                offset: number;
                /**
                 * @description How many builds a page holds, 100 at most.
                 * @example 10
                 */
                limit: number;
                /**
                 * @description First day, `yyyy-MM-dd`, at most 30 days before `end_time`. API Explorer names a day of 2021 as default, though the parameter is mandatory.
                 * @example 2021-01-04
                 */
                start_time: string;
                /**
                 * @description Last day, `yyyy-MM-dd`, at most 30 days after `start_time`. API Explorer names a day of 2021 as default, though the parameter is mandatory.
                 * @example 2021-01-14
                 */
                end_time: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of builds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int32
                         * @description How many builds there are on all pages.
                         * @example 1
                         */
                        total?: number;
                        /** @description The builds of this page. */
                        history_records?: components["schemas"]["PeriodHistoryRecord"][];
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
    showOutputInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outputs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildOutputSet"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showRecordInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the call succeeded.
                         * @example true
                         */
                        success?: boolean;
                        /**
                         * @description What went wrong; absent where the call succeeded.
                         * @example null
                         */
                        message?: string | null;
                        /**
                         * @description Code of what went wrong; absent where the call succeeded.
                         * @example null
                         */
                        err_code?: string | null;
                        result?: components["schemas"]["LegacyBuildRecord"];
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
    showHistoryDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task, from 1. Other operations call it `build_no`.
                 * @example 1
                 */
                build_number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Parameters and steps of the build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Name of the task.
                         * @example Test Task 01
                         */
                        job_name?: string;
                        /**
                         * Format: int32
                         * @description Number of the build within its task.
                         * @example 5
                         */
                        build_number?: number;
                        /**
                         * @description Id of the CodeArts project that the task belongs to.
                         * @example 6ecbc5bac7c8442fb3d2563d53c13582
                         */
                        project_id?: string;
                        /**
                         * @description Name of that project.
                         * @example test-project
                         */
                        project_name?: string;
                        /** @description The parameters that the build ran with: names and values, where the value of a secret is asterisks. An older example has this map inside an array. */
                        parameters?: {
                            [key: string]: string;
                        } | {
                            [key: string]: string;
                        }[] | null;
                        /** @description The steps of the build that the console shows, in their order. */
                        build_steps?: {
                            /**
                             * @description Name of the step, in the language of the account.
                             * @example Code checkout
                             */
                            name?: string;
                            /**
                             * @description State of the step. It is empty for a step that has not run.
                             * @example success
                             */
                            status?: "running" | "success" | "error" | "" | (string & {});
                            /**
                             * Format: int32
                             * @description How long the step ran, in milliseconds.
                             * @example 8366
                             */
                            build_time?: number;
                        }[];
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
    showLastHistory: {
        parameters: {
            query: {
                /**
                 * @description Name of the code repository. Names with Chinese characters are not supported.
                 * @example maven-demo
                 */
                repository_name: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Names the build within the history. It has the form of the daily number, `yyyyMMdd.n`, and is not the UUID that the log downloads take as `record_id`.
                         * @example 20210722.16
                         */
                        record_id?: string;
                        /**
                         * @description Id of the task that was built.
                         * @example 37be03edd1da430c8079504d546cc499
                         */
                        job_id?: string;
                        /**
                         * @description Name of that task.
                         * @example Test Task 01
                         */
                        job_name?: string;
                        /**
                         * Format: int32
                         * @description Number of the build within its task. It is the `build_no` of other operations.
                         * @example 16
                         */
                        build_number?: number;
                        /**
                         * Format: date-time
                         * @description When the build began to run, ISO 8601 with an offset.
                         * @example 2021-07-22T16:26:52+08:00
                         */
                        start_time?: string;
                        /**
                         * Format: date-time
                         * @description When the build ended, ISO 8601 with an offset.
                         * @example 2021-07-22T16:27:15+08:00
                         */
                        end_time?: string;
                        /**
                         * @description How the build ended.
                         * @example SUCCESS
                         */
                        result?: "SUCCESS" | (string & {});
                        /**
                         * @description Id of the commit that was built.
                         * @example e311c54476e0e536f0ecdeeba8dc184216fa2057
                         */
                        commit_id?: string;
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
    showFlowGraph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record of the build that started the others, a UUID. It is the `parent_record_id` in the records of its parts.
                 * @example 9d6169b9-022d-458c-9dc8-48cc94cc4083
                 */
                build_flow_record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the call succeeded.
                         * @example true
                         */
                        success?: boolean;
                        /**
                         * @description What went wrong; absent where the call succeeded.
                         * @example null
                         */
                        message?: string | null;
                        /**
                         * @description Code of what went wrong; absent where the call succeeded.
                         * @example null
                         */
                        err_code?: string | null;
                        result?: components["schemas"]["BuildFlowGraph"];
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
    showRecordDetail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildRecord"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showActionIInfo: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNoQuery"];
                /**
                 * @description Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
                 * @example 0
                 */
                start_offset: number;
                /**
                 * @description Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
                 * @example 0
                 */
                end_offset: number;
                /**
                 * @description Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
                 * @example AES
                 */
                sort?: "AES" | "DESC";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A section of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["LogSection"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showConsoleInfo: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNoQuery"];
                /**
                 * @description Id of the step, an integer. The documentation does not say which operation returns it.
                 * @example 1
                 */
                step_id: number;
                /**
                 * @description Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
                 * @example 0
                 */
                start_offset: number;
                /**
                 * @description Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
                 * @example 0
                 */
                end_offset: number;
                /**
                 * @description Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
                 * @example AES
                 */
                sort?: "AES" | "DESC";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A section of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["LogSection"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showActionInfo: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNoQuery"];
                /**
                 * @description Id of the step, an integer. The documentation does not say which operation returns it.
                 * @example 1
                 */
                step_id: number;
                /**
                 * @description Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
                 * @example 0
                 */
                start_offset: number;
                /**
                 * @description Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
                 * @example 0
                 */
                end_offset: number;
                /**
                 * @description Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
                 * @example AES
                 */
                sort?: "AES" | "DESC";
                /**
                 * @description How much one answer holds, digits written as a string. `1000` is the default and perhaps the only value; the unit is not documented.
                 * @example 1000
                 */
                size: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A section of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["LogSection"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showLogAnalysis: {
        parameters: {
            query?: {
                /**
                 * @description How many failed steps a page holds, 100 at most.
                 * @example 10
                 */
                limit?: number;
                /**
                 * @description Number of the page to return, not of a step. The first page is 0.
                 * @example 0
                 */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The analysis. */
                        result?: {
                            /**
                             * @description Name of the task.
                             * @example demo
                             */
                            jobName?: string;
                            /** @description The failed steps of this page. */
                            error_nodes?: components["schemas"]["FailedStepAnalysis"][];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    downloadBuildRealTimeLog: {
        parameters: {
            query: {
                /**
                 * @description Where the section begins. 0 is the beginning of the log. Whether it counts characters or bytes is not documented.
                 * @example 0
                 */
                start_offset?: number;
                /**
                 * @description Where the section ends at the latest, in the unit of `start_offset`. What 0 does is not documented; it is the default.
                 * @example 0
                 */
                end_offset?: number;
                /**
                 * @description Order of the lines. `AES`, spelt like that, puts the oldest first, `DESC` the newest.
                 * @example AES
                 */
                sort?: "AES" | "DESC";
                /**
                 * @description How much one answer holds, digits written as a string. `1000` is the default and perhaps the only value; the unit is not documented.
                 * @example 1000
                 */
                size: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A section of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["LogSection"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    downloadBuildFullLog: {
        parameters: {
            query?: {
                /**
                 * @description The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
                 * @example INFO
                 */
                log_level?: components["parameters"]["LogLevel"];
                /**
                 * @description Whether the log comes compressed. The format is not documented, so look at the content type of the answer.
                 * @example false
                 */
                compress?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    downloadTaskLogNew: {
        parameters: {
            query: {
                /**
                 * @description Which step, as `stage` and its number within the task: `stage1` is the first. It is not the name that the step has in the console.
                 * @example stage1
                 */
                task_name: string;
                /**
                 * @description The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
                 * @example INFO
                 */
                log_level?: components["parameters"]["LogLevel"];
                /**
                 * @description Whether the log comes compressed. The format is not documented, so look at the content type of the answer.
                 * @example false
                 */
                compress?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    downloadRealTimeLog: {
        parameters: {
            query: {
                /**
                 * @description Where the part begins: 0 at first, then the `offset` of the previous answer. Whether it counts characters or bytes is not documented.
                 * @example 0
                 */
                offset: number;
                /**
                 * @description How long `content` may be at most, in the unit of `offset`.
                 * @example 1000000
                 */
                length?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The part, and where the next one begins. */
                        result?: {
                            /**
                             * @description The lines of the part. Empty where nothing was ready; it does not mean that the log is at its end.
                             * @example [2023/12/21 15:44:18.744 GMT+08:00] [INFO] BUILD SUCCESS
                             */
                            content?: string;
                            /**
                             * Format: int32
                             * @description Where this part begins, the `offset` of the request.
                             * @example 121768
                             */
                            current_offset?: number;
                            /**
                             * Format: int32
                             * @description Where the next part begins, to be sent as `offset` with the next request.
                             * @example 126548
                             */
                            offset?: number;
                            /**
                             * @description Whether the log goes on after this part.
                             * @example true
                             */
                            has_more_data?: boolean;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    downloadLogByRecordId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    downloadBuildLog: {
        parameters: {
            query?: {
                /**
                 * @description The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
                 * @example INFO
                 */
                log_level?: components["parameters"]["LogLevel"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    downloadTaskLog: {
        parameters: {
            query: {
                /**
                 * @description Which step, as `stage` and its number within the task: `stage1` is the first. It is not the name that the step has in the console.
                 * @example stage1
                 */
                task_name: string;
                /**
                 * @description The least important kind of line that the log contains. `DEBUG` has more lines than `INFO`.
                 * @example INFO
                 */
                log_level?: components["parameters"]["LogLevel"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build record, a UUID: `build_record_id` in the answer of `showJobBuildRecordDetail`. The `record_id` of the history lists (`20201230.1`) is another thing and is not accepted here.
                 * @example 2cc26382-b2cb-4234-8eb0-b37d362f4d4c
                 */
                record_id: components["parameters"]["RecordId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    downloadJunitCoverageZip: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNoQuery"];
                /**
                 * @description Id of the report, a UUID, from `listJunitCoverageSummary` or `showReportSummary`.
                 * @example 0e952e4a-d698-4137-910a-1828b10cf712
                 */
                root_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    listJunitCoverageSummary: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNoQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The list. */
                        result?: {
                            /** @description The reports of the build, one for each step that made one. */
                            unit_summary_list?: components["schemas"]["CoverageReport"][];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobBuildSuccessRatio: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Name of the code repository. `listRepository` returns those that the task was built from.
                 * @example reckoning
                 */
                repository_name: string;
                /**
                 * @description Branch whose builds count. `all`, the default, counts those of all branches.
                 * @example all
                 */
                branch?: string;
                /**
                 * @description How many days to look back, from 1 to 30.
                 * @example 7
                 */
                interval: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rates. */
                        result?: {
                            /**
                             * @description Id of the task.
                             * @example 901878212b1a49be9c1a1054c272762a
                             */
                            job_id?: string;
                            /**
                             * @description Branch whose builds were counted; `all` stands for all branches.
                             * @example all
                             */
                            branch?: string;
                            /**
                             * Format: int32
                             * @description How many builds there were.
                             * @example 3
                             */
                            total_count?: number;
                            /**
                             * Format: int32
                             * @description How many of them succeeded.
                             * @example 2
                             */
                            total_success_count?: number;
                            /**
                             * @description The two counts as a fraction, successes first.
                             * @example 2/3
                             */
                            total_success_ratio_fraction?: string;
                            /** @description The rate of each day. */
                            every_day_report?: {
                                /**
                                 * @description The day, `yyyy/MM/dd`.
                                 * @example 2024/06/15
                                 */
                                date?: string;
                                /**
                                 * Format: int32
                                 * @description Share of the day's builds that succeeded, in percent, rounded to a whole number.
                                 * @example 67
                                 */
                                success_ratio?: number;
                            }[];
                        };
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobBuildTime: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Name of the code repository. `listRepository` returns those that the task was built from.
                 * @example reckoning
                 */
                repository_name: string;
                /**
                 * @description Branch whose builds count. `all`, the default, counts those of all branches.
                 * @example all
                 */
                branch?: string;
                /**
                 * @description How many days to look back, from 1 to 30.
                 * @example 7
                 */
                interval: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The durations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The durations. */
                        result?: {
                            /**
                             * @description Id of the task.
                             * @example f5af662119404ad187437cd272b5099b
                             */
                            job_id?: string;
                            /**
                             * Format: double
                             * @description Average duration of the builds. The unit is not documented; compare it with `chart`, which has seconds.
                             * @example 25.5
                             */
                            avg_build_time?: number;
                            /**
                             * Format: int64
                             * @description Duration of the longest build. The unit is not documented.
                             * @example 31
                             */
                            max_build_time?: number;
                            /**
                             * Format: int64
                             * @description Duration of the shortest build. The unit is not documented.
                             * @example 20
                             */
                            min_build_time?: number;
                            /** @description The builds, for a chart. */
                            chart?: {
                                /**
                                 * Format: int32
                                 * @description Number of the build within its task, the `build_no` of other operations.
                                 * @example 1
                                 */
                                build_number?: number;
                                /**
                                 * @description Day of the build and its number within that day, `yyyyMMdd.n`.
                                 * @example 20200612.20
                                 */
                                daily_build_number?: string;
                                /**
                                 * Format: int32
                                 * @description How long the build ran, in seconds.
                                 * @example 20
                                 */
                                build_time?: number;
                                /**
                                 * @description How the build ended. `ABORTED` did not run to its end, `timeout` ran for too long; `null` means that there is no result.
                                 * @example SUCCESS
                                 */
                                build_result?: "SUCCESS" | "FAILURE" | "ABORTED" | "timeout" | (string & {}) | null;
                            }[];
                        };
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showReportSummary: {
        parameters: {
            query: {
                /**
                 * @description Number of the build within its task. The first build of a task is 1, each further one adds 1.
                 * @example 12
                 */
                build_no: components["parameters"]["BuildNoQuery"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The counts. */
                        result?: {
                            summary?: components["schemas"]["UnitTestReport"];
                            /** @description The counts of each step that ran tests. The name is spelt like that. */
                            sub_summarys?: components["schemas"]["UnitTestReport"][];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobSuccessRatio: {
        parameters: {
            query: {
                /**
                 * @description First day, `yyyy-MM-dd`, at most 30 days before `end_time`. API Explorer names a day of 2022 as default, though the parameter is mandatory.
                 * @example 2022-01-04
                 */
                start_time: string;
                /**
                 * @description Last day, `yyyy-MM-dd`, at most 30 days after `start_time`. API Explorer names a day of 2022 as default, though the parameter is mandatory.
                 * @example 2022-02-03
                 */
                end_time: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rate. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: int32
                         * @description How many builds succeeded.
                         * @example 2
                         */
                        success_count?: number;
                        /**
                         * Format: int32
                         * @description How many builds there were.
                         * @example 3
                         */
                        total_count?: number;
                        /**
                         * Format: double
                         * @description Share of the builds that succeeded, from 0 to 1, rounded to two decimal places.
                         * @example 0.67
                         */
                        success_ratio?: number;
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
    listTagList: {
        parameters: {
            query: {
                /**
                 * @description Kind of the code repository. `codehub` is CodeArts Repo, and perhaps the only one that is still accepted.
                 * @example codehub
                 */
                scm_type: "codehub" | "repo" | "github";
                /**
                 * @description Id of the code repository, digits written as a string. It is needed where `scm_type` is `codehub`.
                 * @example 2111668884
                 */
                repo_id?: string;
                /**
                 * @description Filter on the tags. The pages do not say on what; presumably on part of the name.
                 * @example v1
                 */
                search?: string;
                /**
                 * @description Number of the page to return. The first page is 1.
                 * @example 1
                 */
                page_no?: number;
                /**
                 * @description How many tags a page holds, 100 at most.
                 * @example 10
                 */
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /**
                             * @description How many tags there are on all pages. Described as a string; the example has a number.
                             * @example 2
                             */
                            total?: string | number;
                            /** @description The tags of this page. */
                            tag_list?: {
                                /**
                                 * @description Name of the tag. Described as a string; the example, a tag that is called 1, has a number.
                                 * @example v1.2.0
                                 */
                                name?: string | number;
                            }[];
                        };
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listEndPoints: {
        parameters: {
            query: {
                /**
                 * @description How many repositories a page holds, 100 at most.
                 * @example 10
                 */
                limit: number;
                /**
                 * @description Number of the page to return, not of a repository. The first page is 0.
                 * @example 0
                 */
                offset?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of repositories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The repositories of this page. */
                            endpoints?: components["schemas"]["DependencyRepository"][];
                            /**
                             * Format: int32
                             * @description How many repositories there are. Whether that is on all pages or on this one is not documented.
                             * @example 2
                             */
                            total?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listRepoBranch: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
                /**
                 * @description Name of the code repository, without Chinese characters, as `listRepository` returns it.
                 * @example maven-demo
                 */
                repository_name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The branches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Names of the branches. */
                        result?: string[];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The repositories. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The list. */
                        result?: {
                            /**
                             * @description Name of the repository of the last build.
                             * @example APITestCreateMaven01
                             */
                            latest?: string;
                            /** @description Names of all repositories that the task was built from. */
                            repositories?: string[];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    downloadKeystoreByName: {
        parameters: {
            query: {
                /**
                 * @description Name of the file with its extension, the `keystore_name` of the lists.
                 * @example file.xml
                 */
                name: string;
                /**
                 * @description Id of the tenant that owns the file, the account's id in IAM.
                 * @example 60021bab32fd450aa2cb89226f425e06
                 */
                domain_id: string;
                /**
                 * @description Id of the file, the `id` of the lists.
                 * @example 1e68199508214389a3eff8302dbe868f
                 */
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    listKeystoreSearch: {
        parameters: {
            query?: {
                /**
                 * @description How many files a page holds, 100 at most.
                 * @example 10
                 */
                page_size?: number;
                /**
                 * @description Number of the page to return. The first page is 1.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description Name of a file to look for. Whether a part of the name is enough is not documented.
                 * @example settings
                 */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /**
                             * @description How many files there are on all pages.
                             * @example 16
                             */
                            total?: number;
                            /** @description The files of this page. */
                            keystore_list?: components["schemas"]["KeystoreFile"][];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The files; there are no pages. */
                        result?: {
                            /**
                             * @description Id of the file, the `keystore_id` of other operations.
                             * @example 1463371418e947528eccf94e724df18c
                             */
                            id?: string;
                            /**
                             * @description Name of the file with its extension. A build step names the file by it.
                             * @example updatetmp.jks
                             */
                            keystore_name?: string;
                        }[];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    addKeystorePermission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the file, the `id` in the answer of `listKeystoreSearch`.
                     * @example b1bed54ba70644c0a9b2b742eb060abe
                     */
                    keystore_id: string;
                    /**
                     * @description Id of the user who gets the permission.
                     * @example acff697b7d424422a6f5d40453655678
                     */
                    user_id: string;
                    /**
                     * @description Name of that user.
                     * @example codeci_participant
                     */
                    user_name: string;
                    /**
                     * @description Whether the user's builds may use the file.
                     * @default true
                     * @example true
                     */
                    usage: boolean;
                    /**
                     * @description Whether the user may change the file's name and description.
                     * @default true
                     * @example true
                     */
                    modify: boolean;
                    /**
                     * @description Whether the user may delete the file.
                     * @example false
                     */
                    delete: boolean;
                    /**
                     * @description Whether the user may change who may do what with the file.
                     * @default true
                     * @example false
                     */
                    setting: boolean;
                    /**
                     * @description Whether this entry can be edited afterwards. In the vendor's examples it is `false` for the file's creator and `true` for everybody else.
                     * @default true
                     * @example true
                     */
                    can_absent: boolean;
                };
            };
        };
        responses: {
            /** @description The user was added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Id of the new entry, as far as the example shows, which `deleteKeystorePermission` takes.
                         * @example 408280cf7a1f11efb818fa163ed0d7fd
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    updateKeystorePermission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the entry, the `id` of an item in the answer of `showKeystorePermission`.
                     * @example 6906c7d43aa711efb818fa163ed0d7fd
                     */
                    id: string;
                    /**
                     * @description Id of the file that the entry is for.
                     * @example b1bed54ba70644c0a9b2b742eb060abe
                     */
                    keystore_id: string;
                    /**
                     * @description Name of the user whom the entry is for.
                     * @example codeci_participant
                     */
                    user_name: string;
                    /**
                     * @description Whether the user's builds may use the file.
                     * @example false
                     */
                    usage: boolean;
                    /**
                     * @description Whether the user may change the file's name and description.
                     * @example true
                     */
                    modify: boolean;
                    /**
                     * @description Whether the user may delete the file. It does not delete the entry, though the page's list of values sounds like that.
                     * @example false
                     */
                    delete: boolean;
                    /**
                     * @description Whether this entry can be edited afterwards.
                     * @example true
                     */
                    can_absent?: boolean;
                };
            };
        };
        responses: {
            /** @description The entry has the new values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description What comes back is not documented; nothing depends on it.
                         * @example
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showKeystorePermission: {
        parameters: {
            query: {
                /**
                 * @description How many entries a page holds, 100 at most. Send it always, because the documented default is 0.
                 * @example 10
                 */
                page_size: number;
                /**
                 * @description Number of the page to return, in digits. The first page is 1.
                 * @example 1
                 */
                page: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the file, 32 lower-case letters and digits, the `id` in the answer of `listKeystore` and `listKeystoreSearch`.
                 * @example 787dd84682aa4e78947af56277422259
                 */
                keystore_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users and what they may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /**
                             * Format: int32
                             * @description How many entries there are on all pages.
                             * @example 2
                             */
                            total?: number;
                            /** @description The entries of this page, one for each user. */
                            permission_list?: components["schemas"]["KeystorePermission"][];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    deleteKeystorePermission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the entry, the `id` of an item in the answer of `showKeystorePermission`. It is not the id of the file or of the user.
                 * @example b782c3766b8311efb818fa163ed0d7fd
                 */
                permission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Carries nothing; empty in the vendor's example.
                         * @example
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    updateKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file, the `id` in the answer of `listKeystoreSearch`.
                 * @example d755f4db59b94d22b8af12fa57e457ef
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the file, the same as in the path.
                     * @example d755f4db59b94d22b8af12fa57e457ef
                     */
                    id: string;
                    /**
                     * @description New name of the file, with its extension. Build steps that name the old one find it no longer.
                     * @example file.keystore
                     */
                    keystore_name: string;
                    /**
                     * @description New description, which replaces the old one.
                     * @example Signs the release build
                     */
                    description: string;
                    /**
                     * Format: int32
                     * @description 1 to let everybody in the tenant use the file in builds, 0 to leave it to those who were given permission.
                     * @example 0
                     * @enum {integer}
                     */
                    share: 0 | 1;
                };
            };
        };
        responses: {
            /** @description The file has the new values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    uploadKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The file, up to 100 KB. There is no field for its name, so give this part a file name with the extension: a `File` has one, a `Blob` and bare bytes have none.
                     */
                    file: Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;
                    /**
                     * @description Consent to the privacy statement, which lets the service work with what is secret in the file. The values are not documented; a third-party client sends `true`.
                     * @example true
                     */
                    privacy: "true" | (string & {});
                    /**
                     * @description What the file is for.
                     * @example Mirrors for Maven
                     */
                    description?: string;
                };
            };
        };
        responses: {
            /** @description The file is stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The new file. */
                        result?: {
                            /**
                             * @description Id of the file, which the other operations on files take.
                             * @example 787dd84682aa4e78947af56277422259
                             */
                            keystore_id?: string;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    deleteKeystore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the file, 32 lower-case letters and digits, the `id` in the answer of `listKeystore` and `listKeystoreSearch`.
                 * @example 787dd84682aa4e78947af56277422259
                 */
                keystore_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Carries nothing; `null` in the vendor's example.
                         * @example null
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    downloadKeystore: {
        parameters: {
            query: {
                /**
                 * @description Name of the file with its extension, 1 to 500 characters.
                 * @example android.keystore
                 */
                file_name: string;
                /**
                 * @description Id of the tenant that owns the file, 32 lower-case letters and digits.
                 * @example 60021bab32fd450aa2cb89226f425e06
                 */
                domain_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    createJobGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskGroupSettings"];
            };
        };
        responses: {
            /** @description The group exists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The new group, as the only item in the vendor's example. */
                        result?: components["schemas"]["TaskGroup"][];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    deleteGroup: {
        parameters: {
            query: {
                /**
                 * @description Id of the group, 32 lower-case letters and digits, the `id` in the answer of `listGroupTree`.
                 * @example 208d38d1138d466c97929bdf6dce4146
                 */
                id: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Carries nothing; `null` in the vendor's example.
                         * @example null
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    moveGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the group that the tasks go to, the `id` in the answer of `listGroupTree`.
                     * @example 61cd2b1179a74c54853ca1da822dfe21
                     */
                    group_id?: string;
                    /** @description The tasks to move. */
                    jobs?: {
                        /**
                         * @description Id of the task.
                         * @example 66936fb8ea74472dbe7b05a46a50e62c
                         */
                        job_id?: string;
                        /**
                         * @description Name of the task.
                         * @example API-TEST01
                         */
                        job_name?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The tasks were moved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where each task is now. */
                        result?: {
                            /**
                             * @description Id of the task.
                             * @example e3916d5a189340f7a8dca4d5339135e2
                             */
                            job_id?: string;
                            /**
                             * @description Ids of the groups from the root of the tree down to the one that the task is in, joined by dots.
                             * @example 9ba77d8f7b7641389ef77d43a1b9b054.ed61be9beadf4eebbbbe3806157b1065.f16d1d6e0cc44d6ba56fc2efb3d10169
                             */
                            group_path_id?: string;
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    switchedPacket: {
        parameters: {
            query: {
                /**
                 * @description Id of the group to move, the `id` in the answer of `listGroupTree`.
                 * @example e2c52ec7654948c09e635697a4ffcb59
                 */
                source_group_id: string;
                /**
                 * @description Id of the group whose place it takes.
                 * @example 70e158b6054e442893d7f5a79d34ce61
                 */
                target_group_id: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The places were exchanged. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Carries nothing; `null` in the vendor's example.
                         * @example null
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listGroupTree: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tree. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The groups at the root of the tree, each with those that stand in it. */
                        result?: components["schemas"]["TaskGroupNode"][];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    updateJobGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskGroupSettings"];
            };
        };
        responses: {
            /** @description The group has the new values. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The changed group. */
                        result?: components["schemas"]["TaskGroup"][];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showDockerfileTemplate: {
        parameters: {
            query: {
                /**
                 * @description Id of the image, `image_id` in the answer of `showImageTemplateList`.
                 * @example e1579739-cd2e-11e9-b7c2-286ed489051f
                 */
                image_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The Dockerfile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
    showImageTemplateList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The images. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The list. */
                        result?: {
                            /** @description The images. */
                            image_templates?: components["schemas"]["ImageTemplate"][];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    createTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBuildTemplate"];
            };
        };
        responses: {
            /** @description The template is saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was saved. */
                        result?: {
                            /**
                             * @description Identifies the new template in the other operations on templates.
                             * @example 77176fe3a02c4a49af822360760a607d
                             */
                            uuid?: string;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listCustomTemplate: {
        parameters: {
            query?: {
                /**
                 * @description Name to look for. Whether a part of the name is enough is not documented here; it is in `listOfficialTemplate`.
                 * @example test
                 */
                name?: string;
                /** @description Condition that templates have to meet. Its form is not documented; the vendor's example sends it empty. */
                filter?: string;
                /**
                 * @description Number of the page to return. The first page is 1.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description How many templates a page holds, 100 at most. What the service takes without it is not documented.
                 * @example 10
                 */
                page_size?: number;
                /** @description A second condition. The vendor's text calls it a filter by build status, which templates do not have; its values are not documented. */
                tags?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of templates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The templates of this page. */
                            items?: components["schemas"]["BuildTemplate"][];
                            /**
                             * Format: int32
                             * @description How many templates there are on all pages.
                             * @example 172
                             */
                            total_size?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    addFavouriteCustomTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifies the template, `uuid` in the answer of `listCustomTemplate`.
                 * @example 2d9031c079624376824fe1e2731615dc
                 */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is a favourite. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    removerFavouriteCustomTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifies the template, `uuid` in the answer of `listCustomTemplate`.
                 * @example 2d9031c079624376824fe1e2731615dc
                 */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is no favourite. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    addFavouriteOfficialTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifies the template, `uuid` in the answer of `listOfficialTemplate`.
                 * @example 96f24b5675864a37ba1d2b776d86d000
                 */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is a favourite. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    removerFavouriteOfficialTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifies the template, `uuid` in the answer of `listOfficialTemplate`.
                 * @example 96f24b5675864a37ba1d2b776d86d000
                 */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is no favourite. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listOfficialTemplate: {
        parameters: {
            query?: {
                /**
                 * @description Part of a template's name. Only templates whose name contains it are returned.
                 * @example maven
                 */
                name?: string;
                /**
                 * @description Number of the page to return, in digits. The first page is 0. The vendor declares a string here, which makes no difference in an address.
                 * @example 0
                 */
                page?: string;
                /**
                 * @description How many templates a page holds, in digits, 100 at most.
                 * @example 20
                 */
                page_size?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of templates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The templates of this page. */
                            items?: components["schemas"]["OfficialBuildTemplate"][];
                            /**
                             * Format: float
                             * @description How many templates there are on all pages, a whole number although the vendor declares a fraction.
                             * @example 41
                             */
                            total_size?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listRecommendOfficialTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Address of the repository, as for `git clone`.
                     * @example git@codehub.example.com:5224d32005894b428a2558560d4d0c51/0409C.git
                     */
                    git_url: string;
                    /**
                     * @description Branch to look at.
                     * @example master
                     */
                    branch: string;
                    /**
                     * @description Tag of the repository to look at, one in spite of the field's name.
                     * @example v1.2.0
                     */
                    tags?: string;
                };
            };
        };
        responses: {
            /** @description The templates that suit, possibly none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The recommendation. */
                        result?: {
                            /** @description The templates that suit the code. */
                            items?: components["schemas"]["BuildTemplate"][];
                            /**
                             * Format: int32
                             * @description How many templates `items` has.
                             * @example 1
                             */
                            total_size?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    saveTemplateUsedInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the task, the 32 letters and digits at the end of the address of the page on which it is edited.
                     * @example f5af662119404ad187437cd272b5099b
                     */
                    job_id: string;
                    /**
                     * @description Id of the template. The vendor's examples have the form of the `id` in the lists, not of the `uuid`; one has only five digits.
                     * @example 5e8d9373809c36e3c7f6f5d1
                     */
                    template_id: string;
                };
            };
        };
        responses: {
            /** @description The use is noted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Repeats that the call succeeded.
                         * @example success
                         */
                        result?: string;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showYamlTemplate: {
        parameters: {
            query?: {
                /**
                 * @description Kind of machine that the text is written for. The values are not documented; the vendor's example has an architecture.
                 * @example x86-64
                 */
                default_host?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Content for the file, with its line breaks.
                         * @example echo hello
                         */
                        result?: string;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifies the template, `uuid` in the answer of `listCustomTemplate`.
                 * @example 2d9031c079624376824fe1e2731615dc
                 */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["BuildTemplate"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    deleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifies the template, `uuid` in the answer of `listCustomTemplate`.
                 * @example a7cd110ab0a542fdbe21fa9b35c6a482
                 */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        status?: components["schemas"]["EnvelopeStatus"];
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
    createTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBuildTemplate"];
            };
        };
        responses: {
            /** @description The template is saved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["LegacyBuildTemplate"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listTemplates: {
        parameters: {
            query?: {
                /**
                 * @description Part of a template's name. Only templates whose name contains it are returned.
                 * @example 123
                 */
                name?: string;
                /**
                 * @description Number of the page to return, in digits. The first page is 0. The vendor declares a string here, which makes no difference in an address.
                 * @example 0
                 */
                page?: string;
                /**
                 * @description How many templates a page holds, in digits, 100 at most.
                 * @example 20
                 */
                page_size?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of templates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The templates of this page. */
                            items?: components["schemas"]["BuildTemplate"][];
                            /**
                             * Format: int32
                             * @description How many templates there are on all pages.
                             * @example 172
                             */
                            total_size?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    deleteTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Identifies the template, `uuid` in the answer of `listCustomTemplate`.
                 * @example ca9c83214d6344b9bd26d14ba0b519d9
                 */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Templates, presumably the deleted one; `null` where the service returns none. */
                        result?: components["schemas"]["LegacyBuildTemplate"][] | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    checkWebhookUrl: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the task.
                     * @example f9d6c8466d614a9788e9a0acf6c15f46
                     */
                    job_id: string;
                    /**
                     * @description The channel that the address belongs to, such as `DING_TALK`, `FEISHU` or `WECOM`.
                     * @example DING_TALK
                     */
                    notice_type: string;
                    /**
                     * Format: uri
                     * @description The address to check, with the key of the group chat in it.
                     * @example https://oapi.dingtalk.com/robot/send?access_token=xxx
                     */
                    webhook_url: string;
                };
            };
        };
        responses: {
            /** @description The address is usable. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobNoticeConfigInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings of all channels. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One entry for each channel. */
                        result?: components["schemas"]["NoticeSetting"][];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    updateNewNoticeNew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeSettingUpdate"];
            };
        };
        responses: {
            /** @description The settings are changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["NoticeTarget"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    disableNotice: {
        parameters: {
            query: {
                /**
                 * @description The channel to silence: messages in the console, e-mail or DingTalk. The one example is in small letters, `message`; if it is refused, try the `notice_type` that `listNotice` shows.
                 * @example message
                 */
                notice_type: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channel is silent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["NoticeTarget"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings of all channels. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One entry for each channel. */
                        result?: components["schemas"]["NoticeSetting"][];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    updateNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeSettingUpdate"];
            };
        };
        responses: {
            /** @description The settings are changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        result?: components["schemas"]["NoticeTarget"];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showProjectPermission: {
        parameters: {
            query: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectIdQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permissions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the caller may do in the project. */
                        result?: {
                            /**
                             * @description Id of the CodeArts project.
                             * @example 304692247d8541bfaa118a98344d715d
                             */
                            project_id?: string;
                            /**
                             * @description Whether the caller may create tasks.
                             * @example true
                             */
                            create_permission?: boolean;
                            /**
                             * @description Whether the caller may see tasks.
                             * @example true
                             */
                            view_permission?: boolean;
                            /**
                             * @description Whether the caller may run tasks.
                             * @example true
                             */
                            execute_permission?: boolean;
                            /**
                             * @description Whether the caller may change tasks.
                             * @example true
                             */
                            modify_permission?: boolean;
                            /**
                             * @description Whether the caller may copy tasks.
                             * @example true
                             */
                            copy_permission?: boolean;
                            /**
                             * @description Whether the caller may delete tasks.
                             * @example true
                             */
                            delete_permission?: boolean;
                            /**
                             * @description Whether the caller may disable tasks.
                             * @example true
                             */
                            forbidden_permission?: boolean;
                            /**
                             * @description Whether the caller may sort tasks into groups.
                             * @example true
                             */
                            group_permission?: boolean;
                            /**
                             * @description Whether the caller may change who may do what with tasks.
                             * @example true
                             */
                            manager_permission?: boolean;
                            /**
                             * @description Number of the caller's role. Declared as a string, a number in the example.
                             * @example 4
                             */
                            role_id?: string | number;
                            /**
                             * @description Name of the caller's role.
                             * @example Developer
                             */
                            role_name?: string;
                            /** @description Numbers of all roles that the caller has. */
                            role_ids?: (string | number)[];
                            /** @description Names of all roles that the caller has. */
                            role_names?: string[];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showProjectJobPermission: {
        parameters: {
            query: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectIdQuery"];
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The permissions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What may be done with the task. */
                        result?: {
                            /**
                             * Format: int32
                             * @description Number of the role. In examples -1 is the project administrator, 3 the project manager, 4 a developer, 8 a viewer, and 500 to 504 are roles that a project made itself.
                             * @example -1
                             */
                            role_id?: number;
                            /**
                             * @description Id of the task.
                             * @example 4bfc5e0fb6ac4bd5b603686c38c4e482
                             */
                            job_id?: string;
                            /**
                             * @description Whether the caller may see the task.
                             * @example true
                             */
                            is_view?: boolean;
                            /**
                             * @description Whether the caller may run the task.
                             * @example true
                             */
                            is_execute?: boolean;
                            /**
                             * @description Whether the caller may change the task.
                             * @example true
                             */
                            is_modify?: boolean;
                            /**
                             * @description Whether the caller may copy the task.
                             * @example true
                             */
                            is_copy?: boolean;
                            /**
                             * @description Whether the caller may delete the task.
                             * @example true
                             */
                            is_delete?: boolean;
                            /**
                             * @description Whether the caller may disable the task.
                             * @example true
                             */
                            is_forbidden?: boolean;
                            /**
                             * @description Whether the caller may change who may do what with the task.
                             * @example true
                             */
                            is_manager?: boolean;
                            /**
                             * @description When the task was created, ISO 8601 in the example of an answer, in words (`Jun 5, 2024 4:00:58 PM`) in the example of the field.
                             * @example 2024-09-20T06:38:49.000+00:00
                             */
                            create_time?: string;
                            /**
                             * @description When the task was changed last, ISO 8601 in the example of an answer, in words (`Jun 5, 2024 4:00:58 PM`) in the example of the field.
                             * @example 2024-09-20T06:38:49.000+00:00
                             */
                            last_update_time?: string;
                            /**
                             * Format: int32
                             * @description A number of times. Of what is not documented, and only 0 has been seen.
                             * @example 0
                             */
                            count?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    checkJobInternal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it is switched on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description `true` where secure access over the internal network is switched on.
                         * @example true
                         */
                        result?: boolean;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showJobRolePermission: {
        parameters: {
            query: {
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles and what they may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One item for each role; there are no pages. */
                        result?: components["schemas"]["TaskRolePermission"][];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    batchUpdateJobRolePermission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the CodeArts project that the tasks belong to.
                     * @example 66936fb8ea74472dbe7b05a46a50e62c
                     */
                    project_id?: string;
                    /** @description Ids of the tasks. */
                    job_ids?: string[];
                    /**
                     * @description Whether the tasks follow the project's permissions instead of what `permissions` says.
                     * @example false
                     */
                    project_switch?: boolean;
                    /** @description What each role may do. */
                    permissions?: components["schemas"]["RolePermission"][];
                };
            };
        };
        responses: {
            /** @description The permissions were set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Carries nothing; `null` in the vendor's example.
                         * @example null
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showDefaultProjectPermission: {
        parameters: {
            query: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectIdQuery"];
                /**
                 * @description Id of the build task: the 32 letters and digits at the end of the address of the task's page in the console.
                 * @example 48c66c6002964721be537cdc6ce0297b
                 */
                job_id: components["parameters"]["JobIdQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles and what they may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description One item for each role; there are no pages. */
                        result?: {
                            /**
                             * Format: int32
                             * @description Number of the role. In examples -1 is the project administrator, 3 the project manager, 4 a developer, 8 a viewer, and 500 to 504 are roles that a project made itself.
                             * @example -1
                             */
                            role_id?: number;
                            /**
                             * @description Name of the role.
                             * @example project_admin
                             */
                            role_name?: string;
                            /**
                             * @description Whether the role may see a task.
                             * @example true
                             */
                            is_view?: boolean;
                            /**
                             * @description Whether the role may run a task.
                             * @example true
                             */
                            is_execute?: boolean;
                            /**
                             * @description Whether the role may change a task.
                             * @example true
                             */
                            is_modify?: boolean;
                            /**
                             * @description Whether the role may copy a task.
                             * @example true
                             */
                            is_copy?: boolean;
                            /**
                             * @description Whether the role may delete a task.
                             * @example true
                             */
                            is_delete?: boolean;
                            /**
                             * @description Whether the role may disable a task.
                             * @example true
                             */
                            is_forbidden?: boolean;
                            /**
                             * @description Whether the role may change who may do what with a task.
                             * @example true
                             */
                            is_manager?: boolean;
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    applyProjectPermission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Id of the task, the 32 letters and digits at the end of the address of the task's page.
                     * @example 66936fb8ea74472dbe7b05a46a50e62c
                     */
                    job_id?: string;
                    /**
                     * @description Id of the CodeArts project that the task belongs to, 32 letters and digits.
                     * @example 923785f9674548259144259077bc6a98
                     */
                    project_id?: string;
                    /**
                     * @description `true` to use the project's permissions in their latest state, `false` to give the task its own.
                     * @example false
                     */
                    project_switch?: boolean;
                };
            };
        };
        responses: {
            /** @description The switch was set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Carries nothing; absent in the vendor's example.
                         * @example null
                         */
                        result?: string | null;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showUserChargeType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The billing mode. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The billing mode. */
                        result?: {
                            /**
                             * @description Kind of the package. The vendor's example repeats the name of the next field.
                             * @example charge_type
                             */
                            type?: string;
                            /**
                             * @description Billing mode.
                             * @example effective_business_service
                             */
                            charge_type?: "effective_business_service" | (string & {});
                            /** @description The packages. */
                            main_resource_list?: {
                                /**
                                 * @description State of the package.
                                 * @example normal
                                 */
                                status?: "normal" | (string & {});
                                /**
                                 * @description Kind of service that the package is for.
                                 * @example hws.service.type.devcloud
                                 */
                                service_type?: string;
                                /**
                                 * @description Kind of the package.
                                 * @example hws.resource.type.codearts.combo
                                 */
                                resource_type?: string;
                                /**
                                 * @description Code of the package's size.
                                 * @example codearts.basic
                                 */
                                resource_spec_code?: string;
                            }[];
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showDomainsStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Ids of the tenants, with commas between.
                     * @example 60021bab32fd450aa2cb89226f425e06,82a38fff58f84bb4a39566235f2c14a3
                     */
                    domain_ids?: string;
                };
            };
        };
        responses: {
            /** @description The states. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The tenants. Their order is not documented. */
                        result?: {
                            /**
                             * @description Service that the state is of, as a rule `CodeCI`, an older name of CodeArts Build.
                             * @example CodeCI
                             */
                            service_name?: string;
                            /**
                             * @description Id of the tenant.
                             * @example 82a38fff58f84bb4a39566235f2c14a3
                             */
                            domain_id?: string;
                            /**
                             * @description Name of the tenant.
                             * @example devcloud_codeci_02
                             */
                            domain_name?: string;
                            /**
                             * @description Whether the tenant has a free quota.
                             * @example true
                             */
                            free_quota?: boolean;
                            /**
                             * @description Whether the tenant has a free package.
                             * @example false
                             */
                            free_package_quota?: boolean;
                            /**
                             * Format: int32
                             * @description State of the tenant as a number, presumably as in `showDomainStatus`.
                             * @example 1
                             */
                            status?: number;
                            /**
                             * Format: int32
                             * @description Whether the tenant is a federated one, 1 or 0.
                             * @example 0
                             */
                            is_federation?: number;
                            /**
                             * Format: int32
                             * @description Whether the tenant is on the vendor's list of exceptions, 1 or 0.
                             * @example 0
                             */
                            is_whitelist?: number;
                            /**
                             * @description Id of the region.
                             * @example cn-north-7
                             */
                            region?: string;
                            /**
                             * @description Package that the tenant has bought.
                             * @example CODEARTS_FREE
                             */
                            package_type?: "CODEARTS_FREE" | "CODEARTS_BASIC" | (string & {});
                            /**
                             * Format: int32
                             * @description Kind of the tenant, as a number whose meaning is not documented.
                             * @example 1
                             */
                            domain_type?: number;
                            /**
                             * @description Kind of the tenant's business.
                             * @example NORMAL
                             */
                            domain_business_type?: "NORMAL" | (string & {});
                            /**
                             * @description Arguments of Docker that are watched for misuse, to judge by the name; `null` in the known examples.
                             * @example null
                             */
                            domain_malicious_docker_args?: string | null;
                            /**
                             * Format: int32
                             * @description How many build environments of its own the tenant may have.
                             * @example 1
                             */
                            allow_custom_env?: number;
                            /**
                             * @description Limits for fast machines, as JSON written into a string: a list of `{spec, threshold}`, where `threshold` may be absent.
                             * @example [{"spec":"cbhost-X86-16U64G","threshold":1000}, {"spec":"cbhost-ARM-16U64G"}]
                             */
                            spec_threshold?: string;
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showFederation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the account is federated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Whether the account is a federated one.
                         * @example false
                         */
                        result?: boolean;
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showSummaryBuildJobInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The answer. */
                        result?: {
                            /** @description The figures. */
                            summary?: {
                                /**
                                 * Format: int32
                                 * @description Share of builds that succeeded, in percent.
                                 * @example 56
                                 */
                                avg_success_ratio?: number;
                                /**
                                 * Format: int32
                                 * @description How long all builds took together, by its description, in a unit that is not documented; how many there were, by its name.
                                 * @example 167187
                                 */
                                build_no?: number;
                                /**
                                 * Format: int32
                                 * @description How many build tasks there are.
                                 * @example 5
                                 */
                                job_total?: number;
                                /**
                                 * @description How many versions there are, to judge by the name.
                                 * @example 0
                                 */
                                version_total?: string | number;
                            };
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showUserOverPackageQuota: {
        parameters: {
            query: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectIdQuery"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The quota. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The quota and what was used of it. */
                        result?: {
                            /**
                             * @description Whether more was used than the package allows.
                             * @example false
                             */
                            is_over_quota?: boolean;
                            /**
                             * @description How long the tenant may build in a month, or `unlimit`. The unit is not documented.
                             * @example unlimit
                             */
                            build_quota?: string;
                            /**
                             * @description How much of it was used, in the same unit. Absent where the quota is `unlimit`.
                             * @example 120
                             */
                            used_quota?: string;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showRelatedProject: {
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
                        /** @description The list. */
                        result?: {
                            /** @description The projects. */
                            project_info_list?: ({
                                /**
                                 * @description Id of the CodeArts project, the `project_id` of other operations.
                                 * @example 4c2acd331e214253a9e927c8beb48d67
                                 */
                                identifier?: string;
                                /**
                                 * @description Name of the project.
                                 * @example CodeCIServer
                                 */
                                name?: string;
                                /**
                                 * @description Id of the user who created the project.
                                 * @example ae22fd035f354cfa8d82a3f1c8940446
                                 */
                                author_id?: string;
                                /**
                                 * @description Whether the caller created the project.
                                 * @example true
                                 */
                                is_creator?: boolean;
                                /**
                                 * @description Id of the tenant of the user who created the project.
                                 * @example 60021bab32fd450aa2cb89226f425e06
                                 */
                                author_domain_id?: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            /**
                             * @description How many projects there are.
                             * @example 188
                             */
                            total?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    listRelatedProjectInfo: {
        parameters: {
            query?: {
                /**
                 * @description How many projects a page holds, 100 at most.
                 * @example 10
                 */
                page_size?: number;
                /**
                 * @description Number of the page to return. The first page is 1, unlike in most other lists.
                 * @example 1
                 */
                page_no?: number;
                /**
                 * @description Text to search for. What it is compared with is not documented; the name is a guess.
                 * @example CodeCI
                 */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of projects. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The page. */
                        result?: {
                            /** @description The projects of this page. */
                            project_info_list?: {
                                /**
                                 * @description Id of the CodeArts project, the `project_id` of other operations.
                                 * @example 4c2acd331e214253a9e927c8beb48d67
                                 */
                                identifier?: string;
                                /**
                                 * @description Name of the project.
                                 * @example CodeCIServer
                                 */
                                name?: string;
                                /**
                                 * @description Id of the user who created the project. An example shows `4105.0`, so it is not always 32 digits and letters.
                                 * @example ae22fd035f354cfa8d82a3f1c8940446
                                 */
                                author_id?: string;
                                /**
                                 * @description Id of the tenant of the user who created the project.
                                 * @example 60021bab32fd450aa2cb89226f425e06
                                 */
                                author_domain_id?: string;
                                /**
                                 * Format: int32
                                 * @description State of the project, as a number. What the numbers mean is not documented.
                                 * @example 1
                                 */
                                status?: number;
                            }[];
                            /**
                             * @description How many projects there are on all pages.
                             * @example 188
                             */
                            total?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showDomainStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the tenant may use at the moment. */
                        result?: {
                            /**
                             * @description 0 not enabled, 1 normal, 2 frozen, 3 closed, 4 or 5 deregistered.
                             * @example 1
                             */
                            status?: number;
                            /**
                             * @description Whether the tenant has a free quota.
                             * @example false
                             */
                            free_quota?: boolean;
                            /**
                             * @description Whether the tenant uses build environments of its own, 0 for no. Another operation describes it as their number.
                             * @example 0
                             */
                            allow_custom_env?: number;
                        };
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showPackageSpecCountDown: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Kind of service that the package is for.
                     * @example hws.service.type.devcloud
                     */
                    service_type: string;
                    /**
                     * @description Id of the package.
                     * @example a287e712be6c404ca26e5f69040fa12b
                     */
                    resource_id: string;
                    /**
                     * @description When to be reminded. Whether that is a date or a number of days is not documented.
                     * @example 30
                     */
                    reminder_day: string;
                };
            };
        };
        responses: {
            /** @description What is about to happen to the package. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The packages. The page calls them reports of unit tests, which is a slip. */
                        result?: {
                            /**
                             * @description Kind of service that the package is for.
                             * @example hws.service.type.devcloud
                             */
                            service_type?: string;
                            /**
                             * @description Id of the package.
                             * @example a287e712be6c404ca26e5f69040fa12b
                             */
                            resource_id?: string;
                            /**
                             * @description Name of the package.
                             * @example CodeArts package
                             */
                            resource_name?: string;
                            /**
                             * @description Kind of the package.
                             * @example hws.resource.type.codearts.combo
                             */
                            resource_type?: string;
                            /**
                             * @description Code of the package's size.
                             * @example codearts.basic
                             */
                            resource_spec_code?: string;
                            /** @description What to tell the user. */
                            tips?: {
                                /** @description The message in short. */
                                summary?: {
                                    /**
                                     * Format: int32
                                     * @description State of the package, as a number whose meaning is not documented.
                                     * @example 1
                                     */
                                    status?: number;
                                    /**
                                     * Format: int32
                                     * @description What happens next, as a number whose meaning is not documented. The page calls it a day.
                                     * @example 1
                                     */
                                    next_action?: number;
                                    /**
                                     * Format: int32
                                     * @description How many days are left until it happens.
                                     * @example 11
                                     */
                                    next_action_remain_day?: number;
                                    /**
                                     * @description Where the user can do something about it, to judge by the name. The page calls it a name.
                                     * @example https://account.huaweicloud.com/usercenter/
                                     */
                                    next_action_url?: string;
                                };
                            };
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showPackageSpecStatus: {
        parameters: {
            query: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectIdQuery"];
                /**
                 * @description State of the packages that are wanted.
                 * @example normal
                 */
                status: "normal" | "close" | "freeze";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The packages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The packages. */
                        result?: {
                            /**
                             * @description Id of the package.
                             * @example a287e712be6c404ca26e5f69040fa12b
                             */
                            resource_id?: string;
                            /**
                             * @description Id of the region that the package is for.
                             * @example cn-north-4
                             */
                            region_id?: string;
                            /**
                             * @description Id of the tenant.
                             * @example 60021bab32fd450aa2cb89226f425e06
                             */
                            tenant_id?: string;
                            /**
                             * @description Name of the tenant.
                             * @example devcloud_codeci_01
                             */
                            tenant_name?: string;
                            /**
                             * @description When the package was last changed in the console. The format is not documented.
                             * @example 2025-11-19 10:15:30
                             */
                            console_update_time?: string;
                            /**
                             * @description Kind of service that the package is for.
                             * @example hws.service.type.devcloud
                             */
                            service_type?: string;
                            /**
                             * @description Kind of the package.
                             * @example hws.resource.type.codearts.combo
                             */
                            resource_type?: string;
                            /**
                             * @description Code of the package's size.
                             * @example codearts.basic
                             */
                            spec_code?: string;
                            /**
                             * @description State of the package.
                             * @example normal
                             */
                            resource_status?: string;
                            /**
                             * @description When the package was created. The format is not documented.
                             * @example 2025-01-19 10:15:30
                             */
                            create_time?: string;
                            /**
                             * @description When the package was last changed. The format is not documented.
                             * @example 2025-11-19 10:15:30
                             */
                            update_time?: string;
                        }[];
                        error?: components["schemas"]["EnvelopeError"];
                        status?: components["schemas"]["EnvelopeStatus"];
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
    showAvailableInnerSpec: {
        parameters: {
            query: {
                /**
                 * @description Id of the CodeArts project, 32 lower-case letters and digits. It is not the IAM project id that goes into `X-Project-Id`.
                 * @example 6ecbc5bac7c8442fb3d2563d53c13582
                 */
                project_id: components["parameters"]["ProjectIdQuery"];
                /**
                 * @description Architecture of the machines, `x86-64` or `arm`.
                 * @example x86-64
                 */
                arch: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sizes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
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
