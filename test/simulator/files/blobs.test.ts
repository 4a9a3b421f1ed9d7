import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Store } from '../../../simulator/store/store.ts'
import { createTenant } from '../../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-blobs-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Gives a person a file of these bytes, as one change. */
function attach(store: Store, id: number, bytes: Uint8Array): string {
  return store.transaction(() => {
    const blob = store.keepBlob(bytes)
    store.put('person', id, { ...store.get('person', id), resume: { filename: 'a.bin', blob } })
    return blob
  })
}

test('bytes come back as they were, and the same bytes are kept once', async () => {
  await using simulator = await createTenant({ people: 3 })
  const { store } = simulator.tenant
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
  const digest = attach(store, 1, bytes)
  expect(new Uint8Array(store.blob(digest)!)).toEqual(bytes)
  const { changes } = store
  expect(store.keepBlob(bytes)).toBe(digest)
  expect(store.changes).toBe(changes)
  expect(store.blob('0'.repeat(64))).toBeUndefined()
})

test('a reset drops them, and a change that fails keeps none', async () => {
  await using simulator = await createTenant({ people: 3 })
  const { store } = simulator.tenant
  const digest = attach(store, 1, Buffer.from('one'))
  simulator.reset()
  expect(store.blob(digest)).toBeUndefined()
  expect(() =>
    store.transaction(() => {
      attach(store, 1, Buffer.from('one'))
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(store.blob(digest)).toBeUndefined()
})

test('what is settled stays at a reset', async () => {
  await using simulator = await createTenant({ people: 3 })
  const { store } = simulator.tenant
  const digest = attach(store, 1, Buffer.from('one'))
  store.settle()
  simulator.reset()
  expect(Buffer.from(store.blob(digest)!).toString()).toBe('one')
  expect(store.seeded('person', 1)?.resume).toEqual({ filename: 'a.bin', blob: digest })
})

test('a tenant in a file has its files after a restart', async () => {
  const data = join(folder, 'tenant.db')
  let digest: string
  {
    await using simulator = await createTenant({ people: 3, data, cache: false })
    digest = attach(simulator.tenant.store, 1, Buffer.from('one'))
  }
  await using simulator = await createTenant({ people: 3, data, cache: false })
  expect(Buffer.from(simulator.tenant.store.blob(digest)!).toString()).toBe('one')
})

test('files that were replaced are dropped in the end, those that are named are not', async () => {
  const data = join(folder, 'many.db')
  await using simulator = await createTenant({ people: 3, data, cache: false })
  const { store } = simulator.tenant
  const kept = attach(store, 1, Buffer.from('kept'))
  const first = attach(store, 2, Buffer.alloc(16 * 1024 * 1024, 'a'))
  for (const letter of 'bcdefghij') attach(store, 2, Buffer.alloc(16 * 1024 * 1024, letter))
  expect(store.blob(first)).toBeUndefined()
  expect(Buffer.from(store.blob(kept)!).toString()).toBe('kept')
  expect(store.blob((store.get('person', 2)!.resume as { blob: string }).blob)?.length).toBe(16 * 1024 * 1024)
  expect(statSync(data).size).toBeLessThan(112 * 1024 * 1024)
})

test('the profile as it was seeded is there, whatever the tenant made of it', async () => {
  await using simulator = await createTenant({ people: 3 })
  const { store } = simulator.tenant
  const before = store.get('person', 1)
  store.put('person', 1, { firstname: 'Other' })
  expect(store.seeded('person', 1)).toEqual(before)
  store.remove('person', 1)
  expect(store.seeded('person', 1)).toEqual(before)
  expect(store.seeded('person', 99)).toBeUndefined()
})

test('a fork has the files of its parent and none of those that come after; a restore brings back what was there', async () => {
  await using simulator = await createTenant({ people: 3 })
  const text = (store: Store, digest: string) => {
    const bytes = store.blob(digest)
    return bytes === undefined ? undefined : Buffer.from(bytes).toString()
  }
  const { store } = simulator.tenant
  const before = attach(store, 1, Buffer.from('before'))
  const fork = simulator.fork()
  const ofFork = attach(fork.tenant.store, 2, Buffer.from('fork'))
  const ofParent = attach(store, 2, Buffer.from('parent'))
  expect([text(fork.tenant.store, before), text(store, before)]).toEqual(['before', 'before'])
  expect([text(fork.tenant.store, ofParent), text(store, ofFork)]).toEqual([undefined, undefined])
  expect(store.seeded('person', 1)).toEqual(fork.tenant.store.seeded('person', 1))
  simulator.snapshot('a')
  const lost = attach(store, 2, Buffer.from('lost'))
  simulator.restore('a')
  expect([text(store, ofParent), text(store, lost)]).toEqual(['parent', undefined])
})
