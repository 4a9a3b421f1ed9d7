import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { RecordType } from '../tenant/record-types.ts'
import type { CheckedFilter, CheckedGroup } from './check.ts'
import { type ConditionContext, columnCondition } from './conditions.ts'
import type { Column } from './filters/filter.ts'
import { type Condition, join, type Target, targetOf } from './target.ts'

/** A search answers at most this many rows (SRCH). */
export const pageSize = 1_000

/** Compiles only; the store runs what comes out. */
const compiler = new Kysely<Record<RecordType, { id: number }>>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** A query in the making: what its conditions are made with, and the sets of ids they look things up in. */
type Query = { context: ConditionContext; sets: RawBuilder<unknown>[] }

/**
 * The query of one page: ids, ascending (SRCH), or the newest change first, as a portal lists its jobs (D26).
 *
 * @param driver name of the one column whose index may be used. All others are walked past in the order of ids, which is
 *   what a page of ids wants unless a filter is known to match few rows.
 */
export function compileSearch(
  type: RecordType,
  search: CheckedGroup,
  context: ConditionContext,
  driver: string | undefined,
  order: 'id' | 'newest' = 'id',
): CompiledQuery<{ id: number }> {
  const query: Query = { context, sets: [] }
  const condition = groupCondition(query, type, search, driver)
  const first = order === 'id' ? sql`id` : sql`updateddate desc, id desc`
  const page = sql`select id from ${sql.table(type)} where ${condition} and ${upTo(context)} order by ${first} limit ${sql.lit(pageSize)}`
  return sql<{ id: number }>`${setsOf(query)}${page}`.compile(compiler)
}

/** Where a fault makes the search lag behind: what changed later is not found. */
function upTo({ findsUpTo }: ConditionContext): Condition {
  return findsUpTo === undefined ? sql`1` : sql`+updateddate <= ${findsUpTo}`
}

/** Counts what one filter matches, up to `most`: cheap whatever the size of the tenant. */
export function compileProbe(
  type: RecordType,
  filter: CheckedFilter,
  context: ConditionContext,
  most: number,
): CompiledQuery<{ n: number }> {
  const query: Query = { context, sets: [] }
  const condition = innerCondition(query, type, filter)
  const rows = sql`select 1 from ${sql.table(type)} where ${condition} limit ${sql.lit(most)}`
  return sql<{ n: number }>`${setsOf(query)}select count(*) as n from (${rows})`.compile(compiler)
}

/** The column of the searched profile that a filter looks at, directly or as the start of a relation. */
export function outerColumn({ through, filter }: CheckedFilter): Column | 'id' {
  return through[0]?.column ?? filter.column
}

/** The name of a column in the store. */
export function nameOf(column: Column | 'id'): string {
  return column === 'id' ? column : column.name
}

function groupCondition(query: Query, type: RecordType, group: CheckedGroup, driver: string | undefined): Condition {
  const conditions = [
    ...group.filters.map((filter) => filterCondition(query, type, filter, driver)),
    ...group.children.map((child) => groupCondition(query, type, child, driver)),
  ]
  return join(conditions, group.operator)
}

function filterCondition(query: Query, type: RecordType, filter: CheckedFilter, driver: string | undefined): Condition {
  const column = outerColumn(filter)
  const name = nameOf(column)
  const target = targetOf(column, reference(name, name === 'id' || name === driver))
  const condition = conditionOn(query, filter, target)
  if (column === 'id' || !column.apart) return condition
  return sql`id in ${addSet(query, `${type}_apart`, condition)}`
}

function conditionOn(query: Query, filter: CheckedFilter, target: Target): Condition {
  const [relation, ...rest] = filter.through
  if (relation === undefined) return columnCondition(filter, target, query.context)
  const inner = innerCondition(query, relation.relation, { ...filter, through: rest })
  const ids = addSet(query, relation.relation, inner)
  return target.some((id) => sql`${id} in ${ids}`)
}

/** Inside a relation any index may be used: the rows it finds are not paged. */
function innerCondition(query: Query, type: RecordType, filter: CheckedFilter): Condition {
  return filterCondition(query, type, filter, nameOf(outerColumn(filter)))
}

/**
 * The ids of what a condition holds of, as a set computed once. In place of its name SQLite would repeat the condition for
 * each part of the view that is searched, and so twice as often for each relation further in.
 */
function addSet({ sets }: Query, view: string, condition: Condition): RawBuilder<unknown> {
  const name = sql.table(`set${sets.length}`)
  sets.push(sql`${name} as materialized (select id from ${sql.table(view)} where ${condition})`)
  return sql`(select id from ${name})`
}

function setsOf({ sets }: Query): RawBuilder<unknown> {
  return sets.length === 0 ? sql`` : sql`with ${sql.join(sets)} `
}

/** A unary plus keeps SQLite from using the column's index, and changes nothing else. */
function reference(name: string, mayUseIndex: boolean): RawBuilder<unknown> {
  return mayUseIndex ? sql.ref(name) : sql`+${sql.ref(name)}`
}
