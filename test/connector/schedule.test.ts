import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultSchedule, nextSync } from '../../connector/schedule.ts'
import { createScheduler } from '../../connector/scheduler.ts'
import { openDatabase } from '../../connector/store/database.ts'
import { type Integration, saveIntegration } from '../../connector/store/integration.ts'
import { endAttempt, readScheduleHistory } from '../../connector/store/run-history.ts'
import { finishRun, type Run, type SyncState, type SyncType, startRun } from '../../connector/store/runs.ts'
import { createStore, type Store } from '../../connector/store/store.ts'
import { databases } from './databases.ts'
import { createWaitingClock } from './waiting-clock.ts'

const hour = 3_600_000
const noon = '2026-01-15T12:00:00.000Z'
const t0 = Date.parse(noon)
const at = (hours: number): string => new Date(t0 + hours * hour).toISOString()
const integration = { id: 'i', createdAt: noon, updatedAt: noon }
const never = { open: [], lastFull: undefined, lastDelta: undefined }

function open(type: SyncType, more: Partial<Run> & { resumeAt?: string }): Run {
  const attempt = { attempts: 0, attemptState: null, endedAt: null, message: null, calls: 0 }
  return { id: 'i-1', integrationId: 'i', type, state: null, startedAt: noon, ...attempt, ...more } as Run
}

/** When it is due, in hours after noon. */
function next(history: Parameters<typeof nextSync>[1], now = t0, more: object = {}) {
  const { type, at } = nextSync({ ...integration, ...more }, history, defaultSchedule, now)
  return [type, (at - t0) / hour] as const
}

test('an integration that was never synced is due at once, in full', () => {
  expect(next(never)).toEqual(['FULL', 0])
})

test('a delta follows every three hours, a full run every ten, each a little early by its own share', () => {
  const [type, due] = next({ ...never, lastFull: noon })
  expect(type).toBe('DELTA')
  expect(due).toBeGreaterThan(2.85)
  expect(due).toBeLessThanOrEqual(3)
  expect(next({ ...never, lastFull: noon, lastDelta: at(2.9) })[1]).toBeCloseTo(due + 2.9, 5)
  const [later, fullDue] = next({ ...never, lastFull: noon, lastDelta: at(8.8) }, t0 + 8.8 * hour)
  expect(later).toBe('FULL')
  expect(fullDue).toBeGreaterThan(9.5)
  expect(fullDue).toBeLessThanOrEqual(10)
})

test('a run by hand moves the ones after it, and a full run counts as a delta', () => {
  const byHand = next({ ...never, lastFull: noon, lastDelta: at(1) })
  expect(byHand[1]).toBeCloseTo(next({ ...never, lastFull: noon })[1] + 1, 5)
  expect(next({ ...never, lastFull: at(5), lastDelta: at(1) })[1]).toBeGreaterThan(7.8)
})

test('of two that are due the full run goes first, unless it is one that is resumed', () => {
  expect(next({ ...never, lastFull: at(-20), lastDelta: at(-20) })[0]).toBe('FULL')
  const resumed = open('FULL', { attempts: 1, attemptState: 'FAILED', endedAt: at(-9), startedAt: at(-9) })
  expect(next({ open: [resumed], lastFull: at(-20), lastDelta: at(-9) })[0]).toBe('DELTA')
})

test('a run that was cut off or stopped goes on at once', () => {
  expect(next({ ...never, open: [open('FULL', { startedAt: at(-1) })] })).toEqual(['FULL', -1])
  const stopped = open('DELTA', { attempts: 1, attemptState: 'CANCELLED', endedAt: at(-1) })
  expect(next({ open: [stopped], lastFull: at(-2), lastDelta: undefined })).toEqual(['DELTA', -1])
})

test('a run that failed is tried again after a while that doubles, up to the time between deltas', () => {
  const after = (attempts: number) =>
    next({ ...never, open: [open('FULL', { attempts, attemptState: 'FAILED', endedAt: noon })] })[1] * 60
  expect([1, 2, 3, 4].map((attempts) => Math.round(after(attempts)))).toEqual([5, 10, 20, 40])
  expect(after(50)).toBe(180)
  const told = open('FULL', { attempts: 1, attemptState: 'FAILED', endedAt: noon, resumeAt: at(12) })
  expect(next({ ...never, open: [told] })).toEqual(['FULL', 12])
})

test('refused credentials are tried again at the pace of deltas, new ones at once', () => {
  const refused = open('FULL', { attempts: 3, attemptState: 'AUTHENTICATION_FAILED', endedAt: noon })
  expect(next({ ...never, open: [refused] })).toEqual(['FULL', 3])
  expect(next({ ...never, open: [refused] }, t0, { updatedAt: at(1) })).toEqual(['FULL', 1])
})

test('integrations made together are not due together', () => {
  const history = { ...never, lastFull: noon }
  const due = Array.from({ length: 100 }, (_, i) => next(history, t0, { id: `integration-${i}` })[1])
  expect(new Set(due).size).toBe(100)
  expect(Math.max(...due) - Math.min(...due)).toBeGreaterThan(0.1)
})

test('whatever the history, the next sync is never later than a full interval from the last run', () => {
  const instant = fc.option(fc.integer({ min: -100, max: 0 }).map(at), { nil: undefined })
  fc.assert(
    fc.property(instant, instant, (lastFull, lastDelta) => {
      const [, due] = next({ open: [], lastFull, lastDelta })
      expect(due).toBeLessThanOrEqual(3)
    }),
  )
})

