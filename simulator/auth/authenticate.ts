import { errorCodes, IcimsError } from '../errors.ts'
import type { ApiUser } from '../tenant/config.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { findBasicUser } from './basic.ts'
import { findTokenUser } from './token.ts'

/**
 * The API user a request is made by: Basic (D4) or Bearer (D28).
 *
 * @throws IcimsError 401. The message for a wrong password is evidenced (D4), the same is answered to anything else that
 * does not sign in; the challenge's form is inferred from P3.
 */
export function authenticate(tenant: Tenant, authorization: string | null): ApiUser {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)\s*$/.exec(authorization ?? '') ?? []
  const user = findUser(tenant, scheme.toLowerCase(), credentials)
  if (user !== undefined) return user
  throw new IcimsError(
    401,
    [{ code: errorCodes.credentials, message: 'Invalid Username or Password credentials provided.' }],
    { 'www-authenticate': 'Basic realm="iCIMS"' },
  )
}

function findUser(tenant: Tenant, scheme: string, credentials: string): ApiUser | undefined {
  if (scheme === 'basic') return findBasicUser(credentials, tenant.config.users)
  if (scheme === 'bearer') return findTokenUser(tenant, credentials)
  return undefined
}
