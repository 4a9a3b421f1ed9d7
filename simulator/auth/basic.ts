import { hash } from 'node:crypto'
import type { ApiUser } from '../tenant/config.ts'

const signIns = new WeakMap<readonly ApiUser[], ReadonlyMap<string, ApiUser>>()

/**
 * The user named by Basic credentials (base64 of `user:password`), or undefined when they are wrong (C1, C3). Digests are
 * looked up, never the credentials: how long that takes tells nothing about a name or a password.
 */
export function findBasicUser(credentials: string, users: readonly ApiUser[]): ApiUser | undefined {
  let byDigest = signIns.get(users)
  if (byDigest === undefined) {
    byDigest = new Map(users.map((user) => [digest(`${user.username}:${user.password}`), user]))
    signIns.set(users, byDigest)
  }
  return byDigest.get(digest(Buffer.from(credentials, 'base64').toString('utf8')))
}

function digest(text: string): string {
  return hash('sha256', text)
}
