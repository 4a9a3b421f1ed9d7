import type { ProfileData, Stored } from '../../store/store.ts'
import type { ProfileType } from '../../tenant/profile-types.ts'
import type { Words } from '../../tenant/words.ts'
import { fold } from '../fold.ts'

/** A column a filter looks at, computed from the profile when it is written. */
export type Column = {
  name: string
  type: 'text' | 'integer'
  /** Holds several values: each between line feeds, `\nD31001\nD31002\n`, or as a JSON array, `[1,2]`. */
  many?: 'lines' | 'json'
  indexed?: true
  /** Kept in a table of its own, so that the rows every search walks over stay short. */
  apart?: true
  from(data: ProfileData): string | number | null
}

/**
 * How a filter compares (SRCH): `text` contains or equals, folded; `number`; `date` at the minute, both kinds of date being
 * milliseconds in the column; `select` and `multiselect` any of; `listnode` equality only; `idcsv` ids in one text.
 */
export type FilterKind = 'text' | 'number' | 'date' | 'select' | 'multiselect' | 'listnode' | 'zipradius' | 'idcsv'

/** A filter on a column of the profile itself. `name` comes after the type's prefix: `person.` `firstname`. */
export type ColumnFilter = {
  name: string
  kind: FilterKind
  column: Column | 'id'
  /** The field it looks at, where it has another name; whoever does not see that may not filter by it (SRCH). */
  field?: string
  /** The stored values a word stands for; the word itself where there is none. */
  resolve?(word: string, words: Words): readonly string[]
  /** The list whose nodes the column holds the ids of, where their texts are what is searched. */
  labels?: string
}

/** Filters of another profile that this one names: `applicantworkflow.person.` and then the person's filters. */
export type RelationFilter = {
  name: string
  relation: ProfileType
  column: Column
  /** The field that names the other profile, where the filter has another name. */
  field?: string
  /** What it is searched by from here, where that is not everything its own search knows. */
  filters?: readonly Filter[]
}

export type Filter = ColumnFilter | RelationFilter

/** A folded text column of one field. */
export function textColumn(name: string, field = name, more: { indexed?: true } = {}): Column {
  return { name, type: 'text', ...more, from: (data) => foldedOrNull(data[field]) }
}

/** A column that holds a list node id, or any stored value as it is. */
export function plainColumn(name: string, field = name, more: { indexed?: true } = {}): Column {
  return { name, type: 'text', ...more, from: (data) => (data[field] as string | undefined) ?? null }
}

/** A column of whole numbers: counts, profile ids, date-times. */
export function integerColumn(name: string, field = name, more: { indexed?: true } = {}): Column {
  return { name, type: 'integer', ...more, from: (data) => (data[field] as number | undefined) ?? null }
}

/** A date-only field as its midnight, so that it compares like a date-time. */
export function dayColumn(name: string, field = name): Column {
  return {
    name,
    type: 'integer',
    from: (data) => (data[field] === undefined ? null : Date.parse(`${data[field]}T00:00:00Z`)),
  }
}

/** A column of one child over all entries of a collection. */
export function childColumn(name: string, collection: string, read: (entry: Entry) => unknown): Column {
  return {
    name,
    type: 'text',
    many: 'lines',
    from(data) {
      const entries = (data[collection] ?? []) as readonly Entry[]
      const values = entries.map(read).filter((value) => value !== undefined && value !== null)
      return values.length === 0 ? null : `\n${values.map(String).join('\n')}\n`
    },
  }
}

type Entry = Readonly<Record<string, Stored | undefined>>

/** The addresses of a person or a company, whose child keys are the same. */
export const addressColumns = {
  city: childColumn('addresscity', 'addresses', ({ addresscity }) => folded(addresscity)),
  zip: childColumn('addresszip', 'addresses', ({ addresszip }) => folded(addresszip)),
  state: childColumn('addressstate', 'addresses', ({ addressstate }) => addressstate),
  country: childColumn('addresscountry', 'addresses', ({ addresscountry }) => addresscountry),
}

/** Resolves a word by node id, text, abbreviation or SystemID (SRCH, M1, G1). */
export function inList(list: string): NonNullable<ColumnFilter['resolve']> {
  return (word, { lists }) => lists.match(list, word).map((node) => node.id)
}

function foldedOrNull(value: Stored | undefined): string | null {
  return value === undefined || value === null ? null : fold(String(value))
}

function folded(value: Stored | undefined): string | undefined {
  return foldedOrNull(value) ?? undefined
}
