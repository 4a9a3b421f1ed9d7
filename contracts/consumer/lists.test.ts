import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { RefusedError } from '../../connector/icims/errors.ts'
import { jobFields } from '../../connector/icims/job.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { arrayContaining, eachLike, integer, regex, string } = Matchers
const headers = { authorization: basicHeader }
const sent = { ...headers, 'content-type': 'application/json' }
const [list, entry, value] = ['C32', 'C32001', 'Situational Judgement']
const path = (id: string): string => customerPath(`/v2/lists/${id}`)

test('the entries of a list are read', async () => {
  await given('a list with an entry', { list, entry, value })
    .uponReceiving('a request for the entries of a list')
    .withRequest('GET', path(list), (request) => request.headers(headers).query({ size: '1000', page: '0' }))
    .willRespondWith(200, (response) =>
      response.jsonBody({ children: arrayContaining({ id: entry, value, hidden: false }) }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).getListItems(list)).toEqual([{ id: entry, value, isHidden: false }])
    })
})

test('an entry is added to a list', async () => {
  const values = { value: 'Careful Reading' }
  await given('a list with an entry', { list, entry, value })
    .uponReceiving('an entry for a list')
    .withRequest('POST', path(list), (request) => request.headers(sent).jsonBody(values))
    .willRespondWith(201, (response) =>
      response.headers({ location: regex(String.raw`^https?://.+/C\d+$`, `https://api.icims.com${path('C32004')}`) }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).createListItem(list, values)).toEqual({ id: 'C32004', warnings: null })
    })
})

test('an entry of a list is hidden', async () => {
  const values = { hidden: true }
  await given('a list with an entry', { list, entry, value })
    .uponReceiving('a change of an entry of a list')
    .withRequest('PATCH', path(entry), (request) => request.headers(sent).jsonBody(values))
    .willRespondWith(204)
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).updateListItem(entry, values)).toMatchObject({ warnings: null })
    })
})

test('an entry that is not there cannot be hidden', async () => {
  const values = { hidden: true }
  await given('an empty tenant', {})
    .uponReceiving('a change of an entry of a list that is not there')
    .withRequest('PATCH', path('C99999'), (request) => request.headers(sent).jsonBody(values))
    .willRespondWith(404, (response) =>
      response.jsonBody({ errors: eachLike({ errorMessage: string('List not found.'), errorCode: integer(2) }) }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).updateListItem('C99999', values)).rejects.toThrow(RefusedError)
    })
})

test('the package of a job is read', async () => {
  await given('a job with a package', { id: 1071, package: value })
    .uponReceiving('a request for the package of a job')
    .withRequest('GET', customerPath('/jobs/1071'), (request) =>
      request.headers(headers).query({ fields: [...jobFields, 'assessmenttype'].join(',') }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ assessmenttype: [{ value }] }))
    .executeTest(async (mock) => {
      expect((await clientOf(mock.url).getJob('1071', ['assessmenttype'])).raw.assessmenttype).toEqual([{ value }])
    })
})
