import type { CompiledQuery } from 'kysely'
import type { RecordType } from '../tenant/record-types.ts'

/** The stored value of one field; its form by kind stands in `tenant/fields/field.ts`. */
export type Stored =
  | string
  | number
  | boolean
  | null
  | readonly Stored[]
  | { readonly [key: string]: Stored | undefined }

/** A profile as stored: field values by web-service id, plus what the platform keeps beside them (see `ProfileData`'s users). */
export type ProfileData = { readonly [field: string]: Stored | undefined }

/** One tenant's state: a copy-on-write layer over its world. Every call is synchronous, so a request is never interleaved. */
export type Store = {
  /** The profile, or undefined when there is none or it is deleted. What comes back is shared: it must not be changed. */
  get(type: RecordType, id: number): ProfileData | undefined
  /** Writes the whole profile and its search columns. */
  put(type: RecordType, id: number, data: ProfileData): void
  /** Marks the profile deleted in this tenant. */
  remove(type: RecordType, id: number): void
  /** The profile as the world has it, whatever the tenant made of it since. */
  seeded(type: RecordType, id: number): ProfileData | undefined
  /**
   * Keeps the bytes of a file and gives back their SHA-256, in hexadecimal. Call it in the transaction that puts a profile
   * which names the digest as `blob`: what no profile names is dropped in the end.
   */
  keepBlob(bytes: Uint8Array): string
  /** The bytes kept under this digest. */
  blob(digest: string): Uint8Array | undefined
  /** The next number of a counter (`person`, `entry`, `transaction`, …): 1, 2, 3, … over what the world used. */
  next(counter: string): number
  /** The last number the counter gave out. */
  last(counter: string): number
  /** Sees to it that the counter gives out no number up to this one. */
  reserve(counter: string, value: number): void
  /** Every profile of a type, by ascending id. */
  each(type: RecordType): Iterable<{ id: number; data: ProfileData }>
  /** Those of a type whose JSON text a pattern fits, by ascending id, without reading the others. */
  matching(type: RecordType, pattern: RegExp): Iterable<{ id: number; data: ProfileData }>
  /**
   * The ids of the profiles whose search columns hold these values, or one of several, ascending. An index of the first one is
   * used.
   */
  find(type: RecordType, columns: Readonly<Record<string, string | number | readonly string[]>>): number[]
  /** The id of the one with the least value of an indexed column of numbers, from this value on. */
  first(type: RecordType, column: string, from: number): number | undefined
  /** How many profiles of a type there are. */
  count(type: RecordType): number
  /** Runs a read compiled by Kysely against the merged views, one row object per result. */
  select<Row>(query: CompiledQuery<Row>): Row[]
  /** All or nothing; what `work` throws is thrown again after everything is undone. */
  transaction<T>(work: () => T): T
  /** Grows with each write that was kept: equal before and after means that nothing moved. */
  readonly changes: number
  /** What is stored now becomes part of what `reset` goes back to. For the first tenant of a world only, before any other. */
  settle(): void
  /**
   * Freezes what is stored now, for forks and snapshots to lie on; later writes go into a layer of their own.
   *
   * @returns the frozen layer.
   */
  freeze(): number
  /** Drops all that was written since this layer was frozen. */
  drop(layer: number): void
  /** Back to what the tenant started with: the world as seeded and what was settled on it, or where it was forked. */
  reset(): void
  /** A hash of everything stored, in hexadecimal: equal for equal state. */
  digest(): string
}
