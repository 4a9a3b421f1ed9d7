import { decodeDateTime, decodeNamed, decodeObject, decodeReference, type IcimsNode, type Json } from './decode.ts'

/** A recruiting workflow as far as the connector reads it (C1, FORUM1). Each part may be hidden from the API user. */
export type IcimsApplicantWorkflow = {
  id: string
  /** The answer itself, for what an integration maps by itself. */
  raw: Json
  jobId: string | undefined
  personId: string | undefined
  status: IcimsNode | undefined
  createddate: string | undefined
}

export const applicantworkflowFields = ['baseprofile', 'associatedprofile', 'status', 'createddate'] as const

/** @throws RecordError when it is no object. */
export function decodeIcimsApplicantWorkflow(id: string, value: unknown): IcimsApplicantWorkflow {
  const workflow = decodeObject(value, `Applicant workflow ${id}`)
  return {
    id,
    raw: workflow,
    jobId: decodeReference(workflow, 'baseprofile'),
    personId: decodeReference(workflow, 'associatedprofile'),
    status: decodeNamed(workflow, 'status'),
    createddate: decodeDateTime(workflow, 'createddate'),
  }
}
