import { icimsPageSize } from '../icims/client.ts'
import { isModelEnabled } from '../scopes.ts'
import { type Run, readCheckpoint, type SyncType } from '../store/runs.ts'
import { listUnread } from '../store/set-aside.ts'
import { listNewTracked } from '../store/tracked.ts'
import { daysFor, type Estimate, reserveFor } from './budget.ts'
import { createFind } from './find.ts'
import { neededStreams } from './needed-streams.ts'
import { chooseRun, isSynced } from './open-run.ts'
import { trackedColumnOf } from './selection.ts'
import { snapshots } from './snapshots.ts'
import type { Stream } from './stream.ts'
import type { SyncOptions } from './sync.ts'

/** What planning a run needs. */
export type PlanOptions = Pick<SyncOptions, 'store' | 'integration' | 'client' | 'clock' | 'type' | 'pageSize'> & {
  onProgress?: (progress: PlanProgress) => void
}

/** How far the count has come. */
export type PlanProgress = { stream: string; records: number; calls: number }

/** What a run will take. */
export type SyncPlan = {
  /** A delta without an earlier complete run becomes full. */
  type: SyncType
  /** The run it will go on with, if one was cut off. */
  resumes: string | null
  /** Records to be read of each kind, and the searches that find them. */
  streams: readonly { stream: string; records: number; searches: number }[]
  calls: Estimate
  /** UTC days, this one included; null where the day's limit is not known, or leaves nothing to a sync. */
  days: Estimate | null
  /** Calls a day that a run may make: the limit without what is kept for what goes before it. */
  callsADay: number | null
  /** Calls of this day that are left, before that is taken off. */
  callsLeft: number | null
  /** Calls that the plan itself made. */
  spent: number
}

/**
 * Counts what a run would read, and reads none of it: the same searches that the run would make, from where it would go on,
 * page by page of ids. So it costs as many calls as the run has searches, one for a thousand records, and is exact for records
 * as they are now. Every record is one call more; what cannot be known before records are read has a least and a most: whether
 * a user was read as a person before, and how many locations and people the jobs name that no other has named. A day that ends
 * in the middle of a run costs up to a search, and the locations of the jobs that are left once more.
 */
export async function planSync(options: PlanOptions): Promise<SyncPlan> {
  const { integration, client, clock } = options
  const before = client.calls
  const { known, fresh } = await chooseRun(options)
  const run: Run = known ?? fresh(clock.now().toISOString())
  const streams: SyncPlan['streams'][number][] = []
  const calls = callsOfSnapshots(integration)
  for (const stream of neededStreams(integration)) {
    const { records, searches } = await count(options, run, stream, before)
    const [least, most] = stream.calls ?? [1, 1]
    // A full run asks who the users are before it reads people.
    const asked = stream.owns.includes('ats_users') && run.type === 'FULL' ? searches : 0
    calls.atLeast += searches + least * records
    calls.atMost += searches + most * records + asked
    streams.push({ stream: stream.name, records, searches })
  }
  const { limit, remaining } = client.rateLimit ?? {}
  const kept = reserveFor(run.type, !(await isSynced(options)), integration.sync)
  const callsADay = limit === undefined ? null : Math.max(0, limit - kept(limit))
  const days = callsADay === null ? null : daysFor(calls, callsADay, remaining! - kept(limit!))
  const spent = client.calls - before
  return {
    type: run.type,
    resumes: known?.id ?? null,
    streams,
    calls,
    days,
    callsADay,
    callsLeft: remaining ?? null,
    spent,
  }
}

/** What is read whole takes a call for each thing the integration names; a portal of more than a thousand jobs takes more. */
function callsOfSnapshots(integration: PlanOptions['integration']): Estimate {
  const isRead = snapshots.filter(({ owns }) => owns.some((model) => isModelEnabled(integration.scopes, model)))
  const sum = isRead.reduce((calls, snapshot) => calls + (snapshot.calls?.(integration.settings) ?? 0), 0)
  return { atLeast: sum, atMost: sum }
}

async function count(
  options: PlanOptions,
  run: Run,
  stream: Stream,
  before: number,
): Promise<{ records: number; searches: number }> {
  const { store, client, pageSize = icimsPageSize, onProgress } = options
  const { lastId, done } =
    run.id === '' ? { lastId: '0', done: false } : await readCheckpoint(store, run.id, stream.name)
  if (done) return { records: 0, searches: 0 }
  const find = await createFind({ ...options, pageSize }, run, stream)
  let records = run.type === 'DELTA' && lastId === '0' ? await countAgain(options, stream) : 0
  let searches = 0
  for (let after = lastId, isLast = false; !isLast; ) {
    const found = await find.next(after)
    records += found.ids.length
    searches += find.isSearch ? 1 : 0
    after = found.upTo
    isLast = found.isLast
    onProgress?.({ stream: stream.name, records, calls: client.calls - before })
  }
  return { records, searches }
}

/** What a delta reads whenever it changed. What portals will say is not known yet. */
async function countAgain({ store, integration }: PlanOptions, stream: Stream): Promise<number> {
  const unread = (await listUnread(store, integration.id, stream.name)).filter(({ isGone }) => !isGone)
  const tracked = trackedColumnOf(stream, integration.sync)
  const added = tracked === undefined ? [] : await listNewTracked(store, integration.id, tracked)
  return new Set([...unread.map(({ remoteId }) => remoteId), ...added]).size
}
