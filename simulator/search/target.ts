import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Column } from './filters/filter.ts'

/** An SQL condition. */
export type Condition = RawBuilder<SqlBool>

/** What a condition looks at. Of a column that holds several values, `some` asks whether one of them fits. */
export type Target = {
  column: RawBuilder<unknown>
  some(test: (value: RawBuilder<unknown>) => Condition): Condition
}

/** @param reference the column as the query names it. */
export function targetOf(column: Column | 'id', reference: RawBuilder<unknown>): Target {
  if (column === 'id' || column.many !== 'json') return { column: reference, some: (test) => test(reference) }
  return {
    column: reference,
    some: (test) =>
      sql<SqlBool>`exists (select 1 from json_each(${reference}) as one where ${test(sql.ref('one.value'))})`,
  }
}

/** Holds of every row. */
export const always = sql<SqlBool>`1`
/** Holds of none. */
export const never = sql<SqlBool>`0`

/**
 * Joins conditions; of none, AND holds and OR does not. Many are joined as a tree, since SQLite refuses an expression that
 * is more than a thousand deep, which a chain of so many would be.
 */
export function join(conditions: readonly Condition[], operator: '&' | '|'): Condition {
  const [first, ...rest] = conditions
  if (first === undefined) return operator === '&' ? always : never
  if (rest.length === 0) return first
  if (conditions.length > joinedFlat) {
    const half = Math.ceil(conditions.length / 2)
    return join([join(conditions.slice(0, half), operator), join(conditions.slice(half), operator)], operator)
  }
  return sql<SqlBool>`(${sql.join([...conditions], operator === '&' ? sql` and ` : sql` or `)})`
}

const joinedFlat = 8
