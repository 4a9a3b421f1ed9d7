import type { Feature } from '../coverage/coverage.ts'
import { type IcimsFilter, type IcimsSearch, searchPrefix } from '../icims/client.ts'
import { doc } from '../models/model.ts'

export const deltaFeature: Feature = {
  id: 'delta_syncs',
  label: 'Delta syncs',
  origin: doc('the updateddate filters of a search (SRCH)'),
}

const minute = 60_000

/** How far apart the clocks may be when nothing tells. */
const assumedSkew = 15 * minute

/**
 * The filter of a delta: changed since the last complete run, up to this one's end of the window. iCIMS compares at the
 * minute (SRCH), so the window starts a minute early; what it shows twice is stored once. Its end is fixed, also for a run
 * that is resumed: what changes later is found by the next run.
 *
 * @param cutoff what was last updated before it is left out, if anything is.
 */
export function changedWithin(
  type: IcimsSearch,
  since: string,
  until: string,
  cutoff: string | null = null,
): IcimsFilter {
  const from = Math.max(Date.parse(since) - minute, cutoff === null ? 0 : Date.parse(cutoff))
  return { ...updatedSince(type, new Date(from).toISOString()), secondaryValue: [formatDateTime(Date.parse(until))] }
}

/** The filter of everything updated at or after an instant: with a lower end alone the range has no upper one (SRCH). */
export function updatedSince(type: IcimsSearch, instant: string): IcimsFilter {
  return { name: `${searchPrefix[type]}.updateddate`, value: [formatDateTime(Date.parse(instant))] }
}

/**
 * The instant on iCIMS's clock up to which a run that began at `startedAt` on ours knows everything; the next delta starts
 * there. `updateddate` is written by their clock: where it is behind ours, our own instant would lie in its future, and what
 * changes until then would be in no window. Where it is ahead our own is only too early, which costs a few calls. The `Date`
 * of their answers tells the difference; without one a quarter of an hour is assumed.
 *
 * @param skew their clock minus ours, in milliseconds.
 */
export function knownUpTo(startedAt: string, skew: number | undefined): string {
  return new Date(Date.parse(startedAt) + Math.min(skew ?? -assumedSkew, 0)).toISOString()
}

/** The end of a run's window: late enough for a clock of iCIMS that is ahead of ours. */
export function windowEnd(startedAt: string): string {
  return new Date(Date.parse(startedAt) + assumedSkew).toISOString()
}

/** `yyyy-MM-dd hh:mm a`, UTC (SRCH). */
function formatDateTime(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString()
  const hour = Number(iso.slice(11, 13))
  return `${iso.slice(0, 10)} ${String(hour % 12 || 12).padStart(2, '0')}:${iso.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
}
