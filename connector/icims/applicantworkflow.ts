import { decodeDateTime, decodeNode, decodeObject, decodeReference, type IcimsNode } from './decode.ts'

/** A recruiting workflow as far as the connector reads it (C1, FORUM1). Each part may be hidden from the API user. */
export type IcimsApplicantWorkflow = {
  id: string
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
    jobId: decodeReference(workflow, 'baseprofile'),
    personId: decodeReference(workflow, 'associatedprofile'),
    status: decodeNode(workflow, 'status'),
    createddate: decodeDateTime(workflow, 'createddate'),
  }
}
