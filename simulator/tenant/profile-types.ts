import { applicantworkflowFields } from './fields/applicantworkflow.ts'
import { companyFields } from './fields/company.ts'
import type { Field } from './fields/field.ts'
import { jobFields } from './fields/job.ts'
import { newhirecategoryFields } from './fields/newhirecategory.ts'
import { onboardworkflowFields } from './fields/onboardworkflow.ts'
import { personFields } from './fields/person.ts'
import { sourceworkflowFields } from './fields/sourceworkflow.ts'
import { talentpoolFields } from './fields/talentpool.ts'

/** The types of profile a tenant keeps, by their search and schema word (D5, D27). */
export type ProfileType =
  | 'person'
  | 'job'
  | 'company'
  | 'talentpool'
  | 'newhirecategory'
  | 'applicantworkflow'
  | 'sourceworkflow'
  | 'onboardworkflow'

/** What ties a workflow together: one system id per pair of a base profile and a person (D25, FORUM1). */
export type WorkflowDefinition = {
  base: ProfileType
  /** The list its statuses stand in. */
  statuses: string
  /** The status of a new one, used when a client names none (D25, C1; D20 for sourcing; inferred for onboarding). */
  firstStatus: string
}

/** What is the same at every customer about one type of profile. */
export type ProfileTypeDefinition = {
  /** The word in URLs: `/customers/{c}/people`. */
  path: string
  /** How messages call it: "Job not found." (D13). */
  label: string
  /** The standard fields; a tenant may have more of its own, see `words.ts`. */
  fields: readonly Field[]
  workflow?: WorkflowDefinition
}

export const profileTypes: Readonly<Record<ProfileType, ProfileTypeDefinition>> = {
  person: { path: 'people', label: 'Person', fields: personFields },
  job: { path: 'jobs', label: 'Job', fields: jobFields },
  company: { path: 'companies', label: 'Company', fields: companyFields },
  talentpool: { path: 'talentpools', label: 'Talent Pool', fields: talentpoolFields },
  newhirecategory: { path: 'newhirecategories', label: 'New Hire Category', fields: newhirecategoryFields },
  applicantworkflow: {
    path: 'applicantworkflows',
    label: 'Applicant Workflow',
    fields: applicantworkflowFields,
    workflow: { base: 'job', statuses: 'lists.status', firstStatus: 'D10100' },
  },
  sourceworkflow: {
    path: 'sourceworkflows',
    label: 'Source Workflow',
    fields: sourceworkflowFields,
    workflow: { base: 'talentpool', statuses: 'lists.sourcing_status', firstStatus: 'D37002021001' },
  },
  onboardworkflow: {
    path: 'onboardworkflows',
    label: 'Onboard Workflow',
    fields: onboardworkflowFields,
    workflow: { base: 'newhirecategory', statuses: 'lists.onboarding_status', firstStatus: 'D37002023001' },
  },
}

/** All types, in the order their tables are made and their rows are listed. */
export const profileTypeNames = Object.keys(profileTypes) as readonly ProfileType[]
