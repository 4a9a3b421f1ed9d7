import { expect, test } from 'vitest'
import type { Simulator } from '../../../simulator/index.ts'
import { importProfile } from '../../../simulator/profiles/import.ts'
import type { Filter } from '../../../simulator/search/filters/filter.ts'
import { filtersOf } from '../../../simulator/search/filters/filters.ts'
import { profileTypeNames, profileTypes } from '../../../simulator/tenant/profile-types.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../../tenant.ts'

/** Four people, three of them on jobs; dates and places chosen to tell filters apart. */
async function town(): Promise<Simulator> {
  const simulator = await createTenant({ people: 0 })
  const { tenant } = simulator
  const person = (id: number, body: object) =>
    importProfile(tenant, 'person', id, { email: `p${id}@example.com`, lastname: 'Doe', ...body }, {})
  importProfile(
    tenant,
    'company',
    1,
    {
      name: 'Madison Campus',
      addresses: [
        {
          addresscity: 'Madison',
          addressstate: { abbrev: 'WI' },
          addresszip: '53703',
          addresscountry: { abbrev: 'US' },
        },
      ],
    },
    {},
  )
  person(1, {
    firstname: 'José',
    folder: { id: 'D32007' },
    createddate: '2024-01-10 02:07 PM',
    updateddate: '2024-02-01 09:00 AM',
  })
  person(2, {
    firstname: 'Joseph',
    lastname: 'Smith',
    folder: { id: 'D32008' },
    createddate: '2024-01-10 02:08 PM',
    updateddate: '2024-02-02',
    hiredate: '2024-03-01',
  })
  person(3, {
    firstname: 'Mary',
    middlename: 'Jo',
    folder: { id: 'D32007' },
    externalid: 'X-77',
    addresses: [
      { addresscity: 'Madison' },
      { addresscity: 'Chicago', addressstate: { abbrev: 'IL' }, addresszip: '60601' },
    ],
    createddate: '2024-01-11',
    updateddate: '2024-02-03',
  })
  person(4, { firstname: 'Zoë', lastname: "O'Neil", createddate: '2024-05-01', updateddate: '2024-05-01' })
  const post = (portal: number, isposted: boolean) => ({
    portal,
    type: '3',
    status: isposted ? '1' : '2',
    isposted,
    postdate: Date.UTC(2024, 0, 1),
    enddate: null,
    postedtohub: false,
  })
  importProfile(
    tenant,
    'job',
    1,
    {
      jobtitle: 'Nurse',
      folder: { id: 'D31001' },
      joblocation: { id: 1 },
      numberofpositions: 3,
      duedate: '2024-06-01',
    },
    { jobposts: [post(1, true), post(2, false)] },
  )
  importProfile(tenant, 'job', 2, { jobtitle: 'Cook', folder: { id: 'D31002' }, numberofpositions: 1 }, {})
  importProfile(
    tenant,
    'applicantworkflow',
    1,
    { baseprofile: 1, associatedprofile: 1, updateddate: '2024-02-01 09:00 AM' },
    {},
  )
  importProfile(
    tenant,
    'applicantworkflow',
    2,
    { baseprofile: 1, associatedprofile: 2, status: { id: 'C2040' }, updateddate: '2024-02-05' },
    {},
  )
  importProfile(
    tenant,
    'applicantworkflow',
    3,
    { baseprofile: 2, associatedprofile: 3, status: { id: 'D10108' }, updateddate: '2024-02-06' },
    {},
  )
  return simulator
}

