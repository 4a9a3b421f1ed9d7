import type { Context, MiddlewareHandler } from 'hono'
import type { Clock } from '../clock.ts'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'

/** How much is taken of one client; null takes everything. */
export type ApiLimits = {
  /** Calls of an environment's keys in a minute, together. */
  requestsPerMinute: number | null
  /** Actions of an integration under way at the same time. */
  concurrentActions: number | null
}

/** 300 calls a minute is what the vendor states; it names no number of actions. */
export const defaultLimits: ApiLimits = { requestsPerMinute: 300, concurrentActions: 50 }

const minute = 60_000

/** Counts the calls of an environment, minute by minute, and tells what is left on every answer. */
export function limitRate(limit: number, clock: Clock): MiddlewareHandler<ApiEnvironment> {
  const windows = new Map<string, { began: number; calls: number }>()
  return async (context, next) => {
    const now = clock.now().getTime()
    const { environmentId } = context.var
    let window = windows.get(environmentId)
    // A clock that was set back begins anew.
    if (window === undefined || now >= window.began + minute || now < window.began) {
      window = { began: now, calls: 0 }
      windows.set(environmentId, window)
    }
    const isLeft = window.calls < limit
    if (isLeft) window.calls += 1
    const reset = Math.ceil((window.began + minute - now) / 1_000)
    context.header('ratelimit-limit', String(limit))
    context.header('ratelimit-remaining', String(limit - window.calls))
    context.header('ratelimit-reset', String(reset))
    if (isLeft) return next()
    context.header('retry-after', String(reset))
    throw new ApiError(
      'PLATFORM.RATE_LIMIT_EXCEEDED',
      `${limit} calls a minute are taken. The next is taken in ${reset} s.`,
    )
  }
}

/** Counts the actions of an integration that are under way. */
export function limitConcurrency(limit: number): MiddlewareHandler<ApiEnvironment> {
  const running = new Map<string, number>()
  return async (context, next) => {
    if (!isAction(context)) return next()
    const { id } = await context.var.integration()
    const others = running.get(id) ?? 0
    context.header('concurrency-limit', String(limit))
    context.header('concurrency-remaining', String(Math.max(0, limit - others - 1)))
    if (others >= limit) {
      throw new ApiError(
        'PLATFORM.CONCURRENCY_LIMIT_EXCEEDED',
        `${limit} actions of this integration are under way. Wait until one is done.`,
      )
    }
    running.set(id, others + 1)
    try {
      await next()
    } finally {
      const left = running.get(id)! - 1
      if (left === 0) running.delete(id)
      else running.set(id, left)
    }
  }
}

/** What goes to iCIMS: every write, and the reading of attachments. */
function isAction({ req }: Context): boolean {
  return req.method !== 'GET' || /\/attachments$/.test(req.path)
}
