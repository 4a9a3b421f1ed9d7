import { createHmac, hash } from 'node:crypto'
import type { ApiUser } from '../tenant/config.ts'
import { isSameSecret } from './secrets.ts'

/** Word that opens an HMAC `Authorization` (D2). */
export const hmacScheme = 'x-icims-v1-hmac-sha256'

/** How far a signature's date may be from the wall clock, in milliseconds: inferred, no source names a limit. */
const skew = 15 * 60_000

/** A request as its sender signed it. */
export type SignedRequest = {
  method: string
  /** Path and query exactly as sent. */
  target: string
  headers: Headers
  /** Where the URL points, used when no `Host` header says it. */
  host: string
  body: Uint8Array
}

/**
 * The user of HMAC credentials, or why there is none, for the journal: clients are told nothing but that (C5).
 *
 * @param credentials what stands behind the scheme: `user=…,signedheaders=a;b,signature=…`, blanks after commas or none
 *   (D2, C5).
 * @param now wall clock, milliseconds.
 */
export function findHmacUser(
  credentials: string,
  request: SignedRequest,
  users: readonly ApiUser[],
  now: number,
): ApiUser | string {
  const parts = readParts(credentials)
  if (parts === undefined) return 'The Authorization header is not user=…,signedheaders=…,signature=… with each once.'
  const user = users.find(({ username }) => username === parts.user)
  if (user === undefined) return 'There is no such user.'
  const date = request.headers.get('x-icims-date') ?? ''
  const time = readDate(date)
  if (time === undefined) return 'The header x-icims-date is missing, doubled or no ISO 8601 date and time.'
  if (Math.abs(now - time) > skew) {
    return `The date ${date} is more than 15 minutes from ${new Date(now).toISOString()}, the simulator's wall clock.`
  }
  const isSigned = hosts(request).some((host) => {
    const text = [hmacScheme, date, hash('sha256', canonicalRequest(request, parts.signedheaders, host))].join('\n')
    return isSameSecret(parts.signature, createHmac('sha256', user.hmacKey).update(text).digest('hex'))
  })
  if (!isSigned) return 'The signature is not the one of this request with the key of this user.'
  return bodyProblem(request, parts.signedheaders) ?? user
}

/** The request in the form that is hashed (C5): path and query as sent, signed headers sorted by name. */
function canonicalRequest({ method, target, headers }: SignedRequest, signedheaders: string, host: string): string {
  const question = target.indexOf('?')
  const path = question < 0 ? target : target.slice(0, question)
  const query = question < 0 ? '' : target.slice(question + 1)
  const lines = signedheaders
    .split(';')
    .sort()
    .map((name) => `${name}:${name === 'host' ? host : headerOf(headers, name)}`)
  return [method.toUpperCase(), path, query, ...lines, '', signedheaders].join('\n')
}

/**
 * The body is covered through its hash in a signed header alone. Without a body the header may be missing, as in the
 * documented example (D2); that a body needs it is inferred.
 */
function bodyProblem({ headers, body }: SignedRequest, signedheaders: string): string | undefined {
  const stated = headers.get('x-icims-content-sha256')
  if (stated === null && body.length === 0) return undefined
  if (stated === null || !signedheaders.split(';').includes('x-icims-content-sha256')) {
    return 'The body is not covered: the header x-icims-content-sha256 must be there and be signed.'
  }
  return stated === hash('sha256', body) ? undefined : 'The header x-icims-content-sha256 is not the hash of this body.'
}

/** Clients sign the host with its port or without, whatever the `Host` header says. */
function hosts({ headers, host }: SignedRequest): string[] {
  const sent = headers.get('host') ?? host
  return [...new Set([sent, sent.replace(/:\d+$/, '')])]
}

function headerOf(headers: Headers, name: string): string {
  // A name no header can have is signed by nobody.
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) ? (headers.get(name) ?? '') : ''
}

function readParts(credentials: string): Record<'user' | 'signedheaders' | 'signature', string> | undefined {
  const match = credentials.split(',').map((part) => /^\s*(user|signedheaders|signature)=(.*?)\s*$/.exec(part))
  const parts = Object.fromEntries(match.map((found) => [found?.[1], found?.[2] ?? '']))
  const { user, signedheaders, signature } = parts
  if (match.length !== 3 || !user || !signedheaders || !signature) return undefined
  return { user, signedheaders, signature }
}

/** Both forms seen: `2017-10-18T14:53:40+0000` (D3) and `2024-01-02T03:04:05Z` (C5). */
function readDate(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|([+-]\d\d):?(\d\d))$/.exec(text)
  if (!match) return undefined
  const time = Date.parse(`${match[1]}${match[2] === undefined ? 'Z' : `${match[2]}:${match[3]}`}`)
  return Number.isNaN(time) ? undefined : time
}
