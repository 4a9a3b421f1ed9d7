import { createHmac } from 'node:crypto'
import type { ApiUser } from '../tenant/config.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { isSameSecret } from './secrets.ts'

/** How long a bearer token lives, in seconds: 24 hours (C4). */
export const tokenLifetime = 86_400

/** Which tokens are good: those of an earlier generation were made to expire. */
export type TokenEpoch = { generation: number }

type Claims = { sub: string; iat: number; exp: number; generation: number }

/** A bearer token of this user, signed, so that nothing has to be kept. Opaque to clients, as a JWT is. */
export function issueToken(
  { clock, tokenKey, tokens }: Pick<Tenant, 'clock' | 'tokenKey' | 'tokens'>,
  user: ApiUser,
): string {
  const iat = Math.floor(clock.now() / 1_000)
  const claims: Claims = { sub: user.clientId, iat, exp: iat + tokenLifetime, generation: tokens.generation }
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${content}.${sign(content, tokenKey)}`
}

/** The user of a bearer token, or undefined when it is not ours or has expired. */
export function findTokenUser(
  { clock, tokenKey, tokens, config }: Pick<Tenant, 'clock' | 'tokenKey' | 'tokens' | 'config'>,
  token: string,
): ApiUser | undefined {
  const dot = token.lastIndexOf('.')
  const content = token.slice(0, Math.max(dot, 0))
  if (!isSameSecret(token.slice(dot + 1), sign(content, tokenKey))) return undefined
  const claims = JSON.parse(Buffer.from(content.split('.')[1]!, 'base64url').toString('utf8')) as Claims
  if (clock.now() >= claims.exp * 1_000 || claims.generation < tokens.generation) return undefined
  return config.users.find((user) => user.clientId === claims.sub)
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function sign(content: string, key: string): string {
  return createHmac('sha256', key).update(content).digest('base64url')
}
