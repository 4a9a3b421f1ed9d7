import { createHash } from 'node:crypto'
import type { Connection } from './connection.ts'
import type { LayeredTable } from './tables.ts'

/**
 * SHA-256 of every row the layers that are shown come to, in hexadecimal: the same for the same state, however it is spread
 * over layers and files. A file's bytes are in it by the digest its profile names.
 */
export function digestState({ prepare }: Connection, tables: readonly LayeredTable[]): string {
  const hash = createHash('sha256')
  for (const { name, key, content } of tables) {
    if (content.length === 0) continue
    const columns = [key, ...content]
    const select = (alias: string): string => columns.map((column) => `${alias}.${column}`).join(', ')
    const rows = prepare(`
      SELECT * FROM (
        SELECT ${select('r')} FROM main.${name} r JOIN temp.chain c ON c.layer = r.layer
        WHERE NOT EXISTS (SELECT 1 FROM temp.chain hc JOIN main.${name} h
          ON h.layer = hc.layer WHERE hc.depth > c.depth AND h.${key} = r.${key})
        UNION ALL
        SELECT ${select('w')} FROM world.${name} w
        WHERE NOT EXISTS (SELECT 1 FROM temp.chain hc JOIN main.${name} h
          ON h.layer = hc.layer WHERE h.${key} = w.${key})
      ) WHERE ${content[0]} IS NOT NULL ORDER BY ${key}`)
    hash.update(`${name}\n`)
    for (const row of rows.iterate()) hash.update(`${JSON.stringify(Object.values(row))}\n`)
  }
  return hash.digest('hex')
}
