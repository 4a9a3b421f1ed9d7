import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Simulator, stateDigest } from '../../simulator/index.ts'
import { callIcims, createTenant } from '../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-snapshots-'))
afterAll(() => rmSync(folder, { recursive: true }))

const rename = (simulator: Simulator, id: number, lastname: string): Promise<Response> =>
  callIcims(simulator, 'PATCH', `/people/${id}`, { lastname })

test('a restore brings back rows, journal, quota and time, any number of times', async () => {
  await using simulator = await createTenant({ people: 24 })
  const { journal, store, clock } = simulator.tenant
  await rename(simulator, 1, 'Kept')
  simulator.advance('1d')
  await rename(simulator, 2, 'Kept')
  const entries = journal.entries()
  const before = stateDigest(simulator.tenant)
  expect(simulator.snapshot('a')).toEqual({ name: 'a', taken: '2026-01-16T15:00:00.000Z' })
  for (const round of [1, 2]) {
    await rename(simulator, 1, `Lost ${round}`)
    store.remove('person', 3)
    simulator.advance('5d')
    expect(stateDigest(simulator.tenant)).not.toBe(before)
    simulator.restore('a')
    expect(stateDigest(simulator.tenant)).toBe(before)
    expect([clock.now(), journal.entries(), journal.total]).toEqual([Date.UTC(2026, 0, 16, 15), entries, 2])
    expect(store.get('person', 3)).toBeDefined()
    const answer = await callIcims(simulator, 'GET', '/people/1')
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('9998')
    simulator.restore('a')
  }
})

test('an earlier snapshot stays when a later one is restored, and the other way round', async () => {
  await using simulator = await createTenant({ people: 3 })
  const { store } = simulator.tenant
  const lastname = (): unknown => store.get('person', 1)?.lastname
  await rename(simulator, 1, 'One')
  simulator.snapshot('one')
  await rename(simulator, 1, 'Two')
  simulator.snapshot('two')
  await rename(simulator, 1, 'Three')
  for (const [name, expected] of [
    ['one', 'One'],
    ['two', 'Two'],
    ['one', 'One'],
  ] as const) {
    simulator.restore(name)
    expect(lastname()).toBe(expected)
  }
  simulator.reset()
  simulator.restore('two')
  expect(lastname()).toBe('Two')
  simulator.removeSnapshot('one')
  expect(lastname()).toBe('Two')
  expect(simulator.snapshots().map(({ name }) => name)).toEqual(['two'])
})

test('without a name it gets the next free one, and one of the same name is replaced', async () => {
  await using simulator = await createTenant({ people: 3 })
  expect([simulator.snapshot().name, simulator.snapshot().name]).toEqual(['snapshot-1', 'snapshot-2'])
  simulator.removeSnapshot('snapshot-1')
  expect(simulator.snapshot().name).toBe('snapshot-3')
  await rename(simulator, 1, 'Newer')
  simulator.snapshot('snapshot-2')
  simulator.reset()
  simulator.restore('snapshot-2')
  expect(simulator.tenant.store.get('person', 1)?.lastname).toBe('Newer')
  expect(simulator.snapshots()).toHaveLength(2)
})

test('snapshots belong to one tenant, and a fork starts without any', async () => {
  await using simulator = await createTenant({ people: 3 })
  simulator.snapshot('mine')
  const fork = simulator.fork()
  expect(fork.snapshots()).toEqual([])
  expect(() => fork.restore('mine')).toThrow('The tenant 1235 has no snapshot "mine": it has none.')
})

test('an unknown snapshot and a bad name are refused in one line, and the state stays', async () => {
  await using simulator = await createTenant({ people: 3 })
  await rename(simulator, 1, 'Kept')
  simulator.snapshot('a')
  const before = stateDigest(simulator.tenant)
  for (const act of [() => simulator.restore('b'), () => simulator.removeSnapshot('b')]) {
    expect(act).toThrow('The tenant 1234 has no snapshot "b": it has a.')
  }
  for (const name of ['', 'a b', '../a', 'x'.repeat(101)]) {
    expect(() => simulator.snapshot(name)).toThrow(`"${name}" is no name for a snapshot`)
  }
  expect(stateDigest(simulator.tenant)).toBe(before)
  expect(simulator.snapshots()).toHaveLength(1)
})

test('snapshots survive a restart, with their journal', async () => {
  const data = join(folder, 'tenant.db')
  let digest: string
  {
    await using simulator = await createTenant({ people: 3, data, cache: false })
    await rename(simulator, 1, 'Kept')
    simulator.snapshot('a')
    digest = stateDigest(simulator.tenant)
    await rename(simulator, 1, 'Lost')
  }
  await using simulator = await createTenant({ people: 3, data, cache: false })
  expect(simulator.tenant.store.get('person', 1)?.lastname).toBe('Lost')
  simulator.restore('a')
  expect(stateDigest(simulator.tenant)).toBe(digest)
  expect(simulator.tenant.journal.entries()).toMatchObject([{ id: 1, operation: 'updatePerson', status: 204 }])
})

test('the same history gives the same digest in memory and in a file, whatever the layers', async () => {
  const data = join(folder, 'digest.db')
  const play = async (simulator: Simulator, cut: boolean): Promise<string> => {
    for (let id = 1; id <= 5; id++) {
      await rename(simulator, id, `Name ${id}`)
      if (cut) simulator.snapshot()
    }
    simulator.tenant.store.remove('person', 5)
    simulator.advance('1d')
    return stateDigest(simulator.tenant)
  }
  await using inMemory = await createTenant({ people: 24 })
  await using inFile = await createTenant({ people: 24, data, cache: false })
  const digest = await play(inMemory, false)
  expect(await play(inFile, true)).toBe(digest)
  inMemory.advance('1s')
  expect(stateDigest(inMemory.tenant)).not.toBe(digest)
})
