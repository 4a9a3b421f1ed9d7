import type { SQLInputValue } from 'node:sqlite'
import { type RecordType, recordTypeNames } from '../tenant/record-types.ts'
import { openBlobs } from './blobs.ts'
import type { Connection } from './connection.ts'
import { digestState } from './digest.ts'
import { firstRow } from './first-row.ts'
import type { Layers } from './layers.ts'
import type { RowWriter } from './rows.ts'
import type { ProfileData, Store } from './store.ts'
import { type LayeredTable, worldLayer } from './tables.ts'

/** Profiles of each type kept parsed. */
const profilesKept = 1_000

/** Where a tenant's rows are: what it writes goes into the top layer; a reset goes back to the base. */
export type Place = {
  base: number
  top: number
  /** Told of another top, in the transaction that makes it. */
  onTop(top: number): void
}

/** What the tenants of one database share. */
export type Shared = {
  connection: Connection
  tables: readonly LayeredTable[]
  layers: Layers
  write: RowWriter
}

/**
 * One tenant's layers over its world. In a stand-alone file the world's rows are layer 0 of the same tables; otherwise they
 * stand in the attached database, and layer 0 holds what was settled.
 */
export function openStore({ connection, tables, layers, write }: Shared, place: Place): Store {
  const { prepare } = connection
  let { top } = place
  let chain = layers.chain(top)
  let blobs = openBlobs(connection, top)
  let changes = 0

  /** Rows of one table by id, newest layer first; a layer that never had any costs nothing. */
  const find = (type: RecordType, id: number): string | null | undefined => {
    const table = `${type}_data`
    const own = prepare(`SELECT data FROM main.${table} WHERE id = ? AND layer = ?`)
    for (let depth = chain.length - 1; depth >= 0; depth--) {
      const layer = chain[depth]!
      if (!layers.has(layer, table)) continue
      const found = own.get(id, layer)
      if (found !== undefined) return found.data as string | null
    }
    return ofWorld(type, id)
  }

  const ofWorld = (type: RecordType, id: number): string | null | undefined =>
    prepare(`SELECT data FROM world.${type}_data WHERE id = ? AND layer = ${worldLayer}`).get(id)?.data as string | null

  /** Null for what is known not to be there. */
  const parsed = new Map(recordTypeNames.map((type) => [type, new Map<number, ProfileData | null>()]))
  const numbers = new Map<string, number>()
  const forget = (): void => {
    for (const kept of parsed.values()) kept.clear()
    numbers.clear()
  }

  const transaction = <T>(work: () => T): T => {
    const mark = changes
    const undo = (): void => {
      changes = mark
      forget()
    }
    const isOuter = connection.depth === 0
    return connection.transaction(
      chain,
      () => {
        if (isOuter) blobs.sweep()
        return work()
      },
      undo,
    )
  }

  const put = (type: RecordType, id: number, data: ProfileData | null): void => {
    write(type, id, top, data)
    layers.wrote(top, `${type}_data`)
    parsed.get(type)!.delete(id)
    changes += 1
  }

  const lastNumber = (counter: string): number => {
    const known = numbers.get(counter)
    if (known !== undefined) return known
    connection.show(chain)
    const query = `SELECT max(value) AS value FROM (
      SELECT value FROM main.counter WHERE name = ?1 AND layer IN (SELECT layer FROM temp.chain)
      UNION ALL SELECT value FROM world.counter WHERE name = ?1)`
    const value = Number(prepare(query).get(counter)?.value ?? 0)
    numbers.set(counter, value)
    return value
  }

  const setCounter = (counter: string, value: number): void => {
    prepare('INSERT OR REPLACE INTO main.counter (name, layer, value) VALUES (?, ?, ?)').run(counter, top, value)
    layers.wrote(top, 'counter')
    numbers.set(counter, value)
    changes += 1
  }

  /** Goes on in a new layer over this one. */
  const moveTo = (layer: number): void => {
    const next = layers.add(layer)
    place.onTop(next)
    top = next
    chain = layers.chain(next)
    blobs = openBlobs(connection, next)
  }

  const drop = (layer: number): void => {
    transaction(() => moveTo(layer))
    forget()
    changes += 1
  }

  const view = (sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] => {
    connection.show(chain)
    return prepare(sql).all(...values)
  }

  return {
    get(type, id) {
      const kept = parsed.get(type)!
      const known = kept.get(id)
      if (known !== undefined) return known ?? undefined
      const text = find(type, id)
      const data = text == null ? null : (JSON.parse(text) as ProfileData)
      if (kept.size >= profilesKept) kept.delete(kept.keys().next().value!)
      kept.set(id, data)
      return data ?? undefined
    },
    put,
    remove: (type, id) => put(type, id, null),
    seeded(type, id) {
      const own = prepare(`SELECT data FROM main.${type}_data WHERE id = ? AND layer = ${worldLayer}`).get(id)
      const text = own === undefined ? ofWorld(type, id) : own.data
      return text == null ? undefined : (JSON.parse(String(text)) as ProfileData)
    },
    keepBlob(bytes) {
      connection.show(chain)
      const { digest, isNew } = blobs.keep(bytes)
      if (isNew) {
        layers.wrote(top, 'blob')
        changes += 1
      }
      return digest
    },
    blob(digest) {
      connection.show(chain)
      return blobs.read(digest)
    },
    next(counter) {
      const value = lastNumber(counter) + 1
      setCounter(counter, value)
      return value
    },
    last: lastNumber,
    reserve(counter, value) {
      if (value > lastNumber(counter)) setCounter(counter, value)
    },
    *each(type) {
      for (const { id } of view(`SELECT id FROM temp.${type} ORDER BY id`)) {
        yield { id: id as number, data: JSON.parse(find(type, id as number)!) as ProfileData }
      }
    },
    *matching(type, pattern) {
      const ids = new Set<number>()
      for (const schema of ['main', 'world']) {
        for (const { id, data } of prepare(`SELECT id, data FROM ${schema}.${type}_data`).iterate()) {
          if (data !== null && pattern.test(String(data))) ids.add(Number(id))
        }
      }
      // They may be of another tenant's layers, or hidden by a newer one.
      for (const id of [...ids].sort((a, b) => a - b)) {
        const text = find(type, id)
        if (text != null && pattern.test(text)) yield { id, data: JSON.parse(text) as ProfileData }
      }
    },
    find(type, columns) {
      // Without a plus SQLite may choose another one, whose value stands in thousands of rows.
      const where = Object.entries(columns).map(([column, value], index) => {
        const marks = Array.isArray(value) ? `IN (${value.map(() => '?').join(', ')})` : '= ?'
        return `${index === 0 ? '' : '+'}${column} ${marks}`
      })
      const sql = `SELECT id FROM temp.${type} WHERE ${where.join(' AND ')} ORDER BY id`
      const rows = view(sql, ...(Object.values(columns).flat() as SQLInputValue[]))
      return rows.map((row) => row.id as number)
    },
    first: (type, column, from) => firstRow(connection, chain, type, column, from),
    count: (type) => Number(view(`SELECT count(*) AS n FROM temp.${type}`)[0]!.n),
    select: (query) => view(query.sql, ...(query.parameters as SQLInputValue[])) as never,
    transaction,
    get changes() {
      return changes
    },
    settle: () => transaction(() => layers.settle(top)),
    freeze() {
      return transaction(() => {
        const frozen = layers.freeze(top)
        if (layers.chain(top).at(-2) !== frozen) moveTo(frozen)
        return frozen
      })
    },
    drop,
    reset: () => drop(place.base),
    digest() {
      connection.show(chain)
      return digestState(connection, tables)
    },
  }
}
