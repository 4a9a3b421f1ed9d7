import type { Address } from './address.ts'
import type { TenantConfig } from './tenant/config.ts'

/** What a host answers: the API, tokens, or, where nothing tells the two apart, whichever the path belongs to. */
export type HostRole = 'api' | 'login' | 'any'

/** Where bearer tokens are given, on a login host. */
export const tokenPath = '/oauth/token'

/** API hosts by region (D1). */
const apiHosts = { us: 'api.icims.com', eu: 'api-eu.icims.com' } as const

/** What the addresses of a tenant in this region start with (D1). */
export function apiOrigin(region: TenantConfig['region']): string {
  return `https://${apiHosts[region]}`
}

/** Login hosts: US (C4, C10), EU, Canada, and the partners' sandbox (P1). Any tenant answers on each of them. */
const loginHosts = ['login.icims.com', 'login.icims.eu', 'login.icims.ca', 'login-isv.icimsmco.net'] as const

/** Every name of iCIMS that is answered here when it leads here. */
export const icimsHosts: readonly string[] = [...Object.values(apiHosts), ...loginHosts]

const roles = new Map<string, HostRole>([
  ...Object.values(apiHosts).map((host) => [host, 'api'] as const),
  ...loginHosts.map((host) => [host, 'login'] as const),
])

/**
 * What the host of this address answers. A name of iCIMS's own decides; any other (localhost, a proxy) says nothing.
 *
 * @param port what the port it came in on answers.
 */
export function roleOf(address: Address, port: HostRole): HostRole {
  return roles.get(hostName(address)) ?? port
}

/**
 * Why nothing is found at this API host, or undefined when the tenant answers there. That the other region answers as if
 * nothing were there, and that an API host gives no tokens, is inferred.
 */
export function findHostProblem(address: Address, { region }: Pick<TenantConfig, 'region'>): string | undefined {
  const name = hostName(address)
  if (address.path === tokenPath) return `${name} is an API host, which gives no tokens. Ask a login host for them.`
  if (roles.get(name) !== 'api' || name === apiHosts[region]) return undefined
  return `${name} is the API host of another region. The tenant is in ${region}, whose API host is ${apiHosts[region]}.`
}

/** The last origin asked for and its name: calls in a row are mostly to one host, and each asks several times. */
let last = { origin: '', name: '' }

/** The host without port and root dot. */
export function hostName({ origin }: Address): string {
  if (origin !== last.origin) {
    last = { origin, name: origin.slice(origin.indexOf('//') + 2).replace(/\.?(:\d+)?$/, '') }
  }
  return last.name
}
