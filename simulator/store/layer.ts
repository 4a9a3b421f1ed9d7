import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { type RecordType, recordTypeNames } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'
import { openBlobs } from './blobs.ts'
import { createRowWriter } from './rows.ts'
import { profileTables } from './schema.ts'
import type { ProfileData, Store } from './store.ts'

const worldLayer = 0
const statementsKept = 200
/** A longer text is an odd search with many values: it will not come again, and what is prepared of it is large. */
const longestKept = 4_000
/** Profiles of each type kept parsed. */
const profilesKept = 1_000

/**
 * One tenant's layer over its world. In a stand-alone file the world's rows are layer 0 of the same tables; otherwise they
 * stand in the attached database, and layer 0 is empty.
 */
export function openLayer(database: DatabaseSync, words: Words): Store {
  const layer = worldLayer + 1
  const write = createRowWriter(database, 'main', words)
  const chain = database.prepare('INSERT INTO temp.chain (layer, depth) VALUES (?, ?)')
  chain.run(worldLayer, 0)
  chain.run(layer, 1)
  const prepare = cachedStatements(database)
  const own = readers(database, 'main')
  const world = readers(database, 'world')
  const blobs = openBlobs(database, layer)
  let changes = 0
  let depth = 0

  const find = (type: RecordType, id: number): string | null | undefined => {
    const { row } = own.get(type)!
    const found = row.get(id, layer) ?? row.get(id, worldLayer) ?? world.get(type)!.row.get(id, worldLayer)
    return found?.data as string | null | undefined
  }

  const parsed = new Map(recordTypeNames.map((type) => [type, new Map<number, ProfileData>()]))
  const forget = (): void => {
    for (const kept of parsed.values()) kept.clear()
  }

  const transaction = <T>(work: () => T): T => {
    const mark = changes
    const name = `t${depth}`
    database.exec(`SAVEPOINT ${name}`)
    depth += 1
    try {
      if (depth === 1) blobs.sweep()
      const result = work()
      depth -= 1
      database.exec(`RELEASE ${name}`)
      return result
    } catch (error) {
      depth = Number(name.slice(1))
      changes = mark
      forget()
      database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`)
      throw error
    }
  }

  const put = (type: RecordType, id: number, data: ProfileData | null): void => {
    write(type, id, layer, data)
    parsed.get(type)!.delete(id)
    changes += 1
  }

  const lastNumber = (counter: string): number => {
    const query = `SELECT max(value) AS value FROM (
      SELECT value FROM main.counter WHERE name = ?1 AND layer IN (${worldLayer}, ${layer})
      UNION ALL SELECT value FROM world.counter WHERE name = ?1)`
    return Number(prepare(query).get(counter)?.value ?? 0)
  }

  const setCounter = (counter: string, value: number): void => {
    prepare(`INSERT OR REPLACE INTO main.counter (name, layer, value) VALUES (?, ${layer}, ?)`).run(counter, value)
    changes += 1
  }

  return {
    get(type, id) {
      const kept = parsed.get(type)!
      const known = kept.get(id)
      if (known !== undefined) return known
      const text = find(type, id)
      if (text == null) return undefined
      const data = JSON.parse(text) as ProfileData
      if (kept.size >= profilesKept) kept.delete(kept.keys().next().value!)
      kept.set(id, data)
      return data
    },
    put,
    remove: (type, id) => put(type, id, null),
    seeded(type, id) {
      const row = own.get(type)!.row.get(id, worldLayer) ?? world.get(type)!.row.get(id, worldLayer)
      return row?.data == null ? undefined : (JSON.parse(String(row.data)) as ProfileData)
    },
    keepBlob(bytes) {
      const { digest, isNew } = blobs.keep(bytes)
      if (isNew) changes += 1
      return digest
    },
    blob: blobs.read,
    next(counter) {
      const value = lastNumber(counter) + 1
      setCounter(counter, value)
      return value
    },
    reserve(counter, value) {
      if (value > lastNumber(counter)) setCounter(counter, value)
    },
    *each(type) {
      for (const { id } of prepare(`SELECT id FROM temp.${type} ORDER BY id`).all()) {
        yield { id: id as number, data: JSON.parse(find(type, id as number)!) as ProfileData }
      }
    },
    find(type, columns) {
      const where = Object.keys(columns).map((column) => `${column} = ?`)
      const rows = prepare(`SELECT id FROM temp.${type} WHERE ${where.join(' AND ')} ORDER BY id`).all(
        ...Object.values(columns),
      )
      return rows.map((row) => row.id as number)
    },
    count: (type) => Number(prepare(`SELECT count(*) AS n FROM temp.${type}`).get()!.n),
    select: (query) => prepare(query.sql).all(...(query.parameters as SQLInputValue[])) as never,
    transaction,
    get changes() {
      return changes
    },
    settle() {
      transaction(() => {
        for (const type of recordTypeNames) {
          for (const table of profileTables(type, words)) moveRows(database, table, layer)
        }
        moveRows(database, 'counter', layer)
        moveRows(database, 'blob', layer)
      })
    },
    reset() {
      transaction(() => {
        for (const type of recordTypeNames) {
          const other = prepare(`SELECT 1 FROM main.${type}_data WHERE layer <> ? LIMIT 1`).get(layer)
          if (other === undefined) {
            // Without a condition SQLite drops the pages instead of visiting the rows.
            for (const table of profileTables(type, words)) database.exec(`DELETE FROM main.${table}`)
            continue
          }
          const [data, ...others] = profileTables(type, words)
          const own = `(SELECT id, layer FROM main.${data} WHERE layer = ?)`
          for (const table of others) prepare(`DELETE FROM main.${table} WHERE (id, layer) IN ${own}`).run(layer)
          prepare(`DELETE FROM main.${data} WHERE layer = ?`).run(layer)
        }
        prepare('DELETE FROM main.counter WHERE layer = ?').run(layer)
        blobs.clear()
      })
      forget()
      changes += 1
    },
  }
}

/** Moves a layer's rows of one table into the world's own layer, where they take the place of what is there. */
function moveRows(database: DatabaseSync, table: string, layer: number): void {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table)
  const names = columns.map(({ name }) => String(name)).filter((name) => name !== 'layer')
  const list = names.join(', ')
  database.exec(`
    INSERT OR REPLACE INTO main.${table} (${list}, layer) SELECT ${list}, ${worldLayer} FROM main.${table} WHERE layer = ${layer};
    DELETE FROM main.${table} WHERE layer = ${layer}`)
}

function readers(database: DatabaseSync, schema: 'main' | 'world'): Map<RecordType, { row: StatementSync }> {
  return new Map(
    recordTypeNames.map((type) => {
      const row = database.prepare(`SELECT data FROM ${schema}.${type}_data WHERE id = ? AND layer = ?`)
      return [type, { row }]
    }),
  )
}

/** Statements by their text, the least recently used dropped, so that a client's odd queries cannot fill the memory. */
function cachedStatements(database: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>()
  return (sql) => {
    if (sql.length > longestKept) return database.prepare(sql)
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.delete(sql)
    statements.set(sql, statement)
    if (statements.size > statementsKept) statements.delete(statements.keys().next().value!)
    return statement
  }
}
