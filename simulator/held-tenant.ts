import type { Address } from './address.ts'
import { createApiHost } from './app.ts'
import type { AppOptions } from './app-options.ts'
import { createTokenThrottle } from './auth/token-throttle.ts'
import type { Clock, ClockState } from './clock.ts'
import { type EventsOptions, openEvents } from './events/events.ts'
import { createFaults } from './faults/faults.ts'
import { createJournal } from './journal.ts'
import type { TenantLife } from './life/life.ts'
import { createLoginHost } from './login-host.ts'
import type { ProfilesContext } from './profiles/context.ts'
import { openLists } from './profiles/list-changes.ts'
import { createQuota } from './quota.ts'
import { createSearchCache } from './search/search-cache.ts'
import { openStore, type Place, type Shared } from './store/layer.ts'
import type { Tenant } from './tenant/tenant.ts'
import type { Words } from './tenant/words.ts'
import { createTimeline } from './timeline.ts'

/** What the tenants of one simulator share. */
export type Common = Shared & {
  seed: string
  wallClock: () => number
  journalSize: number | undefined
  app: AppOptions
  events: EventsOptions
  /** Makes the tenant's people, where they do something by themselves. */
  life: ((context: ProfilesContext) => TenantLife) | undefined
}

/** One tenant of a simulator, with what answers for it. */
export type HeldTenant = {
  /** Its number in the database: 1 for the one the simulator was made for. */
  number: number
  /** Number of the tenant it was forked from. */
  parent: number | null
  tenant: Tenant
  /** How its clock went when it started, which a reset goes back to. */
  start: ClockState
  answerApi(request: Request, address: Address, target?: string): Response | Promise<Response>
  answerLogin(request: Request, address: Address): Promise<Response>
}

/** Makes a tenant of its rows, its words and its time. */
export function holdTenant(
  common: Common,
  words: Words,
  clock: Clock,
  place: Place,
  { number, parent, start }: Pick<HeldTenant, 'number' | 'parent' | 'start'>,
): HeldTenant {
  const store = openStore(common, place)
  const events = openEvents(common, words, number, clock)
  const context: ProfilesContext = {
    ...words,
    lists: openLists(words.config.lists, store),
    store,
    clock,
    outbox: events.outbox,
  }
  const tenant: Tenant = {
    ...context,
    ...events,
    clock,
    timeline: createTimeline(clock),
    wallClock: common.wallClock,
    journal: createJournal(common.journalSize),
    searches: createSearchCache(clock),
    quota: createQuota(clock, words.config),
    faults: createFaults(clock, words.config, common.seed),
    tokens: { generation: 0 },
    tokenThrottle: createTokenThrottle(clock),
    tokenKey: `${common.seed} ${words.config.customerId}`,
  }
  if (common.life !== undefined) {
    tenant.life = common.life(tenant)
    tenant.timeline.add(tenant.life)
  }
  return {
    number,
    parent,
    tenant,
    start,
    answerApi: createApiHost(tenant, common.app),
    answerLogin: createLoginHost(tenant, common.app),
  }
}
