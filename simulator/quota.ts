import type { Clock } from './clock.ts'
import { errorCodes, IcimsError } from './errors.ts'
import type { Note } from './journal.ts'
import type { ApiUser, TenantConfig } from './tenant/config.ts'

/** The three headers every answer carries (C1). */
export type RateLimit = { limit: number; remaining: number; reset: number }

/** Counts the calls of each API user by the UTC day of the tenant's clock. */
export type Quota = {
  /**
   * Takes one call off the user's day; a tenant that only warns notes that there was none left.
   *
   * @throws IcimsError 429 when none is left. The status is reported (P2), the body is inferred.
   */
  spend(user: ApiUser, notes: Note[]): void
  /** Where the user stands; before sign-in the tenant's default limit, untouched. */
  state(user: ApiUser | undefined): RateLimit
  /** Everybody's day starts anew. */
  reset(): void
  /** What was used on which day, counted from 1970, to be put back later. */
  save(): SavedQuota
  load(saved: SavedQuota): void
}

/** Calls by API user on one day. */
export type SavedQuota = { day: number; used: readonly (readonly [string, number])[] }

/** What an account of iCIMS has by default (D22), shown where nobody signed in. */
const defaultLimit = 10_000
/** Shown to a user without a limit: the header has to hold some number. */
const unlimited = 1_000_000_000

const dayLength = 86_400_000

export function createQuota(clock: Clock, { quotaMode = 'enforce' }: Pick<TenantConfig, 'quotaMode'>): Quota {
  let day = 0
  const used = new Map<string, number>()
  const today = (): Map<string, number> => {
    const now = Math.floor(clock.now() / dayLength)
    if (now !== day) {
      day = now
      used.clear()
    }
    return used
  }
  const limitOf = (user: ApiUser): number => (user.quota === 'unlimited' ? unlimited : user.quota)
  return {
    spend(user, notes) {
      const spent = today().get(user.username) ?? 0
      if (spent >= limitOf(user)) {
        if (quotaMode === 'enforce') throw quotaReached()
        const reason = `The ${limitOf(user)} calls of the day were used up; this tenant only warns.`
        notes.push({ kind: 'over-quota', subject: user.username, reason })
      }
      used.set(user.username, spent + 1)
    },
    state(user) {
      const limit = user === undefined ? defaultLimit : limitOf(user)
      const spent = user === undefined ? 0 : (today().get(user.username) ?? 0)
      return { limit, remaining: Math.max(0, limit - spent), reset: secondsToMidnight(clock.now()) }
    },
    reset: () => used.clear(),
    save: () => ({ day, used: [...used] }),
    load(saved) {
      day = saved.day
      used.clear()
      for (const [user, calls] of saved.used) used.set(user, calls)
    },
  }
}

/** The refusal of a call beyond the daily limit. */
export function quotaReached(): IcimsError {
  return new IcimsError(429, [
    { code: errorCodes.quota, message: 'The daily limit of web service requests is reached.' },
  ])
}

/** Whole seconds until 00:00 UTC: both captures land on it (C1). */
function secondsToMidnight(now: number): number {
  return Math.ceil((dayLength - (now % dayLength)) / 1_000)
}
