import { expect, test } from 'vitest'
import type { IcimsClient } from '../../../connector/icims/client.ts'
import { RetriableError } from '../../../connector/icims/errors.ts'
import { decodeIcimsPerson } from '../../../connector/icims/person.ts'
import { defaultMapping } from '../../../connector/models/settings.ts'
import { defaultScopes, defaultSync } from '../../../connector/settings.ts'
import { openDatabase } from '../../../connector/store/database.ts'
import { readCheckpoint } from '../../../connector/store/runs.ts'
import { createStore, type Store } from '../../../connector/store/store.ts'
import { type SyncSummary, syncIntegration } from '../../../connector/sync/sync.ts'

const few = { people: 18, pageSize: 4 }
const { people, pageSize } = few
const integration = {
  id: 'i',
  customerId: '1',
  baseUrl: 'https://api.icims.com',
  auth: { type: 'basic', username: 'u', password: 'p' },
  settings: { ...defaultMapping, userLoginGroups: [] },
  sync: defaultSync,
  scopes: defaultScopes,
}

/** An iCIMS with people only, in pages of a few. `before` is awaited by every call. */
function icims(before: (call: string) => Promise<void>, { people, pageSize } = few): IcimsClient {
  return {
    async getPerson(id: string) {
      await before(`person ${id}`)
      return decodeIcimsPerson(id, { firstname: `Name ${id}` })
    },
    async searchPage(type: string, _: unknown, afterId: string) {
      await before(`${type} after ${afterId}`)
      const ids = Array.from({ length: people }, (_, i) => i + 1)
        .filter((id) => id > Number(afterId))
        .map(String)
      return type === 'people' ? ids.slice(0, pageSize) : []
    },
    leave: () => {},
    calls: 0,
    rateLimit: undefined,
    clockSkew: undefined,
  } as unknown as IcimsClient
}

function sync(
  store: Store,
  client: IcimsClient,
  more: { signal?: AbortSignal; pageSize?: number } = {},
): Promise<SyncSummary> {
  const clock = { now: () => new Date('2026-01-15T12:00:00Z'), sleep: async () => {} }
  return syncIntegration({ integration, store, client, clock, type: 'FULL', concurrency: 3, pageSize, ...more })
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('wherever one call fails, what was read before it is stored, in order, and the next run goes on after them', async () => {
  const total = people + 5 + 2
  for (let failing = 1; failing <= total; failing++) {
    const store = createStore(await openDatabase('memory'))
    let call = 0
    let running = 0
    const flaky = icims(async () => {
      const mine = ++call
      running += 1
      await soon()
      running -= 1
      if (mine === failing) throw new RetriableError('no')
    })
    const first = await sync(store, flaky)
    expect(first, `call ${failing}`).toMatchObject({ state: 'FAILED', message: 'no' })
    expect(running).toBe(0)
    const stored = (await store.rows('i', 'ats_candidates')).map(({ remoteId }) => Number(remoteId))
    const lastId = Number((await readCheckpoint(store, first.runId, 'people')).lastId)
    expect(stored.sort((a, b) => a - b)).toEqual(Array.from({ length: lastId }, (_, i) => i + 1))
    const seen: string[] = []
    const second = await sync(
      store,
      icims(async (what) => {
        seen.push(what)
      }),
    )
    expect(second).toMatchObject({ runId: first.runId, state: 'SUCCEEDED', setAside: [] })
    expect(seen.filter((what) => what.startsWith('person'))).toHaveLength(people - lastId)
    expect(await store.rows('i', 'ats_candidates')).toHaveLength(people)
    await store.close()
  }
})

test('wherever a write fails, nothing of later pages is stored, and nothing goes on in the background', async () => {
  // The first write opens the run.
  for (let failing = 2; failing <= 7; failing++) {
    const store = createStore(await openDatabase('memory'))
    let writes = 0
    let calls = 0
    const broken: Store = {
      ...store,
      transaction: (work) => {
        if (++writes === failing) return Promise.reject(new Error('disk full'))
        return store.transaction(work)
      },
    }
    const first = await sync(
      broken,
      icims(async () => {
        calls += 1
        await soon()
      }),
    )
    expect(first).toMatchObject({ state: 'FAILED', message: 'disk full' })
    const then = calls
    await soon()
    await soon()
    expect(calls).toBe(then)
    const lastId = Number((await readCheckpoint(store, first.runId, 'people')).lastId)
    expect(await store.rows('i', 'ats_candidates')).toHaveLength(lastId)
    await store.close()
  }
})

test('the next page is read while one is written, and no more than that', async () => {
  const store = createStore(await openDatabase('memory'))
  const seen: string[] = []
  const readAt: number[] = []
  const slow: Store = {
    ...store,
    transaction: async (work) => {
      for (let i = 0; i < 50; i++) await soon()
      readAt.push(seen.filter((what) => what.startsWith('person')).length)
      return store.transaction(work)
    },
  }
  const client = icims(async (what) => {
    seen.push(what)
    await soon()
  })
  expect(await sync(slow, client)).toMatchObject({ state: 'SUCCEEDED' })
  // Before the people what costs no call; after them the jobs and the applications, which are none, deletions and the end.
  expect(readAt.slice(readAt.lastIndexOf(0), readAt.lastIndexOf(0) + 7)).toEqual([0, 8, 12, 16, 18, 18, 18])
  await store.close()
})

test('when a record in the middle of a page cannot be read, every record before it is stored and none is read twice', async () => {
  const many = { people: 1_000, pageSize: 1_000 }
  const store = createStore(await openDatabase('memory'))
  const read: string[] = []
  const once = (failing: string) => async (what: string) => {
    if (what.startsWith('person')) read.push(what)
    await soon()
    if (what === failing) throw new RetriableError('no')
  }
  const first = await sync(store, icims(once('person 455'), many), many)
  expect(first).toMatchObject({ state: 'FAILED', counts: { ats_candidates: { created: 454 } } })
  expect(read.length).toBeLessThanOrEqual(454 + 3)
  read.length = 0
  expect(await sync(store, icims(once('none'), many), many)).toMatchObject({ state: 'SUCCEEDED' })
  expect(read).toHaveLength(1_000 - 454)
  await store.close()
})

test('however slowly rows are written, no more than a few hundred records are read ahead', async () => {
  const many = { people: 3_000, pageSize: 1_000 }
  const store = createStore(await openDatabase('memory'))
  let read = 0
  let ahead = 0
  let stored = 0
  const slow: Store = {
    ...store,
    transaction: async (work) => {
      for (let i = 0; i < 300; i++) await soon()
      ahead = Math.max(ahead, read - stored)
      const result = await store.transaction(work)
      stored = await store.countLive('i', 'ats_candidates')
      return result
    },
  }
  const counting = icims(async (what) => {
    if (what.startsWith('person')) read += 1
  }, many)
  expect(await sync(slow, counting, many)).toMatchObject({ state: 'SUCCEEDED' })
  expect(ahead).toBeLessThanOrEqual(350)
  await store.close()
})
