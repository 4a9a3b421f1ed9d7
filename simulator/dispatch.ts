import type { Address } from './address.ts'
import { readText } from './body.ts'
import type { HeldTenant } from './held-tenant.ts'
import { readClientId } from './resources/token.ts'
import type { Tenants } from './tenants.ts'

/** Names the tenant a request is for by its customer id, whatever its path says. */
export const tenantHeader = 'x-sim-tenant'

/**
 * The tenant a request is for: by the header, by the customer id in its path, or else the simulator's own.
 *
 * @returns the text of the header when it names none.
 */
export function pickTenant(tenants: Tenants, request: Request, { path }: Address): HeldTenant | string {
  const named = request.headers.get(tenantHeader)
  if (named !== null) return tenants.find(Number(named)) ?? named
  const [, customerId] = /^\/customers\/(\d{1,15})(?:\/|$)/.exec(path) ?? []
  return (customerId !== undefined && tenants.find(Number(customerId))) || tenants.own
}

/** The tenant whose API user asks for a token: its address names no customer, so that the client id has to. */
export async function pickByClient(tenants: Tenants, request: Request): Promise<HeldTenant> {
  const type = request.headers.get('content-type') ?? ''
  const clientId = readClientId(type, await readText(request.clone()).catch(() => ''))
  return (clientId !== undefined && tenants.findByClient(clientId)) || tenants.own
}
