import type { Clock } from '../clock.ts'
import type { Credentials } from './credentials.ts'
import { RetriableError } from './errors.ts'
import type { RateLimitWatch } from './rate-limit.ts'

/** What sending a request needs. */
export type SendOptions = {
  fetch: typeof globalThis.fetch
  clock: Clock
  credentials: Credentials
  rateLimit: RateLimitWatch
  /** From 0 to 1, spreads retries. */
  random: () => number
  /** How long one try may take, in milliseconds. */
  timeout: number
  /** How often a safe request is tried. */
  tries: number
  signal?: AbortSignal
}

const longestWait = 60_000

/**
 * Sends a request signed in. A safe one (GET, and POST of a search) is tried again after 429, 5xx and network errors,
 * waiting longer each time (D23); a write never is. A refused token is renewed once.
 *
 * @returns the answer, also a refusal that no retry would change.
 * @throws RetriableError when every try failed.
 */
export async function send(request: Request, options: SendOptions): Promise<Response> {
  const isSafe = request.method === 'GET' || new URL(request.url).pathname.includes('/search/')
  const tries = isSafe ? options.tries : 1
  let renewed = false
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(request, options)
    if (outcome instanceof Response) {
      if (outcome.status === 401 && !renewed && options.credentials.refused()) {
        renewed = true
        attempt -= 1
        continue
      }
      if (outcome.status !== 429 && outcome.status < 500) return outcome
    }
    const reason = outcome instanceof Response ? `it answered ${outcome.status}` : outcome.message
    if (attempt >= tries) {
      const path = new URL(request.url).pathname
      throw new RetriableError(`iCIMS did not answer ${request.method} ${path} in ${attempt} tries: ${reason}.`, {
        ...(outcome instanceof Error && { cause: outcome }),
      })
    }
    await options.clock.sleep(waitBefore(attempt, outcome, options.random), options.signal)
  }
}

async function tryOnce(request: Request, options: SendOptions): Promise<Response | Error> {
  const timeout = AbortSignal.timeout(options.timeout)
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal])
  const copy = new Request(request.clone(), { signal })
  copy.headers.set('authorization', await options.credentials.header(signal))
  options.rateLimit.beforeCall()
  try {
    const response = await options.fetch(copy)
    options.rateLimit.read(response.headers)
    return response
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Twice as long each time, spread by chance; what iCIMS asks for counts, up to a minute. */
function waitBefore(attempt: number, outcome: Response | Error, random: () => number): number {
  const asked = outcome instanceof Response ? Number(outcome.headers.get('retry-after')) * 1_000 : 0
  const backoff = Math.min(250 * 2 ** (attempt - 1), longestWait) * (0.5 + random())
  return Math.min(Math.max(backoff, Number.isNaN(asked) ? 0 : asked), longestWait)
}
