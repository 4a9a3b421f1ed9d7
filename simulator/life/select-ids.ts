import { CompiledQuery } from 'kysely'
import type { Store } from '../store/store.ts'

/** The ids a query finds, in its order. */
export function selectIds(store: Store, sql: string, ...values: number[]): number[] {
  return store.select(CompiledQuery.raw(sql, values) as CompiledQuery<{ id: number }>).map(({ id }) => id)
}
