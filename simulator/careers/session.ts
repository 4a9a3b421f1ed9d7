import { createHmac } from 'node:crypto'
import { isSameSecret } from '../auth/secrets.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Visit } from './visit.ts'

const name = 'application'

/** The application a browser is at: its workflow, and the events that tell a partner of it. */
export type Session = { workflow: number; events: readonly number[] }

type Key = Pick<Tenant, 'tokenKey'>

/**
 * The header that lets a browser keep its application, signed, so that nobody comes to the end of another one's. `Lax` lets it
 * come along when the partner sends the browser back.
 */
export function sessionHeader(
  key: Key,
  { workflow, events }: Session,
  { base, origin }: Visit,
): Record<string, string> {
  const content = [workflow, ...events].join('.')
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return {
    'set-cookie': `${name}=${content}~${sign(key, content)}; Path=${base || '/'}; HttpOnly; SameSite=Lax${secure}`,
  }
}

/** The application of the browser that asks, or undefined: it may have been kept too long, or be another one. */
export function readSession(key: Key, headers: Headers): Session | undefined {
  const [, content = '', signature = ''] =
    /(?:^|;\s*)application=([\d.]+)~([\w-]+)/.exec(headers.get('cookie') ?? '') ?? []
  if (content === '' || !isSameSecret(signature, sign(key, content))) return undefined
  const [workflow, ...events] = content.split('.').map(Number)
  return { workflow: workflow!, events }
}

function sign({ tokenKey }: Key, content: string): string {
  return createHmac('sha256', `${tokenKey} ${name}`).update(content).digest('base64url')
}
