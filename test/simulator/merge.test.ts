import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { mergePeople } from '../../simulator/profiles/merge.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../tenant.ts'

/**
 * Jeff Smith twice: an employee without an e-mail but a phone, and an older candidate with both, who is on two jobs, one of
 * which the employee is on too.
 */
async function twice(): Promise<Simulator> {
  const simulator = await createTenant({ people: 0 })
  const { tenant } = simulator
  const person = (id: number, body: object) => importProfile(tenant, 'person', id, { lastname: 'Smith', ...body }, {})
  person(1, {
    firstname: 'Jeff',
    email: 'x@example.com',
    folder: { id: 'D32013' },
    phones: [{ phonenumber: '608-555-0100' }],
    createddate: '2025-03-01',
  })
  person(2, {
    firstname: 'Jeffrey',
    middlename: 'P',
    email: 'jeff@example.com',
    externalid: 'X7',
    login: 'jeff',
    folder: { id: 'D32007' },
    phones: [{ phonenumber: '312-555-0100' }],
    addresses: [{ addresscity: 'Madison' }],
    createddate: '2024-01-01 09:00 AM',
  })
  tenant.store.put('person', 1, { ...tenant.store.get('person', 1)!, email: undefined })
  for (const id of [11, 12]) importProfile(tenant, 'job', id, { jobtitle: 'Nurse' }, {})
  importProfile(tenant, 'talentpool', 1, { title: 'Nurses' }, {})
  const workflow = (id: number, job: number, associatedprofile: number) =>
    importProfile(tenant, 'applicantworkflow', id, { baseprofile: job, associatedprofile }, {})
  workflow(101, 11, 1)
  workflow(102, 11, 2)
  workflow(103, 12, 2)
  importProfile(tenant, 'sourceworkflow', 201, { baseprofile: 1, associatedprofile: 2 }, {})
  return simulator
}

test('the primary profile keeps name, folder and what it has, and its blanks are filled', async () => {
  await using simulator = await twice()
  simulator.tenant.clock.advance(60_000)
  const merged = mergePeople(simulator.tenant, 1, 2)
  expect(merged).toEqual({ filled: ['email', 'addresses', 'externalid', 'login'], moved: [103], dropped: [102] })
  const fields = '?fields=firstname,middlename,email,folder,phones,addresses,externalid,createddate,updateddate'
  const body = await bodyOf(callIcims(simulator, 'GET', `/people/1${fields}`))
  expect(body).toMatchObject({
    firstname: 'Jeff',
    email: 'jeff@example.com',
    externalid: 'X7',
    folder: { id: 'D32013' },
    phones: [{ phonenumber: '608-555-0100' }],
    addresses: [{ addresscity: 'Madison', primary: true }],
    createddate: '2024-01-01 09:00 AM',
    updateddate: '2026-01-15 03:01 PM',
  })
  expect(body.middlename).toBeUndefined()
  const [own] = (await bodyOf(callIcims(simulator, 'GET', '/people/2?fields=addresses'))).addresses
  expect(body.addresses[0].entry).not.toBe(own.entry)
})

test('the discarded profile is renamed with the id of the primary one and waits in the Purge folder', async () => {
  await using simulator = await twice()
  mergePeople(simulator.tenant, 1, 2)
  const body = await bodyOf(callIcims(simulator, 'GET', '/people/2?fields=firstname,middlename,lastname,folder,login'))
  expect(body).toMatchObject({ firstname: 'Merged with 1 - 2026-01-15', lastname: 'Smith', folder: { value: 'Purge' } })
  expect(body.login).toBeUndefined()
  const filters = [{ name: 'person.folder', value: ['Purge'] }]
  expect(await searchIds(simulator, 'people', { filters })).toEqual([2])
  expect(await searchIds(simulator, 'people', { filters: [{ name: 'person.firstname', value: ['Merged'] }] })).toEqual([
    2,
  ])
})

test('recruiting workflows go over, but for a second one on the same job; sourcing stays behind', async () => {
  await using simulator = await twice()
  simulator.tenant.clock.advance(60_000)
  mergePeople(simulator.tenant, 1, 2)
  const of = (type: string, name: string) => searchIds(simulator, type, { filters: [{ name, value: [1] }] })
  expect(await of('applicantworkflows', 'applicantworkflow.person.id')).toEqual([101, 103])
  expect(await of('sourceworkflows', 'sourceworkflow.associatedprofile.person.id')).toEqual([])
  expect((await callIcims(simulator, 'GET', '/applicantworkflows/102')).status).toBe(404)
  const moved = await bodyOf(
    callIcims(simulator, 'GET', '/applicantworkflows/103?fields=associatedprofile,updateddate'),
  )
  expect(moved).toMatchObject({ associatedprofile: { id: 1 }, updateddate: '2026-01-15 03:01 PM' })
  expect((await callIcims(simulator, 'GET', '/applicantworkflows/person/1/job/12')).status).toBe(200)
})

test('a primary profile without a résumé gets that of the other one', async () => {
  await using simulator = await createTenant()
  const { tenant } = simulator
  const [other] = [...tenant.store.each('person')].filter(({ data }) => data.resume !== undefined)
  const file = async (id: number) =>
    (await callIcims(simulator, 'GET', `/people/${id}/fields/resume/binary`)).arrayBuffer()
  const before = await file(other!.id)
  const ann = importProfile(
    tenant,
    'person',
    undefined,
    { firstname: 'Ann', lastname: 'L', email: 'a@example.com' },
    {},
  )
  mergePeople(tenant, ann, other!.id)
  expect(Buffer.from(await file(ann)).equals(Buffer.from(before))).toBe(true)
})

test('when the primary profile is the older one it keeps its date', async () => {
  await using simulator = await twice()
  mergePeople(simulator.tenant, 2, 1)
  const { createddate } = await bodyOf(callIcims(simulator, 'GET', '/people/2?fields=createddate'))
  expect(createddate).toBe('2024-01-01 09:00 AM')
})

test('a merge with itself or with nobody changes nothing', async () => {
  await using simulator = await twice()
  const { tenant } = simulator
  const { changes } = tenant.store
  expect(() => mergePeople(tenant, 1, 1)).toThrow('A profile cannot be merged with itself.')
  expect(() => mergePeople(tenant, 1, 9)).toThrow('Person not found.')
  expect(() => mergePeople(tenant, 9, 1)).toThrow('Person not found.')
  expect(tenant.store.changes).toBe(changes)
})
