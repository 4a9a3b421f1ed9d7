import { expect, test } from 'vitest'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const control = (path: string, init?: RequestInit): Request => new Request(`http://127.0.0.1:4010/_sim${path}`, init)

test('health counts what the tenant holds', async () => {
  await using simulator = await createTenant()
  expect(await bodyOf(simulator.fetch(control('/health')))).toEqual({
    status: 'ok',
    customerId: 1234,
    now: '2026-01-15T15:00:00.000Z',
    profiles: {
      people: 300,
      jobs: 60,
      companies: 8,
      talentpools: 6,
      newhirecategories: 2,
      applicantworkflows: 900,
      sourceworkflows: expect.any(Number),
      onboardworkflows: expect.any(Number),
    },
  })
})

test('the journal shows each exchange with operation, caller and status', async () => {
  await using simulator = await createTenant({ people: 24 })
  await callIcims(simulator, 'GET', '/people/1?fields=email')
  await callIcims(simulator, 'GET', '/people/999')
  const { total, entries } = await bodyOf(simulator.fetch(control('/journal?operation=getPerson&status=404')))
  expect(total).toBe(2)
  expect(entries).toMatchObject([
    {
      id: 2,
      at: '2026-01-15T15:00:00.000Z',
      operation: 'getPerson',
      caller: 'api-user',
      method: 'GET',
      path: '/customers/1234/people/999',
      status: 404,
    },
  ])
  expect(entries[0].duration).toBeGreaterThan(0)
})

test('the journal keeps a fixed number of exchanges, the newest', async () => {
  await using simulator = await createTenant({ people: 0, journalSize: 3 })
  for (let i = 1; i <= 10; i++) await callIcims(simulator, 'GET', `/people/${i}`)
  const { total, entries } = await bodyOf(simulator.fetch(control('/journal')))
  expect(total).toBe(10)
  expect(entries.map(({ path }: { path: string }) => path.split('/').at(-1))).toEqual(['10', '9', '8'])
})

test('a dropped date and an unknown list value are noted', async () => {
  await using simulator = await createTenant({ people: 24 })
  const filters = [
    { name: 'person.updateddate', value: ['yesterday'] },
    { name: 'person.folder', value: ['D999'] },
  ]
  await callIcims(simulator, 'POST', '/search/people', { filters })
  const { entries } = await bodyOf(simulator.fetch(control('/journal?note=dropped-date')))
  expect(entries[0].notes).toMatchObject([
    { kind: 'dropped-date', subject: 'person.updateddate' },
    { kind: 'unknown-list-value', subject: 'person.folder' },
  ])
})

test('reset brings back rows, counters, quota and journal', async () => {
  await using simulator = await createTenant({ people: 24 })
  const first = await callIcims(simulator, 'GET', '/people/5')
  const before = [[...first.headers], await first.text()]
  await callIcims(simulator, 'PATCH', '/people/5', { lastname: 'Changed' })
  const ann = { firstname: 'Ann', lastname: 'L', email: 'ann@example.com' }
  await callIcims(simulator, 'POST', '/people', ann)
  expect(await bodyOf(simulator.fetch(control('/reset', { method: 'POST' })))).toEqual({ status: 'reset' })
  const again = await callIcims(simulator, 'GET', '/people/5')
  expect([[...again.headers], await again.text()]).toEqual(before)
  const created = await callIcims(simulator, 'POST', '/people', ann)
  expect(created.headers.get('location')).toMatch(/people\/25$/)
})

test('a bad parameter and an unknown control path are explained', async () => {
  await using simulator = await createTenant({ people: 0 })
  const bad = await simulator.fetch(control('/journal?limit=0'))
  expect([bad.status, await bad.json()]).toEqual([400, { error: expect.stringContaining('limit') }])
  const unknown = await simulator.fetch(control('/nothing'))
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { error: 'There is no /_sim/nothing. See /_sim/openapi.json.' },
  ])
})

test('the control routes are documented, for the default tenant and by customer id', async () => {
  await using simulator = await createTenant({ people: 0 })
  const { paths } = await bodyOf(simulator.fetch(control('/openapi.json')))
  const own = Object.keys(paths).filter((path) => !path.startsWith('/_sim/tenants/{customerId}/'))
  expect(own).toEqual(expect.arrayContaining(['/_sim/health', '/_sim/journal', '/_sim/reset']))
  for (const path of own.filter((path) => !path.startsWith('/_sim/tenants'))) {
    const twin = paths[path.replace('/_sim', '/_sim/tenants/{customerId}')]
    expect(twin).toMatchObject({ parameters: [{ name: 'customerId', in: 'path', required: true }], ...paths[path] })
  }
})

test('a tenant is named by its customer id; one that is not there is a clear line', async () => {
  await using simulator = await createTenant({ people: 24 })
  expect(await bodyOf(simulator.fetch(control('/tenants/1234/health')))).toMatchObject({ customerId: 1234 })
  const answer = await simulator.fetch(control('/tenants/99/reset', { method: 'POST' }))
  expect([answer.status, await answer.json()]).toEqual([404, { error: 'There is no tenant 99 here.' }])
})

test('a path and a filter of any length are kept shortened', async () => {
  await using simulator = await createTenant({ people: 0 })
  const long = 'x'.repeat(5_000)
  await callIcims(simulator, 'GET', `/people/1?fields=${long}`)
  await callIcims(simulator, 'POST', '/search/people', { filters: [{ name: `person.${long}`, value: [] }] })
  const [searched, read] = simulator.tenant.journal.entries()
  expect(read!.path).toMatch(/^.{1000}… \(\d+ characters\)$/)
  expect(searched!.notes[0]!.subject).toMatch(/^person\.x{993}… \(5007 characters\)$/)
})
