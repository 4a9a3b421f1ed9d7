import { gzipSync } from 'node:zlib'
import { type EventLink, eventContent } from './content.ts'
import type { Occurrence } from './occurrence.ts'
import { signEvent } from './sign.ts'
import type { EventSubscription } from './subscription.ts'

/** A request as it goes out: a POST, its headers in order and with their capitals, its body as bytes. */
export type Outgoing = { url: string; headers: Readonly<Record<string, string>>; body: Uint8Array }

/** What an event needs besides what happened. */
export type BuildOptions = {
  customerId: number
  /** What the addresses of the API start with: `https://api.icims.com`. */
  base: string
  /** Wall clock in milliseconds, for a signature. */
  now: number
  /** For a subscription with OAuth. */
  token?: string
}

const contentType = 'application/json'

/**
 * The request that tells one subscription of one occurrence (EVT, D3). The order of the keys is that of the recorded
 * RemoteLoginEvent. Inferred: with both a signature and gzip, the hash is that of the JSON before it is compressed.
 */
export function buildEvent(subscription: EventSubscription, occurrence: Occurrence, options: BuildOptions): Outgoing {
  const { customerId, base } = options
  const { systemId, links, rest } = eventContent(subscription, occurrence, `${base}/customers/${customerId}`)
  const { eventType, gzip = false } = subscription
  // The links of this event were seen in the header alone (EVE).
  const inBody = eventType === 'ViewJobWebPostEvent' ? {} : { links }
  const json = Buffer.from(JSON.stringify({ systemId, customerId: String(customerId), ...inBody, eventType, ...rest }))
  const body = gzip ? gzipSync(json) : json
  const url = new URL(subscription.url)
  return {
    url: url.href,
    headers: {
      Connection: 'close',
      Link: linkHeader(links),
      'Content-Type': contentType,
      ...(gzip && { 'Content-Encoding': 'gzip' }),
      Host: url.host,
      ...credentials(subscription, { url, contentType, body: json }, options),
      'Content-Length': String(body.length),
      'User-Agent': 'Apache-HttpClient/4.5.2 (Java/1.8.0_141)',
      'Accept-Encoding': 'gzip,deflate',
    },
    body,
  }
}

/** Not the form of RFC 8288: no angle brackets, and a comma behind the last one too (D3). */
function linkHeader(links: readonly EventLink[]): string {
  return links.map(({ url, rel, title }) => `${url};rel="${rel}";title="${title}",`).join('')
}

function credentials(
  { auth }: EventSubscription,
  signed: Parameters<typeof signEvent>[1],
  { now, token }: BuildOptions,
): Record<string, string> {
  switch (auth.type) {
    case 'none':
      return {}
    case 'basic':
      return { Authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` }
    case 'hmac':
      return signEvent(auth, signed, now)
    case 'oauth':
      return { Authorization: `Bearer ${token}` }
  }
}
