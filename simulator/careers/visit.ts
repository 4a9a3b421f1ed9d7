import type { Address } from '../address.ts'
import { hostName } from '../hosts.ts'
import type { TenantConfig } from '../tenant/config.ts'

/** Where a request to a portal leads. */
export type Visit = {
  /** As the address names it. */
  portal: string
  /** What its addresses here start with: `/careers/careers-cedarline`, or nothing on its own host. */
  base: string
  /** The path after that. */
  rest: string
  origin: string
}

/**
 * The visit at `/careers/{portal}`, or on the portal's own host, `https://careers-cedarline.icims.com/jobs/…` (D26). Undefined
 * for any other address: asked of every request, so that it is cheap and loads none of what answers.
 */
export function readVisit({ portals }: Pick<TenantConfig, 'portals'>, address: Address): Visit | undefined {
  const { origin, path } = address
  if (path.startsWith('/careers/')) {
    const slash = path.indexOf('/', '/careers/'.length)
    const base = slash < 0 ? path : path.slice(0, slash)
    const named = base.slice('/careers/'.length)
    if (named !== '') return { portal: decoded(named), base, rest: path.slice(base.length), origin }
  }
  const host = hostName(address)
  const own = host.endsWith('.icims.com') ? portals.find(({ name }) => host === `${name}.icims.com`) : undefined
  return own && { portal: own.name, base: '', rest: path, origin }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
