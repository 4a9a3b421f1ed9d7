import { expect, test } from 'vitest'
import type { ProfileType } from '../../simulator/tenant/profile-types.ts'
import { bodyOf, callIcims, createTenant, searchIds } from '../tenant.ts'

/** What a client writes to make one of each type, a field to change, and a collection where there is a customer's own. */
const made: Readonly<Record<ProfileType, { path: string; body: object; field: string; value: unknown }>> = {
  person: {
    path: 'people',
    body: { firstname: 'Ann', lastname: 'Lindqvist', email: 'ann@example.com' },
    field: 'middlename',
    value: 'Maria',
  },
  job: { path: 'jobs', body: { jobtitle: 'Nurse' }, field: 'costcenter', value: 'C-17' },
  company: { path: 'companies', body: { name: 'Madison' }, field: 'externalid', value: 'M1' },
  talentpool: { path: 'talentpools', body: { title: 'Nurses', owner: 1 }, field: 'externalid', value: 'P1' },
  newhirecategory: { path: 'newhirecategories', body: { title: 'Clinical' }, field: 'externaltitle', value: 'Welcome' },
  applicantworkflow: {
    path: 'applicantworkflows',
    body: { baseprofile: 1001, associatedprofile: 3 },
    field: 'source',
    value: 'Referral',
  },
  sourceworkflow: {
    path: 'sourceworkflows',
    body: { baseprofile: 1, associatedprofile: 2, source: { id: 'D104002' } },
    field: 'vendorname',
    value: 'Acme',
  },
  onboardworkflow: {
    path: 'onboardworkflows',
    body: { baseprofile: 1, associatedprofile: 2, job: 1001 },
    field: 'portal',
    value: 'Onboarding',
  },
}

/** A collection of the customer's own on every type. */
const shifts = {
  name: 'field900',
  kind: 'collection',
  label: 'Shifts',
  children: [{ name: 'field901', kind: 'text', max: 16 }],
} as const
const types = Object.keys(made) as ProfileType[]
const tenant = { customFields: Object.fromEntries(types.map((type) => [type, [shifts]])) }

test.each(types)('a %s is created, read, changed, searched and has fields and groups of its own', async (type) => {
  await using simulator = await createTenant({ people: 24, tenant })
  const { path, body, field, value } = made[type]
  const created = await callIcims(simulator, 'POST', `/${path}`, body)
  expect(created.status).toBe(201)
  const self = new URL(created.headers.get('location')!).pathname.replace('/customers/1234', '')
  const id = Number(self.split('/').at(-1))
  expect(await bodyOf(callIcims(simulator, 'GET', self))).toMatchObject({
    links: [{ title: 'The current profile being viewed.' }, ...(type.endsWith('workflow') ? [{}, {}] : [])],
  })
  expect((await callIcims(simulator, 'PATCH', self, { [field]: value })).status).toBe(204)
  expect(await bodyOf(callIcims(simulator, 'GET', `${self}/fields/${field}`))).toEqual({ [field]: value })
  const patched = await callIcims(simulator, 'PATCH', `${self}/fields/${field}`, { [field]: '' })
  expect(patched.status).toBe(204)
  expect(await bodyOf(callIcims(simulator, 'GET', `${self}/fields/${field}`))).toEqual({})
  expect((await callIcims(simulator, 'PATCH', `${self}/fields/${field}`, { other: 'x' })).status).toBe(400)
  expect((await callIcims(simulator, 'GET', `${self}/fields/nosuchfield`)).status).toBe(404)
  const group = await callIcims(simulator, 'POST', `${self}/fields/field900`, { field901: 'Nights' })
  expect(group.status).toBe(201)
  const entry = new URL(group.headers.get('location')!).pathname.replace('/customers/1234', '')
  expect(await bodyOf(callIcims(simulator, 'GET', entry))).toMatchObject({ field901: 'Nights', primary: true })
  expect((await callIcims(simulator, 'PATCH', entry, { field901: 'Days' })).status).toBe(204)
  expect(await bodyOf(callIcims(simulator, 'GET', entry))).toMatchObject({ field901: 'Days' })
  expect((await callIcims(simulator, 'DELETE', entry)).status).toBe(204)
  expect((await callIcims(simulator, 'GET', entry)).status).toBe(404)
  const filters = [{ name: `${type}.id`, value: [id], operator: '=' }]
  expect(await searchIds(simulator, path, { filters })).toEqual([id])
  const json = encodeURIComponent(JSON.stringify({ filters }))
  expect(await bodyOf(callIcims(simulator, 'GET', `/search/${path}?searchJson=${json}`))).toMatchObject({
    searchResults: [{ id }],
  })
})

test.each(types.filter((type) => type.endsWith('workflow')))('a second %s of one pair is refused', async (type) => {
  await using simulator = await createTenant({ people: 24 })
  const { path, body } = made[type]
  await callIcims(simulator, 'POST', `/${path}`, body)
  const { changes } = simulator.tenant.store
  expect((await callIcims(simulator, 'POST', `/${path}`, body)).status).toBe(400)
  expect(simulator.tenant.store.changes).toBe(changes)
})

test.each(types.filter((type) => !type.endsWith('workflow')))('a %s cannot be deleted', async (type) => {
  await using simulator = await createTenant({ people: 24, strict: false })
  const answer = await callIcims(simulator, 'DELETE', `/${made[type].path}/1`)
  expect(answer.status).toBe(405)
})

test('a workflow is deleted only where the tenant allows it', async () => {
  await using refusing = await createTenant({ people: 24 })
  const { changes } = refusing.tenant.store
  expect((await callIcims(refusing, 'DELETE', '/applicantworkflows/10001')).status).toBe(403)
  expect(refusing.tenant.store.changes).toBe(changes)
  await using allowing = await createTenant({ people: 24, switches: { deleteWorkflow: 'allow' } })
  expect((await callIcims(allowing, 'DELETE', '/applicantworkflows/10001')).status).toBe(204)
  expect((await callIcims(allowing, 'GET', '/applicantworkflows/10001')).status).toBe(404)
  expect((await callIcims(allowing, 'DELETE', '/applicantworkflows/10001')).status).toBe(404)
})

test('a hired person is onboarded for the job, and members of a talent pool are found by person and pool', async () => {
  await using simulator = await createTenant()
  const done = { filters: [{ name: 'onboardworkflow.status.listnode', value: ['D37002023004'], operator: '!=' }] }
  const open = await searchIds(simulator, 'onboardworkflows', done)
  expect(open.length).toBeLessThan(simulator.tenant.store.count('onboardworkflow'))
  const [first] = simulator.tenant.store.each('sourceworkflow')
  const { associatedprofile, baseprofile } = first!.data
  const filters = [
    { name: 'sourceworkflow.associatedprofile.person.id', value: [associatedprofile] },
    { name: 'sourceworkflow.baseprofile.talentpool.id', value: [baseprofile] },
  ]
  expect(await searchIds(simulator, 'sourceworkflows', { filters })).toEqual([first!.id])
})
