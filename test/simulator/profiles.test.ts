import { expect, test } from 'vitest'
import { createFrozenClock, type Simulator } from '../../simulator/index.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const ann = { firstname: 'Ann', lastname: 'Lindqvist', email: 'ann@example.com' }

async function create(simulator: Simulator, type: string, body: object): Promise<string> {
  const answer = await callIcims(simulator, 'POST', `/${type}`, body)
  expect(answer.status).toBe(201)
  expect(await answer.text()).toBe('')
  return answer.headers.get('location')!.replace('https://api.icims.com/customers/1234', '')
}

test('a created profile answers 201, an empty body and its address', async () => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await callIcims(simulator, 'POST', '/people', ann)
  expect(answer.status).toBe(201)
  expect(answer.headers.get('location')).toBe('https://api.icims.com/customers/1234/people/1')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-length')).toBe('0')
  expect(await answer.text()).toBe('')
})

test('a person answers the captured default fields, empty ones absent', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', { ...ann, gender: 'Female' })
  expect(await bodyOf(callIcims(simulator, 'GET', path))).toEqual({
    ...ann,
    links: [
      { rel: 'self', title: 'The current profile being viewed.', url: 'https://api.icims.com/customers/1234/people/1' },
    ],
  })
})

test('fields chooses what is answered, and id only then', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', { ...ann, gender: 'Female' })
  const ask = async (query: string) => Object.keys(await bodyOf(callIcims(simulator, 'GET', `${path}?${query}`)))
  expect(await ask('fields=gender,id')).toEqual(['gender', 'id', 'links'])
  expect(await ask('fields=gender%2Cemail')).toEqual(['gender', 'email', 'links'])
  expect(await ask('fields=gender&fields=email')).toEqual(['gender', 'email', 'links'])
  expect(await ask('fields=')).toEqual(['firstname', 'lastname', 'email', 'links'])
})

test('an unknown name in fields is warned about and skipped', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', ann)
  const answer = await callIcims(simulator, 'GET', `${path}?fields=email,Email,nosuch`)
  expect(answer.headers.get('x-warning')).toBe(
    '4:Email:Field name must be all lowercase., 4:nosuch:There is no such field.',
  )
  expect(Object.keys((await answer.json()) as object)).toEqual(['email', 'links'])
})

test('a change answers 204 with the address and keeps the other fields', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', ann)
  const answer = await callIcims(simulator, 'PATCH', path, { lastname: 'Lee' })
  expect([answer.status, answer.headers.get('location')]).toEqual([204, `https://api.icims.com/customers/1234${path}`])
  expect(await bodyOf(callIcims(simulator, 'GET', path))).toMatchObject({ ...ann, lastname: 'Lee' })
})

test.each([null, ''])('%j clears a field', async (empty) => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', { ...ann, middlename: 'M' })
  await callIcims(simulator, 'PATCH', path, { middlename: empty })
  expect(await bodyOf(callIcims(simulator, 'GET', path))).not.toHaveProperty('middlename')
})

test('a field nobody knows is warned about and skipped, the rest is written', async () => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await callIcims(simulator, 'POST', '/people', {
    ...ann,
    Firstname: 'X',
    shoesize: 44,
    createddate: '2020-01-01',
  })
  expect(answer.status).toBe(201)
  expect(answer.headers.get('x-warning')).toContain('4:Firstname:Field name must be all lowercase.')
  expect(answer.headers.get('x-warning')).toContain('4:shoesize:There is no such field.')
  expect(answer.headers.get('x-warning')).toContain('4:createddate:This field is set by the platform.')
  const [entry] = simulator.tenant.journal.entries({ note: 'unread-field' })
  expect(entry?.notes.map(({ subject }) => subject)).toEqual(['Firstname', 'shoesize', 'createddate'])
})

test('every missing required field is reported at once', async () => {
  await using simulator = await createTenant({ people: 0 })
  const answer = await callIcims(simulator, 'POST', '/people', { email: 'a@example.com' })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('x-error')).toBe('1:firstname:This field is required., 1:lastname:This field is required.')
  expect(await answer.json()).toEqual({
    errors: [
      { errorMessage: 'firstname: This field is required.', errorCode: 1 },
      { errorMessage: 'lastname: This field is required.', errorCode: 1 },
    ],
  })
})

