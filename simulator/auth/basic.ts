import type { ApiUser } from '../tenant/config.ts'
import { isSameSecret } from './secrets.ts'

/** The user named by Basic credentials (base64 of `user:password`), or undefined when they are wrong (C1, C3). */
export function findBasicUser(credentials: string, users: readonly ApiUser[]): ApiUser | undefined {
  const text = Buffer.from(credentials, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return undefined
  const username = text.slice(0, colon)
  const password = text.slice(colon + 1)
  const user = users.find((candidate) => candidate.username === username)
  // A comparison is made for unknown names too, so that the time taken does not give names away.
  const isRight = isSameSecret(password, user?.password ?? '')
  return isRight ? user : undefined
}
