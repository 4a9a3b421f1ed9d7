import ipaddr from 'ipaddr.js'

/** A webhook must not go there. */
export class ForbiddenTargetError extends Error {
  override readonly name = 'ForbiddenTargetError'
}

/** Addresses that are public by their range and answer as a cloud's own machinery: Azure's. */
const machinery = new Set(['168.63.129.16'])

/**
 * Whether a webhook may be sent to an address. Only public ones may: what is private, on the link, of this machine, of a
 * cloud's metadata, or wraps one of these in IPv6, would let the owner of a target look into our network.
 *
 * @param allowLoopback lets this machine's own addresses through, for development.
 */
export function mayCall(address: string, allowLoopback: boolean): boolean {
  if (!ipaddr.isValid(address) || machinery.has(address)) return false
  const range = ipaddr.process(address).range()
  return range === 'unicast' || (allowLoopback && range === 'loopback')
}

/**
 * Checks what can be checked of a target before its name is looked up.
 *
 * @throws ForbiddenTargetError when no webhook may go there.
 */
export function checkTarget(text: string, allowLoopback: boolean): URL {
  if (!URL.canParse(text)) throw new ForbiddenTargetError(`${text} is no address. Write it as https://host/path.`)
  const url = new URL(text)
  const { protocol, hostname, username, password } = url
  if (username !== '' || password !== '') {
    throw new ForbiddenTargetError('The address of a target must not hold a user or a password: webhooks are signed.')
  }
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const isLoopback = host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
  if (isLoopback && !allowLoopback) {
    throw new ForbiddenTargetError(
      `Webhooks to this machine (${host}) need --allow-loopback-webhooks, for development.`,
    )
  }
  if (ipaddr.isValid(host) && !mayCall(host, allowLoopback)) {
    throw new ForbiddenTargetError(`Webhooks may not be sent to ${host}: it is no public address.`)
  }
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) {
    throw new ForbiddenTargetError(`Webhooks are sent over https only, not to ${protocol}//${url.host}.`)
  }
  return url
}
