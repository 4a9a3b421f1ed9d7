import type { RecordType } from '../tenant/record-types.ts'
import type { Connection } from './connection.ts'

type Found = { id: number; value: number }

/**
 * The id of the row with the least value of an indexed column, from this value on; of several the least id. It goes along the
 * index, past what other layers hide, until it meets one that is seen: SQLite would sort all rows of the view.
 */
export function firstRow(
  { prepare }: Connection,
  chain: readonly number[],
  type: RecordType,
  column: string,
  from: number,
): number | undefined {
  const row = prepare(`SELECT 1 FROM main.${type}_data WHERE id = ? AND layer = ?`)
  const isSeen = (id: number, depth: number): boolean =>
    chain.slice(depth).every((layer) => row.get(id, layer) === undefined)
  const look = (schema: 'main' | 'world'): Found | undefined => {
    const rows = prepare(
      `SELECT id, layer, ${column} AS value FROM ${schema}.${type}_search WHERE ${column} >= ? ORDER BY ${column}, id`,
    ).iterate(from)
    for (const { id, layer, value } of rows as Iterable<Found & { layer: number }>) {
      // Every layer of the tenant lies over those of the attached world.
      const above = schema === 'main' ? chain.indexOf(layer) + 1 : 0
      if ((schema === 'world' || above > 0) && isSeen(id, above)) return { id, value }
    }
    return undefined
  }
  const [own, world] = [look('main'), look('world')]
  if (own === undefined || world === undefined) return (own ?? world)?.id
  return world.value < own.value || (world.value === own.value && world.id < own.id) ? world.id : own.id
}