test.each<[string, string, object, number[]]>([
  ['text contains, whatever case and marks', 'people', { name: 'person.firstname', value: ['JOSE'] }, [1, 2]],
  [
    'text does not contain, blanks included',
    'people',
    { name: 'person.middlename', value: ['jo'], operator: '!=' },
    [1, 2, 4],
  ],
  ['text is exactly', 'people', { name: 'person.firstname', value: ['josé'], operator: '==' }, [1]],
  ['text is not exactly', 'people', { name: 'person.firstname', value: ['josé'], operator: '!==' }, [2, 3, 4]],
  ['several values are any of', 'people', { name: 'person.firstname', value: ['mary', 'zoe'] }, [3, 4]],
  ['no value is blank', 'people', { name: 'person.externalid', value: [] }, [1, 2, 4]],
  ['an apostrophe is a letter like any other', 'people', { name: 'person.lastname', value: ["o'n"] }, [4]],
  ['a percent sign is too', 'people', { name: 'person.lastname', value: ['%'] }, []],
  ['a number equals', 'jobs', { name: 'job.numberofpositions', value: ['3'] }, [1]],
  ['a number sent as a number', 'jobs', { name: 'job.numberofpositions', value: [3] }, [1]],
  ['a number is greater', 'jobs', { name: 'job.numberofpositions', value: ['1'], operator: '>' }, [1]],
  ['a number is at most', 'jobs', { name: 'job.numberofpositions', value: ['1'], operator: '<=' }, [2]],
  ['a number is not', 'jobs', { name: 'job.numberofpositions', value: ['3'], operator: '!=' }, [2]],
  ['an empty last id is no bound', 'people', { name: 'person.id', value: [''], operator: '>' }, [1, 2, 3, 4]],
  ['ids in one text', 'people', { name: 'person.idCSV', value: ['1, 3,9'] }, [1, 3]],
  ['a list item by id', 'people', { name: 'person.folder', value: ['D32007'] }, [1, 3]],
  ['by its text', 'people', { name: 'person.folder', value: ['cand: active'] }, [1, 3]],
  ['by its SystemID', 'people', { name: 'person.folder', value: [32007] }, [1, 3]],
  ['not in a list, blanks included', 'people', { name: 'person.folder', value: ['D32007'], operator: '!=' }, [2, 4]],
  ['an unknown item matches nothing', 'people', { name: 'person.folder', value: ['D1'] }, []],
  ['a state of any address', 'people', { name: 'person.addressstate', value: ['Illinois'] }, [3]],
  ['a city of any address', 'people', { name: 'person.addresscity', value: ['madis'] }, [3]],
  ['from a minute on', 'people', { name: 'person.createddate', value: ['2024-01-10 02:08 PM'] }, [2, 3, 4]],
  ['up to a minute, included', 'people', { name: 'person.createddate', secondaryValue: ['2024-01-10 2:07 pm'] }, [1]],
  [
    'between two minutes',
    'people',
    { name: 'person.createddate', value: ['2024-01-10 02:08 PM'], secondaryValue: ['2024-01-11'] },
    [2, 3],
  ],
  [
    'after a minute',
    'people',
    { name: 'person.createddate', value: ['2024-01-10 02:07 PM'], operator: '>' },
    [2, 3, 4],
  ],
  ['before a minute', 'people', { name: 'person.createddate', value: ['2024-01-10 02:08 PM'], operator: '<' }, [1]],
  ['not at a minute', 'people', { name: 'person.createddate', value: ['2024-01-11'], operator: '!=' }, [1, 2, 4]],
  [
    'a date that is none drops its bound',
    'people',
    { name: 'person.createddate', value: ['soon'], secondaryValue: ['2024-01-10 02:07 PM'] },
    [1],
  ],
  [
    'between the beginning of a day and its end, counted from today',
    'people',
    { name: 'person.updateddate', value: ['{DATE:START}{DATE:-713}'], secondaryValue: ['{DATE:END}{DATE:-712}'] },
    [2, 3],
  ],
  ['before today', 'people', { name: 'person.hiredate', value: ['{DATE:START}'], operator: '<' }, [2]],
  [
    'from today on',
    'people',
    { name: 'person.createddate', value: ['{DATE:START}'], secondaryValue: ['{DATE:END}'] },
    [],
  ],
  [
    'any time until the end of today, which blank dates are too',
    'people',
    { name: 'person.hiredate', value: [], secondaryValue: ['{DATE:END}'] },
    [1, 2, 3, 4],
  ],
  [
    'a token of another form drops its bound',
    'people',
    { name: 'person.createddate', value: ['{DATE:NOW}'], secondaryValue: ['2024-01-10 02:07 PM'] },
    [1],
  ],
  ['no date at all is no bound', 'people', { name: 'person.createddate', value: [] }, [1, 2, 3, 4]],
  ['a day', 'people', { name: 'person.hiredate', value: ['2024-03-01'], secondaryValue: ['2024-03-01'] }, [2]],
  ['a day under employeeinfo', 'people', { name: 'person.employeeinfo.hiredate', value: ['2024-01-01'] }, [2]],
  ['a portal by id', 'jobs', { name: 'job.postedto', value: ['1'] }, [1]],
  ['a portal by its host label', 'jobs', { name: 'job.postedto', value: ['careers-cedarline'] }, [1]],
  ['a portal by its short name', 'jobs', { name: 'job.postedto', value: ['Careers'] }, [1]],
  ['a portal it was taken off', 'jobs', { name: 'job.postedto', value: ['2'] }, []],
  ['posted: yes', 'jobs', { name: 'job.jobpost.isposted', value: ['Yes'] }, [1]],
  ['a place by its city', 'jobs', { name: 'job.joblocation.addresscity', value: ['madison'] }, [1]],
  ['a place by its company', 'jobs', { name: 'job.joblocation.companyid', value: ['1'] }, [1]],
  ['a place by its state', 'jobs', { name: 'job.joblocation.addressstate', value: ['WI'] }, [1]],
  [
    'a place around a postal code',
    'jobs',
    { name: 'job.joblocation.zipradius', value: ['53703'], secondaryValue: ['25'] },
    [1],
  ],
  ['a status by id', 'applicantworkflows', { name: 'applicantworkflow.status', value: ['C2040', 'D10108'] }, [2, 3]],
  ['a bin by name', 'applicantworkflows', { name: 'applicantworkflow.bin', value: ['Closed'] }, [3]],
  ['the person of a workflow', 'applicantworkflows', { name: 'applicantworkflow.person.id', value: ['2'] }, [2]],
  [
    'a field of the person of a workflow',
    'applicantworkflows',
    { name: 'applicantworkflow.person.createddate', value: ['2024-01-10 02:08 PM'] },
    [2, 3],
  ],
  [
    'the place of the job of a workflow',
    'applicantworkflows',
    { name: 'applicantworkflow.job.joblocation.addresscity', value: ['madison'] },
    [1, 2],
  ],
])('%s', async (_, type, filter, expected) => {
  await using simulator = await town()
  expect(await searchIds(simulator, type, { filters: [filter] })).toEqual(expected)
})