test('a required field that is empty blocks an unrelated change', async () => {
  await using simulator = await createTenant({ people: 0 })
  simulator.tenant.store.put('person', 5, { firstname: 'Old', lastname: 'Import' })
  const answer = await callIcims(simulator, 'PATCH', '/people/5', { gender: 'Female' })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ errors: [{ errorMessage: 'email: This field is required.' }] })
})

test('list items are written by id or by text, and read with three keys', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', { ...ann, folder: { value: 'cand: active' } })
  const node = { id: 'D32007', formattedvalue: 'Cand: Active', value: 'Cand: Active' }
  expect((await bodyOf(callIcims(simulator, 'GET', path))).folder).toEqual(node)
  await callIcims(simulator, 'PATCH', path, { folder: { id: 'D32013' } })
  expect((await bodyOf(callIcims(simulator, 'GET', path))).folder.id).toBe('D32013')
})

test('references take a bare id and are read as profile, id and title', async () => {
  await using simulator = await createTenant({ people: 0 })
  await create(simulator, 'people', ann)
  const path = await create(simulator, 'jobs', { jobtitle: 'Nurse', recruiter: 1, hiringmanager: { id: 1 } })
  const reference = { profile: 'https://api.icims.com/customers/1234/people/1', id: 1, value: 'Ann Lindqvist' }
  const job = await bodyOf(callIcims(simulator, 'GET', path))
  expect(job).toMatchObject({ jobid: '2026-1001', recruiter: reference, hiringmanager: reference })
})

test("a job's location is an entry of a company's addresses, and its address answers", async () => {
  await using simulator = await createTenant({ people: 0 })
  const company = await create(simulator, 'companies', {
    name: 'Campus',
    addresses: [
      {
        addressstreet1: '12 Oak Street',
        addresscity: 'Madison',
        addressstate: { abbrev: 'WI' },
        addresszip: '53703',
        addresscountry: { abbrev: 'US' },
      },
    ],
  })
  const path = await create(simulator, 'jobs', { jobtitle: 'Nurse', joblocation: { id: 1 } })
  const { joblocation } = await bodyOf(callIcims(simulator, 'GET', path))
  expect(joblocation).toEqual({
    companyid: 1,
    address: `https://api.icims.com/customers/1234${company}/fields/addresses/1`,
    id: 1,
    value: 'Campus - 12 Oak Street Madison, Wisconsin 53703 United States ',
  })
  const address = await bodyOf(
    callIcims(simulator, 'GET', new URL(joblocation.address).pathname.replace('/customers/1234', '')),
  )
  expect(address).toMatchObject({
    addresscity: 'Madison',
    addressstate: { id: 'D41001053', abbrev: 'WI', value: 'Wisconsin' },
    entry: 1,
  })
})

test('groups are added, read, changed and removed at their own addresses', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', ann)
  const phone = { phonetype: { value: 'Mobile' }, phonenumber: '608-555-0100' }
  const first = await create(simulator, `${path.slice(1)}/fields/phones`, phone)
  expect(first).toBe(`${path}/fields/phones/1`)
  expect(await bodyOf(callIcims(simulator, 'GET', first))).toEqual({
    phonetype: { id: 'D83004', formattedvalue: 'Mobile', value: 'Mobile' },
    phonenumber: '608-555-0100',
    entry: 1,
    primary: true,
  })
  const second = await create(simulator, `${path.slice(1)}/fields/phones`, { phonenumber: '608-555-0101' })
  const changed = await callIcims(simulator, 'PATCH', second, { phoneextension: '7', primary: true })
  expect(changed.status).toBe(204)
  const { phones } = await bodyOf(callIcims(simulator, 'GET', path))
  expect(phones.map(({ entry, primary }: { entry: number; primary?: boolean }) => [entry, primary])).toEqual([
    [1, undefined],
    [2, true],
  ])
  expect((await callIcims(simulator, 'DELETE', second)).status).toBe(204)
  expect((await callIcims(simulator, 'GET', second)).status).toBe(404)
  expect((await bodyOf(callIcims(simulator, 'GET', first))).primary).toBe(true)
})

