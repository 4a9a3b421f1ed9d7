import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'

/** A request that names an address nobody can have: answered 400. */
export class AddressError extends Error {
  override readonly name = 'AddressError'
}

const host = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/**
 * Path and query as they stood in the request line. A client of an HTTP proxy puts the whole address there (RFC 9112,
 * 3.2.2); its origin is left out here.
 */
export function readTarget({ url = '/' }: IncomingMessage): string {
  if (!/^https?:\/\//i.test(url)) return url
  const slash = url.indexOf('/', url.indexOf('//') + 2)
  return slash < 0 ? '/' : url.slice(slash)
}

/**
 * Gives a request that came through a reverse proxy the address its client dialled, by `X-Forwarded-Host` and
 * `X-Forwarded-Proto`, so that links and signatures are those of the public host. Of several values the first counts: the
 * proxy next to the client wrote it.
 *
 * @throws AddressError for a value that is no host, or no scheme of HTTP.
 */
export function applyForwarded(incoming: IncomingMessage): void {
  const target = readTarget(incoming)
  const { headers, rawHeaders } = incoming
  const name = firstOf(headers['x-forwarded-host']) ?? headers.host ?? ''
  const scheme = firstOf(headers['x-forwarded-proto'])?.toLowerCase() ?? ownScheme(incoming)
  if (!host.test(name)) throw new AddressError('X-Forwarded-Host is no host.')
  if (!/^https?$/.test(scheme)) throw new AddressError('X-Forwarded-Proto is neither http nor https.')
  incoming.url = `${scheme}://${name}${target}`
  headers.host = name
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (rawHeaders[i]!.toLowerCase() === 'host') rawHeaders[i + 1] = name
  }
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0]?.split(',')[0]?.trim()
}

function ownScheme({ socket }: IncomingMessage): string {
  return (socket as TLSSocket).encrypted ? 'https' : 'http'
}
