import type { Clock } from '../clock.ts'
import type { Problem } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { TenantConfig } from '../tenant/config.ts'
import type { Lists } from '../tenant/lists.ts'

/** What the domain works on: one tenant's state, words and time. */
export type ProfilesContext = { store: Store; lists: Lists; config: TenantConfig; clock: Clock }

/** Who does it. An API call is made by no platform user unless the API user is one. */
export type Actor = { kind: 'api' | 'platform'; person: number | null }

/** What a write that went through still has to say. */
export type Warnings = readonly Problem[]
