import { expect, test } from 'vitest'
import { createIcimsClient } from '../../../connector/icims/client.ts'
import { defaultMapping } from '../../../connector/models/settings.ts'
import { defaultScopes, defaultSync } from '../../../connector/settings.ts'
import { openDatabase } from '../../../connector/store/database.ts'
import { createStore } from '../../../connector/store/store.ts'
import { type SyncSummary, syncIntegration } from '../../../connector/sync/sync.ts'
import type { Simulator } from '../../../simulator/index.ts'
import { asFetch, createTenant, originOf } from '../../tenant.ts'
import { createWaitingClock } from '../waiting-clock.ts'

/** One call as the server saw it: when it came, in milliseconds since the first, and how many were under way with it. */
type Seen = { at: number; underWay: number; status: number }

/** How the server answers a call that comes at a moment, with so many under way: after how long, and whether at all. */
type Behaviour = (at: number, underWay: number) => { after: number; refuses?: boolean }

/** A whole full sync of a server that takes time, on a clock that goes on by itself. */
async function syncWith(simulator: Simulator, behave: Behaviour): Promise<{ summary: SyncSummary; seen: Seen[] }> {
  const clock = createWaitingClock('2026-01-15T12:00:00Z')
  const start = clock.now().getTime()
  const seen: Seen[] = []
  let underWay = 0
  const fetch = asFetch(async (request) => {
    underWay += 1
    const at = clock.now().getTime() - start
    const { after, refuses = false } = behave(at, underWay)
    const call = { at, underWay, status: refuses ? 429 : 200 }
    seen.push(call)
    await clock.sleep(after)
    const answer = refuses ? new Response('', { status: 429 }) : await simulator.fetch(request)
    underWay -= 1
    return answer
  })
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[1]!
  const auth = { type: 'basic', username, password } as const
  const baseUrl = originOf(simulator)
  const client = createIcimsClient({ customerId: String(customerId), baseUrl, auth, fetch, clock, random: () => 0.5 })
  const store = createStore(await openDatabase('memory'))
  const integration = { id: 'i', settings: defaultMapping, sync: defaultSync, scopes: defaultScopes }
  let summary: SyncSummary | undefined
  const done = syncIntegration({ integration, store, client, clock, type: 'FULL' }).then((ended) => {
    summary = ended
  })
  while (summary === undefined) await clock.step()
  await done
  await store.close()
  return { summary, seen }
}

/** The most calls under way at once among those that came within a time. */
function highest(seen: readonly Seen[], from: number, to = Number.POSITIVE_INFINITY): number {
  return Math.max(...seen.filter(({ at }) => at >= from && at < to).map(({ underWay }) => underWay))
}

const refused = (seen: readonly Seen[]): number => seen.filter(({ status }) => status === 429).length

test('a storm of 429 halves the pace again and again, sets nothing aside, and when it is over the pace recovers', async () => {
  await using simulator = await createTenant({ people: 300 })
  const [begin, end] = [10_000, 14_000]
  const { summary, seen } = await syncWith(simulator, (at) => ({ after: 500, refuses: at >= begin && at < end }))
  expect(summary).toMatchObject({ type: 'FULL', state: 'SUCCEEDED', setAside: [] })
  expect(summary.counts.ats_applications.created).toBe(simulator.tenant.store.count('applicantworkflow'))
  expect(highest(seen, 0, begin)).toBe(16)
  expect(highest(seen, begin + 1_000, end)).toBeLessThanOrEqual(4)
  expect(highest(seen, end)).toBeGreaterThanOrEqual(12)
  // At full pace 32 would be turned away in each of the four seconds.
  expect(refused(seen)).toBeLessThanOrEqual(40)
})

test('a server that takes few calls at a time is soon asked no more than it takes', async () => {
  await using simulator = await createTenant({ people: 120 })
  const { summary, seen } = await syncWith(simulator, (_, underWay) => ({ after: 200, refuses: underWay > 5 }))
  expect(summary).toMatchObject({ state: 'SUCCEEDED', setAside: [] })
  expect(highest(seen, 5_000)).toBeLessThanOrEqual(6)
  expect(refused(seen)).toBeLessThan(seen.length / 10)
})

test('a server that slows down is asked less at a time, and more again once it is quick', async () => {
  await using simulator = await createTenant({ people: 300 })
  const [begin, end] = [4_000, 40_000]
  const { summary, seen } = await syncWith(simulator, (at) => ({ after: at >= begin && at < end ? 2_000 : 200 }))
  expect(summary).toMatchObject({ state: 'SUCCEEDED', setAside: [] })
  expect(highest(seen, 0, begin)).toBe(16)
  expect(highest(seen, end - 10_000, end)).toBeLessThanOrEqual(8)
  expect(highest(seen, end + 5_000)).toBeGreaterThanOrEqual(12)
})
