import { filterError, parsingError, searchError } from './search-error.ts'

/** One filter as sent, checked for its form; its name and operator are checked against the type later. */
export type ParsedFilter = {
  name: string
  operator: string
  value: readonly string[]
  secondaryValue: readonly string[]
}

/** A group of filters and further groups, joined by one operator. */
export type ParsedGroup = { operator: '&' | '|'; filters: readonly ParsedFilter[]; children: readonly ParsedGroup[] }

/** Bounds of ours, so that a search cannot exhaust the machine. */
const deepest = 32
const mostFilters = 1_000
const mostValues = 10_000

/**
 * Reads the body of a search strictly: an unknown key anywhere refuses it (SRCH).
 *
 * @param options mayBeEmpty for a search that needs no filter: that of a portal (D26).
 * @throws IcimsError with one of iCIMS's messages.
 */
export function parseSearch(body: unknown, { mayBeEmpty = false } = {}): ParsedGroup {
  const seen = { filters: 0, values: 0 }
  const group = parseGroup(body, 0, seen)
  if (seen.filters === 0 && !mayBeEmpty) throw searchError('At least one filter must be specified')
  return group
}

function parseGroup(value: unknown, depth: number, seen: { filters: number; values: number }): ParsedGroup {
  if (!isRecord(value) || depth > deepest) throw parsingError()
  const { filters = [], operator = '&', children = [], ...unknown } = value
  const [attribute] = Object.keys(unknown)
  if (attribute !== undefined) throw searchError(`The following group attribute is unrecognized: ${attribute}`)
  if (operator !== '&' && operator !== '|') {
    throw searchError(`The following group operator is not valid in the given context: ${text(operator)}`)
  }
  if (!Array.isArray(filters) || !Array.isArray(children)) throw parsingError()
  return {
    operator,
    filters: filters.map((filter) => parseFilter(filter, seen)),
    children: children.map((child) => parseGroup(child, depth + 1, seen)),
  }
}

function parseFilter(filter: unknown, seen: { filters: number; values: number }): ParsedFilter {
  if (!isRecord(filter)) throw parsingError()
  const { name, operator = '=', value = [], secondaryValue = [], ...unknown } = filter
  const [attribute] = Object.keys(unknown)
  if (attribute !== undefined) throw searchError(`The following filter attribute is unrecognized: ${attribute}`)
  if (typeof name !== 'string' || name.trim() === '') throw filterError(name === undefined ? '' : text(name))
  if (typeof operator !== 'string') {
    throw searchError(`The following filter operator is not valid in the given context: ${text(operator)}`)
  }
  const parsed = { name, operator, value: parseValues(value), secondaryValue: parseValues(secondaryValue) }
  seen.filters += 1
  seen.values += parsed.value.length + parsed.secondaryValue.length
  if (seen.filters > mostFilters || seen.values > mostValues) throw parsingError()
  return parsed
}

/** The schema says strings, iCIMS's own staff send numbers (FORUM3). */
function parseValues(values: unknown): string[] {
  if (!Array.isArray(values)) throw parsingError()
  return values.map((value) => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
    throw parsingError()
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
