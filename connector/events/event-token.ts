import { createHmac } from 'node:crypto'
import { isSame } from '../is-same.ts'
import type { EventAuth } from './event-auth.ts'

type OAuth = Extract<EventAuth, { type: 'oauth' }>

/** Seconds a token lives: a day, as in iCIMS's example. */
export const tokenLifetime = 86_400

/** A token that needs no table: its end, signed with the client's secret. @param now milliseconds. */
export function makeToken({ clientSecret }: OAuth, now: number): string {
  const until = String(Math.floor(now / 1_000) + tokenLifetime)
  return `${until}.${signed(until, clientSecret)}`
}

/** @param now milliseconds. */
export function checkToken({ clientSecret }: OAuth, token: string, now: number): boolean {
  const [until = '', signature = ''] = token.split('.')
  return isSame(signature, signed(until, clientSecret)) && Number(until) * 1_000 > now
}

function signed(until: string, clientSecret: string): string {
  return createHmac('sha256', clientSecret).update(`icims-event-token ${until}`).digest('base64url')
}
