import type { Clock } from '../clock.ts'
import type { Problem } from '../errors.ts'
import type { Outbox } from '../events/outbox.ts'
import type { Store } from '../store/store.ts'
import { type Access, fullAccess } from '../tenant/access.ts'
import type { Words } from '../tenant/words.ts'

/** What the domain works on: one tenant's state, words and time, and its way to partners. */
export type ProfilesContext = Words & {
  store: Store
  clock: Clock
  /** Takes what partners are told of. */
  outbox: Pick<Outbox, 'add' | 'origin'>
}

/** Who does it, and what they may. An API call is made by no platform user unless the API user is one. */
export type Actor = { kind: 'api' | 'platform'; person: number | null; access: Access }

/** The platform itself, in the name of nobody. */
export const platformActor: Actor = { kind: 'platform', person: null, access: fullAccess }

/** What a write that went through still has to say. */
export type Warnings = readonly Problem[]
