import { Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { apiKey, createPair } from '../../pair.ts'

test('actions that iCIMS has not say so, to the official SDK too', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const kombo = new Kombo({
    server_url: 'http://127.0.0.1/v1',
    api_key: apiKey,
    integration_id: `icims:${pair.integrationId}`,
    http_client: { request: (request: Request) => pair.connector.fetch(request) } as never,
  })
  const { ats } = kombo
  const calls = [
    ats.addApplicationNote({ application_id: 'a', body: { content: 'x', content_type: 'PLAIN_TEXT' } }),
    ats.rejectApplication({ application_id: 'a', body: { rejection_reason_id: 'r' } }),
    ats.getApplicationAttachments({ application_id: 'a' }),
    ats.addCandidateResultLink({ candidate_id: 'c', body: { label: 'l', url: 'https://example.com' } }),
    ats.addCandidateTag({ candidate_id: 'c', body: { tag: { name: 't' } } }),
    ats.removeCandidateTag({ candidate_id: 'c', body: { tag: { name: 't' } } }),
  ]
  for (const call of calls) {
    await expect(call).rejects.toMatchObject({ error: { code: 'INTEGRATION.ACTION_NOT_AVAILABLE' } })
  }
  for (const method of ['POST', 'PATCH']) {
    const answer = await pair.api('/ats/applications/a/interviews', { method })
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'INTEGRATION.ACTION_NOT_AVAILABLE' } } })
  }
  const imported = await pair.api('/ats/import-tracked-application', { method: 'POST' })
  expect(imported).toMatchObject({ status: 403, body: { error: { code: 'INTEGRATION.ACTION_NOT_AVAILABLE' } } })
})

test('a stranger is told nothing of them', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const headers = { 'x-integration-id': 'icims:nobody' }
  const answer = await pair.api('/ats/import-tracked-application', { method: 'POST', headers })
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' } } })
})

test('one CV is taken, and no other file', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const { status, body } = await pair.api('/ats/actions/ats_create_candidate')
  expect(status).toBe(200)
  expect(body.data.attachment_restrictions.types).toMatchObject({
    CV: { is_supported: true, max_amount: 1, accepted_mime_types: expect.arrayContaining(['application/pdf']) },
    COVER_LETTER: { is_supported: false },
    OTHER: { is_supported: false },
  })
  const unknown = await pair.api('/ats/actions/ats_add_candidate_tag')
  expect(unknown).toMatchObject({ status: 400, body: { error: { code: 'PLATFORM.INPUT_INVALID' } } })
})
