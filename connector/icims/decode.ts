import { RecordError } from './errors.ts'

/** A JSON object as read, nothing known about it yet. */
export type Json = Readonly<Record<string, unknown>>

/** A list item, or a profile that a field names: its id and how it reads. */
export type IcimsNode = { id: string; value: string }

/** A country or a state. */
export type IcimsPlace = { abbrev: string | undefined; value: string }

/** A salary; `timeframe` is Hourly, Daily, Weekly, Monthly or Yearly. */
export type IcimsSalary = { amount: number; currency: string; timeframe: string | undefined }

/** @throws RecordError when the answer is no object. */
export function decodeObject(value: unknown, what: string): Json {
  if (isObject(value)) return value
  throw new RecordError(`${what} is not a JSON object.`)
}

/** A text, or undefined; iCIMS leaves empty fields out (D5). */
export function decodeText(record: Json, name: string): string | undefined {
  const value = record[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** `yyyy-MM-dd hh:mm a`, UTC (D6), as ISO 8601 with milliseconds; a date alone is its midnight, what is no date is absent. */
export function decodeDateTime(record: Json, name: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{1,2}):(\d{2}) ([AP])M)?$/i.exec(decodeText(record, name) ?? '')
  if (match === null) return undefined
  const [, year, month, day, hour = '12', minute = '00', half = 'A'] = match
  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0)
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute)))
  // A month or a day that there is not would become another one.
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? date.toISOString() : undefined
}

/** `{ id, value }` of a list item or of a named profile, or undefined. */
export function decodeNode(record: Json, name: string): IcimsNode | undefined {
  const node = record[name]
  const id = decodeReference(record, name)
  if (!isObject(node) || id === undefined) return undefined
  return { id, value: typeof node.value === 'string' ? node.value : '' }
}

export function decodePlace(record: Json, name: string): IcimsPlace | undefined {
  const place = record[name]
  if (!isObject(place)) return undefined
  const { abbrev, value } = place
  return {
    abbrev: typeof abbrev === 'string' ? abbrev : undefined,
    value: typeof value === 'string' ? value : '',
  }
}

export function decodeSalary(record: Json, name: string): IcimsSalary | undefined {
  const salary = record[name]
  if (!isObject(salary) || typeof salary.amount !== 'number') return undefined
  return {
    amount: salary.amount,
    currency: typeof salary.currency === 'string' ? salary.currency : '',
    timeframe: decodeText(salary, 'timeframe'),
  }
}

/** An id: a number or a text. */
export function decodeId(record: Json, name: string): string | undefined {
  const id = record[name]
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined
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
