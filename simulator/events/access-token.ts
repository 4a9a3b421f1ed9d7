import type { EventAuth } from './subscription.ts'
import type { Transport } from './transport.ts'

/** No token was given; the message says why. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError'
}

type OAuth = Extract<EventAuth, { type: 'oauth' }>

/** How long before its end a token is not used any more, in milliseconds. */
const margin = 60_000

/** Bearer tokens of partners, each used as long as it lives (EVB). */
export type AccessTokens = {
  /** @throws NoTokenError when the partner gives none. */
  get(auth: OAuth, signal: AbortSignal): Promise<string>
  /** Forgets a token that was not taken. */
  forget(auth: OAuth): void
}

/** @param now wall clock, milliseconds. */
export function createAccessTokens(send: Transport, now: () => number): AccessTokens {
  const kept = new Map<string, { token: string; until: number }>()
  const key = ({ tokenUrl, clientId, clientSecret }: OAuth): string =>
    JSON.stringify([tokenUrl, clientId, clientSecret])
  return {
    async get(auth, signal) {
      const known = kept.get(key(auth))
      if (known !== undefined && now() < known.until) return known.token
      const { token, lifetime } = await ask(auth, send, signal)
      kept.set(key(auth), { token, until: now() + lifetime * 1_000 - margin })
      return token
    },
    forget: (auth) => void kept.delete(key(auth)),
  }
}

/** Client credentials as a form. Neither its encoding nor where the client's name and secret stand was seen: inferred. */
async function ask(
  { tokenUrl, clientId, clientSecret }: OAuth,
  send: Transport,
  signal: AbortSignal,
): Promise<{ token: string; lifetime: number }> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const body = Buffer.from(form.toString())
  const url = new URL(tokenUrl)
  const headers = {
    Connection: 'close',
    'Content-Type': 'application/x-www-form-urlencoded',
    Host: url.host,
    Accept: 'application/json',
    'Content-Length': String(body.length),
  }
  const { status, body: answered } = await send({ url: url.href, headers, body }, signal)
  if (status !== 200) throw new NoTokenError(`The token address answered ${status}.`)
  let given: { access_token?: unknown; expires_in?: unknown } | null = null
  try {
    given = JSON.parse(Buffer.from(answered).toString('utf8'))
  } catch {
    throw new NoTokenError('The token address answered no JSON.')
  }
  const { access_token: token, expires_in: lifetime } = given ?? {}
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    throw new NoTokenError('The token address gave no access_token.')
  }
  return { token, lifetime: typeof lifetime === 'number' && lifetime > 0 ? lifetime : 0 }
}
