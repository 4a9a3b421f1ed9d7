import { createHash, createHmac } from 'node:crypto'
import type { SignedHeaders, Unsigned } from './credentials.ts'

/** Word that opens the Authorization header (D2). */
const scheme = 'x-icims-v1-hmac-sha256'

/**
 * The headers that sign a request with a user's key (D2, C5): method, path, query, host, date and the hash of the body are
 * covered. Another try is signed anew, since the date is part of it.
 *
 * @param key the user's secret, as iCIMS gave it out.
 */
export function signHmac(
  { method, url, body = '' }: Unsigned,
  { username, key }: { username: string; key: string },
  at: Date,
): SignedHeaders {
  const { host, pathname, search } = new URL(url)
  const date = at.toISOString().replace(/\.\d+Z$/, 'Z')
  const contentHash = createHash('sha256').update(body).digest('hex')
  const signed = { host, 'x-icims-content-sha256': contentHash, 'x-icims-date': date }
  const names = Object.keys(signed).join(';')
  const lines = Object.entries(signed).map(([name, value]) => `${name}:${value}`)
  const canonical = [method.toUpperCase(), pathname, search.slice(1), ...lines, '', names].join('\n')
  const text = [scheme, date, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const signature = createHmac('sha256', key).update(text).digest('hex')
  return {
    authorization: `${scheme} user=${username},signedheaders=${names},signature=${signature}`,
    'x-icims-content-sha256': contentHash,
    'x-icims-date': date,
  }
}
