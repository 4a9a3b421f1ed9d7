import { askToken, basicHeader } from '../conformance/sign-in.ts'
import type { SignIn } from '../index.ts'
import { readCredentials } from './credentials.ts'
import { UsageError } from './usage-error.ts'

/**
 * How a server of others is signed in to.
 *
 * @throws UsageError when the environment lacks the credentials, or the login host gives no token for them.
 */
export async function signInTo(
  scheme: 'basic' | 'hmac' | 'oauth',
  baseUrl: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<SignIn> {
  const { basic, hmac, oauth } = readCredentials(scheme, baseUrl, env)
  if (scheme === 'hmac') return { hmac: hmac! }
  if (scheme === 'basic') return { authorization: basicHeader(basic!) }
  const answer = await askToken(oauth!, globalThis.fetch, 'json').catch((error: Error) => error)
  if (answer instanceof Error) throw new UsageError(`${oauth!.tokenUrl} does not answer.`)
  const { access_token } = (await answer.json().catch(() => ({}))) as { access_token?: unknown }
  if (typeof access_token === 'string') return { authorization: `Bearer ${access_token}` }
  throw new UsageError(`${oauth!.tokenUrl} gave no token (${answer.status}). Check client id and secret.`)
}
