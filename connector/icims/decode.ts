import { RecordError } from './errors.ts'

/** A JSON object as read, nothing known about it yet. */
export type Json = Readonly<Record<string, unknown>>

/** A list item, or a profile that a field names: its id and how it reads. */
export type IcimsNode = { id: string; value: string }

/** A country or a state. */
export type IcimsPlace = { abbrev: string | undefined; value: string }

/** A salary, or an amount of money, which has no timeframe: Hourly, Daily, Weekly, Monthly or Yearly (D6, D11, D21). */
export type IcimsSalary = { amount: number; currency: string | undefined; timeframe: string | undefined }

/** @throws RecordError when the answer is no object. */
export function decodeObject(value: unknown, what: string): Json {
  if (isObject(value)) return value
  throw new RecordError(`${what} is not a JSON object.`)
}

/**
 * A text, or undefined; iCIMS leaves empty fields out (D5). A number is written out, and of a list item or a profile it is
 * how it reads: a tenant may keep as a list what another one types in.
 */
export function decodeText(record: Json, name: string): string | undefined {
  const value = record[name]
  const shown = isObject(value) ? value.value : value
  if (typeof shown === 'number') return String(shown)
  return typeof shown === 'string' ? clean(shown) || undefined : undefined
}

/** Without what a database cannot keep: NUL, and halves of characters. */
export function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** `yyyy-MM-dd hh:mm a`, UTC (D6), as ISO 8601 with milliseconds; a date alone is its midnight, what is no date is absent. */
export function decodeDateTime(record: Json, name: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{1,2}):(\d{2}) ([AP])M)?$/i.exec(decodeText(record, name) ?? '')
  if (match === null) return undefined
  const [, year, month, day, hour = '12', minute = '00', half = 'A'] = match
  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0)
  const written = `${year}-${month}-${day}T${String(hours).padStart(2, '0')}:${minute}:00.000Z`
  const date = new Date(written)
  // A day that there is not is none, or would become another one.
  return date.getUTCDate() === Number(day) ? written : undefined
}

/** `{ id, value }` of a list item, or undefined. A plain text, as drop-downs have it (D6), is both. */
export function decodeNode(record: Json, name: string): IcimsNode | undefined {
  const node = record[name]
  const value = decodeText(record, name) ?? ''
  // One printed sample calls the id of an item in a collection its entry (D7).
  const id = isObject(node) ? (decodeId(node, 'id') ?? decodeId(node, 'entry')) : undefined
  return id === undefined && value === '' ? undefined : { id: id ?? value, value }
}

export function decodePlace(record: Json, name: string): IcimsPlace | undefined {
  const place = record[name]
  if (!isObject(place)) return undefined
  return { abbrev: decodeText(place, 'abbrev'), value: decodeText(place, 'value') ?? '' }
}

export function decodeSalary(record: Json, name: string): IcimsSalary | undefined {
  const salary = record[name]
  if (!isObject(salary)) return undefined
  const amount = decodeAmount(salary.amount) ?? decodeAmount(salary.amountstring)
  if (amount === undefined) return undefined
  return { amount, currency: decodeText(salary, 'currency'), timeframe: decodeText(salary, 'timeframe') }
}

/** A number, or a text of one: `52,000.00`. */
function decodeAmount(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.replaceAll(/[,\s]/g, '') : value
  const amount = typeof text === 'string' && text !== '' ? Number(text) : text
  return typeof amount === 'number' && Number.isFinite(amount) ? amount : undefined
}

/** Ids of iCIMS have some ten signs. An index of a database takes no long texts. */
const longestId = 200

/** An id: a number or a text. What cannot stand in an address or in an index is none. */
export function decodeId(record: Json, name: string): string | undefined {
  const value = record[name]
  const id = typeof value === 'number' ? String(value) : typeof value === 'string' ? clean(value) : ''
  return id === '' || id === '.' || id === '..' || id.length > longestId ? undefined : id
}

/** A profile that a field names, or a status: what has no id is none. */
export function decodeNamed(record: Json, name: string): IcimsNode | undefined {
  const id = decodeReference(record, name)
  return id === undefined ? undefined : { id, value: decodeText(record, name) ?? '' }
}

/** The id of the profile a field names; undefined where the field is hidden or empty. */
export function decodeReference(record: Json, name: string): string | undefined {
  const reference = record[name]
  return isObject(reference) ? decodeId(reference, 'id') : undefined
}

/** The groups of a collection; anything that is no object is passed over. */
export function decodeGroups(record: Json, name: string): readonly Json[] {
  const groups = record[name]
  return Array.isArray(groups) ? groups.filter(isObject) : []
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
