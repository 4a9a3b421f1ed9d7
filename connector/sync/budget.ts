import type { SyncSettings } from '../settings.ts'
import type { SyncType } from '../store/runs.ts'

/** A number that is known to lie between two. */
export type Estimate = { atLeast: number; atMost: number }

/** What is kept of the day's calls where the integration says nothing: one in fifty for actions, one in twenty for deltas. */
const actionShare = 1 / 50
const deltaShare = 1 / 20

/**
 * How many of the day's calls a run leaves to what goes before it: actions before every sync, a delta before a full run, save
 * the first one, beside which there is no delta.
 */
export function reserveFor(
  type: SyncType,
  isFirst: boolean,
  { reserve }: Pick<SyncSettings, 'reserve'>,
): (limit: number) => number {
  const isLeft = type === 'FULL' && !isFirst
  return (limit) => {
    const actions = reserve.actions ?? Math.floor(limit * actionShare)
    const deltas = isLeft ? (reserve.deltas ?? Math.floor(limit * deltaShare)) : 0
    return actions + deltas
  }
}

/**
 * How many UTC days so many calls take, today included.
 *
 * @param today calls that are left of this day. @returns null when no day has any.
 */
export function daysFor({ atLeast, atMost }: Estimate, callsADay: number, today: number): Estimate | null {
  if (callsADay <= 0) return null
  const days = (calls: number): number => 1 + Math.max(0, Math.ceil((calls - Math.max(0, today)) / callsADay))
  return { atLeast: days(atLeast), atMost: days(atMost) }
}
