import type { Clock } from '../clock.ts'
import { RetriableError } from './errors.ts'
import type { AnswerHeaders } from './exchange.ts'

/** Where the API user's day stands, as the last answer told (C1). `reset` is in seconds. */
export type RateLimit = { limit: number; remaining: number; reset: number }

/** One call that was let out. */
export type CountedCall = {
  /** Reads the headers of its answer; some have none, and a call that failed has no answer. */
  end(headers?: AnswerHeaders): void
}

/** Watches the three rate-limit headers and the calls made. */
export type RateLimitWatch = {
  /** @throws RetriableError with `resumeAt` when the day's calls are used up, down to the reserve. */
  begin(): CountedCall
  /** Calls of the day to leave to others, by the day's limit. */
  reserve: (limit: number) => number
  readonly calls: number
  readonly state: RateLimit | undefined
}

const names = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'] as const

/** How far apart the midnights that two answers tell may lie and be the same one, in milliseconds. */
const aside = 60_000

/**
 * Answers come in another order than they were made in, and calls under way are counted by iCIMS before or after what an
 * answer tells: what is left is taken for the least it can be, so that the reserve is kept, too early by the calls under way.
 */
export function createRateLimitWatch(reserve: (limit: number) => number, clock: Clock): RateLimitWatch {
  let calls = 0
  let underWay = 0
  let state: RateLimit | undefined
  let left = Number.POSITIVE_INFINITY
  let resetsAt = 0
  const read = (headers: AnswerHeaders, isAlone: boolean): void => {
    const [limit, remaining, reset] = names.map((name) => Number(headers.get(name) ?? Number.NaN))
    if (![limit, remaining, reset].every(Number.isFinite)) return
    const told = clock.now().getTime() + reset! * 1_000
    // Of the day before: it was under way at midnight.
    if (reset! * 1_000 <= aside && told < resetsAt - aside) return
    const isNewDay = told > resetsAt + aside
    state = { limit: limit!, remaining: remaining!, reset: reset! }
    const least = state.remaining - underWay
    left = isNewDay || isAlone ? least : Math.min(left, least)
    resetsAt = told
  }
  return {
    reserve,
    begin() {
      const kept = state === undefined ? 0 : this.reserve(state.limit)
      if (left <= kept) {
        const wait = resetsAt - clock.now().getTime()
        // Kept until then: of the calls that wait at this moment not one may go out.
        if (wait > 0) {
          const hours = (wait / 3_600_000).toFixed(1)
          throw new RetriableError(
            `The iCIMS API user has no calls left today (reserve ${kept}). They come back at midnight UTC, in ${hours} hours.`,
            { resumeAt: new Date(resetsAt).toISOString() },
          )
        }
        state = undefined
        left = Number.POSITIVE_INFINITY
      }
      calls += 1
      left -= 1
      const number = calls
      const wasAlone = underWay === 0
      underWay += 1
      return {
        end(headers) {
          underWay -= 1
          // With no other call beside it at any time, what it tells is exact.
          if (headers !== undefined) read(headers, wasAlone && calls === number)
        },
      }
    },
    get calls() {
      return calls
    },
    get state() {
      return state
    },
  }
}
