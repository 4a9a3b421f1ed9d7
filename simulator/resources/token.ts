import { isSameSecret } from '../auth/secrets.ts'
import { issueToken, tokenLifetime } from '../auth/token.ts'
import type { ApiUser } from '../tenant/config.ts'
import type { Tenant } from '../tenant/tenant.ts'

/** The audience clients name (D28, C4). */
const audience = 'https://api.icims.com/v1/'

/** What the token address answers, and whose token it gave. */
export type TokenAnswer = { response: Response; user?: ApiUser }

/**
 * `POST /oauth/token` on the login host: client credentials, as a form (C4, C10) or as JSON (D28). Its errors are those of
 * the identity service the login hosts look like, inferred from P4, not iCIMS's own shape.
 */
export function answerToken(tenant: Tenant, contentType: string, text: string): TokenAnswer {
  const parameters = readParameters(contentType, text)
  if (parameters === undefined) return refuseToken(400, 'invalid_request', 'The body is neither a form nor JSON.')
  for (const name of ['grant_type', 'client_id', 'client_secret', 'audience']) {
    if (!parameters.get(name)) return refuseToken(400, 'invalid_request', `Missing required parameter: ${name}`)
  }
  if (parameters.get('grant_type') !== 'client_credentials') {
    return refuseToken(403, 'unsupported_grant_type', 'Only client_credentials is supported.')
  }
  const user = tenant.config.users.find((candidate) => candidate.clientId === parameters.get('client_id'))
  // A stranger's requests are not counted: anybody can make up client ids without end.
  if (user !== undefined && !tenant.tokenThrottle.admits(user.clientId)) {
    return refuseToken(429, 'too_many_requests', 'More than 500 tokens were asked for in ten minutes.')
  }
  const isRight = isSameSecret(parameters.get('client_secret')!, user?.clientSecret ?? '')
  if (user === undefined || !isRight) return refuseToken(401, 'access_denied', 'Unauthorized')
  if (parameters.get('audience') !== audience) {
    return refuseToken(403, 'access_denied', `Service not found: ${parameters.get('audience')}`)
  }
  const token = { access_token: issueToken(tenant, user), scope: '', expires_in: tokenLifetime, token_type: 'Bearer' }
  return { response: json(200, token), user }
}

/** An error in the shape of the identity service. */
export function refuseToken(status: number, error: string, description: string): TokenAnswer {
  return { response: json(status, { error, error_description: description }) }
}

/** The client id a request for a token names, if it can be read. */
export function readClientId(contentType: string, text: string): string | undefined {
  return readParameters(contentType, text)?.get('client_id')
}

function readParameters(contentType: string, text: string): Map<string, string> | undefined {
  if (!contentType.includes('json')) return new Map(new URLSearchParams(text))
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return undefined
    return new Map(Object.entries(body).map(([name, value]) => [name, String(value)]))
  } catch {
    return undefined
  }
}

function json(status: number, body: unknown): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', pragma: 'no-cache' }
  return new Response(JSON.stringify(body), { status, headers })
}
