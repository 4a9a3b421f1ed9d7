import { expect, test } from 'vitest'
import { withStrictAnswers } from '../../../connector/api/strict.ts'
import { createPair } from '../../pair.ts'

const schema = {
  type: 'object',
  required: ['status'],
  properties: { rows: { type: 'array', items: { type: 'number' } } },
}
const document = {
  paths: { '/v1/ats/jobs': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
}

/** A strict API that answers this; what it tells is kept. */
function createStrict(answer: () => Response) {
  const told: string[] = []
  const tell = (message: string): void => void told.push(message)
  const fetch = withStrictAnswers(async () => answer(), document, { onUnfit: tell, onUnmatched: tell })
  return { told, get: (path: string) => fetch(new Request(`http://127.0.0.1${path}`)) }
}

test('an answer that does not fit leaves as it is, and is told of once of its kind', async () => {
  const rows = [1, 'two', 3]
  const { told, get } = createStrict(() => Response.json({ status: 'success', rows }))
  expect(await (await get('/v1/ats/jobs')).json()).toEqual({ status: 'success', rows })
  rows.unshift('none')
  await get('/v1/ats/jobs')
  expect(told).toEqual(['GET /v1/ats/jobs answered 200: /rows/1 must be number.'])
})

test('another kind of misfit is told of, too', async () => {
  const bodies: object[] = [{}, { status: 'success', rows: ['one'] }]
  const { told, get } = createStrict(() => Response.json(bodies.shift()))
  await get('/v1/ats/jobs')
  await get('/v1/ats/jobs')
  expect(told).toHaveLength(2)
})

test('a request that no operation answers is told of with the nearest one', async () => {
  const { told, get } = createStrict(() => new Response(null, { status: 404 }))
  await get('/v1/ats/job')
  await get('/v1/ats/job')
  expect(told).toEqual(['No operation answers GET /v1/ats/job. The nearest is GET /v1/ats/jobs.'])
})

test('pages, events and the administration are no part of the document', async () => {
  const { told, get } = createStrict(() => new Response('<h1>Hello</h1>'))
  for (const path of ['/connect/guide', '/icims/events/x', '/admin/v1/integrations', '/v1/reference']) await get(path)
  expect(told).toEqual([])
})

test('a connector checks its answers when it is made so', async () => {
  const told: string[] = []
  const tell = (message: string): void => void told.push(message)
  await using pair = await createPair({
    simulator: { people: 3 },
    connector: { strict: true, onUnfit: tell, onUnmatched: tell },
  })
  await pair.connector.sync(pair.integrationId)
  expect((await pair.api('/ats/jobs')).status).toBe(200)
  expect(told).toEqual([])
  const missing = await pair.api('/ats/candidate')
  expect([missing.status, missing.body.error.code]).toEqual([404, 'PLATFORM.INPUT_INVALID'])
  expect(told).toEqual(['No operation answers GET /v1/ats/candidate. The nearest is GET /v1/ats/candidates.'])
})
