import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Nothing may be sent there, or fetched from there. */
export class ForbiddenTargetError extends Error {
  override readonly name = 'ForbiddenTargetError'
}

/** Who calls an address that somebody else has chosen. */
export type Caller = {
  /** What a message begins with: `Webhooks may not be sent to`. */
  refusal: string
  /** Lets this machine's own addresses through, over plain http too, for development. */
  allowLoopback: boolean
  /** The flag that does so, for messages. */
  loopbackFlag: string
}

/** Addresses that are public by their range and answer as a cloud's own machinery: Azure's. */
const machinery = new Set(['168.63.129.16'])

/**
 * Whether an address may be called. Only public ones may: what is private, on the link, of this machine, of a cloud's metadata,
 * or wraps one of these in IPv6, would let whoever names it look into our network.
 *
 * @param allowLoopback lets this machine's own addresses through, for development.
 */
export function mayCall(address: string, allowLoopback: boolean): boolean {
  if (!ipaddr.isValid(address) || machinery.has(address)) return false
  const range = ipaddr.process(address).range()
  return range === 'unicast' || (allowLoopback && range === 'loopback')
}

/**
 * Checks what can be checked of an address before its name is looked up.
 *
 * @throws ForbiddenTargetError when it may not be called.
 */
export function checkAddress(text: string, { refusal, allowLoopback, loopbackFlag }: Caller): URL {
  if (!URL.canParse(text)) throw new ForbiddenTargetError(`${text} is no address. Write it as https://host/path.`)
  const url = new URL(text)
  const { protocol, hostname, username, password } = url
  if (username !== '' || password !== '') {
    throw new ForbiddenTargetError('The address must not hold a user or a password.')
  }
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const isLoopback = host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
  if (isLoopback && !allowLoopback) {
    throw new ForbiddenTargetError(`${refusal} this machine (${host}): that needs ${loopbackFlag}, for development.`)
  }
  if (ipaddr.isValid(host) && !mayCall(host, allowLoopback)) {
    throw new ForbiddenTargetError(`${refusal} ${host}: it is no public address.`)
  }
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) {
    throw new ForbiddenTargetError(`${refusal} ${protocol}//${url.host}: https only.`)
  }
  return url
}

/**
 * Looks a name up once and checks every address it has, so that the connection goes to what was checked and the name cannot
 * change in between.
 *
 * @param resolve finds the addresses of a name.
 */
export function createCheckedLookup(
  { refusal, allowLoopback }: Caller,
  resolve: (host: string) => Promise<readonly LookupAddress[]> = resolveAll,
): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (addresses) => {
        const forbidden = addresses.find(({ address }) => !mayCall(address, allowLoopback))
        const [first] = addresses
        if (forbidden !== undefined || first === undefined) {
          const reason = forbidden === undefined ? 'has no address' : `is ${forbidden.address}, no public address`
          callback(new ForbiddenTargetError(`${refusal} ${host}: it ${reason}.`), '')
        } else if (all) callback(null, [...addresses])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)))
  })
}
