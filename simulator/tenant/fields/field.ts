import type { ProfileType } from '../profile-types.ts'

/**
 * What a profile field holds. In the store each kind has one form, whatever the wire looks like:
 *
 * | kind | stored as |
 * | --- | --- |
 * | text, html, email, url, option | string |
 * | number, decimal | number |
 * | boolean | boolean |
 * | datetime | integer, milliseconds since 1970 UTC |
 * | dateonly | `yyyy-MM-dd` |
 * | node, place | list node id, such as `D31001` |
 * | nodes | array of list node ids |
 * | profile | system id of the profile it names |
 * | address | `{ companyid, entry }` of a company's address |
 * | salary | `{ currency, amount, timeframe }` |
 * | currency | `{ currency, amount }` |
 * | file | `{ filename, type, blob }`: media type, and the digest its bytes are kept under; see `profiles/stored-file.ts` |
 * | collection | array of `{ entry, primary?, ...children }` |
 *
 * Kinds after the data model's field types: D6, D15 to D18.
 */
export type FieldKind =
  | 'text'
  | 'html'
  | 'email'
  | 'url'
  | 'option'
  | 'number'
  | 'decimal'
  | 'boolean'
  | 'datetime'
  | 'dateonly'
  | 'node'
  | 'nodes'
  | 'place'
  | 'profile'
  | 'address'
  | 'salary'
  | 'currency'
  | 'file'
  | 'collection'

/** One field of a profile, under its web-service id (always lower case, D1). */
export type Field = {
  name: string
  kind: FieldKind
  /** Longest text taken, in characters. */
  max?: number
  /** What people call it; shown in messages to users and in the tenant's documentation. */
  label?: string
  /**
   * Number of the field in the platform's own database, unlike that of any other field of its profile: `customfield4006`
   * searches it (D27). Custom fields have one, and those standard ones whose number was seen (D15, D18, C13).
   */
  backendId?: number
  /** Texts or numbers to choose from when the tenant's first day is made up; without them a custom field starts empty. */
  examples?: readonly (string | number)[]
  /** The list whose nodes a `node`, `nodes` or `place` field holds, such as `lists.person.folders`. */
  list?: string
  /** A text the list does not have is added to it (D16). */
  grows?: true
  /** The type of profile a `profile` field names. */
  target?: ProfileType
  /** The fields of one entry of a collection. */
  children?: readonly Field[]
  /** In the answer when the request names no `fields` (C1, C3, C12). */
  byDefault?: boolean
  /** Must have a value when a profile is saved (D24). */
  required?: boolean
  /** Set by the platform; a write is warned about and skipped. */
  readonly?: boolean
  /** Once it holds something it cannot be emptied (a person's résumé, D8). */
  permanent?: boolean
  /** Taken on write, never shown (passwords, D27). */
  writeOnly?: boolean
}