test('filters of a group are all needed, or any of them', async () => {
  await using simulator = await town()
  const filters = [
    { name: 'person.firstname', value: ['jo'] },
    { name: 'person.folder', value: ['D32007'] },
  ]
  expect(await searchIds(simulator, 'people', { filters })).toEqual([1])
  expect(await searchIds(simulator, 'people', { filters, operator: '|' })).toEqual([1, 2, 3])
})

test('children are joined by the operator of their parent', async () => {
  await using simulator = await town()
  const children = [
    {
      filters: [
        { name: 'person.folder', value: ['D32007'] },
        { name: 'person.folder', value: ['D32008'] },
      ],
      operator: '|',
    },
  ]
  expect(
    await searchIds(simulator, 'people', { filters: [{ name: 'person.id', value: ['1'], operator: '>' }], children }),
  ).toEqual([2, 3])
  expect(await searchIds(simulator, 'people', { filters: [], children })).toEqual([1, 2, 3])
})

test('the same search in the query string finds the same', async () => {
  await using simulator = await town()
  for (const [type, prefix] of [
    ['people', 'person'],
    ['jobs', 'job'],
    ['companies', 'company'],
    ['applicantworkflows', 'applicantworkflow'],
  ]) {
    const search = { filters: [{ name: `${prefix}.id`, value: ['1'] }] }
    const json = encodeURIComponent(JSON.stringify(search))
    const answer = await bodyOf(callIcims(simulator, 'GET', `/search/${type}?staleness=0&searchJson=${json}`))
    expect(answer).toEqual({ searchResults: [{ self: `https://api.icims.com/customers/1234/${type}/1`, id: 1 }] })
    expect(await searchIds(simulator, type!, search)).toEqual([1])
  }
})

