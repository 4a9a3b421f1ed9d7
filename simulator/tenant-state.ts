import type { SavedThrottle } from './auth/token-throttle.ts'
import type { ClockState } from './clock.ts'
import type { SavedOutbox } from './events/outbox.ts'
import type { SavedJournal } from './journal.ts'
import type { SavedQuota } from './quota.ts'
import type { Tenant } from './tenant/tenant.ts'

/**
 * What a tenant has beside its rows, as it can be kept in JSON. A snapshot holds it, and a restore puts it back. Faults are not
 * part of it: who puts them in takes them out. Nor are answers kept of searches: they are asked for anew.
 */
export type TenantState = {
  clock: ClockState
  journal: SavedJournal
  quota: SavedQuota
  tokens: SavedThrottle
  events: SavedOutbox
}

export function saveState({ clock, journal, quota, tokenThrottle, outbox }: Tenant): TenantState {
  return {
    clock: clock.state(),
    journal: journal.save(),
    quota: quota.save(),
    tokens: tokenThrottle.save(),
    events: outbox.save(),
  }
}

export function loadState(tenant: Tenant, state: TenantState): void {
  const { clock, journal, quota, searches, tokenThrottle, outbox, courier } = tenant
  clock.restore(state.clock)
  journal.load(state.journal)
  quota.load(state.quota)
  searches.clear()
  tokenThrottle.load(state.tokens)
  outbox.load(state.events)
  courier.restart()
}

/** As a tenant starts, at this time: nobody has called it yet, and nothing goes wrong on purpose. */
export function clearState(tenant: Tenant, start: ClockState): void {
  const { clock, config, journal, quota, searches, faults, tokenThrottle, outbox, courier } = tenant
  clock.restore(start)
  journal.clear()
  quota.reset()
  searches.clear()
  faults.clear()
  tokenThrottle.reset()
  outbox.reset(config.events ?? [])
  courier.restart()
}
