import type { Clock } from '../clock.ts'

/** How many token requests a client has in a window; more may be throttled (C4, quoting iCIMS). */
const most = 500
/** The window, in milliseconds. */
const window = 10 * 60_000

/** Counts the token requests of each client over the last ten minutes of the tenant's clock. */
export type TokenThrottle = {
  /** Counts one request, or says that there were too many. That refused ones do not count is inferred. */
  admits(clientId: string): boolean
  /** Nobody has asked for anything. */
  reset(): void
  /** When each client was admitted, to be put back later. */
  save(): SavedThrottle
  load(saved: SavedThrottle): void
}

/** Instants by client id. */
export type SavedThrottle = readonly (readonly [string, readonly number[]])[]

export function createTokenThrottle(clock: Clock): TokenThrottle {
  const admitted = new Map<string, number[]>()
  return {
    admits(clientId) {
      const now = clock.now()
      const recent = (admitted.get(clientId) ?? []).filter((time) => now - time < window)
      const isFree = recent.length < most
      if (isFree) recent.push(now)
      admitted.set(clientId, recent)
      return isFree
    },
    reset: () => admitted.clear(),
    save: () => [...admitted],
    load(saved) {
      admitted.clear()
      for (const [clientId, times] of saved) admitted.set(clientId, [...times])
    },
  }
}
