import type { EventSubscription } from '../events/subscription.ts'
import type { FaultRule } from '../faults/rule.ts'
import type { Field } from './fields/field.ts'
import type { FormDefinition } from './forms.ts'
import type { LifeConfig } from './life.ts'
import type { ListDefinitions } from './lists.ts'
import type { ProfileType } from './profile-types.ts'

/** How an API user signs in, and how many calls a day it has. `'unlimited'` lifts the daily limit (D22, D23). */
export type ApiUser = {
  username: string
  password: string
  /** OAuth 2.0 client credentials of the same user (D28). */
  clientId: string
  clientSecret: string
  /** Shared key the same user signs requests with (D2). */
  hmacKey: string
  quota: number | 'unlimited'
  /** Name of its login group, which decides what it may see, write and search; Integration User unless given. */
  loginGroup?: string
}

/** Something about fields, by type of profile and web-service id. */
export type FieldNames = Partial<Record<ProfileType, readonly string[]>>

/** What the members of one login group may do (D5, D24, SRCH). Whatever is left out is allowed. */
export type LoginGroup = {
  /** Its node in `lists.client_group`. */
  id: string
  name: string
  /** False: its members may not call web services at all (C11). */
  webServices?: boolean
  search?: boolean
  hiddenProfiles?: readonly ProfileType[]
  /** Fields, or children of collections such as `addresses.addresszip`, that its members do not see. */
  hiddenFields?: FieldNames
  readonlyFields?: FieldNames
  /** Required fields that its members may leave empty (D24). */
  optionalFields?: FieldNames
}

/** Which workflows may enter a status (KB): those a search of `applicantworkflows` finds; `message` is what the others are told. */
export type EntranceCriteria = { search: Readonly<Record<string, unknown>>; message?: string }

/** A recruiting workflow status: its bin and its own name; the API shows both joined, `Bin - Status` (C1). */
export type WorkflowStatus = {
  id: string
  bin: string
  name: string
  /** What it stands for when a history is made up; never shown by the API, which knows no such flag. */
  meaning: 'new' | 'review' | 'interview' | 'offer' | 'hired' | 'rejected' | 'withdrew'
  entrance?: EntranceCriteria
}

/** One bin of the recruiting workflow: a search filter, never a key of the JSON. */
export type WorkflowBin = { id: string; name: string }

/** A career portal: small integer id and host label (D26). */
export type Portal = { id: number; name: string }

/** Everything that makes one customer different from another. */
export type TenantConfig = {
  customerId: number
  name: string
  /** Host label of the customer's platform: `{platform}.icims.com` (D10). */
  platform: string
  /** Where the customer's data is kept; it decides the API host (D1). */
  region: 'us' | 'eu'
  users: readonly ApiUser[]
  lists: ListDefinitions
  /** The customer's own fields, `field12345`, by type of profile. */
  customFields: Partial<Record<ProfileType, readonly Field[]>>
  /** Fields that are required here beside the standard ones; which are is configurable (D24). */
  required: FieldNames
  loginGroups: readonly LoginGroup[]
  bins: readonly WorkflowBin[]
  statuses: readonly WorkflowStatus[]
  portals: readonly Portal[]
  forms: readonly FormDefinition[]
  /** What happens when an API user's calls of the day are used up: it is refused, or only the journal says so. */
  quotaMode?: 'enforce' | 'warn'
  /** Calls that go wrong on purpose, from the start: rules, or names of sets. */
  faults?: readonly (FaultRule | string)[]
  /** Who is told of what happens, from the start. */
  events?: readonly EventSubscription[]
  /** Largest body taken, in bytes; 20 MB unless given (D1: there is a cap, its number is not known). */
  bodyLimit?: number
  /** How often what happens by itself happens, where that is not as usual. */
  life?: LifeConfig
  /** Choices between two plausible readings, by the name of their `x-switch` in the OpenAPI document. */
  switches: Readonly<Record<string, string | number | boolean>>
}
