import type { Feature } from '../coverage/coverage.ts'
import { type IcimsFilter, type IcimsSearch, searchPrefix } from '../icims/client.ts'
import { doc } from '../models/model.ts'
import type { SyncCursor } from '../store/runs.ts'

export const deltaFeature: Feature = {
  id: 'delta_syncs',
  label: 'Delta syncs',
  origin: doc('the updateddate filters of a search (SRCH)'),
}

const minute = 60_000

/** How far apart the clocks may be when nothing tells. */
const assumedSkew = 15 * minute

/** How long a change may be unknown to searches, whatever staleness they ask for: as old as iCIMS lets answers be (SRCH). */
const lag = 15 * minute

/**
 * The filter of a delta: changed since the last complete run. iCIMS compares at the minute (SRCH), and its index may lag, so it
 * starts early by both; what it shows twice is stored once. It has no end: whatever the clocks say, and however long the run takes, what changed is
 * shown, and what changes behind the page that is read is found by the next run.
 *
 * @param cutoff what was last updated before it is left out, if anything is.
 */
export function changedSince(type: IcimsSearch, since: string, cutoff: string | null = null): IcimsFilter {
  const from = Math.max(Date.parse(since) - minute - lag, cutoff === null ? 0 : Date.parse(cutoff))
  return updatedSince(type, new Date(from).toISOString())
}

/** The filter of everything updated at or after an instant: with a lower end alone the range has no upper one (SRCH). */
export function updatedSince(type: IcimsSearch, instant: string): IcimsFilter {
  return { name: `${searchPrefix[type]}.updateddate`, value: [formatDateTime(Date.parse(instant))] }
}

/**
 * The instant on iCIMS's clock up to which a run that began at `startedAt` on ours knows everything; the next delta starts
 * there. `updateddate` is written by their clock, ahead of ours or behind it; the `Date` of their answers tells. Without one
 * a quarter of an hour behind is assumed.
 *
 * @param skew their clock minus ours in milliseconds, at the run's first answer or the least since: later ones of a clock that
 * goes faster than ours lie after what the run's first search could see.
 */
export function knownUpTo(startedAt: string, skew: number | undefined): string {
  return new Date(Date.parse(startedAt) + (skew ?? -assumedSkew)).toISOString()
}

/**
 * The skew a run that was cut off began with, at most: nobody knows it any more. Their clock may have gained on ours since, so
 * it is taken for what it was at the run before, or for none.
 */
export function skewAtStart(skew: number | undefined, before: SyncCursor | undefined): number | undefined {
  if (skew === undefined) return undefined
  const known = before === undefined || before.beganAt === null ? 0 : skewOf(before.value, before.beganAt)
  return Math.min(skew, known)
}

/**
 * Where a delta starts on iCIMS's clock: at the cursor, or where their clock has been put back meanwhile, at the instant it now
 * says the run before began. What changed since then is dated no earlier.
 *
 * @param skew their clock minus ours in milliseconds, by the last answer.
 */
export function startOf({ value, beganAt }: SyncCursor, skew: number | undefined): string {
  if (beganAt === null || skew === undefined) return value
  return knownUpTo(beganAt, Math.min(skew, skewOf(value, beganAt)))
}

function skewOf(theirs: string, ours: string): number {
  return Date.parse(theirs) - Date.parse(ours)
}

/** `yyyy-MM-dd hh:mm a`, UTC (SRCH). */
function formatDateTime(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString()
  const hour = Number(iso.slice(11, 13))
  return `${iso.slice(0, 10)} ${String(hour % 12 || 12).padStart(2, '0')}:${iso.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
}
