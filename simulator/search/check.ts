import { closest } from 'fastest-levenshtein'
import type { Note } from '../journal.ts'
import type { Access } from '../tenant/access.ts'
import type { RecordType } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'
import type { ColumnFilter, Filter, FilterKind, RelationFilter } from './filters/filter.ts'
import { filtersOf } from './filters/filters.ts'
import type { ParsedFilter, ParsedGroup } from './parse.ts'
import { filterError, parsingError, searchError } from './search-error.ts'

/** A filter whose name and operator fit the search; `through` are the relations on the way to its column. */
export type CheckedFilter = ParsedFilter & { through: readonly RelationFilter[]; filter: ColumnFilter }

export type CheckedGroup = {
  operator: '&' | '|'
  filters: readonly CheckedFilter[]
  children: readonly CheckedGroup[]
}

/** Who searches, in which words, and where to say what was hidden. */
export type SearchScope = { words: Words; access: Access; notes: Note[] }

/**
 * Bounds of ours: how many profiles a filter may go through on its way, since a person may name a person without end, and
 * how many all filters of a search together may after their first, since each costs time.
 */
const mostRelations = 12
const mostDetours = 300

/** Which operators each kind takes (SRCH). */
const operators: Readonly<Record<FilterKind, readonly string[]>> = {
  text: ['=', '!=', '==', '!=='],
  number: ['=', '!=', '<', '>', '<=', '>='],
  date: ['=', '!=', '<', '>', '<=', '>='],
  select: ['=', '!='],
  multiselect: ['=', '!='],
  listnode: ['='],
  zipradius: ['='],
  idcsv: ['='],
}

/**
 * Finds each filter by its name and checks its operator.
 *
 * @throws IcimsError naming the first filter or operator that does not fit.
 */
export function checkSearch(type: RecordType, group: ParsedGroup, scope: SearchScope): CheckedGroup {
  const checked = checkGroup(type, group, scope)
  if (detoursOf(checked) > mostDetours) throw parsingError()
  return checked
}

function checkGroup(type: RecordType, group: ParsedGroup, scope: SearchScope): CheckedGroup {
  return {
    operator: group.operator,
    filters: group.filters.map((filter) => checkFilter(type, filter, scope)),
    children: group.children.map((child) => checkGroup(type, child, scope)),
  }
}

function detoursOf({ filters, children }: CheckedGroup): number {
  const own = filters.reduce((sum, { through }) => sum + Math.max(0, through.length - 1), 0)
  return children.reduce((sum, child) => sum + detoursOf(child), own)
}

function checkFilter(type: RecordType, parsed: ParsedFilter, { words, access, notes }: SearchScope): CheckedFilter {
  const prefix = `${type}.`
  const name = parsed.name.startsWith(prefix) ? parsed.name.slice(prefix.length) : undefined
  const found = name === undefined ? undefined : find(name, filtersOf(type, words), [], words)
  if (found === undefined) {
    const known = filtersOf(type, words).map((filter) => prefix + filter.name)
    const reason = `A search of this type has no such filter. The nearest is ${closest(parsed.name, known)}.`
    notes.push({ kind: 'unknown-filter', subject: parsed.name, reason })
    throw filterError(parsed.name)
  }
  const hidden = hiddenReason(type, found, access)
  if (hidden !== undefined) {
    notes.push({ kind: 'hidden-field', subject: parsed.name, reason: hidden })
    throw filterError(parsed.name)
  }
  if (!operators[found.filter.kind].includes(parsed.operator)) {
    throw searchError(`The following filter operator is not valid in the given context: ${parsed.operator}`)
  }
  return { ...parsed, ...found }
}

function find(
  name: string,
  filters: readonly Filter[],
  through: readonly RelationFilter[],
  words: Words,
): Pick<CheckedFilter, 'filter' | 'through'> | undefined {
  for (const filter of filters) {
    if (!('relation' in filter)) {
      if (filter.name === name) return { filter, through }
    } else if (name.startsWith(`${filter.name}.`) && through.length < mostRelations) {
      const inner = filter.filters ?? filtersOf(filter.relation, words)
      const found = find(name.slice(filter.name.length + 1), inner, [...through, filter], words)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** A filter on what the caller does not see is refused like one that is not there (SRCH). */
function hiddenReason(
  type: RecordType,
  { through, filter }: Pick<CheckedFilter, 'filter' | 'through'>,
  access: Access,
): string | undefined {
  let seen = type
  for (const relation of through) {
    const field = relation.field ?? relation.name.split('.')[0]!
    const hidden = access.hidesField(seen, field) ?? access.hidesProfile(relation.relation)
    if (hidden !== undefined) return hidden
    seen = relation.relation
  }
  return access.hidesField(seen, filter.field ?? filter.name)
}
