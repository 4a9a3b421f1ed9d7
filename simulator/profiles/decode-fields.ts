import { errorCodes, type Problem } from '../errors.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { Field } from '../tenant/fields/field.ts'
import type { ProfilesContext } from './context.ts'
import { decodeValue, isObject, ValueError } from './decode-value.ts'
import { type Entry, mergeEntries } from './entries.ts'
import { importFile } from './stored-file.ts'

/** What a body says about a profile: new values, `undefined` for a field to clear, and what was wrong with it. */
export type Decoded = { values: Record<string, Stored | undefined>; errors: Problem[]; warnings: Problem[] }

/** Who sends a body. The platform itself may also set what clients may not, and says which ids its entries have. */
export type Writer = {
  sender: 'client' | 'platform'
  /** Why the field may not be written; a child of a collection is named `phones.phonenumber`. */
  refuses(field: string): string | undefined
}

/** An import: everything may be written. */
export const platformWriter: Writer = { sender: 'platform', refuses: () => undefined }

/**
 * Reads the fields of a body into stored form, over what the profile holds now (collections are merged, D24). A field
 * nobody knows, one that only the platform sets, and one not in lower case are warned about and skipped (D13).
 *
 * @param parent the collection whose entry is read.
 */
export function decodeFields(
  fields: readonly Field[],
  body: Readonly<Record<string, unknown>>,
  current: ProfileData,
  context: ProfilesContext,
  writer: Writer,
  parent?: string,
): Decoded {
  const decoded: Decoded = { values: {}, errors: [], warnings: [] }
  const warn = (field: string, message: string): void => {
    decoded.warnings.push({ code: errorCodes.fieldName, field, message })
  }
  for (const [name, value] of Object.entries(body)) {
    const field = fields.find((candidate) => candidate.name === name)
    if (field === undefined) {
      warn(name, name === name.toLowerCase() ? 'There is no such field.' : 'Field name must be all lowercase.')
      continue
    }
    if (field.readonly && writer.sender === 'client') {
      warn(name, 'This field is set by the platform.')
      continue
    }
    const refused = writer.refuses(parent === undefined ? name : `${parent}.${name}`)
    if (refused !== undefined) {
      decoded.errors.push({ code: errorCodes.forbidden, field: name, message: refused })
      continue
    }
    try {
      decoded.values[name] = decodeField(field, value, current, context, writer, decoded)
    } catch (error) {
      if (!(error instanceof ValueError)) throw error
      decoded.errors.push({ code: errorCodes.badValue, field: name, message: error.message })
    }
  }
  return decoded
}

/** The value in stored form, undefined to clear the field: null and an empty text do (D6). A file comes with an import only. */
function decodeField(
  field: Field,
  value: unknown,
  current: ProfileData,
  context: ProfilesContext,
  writer: Writer,
  decoded: Decoded,
): Stored | undefined {
  if (value === null || value === '') {
    if (field.permanent && current[field.name] !== undefined) throw new ValueError('This field cannot be emptied.')
    return undefined
  }
  if (field.kind === 'file' && writer.sender === 'platform') return importFile(value, field, context.store)
  if (field.kind !== 'collection') return decodeValue(value, field, context)
  if (!Array.isArray(value)) throw new ValueError('The value must be an array.')
  let entries = (current[field.name] ?? []) as readonly Entry[]
  for (const item of value) {
    if (!isObject(item)) throw new ValueError('Each item must be an object.')
    const { entry, ...children } = item
    const before = entries.find((candidate) => candidate.entry === entry)
    const ownId = writer.sender === 'platform' && Number.isSafeInteger(entry) ? (entry as number) : undefined
    if (entry !== undefined && before === undefined && ownId === undefined) {
      throw new ValueError(`There is no entry ${JSON.stringify(entry)}.`)
    }
    const group = decodeFields(field.children!, children, (before ?? {}) as ProfileData, context, writer, field.name)
    decoded.errors.push(...group.errors)
    decoded.warnings.push(...group.warnings)
    if (group.errors.length > 0) continue
    const nextId = (): number => {
      if (ownId === undefined) return context.store.next('entry')
      context.store.reserve('entry', ownId)
      return ownId
    }
    entries = mergeEntries(entries, before?.entry, group.values, nextId).entries
  }
  return entries as Stored
}
