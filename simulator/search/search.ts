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
import type { Freshness } from './search-cache.ts'

/** A filter that matches no more than this is looked up by its index, and its rows are sorted. */
const fewRows = 2_000

/** What a search works on. */
export type SearchContext = Words & { store: Pick<Store, 'get' | 'select' | 'changes'>; clock: Pick<Clock, 'now'> }

/**
 * How a search may differ from the truth: `freshness` lets the answer be an earlier one, whoever asked for it, and
 * `findsUpTo` hides what changed after that time, in milliseconds; such an answer is not kept for others.
 */
export type SearchTerms = { freshness?: Freshness; findsUpTo?: number | undefined }

/**
 * One page of ids, ascending, at most 1,000.
 *
 * @param notes takes what the client cannot see: dropped dates, values no list has, hidden fields, an answer from the cache.
 * @param terms without any, the search is live and finds everything.
 * @throws IcimsError with one of the seven messages of SRCH.
 */
export function search(
  context: SearchContext,
  type: RecordType,
  body: unknown,
  access: Access,
  notes: Note[],
  { freshness, findsUpTo }: SearchTerms = {},
): readonly number[] {
  const parsed = parseSearch(body)
  const checked = checkSearch(type, parsed, { words: context, access, notes })
  const { store, clock } = context
  const run = (found: Note[]): readonly number[] => {
    const now = clock.now()
    const driver = chooseDriver({ ...context, now, notes: [] }, store, type, checked)
    return store
      .select(compileSearch(type, checked, { ...context, now, notes: found, findsUpTo }, driver))
      .map(({ id }) => id)
  }
  if (freshness === undefined || findsUpTo !== undefined) return run(notes)
  return freshness.searches.answer([type, parsed], freshness.staleness, store.changes, notes, run)
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
