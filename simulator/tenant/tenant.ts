import type { TokenEpoch } from '../auth/token.ts'
import type { TokenThrottle } from '../auth/token-throttle.ts'
import type { Clock } from '../clock.ts'
import type { Attempts } from '../events/attempts.ts'
import type { Courier } from '../events/courier.ts'
import type { Outbox } from '../events/outbox.ts'
import type { Faults } from '../faults/faults.ts'
import type { Journal } from '../journal.ts'
import type { TenantLife } from '../life/life.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import type { Quota } from '../quota.ts'
import type { SearchCache } from '../search/search-cache.ts'
import type { Timeline } from '../timeline.ts'

/** One fake customer: its words and rows (the domain's context), its time, its calls. */
export type Tenant = ProfilesContext & {
  clock: Clock
  /** What happens by itself as the clock goes. */
  timeline: Timeline
  /** What its people do by themselves, where they do anything. */
  life?: TenantLife
  /** Real time in milliseconds since 1970 UTC: a signature is as old as it really is, whatever the tenant's time. */
  wallClock: () => number
  /** What partners are told of, who is told, and what came of it. */
  outbox: Outbox
  attempts: Attempts
  courier: Courier
  journal: Journal
  /** Answers of earlier searches, which later ones may get. */
  searches: SearchCache
  quota: Quota
  tokenThrottle: TokenThrottle
  faults: Faults
  tokens: TokenEpoch
  /** Signs bearer tokens; made from the seed, so that a token outlives a restart. */
  tokenKey: string
}
