import { recordOf, type Written, writtenOf } from './answer.ts'
import {
  applicantworkflowFields,
  decodeIcimsApplicantWorkflow,
  type IcimsApplicantWorkflow,
} from './applicantworkflow.ts'
import { decodeId, isObject, type Json } from './decode.ts'
import { RecordError } from './errors.ts'
import { encodeUpload, type IcimsUpload } from './form-data.ts'
import { type IcimsFileStream, openFile } from './open-file.ts'
import type { createRequests, Outgoing } from './request.ts'
import { type Incoming, type SendOptions, send as sendOnce } from './send.ts'

/**
 * The calls that write, and those that only a write needs. Beside the errors of the reads they throw RefusedError, in iCIMS's
 * own words, when nothing was written; a RetriableError leaves open whether something was, unless it was turned away.
 */
export type IcimsWrites = {
  /** @param fields by their web-service ids (D25). */
  createPerson(fields: Json): Promise<Written>
  updatePerson(id: string, fields: Json): Promise<Written>
  createApplicantWorkflow(fields: Json): Promise<Written>
  updateApplicantWorkflow(id: string, fields: Json): Promise<Written>
  /** The workflow of a person on a job (WFOAS). */
  findApplicantWorkflow(personId: string, jobId: string): Promise<IcimsApplicantWorkflow | undefined>
  /** Adds a group to a collection (D7). */
  createApplicantWorkflowEntry(id: string, collection: string, values: Json): Promise<Written>
  updateApplicantWorkflowEntry(id: string, collection: string, entry: string, values: Json): Promise<Written>
  /** Puts a person's résumé in the place of the one there may be (D8). */
  putResume(personId: string, file: IcimsUpload): Promise<Written>
  /** The same as it comes in (D8). */
  openResume(personId: string): Promise<IcimsFileStream>
}

export function createWrites(
  customerId: string,
  { get, post, patch, patchFile }: ReturnType<typeof createRequests>,
  sending: SendOptions,
): IcimsWrites {
  const send = (request: Outgoing): Promise<Incoming> => sendOnce(request, sending)
  const of = (id: string) => ({ path: { customerId, id } })
  return {
    createPerson(fields) {
      return writtenOf(send(post('/customers/{customerId}/people', { path: { customerId } }, fields)), 'new person')
    },
    updatePerson(id, fields) {
      return writtenOf(send(patch('/customers/{customerId}/people/{id}', of(id), fields)), `person ${id}`)
    },
    createApplicantWorkflow(fields) {
      const request = post('/customers/{customerId}/applicantworkflows', { path: { customerId } }, fields)
      return writtenOf(send(request), 'new applicant workflow')
    },
    updateApplicantWorkflow(id, fields) {
      const request = patch('/customers/{customerId}/applicantworkflows/{id}', of(id), fields)
      return writtenOf(send(request), `applicant workflow ${id}`)
    },
    async findApplicantWorkflow(personId, jobId) {
      const query = { fields: ['id', ...applicantworkflowFields].join(',') }
      const path = { customerId, personId, jobId }
      const request = get('/customers/{customerId}/applicantworkflows/person/{personId}/job/{jobId}', { path, query })
      const what = `applicant workflow of person ${personId} on job ${jobId}`
      const found = await recordOf(send(request), what).catch((error: unknown) => {
        if (!(error instanceof RecordError && error.isGone)) throw error
      })
      const id = isObject(found) ? decodeId(found, 'id') : undefined
      return id === undefined ? undefined : decodeIcimsApplicantWorkflow(id, found)
    },
    createApplicantWorkflowEntry(id, field, values) {
      const path = { customerId, id, field }
      const request = post('/customers/{customerId}/applicantworkflows/{id}/fields/{field}', { path }, values)
      return writtenOf(send(request), `${field} of applicant workflow ${id}`)
    },
    updateApplicantWorkflowEntry(id, field, entry, values) {
      const path = { customerId, id, field, entry }
      const request = patch('/customers/{customerId}/applicantworkflows/{id}/fields/{field}/{entry}', { path }, values)
      return writtenOf(send(request), `${field} ${entry} of applicant workflow ${id}`)
    },
    putResume(personId, file) {
      const path = { customerId, id: personId, field: 'resume' }
      const request = patchFile(
        '/customers/{customerId}/people/{id}/fields/{field}/binary',
        { path },
        encodeUpload(file),
      )
      return writtenOf(send(request), `résumé of person ${personId}`)
    },
    openResume(personId) {
      const path = { customerId, id: personId, field: 'resume' }
      const request = get('/customers/{customerId}/people/{id}/fields/{field}/binary', { path })
      return openFile(request, sending, `résumé of person ${personId}`)
    },
  }
}
