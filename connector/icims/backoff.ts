const longestWait = 60_000

/**
 * Milliseconds before the next try: twice as long each time, spread by chance. What the server asks for counts, up to a
 * minute.
 *
 * @param attempt how many tries failed so far.
 * @param retryAfter the header of that name, in seconds.
 */
export function waitBefore(attempt: number, retryAfter: string | null, random: () => number): number {
  const backoff = Math.min(250 * 2 ** (attempt - 1), longestWait) * (0.5 + random())
  return Math.min(Math.max(backoff, waitAsked(retryAfter)), longestWait)
}

/** Milliseconds that the server asks to wait, up to a minute; 0 when it asks for none, or in words. */
export function waitAsked(retryAfter: string | null): number {
  const asked = Number(retryAfter) * 1_000
  return Number.isNaN(asked) ? 0 : Math.min(asked, longestWait)
}
