import { createHmac, hash } from 'node:crypto'
import { isSame } from '../is-same.ts'
import { EventError } from './errors.ts'
import type { EventAuth } from './event-auth.ts'
import { checkToken } from './event-token.ts'
import type { EventBody } from './read-body.ts'

/** How far the date of a signature may be from now, in milliseconds. iCIMS names no bound for events; this one is ours. */
const staleAfter = 5 * 60_000

const scheme = 'x-icims-v1-hmac-sha256'

/**
 * Checks who sends an event, by the way it was agreed on with the customer
 * (https://developer-community.icims.com/applications/icims-applicant-tracking/event-notification-best-practices).
 *
 * @param now milliseconds. @throws EventError with 401, and no more than that it was not accepted.
 */
export function verifyEvent(request: Request, body: EventBody, auth: EventAuth, now: number): void {
  const header = request.headers.get('authorization') ?? ''
  const isGood =
    auth.type === 'basic'
      ? isSame(header, `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`)
      : auth.type === 'oauth'
        ? header.startsWith('Bearer ') && checkToken(auth, header.slice(7), now)
        : isSigned(request, header, body, auth, now)
  if (!isGood) throw new EventError(401, 'The event was not accepted: its sign-in is wrong.')
}

/**
 * The recipe of signed API calls with the roles swapped (https://developer.icims.com/REST-API/authenticating-requests-using-hmac):
 * the body counts by its hash, so that hash and the date must be among what is signed.
 */
function isSigned(
  request: Request,
  header: string,
  { raw, json }: EventBody,
  { username, key }: Extract<EventAuth, { type: 'hmac' }>,
  now: number,
): boolean {
  const [, user, names, signature] =
    /^x-icims-v1-hmac-sha256 user=([^,]+),\s*signedheaders=([^,]+),\s*signature=([0-9a-f]{64})$/.exec(header) ?? []
  if (user === undefined || names === undefined || signature === undefined) return false
  const signed = names.split(';')
  if (!signed.includes('x-icims-date') || !signed.includes('x-icims-content-sha256')) return false
  const { headers } = request
  const date = headers.get('x-icims-date') ?? ''
  // `+0000` has no colon in what iCIMS sends (an engineer of theirs posted a request in 2017).
  const at = Date.parse(date.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  if (!(Math.abs(now - at) <= staleAfter)) return false
  const digest = headers.get('x-icims-content-sha256') ?? ''
  // Which bytes count when they are compressed was never seen: either will do.
  if (![raw, json].some((bytes) => isSame(digest, hash('sha256', bytes)))) return false
  const url = new URL(request.url)
  const lines = signed.map((name) => `${name}:${name === 'host' ? hostOf(headers, url) : (headers.get(name) ?? '')}`)
  const canonical = [request.method, url.pathname, url.search.slice(1), ...lines, '', names].join('\n')
  const text = [scheme, date, hash('sha256', canonical)].join('\n')
  const expected = createHmac('sha256', key).update(text).digest('hex')
  return [isSame(user, username), isSame(signature, expected)].every(Boolean)
}

function hostOf(headers: Headers, url: URL): string {
  return headers.get('host') ?? url.host
}
