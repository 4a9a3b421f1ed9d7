import { expect, test } from 'vitest'
import type { Simulator, SimulatorOptions } from '../../../simulator/index.ts'
import type { Field } from '../../../simulator/tenant/fields/field.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../../../simulator/tenant/profile-types.ts'
import { callIcims, createTenant, searchIds } from '../../tenant.ts'

/** A field of the customer's own of every kind that has a filter, and a collection of two of them. */
const fields: readonly Field[] = [
  { name: 'field7001', backendId: 4001, kind: 'text' },
  { name: 'field7002', backendId: 4002, kind: 'html' },
  { name: 'field7003', backendId: 4003, kind: 'option' },
  { name: 'field7004', backendId: 4004, kind: 'boolean' },
  { name: 'field7005', backendId: 4005, kind: 'number' },
  { name: 'field7006', backendId: 4006, kind: 'decimal' },
  { name: 'field7007', backendId: 4007, kind: 'currency' },
  { name: 'field7008', backendId: 4008, kind: 'salary' },
  { name: 'field7009', backendId: 4009, kind: 'dateonly' },
  { name: 'field7010', backendId: 4010, kind: 'datetime' },
  { name: 'field7011', backendId: 4011, kind: 'node', list: 'lists.skills' },
  { name: 'field7012', backendId: 4012, kind: 'nodes', list: 'lists.skills' },
  { name: 'field7013', backendId: 4013, kind: 'place', list: 'lists.country' },
  { name: 'field7014', backendId: 4014, kind: 'profile', target: 'person' },
  { name: 'field7015', backendId: 4015, kind: 'profile', target: 'job' },
  { name: 'field7016', backendId: 4016, kind: 'profile', target: 'company' },
  { name: 'field7017', backendId: 4017, kind: 'text', writeOnly: true },
  {
    name: 'field7020',
    kind: 'collection',
    children: [
      { name: 'field7021', backendId: 4021, kind: 'text' },
      { name: 'field7022', backendId: 4022, kind: 'number' },
      { name: 'field7023', backendId: 4023, kind: 'dateonly' },
      { name: 'field7024', backendId: 4024, kind: 'node', list: 'lists.skills' },
      { name: 'field7025', backendId: 4025, kind: 'profile', target: 'job' },
    ],
  },
]
const customFields = Object.fromEntries(profileTypeNames.map((type) => [type, fields]))

const values = {
  field7001: 'Night Shift',
  field7002: '<p>Bring a lunch.</p>',
  field7003: 'Yes',
  field7004: true,
  field7005: 12,
  field7006: 2.5,
  field7007: { currency: 'USD', amount: 90 },
  field7008: { currency: 'USD', amount: 20.5, timeframe: 'Hourly' },
  field7009: '2025-03-01',
  field7010: '2025-03-01 02:07 PM',
  field7011: { value: 'SQL' },
  field7012: [{ value: 'SQL' }, { value: 'Payroll' }],
  field7013: { abbrev: 'WI' },
  field7014: 1,
  field7015: 1001,
  field7016: 1,
  field7017: 'secret',
  field7020: [
    { field7021: 'Ward A', field7022: 3, field7023: '2025-01-10', field7024: { value: 'SQL' }, field7025: 1001 },
    { field7021: 'Ward B', field7022: 7, field7023: '2025-02-10', field7024: { value: 'Payroll' } },
  ],
}

/** A tenant where one profile of the type, and no other, has all of them. */
async function withValues(
  type: ProfileType,
  options: SimulatorOptions = {},
): Promise<{ simulator: Simulator; id: number }> {
  const simulator = await createTenant({ people: 60, tenant: { customFields }, ...options })
  const { store } = simulator.tenant
  const all = [...store.each(type)]
  // The seed gives the customer's own fields values, too.
  for (const { id, data } of all) {
    store.put(type, id, Object.fromEntries(Object.entries(data).filter(([name]) => !name.startsWith('field70'))))
  }
  store.settle()
  const id = all[0]!.id
  const answer = await callIcims(simulator, 'PATCH', `/${profileTypes[type].path}/${id}`, values)
  expect(answer.status).toBe(204)
  return { simulator, id }
}

