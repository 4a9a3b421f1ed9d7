const day = 86_400_000
const minute = 60_000

/**
 * Reads a date as iCIMS's own search screen writes it, counted from the tenant's day: `{DATE:START}{DATE:-9}` is the
 * beginning of the day nine days ago, `{DATE:END}` the last minute of today (FORUM1, FORUM2; what the parts mean is inferred
 * from their use there).
 *
 * @param now milliseconds since 1970 UTC.
 * @returns milliseconds, or undefined for text that is no such token.
 */
export function parseDateToken(text: string, now: number): number | undefined {
  if (!/^(\{DATE:(START|END|[+-]?\d{1,5})\})+$/.test(text)) return undefined
  const parts = [...text.matchAll(/\{DATE:([^}]+)\}/g)].map(([, part]) => part!)
  const days = parts.filter((part) => part !== 'START' && part !== 'END').map(Number)
  const midnight = now - (now % day) + days.reduce((sum, one) => sum + one, 0) * day
  return parts.includes('END') ? midnight + day - minute : midnight
}

/** Bounds nothing where it stands alone as an upper bound: a user found that everybody matched, blank dates too (FORUM2). */
export const endToken = '{DATE:END}'