test.each<[string, unknown, string]>([
  ['no filter', { filters: [] }, 'At least one filter must be specified'],
  ['no group', {}, 'At least one filter must be specified'],
  [
    'an unknown filter',
    { filters: [{ name: 'person.nope', value: ['1'] }] },
    'The following filter is either not valid or hidden: person.nope',
  ],
  [
    "another type's filter",
    { filters: [{ name: 'job.id', value: ['1'] }] },
    'The following filter is either not valid or hidden: job.id',
  ],
  ['a filter without a name', { filters: [{ value: ['1'] }] }, 'The following filter is either not valid or hidden: '],
  [
    'an operator of another kind',
    { filters: [{ name: 'person.firstname', value: ['a'], operator: '>' }] },
    'The following filter operator is not valid in the given context: >',
  ],
  [
    'an unknown operator',
    { filters: [{ name: 'person.id', value: ['1'], operator: '~' }] },
    'The following filter operator is not valid in the given context: ~',
  ],
  [
    'an unknown group operator',
    { filters: [{ name: 'person.id', value: ['1'] }], operator: 'and' },
    'The following group operator is not valid in the given context: and',
  ],
  [
    'an unknown filter key',
    { filters: [{ name1: 'person.id' }] },
    'The following filter attribute is unrecognized: name1',
  ],
  ['an unknown group key', { filters: [], limit: 5 }, 'The following group attribute is unrecognized: limit'],
  [
    'a key deep inside',
    { filters: [{ name: 'person.id', value: ['1'] }], children: [{ filters: [], sort: 1 }] },
    'The following group attribute is unrecognized: sort',
  ],
  ['a value that is no array', { filters: [{ name: 'person.id', value: '1' }] }, 'An unknown parsing error occurred'],
  ['a value that is an object', { filters: [{ name: 'person.id', value: [{}] }] }, 'An unknown parsing error occurred'],
  ['a text', 'person.id', 'An unknown parsing error occurred'],
])('%s refuses the whole search', async (_, search, errorMessage) => {
  await using simulator = await town()
  const answer = await callIcims(simulator, 'POST', '/search/people', search)
  expect([answer.status, await answer.json()]).toEqual([400, { errors: [{ errorMessage, errorCode: 5 }] }])
})

test('a search nested without end, or of endless filters, is refused', async () => {
  await using simulator = await town()
  let deep: object = { filters: [{ name: 'person.id', value: ['1'] }] }
  for (let i = 0; i < 40; i++) deep = { filters: [], children: [deep] }
  const wide = { filters: Array.from({ length: 1_001 }, () => ({ name: 'person.id', value: ['1'] })) }
  for (const search of [deep, wide]) {
    const answer = await bodyOf(callIcims(simulator, 'POST', '/search/people', search))
    expect(answer.errors[0].errorMessage).toBe('An unknown parsing error occurred')
  }
})

test('with searchErrorStatus set to 200, the errors come with a 200', async () => {
  // The document does not share this reading.
  const options = { switches: { searchErrorStatus: 200 }, onUnfit: () => {} }
  await using simulator = await createTenant({ people: 0, ...options })
  const answer = await callIcims(simulator, 'POST', '/search/people', { filters: [] })
  expect([answer.status, await answer.json()]).toMatchObject([200, { errors: [{ errorCode: 5 }] }])
})

test('every declared filter is taken by its own type and refused by another', async () => {
  await using simulator = await town()
  const own = (filters: readonly Filter[]): string[] =>
    filters.flatMap((filter) => ('relation' in filter ? [] : [filter.name]))
  const names = (filters: readonly Filter[]): string[] =>
    filters.flatMap((filter) => {
      if (!('relation' in filter)) return [filter.name]
      const inner = filter.filters ?? filtersOf(filter.relation, simulator.tenant)
      return own(inner).map((name) => `${filter.name}.${name}`)
    })
  for (const type of profileTypeNames) {
    const other = type === 'person' ? 'jobs' : 'people'
    for (const name of names(filtersOf(type, simulator.tenant))) {
      const filters = [{ name: `${type}.${name}`, value: ['1'] }]
      expect((await callIcims(simulator, 'POST', `/search/${profileTypes[type].path}`, { filters })).status, name).toBe(
        200,
      )
      expect((await callIcims(simulator, 'POST', `/search/${other}`, { filters })).status, name).toBe(400)
    }
  }
})

test('a page holds a thousand ids, and the next one starts after its last', async () => {
  await using simulator = await createTenant({ people: 1_200 })
  const page = (after: number) =>
    searchIds(simulator, 'people', { filters: [{ name: 'person.id', value: [String(after)], operator: '>' }] })
  const first = await page(0)
  expect([first.length, first[0], first.at(-1)]).toEqual([1_000, 1, 1_000])
  const second = await page(1_000)
  expect([second.length, second[0], second.at(-1)]).toEqual([200, 1_001, 1_200])
})

test('a changed, a new and a removed profile are searched as they are now', async () => {
  await using simulator = await createTenant({ people: 24 })
  const { store } = simulator.tenant
  store.put('person', 5, { ...store.get('person', 5)!, lastname: 'Quux' })
  store.put('person', 900, { firstname: 'New', lastname: 'Quux', email: 'n@example.com' })
  store.put('person', 6, { ...store.get('person', 6)!, lastname: 'Quux' })
  store.remove('person', 6)
  expect(await searchIds(simulator, 'people', { filters: [{ name: 'person.lastname', value: ['quux'] }] })).toEqual([
    5, 900,
  ])
})
