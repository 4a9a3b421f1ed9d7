import type { Clock } from '../clock.ts'
import { RetriableError } from './errors.ts'

/** Where the API user's day stands, as the last answer told (C1). `reset` is in seconds. */
export type RateLimit = { limit: number; remaining: number; reset: number }

/** Watches the three rate-limit headers and the calls made. */
export type RateLimitWatch = {
  /** Reads the headers of an answer; some answers have none. */
  read(headers: Headers): void
  /** @throws RetriableError when the day's calls are used up, down to the reserve. */
  beforeCall(): void
  readonly calls: number
  readonly state: RateLimit | undefined
}

/** @param reserve calls of the day that are left to others. */
export function createRateLimitWatch(reserve: number, clock: Clock): RateLimitWatch {
  let calls = 0
  let state: RateLimit | undefined
  let resetsAt = 0
  return {
    read(headers) {
      const limit = headers.get('x-ratelimit-limit')
      const remaining = headers.get('x-ratelimit-remaining')
      const reset = headers.get('x-ratelimit-reset')
      if (limit === null || remaining === null || reset === null) return
      state = { limit: Number(limit), remaining: Number(remaining), reset: Number(reset) }
      resetsAt = clock.now().getTime() + state.reset * 1_000
    },
    beforeCall() {
      if (state !== undefined && state.remaining <= reserve) {
        const left = resetsAt - clock.now().getTime()
        // Kept until then: of the calls that wait at this moment not one may go out.
        if (left > 0) {
          const hours = (left / 3_600_000).toFixed(1)
          throw new RetriableError(
            `The iCIMS API user has no calls left today (reserve ${reserve}). They come back at midnight UTC, in ${hours} hours.`,
          )
        }
        state = undefined
      }
      calls += 1
    },
    get calls() {
      return calls
    },
    get state() {
      return state
    },
  }
}