/** Filters that match the profile with these values alone. */
const matching: readonly (readonly [name: string, value: unknown, more?: object])[] = [
  ['customfield4001.text', 'night'],
  ['customfield4001.text', 'night shift', { operator: '==' }],
  ['customfield4002.text', 'lunch'],
  ['customfield4003.text', 'Yes'],
  ['customfield4004.text', 'Yes'],
  ['customfield4005.number', 12],
  ['customfield4005.number', 11, { operator: '>' }],
  ['customfield4006.number', 2.5],
  ['customfield4006.number', 2, { secondaryValue: [3] }],
  ['customfield4007.number', 90],
  ['customfield4008.number', 20, { operator: '>=' }],
  ['customfield4009.date', '2025-03-01', { secondaryValue: ['2025-03-01'] }],
  ['customfield4010.date', '2025-03-01 02:07 PM', { secondaryValue: ['2025-03-01 02:07 PM'] }],
  ['customfield4011.listnode', 'SQL'],
  ['customfield4012.listnode', 'Payroll'],
  ['customfield4013.listnode', 'Wisconsin'],
  ['customfield4014.person.id', 1],
  ['customfield4015.job.id', 1001],
  ['customfield4016.number', 1],
  ['collectionfield4021text', 'ward b'],
  ['collectionfield4021text', 'ward b', { operator: '==' }],
  ['collectionfield4022number', 5, { operator: '>' }],
  ['collectionfield4023date', '2025-02-01', { secondaryValue: ['2025-02-28'] }],
  ['collectionfield4024listnode', 'Payroll'],
  ['collectionfield4025job.id', 1001],
]

test.each(profileTypeNames)('every kind of custom field of a %s is searched', async (type) => {
  const { simulator, id } = await withValues(type)
  await using _ = simulator
  const { path } = profileTypes[type]
  for (const [name, value, more] of matching) {
    const filters = [{ name: `${type}.${name}`, value: [value], ...more }]
    expect(await searchIds(simulator, path, { filters }), name).toEqual([id])
  }
})

test.each<[string, object]>([
  ['both bounds, but of two entries', { name: 'person.collectionfield4022number', value: [4], secondaryValue: [6] }],
  ['a number no entry has', { name: 'person.collectionfield4022number', value: [5] }],
  ['two entries, each half of the text', { name: 'person.collectionfield4021text', value: ['Ward A,Ward B'] }],
  ['a date outside of the field', { name: 'person.customfield4009.date', value: ['2025-03-02'] }],
  ['another person', { name: 'person.customfield4014.person.id', value: [2] }],
])('%s is not found', async (_, filter) => {
  await using simulator = (await withValues('person')).simulator
  expect(await searchIds(simulator, 'people', { filters: [filter] })).toEqual([])
})

test('everybody else is what a filter with an opposite operator finds', async () => {
  const { simulator, id } = await withValues('person')
  await using _ = simulator
  const others = [...simulator.tenant.store.each('person')].map((one) => one.id).filter((one) => one !== id)
  for (const name of ['customfield4001.text', 'collectionfield4021text']) {
    const filters = [{ name: `person.${name}`, value: ['ward', 'night'], operator: '!=' }]
    expect(await searchIds(simulator, 'people', { filters }), name).toEqual(others)
  }
  const blank = { filters: [{ name: 'person.customfield4001.text', value: [] }] }
  expect(await searchIds(simulator, 'people', blank)).toEqual(others)
})

test.each([
  ['another kind than the field has', 'person.customfield4001.number'],
  ['no kind', 'person.customfield4001'],
  ['a custom field without a dot', 'person.customfield4001text'],
  ['a collection field with a dot', 'person.collectionfield4021.text'],
  ['a number nobody has', 'person.customfield9999.text'],
  ['the number of a field inside a collection', 'person.customfield4021.text'],
  ['the web-service id', 'person.field7001'],
  ['what is never shown', 'person.customfield4017.text'],
  ['a person and nothing of it', 'person.customfield4014.person'],
])('%s is no filter', async (_, name) => {
  await using simulator = (await withValues('person')).simulator
  const answer = await callIcims(simulator, 'POST', '/search/people', { filters: [{ name, value: ['1'] }] })
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { errors: [{ errorCode: 5, errorMessage: `The following filter is either not valid or hidden: ${name}` }] },
  ])
})

test('a filter goes through persons and jobs as far as they name each other, up to twelve', async () => {
  const { simulator, id } = await withValues('person')
  await using _ = simulator
  await callIcims(simulator, 'PATCH', '/jobs/1001', { field7014: id })
  const search = (depth: number) => {
    const name = `person.${'customfield4015.job.customfield4014.person.'.repeat(depth)}customfield4001.text`
    return callIcims(simulator, 'POST', '/search/people', { filters: [{ name, value: ['night'] }] })
  }
  expect(await (await search(6)).json()).toMatchObject({ searchResults: [{ id }] })
  expect((await search(7)).status).toBe(400)
  expect((await search(5_000)).status).toBe(400)
  const far = { name: `person.${'customfield4014.person.'.repeat(12)}firstname`, value: ['x'] }
  const many = { filters: Array.from({ length: 30 }, () => far) }
  expect((await callIcims(simulator, 'POST', '/search/people', many)).status).toBe(400)
})

