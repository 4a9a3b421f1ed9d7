import { createHmac, hash } from 'node:crypto'
import { StopError } from './stop-error.ts'

/** Ways to sign in: D4, D2, D28. */
export type Scheme = 'basic' | 'hmac' | 'oauth'

/** What each way needs. A run uses one of them, and checks the others it is given. */
export type Credentials = {
  basic?: { username: string; password: string }
  hmac?: { username: string; key: string }
  oauth?: { clientId: string; clientSecret: string; tokenUrl: string; audience?: string }
}

/** A request to be signed in. */
export type Unsigned = { method: string; url: string; headers: Record<string, string>; body?: string | Uint8Array }

/** The audience of a token for the API (D28). */
export const tokenAudience = 'https://api.icims.com/v1/'

export const hmacScheme = 'x-icims-v1-hmac-sha256'

export function basicHeader({ username, password }: NonNullable<Credentials['basic']>): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/** How a signature may be written (D2, D3, C5): both separators and both forms of the date are taken. */
export type HmacStyle = { separator?: ',' | ', '; zone?: 'Z' | '+0000' }

/** The headers of a signed request (C5): date, hash of the body, and the signature over both. */
export function hmacHeaders(
  { username, key }: NonNullable<Credentials['hmac']>,
  { method, url, headers, body = '' }: Unsigned,
  now: Date,
  { separator = ',', zone = 'Z' }: HmacStyle = {},
): Record<string, string> {
  const { host, pathname, search } = new URL(url)
  const date = now.toISOString().replace(/\.\d+Z$/, zone)
  const signed: Record<string, string> = { host, 'x-icims-content-sha256': hash('sha256', body), 'x-icims-date': date }
  const type = headers['content-type']
  if (type !== undefined) signed['content-type'] = type
  const names = Object.keys(signed).sort()
  const lines = names.map((name) => `${name}:${signed[name]}`)
  const canonical = [method, pathname, search.slice(1), ...lines, '', names.join(';')].join('\n')
  const text = [hmacScheme, date, hash('sha256', canonical)].join('\n')
  const signature = createHmac('sha256', key).update(text).digest('hex')
  const parts = [`user=${username}`, `signedheaders=${names.join(';')}`, `signature=${signature}`]
  return {
    'x-icims-date': date,
    'x-icims-content-sha256': signed['x-icims-content-sha256']!,
    authorization: `${hmacScheme} ${parts.join(separator)}`,
  }
}

/** Asks for a token by form, as both clients do (C4, C10), or by JSON, as the diagram has it (D28). */
export function askToken(
  { clientId, clientSecret, tokenUrl, audience = tokenAudience }: NonNullable<Credentials['oauth']>,
  fetch: typeof globalThis.fetch,
  as: 'form' | 'json' = 'form',
): Promise<Response> {
  const parameters = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience,
  }
  const isForm = as === 'form'
  return fetch(tokenUrl, {
    method: 'POST',
    headers: { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' },
    body: isForm ? new URLSearchParams(parameters).toString() : JSON.stringify(parameters),
  })
}

/** Signs requests in by one scheme; a token is asked for once. */
export function createSignIn(
  scheme: Scheme,
  credentials: Credentials,
  fetch: typeof globalThis.fetch,
  now: () => Date,
): (request: Unsigned) => Promise<Record<string, string>> {
  let token: Promise<string> | undefined
  return async (request) => {
    if (scheme === 'basic') return { authorization: basicHeader(credentials.basic!) }
    if (scheme === 'hmac') return hmacHeaders(credentials.hmac!, request, now())
    token ??= tokenOf(credentials.oauth!, fetch)
    return { authorization: `Bearer ${await token}` }
  }
}

/** @throws StopError when the login host gives none. */
async function tokenOf(oauth: NonNullable<Credentials['oauth']>, fetch: typeof globalThis.fetch): Promise<string> {
  const response = await askToken(oauth, fetch).catch((error: unknown) => {
    throw new StopError(`The login host ${new URL(oauth.tokenUrl).host} does not answer: ${reasonOf(error)}.`)
  })
  const body = (await response.json().catch(() => undefined)) as { access_token?: unknown } | undefined
  if (response.ok && typeof body?.access_token === 'string') return body.access_token
  throw new StopError(
    `The login host ${new URL(oauth.tokenUrl).host} gives no token: it answers ${response.status}. Are the client id and secret right?`,
    true,
  )
}

/** Why a call failed below HTTP. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}
