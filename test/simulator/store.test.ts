import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { StartProgress } from '../../simulator/index.ts'
import { DataFileError } from '../../simulator/store/database.ts'
import { schemaVersion } from '../../simulator/store/schema.ts'
import { callIcims, createTenant, searchIds } from '../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-store-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a tenant in a file keeps its changes, and the file stands alone', async () => {
  const data = join(folder, 'tenant.db')
  const cache = join(folder, 'cache')
  {
    await using simulator = await createTenant({ people: 24, data, cache })
    await callIcims(simulator, 'PATCH', '/people/5', { lastname: 'Kept' })
    await callIcims(simulator, 'POST', '/people', { firstname: 'Ann', lastname: 'L', email: 'ann@example.com' })
  }
  rmSync(cache, { recursive: true })
  await using simulator = await createTenant({ people: 24, data, cache })
  expect(simulator.tenant.store.get('person', 5)?.lastname).toBe('Kept')
  expect(await searchIds(simulator, 'people', { filters: [{ name: 'person.lastname', value: ['kept'] }] })).toEqual([5])
  expect(simulator.tenant.store.count('person')).toBe(25)
  simulator.reset()
  expect(simulator.tenant.store.count('person')).toBe(24)
  expect(simulator.tenant.store.get('person', 5)?.lastname).not.toBe('Kept')
})

test('a file of another version, and one that is no tenant, are refused with advice', async () => {
  const data = join(folder, 'old.db')
  await (await createTenant({ people: 0, data, cache: false })).close()
  const database = new DatabaseSync(data)
  database.exec("UPDATE meta SET value = '99' WHERE name = 'schemaVersion'")
  database.close()
  await expect(createTenant({ people: 0, data, cache: false })).rejects.toThrow(
    `has schema version 99, this version needs ${schemaVersion}`,
  )
  const text = join(folder, 'text.db')
  writeFileSync(text, 'this is no database, but it is long enough to be looked at')
  await expect(createTenant({ people: 0, data: text, cache: false })).rejects.toThrow(DataFileError)
  await expect(createTenant({ people: 0, data: '/nowhere/x.db', cache: false })).rejects.toThrow(
    /Cannot open \/nowhere\/x.db/,
  )
})

test('a world is made once and kept under a name of its own', async () => {
  const cache = join(folder, 'worlds')
  await (await createTenant({ people: 24, cache })).close()
  const first = readdirSync(cache)
  expect(first).toHaveLength(1)
  expect(first[0]).toMatch(/^[0-9a-f]{24}\.db$/)
  await (await createTenant({ people: 24, cache, coordinates: { customerId: 7, users: [] } })).close()
  expect(readdirSync(cache)).toEqual(first)
  await (await createTenant({ people: 24, cache, seed: 'another' })).close()
  expect(readdirSync(cache)).toHaveLength(2)
})

test('two that make the same world at once both get it', async () => {
  const cache = join(folder, 'race')
  const [a, b] = await Promise.all([createTenant({ people: 24, cache }), createTenant({ people: 24, cache })])
  expect(a.tenant.store.get('person', 9)).toEqual(b.tenant.store.get('person', 9))
  expect(readdirSync(cache)).toHaveLength(1)
  await Promise.all([a.close(), b.close()])
})

test('how far the making of a world and the copying of it have come is told, and nothing where the world is there', async () => {
  const [cache, data] = [join(folder, 'told'), join(folder, 'told.db')]
  const told: StartProgress[] = []
  const onStartProgress = (progress: StartProgress): number => told.push(progress)
  await (await createTenant({ people: 600, cache, onStartProgress })).close()
  expect(told).toEqual([250, 500].map((done) => ({ work: 'people', done, total: 600 })))
  told.length = 0
  await (await createTenant({ people: 600, cache, onStartProgress })).close()
  expect(told).toEqual([])
  await (await createTenant({ people: 600, cache, data, onStartProgress })).close()
  expect(told.length).toBeGreaterThan(20)
  expect(told).toEqual(told.map((_, done) => ({ work: 'tables', done, total: told.length })))
  told.length = 0
  await (await createTenant({ people: 300, cache: false, onStartProgress })).close()
  expect(told).toEqual([{ work: 'people', done: 250, total: 300 }])
})

