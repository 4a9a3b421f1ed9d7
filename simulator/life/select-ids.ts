import type { CompiledQuery } from 'kysely'
import type { Store } from '../store/store.ts'

/** The ids a query finds, in its order. Kysely's own way to write this down would load all of it at every start. */
export function selectIds(store: Store, sql: string, ...values: number[]): number[] {
  const query: Pick<CompiledQuery, 'sql' | 'parameters'> = { sql, parameters: values }
  return store.select(query as CompiledQuery<{ id: number }>).map(({ id }) => id)
}
