import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import type { IcimsFilter, IcimsSearch } from '../../connector/icims/client.ts'
import { changedSince } from '../../connector/sync/window.ts'
import type { StateName } from '../states.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, string } = Matchers
const since = '2026-01-15T14:00:00Z'
const groups: IcimsFilter = { name: 'person.logingroupid', value: ['Recruiter', 'Hiring Manager'] }

const folders: IcimsFilter = { name: 'person.folder', value: ['D32007'] }

/** What syncs search for, beside all people. */
type Found = {
  what: string
  type: IcimsSearch
  state: StateName
  parameters: object
  filters: readonly IcimsFilter[]
  first: string
  id: number
}

const searches: Found[] = [
  {
    what: 'jobs that changed since an instant',
    type: 'jobs',
    state: 'a job at a location',
    parameters: { id: 1071, companyId: 7, entry: 70, managerId: 72, recruiterId: 73 },
    filters: [changedSince('jobs', since)],
    first: 'job.id',
    id: 1071,
  },
  {
    what: 'applicant workflows that changed since an instant',
    type: 'applicantworkflows',
    state: 'a person on a job',
    parameters: { id: 10071, personId: 71, jobId: 1071 },
    filters: [changedSince('applicantworkflows', since)],
    first: 'applicantworkflow.id',
    id: 10071,
  },
  {
    what: 'people who sign in and changed since an instant',
    type: 'people',
    state: 'people who sign in',
    parameters: { from: 71, count: 2, group: 'Hiring Manager' },
    filters: [groups, changedSince('people', since)],
    first: 'person.id',
    id: 71,
  },
  {
    what: 'people of folders',
    type: 'people',
    state: 'people',
    parameters: { from: 71, count: 2 },
    filters: [folders],
    first: 'person.id',
    id: 71,
  },
  {
    what: 'people of folders that changed since an instant',
    type: 'people',
    state: 'people',
    parameters: { from: 71, count: 2 },
    filters: [folders, changedSince('people', since)],
    first: 'person.id',
    id: 71,
  },
]

test.each(searches)('the $what', async ({ what, type, state, parameters, filters, first, id }) => {
  const found = { self: string(`https://api.icims.com/customers/1234/${type}/${id}`), id: integer(id) }
  await given(state, parameters as never)
    .uponReceiving(`a search for the ${what}`)
    .withRequest('POST', customerPath(`/search/${type}`), (request) =>
      request
        .headers({ authorization: basicHeader })
        .query({ staleness: '0' })
        .jsonBody({ filters: [...filters, { name: first, value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ searchResults: eachLike(found) }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage(type, filters, '0')).toEqual([String(id)])
    })
})
