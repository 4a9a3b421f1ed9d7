import type { Clock } from '../clock.ts'
import { waitAsked, waitBefore } from './backoff.ts'
import type { ClockSkewWatch } from './clock-skew.ts'
import type { Credentials, SignedHeaders } from './credentials.ts'
import { RetriableError } from './errors.ts'
import type { AnswerHeaders, Exchange } from './exchange.ts'
import { type Parsed, parseBody } from './json.ts'
import type { Pace, TurnOutcome } from './pace.ts'
import type { CountedCall, RateLimitWatch } from './rate-limit.ts'
import type { Outgoing } from './request.ts'

/** What sending a request needs. */
export type SendOptions = {
  /** Makes the calls that are read to their end. */
  exchange: Exchange
  /** Opens what is read as it comes in. */
  fetch: typeof globalThis.fetch
  clock: Clock
  credentials: Credentials
  rateLimit: RateLimitWatch
  pace: Pace
  skew: ClockSkewWatch
  /** From 0 to 1, spreads retries. */
  random: () => number
  /** How long one try may take, in milliseconds. */
  timeout: number
  /** How often a safe request is tried. */
  tries: number
  signal?: AbortSignal
}

/** An answer, read to its end. A write tells where it wrote, and what it passed over. */
export type Incoming = {
  status: number
  retryAfter: string | null
  text: string
  parsed: Parsed
  location: string | null
  warnings: string | null
}

/**
 * Sends a request signed in. A safe one (GET, and POST of a search) is tried again after 429, 5xx, network errors and JSON that
 * ends halfway, waiting longer each time (D23); a write after 429 alone, which has no effect. A refused token is renewed once.
 *
 * @returns the answer, also a refusal that no retry would change.
 * @throws RetriableError when every try failed.
 */
export async function send(request: Outgoing, options: SendOptions): Promise<Incoming> {
  const { credentials, clock, random, signal } = options
  const isSearch = /\/customers\/[^/]+\/search\//.test(request.url)
  const isSafe = request.method === 'GET' || isSearch
  let renewed = false
  for (let attempt = 1; ; attempt++) {
    const signed = await credentials.headers(request, signal)
    const outcome = await tryOnce(request, signed, isSearch || attempt > 1, options)
    const isError = outcome instanceof Error
    if (!isError && outcome.status === 401 && !renewed && credentials.refused(signed.authorization)) {
      renewed = true
      attempt -= 1
      continue
    }
    if (!isError && outcome.status !== 429 && outcome.status < 500) return outcome
    const isTurnedAway = !isError && outcome.status === 429
    if (attempt >= (isSafe || isTurnedAway ? options.tries : 1)) {
      const path = new URL(request.url).pathname
      const reason = isError ? outcome.message : `it answered ${outcome.status}`
      throw new RetriableError(`iCIMS did not answer ${request.method} ${path} in ${attempt} tries: ${reason}.`, {
        isServerFault: isError ? outcome instanceof RetriableError && outcome.isServerFault : outcome.status >= 500,
        isTurnedAway,
        ...(isError && { cause: outcome }),
      })
    }
    await clock.sleep(waitBefore(attempt, isError ? null : outcome.retryAfter, random), signal)
  }
}

/** One try in its turn, up to the last byte of the answer. A network error is given back, not thrown. */
async function tryOnce(
  request: Outgoing,
  signed: SignedHeaders,
  isUrgent: boolean,
  options: SendOptions,
): Promise<Incoming | Error> {
  const { rateLimit, pace, skew, signal } = options
  const turn = await pace.take(isUrgent)
  let counted: CountedCall | undefined
  let headers: AnswerHeaders | undefined
  let outcome: Incoming | Error | undefined
  try {
    counted = rateLimit.begin()
    outcome = await ask(request, signed, options, (seen, status) => {
      // Whom iCIMS does not know it tells of nobody's calls.
      headers = status === 401 ? undefined : seen
      skew.read(seen)
    })
  } catch (error) {
    signal?.throwIfAborted()
    if (counted === undefined) throw error
    outcome = error instanceof Error ? error : new Error(String(error))
  } finally {
    counted?.end(headers)
    const retryAfter = outcome === undefined || outcome instanceof Error ? null : outcome.retryAfter
    turn.end(turnOutcome(outcome), waitAsked(retryAfter))
  }
  return outcome
}

/** What an answer says about the pace: a record that the server fails on says nothing. */
function turnOutcome(outcome: Incoming | Error | undefined): TurnOutcome {
  if (outcome === undefined) return 'unused'
  return outcome instanceof Error || outcome.status === 429 || outcome.status === 503 ? 'refused' : 'answered'
}

async function ask(
  { url, method, body, contentType = 'application/json' }: Outgoing,
  signed: SignedHeaders,
  { exchange, timeout, signal }: SendOptions,
  onHeaders: (headers: AnswerHeaders, status: number) => void,
): Promise<Incoming> {
  const attempt = new AbortController()
  const stop = (): void => attempt.abort(signal?.reason)
  signal?.addEventListener('abort', stop)
  const late = setTimeout(() => attempt.abort(new Error(`no answer within ${timeout} ms`)), timeout)
  const call = {
    method,
    url,
    headers: body === undefined ? signed : { ...signed, 'content-type': contentType },
    signal: attempt.signal,
    ...(body !== undefined && { body }),
  }
  let answered: { status: number; headers: AnswerHeaders } | undefined
  try {
    const text = await exchange(call, (status, headers) => {
      answered = { status, headers }
      onHeaders(headers, status)
    })
    const { status, headers } = answered!
    const parsed = parseBody(text)
    // One that breaks off is no answer, and may come whole next time.
    if (status === 200 && parsed.error !== undefined && headers.get('content-type')?.includes('json')) {
      throw new RetriableError('its answer was no whole JSON', { isServerFault: true })
    }
    const [retryAfter, location] = [headers.get('retry-after'), headers.get('location')]
    return { status, retryAfter, location, warnings: headers.get('x-warning'), text, parsed }
  } finally {
    clearTimeout(late)
    signal?.removeEventListener('abort', stop)
  }
}
