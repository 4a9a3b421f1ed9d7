import { hash } from 'node:crypto'
import type { Tenant } from './tenant/tenant.ts'

/**
 * A hash of all that a tenant is, in hexadecimal: its rows and its time. The same seed and the same history give the same one,
 * on any machine, however the state is spread over layers and files. Who called how often is not in it.
 */
export function stateDigest({ store, clock }: Pick<Tenant, 'store' | 'clock'>): string {
  return hash('sha256', `${clock.now()} ${store.digest()}`)
}
