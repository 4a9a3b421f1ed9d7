import { readCredentials } from './credentials.ts'
import { UsageError } from './usage-error.ts'

/**
 * The Authorization header that a server of others is called with.
 *
 * @throws UsageError when the environment lacks the credentials, or the login host gives no token for them.
 */
export async function authorizationOf(
  scheme: 'basic' | 'oauth',
  baseUrl: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const { basic, oauth } = readCredentials(scheme, baseUrl, env)
  if (scheme === 'oauth') return `Bearer ${await requestToken(oauth!)}`
  return `Basic ${Buffer.from(`${basic!.username}:${basic!.password}`).toString('base64')}`
}

type Client = { tokenUrl: string; clientId: string; clientSecret: string; audience?: string }

/** Asks for a token as iCIMS's own diagram has it (D28). */
async function requestToken({ tokenUrl, clientId, clientSecret, audience }: Client): Promise<string> {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      audience: audience ?? 'https://api.icims.com/v1/',
    }),
  }).catch((error: Error) => error)
  if (answer instanceof Error) throw new UsageError(`${tokenUrl} does not answer.`)
  const { access_token } = (await answer.json().catch(() => ({}))) as { access_token?: unknown }
  if (typeof access_token === 'string') return access_token
  throw new UsageError(`${tokenUrl} gave no token (${answer.status}). Check client id and secret.`)
}
