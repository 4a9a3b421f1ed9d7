import { HTTPClient } from '@kombo-api/sdk'
import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { toCursor } from '../../../connector/api/cursor.ts'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { contractApi } from '../../unified-states.ts'
import { pageOf, row } from './shapes.ts'
import { callHeaders, given, listDefaults, sdkOf } from './unified.ts'

const { string } = Matchers
const user = {
  ...row('4X7PMea9TMzL9mBn3zKrAUeE', '71'),
  first_name: string('Ann'),
  last_name: string('Lindqvist'),
  email: string('ann.lindqvist71@example.com'),
  status: null,
  system_roles: [],
}
const state = { from: 71, count: 3, group: 'Recruiter' }
/** Pages follow ids: the place after the first of the three. */
const [first] = [71, 72, 73].map((id) => toUnifiedId(contractApi.integrationId, String(id))).sort()
const cursor = toCursor(first!)

test('the first page, which says that there is another', async () => {
  await given('users', state)
    .uponReceiving('a request for the first page of users')
    .withRequest('GET', '/v1/ats/users', (request) =>
      request.headers(callHeaders).query({ ...listDefaults, page_size: '1' }),
    )
    .willRespondWith(200, (response) => response.jsonBody(pageOf(user, string(cursor))))
    .executeTest(async (mock) => {
      const page = await sdkOf(mock.url).ats.getUsers({ page_size: 1 })
      expect(page.result.data.next).toBe(cursor)
    })
})

test('a page in the middle, which the SDK asks for by itself', async () => {
  const first = { id: '4X7PMea9TMzL9mBn3zKrAUeE', remote_id: '71', first_name: null, last_name: null, email: null }
  const dates = { changed_at: '2026-01-15T15:00:00.000Z', remote_deleted_at: null }
  const results = [{ ...first, ...dates, status: null, system_roles: [] }]
  // The page before is answered here: an interaction is one call.
  const http_client = new HTTPClient({
    fetcher: async (input, init) => {
      const request = new Request(input, init)
      if (new URL(request.url).searchParams.has('cursor')) return fetch(request)
      return Response.json({ status: 'success', data: { next: cursor, results } })
    },
  })
  await given('users', state)
    .uponReceiving('a request for the page of users after a cursor')
    .withRequest('GET', '/v1/ats/users', (request) =>
      request.headers(callHeaders).query({ ...listDefaults, page_size: '1', cursor }),
    )
    .willRespondWith(200, (response) => response.jsonBody(pageOf(user, string('after:the-next'))))
    .executeTest(async (mock) => {
      const seen: (string | null)[] = []
      for await (const { result } of await sdkOf(mock.url, { http_client }).ats.getUsers({ page_size: 1 })) {
        seen.push(result.data.next)
        if (seen.length === 2) break
      }
      expect(seen).toEqual([cursor, 'after:the-next'])
    })
})

test('the last page, after which the SDK stops', async () => {
  await given('users', state)
    .uponReceiving('a request for the last page of users')
    .withRequest('GET', '/v1/ats/users', (request) => request.headers(callHeaders).query({ ...listDefaults, cursor }))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(user, null)))
    .executeTest(async (mock) => {
      let pages = 0
      for await (const page of await sdkOf(mock.url).ats.getUsers({ cursor })) {
        pages += 1
        expect(page.result.data.next).toBeNull()
      }
      expect(pages).toBe(1)
    })
})

test('the users who changed since an instant, deleted ones too', async () => {
  const query = { ...listDefaults, include_deleted: 'true', updated_after: '2026-01-01T00:00:00.000Z' }
  await given('users', state)
    .uponReceiving('a request for the users who changed since an instant')
    .withRequest('GET', '/v1/ats/users', (request) => request.headers(callHeaders).query(query))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(user)))
    .executeTest(async (mock) => {
      const asked = { include_deleted: true, updated_after: new Date('2026-01-01T00:00:00Z') }
      const page = await sdkOf(mock.url).ats.getUsers(asked)
      expect(page.result.data.results).toHaveLength(1)
    })
})

test('users by their remote ids', async () => {
  const query = { ...listDefaults, remote_ids: '71,72' }
  await given('users', state)
    .uponReceiving('a request for users by their remote ids')
    .withRequest('GET', '/v1/ats/users', (request) => request.headers(callHeaders).query(query))
    .willRespondWith(200, (response) => response.jsonBody(pageOf(user)))
    .executeTest(async (mock) => {
      const page = await sdkOf(mock.url).ats.getUsers({ remote_ids: ['71', '72'] })
      expect(page.result.data.results[0]).toMatchObject({ remote_id: '71' })
    })
})
