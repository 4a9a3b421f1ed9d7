import { errorCodes, IcimsError } from '../errors.ts'
import type { Note } from '../journal.ts'
import { integrationGroup } from '../tenant/access.ts'
import type { ApiUser } from '../tenant/config.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { findBasicUser } from './basic.ts'
import { findHmacUser, hmacScheme, type SignedRequest } from './hmac.ts'
import { findTokenUser } from './token.ts'

/** Both ways to sign in that an account may have, one header each: named by P3, their form is inferred. */
const challenges = { 'www-authenticate': ['Basic realm="iCIMS"', hmacScheme] }

/** Whether the request signs its content: its body must then be there before anybody can say who sent it. */
export function isSigned(authorization: string | null): boolean {
  return authorization?.slice(0, hmacScheme.length).toLowerCase() === hmacScheme
}

/**
 * The API user a request is made by: Basic (D4), HMAC (D2) or Bearer (D28).
 *
 * @throws IcimsError 403 for a known user whose login group has no web services: its message is evidenced (C11), status and
 * code are inferred. 401 for everybody else. The message for a wrong password is evidenced (D4), the same is answered to
 * anything else that does not sign in, apart from a signature (C5).
 */
export function authenticate(tenant: Tenant, request: SignedRequest, notes: Note[]): ApiUser {
  const authorization = request.headers.get('authorization') ?? ''
  const known = passed(tenant.config.users)
  const before = known.get(authorization)
  if (before !== undefined) return admitted(tenant, before)
  const [, scheme = '', credentials = ''] = /^(\S+) +(.*\S)\s*$/.exec(authorization) ?? []
  if (isSigned(authorization)) {
    const found = findHmacUser(credentials, request, tenant.config.users, tenant.wallClock())
    if (typeof found !== 'string') return admitted(tenant, found)
    notes.push({ kind: 'refused-signature', subject: 'Authorization', reason: found })
    throw refused(errorCodes.signature, 'Authentication credentials invalid')
  }
  const user = /\s/.test(credentials) ? undefined : findUser(tenant, scheme.toLowerCase(), credentials)
  if (user === undefined) throw notSignedIn()
  if (scheme.toLowerCase() === 'basic') {
    if (known.size === mostPassed) known.clear()
    known.set(authorization, user)
  }
  return admitted(tenant, user)
}

/** Headers of Basic that signed in, by the users they were checked against: most callers send the same one every time. */
const passedBefore = new WeakMap<readonly ApiUser[], Map<string, ApiUser>>()
/** One user can be named in a few forms: `basic`, `BASIC`, with blanks. */
const mostPassed = 1_000

function passed(users: readonly ApiUser[]): Map<string, ApiUser> {
  const known = passedBefore.get(users) ?? new Map<string, ApiUser>()
  if (known.size === 0) passedBefore.set(users, known)
  return known
}

/** The 401 of whoever does not sign in. */
export function notSignedIn(): IcimsError {
  return refused(errorCodes.credentials, 'Invalid Username or Password credentials provided.')
}

function admitted({ config }: Tenant, user: ApiUser): ApiUser {
  const group = config.loginGroups.find(({ name }) => name === (user.loginGroup ?? integrationGroup))
  if (group?.webServices !== false) return user
  const message = 'The provided Username is not Authorized to access Web Services'
  throw new IcimsError(403, [{ code: errorCodes.credentials, message }])
}

function refused(code: number, message: string): IcimsError {
  return new IcimsError(401, [{ code, message }], challenges)
}

function findUser(tenant: Tenant, scheme: string, credentials: string): ApiUser | undefined {
  if (scheme === 'basic') return findBasicUser(credentials, tenant.config.users)
  if (scheme === 'bearer') return findTokenUser(tenant, credentials)
  return undefined
}