/** A runner that ends each run as it is told, without any iCIMS. */
function createFakeRunner(store: Store, now: () => Date) {
  const asked: { id: string; type: SyncType; at: string }[] = []
  const running = new Map<string, () => void>()
  const runner = {
    asked,
    outcome: 'SUCCEEDED' as SyncState | 'throws',
    /** Runs go on until they are told to end. */
    hold: false,
    end: (id: string) => running.get(id)?.(),
    isRunning: (id: string) => running.has(id),
    stopped: [] as string[],
    stop: async (id: string) => void runner.stopped.push(id),
    async sync(id: string, { type = 'FULL' as SyncType } = {}) {
      asked.push({ id, type, at: now().toISOString() })
      if (runner.outcome === 'throws') throw new Error('no')
      const known = (await readScheduleHistory(store)).get(id)?.open[0]
      const run = known ?? (await startRun(store, id, type, now().toISOString()))
      if (runner.hold) await new Promise<void>((resolve) => running.set(id, resolve))
      running.delete(id)
      const end = { state: runner.outcome, at: now().toISOString(), message: null }
      await endAttempt(store, run, end)
      if (end.state === 'SUCCEEDED') await finishRun(store, run, { ...end, streams: [], knownUpTo: '' })
      return {} as never
    },
  }
  return runner
}

async function createScheduled() {
  const clock = createWaitingClock(noon)
  const store = createStore(await openDatabase('memory'))
  const runner = createFakeRunner(store, clock.now)
  const stop = new AbortController()
  let running = Promise.resolve()
  const start = (): void => {
    const options = { store, clock, runner: runner as never, settings: defaultSchedule }
    running = createScheduler(options).run(stop.signal)
  }
  start()
  return {
    clock,
    store,
    runner,
    start,
    add: (id: string, more: Partial<Integration> = {}) =>
      saveIntegration(store, {
        ...({ ...integration, id, state: 'ACTIVE', failingSince: null } as Integration),
        enabled: true,
        environmentId: 'local',
        ...more,
      }),
    async [Symbol.asyncDispose]() {
      stop.abort()
      await running
      await store.close()
    },
  }
}

test('a day of one integration: one full run, deltas between, and a full one again', async () => {
  await using one = await createScheduled()
  await one.add('i')
  await one.clock.advance(24 * hour)
  const types = one.runner.asked.map(({ type }) => type)
  expect(types).toEqual(['FULL', 'DELTA', 'DELTA', 'DELTA', 'FULL', 'DELTA', 'DELTA', 'DELTA', 'FULL', 'DELTA'])
})

test('one added, paused or resumed by another process is seen within half a minute', async () => {
  await using one = await createScheduled()
  await one.clock.advance(10_000)
  await one.add('i')
  await one.clock.advance(30_000)
  expect(one.runner.asked).toHaveLength(1)
  await one.add('i', { enabled: false })
  await one.clock.advance(24 * hour)
  expect(one.runner.asked).toHaveLength(1)
  await one.add('i')
  await one.clock.advance(30_000)
  expect(one.runner.asked).toHaveLength(2)
})

test('one that runs is not started again, and is stopped when it is paused', async () => {
  await using one = await createScheduled()
  one.runner.hold = true
  await one.add('i')
  await one.clock.advance(24 * hour)
  expect(one.runner.asked).toHaveLength(1)
  await one.add('i', { enabled: false })
  await one.clock.advance(30_000)
  expect(one.runner.stopped).toContain('i')
  one.runner.end('i')
})

test('a sync that cannot even be written down is not tried in a loop, and holds up no other', async () => {
  await using one = await createScheduled()
  one.runner.outcome = 'throws'
  await one.add('i')
  await one.add('j')
  await one.clock.advance(60_000)
  expect(one.runner.asked.map(({ id }) => id).sort()).toEqual(['i', 'i', 'i', 'j', 'j', 'j'])
})

for (const { name, open } of databases) {
  test(`${name}: a restart goes on from the history`, async () => {
    const store = createStore(await openDatabase(await open()))
    const full = await startRun(store, 'i', 'FULL', at(-5))
    await finishRun(store, full, { state: 'SUCCEEDED', at: at(-5), message: null, streams: [], knownUpTo: noon })
    const delta = await startRun(store, 'i', 'DELTA', at(-2))
    await finishRun(store, delta, {
      state: 'PARTIALLY_FAILED',
      at: at(-2),
      message: 'one',
      streams: [],
      knownUpTo: noon,
    })
    const half = await startRun(store, 'j', 'FULL', at(-1))
    await endAttempt(store, half, { state: 'FAILED', at: noon, message: 'no answer' })
    expect(await readScheduleHistory(store)).toEqual(
      new Map([
        ['i', { open: [], lastFull: at(-5), lastDelta: at(-2) }],
        [
          'j',
          {
            open: [{ ...half, attempts: 1, attemptState: 'FAILED', endedAt: noon, message: 'no answer' }],
            lastFull: undefined,
            lastDelta: undefined,
          },
        ],
      ]),
    )
    await store.close()
  })
}

test('a restarted scheduler starts nothing that is not due', async () => {
  const clock = createWaitingClock(noon)
  const store = createStore(await openDatabase('memory'))
  const runner = createFakeRunner(store, clock.now)
  await saveIntegration(store, {
    ...({ ...integration, state: 'ACTIVE', failingSince: null } as Integration),
    enabled: true,
    environmentId: 'local',
  })
  for (let restart = 0; restart < 5; restart++) {
    const stop = new AbortController()
    const running = createScheduler({ store, clock, runner: runner as never, settings: defaultSchedule }).run(
      stop.signal,
    )
    await clock.advance(0.5 * hour)
    stop.abort()
    await running
  }
  expect(runner.asked.map(({ type }) => type)).toEqual(['FULL'])
  await store.close()
})