test('a group that repeats another reports success and changes nothing', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', {
    ...ann,
    phones: [{ phonenumber: '608-555-0100' }, { phonenumber: '608-555-0101' }],
  })
  const before = simulator.tenant.store.get('person', 1)
  expect(await create(simulator, `${path.slice(1)}/fields/phones`, { phonenumber: '608-555-0100' })).toBe(
    `${path}/fields/phones/1`,
  )
  expect((await callIcims(simulator, 'PATCH', `${path}/fields/phones/2`, { phonenumber: '608-555-0100' })).status).toBe(
    204,
  )
  expect(simulator.tenant.store.get('person', 1)).toEqual(before)
})

test('a collection in a change adds groups, and changes the one whose entry it names', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', { ...ann, phones: [{ phonenumber: '608-555-0100' }] })
  await callIcims(simulator, 'PATCH', path, {
    phones: [{ entry: 1, phoneextension: '9' }, { phonenumber: '608-555-0102' }],
  })
  const { phones } = await bodyOf(callIcims(simulator, 'GET', path))
  expect(phones).toMatchObject([
    { entry: 1, phonenumber: '608-555-0100', phoneextension: '9' },
    { entry: 2, phonenumber: '608-555-0102' },
  ])
})

test('updateddate moves with the clock of the tenant on every change', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 0, clock })
  const path = await create(simulator, 'people', ann)
  clock.advance(3_600_000)
  await callIcims(simulator, 'PATCH', path, { gender: 'Female' })
  const dates = await bodyOf(callIcims(simulator, 'GET', `${path}?fields=createddate,updateddate`))
  expect(dates).toMatchObject({ createddate: '2026-01-15 03:00 PM', updateddate: '2026-01-15 04:00 PM' })
})

test('passwords are taken and never shown', async () => {
  await using simulator = await createTenant({ people: 0 })
  const path = await create(simulator, 'people', { ...ann, password: 'hunter2', usssn: '000-00-0000' })
  const text = await (await callIcims(simulator, 'GET', `${path}?fields=password,usssn,email`)).text()
  expect(text).not.toMatch(/hunter2|000-00/)
})

test.each([
  [
    'people',
    { firstname: 'A', lastname: 'B', email: 'a@example.com' },
    'addresses',
    { addresscity: 'Madison' },
    { addresszip: '53703' },
  ],
  ['companies', { name: 'Campus' }, 'addresses', { addresscity: 'Madison' }, { addresszip: '53703' }],
  ['jobs', { jobtitle: 'Nurse' }, 'additionallocations', { location: { id: 1 } }, { location: { id: 2 } }],
])('%s are created, changed and read, and so are their groups', async (type, body, collection, group, change) => {
  await using simulator = await createTenant({ people: 24 })
  const path = await create(simulator, type, body)
  expect((await callIcims(simulator, 'PATCH', path, { externalid: 'X-1' })).status).toBe(204)
  expect((await bodyOf(callIcims(simulator, 'GET', `${path}?fields=externalid`))).externalid).toBe('X-1')
  const entry = await create(simulator, `${path.slice(1)}/fields/${collection}`, group)
  const before = await bodyOf(callIcims(simulator, 'GET', entry))
  expect((await callIcims(simulator, 'PATCH', entry, change)).status).toBe(204)
  const after = await bodyOf(callIcims(simulator, 'GET', entry))
  expect(after.entry).toBe(before.entry)
  expect(after).not.toEqual(before)
  expect((await bodyOf(callIcims(simulator, 'GET', `${path}?fields=${collection}`)))[collection]).toEqual([after])
  expect((await callIcims(simulator, 'DELETE', entry)).status).toBe(204)
  expect(await bodyOf(callIcims(simulator, 'GET', `${path}?fields=${collection}`))).not.toHaveProperty(collection)
})
