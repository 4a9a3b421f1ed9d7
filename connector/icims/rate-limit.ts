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
export function createRateLimitWatch(reserve: number): RateLimitWatch {
  let calls = 0
  let state: RateLimit | undefined
  return {
    read(headers) {
      const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
        headers.get(`x-ratelimit-${name}`),
      )
      if (limit != null && remaining != null && reset != null) {
        state = { limit: Number(limit), remaining: Number(remaining), reset: Number(reset) }
      }
    },
    beforeCall() {
      if (state !== undefined && state.remaining <= reserve) {
        const hours = (state.reset / 3_600).toFixed(1)
        // Forgotten, so that the next run asks iCIMS again instead of trusting an old answer.
        state = undefined
        throw new RetriableError(
          `The iCIMS API user has no calls left today (reserve ${reserve}). They come back at midnight UTC, in ${hours} hours.`,
        )
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
