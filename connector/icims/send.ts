import type { Clock } from '../clock.ts'
import type { Credentials } from './credentials.ts'
import { FatalError, RetriableError } from './errors.ts'
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

/** A request as data: it may be sent more than once, and a `Request` would have to be copied each time. */
export class Outgoing {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined

  constructor(url: string, init: { method: string; headers: Headers; body?: string }) {
    this.url = url
    this.method = init.method
    this.headers = init.headers
    this.body = init.body
  }
}

/** An answer read to its end, with the members of `Response` that openapi-fetch and the client look at. */
export class Incoming {
  readonly status: number
  readonly ok: boolean
  readonly headers: Headers
  readonly #bytes: ArrayBuffer

  constructor({ status, ok, headers }: Response, bytes: ArrayBuffer) {
    this.status = status
    this.ok = ok
    this.headers = headers
    this.#bytes = bytes
  }

  async text(): Promise<string> {
    return Buffer.from(this.#bytes).toString('utf8')
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text())
  }
}

const longestWait = 60_000

/**
 * Sends a request signed in. A safe one (GET, and POST of a search) is tried again after 429, 5xx and network errors,
 * waiting longer each time (D23); a write never is. A refused token is renewed once.
 *
 * @returns the answer, also a refusal that no retry would change.
 * @throws RetriableError when every try failed.
 */
export async function send(request: Outgoing, options: SendOptions): Promise<Incoming> {
  const isSafe = request.method === 'GET' || new URL(request.url).pathname.includes('/search/')
  const tries = isSafe ? options.tries : 1
  let renewed = false
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(request, options)
    if (outcome instanceof Incoming) {
      if (outcome.status === 401 && !renewed && options.credentials.refused()) {
        renewed = true
        attempt -= 1
        continue
      }
      if (outcome.status !== 429 && outcome.status < 500) return outcome
    }
    const reason = outcome instanceof Incoming ? `it answered ${outcome.status}` : outcome.message
    if (attempt >= tries) {
      const path = new URL(request.url).pathname
      throw new RetriableError(`iCIMS did not answer ${request.method} ${path} in ${attempt} tries: ${reason}.`, {
        ...(outcome instanceof Error && { cause: outcome }),
      })
    }
    await options.clock.sleep(waitBefore(attempt, outcome, options.random), options.signal)
  }
}

/** One try, up to the last byte of the answer. A network error is given back, not thrown. */
async function tryOnce({ url, method, headers, body }: Outgoing, options: SendOptions): Promise<Incoming | Error> {
  const { credentials, rateLimit, timeout, signal } = options
  signal?.throwIfAborted()
  const attempt = new AbortController()
  const stop = (): void => attempt.abort(signal?.reason)
  signal?.addEventListener('abort', stop)
  const late = setTimeout(() => attempt.abort(new Error(`no answer within ${timeout} ms`)), timeout)
  try {
    headers.set('authorization', await credentials.header(attempt.signal))
    rateLimit.beforeCall()
    const init = {
      method,
      headers,
      redirect: 'manual' as const,
      signal: attempt.signal,
      ...(body !== undefined && { body }),
    }
    const response = await options.fetch(url, init)
    rateLimit.read(response.headers)
    return new Incoming(response, await response.arrayBuffer())
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (error instanceof FatalError || error instanceof RetriableError) throw error
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    clearTimeout(late)
    signal?.removeEventListener('abort', stop)
  }
}

/** Twice as long each time, spread by chance; what iCIMS asks for counts, up to a minute. */
function waitBefore(attempt: number, outcome: Incoming | Error, random: () => number): number {
  const asked = outcome instanceof Incoming ? Number(outcome.headers.get('retry-after')) * 1_000 : 0
  const backoff = Math.min(250 * 2 ** (attempt - 1), longestWait) * (0.5 + random())
  return Math.min(Math.max(backoff, Number.isNaN(asked) ? 0 : asked), longestWait)
}
