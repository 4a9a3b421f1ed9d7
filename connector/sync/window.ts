import { type IcimsFilter, type IcimsSearch, searchPrefix } from '../icims/client.ts'

const minute = 60_000

/**
 * The filter of a delta: changed since the last complete run, up to the start of this one. iCIMS compares at the minute
 * (SRCH), so the window starts a minute early; what it shows twice is stored once. Its end is fixed: a row that changes
 * while the pages are read leaves the window and is found by the next run.
 */
export function changedWithin(type: IcimsSearch, since: string, until: string): IcimsFilter {
  return {
    name: `${searchPrefix[type]}.updateddate`,
    value: [formatDateTime(Date.parse(since) - minute)],
    secondaryValue: [formatDateTime(Date.parse(until))],
  }
}

/** `yyyy-MM-dd hh:mm a`, UTC (SRCH). */
function formatDateTime(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString()
  const hour = Number(iso.slice(11, 13))
  return `${iso.slice(0, 10)} ${String(hour % 12 || 12).padStart(2, '0')}:${iso.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
}
