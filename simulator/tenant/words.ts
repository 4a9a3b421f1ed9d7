import type { TenantConfig } from './config.ts'
import type { Field } from './fields/field.ts'
import { createLists, type Lists } from './lists.ts'
import { type ProfileType, profileTypeNames, profileTypes } from './profile-types.ts'

/** The fields of every type of profile at one customer: the standard ones, then its own. */
export type TenantFields = {
  of(type: ProfileType): readonly Field[]
  find(type: ProfileType, name: string): Field | undefined
}

/** What a tenant's profiles are written in: its configuration, and its lists and fields made ready for look-up. */
export type Words = { config: TenantConfig; lists: Lists; fields: TenantFields }

export function createWords(config: TenantConfig): Words {
  const all = new Map(
    profileTypeNames.map((type) => {
      const required = config.required[type] ?? []
      const fields = [...profileTypes[type].fields, ...(config.customFields[type] ?? [])]
      return [type, fields.map((field) => (required.includes(field.name) ? { ...field, required: true } : field))]
    }),
  )
  const byName = new Map(
    profileTypeNames.map((type) => [type, new Map(all.get(type)!.map((field) => [field.name, field]))]),
  )
  return {
    config,
    lists: createLists(config.lists),
    fields: { of: (type) => all.get(type)!, find: (type, name) => byName.get(type)!.get(name) },
  }
}
