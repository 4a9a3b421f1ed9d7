import { expect, test } from 'vitest'
import { takeLease } from '../../connector/store/lease.ts'
import { findOpenRuns, startRun } from '../../connector/store/runs.ts'
import { createConnector } from '../connector.ts'
import { call } from './two-customers.ts'

const auth = { type: 'basic', username: 'u', password: 'p' } as const

/** A connector of several customers, whose iCIMS has nobody and answers once it may. It notes who asks at the same time. */
async function createSeveral(count: number) {
  const mayAnswer = Promise.withResolvers<void>()
  const asking = new Set<string>()
  let most = 0
  const connector = await createConnector({
    apiKey: 'key',
    integrations: Array.from({ length: count }, (_, i) => ({
      customerId: String(i + 1),
      baseUrl: 'https://api.icims.com',
      auth,
    })),
    clock: { now: () => new Date('2026-01-15T12:00:00Z'), sleep: async () => {} },
    async fetch(input, init) {
      const customer = new URL(String(input)).pathname.split('/')[2]!
      asking.add(customer)
      most = Math.max(most, asking.size)
      const stopped = new Promise((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      )
      await Promise.race([mayAnswer.promise, stopped])
      asking.delete(customer)
      return Response.json({ searchResults: [] })
    },
  })
  const ids = (await connector.integrations()).map(({ id }) => id)
  return { connector, ids, asking, most: () => most, go: mayAnswer.resolve }
}

const soon = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve))
}

test('syncs of many integrations wait for their turn, each with an id to be asked for by', async () => {
  const { connector, ids, asking, most, go } = await createSeveral(6)
  const force = (id: string, type: string) =>
    call(connector, 'key', id, '/force-sync', {
      method: 'POST',
      body: JSON.stringify({ type }),
      headers: { 'content-type': 'application/json' },
    })
  const started = await Promise.all(ids.map((id) => force(id, 'DELTA')))
  // Without a complete run before it a delta is a full run.
  for (const [index, { body }] of started.entries()) {
    expect(body.data).toEqual({ already_queued: false, sync_id: `${ids[index]}-1`, type: 'FULL' })
  }
  await soon()
  expect(asking.size).toBe(4)
  // One that runs and one that waits are both known.
  for (const id of ids)
    expect((await force(id, 'FULL')).body.data).toMatchObject({ already_queued: true, sync_id: `${id}-1` })
  const ended = Promise.all(ids.map((id) => connector.sync(id)))
  go()
  for (const [index, summary] of (await ended).entries()) {
    expect(summary).toMatchObject({ runId: `${ids[index]}-1`, state: 'SUCCEEDED' })
  }
  expect(most()).toBe(4)
  await connector.close()
})

test('one that is paused while it waits makes no call, and goes on when it is resumed', async () => {
  const { connector, ids, asking, go } = await createSeveral(5)
  const syncs = ids.map((id) => connector.sync(id))
  await soon()
  expect(asking.size).toBe(4)
  const all = await connector.integrations()
  const waiting = all.find(({ customerId }) => !asking.has(customerId))!.id
  const paused = connector.administration.setEnabled(waiting, false)
  await soon()
  go()
  await paused
  expect(await syncs[ids.indexOf(waiting)]).toMatchObject({ state: 'CANCELLED', calls: 0 })
  expect(await findOpenRuns(connector.store, waiting)).toMatchObject([{ attemptState: 'CANCELLED' }])
  await connector.administration.setEnabled(waiting, true)
  expect(await connector.sync(waiting)).toMatchObject({ state: 'SUCCEEDED' })
  await Promise.all(syncs)
  await connector.close()
})

test('one that is removed while it runs is stopped first, and nothing of it comes back', async () => {
  const { connector, ids, asking } = await createSeveral(1)
  const sync = connector.sync(ids[0]!)
  await soon()
  expect(asking.size).toBe(1)
  await connector.administration.removeIntegration(ids[0]!)
  expect(await sync).toMatchObject({ state: 'CANCELLED' })
  for (const table of ['integration', 'sync_run', 'checkpoint', 'sync_cursor']) {
    expect(await connector.store.database.selectFrom(table).selectAll().execute(), table).toEqual([])
  }
  await connector.close()
})

test('one that another process syncs is neither synced nor removed here, and asking for it tells of the other run', async () => {
  const { connector, ids } = await createSeveral(1)
  const [id] = ids as [string]
  const other = { name: 'another-host 7 abc', isGone: () => false }
  const during = { now: '2026-01-15T12:00:00.000Z', until: '2026-01-15T12:15:00.000Z' }
  await takeLease(connector.store, id, other, during)
  const theirs = await startRun(connector.store, id, 'DELTA', during.now)
  await expect(connector.sync(id)).rejects.toThrow(/is being synced by process 7 on another-host/)
  const forced = await call(connector, 'key', id, '/force-sync', { method: 'POST' })
  expect(forced.body.data).toEqual({ already_queued: true, sync_id: theirs.id, type: 'DELTA' })
  await expect(connector.administration.removeIntegration(id)).rejects.toThrow(/Pause it, wait, and remove it then/)
  expect(await connector.integrations()).toHaveLength(1)
  expect(await findOpenRuns(connector.store, id)).toMatchObject([{ id: theirs.id, attempts: 0 }])
  await connector.close()
})
