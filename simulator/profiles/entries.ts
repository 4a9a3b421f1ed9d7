import type { ProfileData, Stored } from '../store/store.ts'

/** One entry of a collection as stored. `entry` is its id, unique at the customer. */
export type Entry = { readonly entry: number; readonly primary?: boolean } & {
  readonly [child: string]: Stored | undefined
}

/** The collection after a change, and the entry that now holds the values. */
export type Merged = { entries: readonly Entry[]; entry: number }

/**
 * Adds a group, or changes the one with this id. A group that would repeat another one changes nothing and counts as done
 * (D7); the first group, and one that says so, is the primary one, and only one is.
 */
export function mergeEntries(
  entries: readonly Entry[],
  id: number | undefined,
  values: ProfileData,
  nextId: () => number,
): Merged {
  const before = entries.find((entry) => entry.entry === id)
  const { primary, ...children } = { ...before, ...values } as Entry
  const twin = entries.find((entry) => entry.entry !== id && isSameGroup(entry, children))
  if (twin !== undefined) return { entries, entry: before?.entry ?? twin.entry }
  const entry = before?.entry ?? nextId()
  const isPrimary = primary === true || entries.every((other) => other.entry === entry)
  const group = withoutEmpty({ ...children, entry, primary: isPrimary ? true : undefined }) as Entry
  const others = entries.map((other) => (isPrimary ? (withoutEmpty({ ...other, primary: undefined }) as Entry) : other))
  if (before === undefined) return { entries: [...others, group], entry }
  return { entries: others.map((other) => (other.entry === entry ? group : other)), entry }
}

/** The object without the keys that hold nothing: an empty field is stored as no field at all. */
export function withoutEmpty(data: ProfileData): ProfileData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}

function isSameGroup(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  names.delete('entry')
  names.delete('primary')
  return [...names].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]))
}
