import { expect, test } from 'vitest'
import {
  addRunProgress,
  endAttempt,
  listRuns,
  pruneRuns,
  takeChangedModels,
} from '../../../connector/store/run-history.ts'
import { findOpenRuns, finishRun, startRun } from '../../../connector/store/runs.ts'
import { addSetAside, listSetAside } from '../../../connector/store/set-aside.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { createPair } from '../../pair.ts'
import { databases, testsOn } from '../databases.ts'

const t1 = '2026-01-01T00:00:00.000Z'
const t2 = '2026-01-02T00:00:00.000Z'

for (const database of databases) {
  const onStore = testsOn(database)

  onStore('a run counts its rows and calls over all its attempts', async (store) => {
    const run = await startRun(store, 'i', 'FULL', t1)
    await addRunProgress(store, run.id, 3, { ats_jobs: { created: 2, changed: 0, unchanged: 1, deleted: 0 } })
    await endAttempt(store, run, { state: 'FAILED', at: t1, message: 'no answer' })
    expect(await findOpenRuns(store, 'i')).toMatchObject([
      { state: null, attempts: 1, attemptState: 'FAILED', endedAt: t1, message: 'no answer' },
    ])
    await addRunProgress(store, run.id, 4, { ats_jobs: { created: 0, changed: 1, unchanged: 1, deleted: 5 } })
    await endAttempt(store, run, { state: 'SUCCEEDED', at: t2, message: null })
    await finishRun(store, run, { state: 'SUCCEEDED', at: t2, message: null, streams: [], knownUpTo: t1 })
    expect(await listRuns(store, 'i', 5)).toEqual([
      {
        ...run,
        state: 'SUCCEEDED',
        attempts: 2,
        attemptState: 'SUCCEEDED',
        endedAt: t2,
        calls: 7,
        counts: { ats_jobs: { created: 2, changed: 1, unchanged: 2, deleted: 5 } },
      },
    ])
    expect(await listRuns(store, 'j', 5)).toEqual([])
  })

  onStore('models that changed are told once, and again when they change again', async (store) => {
    const run = await startRun(store, 'i', 'FULL', t1)
    const one = { created: 1, changed: 0, unchanged: 9, deleted: 0 }
    await addRunProgress(store, run.id, 1, { ats_jobs: one, ats_candidates: { ...one, created: 0 } })
    expect(await takeChangedModels(store, run.id)).toEqual(['ats_jobs'])
    expect(await takeChangedModels(store, run.id)).toEqual([])
    await addRunProgress(store, run.id, 1, { ats_applications: { ...one, created: 0, deleted: 1 }, ats_jobs: one })
    expect(await takeChangedModels(store, run.id)).toEqual(['ats_applications', 'ats_jobs'])
  })

  onStore('the history is bounded, and the numbers of runs go on', async (store) => {
    for (let i = 1; i <= 12; i++) {
      const run = await startRun(store, 'i', 'DELTA', t1)
      await addSetAside(store, run.id, [{ stream: 'people', remoteId: '1', reason: 'gone' }], t1)
      await finishRun(store, run, { state: 'SUCCEEDED', at: t1, message: null, streams: [], knownUpTo: t1 })
      await pruneRuns(store, run, 10)
    }
    const other = await startRun(store, 'j', 'FULL', t1)
    await pruneRuns(store, other, 10)
    const ids = (await listRuns(store, 'i', 100)).map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 10 }, (_, i) => `i-${12 - i}`))
    expect(await listSetAside(store, 'i-2')).toEqual([])
    expect(await listSetAside(store, 'i-3')).toHaveLength(1)
    expect((await startRun(store, 'i', 'DELTA', t2)).id).toBe('i-13')
  })
}

test('what happens at the end of a run is written with the end, or neither is', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 24, clock } })
  const { store } = pair.connector
  const [integration] = await pair.connector.integrations()
  const { createIcimsClient } = await import('../../../connector/icims/client.ts')
  const { syncIntegration } = await import('../../../connector/sync/sync.ts')
  const { asFetch } = await import('../../tenant.ts')
  const user = pair.simulator.coordinates.users[1]!
  const options = () => {
    const connectorClock = { now: () => new Date(clock.now()), sleep: async () => {} }
    const client = createIcimsClient({
      baseUrl: 'https://api.icims.com',
      customerId: '1234',
      auth: { type: 'basic', username: user.username, password: user.password },
      fetch: asFetch((request) => pair.simulator.fetch(request)),
      clock: connectorClock,
    })
    return { integration: integration!, store, client, clock: connectorClock, type: 'FULL' as const }
  }
  const refused = syncIntegration({
    ...options(),
    onEnd: async (inner) => {
      await inner.database.insertInto('sync_cursor').values({ integration_id: 'x', stream: 'x', value: 'x' }).execute()
      throw new Error('no')
    },
  })
  await expect(refused).rejects.toThrow('no')
  expect(await store.database.selectFrom('sync_cursor').selectAll().execute()).toEqual([])
  expect(await findOpenRuns(store, pair.integrationId)).toMatchObject([{ attempts: 0, state: null }])
  const ends: unknown[] = []
  const summary = await syncIntegration({ ...options(), onEnd: async (_, end) => void ends.push(end) })
  expect(summary.state).toBe('SUCCEEDED')
  expect(ends).toMatchObject([{ state: 'SUCCEEDED', run: { id: summary.runId } }])
  const [past] = await listRuns(store, pair.integrationId, 1)
  const live = await store.countLive(pair.integrationId, 'ats_applications')
  // The rows were written by the first attempt, the calls are those of both.
  expect(past!.counts.ats_applications).toEqual({ created: live, changed: 0, unchanged: 0, deleted: 0 })
  expect(past!.calls).toBe(pair.simulator.tenant.journal.total)
})