test('a world whose making is stopped leaves nothing, and is made whole the next time', async () => {
  const cache = join(folder, 'stopped')
  const stop = new AbortController()
  const onStartProgress = (): void => stop.abort(new Error('stopped'))
  const options = { people: 600, cache }
  await expect(createTenant({ ...options, onStartProgress, signal: stop.signal })).rejects.toThrow('stopped')
  expect(readdirSync(cache)).toEqual([])
  await using simulator = await createTenant(options)
  expect(simulator.tenant.store.count('person')).toBe(600)
})

test('what a process left that was killed while it made a world is removed, what another one makes is not', async () => {
  const cache = join(folder, 'left')
  mkdirSync(cache)
  const gone = spawnSync(process.execPath, ['--version']).pid
  const world = '0123456789abcdef01234567.db'
  const making = `${world}.${process.ppid}.0.0`
  const others = [making, 'notes.db.1.0.0', `${world}.txt`]
  // The last one has the number of this process: it is of an earlier one, in a container say.
  const left = [
    `${world}.${gone}.0.0`,
    `${world}.${gone}.0.0-journal`,
    `${world}.${gone}.3`,
    `${world}.${process.pid}.0.999`,
  ]
  for (const name of [...others, ...left]) writeFileSync(join(cache, name), '')
  await (await createTenant({ people: 3, cache })).close()
  const [made, ...kept] = readdirSync(cache).sort((a, b) => Number(others.includes(a)) - Number(others.includes(b)))
  expect(made).toMatch(/^[0-9a-f]{24}\.db$/)
  expect(kept.sort()).toEqual(others.sort())
})

test('where the cache cannot be written the world is made in memory', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await using simulator = await createTenant({ people: 24, cache: join(file, 'inside') })
  expect(simulator.tenant.store.count('person')).toBe(24)
})

test('what a transaction throws undoes all of it, counters and nested ones included', async () => {
  await using simulator = await createTenant({ people: 24 })
  const { store } = simulator.tenant
  const { changes } = store
  const fail = (): void =>
    store.transaction(() => {
      store.put('person', 5, { firstname: 'X' })
      store.transaction(() => store.remove('person', 6))
      expect(store.next('entry')).toBeGreaterThan(0)
      throw new Error('no')
    })
  const next = store.next('person')
  expect(fail).toThrow('no')
  expect(store.get('person', 5)?.firstname).not.toBe('X')
  expect(store.get('person', 6)).toBeDefined()
  expect(store.next('person')).toBe(next + 1)
  expect(store.changes).toBe(changes + 2)
})

test('filled-out forms are kept beside the profiles, and a reset drops them', async () => {
  await using simulator = await createTenant({ people: 12 })
  const { store } = simulator.tenant
  store.put('formdata', 7, { formid: 3, owner: { type: 'person', id: 5 }, person: 5, updateddate: 0 })
  expect(store.get('formdata', 7)).toMatchObject({ formid: 3 })
  expect(store.find('formdata', { formid: '3', personformpersonid: '5' })).toEqual([7])
  simulator.reset()
  expect(store.get('formdata', 7)).toBeUndefined()
})

test('a layer over its world behaves as one plain map', async () => {
  await using simulator = await createTenant({ people: 12 })
  const { store } = simulator.tenant
  const seeded = new Map([...store.each('person')].map(({ id, data }) => [id, data]))
  const id = fc.integer({ min: 1, max: 16 })
  const step = fc.oneof(
    fc.record({ kind: fc.constant('put' as const), id, name: fc.string({ maxLength: 5 }) }),
    fc.record({ kind: fc.constant('remove' as const), id }),
    fc.record({ kind: fc.constant('reset' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      store.reset()
      let model = new Map(seeded)
      for (const one of steps) {
        if (one.kind === 'put') {
          store.put('person', one.id, { firstname: one.name })
          model.set(one.id, { firstname: one.name })
        } else if (one.kind === 'remove') {
          store.remove('person', one.id)
          model.delete(one.id)
        } else {
          store.reset()
          model = new Map(seeded)
        }
      }
      const expected = [...model].sort(([a], [b]) => a - b).map(([key, data]) => ({ id: key, data }))
      expect([...store.each('person')]).toEqual(expected)
      expect(store.count('person')).toBe(model.size)
      for (let key = 1; key <= 16; key++) expect(store.get('person', key)).toEqual(model.get(key))
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 50) },
  )
})
