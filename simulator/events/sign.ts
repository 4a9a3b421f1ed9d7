import { createHmac, hash } from 'node:crypto'

/** What of a request is signed. */
export type Signed = { url: URL; contentType: string; body: Uint8Array }

const signedHeaders = 'content-type;host;x-icims-content-sha256;x-icims-date'

/**
 * The three headers of a signed event: the recipe of signed API calls with the roles swapped (D2, D3). The partner gave out
 * user and key. No blank follows a comma, and the date's offset has no colon, as recorded.
 *
 * @param now wall clock, milliseconds.
 */
export function signEvent(
  { user, key }: { user: string; key: string },
  { url, contentType, body }: Signed,
  now: number,
): Record<'x-icims-date' | 'x-icims-content-sha256' | 'Authorization', string> {
  const date = `${new Date(now).toISOString().slice(0, 19)}+0000`
  const digest = hash('sha256', body)
  const canonical = [
    'POST',
    url.pathname,
    url.search.slice(1),
    `content-type:${contentType}`,
    `host:${url.host}`,
    `x-icims-content-sha256:${digest}`,
    `x-icims-date:${date}`,
    '',
    signedHeaders,
  ].join('\n')
  const scheme = 'x-icims-v1-hmac-sha256'
  const text = [scheme, date, hash('sha256', canonical)].join('\n')
  const signature = createHmac('sha256', key).update(text).digest('hex')
  return {
    'x-icims-date': date,
    'x-icims-content-sha256': digest,
    Authorization: `${scheme} user=${user},signedheaders=${signedHeaders},signature=${signature}`,
  }
}
