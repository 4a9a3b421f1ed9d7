import { createHash } from 'node:crypto'
import type { Integration } from './store/integration.ts'
import type { Run, SyncType } from './store/runs.ts'

/** How often an integration is synced, in milliseconds from the start of one run to the start of the next. */
export type ScheduleSettings = { deltaEvery: number; fullEvery: number }

const minute = 60_000
const hour = 60 * minute

/** What the unified API's own vendor does (https://docs.kombo.dev, syncs). */
export const defaultSchedule: ScheduleSettings = { deltaEvery: 3 * hour, fullEvery: 10 * hour }

/** The first wait after a run that failed; each later one is twice the one before it, up to the time between deltas. */
const firstRetry = 5 * minute

/** What the history of an integration says: its runs that are not complete, and when the last complete ones began. */
export type ScheduleHistory = { open: readonly Run[]; lastFull: string | undefined; lastDelta: string | undefined }

/** The next sync of an integration; `at` may be past. */
export type NextSync = { type: SyncType; at: number }

/**
 * The sync an integration needs next. It follows from the run history alone, so that a restart changes nothing and a run that
 * somebody started by hand moves the ones after it. A full run is also as good as a delta.
 *
 * @param now epoch milliseconds.
 */
export function nextSync(
  integration: Pick<Integration, 'id' | 'createdAt' | 'updatedAt'>,
  { open, lastFull, lastDelta }: ScheduleHistory,
  settings: ScheduleSettings,
  now: number,
): NextSync {
  const due: NextSync[] = open.map((run) => ({ type: run.type, at: resumeTime(integration, run, settings) }))
  const isOpen = (type: SyncType): boolean => open.some((run) => run.type === type)
  const last = [lastFull, lastDelta].filter((instant) => instant !== undefined).sort()
  const after = (instant: string, every: number): number => Date.parse(instant) + every - spread(integration.id, every)
  if (!isOpen('FULL')) {
    const at = lastFull === undefined ? Date.parse(integration.createdAt) : after(lastFull, settings.fullEvery)
    due.push({ type: 'FULL', at })
  }
  const latest = last.at(-1)
  if (!isOpen('DELTA') && latest !== undefined) due.push({ type: 'DELTA', at: after(latest, settings.deltaEvery) })
  // Of two that are due a delta goes before a full run that is resumed: it is short, and the other may wait for its calls.
  const order = (one: NextSync): number => ((one.type === 'DELTA') === isOpen('FULL') ? 0 : 1)
  const first = (one: NextSync, other: NextSync): number =>
    Math.max(one.at, now) - Math.max(other.at, now) || order(one) - order(other)
  return due.sort(first)[0]!
}

/** When a run that is not complete goes on. */
function resumeTime(
  { updatedAt }: Pick<Integration, 'updatedAt'>,
  { startedAt, attempts, attemptState, endedAt, resumeAt }: Run & { resumeAt?: string | null },
  { deltaEvery }: ScheduleSettings,
): number {
  // It was cut off, or stopped on purpose.
  if (endedAt === null || attemptState === 'CANCELLED') return Date.parse(endedAt ?? startedAt)
  if (resumeAt != null) return Date.parse(resumeAt)
  const ended = Date.parse(endedAt)
  if (attemptState === 'AUTHENTICATION_FAILED') {
    // New credentials are tried at once, refused ones not too often: iCIMS may lock the user.
    return Date.parse(updatedAt) > ended ? Date.parse(updatedAt) : ended + deltaEvery
  }
  return ended + Math.min(deltaEvery, firstRetry * 2 ** Math.min(attempts - 1, 20))
}

/** Up to a twentieth of the time between two syncs, by the id: integrations made together are not due together. */
function spread(integrationId: string, every: number): number {
  const share = createHash('sha256').update(integrationId).digest().readUInt32BE() / 2 ** 32
  return Math.floor((share * every) / 20)
}
