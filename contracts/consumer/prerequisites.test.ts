import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, regex, string } = Matchers
const headers = { authorization: basicHeader }

test.each([
  ['person', 'person', 'email'],
  ['job', 'job', 'jobtitle'],
  ['applicantworkflow', 'submittal', 'status'],
] as const)('the schema of a %s', async (kind, word, field) => {
  await given('an empty tenant', {})
    .uponReceiving(`a request for the schema of a ${kind}`)
    .withRequest('GET', customerPath(`/profiledefinitions/v1/${word}/schema`), (request) => request.headers(headers))
    .willRespondWith(200, (response) =>
      response.jsonBody({ type: string('object'), properties: { [field]: { type: string('string') } } }),
    )
    .executeTest(async (mock) => {
      expect((await clientOf(mock.url).listProfileFields(kind)).has(field)).toBe(true)
    })
})

test('a filter by a field that may be seen', async () => {
  const filter = { name: 'person.email', value: ['x'] }
  await given('an empty tenant', {})
    .uponReceiving('a search that tries out whether a field may be seen')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [filter], operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ searchResults: [] }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).takesFilter('people', filter)).toBe(true)
    })
})

test('a filter that is not valid or hidden', async () => {
  const filter = { name: 'person.nosuchfield', value: ['x'] }
  await given('an empty tenant', {})
    .uponReceiving('a search by a field that is not there or hidden')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [filter], operator: '&' }),
    )
    .willRespondWith(400, (response) =>
      response.jsonBody({
        errors: eachLike({
          errorMessage: regex(
            '^.*not valid or hidden.*$',
            'The following filter is either not valid or hidden: person.nosuchfield',
          ),
          errorCode: integer(5),
        }),
      }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).takesFilter('people', filter)).toBe(false)
    })
})
