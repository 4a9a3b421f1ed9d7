import type { ApiUser, LoginGroup, TenantConfig } from './config.ts'
import type { ProfileType } from './profile-types.ts'
import { isProfileType, type RecordType } from './record-types.ts'

/**
 * What one caller may see, write and search (D5: what is hidden from a user is absent, not refused). A `field` may name a
 * child of a collection: `addresses.addresszip`. What hides something is said in words, for the journal.
 */
export type Access = {
  /** Why the caller may not search, or undefined. */
  refusesSearch: string | undefined
  hidesProfile(type: ProfileType): string | undefined
  hidesField(type: RecordType, field: string): string | undefined
  refusesWrite(type: ProfileType, field: string): string | undefined
  /** Whether a required field may be left empty by this caller (D24). */
  excuses(type: ProfileType, field: string): boolean
}

/** The platform itself: it sees and writes everything. */
export const fullAccess: Access = {
  refusesSearch: undefined,
  hidesProfile: () => undefined,
  hidesField: () => undefined,
  refusesWrite: () => undefined,
  excuses: () => false,
}

/** The login group an API user is in unless its tenant says otherwise: the one that may search (SRCH). */
export const integrationGroup = 'Integration User'

const known = new WeakMap<TenantConfig, Map<string, Access>>()

/** What this API user may do, by its login group. */
export function accessOf(config: TenantConfig, { loginGroup = integrationGroup }: ApiUser): Access {
  let groups = known.get(config)
  if (groups === undefined) {
    groups = new Map(config.loginGroups.map((group) => [group.name, createAccess(group)]))
    known.set(config, groups)
  }
  return groups.get(loginGroup) ?? fullAccess
}

function createAccess(group: LoginGroup): Access {
  const hiddenFields = createCover(group.hiddenFields)
  const readonlyFields = createCover(group.readonlyFields)
  const hidden = `hidden from the login group ${group.name}`
  return {
    refusesSearch: group.search === false ? `The login group ${group.name} may not search.` : undefined,
    hidesProfile: (type) => (group.hiddenProfiles?.includes(type) ? `Profiles of this type are ${hidden}.` : undefined),
    hidesField: (type, field) => (hiddenFields(type, field) ? `This field is ${hidden}.` : undefined),
    refusesWrite: (type, field) =>
      hiddenFields(type, field) || readonlyFields(type, field)
        ? `The login group ${group.name} may not edit this field.`
        : undefined,
    excuses: (type, field) => isProfileType(type) && (group.optionalFields?.[type]?.includes(field) ?? false),
  }
}

/** Whether a field is among these. A collection that is named covers its children. */
function createCover(fields: LoginGroup['hiddenFields']): (type: RecordType, field: string) => boolean {
  const named = new Map<RecordType, ReadonlySet<string>>()
  for (const [type, names] of Object.entries(fields ?? {})) named.set(type as ProfileType, new Set(names))
  return (type, field) => {
    const names = named.get(type)
    // Most groups hide nothing, and every field of every answer is asked about.
    return names !== undefined && (names.has(field) || names.has(field.split('.')[0]!))
  }
}
