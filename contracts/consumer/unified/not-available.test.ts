import type { Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { applicationId, candidateId, errorOf } from './shapes.ts'
import { callHeaders, given, sdkOf } from './unified.ts'

/** An action that the SDK has, and iCIMS has not. */
type Missing = {
  what: string
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  body?: object
  call: (ats: Kombo['ats']) => Promise<unknown>
}

const application = `/v1/ats/applications/${applicationId}`
const candidate = `/v1/ats/candidates/${candidateId}`
const note = { content: 'Good', content_type: 'PLAIN_TEXT' as const }
const link = { label: 'Passed', url: 'https://vendor.example.com/reports/1' }
const tag = { tag: { name: 'Excellent' } }
const trackedAt = '2026-01-15T15:00:00.000Z'
const tracked = {
  successfactors: { id_type: 'application_remote_id' as const, application_remote_id: '10071' },
  tracked_at: new Date(trackedAt),
}

const missing: Missing[] = [
  {
    what: 'add a note to an application',
    method: 'POST',
    path: `${application}/notes`,
    body: note,
    call: (ats) => ats.addApplicationNote({ application_id: applicationId, body: note }),
  },
  {
    what: 'reject an application',
    method: 'POST',
    path: `${application}/reject`,
    body: { rejection_reason_id: 'a-reason' },
    call: (ats) => ats.rejectApplication({ application_id: applicationId, body: { rejection_reason_id: 'a-reason' } }),
  },
  {
    what: 'read the attachments of an application',
    method: 'GET',
    path: `${application}/attachments`,
    call: (ats) => ats.getApplicationAttachments({ application_id: applicationId }),
  },
  {
    what: 'add a link to a result to a candidate',
    method: 'POST',
    path: `${candidate}/result-links`,
    body: link,
    call: (ats) => ats.addCandidateResultLink({ candidate_id: candidateId, body: link }),
  },
  {
    what: 'add a tag to a candidate',
    method: 'POST',
    path: `${candidate}/tags`,
    body: tag,
    call: (ats) => ats.addCandidateTag({ candidate_id: candidateId, body: tag }),
  },
  {
    what: 'remove a tag of a candidate',
    method: 'DELETE',
    path: `${candidate}/tags`,
    body: tag,
    call: (ats) => ats.removeCandidateTag({ candidate_id: candidateId, body: tag }),
  },
  {
    what: 'import a tracked application',
    method: 'POST',
    path: '/v1/ats/import-tracked-application',
    body: { ...tracked, tracked_at: trackedAt },
    call: (ats) => ats.importTrackedApplication(tracked),
  },
]

test.each(missing)('asked to $what', async ({ what, method, path, body, call }) => {
  await given('an integration', {})
    .uponReceiving(`a request to ${what}`)
    .withRequest(method, path, (request) => {
      request.headers(callHeaders)
      if (body !== undefined) request.jsonBody(body)
    })
    .willRespondWith(403, (response) => response.jsonBody(errorOf('INTEGRATION.ACTION_NOT_AVAILABLE')))
    .executeTest(async (mock) => {
      const refused = call(sdkOf(mock.url).ats)
      await expect(refused).rejects.toMatchObject({ error: { code: 'INTEGRATION.ACTION_NOT_AVAILABLE' } })
    })
})
