import type { Clock } from '../clock.ts'
import type { Note } from '../journal.ts'
import type { Store } from '../store/store.ts'
import type { Access } from '../tenant/access.ts'
import type { RecordType } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'
import { type CheckedFilter, type CheckedGroup, checkSearch } from './check.ts'
import { compileProbe, compileSearch, nameOf, outerColumn } from './compile.ts'
import type { ConditionContext } from './conditions.ts'
import { indexedColumns } from './filters/filters.ts'
import { parseSearch } from './parse.ts'

/** A filter that matches no more than this is looked up by its index, and its rows are sorted. */
const fewRows = 2_000

/** What a search works on. */
export type SearchContext = Words & { store: Pick<Store, 'select'>; clock: Pick<Clock, 'now'> }

/**
 * One page of ids, ascending, at most 1,000.
 *
 * @param notes takes what the client cannot see: dropped dates, values no list has, hidden fields.
 * @throws IcimsError with one of the seven messages of SRCH.
 */
export function search(
  context: SearchContext,
  type: RecordType,
  body: unknown,
  access: Access,
  notes: Note[],
  findsUpTo?: number,
): number[] {
  const checked = checkSearch(type, parseSearch(body), { words: context, access, notes })
  const now = context.clock.now()
  const driver = chooseDriver({ ...context, now, notes: [] }, context.store, type, checked)
  const rows = context.store.select(compileSearch(type, checked, { ...context, now, notes, findsUpTo }, driver))
  return rows.map(({ id }) => id)
}

/**
 * The indexed column of the filter that matches fewest rows, if those are few; undefined to walk by id. SQLite keeps no
 * statistics of a window's width, so each candidate is asked, up to the bound.
 */
function chooseDriver(
  context: ConditionContext,
  store: SearchContext['store'],
  type: RecordType,
  search: CheckedGroup,
): string | undefined {
  if (search.operator === '|' && search.filters.length + search.children.length > 1) return undefined
  const indexed = indexedColumns(type, context)
  let best: { column: string; rows: number } | undefined
  for (const filter of search.filters) {
    const column = nameOf(outerColumn(filter))
    if (!indexed.has(column) || !mayUseIndex(filter)) continue
    const [found] = store.select(compileProbe(type, filter, context, fewRows + 1))
    const rows = found!.n
    if (rows <= fewRows && (best === undefined || rows < best.rows)) best = { column, rows }
  }
  return best?.column
}

/** A filter that excludes rows, or looks inside texts, is no use to an index. */
function mayUseIndex({ operator, filter }: CheckedFilter): boolean {
  return !operator.startsWith('!') && !(filter.kind === 'text' && operator === '=')
}
