import { type Fact, fact } from '../fact.ts'
import type { Answer, Site } from '../site.ts'

/** A search that is refused, and the words of the refusal (SRCH). */
type Refusal = { id: string; what: string; search: unknown; message: string; source?: string }

const known = { name: 'person.lastname', value: ['a'] }
const notValid = (name: string): string => `The following filter is either not valid or hidden: ${name}`
const group = (attribute: string): string => `The following group attribute is unrecognized: ${attribute}`

const refusals: readonly Refusal[] = [
  {
    id: 'no-filter',
    what: 'A search without a filter',
    search: { filters: [] },
    message: 'At least one filter must be specified',
  },
  {
    id: 'unknown',
    what: 'A filter nobody knows',
    search: { filters: [{ name: 'person.nosuchthing', value: ['a'] }] },
    message: notValid('person.nosuchthing'),
  },
  {
    id: 'other-type',
    what: 'A filter of another type',
    search: { filters: [{ name: 'job.jobtitle', value: ['a'] }] },
    message: notValid('job.jobtitle'),
  },
  {
    id: 'password',
    what: 'A filter on the password',
    search: { filters: [{ name: 'person.password', value: ['a'] }] },
    message: notValid('person.password'),
  },
  {
    id: 'operator',
    what: 'An operator nobody knows',
    search: { filters: [{ ...known, operator: '~' }] },
    message: 'The following filter operator is not valid in the given context: ~',
  },
  {
    id: 'group-operator',
    what: 'A group operator nobody knows',
    search: { filters: [known], operator: '^' },
    message: 'The following group operator is not valid in the given context: ^',
  },
  {
    id: 'filter-attribute',
    what: 'A key a filter does not have',
    search: { filters: [{ ...known, name1: 'x' }] },
    message: 'The following filter attribute is unrecognized: name1',
  },
  {
    id: 'group-attribute',
    what: 'A key a group does not have',
    search: { filters: [known], filterz: [] },
    message: group('filterz'),
  },
  { id: 'sort', what: 'A sort order', search: { filters: [known], sort: 'lastname' }, message: group('sort') },
  { id: 'limit', what: 'A limit', search: { filters: [known], limit: 5 }, message: group('limit') },
  { id: 'offset', what: 'An offset', search: { filters: [known], offset: 5 }, message: group('offset') },
  {
    id: 'fields',
    what: 'A choice of fields',
    search: { filters: [known], fields: ['lastname'] },
    message: group('fields'),
  },
  { id: 'json', what: 'What is no JSON', search: '{"filters":[', message: 'An unknown parsing error occurred' },
]

/** What refuses a search, and in which words: SRCH. */
export const searchErrorFacts: readonly Fact[] = [
  ...refusals.flatMap((refusal): Fact[] => [
    fact(
      `search.refused.${refusal.id}`,
      ['doc', 'SRCH'],
      `${refusal.what} refuses the search in its own words`,
      async (site, see) => {
        see.equal((await ask(site, refusal)).body?.errors?.[0]?.errorMessage, refusal.message, 'errorMessage')
      },
    ),
    fact(
      `search.refused.${refusal.id}.query`,
      ['doc', 'SRCH'],
      `${refusal.what} refuses a search in the query string too`,
      async (site, see) => {
        see.equal((await byQuery(site, refusal)).body?.errors?.[0]?.errorMessage, refusal.message, 'errorMessage')
      },
    ),
  ]),
  fact('search.refused.whole', ['doc', 'SRCH'], 'One bad filter refuses the whole search', async (site, see) => {
    const { body } = await site.search('people', { filters: [known, { name: 'person.nosuchthing', value: ['a'] }] })
    see.that(!('searchResults' in body), 'there are results')
    see.equal(body.errors?.[0]?.errorMessage, notValid('person.nosuchthing'), 'errorMessage')
  }),
  fact(
    'search.refused.child',
    ['doc', 'SRCH'],
    'A bad filter in a child group refuses the whole search',
    async (site, see) => {
      const children = [{ filters: [{ name: 'person.nosuchthing', value: ['a'] }] }]
      const { body } = await site.search('people', { filters: [known], children })
      see.equal(body.errors?.[0]?.errorMessage, notValid('person.nosuchthing'), 'errorMessage')
    },
  ),
  fact(
    'search.refused.blank-name',
    ['doc', 'SRCH'],
    'A filter with a blank name refuses the search',
    async (site, see) => {
      const { body } = await site.search('people', { filters: [{ name: ' ', value: ['a'] }] })
      see.fits(body.errors?.[0]?.errorMessage, /^The following filter is either not valid or hidden:/, 'errorMessage')
    },
  ),
  fact('search.refused.no-name', ['doc', 'SRCH'], 'A filter without a name refuses the search', async (site, see) => {
    const { body } = await site.search('people', { filters: [{ value: ['a'] }] })
    see.fits(body.errors?.[0]?.errorMessage, /^The following filter is either not valid or hidden:/, 'errorMessage')
  }),
  fact(
    'search.refused.header',
    ['doc', 'D13, SRCH'],
    'X-Error repeats code and message of a refused search',
    async (site, see) => {
      const { headers, body } = await ask(site, refusals[0]!)
      const [{ errorCode, errorMessage }] = body.errors
      see.equal(headers.get('x-error'), `${errorCode}:${errorMessage}`, 'X-Error')
    },
  ),
  fact('search.refused.code', ['doc', 'D13'], 'The code of a refused search is a number', async (site, see) => {
    const code = (await ask(site, refusals[0]!)).body.errors[0].errorCode
    see.that(Number.isInteger(code), `errorCode is ${JSON.stringify(code)}`)
  }),
  fact(
    'search.refused.no-fault',
    ['doc', 'D13'],
    'A refused search is no fault of the platform: no 5xx',
    async (site, see) => {
      const { status } = await ask(site, refusals[0]!)
      see.that(status < 500, `it is answered ${status}`)
    },
  ),
  fact(
    'search.refused.status',
    ['infer', 'SRCH, G1'],
    'A refused search is answered 400',
    async (site, see) => see.equal((await ask(site, refusals[0]!)).status, 400, 'the status'),
    { switch: 'searchErrorStatus' },
  ),
]

function ask(site: Site, { search }: Refusal): Promise<Answer> {
  if (typeof search !== 'string') return site.search('people', search)
  const headers = { 'content-type': 'application/json' }
  return site.ask({ method: 'POST', path: '/search/people', query: { staleness: '0' }, body: search, headers })
}

function byQuery(site: Site, { search }: Refusal): Promise<Answer> {
  const searchJson = typeof search === 'string' ? search : JSON.stringify(search)
  return site.get('/search/people', { staleness: '0', searchJson })
}
