import type { Clock } from '../clock.ts'
import { waitBefore } from './backoff.ts'
import { FatalError, RetriableError } from './errors.ts'
import { signHmac } from './sign-hmac.ts'

/** How an API user signs in: Basic (D1), HMAC (D2) or OAuth 2.0 client credentials (D28). */
export type IcimsAuth =
  | { type: 'basic'; username: string; password: string }
  | { type: 'hmac'; username: string; key: string }
  | { type: 'oauth'; tokenUrl: string; clientId: string; clientSecret: string; audience?: string }

/** A request to sign. */
export type Unsigned = { method: string; url: string; body?: string | Uint8Array }

/** What signs a call in; `authorization` is always among it. */
export type SignedHeaders = Record<string, string> & { authorization: string }

/** Gives the headers that sign a call in. */
export type Credentials = {
  headers(request: Unsigned, signal?: AbortSignal): Promise<SignedHeaders>
  /** Tells that this Authorization header was refused, and asks whether another try with a new one makes sense. */
  refused(authorization: string): boolean
}

/** How a token is asked for. */
export type TokenOptions = { random?: () => number; timeout?: number; tries?: number }

/** The audience clients name (D28, C4). */
const defaultAudience = 'https://api.icims.com/v1/'
/** A token is renewed this long before it expires. */
const margin = 60_000

export function createCredentials(
  auth: IcimsAuth,
  fetch: typeof globalThis.fetch,
  clock: Clock,
  options: TokenOptions = {},
): Credentials {
  if (auth.type === 'basic') {
    const header = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`
    return { headers: async () => ({ authorization: header }), refused: () => false }
  }
  if (auth.type === 'hmac') {
    return { headers: async (request) => signHmac(request, auth, clock.now()), refused: () => false }
  }
  let token: { header: string; expires: number } | undefined
  let pending: Promise<string> | undefined
  const request = async (signal: AbortSignal | undefined): Promise<string> => {
    const { access_token, expires_in } = await requestToken(auth, fetch, clock, {
      ...options,
      ...(signal && { signal }),
    })
    token = { header: `Bearer ${access_token}`, expires: clock.now().getTime() + expires_in * 1_000 - margin }
    return token.header
  }
  return {
    async headers(_, signal) {
      if (token !== undefined && token.expires > clock.now().getTime()) return { authorization: token.header }
      // One request for everybody who waits: more than 500 in ten minutes may get the client disabled (C4).
      pending ??= request(signal).finally(() => {
        pending = undefined
      })
      return { authorization: await pending }
    },
    refused(authorization) {
      // Of many calls under way the first one refused drops the token; the others find a newer one and keep it.
      if (token?.header === authorization) token = undefined
      return true
    },
  }
}

/** Asks for a token, and again after 429, 5xx and network errors. */
async function requestToken(
  auth: IcimsAuth & { type: 'oauth' },
  fetch: typeof globalThis.fetch,
  clock: Clock,
  { random = () => 0.5, timeout = 30_000, tries = 5, signal }: TokenOptions & { signal?: AbortSignal },
): Promise<{ access_token: string; expires_in: number }> {
  const { tokenUrl, clientId, clientSecret, audience = defaultAudience } = auth
  // As JSON, as iCIMS's own diagram has it (D28); clients were seen to send a form as well.
  const body = JSON.stringify({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience,
  })
  const headers = { 'content-type': 'application/json' }
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    const late = AbortSignal.timeout(timeout)
    const limit = signal === undefined ? late : AbortSignal.any([signal, late])
    const init = { method: 'POST', headers, body, redirect: 'manual', signal: limit } as const
    const outcome = await fetch(tokenUrl, init).catch((error: Error) => error)
    signal?.throwIfAborted()
    const isError = outcome instanceof Error
    if (!isError && outcome.status !== 429 && outcome.status < 500) return tokenOf(outcome, tokenUrl)
    if (attempt >= tries) {
      const what = isError ? `did not answer: ${outcome.message}` : `answered ${outcome.status}`
      const message = `The token endpoint ${tokenUrl} ${what}, in ${attempt} tries. Try again later.`
      throw new RetriableError(message, { isTurnedAway: true })
    }
    const retryAfter = isError ? null : outcome.headers.get('retry-after')
    await clock.sleep(waitBefore(attempt, retryAfter, random), signal)
  }
}

async function tokenOf(response: Response, tokenUrl: string): Promise<{ access_token: string; expires_in: number }> {
  if (!response.ok) {
    throw new FatalError(
      `The token endpoint ${tokenUrl} refused the client id and secret (${response.status}). Check both.`,
      { isAuthentication: true },
    )
  }
  const answer = (await response.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown }
  if (typeof answer.access_token !== 'string' || typeof answer.expires_in !== 'number') {
    throw new FatalError(`The token endpoint ${tokenUrl} answered without access_token or expires_in.`)
  }
  return { access_token: answer.access_token, expires_in: answer.expires_in }
}
