import { formatDateTime } from '../dates.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { Field } from '../tenant/fields/field.ts'
import type { ProfileType } from '../tenant/profile-types.ts'
import type { ProfilesContext } from './context.ts'
import type { Entry } from './entries.ts'
import { exportFile, type StoredFile } from './stored-file.ts'

/** A profile in the form in which it can be imported again: field values as a client writes them, and the rest. */
export type EncodedProfile = { id: number; platform?: ProfileData } & { [field: string]: unknown }

/** The inverse of `importProfile`. */
export function encodeProfile(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  data: ProfileData,
): EncodedProfile {
  const fields = context.fields.of(type)
  const known = new Set(fields.map(({ name }) => name))
  const platform = Object.fromEntries(Object.entries(data).filter(([name]) => !known.has(name)))
  return {
    id,
    ...encodeFields(context, fields, data),
    ...(Object.keys(platform).length > 0 && { platform }),
  }
}

function encodeFields(
  context: ProfilesContext,
  fields: readonly Field[],
  data: Readonly<Record<string, Stored | undefined>>,
): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const stored = data[field.name]
      return stored === undefined ? [] : [[field.name, encodeValue(context, field, stored)]]
    }),
  )
}

function encodeValue(context: ProfilesContext, field: Field, stored: Stored): unknown {
  const node = (id: string) => ({ id, value: context.lists.node(id)?.value ?? '' })
  switch (field.kind) {
    case 'datetime':
      return formatDateTime(stored as number)
    case 'node':
    case 'place':
      return node(stored as string)
    case 'nodes':
      return (stored as readonly string[]).map(node)
    case 'address': {
      const { companyid, entry } = stored as { companyid: number; entry: number }
      return { id: entry, companyid }
    }
    case 'file':
      return exportFile(stored as unknown as StoredFile, context.store)
    case 'collection':
      return (stored as readonly Entry[]).map((entry) => ({
        entry: entry.entry,
        ...encodeFields(context, field.children!, entry),
      }))
    default:
      return stored
  }
}
