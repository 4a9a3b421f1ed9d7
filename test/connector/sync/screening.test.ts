import { HTTPClient, Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { createFrozenClock, type Simulator } from '../../../simulator/index.ts'
import { apiKey, createPair, type Pair } from '../../pair.ts'
import { asFetch, createTenant } from '../../tenant.ts'

const settings = { screeningForm: 'Application_Questions' }

type Question = { id: string; remote_id: string; title: string; format: { type: string } }

async function questionsOf(pair: Pair): Promise<Question[][]> {
  const { body } = await pair.api('/ats/jobs?page_size=250')
  return body.data.results.map((job: { screening_questions: Question[] }) => job.screening_questions)
}

/** A connector of a tenant whose form asks these questions. */
function pairAsking(simulator: Simulator, form: () => Response, clock = createFrozenClock()): Promise<Pair> {
  const answer = async (request: Request) =>
    new URL(request.url).pathname.endsWith('/forms/Application_Questions/meta') ? form() : simulator.fetch(request)
  return createPair({ simulator: { people: 0, clock }, connector: { fetch: asFetch(answer) }, settings })
}

test('every job asks what the form of the integration asks, and the official SDK reads it', async () => {
  await using pair = await createPair({ simulator: { people: 24 }, settings })
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ state: 'SUCCEEDED' })
  const http_client = new HTTPClient({ fetcher: async (input, init) => pair.connector.fetch(new Request(input, init)) })
  const integration_id = `icims:${pair.integrationId}`
  const kombo = new Kombo({ server_url: 'http://127.0.0.1/v1', api_key: apiKey, integration_id, http_client })
  const [page] = [await kombo.ats.getJobs({})]
  expect(page.result.data.results.length).toBeGreaterThan(3)
  for (const { screening_questions } of page.result.data.results) {
    expect(
      screening_questions.map(({ title, required, index, format }) => [title, required, index, format?.type]),
    ).toEqual([
      ['workauthorization', true, 0, 'SINGLE_SELECT'],
      ['sponsorship', true, 1, 'SINGLE_SELECT'],
      ['shifts', false, 2, 'MULTI_SELECT'],
      ['startdate', false, 3, 'DATE'],
      ['desiredpay', false, 4, 'UNKNOWN'],
      ['yearsofexperience', false, 5, 'NUMBER'],
      ['motivation', false, 6, 'TEXT'],
    ])
  }
})

test('an integration that names no form asks nothing, at no cost', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  await pair.connector.sync(pair.integrationId)
  expect((await questionsOf(pair)).flat()).toEqual([])
  expect(pair.simulator.tenant.journal.entries({ operation: 'getFormMeta' })).toEqual([])
})

test('a question that comes, changes or goes brings every job back as updated, with the next delta', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 24, clock })
  let asked: object = { a: { type: 'TEXTFIELD', required: false }, b: { type: 'CHECKBOX', required: false } }
  await using pair = await pairAsking(simulator, () => Response.json(asked), clock)
  await pair.connector.sync(pair.integrationId)
  const jobs = (await questionsOf(pair)).length
  expect(jobs).toBeGreaterThan(3)
  const step = async (next: object) => {
    clock.advance(3_600_000)
    const after = new Date(clock.now() - 1).toISOString()
    asked = next
    await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
    const { body } = await pair.api(`/ats/jobs?page_size=250&updated_after=${after}`)
    return { updated: body.data.results.length, asked: (await questionsOf(pair))[0]!.map(({ title }) => title) }
  }
  expect(await step(asked)).toEqual({ updated: 0, asked: ['a', 'b'] })
  expect(await step({ ...asked, c: { type: 'NUMBER' } })).toEqual({ updated: jobs, asked: ['a', 'b', 'c'] })
  expect(await step({ ...asked, a: { type: 'TEXTFIELD', required: true } })).toEqual({
    updated: jobs,
    asked: ['a', 'b', 'c'],
  })
  expect(await step({ b: { type: 'CHECKBOX', required: false } })).toEqual({ updated: jobs, asked: ['b'] })
  const store = pair.connector.store
  for (const model of ['ats_screening_questions', 'ats_join_jobs_screening_questions'] as const) {
    const rows = await store.rows(pair.integrationId, model)
    expect(rows.map(({ remoteDeletedAt }) => remoteDeletedAt !== null).toSorted()).toEqual([false, true, true])
  }
})

test.each([
  [
    'is disabled',
    () => Response.json({ errors: [{ errorMessage: 'This form has been disabled', errorCode: 3 }] }, { status: 403 }),
  ],
  ['fails', () => new Response('', { status: 500 })],
  ['is no form', () => Response.json([])],
])('a form that %s is set aside, and its questions stay', async (_, answer) => {
  await using simulator = await createTenant({ people: 24 })
  let isBad = false
  await using pair = await pairAsking(simulator, () => (isBad ? answer() : Response.json({ a: { type: 'DATEONLY' } })))
  await pair.connector.sync(pair.integrationId)
  isBad = true
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({
    state: 'PARTIALLY_FAILED',
    setAside: [{ stream: 'screening', remoteId: 'Application_Questions' }],
  })
  expect((await questionsOf(pair))[0]).toMatchObject([{ title: 'a', format: { type: 'DATE' } }])
})
