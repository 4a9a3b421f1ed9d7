import type { Stored } from '../../store/store.ts'
import type { Field, FieldKind } from '../../tenant/fields/field.ts'
import type { ProfileType } from '../../tenant/profile-types.ts'
import { fold } from '../fold.ts'
import { type Column, type Filter, inList } from './filter.ts'

/** The word behind the number of a field, which says how it is compared (SRCH). */
type Kind = 'text' | 'number' | 'date' | 'listnode' | 'person' | 'job'

/**
 * The kind of each field that can be searched by its number. That a check box compares as the text Yes or No, and money by
 * its amount, is inferred. What is not here has no filter: files and addresses.
 */
const kinds: Partial<Record<FieldKind, Kind>> = {
  text: 'text',
  html: 'text',
  email: 'text',
  url: 'text',
  option: 'text',
  boolean: 'text',
  number: 'number',
  decimal: 'number',
  salary: 'number',
  currency: 'number',
  datetime: 'date',
  dateonly: 'date',
  node: 'listnode',
  nodes: 'listnode',
  place: 'listnode',
}

/**
 * Filters of the fields that have a number in the platform's own database: `customfield4006.text` with a dot, and of those
 * inside collections `collectionfield2231number` without one (SRCH, FORUM2, M1).
 */
export function customFilters(fields: readonly Field[]): readonly Filter[] {
  return fields.flatMap((field) => [
    ...filterOf(field, undefined),
    ...(field.children ?? []).flatMap((child) => filterOf(child, field)),
  ])
}

function filterOf(field: Field, collection: Field | undefined): Filter[] {
  const kind = kindOf(field)
  // What is only ever written, a password, cannot be searched (SRCH).
  if (field.backendId === undefined || field.writeOnly || kind === undefined) return []
  const number = `${collection === undefined ? 'customfield' : 'collectionfield'}${field.backendId}`
  const name = collection === undefined ? `${number}.${kind}` : `${number}${kind}`
  const column = columnOf(number, kind, field, collection)
  const place = collection === undefined ? field.name : `${collection.name}.${field.name}`
  if (kind === 'person' || kind === 'job') return [{ name, field: place, relation: kind, column }]
  if (kind !== 'listnode') return [{ name, field: place, kind, column }]
  // The table of operators has no `!=` for a list node, a client in production sends one with this very ending (M2).
  return [{ name, field: place, kind: 'multiselect', column, resolve: inList(field.list!) }]
}

/** A reference to a person or a job is searched through its fields, any other by its id, as `baseprofile.number` is. */
function kindOf(field: Field): Kind | undefined {
  if (field.kind !== 'profile') return kinds[field.kind]
  const target: ProfileType | undefined = field.target
  return target === 'person' || target === 'job' ? target : 'number'
}

function columnOf(name: string, kind: Kind, field: Field, collection: Field | undefined): Column {
  const type = kind === 'text' || kind === 'listnode' ? 'text' : 'integer'
  const read = (holder: { readonly [name: string]: Stored | undefined }): (string | number)[] => {
    const stored = holder[field.name]
    if (stored === undefined || stored === null) return []
    return field.kind === 'nodes' ? [...(stored as readonly string[])] : [searchable(kind, field, stored)]
  }
  if (collection === undefined && field.kind !== 'nodes') {
    return { name, type, apart: true, from: (data) => read(data)[0] ?? null }
  }
  return {
    name,
    type: 'text',
    many: 'json',
    apart: true,
    from(data) {
      const holders = collection === undefined ? [data] : ((data[collection.name] ?? []) as readonly object[])
      const values = holders.flatMap((holder) => read(holder as Parameters<typeof read>[0]))
      return values.length === 0 ? null : JSON.stringify(values)
    },
  }
}

/** A stored value as it is compared: text folded, dates in milliseconds, money by its amount. */
function searchable(kind: Kind, field: Field, stored: Stored): string | number {
  if (field.kind === 'boolean') return stored === true ? 'yes' : 'no'
  if (field.kind === 'salary' || field.kind === 'currency') return (stored as { amount: number }).amount
  if (field.kind === 'dateonly') return Date.parse(`${stored}T00:00:00Z`)
  return kind === 'text' ? fold(String(stored)) : (stored as string | number)
}
