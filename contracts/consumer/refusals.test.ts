import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import type { IcimsClient, IcimsClientOptions } from '../../connector/icims/client.ts'
import { FatalError, RefusedError, RetriableError } from '../../connector/icims/errors.ts'
import { personFields } from '../../connector/icims/person.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, regex, string } = Matchers
const errors = { errors: eachLike({ errorMessage: string('Something is wrong.'), errorCode: integer(2) }) }
const number = (example: string) => regex(String.raw`^\d+$`, example)

/** A call of each kind, with what it looks like on the wire. */
type Kind = {
  what: string
  method: 'POST' | 'PATCH'
  path: string
  query: Record<string, string>
  body: object
  call: (client: IcimsClient) => Promise<unknown>
}

const search: Kind = {
  what: 'a search',
  method: 'POST',
  path: '/search/people',
  query: { staleness: '0' },
  body: { filters: [{ name: 'person.id', value: ['0'], operator: '>' }], operator: '&' },
  call: (client) => client.searchPage('people', [], '0'),
}
const person = { firstname: 'Mara', lastname: 'Lind', email: 'mara.lind@example.com' }
const write: Kind = {
  what: 'a write',
  method: 'POST',
  path: '/people',
  query: {},
  body: person,
  call: (client) => client.createPerson(person),
}
const kinds = [search, write]

/** An interaction of this kind, as far as its request goes. */
function asked(interaction: ReturnType<typeof given>, { what, method, path, query, body }: Kind, when: string) {
  return (authorization = basicHeader) =>
    interaction.uponReceiving(`${what} ${when}`).withRequest(method, customerPath(path), (request) => {
      request.headers({ authorization, 'content-type': 'application/json' }).jsonBody(body)
      if (Object.keys(query).length > 0) request.query(query)
    })
}

test.each(kinds)('$what with a wrong password', async (kind) => {
  const wrong = { type: 'basic', username: 'connector', password: 'wrong' } as const
  await asked(
    given('an empty tenant', {}),
    kind,
    'with a wrong password',
  )(`Basic ${btoa('connector:wrong')}`)
    .willRespondWith(401, (response) => response.jsonBody(errors))
    .executeTest(async (mock) => {
      const refused = kind.call(clientOf(mock.url, { auth: wrong }))
      await expect(refused).rejects.toMatchObject({ name: FatalError.name, isAuthentication: true })
    })
})

test.each(kinds)('$what that the server asks to wait with, and is waited for', async (kind) => {
  const waits: number[] = []
  const clock: IcimsClientOptions['clock'] = {
    now: () => new Date('2026-01-15T15:00:00Z'),
    sleep: async (time) => void waits.push(time),
  }
  await asked(given('a server that asks to wait', { seconds: 30 }), kind, 'while the server asks to wait')()
    .willRespondWith(429, (response) => response.headers({ 'retry-after': number('30') }))
    .executeTest(async (mock) => {
      const refused = kind.call(clientOf(mock.url, { clock, tries: 2 }))
      await expect(refused).rejects.toMatchObject({ name: RetriableError.name, isTurnedAway: true })
      expect(Math.max(...waits)).toBeGreaterThanOrEqual(30_000)
    })
})

test('a write when no calls are left today', async () => {
  const left = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': number('32400'),
    'x-ratelimit-limit': number('1000'),
  }
  await asked(given('the daily quota is used up', {}), write, 'when no calls are left today')()
    .willRespondWith(429, (response) => response.headers(left))
    .executeTest(async (mock) => {
      const client = clientOf(mock.url)
      await expect(write.call(client)).rejects.toMatchObject({ name: RetriableError.name, isTurnedAway: true })
      expect(client.rateLimit).toMatchObject({ remaining: 0, reset: 32_400 })
    })
})

test('a write the server fails on, of which nobody knows what became', async () => {
  await asked(given('a server that fails', { status: 503 }), write, 'that the server fails on')()
    .willRespondWith(503)
    .executeTest(async (mock) => {
      const failed = write.call(clientOf(mock.url, { tries: 3 }))
      await expect(failed).rejects.toMatchObject({
        name: RetriableError.name,
        isServerFault: true,
        isTurnedAway: false,
      })
    })
})

test('a search whose answer ends in the middle', async () => {
  await asked(given('an answer cut in half', { id: 71 }), search, 'whose answer ends in the middle')()
    // What is there of it is not for a contract to say; the provider's state sees to it that half is missing.
    .willRespondWith(200, (response) => response.body('application/json', Buffer.from('{"searchResults":[{"se')))
    .executeTest(async (mock) => {
      const failed = search.call(clientOf(mock.url))
      await expect(failed).rejects.toMatchObject({ name: RetriableError.name, isServerFault: true })
    })
})

test.each(kinds)('$what that a proxy answers with a page', async (kind) => {
  await asked(given('a proxy that answers instead', { status: 200 }), kind, 'that a proxy answers with a page')()
    .willRespondWith(200, (response) => response.body('text/html', Buffer.from('<h1>200</h1>')))
    .executeTest(async (mock) => {
      const failed = kind.call(clientOf(mock.url))
      await expect(failed).rejects.toMatchObject({ name: RetriableError.name, isServerFault: true })
    })
})

test('a change of a person who is not there', async () => {
  const change: Kind = {
    ...write,
    what: 'a change',
    method: 'PATCH',
    path: '/people/999',
    call: (client) => client.updatePerson('999', person),
  }
  await asked(given('an empty tenant', {}), change, 'of a person who is not there')()
    .willRespondWith(404, (response) => response.jsonBody(errors))
    .executeTest(async (mock) => {
      await expect(change.call(clientOf(mock.url))).rejects.toMatchObject({ name: RefusedError.name, status: 404 })
    })
})

test('a field that iCIMS passes over, and tells of', async () => {
  const fields = { ...person, nosuchfield: 'x' }
  await given('an empty tenant', {})
    .uponReceiving('a person to be made with a field that is not there')
    .withRequest('POST', customerPath('/people'), (request) =>
      request.headers({ authorization: basicHeader, 'content-type': 'application/json' }).jsonBody(fields),
    )
    .willRespondWith(201, (response) =>
      response.headers({
        location: regex(String.raw`^https?://.+/people/\d+$`, 'https://api.icims.com/customers/1234/people/7001'),
        'x-warning': regex('^.*nosuchfield.*$', 'nosuchfield: There is no such field.'),
      }),
    )
    .executeTest(async (mock) => {
      const written = await clientOf(mock.url).createPerson(fields)
      expect(written).toEqual({ id: '7001', warnings: 'nosuchfield: There is no such field.' })
    })
})

test('an answer that tells what is left of the day', async () => {
  const left = {
    'x-ratelimit-limit': number('1000'),
    'x-ratelimit-remaining': number('999'),
    'x-ratelimit-reset': number('32400'),
  }
  await given('a person', { id: 71 })
    .uponReceiving('a request for a person that is told what is left of the day')
    .withRequest('GET', customerPath('/people/71'), (request) =>
      request.headers({ authorization: basicHeader }).query({ fields: personFields.join(',') }),
    )
    .willRespondWith(200, (response) => response.headers(left).jsonBody({ firstname: string('Ann') }))
    .executeTest(async (mock) => {
      const client = clientOf(mock.url)
      await client.getPerson('71')
      expect(client.rateLimit).toEqual({ limit: 1_000, remaining: 999, reset: 32_400 })
    })
})
