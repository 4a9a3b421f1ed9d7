import { applicantworkflowFields } from './fields/applicantworkflow.ts'
import { companyFields } from './fields/company.ts'
import type { Field } from './fields/field.ts'
import { jobFields } from './fields/job.ts'
import { personFields } from './fields/person.ts'

/** The types of profile a tenant keeps, by their search and schema word (D5, D27). */
export type ProfileType = 'person' | 'job' | 'company' | 'applicantworkflow'

/** What is the same at every customer about one type of profile. */
export type ProfileTypeDefinition = {
  /** The word in URLs: `/customers/{c}/people`. */
  path: string
  /** How messages call it: "Job not found." (D13). */
  label: string
  fields: readonly Field[]
}

export const profileTypes: Readonly<Record<ProfileType, ProfileTypeDefinition>> = {
  person: { path: 'people', label: 'Person', fields: personFields },
  job: { path: 'jobs', label: 'Job', fields: jobFields },
  company: { path: 'companies', label: 'Company', fields: companyFields },
  applicantworkflow: { path: 'applicantworkflows', label: 'Applicant Workflow', fields: applicantworkflowFields },
}

/** All types, in the order their tables are made and their rows are listed. */
export const profileTypeNames = Object.keys(profileTypes) as readonly ProfileType[]
