// Made from openapi/*.yaml by `npm run openapi`. Do not edit.

export interface paths {
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a bearer token */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Get customer information */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a person */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get a person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of a person */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/customers/{customerId}/people/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of a person */
        get: operations["getPersonField"];
        put?: never;
        /** Add a group to a collection of a person */
        post: operations["createPersonEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of a person */
        patch: operations["updatePersonField"];
        trace?: never;
    };
    "/customers/{customerId}/people/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of a person */
        get: operations["getPersonBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of a person */
        delete: operations["deletePersonBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of a person */
        patch: operations["updatePersonBinary"];
        trace?: never;
    };
    "/customers/{customerId}/people/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of a person */
        get: operations["getPersonText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/people/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of a person */
        get: operations["getPersonEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of a person */
        delete: operations["deletePersonEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of a person */
        patch: operations["updatePersonEntry"];
        trace?: never;
    };
    "/customers/{customerId}/people/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of a person */
        get: operations["getPersonEntryBinary"];
        put?: never;
        /** Add a group to a collection of a person by its file */
        post: operations["createPersonEntryBinary"];
        /** Take the file out of a group of a collection of a person */
        delete: operations["deletePersonEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of a person */
        patch: operations["updatePersonEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/people/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of a person */
        get: operations["getPersonEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a job */
        post: operations["createJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get a job */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of a job */
        patch: operations["updateJob"];
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of a job */
        get: operations["getJobField"];
        put?: never;
        /** Add a group to a collection of a job */
        post: operations["createJobEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of a job */
        patch: operations["updateJobField"];
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of a job */
        get: operations["getJobBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of a job */
        delete: operations["deleteJobBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of a job */
        patch: operations["updateJobBinary"];
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of a job */
        get: operations["getJobText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of a job */
        get: operations["getJobEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of a job */
        delete: operations["deleteJobEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of a job */
        patch: operations["updateJobEntry"];
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of a job */
        get: operations["getJobEntryBinary"];
        put?: never;
        /** Add a group to a collection of a job by its file */
        post: operations["createJobEntryBinary"];
        /** Take the file out of a group of a collection of a job */
        delete: operations["deleteJobEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of a job */
        patch: operations["updateJobEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of a job */
        get: operations["getJobEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/companies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a company */
        post: operations["createCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get a company */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of a company */
        patch: operations["updateCompany"];
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of a company */
        get: operations["getCompanyField"];
        put?: never;
        /** Add a group to a collection of a company */
        post: operations["createCompanyEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of a company */
        patch: operations["updateCompanyField"];
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of a company */
        get: operations["getCompanyBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of a company */
        delete: operations["deleteCompanyBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of a company */
        patch: operations["updateCompanyBinary"];
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of a company */
        get: operations["getCompanyText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of a company */
        get: operations["getCompanyEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of a company */
        delete: operations["deleteCompanyEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of a company */
        patch: operations["updateCompanyEntry"];
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of a company */
        get: operations["getCompanyEntryBinary"];
        put?: never;
        /** Add a group to a collection of a company by its file */
        post: operations["createCompanyEntryBinary"];
        /** Take the file out of a group of a collection of a company */
        delete: operations["deleteCompanyEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of a company */
        patch: operations["updateCompanyEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of a company */
        get: operations["getCompanyEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an applicant workflow */
        post: operations["createApplicantWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get an applicant workflow */
        get: operations["getApplicantWorkflow"];
        put?: never;
        post?: never;
        /** Delete an applicant workflow */
        delete: operations["deleteApplicantWorkflow"];
        options?: never;
        head?: never;
        /** Change fields of an applicant workflow */
        patch: operations["updateApplicantWorkflow"];
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of an applicant workflow */
        get: operations["getApplicantWorkflowField"];
        put?: never;
        /** Add a group to a collection of an applicant workflow */
        post: operations["createApplicantWorkflowEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of an applicant workflow */
        patch: operations["updateApplicantWorkflowField"];
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of a recruiting workflow */
        get: operations["getApplicantWorkflowBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of a recruiting workflow */
        delete: operations["deleteApplicantWorkflowBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of a recruiting workflow */
        patch: operations["updateApplicantWorkflowBinary"];
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of a recruiting workflow */
        get: operations["getApplicantWorkflowText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of an applicant workflow */
        get: operations["getApplicantWorkflowEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of an applicant workflow */
        delete: operations["deleteApplicantWorkflowEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of an applicant workflow */
        patch: operations["updateApplicantWorkflowEntry"];
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of a recruiting workflow */
        get: operations["getApplicantWorkflowEntryBinary"];
        put?: never;
        /** Add a group to a collection of a recruiting workflow by its file */
        post: operations["createApplicantWorkflowEntryBinary"];
        /** Take the file out of a group of a collection of a recruiting workflow */
        delete: operations["deleteApplicantWorkflowEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of a recruiting workflow */
        patch: operations["updateApplicantWorkflowEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of a recruiting workflow */
        get: operations["getApplicantWorkflowEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/person/{personId}/job/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the person */
                personId: components["parameters"]["personId"];
                /** @description System id of the job */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        /** Get the workflow of this person on this job */
        get: operations["getApplicantWorkflowByPair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}/submittalstatuslog": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get the newest hundred status changes of a workflow */
        get: operations["getApplicantWorkflowStatusLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/talentpools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a talent pool */
        post: operations["createTalentPool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/talentpools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get a talent pool */
        get: operations["getTalentPool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of a talent pool */
        patch: operations["updateTalentPool"];
        trace?: never;
    };
    "/customers/{customerId}/talentpools/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of a talent pool */
        get: operations["getTalentPoolField"];
        put?: never;
        /** Add a group to a collection of a talent pool */
        post: operations["createTalentPoolEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of a talent pool */
        patch: operations["updateTalentPoolField"];
        trace?: never;
    };
    "/customers/{customerId}/talentpools/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of a talent pool */
        get: operations["getTalentPoolBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of a talent pool */
        delete: operations["deleteTalentPoolBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of a talent pool */
        patch: operations["updateTalentPoolBinary"];
        trace?: never;
    };
    "/customers/{customerId}/talentpools/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of a talent pool */
        get: operations["getTalentPoolText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/talentpools/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of a talent pool */
        get: operations["getTalentPoolEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of a talent pool */
        delete: operations["deleteTalentPoolEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of a talent pool */
        patch: operations["updateTalentPoolEntry"];
        trace?: never;
    };
    "/customers/{customerId}/talentpools/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of a talent pool */
        get: operations["getTalentPoolEntryBinary"];
        put?: never;
        /** Add a group to a collection of a talent pool by its file */
        post: operations["createTalentPoolEntryBinary"];
        /** Take the file out of a group of a collection of a talent pool */
        delete: operations["deleteTalentPoolEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of a talent pool */
        patch: operations["updateTalentPoolEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/talentpools/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of a talent pool */
        get: operations["getTalentPoolEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a new hire category */
        post: operations["createNewHireCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get a new hire category */
        get: operations["getNewHireCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of a new hire category */
        patch: operations["updateNewHireCategory"];
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of a new hire category */
        get: operations["getNewHireCategoryField"];
        put?: never;
        /** Add a group to a collection of a new hire category */
        post: operations["createNewHireCategoryEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of a new hire category */
        patch: operations["updateNewHireCategoryField"];
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of a new hire category */
        get: operations["getNewHireCategoryBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of a new hire category */
        delete: operations["deleteNewHireCategoryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of a new hire category */
        patch: operations["updateNewHireCategoryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of a new hire category */
        get: operations["getNewHireCategoryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of a new hire category */
        get: operations["getNewHireCategoryEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of a new hire category */
        delete: operations["deleteNewHireCategoryEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of a new hire category */
        patch: operations["updateNewHireCategoryEntry"];
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of a new hire category */
        get: operations["getNewHireCategoryEntryBinary"];
        put?: never;
        /** Add a group to a collection of a new hire category by its file */
        post: operations["createNewHireCategoryEntryBinary"];
        /** Take the file out of a group of a collection of a new hire category */
        delete: operations["deleteNewHireCategoryEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of a new hire category */
        patch: operations["updateNewHireCategoryEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/newhirecategories/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of a new hire category */
        get: operations["getNewHireCategoryEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create a source workflow */
        post: operations["createSourceWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get a source workflow */
        get: operations["getSourceWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of a source workflow */
        patch: operations["updateSourceWorkflow"];
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of a source workflow */
        get: operations["getSourceWorkflowField"];
        put?: never;
        /** Add a group to a collection of a source workflow */
        post: operations["createSourceWorkflowEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of a source workflow */
        patch: operations["updateSourceWorkflowField"];
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of a sourcing workflow */
        get: operations["getSourceWorkflowBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of a sourcing workflow */
        delete: operations["deleteSourceWorkflowBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of a sourcing workflow */
        patch: operations["updateSourceWorkflowBinary"];
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of a sourcing workflow */
        get: operations["getSourceWorkflowText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of a source workflow */
        get: operations["getSourceWorkflowEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of a source workflow */
        delete: operations["deleteSourceWorkflowEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of a source workflow */
        patch: operations["updateSourceWorkflowEntry"];
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of a sourcing workflow */
        get: operations["getSourceWorkflowEntryBinary"];
        put?: never;
        /** Add a group to a collection of a sourcing workflow by its file */
        post: operations["createSourceWorkflowEntryBinary"];
        /** Take the file out of a group of a collection of a sourcing workflow */
        delete: operations["deleteSourceWorkflowEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of a sourcing workflow */
        patch: operations["updateSourceWorkflowEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/sourceworkflows/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of a sourcing workflow */
        get: operations["getSourceWorkflowEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create an onboard workflow */
        post: operations["createOnboardWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Get an onboard workflow */
        get: operations["getOnboardWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change fields of an onboard workflow */
        patch: operations["updateOnboardWorkflow"];
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        /** Get one field of an onboard workflow */
        get: operations["getOnboardWorkflowField"];
        put?: never;
        /** Add a group to a collection of an onboard workflow */
        post: operations["createOnboardWorkflowEntry"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change one field of an onboard workflow */
        patch: operations["updateOnboardWorkflowField"];
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get the file of a field of an onboarding workflow */
        get: operations["getOnboardWorkflowBinary"];
        put?: never;
        post?: never;
        /** Take the file out of a field of an onboarding workflow */
        delete: operations["deleteOnboardWorkflowBinary"];
        options?: never;
        head?: never;
        /** Put a file into a field of an onboarding workflow */
        patch: operations["updateOnboardWorkflowBinary"];
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}/fields/{field}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        /** Get what is written in the file of a field of an onboarding workflow */
        get: operations["getOnboardWorkflowText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        /** Get one group of a collection of an onboard workflow */
        get: operations["getOnboardWorkflowEntry"];
        put?: never;
        post?: never;
        /** Remove one group of a collection of an onboard workflow */
        delete: operations["deleteOnboardWorkflowEntry"];
        options?: never;
        head?: never;
        /** Change one group of a collection of an onboard workflow */
        patch: operations["updateOnboardWorkflowEntry"];
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}/fields/{field}/{entry}/fields/{child}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get the file in a group of a collection of an onboarding workflow */
        get: operations["getOnboardWorkflowEntryBinary"];
        put?: never;
        /** Add a group to a collection of an onboarding workflow by its file */
        post: operations["createOnboardWorkflowEntryBinary"];
        /** Take the file out of a group of a collection of an onboarding workflow */
        delete: operations["deleteOnboardWorkflowEntryBinary"];
        options?: never;
        head?: never;
        /** Put a file into a group of a collection of an onboarding workflow */
        patch: operations["updateOnboardWorkflowEntryBinary"];
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}/fields/{field}/{entry}/fields/{child}/text": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        /** Get what is written in the file in a group of a collection of an onboarding workflow */
        get: operations["getOnboardWorkflowEntryText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/people": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search people, the search in the query string */
        get: operations["searchPeopleByQuery"];
        put?: never;
        /** Search people */
        post: operations["searchPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/jobs": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search jobs, the search in the query string */
        get: operations["searchJobsByQuery"];
        put?: never;
        /** Search jobs */
        post: operations["searchJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/companies": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search companies, the search in the query string */
        get: operations["searchCompaniesByQuery"];
        put?: never;
        /** Search companies */
        post: operations["searchCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/applicantworkflows": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search applicantworkflows, the search in the query string */
        get: operations["searchApplicantWorkflowsByQuery"];
        put?: never;
        /** Search applicantworkflows */
        post: operations["searchApplicantWorkflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/talentpools": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search talentpools, the search in the query string */
        get: operations["searchTalentPoolsByQuery"];
        put?: never;
        /** Search talentpools */
        post: operations["searchTalentPools"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/newhirecategories": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search newhirecategories, the search in the query string */
        get: operations["searchNewHireCategoriesByQuery"];
        put?: never;
        /** Search newhirecategories */
        post: operations["searchNewHireCategories"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/sourceworkflows": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search sourceworkflows, the search in the query string */
        get: operations["searchSourceWorkflowsByQuery"];
        put?: never;
        /** Search sourceworkflows */
        post: operations["searchSourceWorkflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/onboardworkflows": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search onboardworkflows, the search in the query string */
        get: operations["searchOnboardWorkflowsByQuery"];
        put?: never;
        /** Search onboardworkflows */
        post: operations["searchOnboardWorkflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/resultsSchema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Get the schema of the answer to a search */
        get: operations["getSearchResultsSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/filtersSchema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Get the schema of a search */
        get: operations["getSearchFiltersSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/v2/lists": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Name all lists */
        get: operations["getLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/v2/lists/{listId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Name of a standard list, or id of an entry, which a custom list is asked for by
                 * @example lists.job.folders
                 */
                listId: components["parameters"]["listId"];
            };
            cookie?: never;
        };
        /** Get one level of a list, in pages */
        get: operations["getList"];
        put?: never;
        /** Add an entry to a list, or under another entry */
        post: operations["createListNode"];
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, hide or show an entry */
        patch: operations["updateListNode"];
        trace?: never;
    };
    "/customers/{customerId}/lists/{listId}/node/{nodeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Name of a standard list, or id of an entry, which a custom list is asked for by
                 * @example lists.job.folders
                 */
                listId: components["parameters"]["listId"];
                /**
                 * @description Id of an entry of the list
                 * @example D31001
                 */
                nodeId: string;
            };
            cookie?: never;
        };
        /** Get an entry of a list, the older way */
        get: operations["getListNode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/profiledefinitions/v1/{type}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Type of profile, as the Schema API calls it; submittal is a recruiting workflow, source a talent pool and onboard a new
                 *     hire category (the last two are inferred)
                 * @example job
                 */
                type: components["parameters"]["schemaType"];
            };
            cookie?: never;
        };
        /** Get the schema of a type of profile */
        get: operations["getProfileSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/profiledefinitions/v1/{type}/{field}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Type of profile, as the Schema API calls it; submittal is a recruiting workflow, source a talent pool and onboard a new
                 *     hire category (the last two are inferred)
                 * @example job
                 */
                type: components["parameters"]["schemaType"];
                /**
                 * @description Web-service id of a field
                 * @example department
                 */
                field: string;
            };
            cookie?: never;
        };
        /** Get the schema of one field of a profile */
        get: operations["getProfileFieldSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/portals/{portal}": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of a career portal, or its name: its host label, whole or without the company */
                portal: components["parameters"]["portal"];
            };
            cookie?: never;
        };
        /** Search the jobs posted to a portal, the search in the query string or none at all */
        get: operations["searchPortalByQuery"];
        put?: never;
        /** Search the jobs posted to a portal */
        post: operations["searchPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/portals/{portal}/filters": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of a career portal, or its name: its host label, whole or without the company */
                portal: components["parameters"]["portal"];
            };
            cookie?: never;
        };
        /** List the filters a search of a portal takes */
        get: operations["getPortalFilters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/portals/{portal}/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of a career portal, or its name: its host label, whole or without the company */
                portal: components["parameters"]["portal"];
                /** @description System id of the job */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        /** Get a job as a portal shows it */
        get: operations["getPortalJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/portalposts/job/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the job */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        /** List the postings of a job on portals */
        get: operations["getPortalPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/jobboardposts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** List the postings of a job on job boards */
        get: operations["getJobBoardPosts"];
        put?: never;
        /** Tell which boards a distributor posted a job to */
        post: operations["createJobBoardPosts"];
        delete?: never;
        options?: never;
        head?: never;
        /** Tell how a distributor's postings of a job stand */
        patch: operations["updateJobBoardPosts"];
        trace?: never;
    };
    "/customers/{customerId}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** List the iForms web services can reach */
        get: operations["listForms"];
        /** Fill out an iForm, or fill it out anew */
        put: operations["saveForm"];
        /** Fill out an iForm its owner has not filled out before */
        post: operations["createForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/forms/list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** List the iForms web services can reach, at their other address */
        get: operations["listFormsAtList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/forms/list/schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Get the JSON schema of the list of iForms */
        get: operations["getFormListSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/forms/{formName}/meta": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Name of an iForm */
                formName: components["parameters"]["formName"];
            };
            cookie?: never;
        };
        /** List the questions of an iForm */
        get: operations["getFormMeta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/forms/{formName}/meta/data_schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Name of an iForm */
                formName: components["parameters"]["formName"];
            };
            cookie?: never;
        };
        /** Get the JSON schema of an iForm that is filled out */
        get: operations["getFormDataSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/forms/{formDataId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of the filled-out form; `.txt`, `.pdf` or `.doc` behind it asks for it in that form */
                formDataId: string;
            };
            cookie?: never;
        };
        /** Get an iForm that is filled out */
        get: operations["getForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/forms": {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Search filled-out iForms, the search in the query string */
        get: operations["searchFormsByQuery"];
        put?: never;
        /** Search filled-out iForms */
        post: operations["searchForms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/offer/search": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** List offers, a page at a time */
        post: operations["searchOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/offer/document": {
        parameters: {
            query: {
                /** @description Id of the offer */
                offerId: string;
                /** @description `True` for the letter as the candidate signed it, in any case */
                signed?: string;
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /** Get the letter of an offer */
        get: operations["getOfferDocument"];
        put?: never;
        /** Have the letter of an offer made anew */
        post: operations["makeOfferDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/linkTo/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Go to a person in the platform */
        get: operations["linkToPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/linkTo/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Go to a job in the platform */
        get: operations["linkToJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    WorkFlowStatusChangeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A platform user moved a candidate or a new hire to another status */
        post: operations["workFlowStatusChangeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    AssessmentEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A candidate reached the end of an application whose job has an assessment */
        post: operations["assessmentEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    JobPostToWebEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A recruiter posts a job to a job board; it is on a career portal already */
        post: operations["jobPostToWebEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    JobUnpostToWebEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A recruiter takes a job off a job board */
        post: operations["jobUnpostToWebEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    ViewJobWebPostEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A recruiter opens the posting of a job, to change it */
        post: operations["viewJobWebPostEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    RemoteLoginEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A platform user follows a partner's link in the platform */
        post: operations["remoteLoginEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    OnboardPortalTaskEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new hire opens a task in the onboarding portal */
        post: operations["onboardPortalTaskEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        credentials: {
            /** @constant */
            grant_type: "client_credentials";
            client_id: string;
            client_secret: string;
            /** @example https://api.icims.com/v1/ */
            audience: string;
        };
        Errors: {
            errors: {
                errorMessage: string;
                errorCode: number;
            }[];
        };
        /** @description Child fields of one group */
        EntryInput: Record<string, never>;
        /** @description An item of a list, named by id, by text, or by both. */
        ListNodeInput: {
            id?: string;
            value?: string;
        } | null | string;
        SalaryInput: {
            currency?: string;
            amount?: number;
            timeframe?: string;
        } | null | string;
        /** @description Field values by web-service id. null or an empty text clears a field. */
        Input: {
            firstname?: string | null;
            middlename?: string | null;
            lastname?: string | null;
            email?: string | null;
            phones?: components["schemas"]["EntryInput"][] | null | string;
            addresses?: components["schemas"]["EntryInput"][] | null | string;
            folder?: components["schemas"]["ListNodeInput"];
            source?: string | null;
            sourcename?: string | null;
            gender?: string | null;
            startdate?: string | null;
            hiredate?: string | null;
            enddate?: string | null;
            jobtitle?: string | null;
            externalid?: string | null;
            salary?: components["schemas"]["SalaryInput"];
            birthdate?: string | null;
            login?: string | null;
            logingroup?: components["schemas"]["ListNodeInput"];
            isfullaccessuser?: string | null;
            education?: components["schemas"]["EntryInput"][] | null | string;
            workexperience?: components["schemas"]["EntryInput"][] | null | string;
            password?: string | null;
            usssn?: string | null;
        } & {
            [key: string]: unknown;
        };
        Links: {
            rel: string;
            title: string;
            url: string;
        }[];
        /** @description An item of a list. Ids start with D when iCIMS delivers the item, with C when the customer made it. */
        ListNode: {
            id: string;
            formattedvalue: string;
            value: string;
        };
        Phone: {
            entry: number;
            primary?: boolean;
            phonetype?: components["schemas"]["ListNode"];
            phonenumber?: string;
            phoneextension?: string;
        };
        /** @description A country or a state. */
        Place: {
            id: string;
            abbrev?: string;
            value: string;
        };
        Address: {
            entry: number;
            primary?: boolean;
            addresstype?: components["schemas"]["ListNode"];
            addressstreet1?: string;
            addressstreet2?: string;
            addresscity?: string;
            addresscounty?: string;
            addressstate?: components["schemas"]["Place"];
            addresszip?: string;
            addresscountry?: components["schemas"]["Place"];
        };
        /** @description `yyyy-MM-dd` */
        DateOnly: string;
        Salary: {
            currency: string;
            amount: number;
            amountstring?: string;
            /** @enum {string} */
            timeframe?: "Hourly" | "Daily" | "Weekly" | "Monthly" | "Yearly";
        };
        /** @description `yyyy-MM-dd hh:mm a`, 12-hour, always UTC */
        DateTime: string;
        Education: {
            entry: number;
            primary?: boolean;
            school?: components["schemas"]["ListNode"];
            otherschool?: string;
            major?: components["schemas"]["ListNode"];
            degree?: components["schemas"]["ListNode"];
            isgraduated?: string;
            educationstartdate?: components["schemas"]["DateOnly"];
            graduationdate?: components["schemas"]["DateOnly"];
            gpa?: string;
            educationcity?: string;
            educationstate?: components["schemas"]["Place"];
            educationcountry?: components["schemas"]["Place"];
        };
        WorkExperience: {
            entry: number;
            primary?: boolean;
            workemployer?: string;
            worktitle?: string;
            workstartdate?: components["schemas"]["DateOnly"];
            workenddate?: components["schemas"]["DateOnly"];
            workcity?: string;
            workstate?: components["schemas"]["Place"];
            workdescription?: string;
        };
        /** @description A file. It is written and read at its own address, not as JSON. */
        FileValue: {
            file: string;
            filename: string;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        Person: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            firstname?: string;
            middlename?: string;
            lastname?: string;
            email?: string;
            phones?: components["schemas"]["Phone"][];
            addresses?: components["schemas"]["Address"][];
            folder?: components["schemas"]["ListNode"];
            source?: string;
            sourcename?: string;
            gender?: string;
            startdate?: components["schemas"]["DateOnly"];
            hiredate?: components["schemas"]["DateOnly"];
            enddate?: components["schemas"]["DateOnly"];
            jobtitle?: string;
            externalid?: string;
            salary?: components["schemas"]["Salary"];
            birthdate?: components["schemas"]["DateOnly"];
            login?: string;
            logingroup?: components["schemas"]["ListNode"];
            isfullaccessuser?: string;
            lastaccess?: components["schemas"]["DateTime"];
            education?: components["schemas"]["Education"][];
            workexperience?: components["schemas"]["WorkExperience"][];
            resume?: components["schemas"]["FileValue"];
            createddate?: components["schemas"]["DateTime"];
            updateddate?: components["schemas"]["DateTime"];
        } & {
            [key: string]: unknown;
        };
        /** @description One field under its own name. */
        OneField: {
            [key: string]: unknown;
        };
        /** @description One group of a collection, bare. Which children it has depends on the collection. */
        Entry: {
            entry: number;
            primary?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description The bare system id (D25), or an object that holds it. */
        ProfileReferenceInput: number | {
            id?: number;
        } | null | string;
        AddressLinkInput: {
            id?: number;
            companyid?: number;
        } | null | string;
        /** @description Field values by web-service id. null or an empty text clears a field. */
        "Input-2": {
            jobtitle?: string | null;
            folder?: components["schemas"]["ListNodeInput"];
            hiringmanager?: components["schemas"]["ProfileReferenceInput"];
            recruiter?: components["schemas"]["ProfileReferenceInput"];
            joblocation?: components["schemas"]["AddressLinkInput"];
            secondaryrecruiter?: components["schemas"]["ProfileReferenceInput"];
            accountmanager?: components["schemas"]["ProfileReferenceInput"];
            additionallocations?: components["schemas"]["EntryInput"][] | null | string;
            assessmenttype?: components["schemas"]["EntryInput"][] | null | string;
            department?: components["schemas"]["ListNodeInput"];
            positioncategory?: components["schemas"]["ListNodeInput"];
            positiontype?: components["schemas"]["ListNodeInput"];
            positionlevel?: components["schemas"]["ListNodeInput"];
            hiretype?: components["schemas"]["ListNodeInput"];
            jobtype?: components["schemas"]["ListNodeInput"];
            priority?: components["schemas"]["ListNodeInput"];
            eeocategory?: components["schemas"]["ListNodeInput"];
            education?: components["schemas"]["ListNodeInput"];
            overview?: string | null;
            responsibilities?: string | null;
            qualifications?: string | null;
            numberofpositions?: number | null | string;
            minimumsalary?: components["schemas"]["SalaryInput"];
            maximumsalary?: components["schemas"]["SalaryInput"];
            bonus?: string | null;
            commission?: string | null;
            fee?: components["schemas"]["SalaryInput"];
            costcenter?: string | null;
            experienceyears?: number | null | string;
            joblength?: number | null | string;
            travel?: string | null;
            externalid?: string | null;
            startdate?: string | null;
            enddate?: string | null;
            duedate?: string | null;
        } & {
            [key: string]: unknown;
        };
        ProfileReference: {
            profile: string;
            id: number;
            value: string;
        };
        /** @description One address of a company. `id` is the entry, `address` can be fetched. */
        AddressLink: {
            id: number;
            companyid: number;
            address: string;
            value: string;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        Job: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            jobid?: string;
            jobtitle?: string;
            folder?: components["schemas"]["ListNode"];
            hiringmanager?: components["schemas"]["ProfileReference"];
            recruiter?: components["schemas"]["ProfileReference"];
            joblocation?: components["schemas"]["AddressLink"];
            secondaryrecruiter?: components["schemas"]["ProfileReference"];
            accountmanager?: components["schemas"]["ProfileReference"];
            additionallocations?: components["schemas"]["Entry"][];
            assessmenttype?: components["schemas"]["ListNode"][];
            department?: components["schemas"]["ListNode"];
            positioncategory?: components["schemas"]["ListNode"];
            positiontype?: components["schemas"]["ListNode"];
            positionlevel?: components["schemas"]["ListNode"];
            hiretype?: components["schemas"]["ListNode"];
            jobtype?: components["schemas"]["ListNode"];
            priority?: components["schemas"]["ListNode"];
            eeocategory?: components["schemas"]["ListNode"];
            education?: components["schemas"]["ListNode"];
            overview?: string;
            responsibilities?: string;
            qualifications?: string;
            numberofpositions?: number;
            numberofpositionsremaining?: number;
            minimumsalary?: components["schemas"]["Salary"];
            maximumsalary?: components["schemas"]["Salary"];
            bonus?: string;
            commission?: string;
            fee?: components["schemas"]["Salary"];
            costcenter?: string;
            experienceyears?: number;
            joblength?: number;
            travel?: string;
            externalid?: string;
            startdate?: components["schemas"]["DateOnly"];
            enddate?: components["schemas"]["DateOnly"];
            duedate?: components["schemas"]["DateOnly"];
            jobpoststart?: components["schemas"]["DateOnly"];
            jobpostend?: components["schemas"]["DateOnly"];
            createddate?: components["schemas"]["DateTime"];
            updateddate?: components["schemas"]["DateTime"];
        } & {
            [key: string]: unknown;
        };
        /** @description Field values by web-service id. null or an empty text clears a field. */
        "Input-3": {
            name?: string | null;
            folder?: components["schemas"]["ListNodeInput"];
            addresses?: components["schemas"]["EntryInput"][] | null | string;
            email?: string | null;
            externalid?: string | null;
            externalsource?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        Company: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            name?: string;
            folder?: components["schemas"]["ListNode"];
            addresses?: components["schemas"]["Address"][];
            email?: string;
            externalid?: string;
            externalsource?: string;
            createddate?: components["schemas"]["DateTime"];
            updateddate?: components["schemas"]["DateTime"];
        } & {
            [key: string]: unknown;
        };
        /** @description Field values by web-service id. null or an empty text clears a field. */
        "Input-4": {
            baseprofile?: components["schemas"]["ProfileReferenceInput"];
            associatedprofile?: components["schemas"]["ProfileReferenceInput"];
            status?: components["schemas"]["ListNodeInput"];
            source?: string | null;
            sourcename?: string | null;
            acceptdeclinedate?: string | null;
            proposedstartdate?: string | null;
            offeramount?: components["schemas"]["SalaryInput"];
            assessmentresults?: components["schemas"]["EntryInput"][] | null | string;
        } & {
            [key: string]: unknown;
        };
        AssessmentResult: {
            entry: number;
            primary?: boolean;
            assessmentname?: components["schemas"]["ListNode"];
            assessmentdate?: components["schemas"]["DateTime"];
            assessmentscore?: number;
            assessmentresult?: string;
            assessmentnotes?: string;
            assessmentstatus?: components["schemas"]["ListNode"];
            assessmenturl?: string;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        ApplicantWorkflow: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            baseprofile?: components["schemas"]["ProfileReference"];
            associatedprofile?: components["schemas"]["ProfileReference"];
            status?: components["schemas"]["ListNode"];
            source?: string;
            sourcename?: string;
            acceptdeclinedate?: components["schemas"]["DateOnly"];
            proposedstartdate?: components["schemas"]["DateOnly"];
            offeramount?: components["schemas"]["Salary"];
            assessmentresults?: components["schemas"]["AssessmentResult"][];
            createddate?: components["schemas"]["DateTime"];
            createdby?: components["schemas"]["ProfileReference"];
            updateddate?: components["schemas"]["DateTime"];
            updatedby?: components["schemas"]["ProfileReference"];
        } & {
            [key: string]: unknown;
        };
        StatusLog: {
            submittalstatuslog: {
                status: components["schemas"]["ListNode"];
                updatedDate: components["schemas"]["DateTime"];
                updatedBy?: components["schemas"]["ProfileReference"];
            }[];
        };
        /** @description Field values by web-service id. null or an empty text clears a field. */
        "Input-5": {
            title?: string | null;
            folder?: components["schemas"]["ListNodeInput"];
            owner?: components["schemas"]["ProfileReferenceInput"];
            externalid?: string | null;
            overview?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        TalentPool: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            title?: string;
            folder?: components["schemas"]["ListNode"];
            owner?: components["schemas"]["ProfileReference"];
            externalid?: string;
            overview?: string;
            createddate?: components["schemas"]["DateTime"];
            updateddate?: components["schemas"]["DateTime"];
        } & {
            [key: string]: unknown;
        };
        /** @description Field values by web-service id. null or an empty text clears a field. */
        "Input-6": {
            title?: string | null;
            externaltitle?: string | null;
            folder?: components["schemas"]["ListNodeInput"];
            owner?: components["schemas"]["ProfileReferenceInput"];
            overview?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        NewHireCategory: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            title?: string;
            externaltitle?: string;
            folder?: components["schemas"]["ListNode"];
            owner?: components["schemas"]["ProfileReference"];
            overview?: string;
            createddate?: components["schemas"]["DateTime"];
            updateddate?: components["schemas"]["DateTime"];
        } & {
            [key: string]: unknown;
        };
        /** @description Field values by web-service id. null or an empty text clears a field. */
        "Input-7": {
            baseprofile?: components["schemas"]["ProfileReferenceInput"];
            associatedprofile?: components["schemas"]["ProfileReferenceInput"];
            status?: components["schemas"]["ListNodeInput"];
            source?: components["schemas"]["ListNodeInput"];
            sourcename?: string | null;
            sourceorigin?: components["schemas"]["ListNodeInput"];
            sourceperson?: components["schemas"]["ProfileReferenceInput"];
            vendorname?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        SourceWorkflow: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            baseprofile?: components["schemas"]["ProfileReference"];
            associatedprofile?: components["schemas"]["ProfileReference"];
            status?: components["schemas"]["ListNode"];
            source?: components["schemas"]["ListNode"];
            sourcename?: string;
            sourceorigin?: components["schemas"]["ListNode"];
            sourceperson?: components["schemas"]["ProfileReference"];
            vendorname?: string;
            createddate?: components["schemas"]["DateTime"];
            updateddate?: components["schemas"]["DateTime"];
        } & {
            [key: string]: unknown;
        };
        /** @description Field values by web-service id. null or an empty text clears a field. */
        "Input-8": {
            baseprofile?: components["schemas"]["ProfileReferenceInput"];
            associatedprofile?: components["schemas"]["ProfileReferenceInput"];
            status?: components["schemas"]["ListNodeInput"];
            job?: components["schemas"]["ProfileReferenceInput"];
            portal?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Only fields with a value that the API user may see; a customer has more of its own. */
        OnboardWorkflow: {
            /** @description Only when asked for in `fields` */
            id?: number;
            links: components["schemas"]["Links"];
            baseprofile?: components["schemas"]["ProfileReference"];
            associatedprofile?: components["schemas"]["ProfileReference"];
            status?: components["schemas"]["ListNode"];
            job?: components["schemas"]["ProfileReference"];
            portal?: string;
            createddate?: components["schemas"]["DateTime"];
            updateddate?: components["schemas"]["DateTime"];
        } & {
            [key: string]: unknown;
        };
        Results: {
            searchResults: {
                self: string;
                id: number;
            }[];
        };
        Filter: {
            name: string;
            value?: (string | number | boolean)[];
            secondaryValue?: (string | number | boolean)[];
            /**
             * @default =
             * @enum {string}
             */
            operator?: "=" | "!=" | "==" | "!==" | "<" | ">" | "<=" | ">=";
        };
        /** @description A group of filters and further groups. Unknown keys refuse the whole search, with a message of their own. */
        Search: {
            filters?: components["schemas"]["Filter"][];
            /**
             * @default &
             * @enum {string}
             */
            operator?: "&" | "|";
            children?: components["schemas"]["Search"][];
        };
        Schema: {
            /** @enum {string} */
            type: "object" | "array" | "string" | "number" | "integer" | "boolean";
            /** @enum {string} */
            format?: "date";
            options?: string[];
            required?: string[];
            properties?: {
                [key: string]: components["schemas"]["Schema"];
            };
            items?: components["schemas"]["Schema"];
        };
        Lists: {
            lists: string[];
        };
        ListLink: {
            href: string;
        };
        ListItem: {
            id: string;
            value: string;
            formattedvalue: string;
            abbrev?: string;
            hidden: boolean;
            _links?: {
                self: components["schemas"]["ListLink"];
                children?: components["schemas"]["ListLink"];
            };
        };
        ListPage: {
            id: string;
            value: string;
            formattedvalue: string;
            abbrev?: string;
            hidden: boolean;
            children: components["schemas"]["ListItem"][];
            page: {
                size: number;
                number: number;
                totalElements: number;
                totalPages: number;
            };
            _links: {
                self: components["schemas"]["ListLink"];
                prev?: components["schemas"]["ListLink"];
                next?: components["schemas"]["ListLink"];
            };
        };
        ListNodeValues: {
            value?: string;
            abbrev?: string;
            hidden?: boolean;
        };
        ListEntry: {
            id: string;
            value: string;
            formattedvalue: string;
            abbrev?: string;
            hidden: boolean;
            children: components["schemas"]["ListItem"][];
        };
        "Results-2": {
            searchResults: {
                /** @description The job's page on the portal */
                portalUrl: string;
                /** @description The job as the portal shows it, `/portals/{portal}/{jobId}` */
                self: string;
                id: number;
                updatedDate: components["schemas"]["DateTime"];
            }[];
        };
        Filters: {
            filters: {
                name: string;
                label: string;
                /** @enum {string} */
                type: "text" | "dropdown";
                options?: {
                    /** @description The value to filter by */
                    id: string;
                    value: string;
                }[];
            }[];
        };
        PortalJob: {
            id: number;
            jobid?: string;
            jobtitle: string;
            portalUrl: string;
            postedDate: components["schemas"]["DateTime"];
            updatedDate: components["schemas"]["DateTime"];
            location?: string;
            positioncategory?: string;
            positiontype?: string;
            description: {
                label: string;
                /** @description HTML */
                value: string;
            }[];
        };
        Posts: {
            portalposts: {
                portal: {
                    id: number;
                    value: string;
                };
                /** @enum {string} */
                isposted: "Yes" | "No";
                /** @description `3` a career portal (JS1, PYJ) */
                type: string;
                /** @description `1` live (JS1, PYJ) */
                status: string;
                postdate: components["schemas"]["DateTime"];
                enddate?: components["schemas"]["DateTime"];
                /** @enum {string} */
                postedtohub: "Yes" | "No";
                /** @description Only while it is posted */
                portalUrl?: string;
            }[];
        };
        /** @description All postings of one job through one distributor. Each write names them all, what is left out is gone. */
        BoardPosts: {
            jobid: string;
            jobdistributor: {
                id: string;
            };
            jobboards: {
                jobboard: {
                    value: string;
                    /** @description Id of the board at the distributor */
                    externalid: string;
                };
                /** @description Expired, Live, Posting in Progress, Deletion in Progress or Unposted, in any case, single blanks */
                status: string;
                startdate: components["schemas"]["DateTime"];
                enddate: components["schemas"]["DateTime"];
            }[];
        };
        Forms: {
            forms: {
                id: number;
                /** @description What addresses call it. The schema of the list spells it formName (SCHM) */
                formname: string;
                /**
                 * @description Person as printed; the words for the others are inferred
                 * @enum {string}
                 */
                type: "Person" | "Job" | "Recruiting Workflow" | "Onboarding Workflow";
                displayName: string;
                /** @enum {string} */
                standardizedLevel: "STANDARD" | "STANDARD_EDITED" | "CUSTOM" | "ACKNOWLEDGEMENT";
                isPublicAnswers: boolean;
            }[];
        };
        /** @description The name of the form, its owner, and the answers by the ids of their questions */
        Submission: {
            formname: string;
            owner: components["schemas"]["ProfileReferenceInput"];
            requestedby?: components["schemas"]["ProfileReferenceInput"];
            requesteddate?: string;
            completedby?: components["schemas"]["ProfileReferenceInput"];
            completeddate?: string;
            updatedfor?: components["schemas"]["ProfileReferenceInput"];
            signature?: boolean;
        };
        PrefillType: {
            /** @enum {integer} */
            id: 1 | -1 | -2 | -3;
            text: string;
        };
        /** @description How a question is filled beforehand, and which profile field its answer goes to */
        Prefill: {
            type: components["schemas"]["PrefillType"];
            field?: string;
            text?: string;
            data?: {
                type: components["schemas"]["PrefillType"];
                data?: string;
            };
        };
        Meta: {
            [key: string]: {
                type: string;
                required: boolean;
                searchable: boolean;
                section?: string;
                data?: components["schemas"]["Prefill"];
            };
        };
        /** @description The envelope, and the answers by the ids of their questions */
        FormData: {
            formname: string;
            status: string;
            owner: components["schemas"]["ProfileReference"];
            requestedby?: components["schemas"]["ProfileReference"];
            requesteddate: components["schemas"]["DateTime"];
            completedby?: components["schemas"]["ProfileReference"];
            completeddate: components["schemas"]["DateTime"];
            updatedby?: components["schemas"]["ProfileReference"];
            updatedfor?: components["schemas"]["ProfileReference"];
            updateddate: components["schemas"]["DateTime"];
            signature: boolean;
        } & {
            [key: string]: unknown;
        };
        "Search-2": {
            /** @default 0 */
            page?: number;
            /** @default 100 */
            pageSize?: number;
            sort?: {
                /** @default TOffer_FOfferID */
                field?: string;
                /**
                 * @default asc
                 * @enum {string}
                 */
                direction?: "asc" | "desc";
            };
        };
        /** @description Keys and types as the client reads them. Dates are ISO 8601, which is inferred. */
        Row: {
            TOffer_FOfferID: string;
            /** @description The recruiting workflow */
            TOffer_FSubmittalID: number;
            TOffer_TSubmittal_TPerson_FPersonID: string;
            TOffer_TSubmittal_FTitlePerson: string;
            TOffer_TSubmittal_FTitlePerson_LinkUrl: string;
            TOffer_TSubmittal_FTitleJob: string;
            TOffer_TSubmittal_FTitleJob_LinkUrl: string;
            TOffer_FJobPersonTitle: string;
            TOffer_FPermission: string;
            /** Format: date-time */
            TOffer_FCreatedDate: string;
            TOffer_FCreatedDate_DateOffset: number;
            /** Format: date-time */
            TOffer_FUpdatedDate: string;
            TOffer_FUpdatedDate_DateOffset: number;
            TOffer_FArchived: boolean;
            TOffer_FRecent: string;
            TOffer_FDeliveryType?: string;
            TOffer_FDeliveryTypeValue?: number;
            /** Format: date-time */
            TOffer_FSentDate?: string;
            TOffer_FSentDate_DateOffset?: number;
            /** @enum {string} */
            TOffer_TOfferStatus_FStatus: "Offer created" | "Offer sent" | "Offer accepted" | "Offer declined" | "Offer rescinded";
            TOffer_TOfferStatus_FStatusValue: number;
            /** Format: date-time */
            TOffer_TOfferStatus_FCreatedDate: string;
            TOffer_TOfferStatus_FCreatedDate_DateOffset: number;
        };
        "Results-3": {
            results: {
                results: components["schemas"]["Row"][];
                /** @description Of all rows */
                total: number;
            };
        };
        Id: string;
        EventLinks: {
            /** @enum {string} */
            rel: "applicantWorkflow" | "job" | "person" | "user";
            /** @enum {string} */
            title: "Applicant Workflow" | "Job Profile" | "Person Profile" | "Posting User";
            /** Format: uri */
            url: string;
        }[];
        StatusChange: {
            systemId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            links: components["schemas"]["EventLinks"];
            /** @constant */
            eventType: "WorkFlowStatusChangeEvent";
            personId: components["schemas"]["Id"];
            userId?: components["schemas"]["Id"];
            jobId: components["schemas"]["Id"];
            oldStatus?: string;
            newStatus: string;
        };
        VendorError: {
            error: {
                /** @description Shown to the platform user. {{person.usssn}} becomes what the customer calls that field */
                userMessage?: string;
                /** @description Written to a log */
                debugErrorMessage?: string;
            };
        };
        Assessment: {
            systemId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            links: components["schemas"]["EventLinks"];
            /** @enum {unknown} */
            eventType: "AssessmentEvent" | "ApplicationCompletedEvent";
            /**
             * Format: uri
             * @description Where the candidate goes back to; that ends the application
             */
            returnUrl: string;
            userId: components["schemas"]["Id"];
        };
        JobPost: {
            systemId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            links: components["schemas"]["EventLinks"];
            /** @constant */
            eventType: "JobPostToWebEvent";
            /**
             * Format: uri
             * @description Where one applies on the portal
             */
            portalUrl: string;
            userId?: components["schemas"]["Id"];
        };
        JobUnpost: {
            systemId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            links: components["schemas"]["EventLinks"];
            /** @constant */
            eventType: "JobUnpostToWebEvent";
            userId?: components["schemas"]["Id"];
        };
        ViewJobPost: {
            systemId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @constant */
            eventType: "ViewJobWebPostEvent";
            userId?: components["schemas"]["Id"];
        };
        RemoteLogin: {
            systemId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            links: components["schemas"]["EventLinks"];
            /** @constant */
            eventType: "RemoteLoginEvent";
            /** Format: uri */
            returnUrl: string;
            userId: components["schemas"]["Id"];
        };
        OnboardTask: {
            systemId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            links: components["schemas"]["EventLinks"];
            /** @constant */
            eventType: "OnboardPortalTaskEvent";
            /**
             * Format: uri
             * @description Marks the task complete
             */
            returnUrl: string;
            /**
             * Format: uri
             * @description Leaves it as it is
             */
            incompleteUrl: string;
            userId?: components["schemas"]["Id"];
        };
    };
    responses: {
        /**
         * @description Refused. 400 a bad or missing field or filter; 401 not signed in; 404 nothing there, or no access to it; 405, 413, 415
         *     method, size, type; 429 the day's calls are used up; 500 an internal error.
         */
        error: {
            headers: {
                "X-Error": components["headers"]["error"];
                "X-RateLimit-Limit": components["headers"]["limit"];
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-RateLimit-Reset": components["headers"]["reset"];
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "errors": [
                 *         {
                 *           "errorMessage": "Job not found.",
                 *           "errorCode": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description Created. The body is empty. */
        created: {
            headers: {
                Location: components["headers"]["location"];
                "X-RateLimit-Limit": components["headers"]["limit"];
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-RateLimit-Reset": components["headers"]["reset"];
                "X-Transaction": components["headers"]["transaction"];
                "X-Warning": components["headers"]["warning"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Changed. The body is empty, Location repeats the address. */
        updated: {
            headers: {
                Location: components["headers"]["location"];
                "X-RateLimit-Limit": components["headers"]["limit"];
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-RateLimit-Reset": components["headers"]["reset"];
                "X-Transaction": components["headers"]["transaction"];
                "X-Warning": components["headers"]["warning"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The bytes of the file under its own type */
        file: {
            headers: {
                "Content-Disposition": components["headers"]["disposition"];
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                "*/*": unknown;
            };
        };
        /** @description Removed. The body is empty. */
        removed: {
            headers: {
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description What is written in the file. UTF-8, under the name of the file and `.txt`. */
        text: {
            headers: {
                "Content-Disposition": components["headers"]["disposition"];
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                "text/plain": string;
            };
        };
        /** @description Ids of what matched, ascending, at most 1,000 */
        results: {
            headers: {
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "searchResults": [
                 *         {
                 *           "self": "https://api.icims.com/customers/1234/jobs/1001",
                 *           "id": 1001
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Results"];
            };
        };
        /** @description A JSON schema. It tells types and keys, but no labels, required marks or lengths. */
        answer: {
            headers: {
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "object",
                 *       "properties": {
                 *         "department": {
                 *           "type": "object",
                 *           "properties": {
                 *             "id": {
                 *               "type": "string"
                 *             },
                 *             "formattedvalue": {
                 *               "type": "string"
                 *             },
                 *             "value": {
                 *               "type": "string"
                 *             }
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Schema"];
            };
        };
        /** @description Jobs posted to the portal, the newest `updatedDate` first, at most 1,000 */
        "results-2": {
            headers: {
                "X-RateLimit-Remaining": components["headers"]["remaining"];
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "searchResults": [
                 *         {
                 *           "portalUrl": "https://careers-cedarline.icims.com/jobs/1709/customer-service-representative/job",
                 *           "self": "https://api.icims.com/customers/1234/portals/careers/1709",
                 *           "id": 1709,
                 *           "updatedDate": "2015-09-30 02:07 PM"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Results-2"];
            };
        };
        /** @description The iForms, without disabled and archived ones */
        list: {
            headers: {
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "forms": [
                 *         {
                 *           "id": 17,
                 *           "formname": "Background_Check_Form",
                 *           "type": "Person",
                 *           "displayName": "*Background Check Form",
                 *           "standardizedLevel": "CUSTOM",
                 *           "isPublicAnswers": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Forms"];
            };
        };
        /** @description A JSON schema */
        schema: {
            headers: {
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @constant */
                    type: "object";
                    properties: {
                        [key: string]: Record<string, never>;
                    };
                };
            };
        };
        /** @description A page about the profile */
        page: {
            headers: {
                "X-Transaction": components["headers"]["transaction"];
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** @description Not processed: 400 the user can mend it, 503 it passes, 500 the partner has to */
        vendorError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VendorError"];
            };
        };
    };
    parameters: {
        /** @description Numeric customer id */
        customerId: string;
        /** @description System id of the profile */
        id: string;
        /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
        fields: string;
        /** @description Web-service id of a collection */
        field: string;
        /** @description Web-service id of a file field: `resume`, or a custom one */
        fileField: string;
        /** @description Id of one group of the collection */
        entry: string;
        /** @description Web-service id of a file field of the collection */
        child: string;
        /** @description System id of the person */
        personId: string;
        /** @description System id of the job */
        jobId: string;
        /**
         * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
         *     not clear them (SRCH). What is no whole number counts as absent (inferred).
         */
        staleness: number;
        /** @description The search as JSON text */
        searchJson: string;
        /**
         * @description Name of a standard list, or id of an entry, which a custom list is asked for by
         * @example lists.job.folders
         */
        listId: string;
        /**
         * @description Type of profile, as the Schema API calls it; submittal is a recruiting workflow, source a talent pool and onboard a new
         *     hire category (the last two are inferred)
         * @example job
         */
        schemaType: "person" | "job" | "company" | "submittal" | "source" | "sourceworkflow" | "onboard" | "onboardworkflow" | "room" | "connectevent";
        /** @description Id of a career portal, or its name: its host label, whole or without the company */
        portal: string;
        /** @description Name of an iForm */
        formName: string;
    };
    requestBodies: {
        /**
         * @description The file: one part of a form that has a file name, or the bare bytes under their own type with their name in
         *     `Content-Disposition: attachment;filename="resume.doc"`.
         */
        upload: {
            content: {
                "multipart/form-data": {
                    [key: string]: unknown;
                };
                "*/*": unknown;
            };
        };
    };
    headers: {
        /** @description GUID in braces, upper case */
        transaction: string;
        /** @description The customerType of the body */
        customerType: string;
        /** @description Addresses of what the customer has, `url;rel="profiles";title="Available Job Profiles"` with commas and without angle brackets */
        customerLinks: string;
        /** @description `<code>:<detail>` or `<code>:<field>:<detail>`, one header per problem */
        error: string;
        /** @description Calls a day of this API user */
        limit: number;
        /** @description Calls left today */
        remaining: number;
        /** @description Whole seconds until 00:00 UTC */
        reset: number;
        /** @description Address of the profile or group */
        location: string;
        /** @description `<code>:<field>:<detail>`, one header per problem that did not stop the request */
        warning: string;
        /** @description attachment, and the name of the file */
        disposition: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grant_type": "client_credentials",
                 *       "client_id": "icims-client",
                 *       "client_secret": "icims-secret",
                 *       "audience": "https://api.icims.com/v1/"
                 *     }
                 */
                "application/json": components["schemas"]["credentials"];
                "application/x-www-form-urlencoded": components["schemas"]["credentials"];
            };
        };
        responses: {
            /** @description A token to send as Bearer, for a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "eyJhbGciOi…",
                     *       "scope": "",
                     *       "expires_in": 86400,
                     *       "token_type": "Bearer"
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        scope?: string;
                        /** @description Seconds */
                        expires_in: number;
                        token_type: string;
                    };
                };
            };
            /**
             * @description Refused. 400 a missing parameter; 401 a wrong client or secret; 403 another grant or audience; 429
             *     `too_many_requests` after 500 requests of one client in ten minutes (C4); 404 anything else on a login host.
             */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string;
                        error_description?: string;
                    };
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Customer-Type": components["headers"]["customerType"];
                    Link: components["headers"]["customerLinks"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "platformUrl": "northwind.icims.com",
                     *       "id": 1234,
                     *       "customerType": "test",
                     *       "name": "Northwind Health",
                     *       "buildVersion": "12.1"
                     *     }
                     */
                    "application/json": {
                        platformUrl: string;
                        id: number;
                        customerType: string;
                        name: string;
                        buildVersion: string;
                    };
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getPerson: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "firstname": "Ann",
                     *       "lastname": "Lindqvist",
                     *       "email": "ann.lindqvist@example.com",
                     *       "folder": {
                     *         "id": "D32007",
                     *         "formattedvalue": "Cand: Active",
                     *         "value": "Cand: Active"
                     *       },
                     *       "phones": [
                     *         {
                     *           "phonetype": {
                     *             "id": "D83004",
                     *             "formattedvalue": "Mobile",
                     *             "value": "Mobile"
                     *           },
                     *           "phonenumber": "608-555-0141",
                     *           "entry": 17,
                     *           "primary": true
                     *         }
                     *       ],
                     *       "links": [
                     *         {
                     *           "rel": "self",
                     *           "title": "The current profile being viewed.",
                     *           "url": "https://api.icims.com/customers/1234/people/5"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getPersonField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createPersonEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updatePersonField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getPersonBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deletePersonBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updatePersonBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getPersonText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getPersonEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deletePersonEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updatePersonEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getPersonEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createPersonEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deletePersonEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updatePersonEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getPersonEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    createJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-2"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getJob: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobid": "2026-1001",
                     *       "jobtitle": "Registered Nurse",
                     *       "folder": {
                     *         "id": "D31001",
                     *         "formattedvalue": "Approved",
                     *         "value": "Approved"
                     *       },
                     *       "hiringmanager": {
                     *         "profile": "https://api.icims.com/customers/1234/people/3",
                     *         "id": 3,
                     *         "value": "Rosa Diaz"
                     *       },
                     *       "links": [
                     *         {
                     *           "rel": "self",
                     *           "title": "The current profile being viewed.",
                     *           "url": "https://api.icims.com/customers/1234/jobs/1001"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Job"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    updateJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-2"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getJobField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createJobEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateJobField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getJobBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteJobBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateJobBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getJobText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getJobEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteJobEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateJobEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getJobEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createJobEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteJobEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateJobEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getJobEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    createCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-3"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getCompany: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The company, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Madison Campus",
                     *       "folder": {
                     *         "id": "D33001",
                     *         "formattedvalue": "Active Location",
                     *         "value": "Active Location"
                     *       },
                     *       "links": [
                     *         {
                     *           "rel": "self",
                     *           "title": "The current profile being viewed.",
                     *           "url": "https://api.icims.com/customers/1234/companies/1"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Company"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    updateCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-3"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getCompanyField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createCompanyEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateCompanyField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getCompanyBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteCompanyBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateCompanyBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getCompanyText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getCompanyEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteCompanyEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateCompanyEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getCompanyEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createCompanyEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteCompanyEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateCompanyEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getCompanyEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    createApplicantWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-4"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflow: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applicant workflow, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "baseprofile": {
                     *         "profile": "https://api.icims.com/customers/1234/jobs/1001",
                     *         "id": 1001,
                     *         "value": "Registered Nurse"
                     *       },
                     *       "associatedprofile": {
                     *         "profile": "https://api.icims.com/customers/1234/people/5",
                     *         "id": 5,
                     *         "value": "Ann Lindqvist"
                     *       },
                     *       "status": {
                     *         "id": "D10100",
                     *         "formattedvalue": "New Submissions - External Portal",
                     *         "value": "New Submissions - External Portal"
                     *       },
                     *       "source": "Job Board",
                     *       "links": [
                     *         {
                     *           "rel": "self",
                     *           "title": "The current profile being viewed.",
                     *           "url": "https://api.icims.com/customers/1234/applicantworkflows/10001"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApplicantWorkflow"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteApplicantWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateApplicantWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-4"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createApplicantWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateApplicantWorkflowField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteApplicantWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateApplicantWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteApplicantWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateApplicantWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createApplicantWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteApplicantWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateApplicantWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowByPair: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the person */
                personId: components["parameters"]["personId"];
                /** @description System id of the job */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The workflow */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicantWorkflow"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getApplicantWorkflowStatusLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Status changes, newest first */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusLog"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createTalentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-5"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getTalentPool: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The talent pool, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TalentPool"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    updateTalentPool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-5"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getTalentPoolField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createTalentPoolEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateTalentPoolField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getTalentPoolBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteTalentPoolBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateTalentPoolBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getTalentPoolText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getTalentPoolEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteTalentPoolEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateTalentPoolEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getTalentPoolEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createTalentPoolEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteTalentPoolEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateTalentPoolEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getTalentPoolEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    createNewHireCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-6"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getNewHireCategory: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new hire category, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewHireCategory"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    updateNewHireCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-6"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getNewHireCategoryField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createNewHireCategoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateNewHireCategoryField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getNewHireCategoryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteNewHireCategoryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateNewHireCategoryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getNewHireCategoryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getNewHireCategoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteNewHireCategoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateNewHireCategoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getNewHireCategoryEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createNewHireCategoryEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteNewHireCategoryEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateNewHireCategoryEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getNewHireCategoryEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    createSourceWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-7"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getSourceWorkflow: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source workflow, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceWorkflow"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    updateSourceWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-7"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getSourceWorkflowField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createSourceWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateSourceWorkflowField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getSourceWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteSourceWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateSourceWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getSourceWorkflowText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getSourceWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteSourceWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateSourceWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getSourceWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createSourceWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteSourceWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateSourceWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getSourceWorkflowEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    createOnboardWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-8"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    getOnboardWorkflow: {
        parameters: {
            query?: {
                /** @description Comma list of field ids to answer instead of the default set. Empty is as if it were absent. */
                fields?: components["parameters"]["fields"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The onboard workflow, fields with a value only */
            200: {
                headers: {
                    "X-RateLimit-Remaining": components["headers"]["remaining"];
                    "X-Transaction": components["headers"]["transaction"];
                    "X-Warning": components["headers"]["warning"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnboardWorkflow"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    updateOnboardWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Input-8"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getOnboardWorkflowField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The field under its own name; nothing where it has no value or the API user may not see it */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneField"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createOnboardWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateOnboardWorkflowField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneField"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getOnboardWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteOnboardWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateOnboardWorkflowBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getOnboardWorkflowText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a file field: `resume`, or a custom one */
                field: components["parameters"]["fileField"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    getOnboardWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bare group */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    deleteOnboardWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateOnboardWorkflowEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getOnboardWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["file"];
            "4XX": components["responses"]["error"];
        };
    };
    createOnboardWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    deleteOnboardWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["removed"];
            "4XX": components["responses"]["error"];
        };
    };
    updateOnboardWorkflowEntryBinary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["upload"];
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getOnboardWorkflowEntryText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
                /** @description Web-service id of a collection */
                field: components["parameters"]["field"];
                /** @description Id of one group of the collection */
                entry: components["parameters"]["entry"];
                /** @description Web-service id of a file field of the collection */
                child: components["parameters"]["child"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["text"];
            "4XX": components["responses"]["error"];
        };
    };
    searchPeopleByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchPeople: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "person.lastname",
                 *           "value": [
                 *             "an"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchJobsByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchJobs: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "job.folder",
                 *           "value": [
                 *             "D31001"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchCompaniesByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchCompanies: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "company.id",
                 *           "value": [
                 *             "0"
                 *           ],
                 *           "operator": ">"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchApplicantWorkflowsByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchApplicantWorkflows: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "applicantworkflow.status",
                 *           "value": [
                 *             "D10100",
                 *             "D10103",
                 *             "D10105"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchTalentPoolsByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchTalentPools: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "talentpool.title.text",
                 *           "value": [
                 *             "a"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchNewHireCategoriesByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchNewHireCategories: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "newhirecategory.id",
                 *           "value": [
                 *             "0"
                 *           ],
                 *           "operator": ">"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchSourceWorkflowsByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchSourceWorkflows: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "sourceworkflow.associatedprofile.person.lastname",
                 *           "value": [
                 *             "an"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchOnboardWorkflowsByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchOnboardWorkflows: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "onboardworkflow.status.listnode",
                 *           "value": [
                 *             "D37002023004"
                 *           ],
                 *           "operator": "!="
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    getSearchResultsSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["answer"];
            "4XX": components["responses"]["error"];
        };
    };
    getSearchFiltersSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["answer"];
            "4XX": components["responses"]["error"];
        };
    };
    getLists: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lists that have a name. Custom lists are entries of lists.customfields_lists. */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lists": [
                     *         "lists.job.folders",
                     *         "lists.person.folders",
                     *         "lists.customfields_lists"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Lists"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getList: {
        parameters: {
            query?: {
                /** @description Children in one answer */
                size?: number;
                /** @description Number of the page, from 0 */
                page?: number;
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Name of a standard list, or id of an entry, which a custom list is asked for by
                 * @example lists.job.folders
                 */
                listId: components["parameters"]["listId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list or node, and its immediate children */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "D31",
                     *       "value": "Job Folders",
                     *       "formattedvalue": "Job Folders",
                     *       "hidden": false,
                     *       "children": [
                     *         {
                     *           "id": "D31001",
                     *           "value": "Approved",
                     *           "formattedvalue": "Approved",
                     *           "hidden": false,
                     *           "_links": {
                     *             "self": {
                     *               "href": "https://api.icims.com/customers/1234/v2/lists/D31001"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "page": {
                     *         "size": 1000,
                     *         "number": 0,
                     *         "totalElements": 1,
                     *         "totalPages": 1
                     *       },
                     *       "_links": {
                     *         "self": {
                     *           "href": "https://api.icims.com/customers/1234/v2/lists/lists.job.folders"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ListPage"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createListNode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Name of a standard list, or id of an entry, which a custom list is asked for by
                 * @example lists.job.folders
                 */
                listId: components["parameters"]["listId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": "Badminton"
                 *     }
                 */
                "application/json": components["schemas"]["ListNodeValues"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateListNode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Name of a standard list, or id of an entry, which a custom list is asked for by
                 * @example lists.job.folders
                 */
                listId: components["parameters"]["listId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hidden": true
                 *     }
                 */
                "application/json": components["schemas"]["ListNodeValues"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    getListNode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Name of a standard list, or id of an entry, which a custom list is asked for by
                 * @example lists.job.folders
                 */
                listId: components["parameters"]["listId"];
                /**
                 * @description Id of an entry of the list
                 * @example D31001
                 */
                nodeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry and its immediate children */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "D31001",
                     *       "value": "Approved",
                     *       "formattedvalue": "Approved",
                     *       "hidden": false,
                     *       "children": []
                     *     }
                     */
                    "application/json": components["schemas"]["ListEntry"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getProfileSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Type of profile, as the Schema API calls it; submittal is a recruiting workflow, source a talent pool and onboard a new
                 *     hire category (the last two are inferred)
                 * @example job
                 */
                type: components["parameters"]["schemaType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["answer"];
            "4XX": components["responses"]["error"];
        };
    };
    getProfileFieldSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description Type of profile, as the Schema API calls it; submittal is a recruiting workflow, source a talent pool and onboard a new
                 *     hire category (the last two are inferred)
                 * @example job
                 */
                type: components["parameters"]["schemaType"];
                /**
                 * @description Web-service id of a field
                 * @example department
                 */
                field: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["answer"];
            "4XX": components["responses"]["error"];
        };
    };
    searchPortalByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of a career portal, or its name: its host label, whole or without the company */
                portal: components["parameters"]["portal"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results-2"];
            "4XX": components["responses"]["error"];
        };
    };
    searchPortal: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of a career portal, or its name: its host label, whole or without the company */
                portal: components["parameters"]["portal"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "job.positioncategory",
                 *           "value": [
                 *             "Nursing"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results-2"];
            "4XX": components["responses"]["error"];
        };
    };
    getPortalFilters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of a career portal, or its name: its host label, whole or without the company */
                portal: components["parameters"]["portal"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filters; `options` where a value is picked from a list */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "filters": [
                     *         {
                     *           "name": "job.jobtitle",
                     *           "label": "Job Title",
                     *           "type": "text"
                     *         },
                     *         {
                     *           "name": "job.positioncategory",
                     *           "label": "Category",
                     *           "type": "dropdown",
                     *           "options": [
                     *             {
                     *               "id": "C42001",
                     *               "value": "Nursing"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Filters"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getPortalJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of a career portal, or its name: its host label, whole or without the company */
                portal: components["parameters"]["portal"];
                /** @description System id of the job */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. It is not there when it is not posted to this portal. */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 1709,
                     *       "jobid": "2015-1709",
                     *       "jobtitle": "Customer Service Representative",
                     *       "portalUrl": "https://careers-cedarline.icims.com/jobs/1709/customer-service-representative/job",
                     *       "postedDate": "2015-09-28 09:00 AM",
                     *       "updatedDate": "2015-09-30 02:07 PM",
                     *       "location": "Madison Campus - 1 Main Street Madison, Wisconsin 53703 United States",
                     *       "description": [
                     *         {
                     *           "label": "Overview",
                     *           "value": "<p>You answer the phone.</p>"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PortalJob"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getPortalPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the job */
                jobId: components["parameters"]["jobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The postings, past ones included */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "portalposts": [
                     *         {
                     *           "portal": {
                     *             "id": 1,
                     *             "value": "careers-cedarline"
                     *           },
                     *           "isposted": "Yes",
                     *           "type": "3",
                     *           "status": "1",
                     *           "postdate": "2015-09-28 09:00 AM",
                     *           "postedtohub": "No",
                     *           "portalUrl": "https://careers-cedarline.icims.com/jobs/1709/customer-service-representative/job"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Posts"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getJobBoardPosts: {
        parameters: {
            query: {
                /** @description System id of the job */
                jobid: string;
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The postings, by distributor, as they were sent */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        jobboardposts: components["schemas"]["BoardPosts"][];
                    };
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    createJobBoardPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "jobid": "1002",
                 *       "jobdistributor": {
                 *         "id": "D90005"
                 *       },
                 *       "jobboards": [
                 *         {
                 *           "jobboard": {
                 *             "value": "Nurse Recruiter",
                 *             "externalid": "764"
                 *           },
                 *           "status": "Live",
                 *           "startdate": "2026-01-15 11:31 AM",
                 *           "enddate": "2026-02-15 11:31 AM"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BoardPosts"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    updateJobBoardPosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "jobid": "1002",
                 *       "jobdistributor": {
                 *         "id": "D90005"
                 *       },
                 *       "jobboards": [
                 *         {
                 *           "jobboard": {
                 *             "value": "Nurse Recruiter",
                 *             "externalid": "764"
                 *           },
                 *           "status": "Live",
                 *           "startdate": "2026-01-15 11:31 AM",
                 *           "enddate": "2026-02-15 11:31 AM"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BoardPosts"];
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    listForms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["list"];
            "4XX": components["responses"]["error"];
        };
    };
    saveForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "formname": "Background_Check_Consent",
                 *       "owner": {
                 *         "id": 1
                 *       },
                 *       "legalfirstname": "Rosa",
                 *       "legallastname": "Diaz",
                 *       "consent": true
                 *     }
                 */
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    createForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "formname": "Background_Check_Consent",
                 *       "owner": {
                 *         "id": 1
                 *       },
                 *       "legalfirstname": "Rosa",
                 *       "legallastname": "Diaz",
                 *       "consent": true
                 *     }
                 */
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            201: components["responses"]["created"];
            "4XX": components["responses"]["error"];
        };
    };
    listFormsAtList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["list"];
            "4XX": components["responses"]["error"];
        };
    };
    getFormListSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["schema"];
            "4XX": components["responses"]["error"];
        };
    };
    getFormMeta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Name of an iForm */
                formName: components["parameters"]["formName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The questions by their ids */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "legalfirstname": {
                     *         "type": "TEXTFIELD",
                     *         "required": true,
                     *         "searchable": false,
                     *         "data": {
                     *           "field": "firstname",
                     *           "type": {
                     *             "id": -2,
                     *             "text": "Sync with Profile Field"
                     *           }
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Meta"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getFormDataSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Name of an iForm */
                formName: components["parameters"]["formName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["schema"];
            "4XX": components["responses"]["error"];
        };
    };
    getForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description Id of the filled-out form; `.txt`, `.pdf` or `.doc` behind it asks for it in that form */
                formDataId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form; empty answers are left out */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "formname": "Background_Check_Consent",
                     *       "status": "Complete",
                     *       "owner": {
                     *         "profile": "https://api.icims.com/customers/1234/people/57",
                     *         "id": 57,
                     *         "value": "Rosa Diaz"
                     *       },
                     *       "requesteddate": "2026-01-10 09:00 AM",
                     *       "completeddate": "2026-01-10 09:20 AM",
                     *       "updateddate": "2026-01-10 09:20 AM",
                     *       "signature": true,
                     *       "legalfirstname": "Rosa"
                     *     }
                     */
                    "application/json": components["schemas"]["FormData"];
                    "text/plain": string;
                    "application/pdf": string;
                    "application/msword": string;
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    searchFormsByQuery: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
                /** @description The search as JSON text */
                searchJson?: components["parameters"]["searchJson"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchForms: {
        parameters: {
            query?: {
                /**
                 * @description How old a cached result may be, in minutes; 0 searches anew. Results are kept for whoever asks the same, and writes do
                 *     not clear them (SRCH). What is no whole number counts as absent (inferred).
                 */
                staleness?: components["parameters"]["staleness"];
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filters": [
                 *         {
                 *           "name": "formdata.formid",
                 *           "value": [
                 *             "17"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            200: components["responses"]["results"];
            "4XX": components["responses"]["error"];
        };
    };
    searchOffers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Search-2"];
            };
        };
        responses: {
            /** @description One page, and how many offers there are in all */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Results-3"];
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    getOfferDocument: {
        parameters: {
            query: {
                /** @description Id of the offer */
                offerId: string;
                /** @description `True` for the letter as the candidate signed it, in any case */
                signed?: string;
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter */
            200: {
                headers: {
                    "X-Transaction": components["headers"]["transaction"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            "4XX": components["responses"]["error"];
        };
    };
    makeOfferDocument: {
        parameters: {
            query: {
                /** @description Id of the offer */
                offerId: string;
                /** @description `True` for the letter as the candidate signed it, in any case */
                signed?: string;
                /** @description `True`, in any case */
                force?: string;
            };
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            204: components["responses"]["updated"];
            "4XX": components["responses"]["error"];
        };
    };
    linkToPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["page"];
            "4XX": components["responses"]["error"];
        };
    };
    linkToJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Numeric customer id */
                customerId: components["parameters"]["customerId"];
                /** @description System id of the profile */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["page"];
            "4XX": components["responses"]["error"];
        };
    };
    workFlowStatusChangeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatusChange"];
            };
        };
        responses: {
            /** @description Processed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Processed; the user, or the candidate, is led there */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["vendorError"];
            500: components["responses"]["vendorError"];
            503: components["responses"]["vendorError"];
        };
    };
    assessmentEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assessment"];
            };
        };
        responses: {
            /** @description Processed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Processed; the user, or the candidate, is led there */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["vendorError"];
            500: components["responses"]["vendorError"];
            503: components["responses"]["vendorError"];
        };
    };
    jobPostToWebEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobPost"];
            };
        };
        responses: {
            /** @description Processed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Processed; the user, or the candidate, is led there */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["vendorError"];
            500: components["responses"]["vendorError"];
            503: components["responses"]["vendorError"];
        };
    };
    jobUnpostToWebEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobUnpost"];
            };
        };
        responses: {
            /** @description Processed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Processed; the user, or the candidate, is led there */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["vendorError"];
            500: components["responses"]["vendorError"];
            503: components["responses"]["vendorError"];
        };
    };
    viewJobWebPostEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewJobPost"];
            };
        };
        responses: {
            /** @description Processed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Processed; the user, or the candidate, is led there */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["vendorError"];
            500: components["responses"]["vendorError"];
            503: components["responses"]["vendorError"];
        };
    };
    remoteLoginEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoteLogin"];
            };
        };
        responses: {
            /** @description Processed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Processed; the user, or the candidate, is led there */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["vendorError"];
            500: components["responses"]["vendorError"];
            503: components["responses"]["vendorError"];
        };
    };
    onboardPortalTaskEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnboardTask"];
            };
        };
        responses: {
            /** @description Processed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Processed; the user, or the candidate, is led there */
            303: {
                headers: {
                    Location: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["vendorError"];
            500: components["responses"]["vendorError"];
            503: components["responses"]["vendorError"];
        };
    };
}
