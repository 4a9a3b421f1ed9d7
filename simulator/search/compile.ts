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
import { type Condition, type ConditionContext, columnCondition, join } from './conditions.ts'

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
  const condition = groupCondition(search, context, driver)
  const first = order === 'id' ? sql`id` : sql`updateddate desc, id desc`
  return sql<{
    id: number
  }>`select id from ${sql.table(type)} where ${condition} order by ${first} limit ${sql.lit(pageSize)}`.compile(
    compiler,
  )
}

/** Counts what one filter matches, up to `most`: cheap whatever the size of the tenant. */
export function compileProbe(
  type: RecordType,
  filter: CheckedFilter,
  context: ConditionContext,
  most: number,
): CompiledQuery<{ n: number }> {
  const condition = filterCondition(filter, context, outerColumn(filter))
  const rows = sql`select 1 from ${sql.table(type)} where ${condition} limit ${sql.lit(most)}`
  return sql<{ n: number }>`select count(*) as n from (${rows})`.compile(compiler)
}

/** The column of the searched profile that a filter looks at, directly or as the start of a relation. */
export function outerColumn({ through, filter }: CheckedFilter): string {
  const [relation] = through
  if (relation !== undefined) return relation.column.name
  return filter.column === 'id' ? 'id' : filter.column.name
}

function groupCondition(group: CheckedGroup, context: ConditionContext, driver: string | undefined): Condition {
  const conditions = [
    ...group.filters.map((filter) => filterCondition(filter, context, driver)),
    ...group.children.map((child) => groupCondition(child, context, driver)),
  ]
  return join(conditions, group.operator)
}

function filterCondition(filter: CheckedFilter, context: ConditionContext, driver: string | undefined): Condition {
  const name = outerColumn(filter)
  const column = reference(name, name === 'id' || name === driver)
  const [relation, ...rest] = filter.through
  if (relation === undefined) return columnCondition(filter, column, context)
  const inner = innerCondition({ ...filter, through: rest }, context)
  return sql`${column} in (select id from ${sql.table(relation.relation)} where ${inner})`
}

/** Inside a relation any index may be used: the rows it finds are not paged. */
function innerCondition(filter: CheckedFilter, context: ConditionContext): Condition {
  return filterCondition(filter, context, outerColumn(filter))
}

/** A unary plus keeps SQLite from using the column's index, and changes nothing else. */
function reference(name: string, mayUseIndex: boolean): RawBuilder<unknown> {
  return mayUseIndex ? sql.ref(name) : sql`+${sql.ref(name)}`
}
