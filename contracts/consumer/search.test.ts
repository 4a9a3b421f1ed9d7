import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { RetriableError } from '../../connector/icims/errors.ts'
import { changedSince } from '../../connector/sync/window.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, regex, string } = Matchers
const headers = { authorization: basicHeader }
const results = (type: string, id: number) => ({
  searchResults: eachLike({ self: string(`https://api.icims.com/customers/1234/${type}/${id}`), id: integer(id) }),
})

test('a page of people: those after the id, each once, ascending, all sixty', async () => {
  const after = Array.from({ length: 59 }, (_, i) => 72 + i)
  await given('people', { from: 71, count: 60 })
    .uponReceiving('a search for the people after an id')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [{ name: 'person.id', value: ['71'], operator: '>' }], operator: '&' }),
    )
    // The very ids: a page in another order, or with a row too many, would lose or repeat people.
    .willRespondWith(200, (response) => response.jsonBody({ searchResults: after.map((id) => ({ id })) }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('people', [], '71')).toEqual(after.map(String))
    })
})

test('nobody who changed since an instant', async () => {
  const window = changedSince('people', '2099-01-15T14:00:00Z')
  await given('people', { from: 71, count: 3 })
    .uponReceiving('a search for people since an instant after all of them changed')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({
          filters: [
            { name: 'person.updateddate', value: ['2099-01-15 01:44 PM'] },
            { name: 'person.id', value: ['0'], operator: '>' },
          ],
          operator: '&',
        }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ searchResults: [] }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('people', [window], '0')).toEqual([])
    })
})

test('the people who changed', async () => {
  const window = changedSince('people', '2026-01-15T14:00:00Z')
  await given('people', { from: 71, count: 3 })
    .uponReceiving('a search for the people who changed since an instant')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({
          filters: [
            { name: 'person.updateddate', value: ['2026-01-15 01:44 PM'] },
            { name: 'person.id', value: ['0'], operator: '>' },
          ],
          operator: '&',
        }),
    )
    .willRespondWith(200, (response) => response.jsonBody(results('people', 71)))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('people', [window], '0')).toEqual(['71'])
    })
})

test('the people who sign in', async () => {
  const groups = [{ name: 'person.logingroupid', value: ['Recruiter', 'Hiring Manager'] }]
  await given('people who sign in', { from: 71, count: 2, group: 'Hiring Manager' })
    .uponReceiving('a search for the people of login groups')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [...groups, { name: 'person.id', value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody(results('people', 71)))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('people', groups, '0')).toEqual(['71'])
    })
})

test('a page of jobs', async () => {
  await given('a job at a location', { id: 1071, companyId: 7, entry: 70, managerId: 72, recruiterId: 73 })
    .uponReceiving('a search for the jobs after an id')
    .withRequest('POST', customerPath('/search/jobs'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [{ name: 'job.id', value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody(results('jobs', 1071)))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('jobs', [], '0')).toEqual(['1071'])
    })
})

test('a page of applicant workflows', async () => {
  await given('a person on a job', { id: 10071, personId: 71, jobId: 1071 })
    .uponReceiving('a search for the applicant workflows after an id')
    .withRequest('POST', customerPath('/search/applicantworkflows'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [{ name: 'applicantworkflow.id', value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody(results('applicantworkflows', 10071)))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('applicantworkflows', [], '0')).toEqual(['10071'])
    })
})

test('nothing found', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a search that finds nobody')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [{ name: 'person.id', value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ searchResults: [] }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('people', [], '0')).toEqual([])
    })
})

test('no calls left', async () => {
  await given('the daily quota is used up', {})
    .uponReceiving('a search when no calls are left today')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [{ name: 'person.id', value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(429, (response) =>
      response.headers({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': regex('^\\d+$', '32400') }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).searchPage('people', [], '0')).rejects.toThrow(RetriableError)
    })
})
