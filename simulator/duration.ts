import { RefusedError } from './refused-error.ts'

const units = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const

/**
 * Milliseconds of a text such as `7d`, `36h` or `1d12h30m`: weeks, days, hours, minutes, seconds, milliseconds.
 *
 * @throws RefusedError for any other text.
 */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[wdhms])/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    throw new RefusedError(400, `"${text}" is no length of time. Write 7d, 36h or 1d12h30m (w, d, h, m, s, ms).`)
  }
  return Math.round(parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit as keyof typeof units], 0))
}

/**
 * Milliseconds since 1970 UTC of an ISO 8601 date, or date and time; UTC unless it names an offset.
 *
 * @throws RefusedError for any other text.
 */
export function parseInstant(text: string): number {
  const match = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text)
  const time = match === null ? Number.NaN : Date.parse(match[1] === undefined || match[4] ? text : `${text}Z`)
  if (Number.isNaN(time))
    throw new RefusedError(400, `"${text}" is no instant. Write 2026-02-01 or 2026-02-01T09:30:00Z.`)
  return time
}

/**
 * How many times as fast as the machine's a clock runs, of a text such as `60x`, `60` or `0.5`.
 *
 * @throws RefusedError for any other text, and for a speed of 0.
 */
export function parseSpeed(text: string): number {
  const speed = /^\d+(\.\d+)?x?$/.test(text) ? Number.parseFloat(text) : 0
  if (speed > 0) return speed
  throw new RefusedError(400, `"${text}" is no speed. Write 60x for sixty times real time.`)
}
