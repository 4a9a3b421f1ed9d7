import { CompiledQuery } from 'kysely'
import type { Store } from '../store/store.ts'

/** The ids a query of one parameter finds, in its order. */
export function selectIds(store: Store, sql: string, value: number): number[] {
  return store.select(CompiledQuery.raw(sql, [value]) as CompiledQuery<{ id: number }>).map(({ id }) => id)
}
