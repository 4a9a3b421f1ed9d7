import type { HeldTenant } from './held-tenant.ts'
import { RefusedError } from './refused-error.ts'
import { loadState, saveState } from './tenant-state.ts'
import type { Tenants } from './tenants.ts'

/** A named state of a tenant: its rows, files, journal, quota and time. `taken` is the tenant's time, ISO 8601. */
export type Snapshot = { name: string; taken: string }

/**
 * Keeps the state of a tenant under a name; one of the same name is replaced.
 *
 * @param name unless given, the next free of `snapshot-1`, `snapshot-2`, …
 * @throws RefusedError 400 for a name of other than letters, digits, dots, hyphens and underscores.
 */
export function takeSnapshot(tenants: Tenants, { number, tenant }: HeldTenant, name?: string): Snapshot {
  const taken = new Set(tenants.rows.snapshots(number).map((row) => row.name))
  let free = taken.size + 1
  while (taken.has(`snapshot-${free}`)) free += 1
  const wanted = name ?? `snapshot-${free}`
  if (!/^[\w.-]{1,100}$/.test(wanted)) {
    throw new RefusedError(
      400,
      `"${wanted}" is no name for a snapshot: use letters, digits, dots, hyphens, underscores.`,
    )
  }
  const row = { tenant: number, name: wanted, layer: tenant.store.freeze(), taken: tenant.clock.now() }
  tenants.rows.putSnapshot({ ...row, state: JSON.stringify(saveState(tenant)) })
  tenants.tidy()
  return toSnapshot(row)
}

/**
 * Brings a tenant back to a snapshot, which stays. Later snapshots stay too.
 *
 * @throws RefusedError 404 for a name that is not there.
 */
export function restoreSnapshot(tenants: Tenants, held: HeldTenant, name: string): Snapshot {
  const row = tenants.rows.snapshot(held.number, name)
  if (row === undefined) throw unknownSnapshot(tenants, held, name)
  held.tenant.store.drop(row.layer)
  loadState(held.tenant, JSON.parse(row.state))
  tenants.saveClock(held)
  return toSnapshot(row)
}

/** The snapshots of a tenant, oldest first. */
export function listSnapshots(tenants: Tenants, { number }: HeldTenant): Snapshot[] {
  return tenants.rows.snapshots(number).map(toSnapshot)
}

/** @throws RefusedError 404 for a name that is not there. */
export function removeSnapshot(tenants: Tenants, held: HeldTenant, name: string): void {
  if (tenants.rows.snapshot(held.number, name) === undefined) throw unknownSnapshot(tenants, held, name)
  tenants.rows.removeSnapshot(held.number, name)
  tenants.tidy()
}

function unknownSnapshot(tenants: Tenants, held: HeldTenant, name: string): RefusedError {
  const names = listSnapshots(tenants, held).map((snapshot) => snapshot.name)
  const known = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`
  return new RefusedError(404, `The tenant ${held.tenant.config.customerId} has no snapshot "${name}": ${known}.`)
}

function toSnapshot({ name, taken }: { name: string; taken: number }): Snapshot {
  return { name, taken: new Date(taken).toISOString() }
}
