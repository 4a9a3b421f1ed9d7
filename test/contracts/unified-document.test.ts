import { expect, test } from 'vitest'
import { findUnfit, withCheckedAnswers } from '../../contracts/provider/unified-document.ts'

const jobs = { method: 'GET', url: 'http://127.0.0.1/v1/ats/jobs?page_size=1' }
const row = {
  id: '3MmHRcWCD4TP5V2g9nf6RW1i',
  remote_id: '1071',
  changed_at: '2026-01-15T15:00:00.000Z',
  remote_deleted_at: null,
  name: 'Registered Nurse',
}
const pageOf = (...results: object[]) => ({ status: 'success', data: { next: null, results } })
const error = { code: 'PLATFORM.INPUT_INVALID', title: 'a', message: 'b', log_url: null }

test.each([
  [jobs, Response.json(pageOf(row))],
  [jobs, Response.json({ status: 'error', error }, { status: 400 })],
  [{ ...jobs, url: 'http://127.0.0.1/v1/nothing' }, Response.json({}, { status: 404 })],
  [
    { ...jobs, url: 'http://127.0.0.1/v1/integrations/icims:a' },
    Response.json({ status: 'error', error }, { status: 404 }),
  ],
])('an answer that the document describes fits', async (request, answer) => {
  expect(await findUnfit(request, answer)).toBeUndefined()
})

test.each([
  [jobs, Response.json({ status: 'success', data: { results: [] } }), /\/data must have required property 'next'/],
  [jobs, Response.json(pageOf({ ...row, id: '71' })), /\/data\/results\/0\/id must match pattern/],
  [jobs, Response.json(pageOf({ ...row, changed_at: 5 })), /\/data\/results\/0\/changed_at must be string/],
  [jobs, Response.json({ status: 'error', error: { ...error, log_url: undefined } }, { status: 400 }), /log_url/],
  [jobs, Response.json({}, { status: 418 }), /answered 418, which the document of the unified API does not name/],
  [jobs, new Response('{}', { headers: { 'content-type': 'text/plain' } }), /with content type "text\/plain"/],
  [{ ...jobs, url: 'http://127.0.0.1/v1/nothing' }, Response.json({}), /answered 200, which the document/],
])('%o that it does not describe is told of', async (request, answer, problem) => {
  expect(await findUnfit(request, answer)).toMatch(problem)
})

test('an API whose answers are checked throws the one that does not fit', async () => {
  const api = withCheckedAnswers({ fetch: async (_: Request) => Response.json({}) })
  await expect(api.fetch(new Request(jobs.url))).rejects.toThrow('GET /v1/ats/jobs answered 200')
})