test('the person and the job of a workflow are searched by custom fields', async () => {
  const { simulator, id } = await withValues('person')
  await using _ = simulator
  const [workflow] = [...simulator.tenant.store.each('applicantworkflow')].filter(
    (one) => one.data.associatedprofile === id,
  )
  if (workflow === undefined)
    await callIcims(simulator, 'POST', '/applicantworkflows', { baseprofile: 1001, associatedprofile: id })
  const filters = [{ name: 'applicantworkflow.person.collectionfield4021text', value: ['ward a'] }]
  const found = await searchIds(simulator, 'applicantworkflows', { filters })
  expect(found.length).toBeGreaterThan(0)
  for (const one of found) expect(simulator.tenant.store.get('applicantworkflow', one)?.associatedprofile).toBe(id)
})

test('standard fields whose number is known are searched by it: earlier employers, departments', async () => {
  await using simulator = await createTenant({ people: 60 })
  const people = [...simulator.tenant.store.each('person')]
  const work = people.find(({ data }) => data.workexperience !== undefined)!
  const { workemployer } = (work.data.workexperience as { workemployer: string }[])[0]!
  const employed = people.filter(({ data }) =>
    ((data.workexperience ?? []) as { workemployer: string }[]).some((entry) => entry.workemployer === workemployer),
  )
  expect(
    await searchIds(simulator, 'people', {
      filters: [{ name: 'person.collectionfield3212text', value: [workemployer], operator: '==' }],
    }),
  ).toEqual(employed.map(({ id }) => id))
  const [job] = simulator.tenant.store.each('job')
  const department = await searchIds(simulator, 'jobs', {
    filters: [{ name: 'job.customfield3108.listnode', value: [job!.data.department] }],
  })
  expect(department).toContain(job!.id)
})

test('a custom field that is hidden from the caller is no filter, nor is one inside a collection', async () => {
  const loginGroups = [
    {
      id: 'C1006',
      name: 'Integration User',
      hiddenFields: { person: ['field7001', 'field7020.field7021', 'field7014'] },
    },
  ]
  await using simulator = await createTenant({ people: 24, tenant: { customFields, loginGroups } })
  for (const name of ['customfield4001.text', 'collectionfield4021text', 'customfield4014.person.id']) {
    const filters = [{ name: `person.${name}`, value: ['1'] }]
    expect((await callIcims(simulator, 'POST', '/search/people', { filters })).status, name).toBe(400)
  }
  const seen = { filters: [{ name: 'person.collectionfield4022number', value: [1] }] }
  expect((await callIcims(simulator, 'POST', '/search/people', seen)).status).toBe(200)
  expect(simulator.tenant.journal.entries({ note: 'hidden-field' })).toHaveLength(3)
})

test('a changed value, a removed profile and a reset are seen at once', async () => {
  const { simulator, id } = await withValues('person')
  await using _ = simulator
  const find = () =>
    searchIds(simulator, 'people', { filters: [{ name: 'person.collectionfield4021text', value: ['ward'] }] })
  expect(await find()).toEqual([id])
  await callIcims(simulator, 'PATCH', '/people/2', { field7020: [{ field7021: 'Ward C' }] })
  expect(await find()).toEqual([id, 2])
  simulator.tenant.store.remove('person', 2)
  expect(await find()).toEqual([id])
  simulator.reset()
  expect(await find()).toEqual([])
})

test('thousands of words in one filter are searched, not stumbled over', async () => {
  const { simulator, id } = await withValues('person')
  await using _ = simulator
  const value = [...Array.from({ length: 4_999 }, (_, i) => `word ${i}`), 'night']
  for (const name of ['person.customfield4001.text', 'person.firstname', 'person.idCSV', 'person.updateddate']) {
    const answer = await callIcims(simulator, 'POST', '/search/people', { filters: [{ name, value }] })
    expect(answer.status, name).toBe(200)
  }
  const filters = Array.from({ length: 1_000 }, () => ({ name: 'person.customfield4001.text', value: ['night'] }))
  for (const operator of ['&', '|']) {
    expect(await searchIds(simulator, 'people', { filters, operator })).toEqual([id])
  }
})
