import type { Clock } from '../clock.ts'
import { FatalError, RetriableError } from './errors.ts'

/** How an API user signs in: Basic (D1) or OAuth 2.0 client credentials (D28). */
export type IcimsAuth =
  | { type: 'basic'; username: string; password: string }
  | { type: 'oauth'; tokenUrl: string; clientId: string; clientSecret: string; audience?: string }

/** Gives the Authorization header of a call. */
export type Credentials = {
  header(signal: AbortSignal): Promise<string>
  /** Forgets what was refused; tells whether another try makes sense. */
  refused(): boolean
}

/** The audience clients name (D28, C4). */
const defaultAudience = 'https://api.icims.com/v1/'
/** A token is renewed this long before it expires. */
const margin = 60_000

export function createCredentials(auth: IcimsAuth, fetch: typeof globalThis.fetch, clock: Clock): Credentials {
  if (auth.type === 'basic') {
    const header = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`
    return { header: async () => header, refused: () => false }
  }
  let token: { value: string; expires: number } | undefined
  let pending: Promise<string> | undefined
  const request = async (signal: AbortSignal): Promise<string> => {
    const { access_token, expires_in } = await requestToken(auth, fetch, signal)
    token = { value: access_token, expires: clock.now().getTime() + expires_in * 1_000 - margin }
    return access_token
  }
  return {
    async header(signal) {
      if (token !== undefined && token.expires > clock.now().getTime()) return `Bearer ${token.value}`
      // One request for everybody who waits: more than 500 in ten minutes may get the client disabled (C4).
      pending ??= request(signal).finally(() => {
        pending = undefined
      })
      return `Bearer ${await pending}`
    },
    refused() {
      const hadToken = token !== undefined
      token = undefined
      return hadToken
    },
  }
}

async function requestToken(
  { tokenUrl, clientId, clientSecret, audience = defaultAudience }: IcimsAuth & { type: 'oauth' },
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<{ access_token: string; expires_in: number }> {
  // As JSON, as iCIMS's own diagram has it (D28); clients were seen to send a form as well.
  const body = JSON.stringify({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    audience,
  })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(tokenUrl, { method: 'POST', headers, body, signal, redirect: 'manual' })
  if (response.status === 429 || response.status >= 500) {
    throw new RetriableError(`The token endpoint ${tokenUrl} answered ${response.status}. Try again later.`)
  }
  if (!response.ok) {
    throw new FatalError(
      `The token endpoint ${tokenUrl} refused the client id and secret (${response.status}). Check both.`,
      {
        isAuthentication: true,
      },
    )
  }
  const answer = (await response.json()) as { access_token?: unknown; expires_in?: unknown }
  if (typeof answer.access_token !== 'string' || typeof answer.expires_in !== 'number') {
    throw new FatalError(`The token endpoint ${tokenUrl} answered without access_token or expires_in.`)
  }
  return { access_token: answer.access_token, expires_in: answer.expires_in }
}
