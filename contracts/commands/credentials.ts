import type { Credentials, Scheme } from '../conformance/sign-in.ts'
import { UsageError } from './usage-error.ts'

/** The variables each way to sign in is read from. */
export const credentialVariables: Readonly<Record<Scheme, readonly string[]>> = {
  basic: ['ICIMS_USERNAME', 'ICIMS_PASSWORD'],
  hmac: ['ICIMS_USERNAME', 'ICIMS_HMAC_KEY'],
  oauth: ['ICIMS_CLIENT_ID', 'ICIMS_CLIENT_SECRET'],
}

/** The variables of an API user who may do less. */
const secondVariables = ['ICIMS_SECOND_USERNAME', 'ICIMS_SECOND_PASSWORD'] as const

/** Credentials of an API user who may do less than the other one. @throws UsageError naming what is missing. */
export function readSecondUser(env: NodeJS.ProcessEnv): { username: string; password: string } {
  const [username, password] = secondVariables.map((name) => env[name])
  if (username && password) return { username, password }
  const missing = secondVariables.filter((name) => !env[name])
  throw new UsageError(`For --second-user, set ${missing.join(' and ')} in the environment.`)
}

/** The login host of each API host (D1, P1). */
const loginHosts: Readonly<Record<string, string>> = {
  'api.icims.com': 'https://login.icims.com/oauth/token',
  'api-eu.icims.com': 'https://login.icims.eu/oauth/token',
}

/**
 * Credentials out of the environment, for every scheme that has all its variables. They are never printed.
 *
 * @throws UsageError naming what is missing for the scheme that is asked for.
 */
export function readCredentials(scheme: Scheme, baseUrl: string, env: NodeJS.ProcessEnv): Credentials {
  const { host, origin } = new URL(baseUrl)
  const tokenUrl = env.ICIMS_TOKEN_URL ?? loginHosts[host] ?? `${origin}/oauth/token`
  const missing = credentialVariables[scheme].filter((name) => !env[name])
  if (missing.length > 0) throw new UsageError(`For --auth ${scheme}, set ${missing.join(' and ')} in the environment.`)
  const { ICIMS_USERNAME: username, ICIMS_PASSWORD: password, ICIMS_HMAC_KEY: key } = env
  const { ICIMS_CLIENT_ID: clientId, ICIMS_CLIENT_SECRET: clientSecret, ICIMS_AUDIENCE: audience } = env
  return {
    ...(username && password && { basic: { username, password } }),
    ...(username && key && { hmac: { username, key } }),
    ...(clientId && clientSecret && { oauth: { clientId, clientSecret, tokenUrl, ...(audience && { audience }) } }),
  }
}
