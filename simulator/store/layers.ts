import type { Connection } from './connection.ts'
import { type LayeredTable, worldLayer } from './tables.ts'

/** A chain longer than this is shortened when a layer is frozen: each one is looked at on the way to a row. */
const deepest = 12
/** Rows of dropped layers that are removed along with each write, and whenever layers are dropped. */
const sweptPerWrite = 2
const sweptPerDrop = 100

/**
 * The layers of one database. Each lies on another one, down to the world's; what nothing is left of is dropped. A frozen
 * layer is never written again, so any number of tenants and snapshots can lie on it.
 */
export type Layers = {
  /** A new, empty layer on top of this one. */
  add(below: number): number
  /** The layers a tenant with this one on top sees, the world's first. */
  chain(top: number): readonly number[]
  /** Whether the layer has rows of this table, or had some. */
  has(layer: number, table: string): boolean
  /** To be called with every row written. */
  wrote(layer: number, table: string): void
  /**
   * Freezes a layer.
   *
   * @returns the layer that now stands for it, for a new one to be put on: the one below when it held nothing, or one that
   *   took up smaller ones below it when the chain had grown long.
   */
  freeze(top: number): number
  /** Drops every layer that none of these leads through. Their rows go at once where a table has no others, else by and by. */
  keep(tops: Iterable<number>): void
  /** Takes up the rows of a layer into the world's own. */
  settle(layer: number): void
}

export function openLayers(connection: Connection, tables: readonly LayeredTable[]): Layers {
  const { database, prepare } = connection
  const below = new Map<number, number>()
  for (const row of prepare('SELECT layer, below FROM main.layer').all())
    below.set(Number(row.layer), Number(row.below))
  const written = new Map([worldLayer, ...below.keys()].map((layer) => [layer, findTables(connection, tables, layer)]))
  let dropped: number[] = []

  const count = ({ name }: LayeredTable, layer: number): number =>
    Number(prepare(`SELECT count(*) AS n FROM main.${name} WHERE layer = ?`).get(layer)!.n)
  const size = (layer: number): number => tables.reduce((sum, table) => sum + count(table, layer), 0)

  const add = (under: number): number => {
    const layer = Number(prepare('SELECT coalesce(max(layer), 0) + 1 AS layer FROM main.layer').get()!.layer)
    prepare('INSERT INTO main.layer (layer, below) VALUES (?, ?)').run(layer, under)
    below.set(layer, under)
    written.set(layer, new Set())
    return layer
  }

  const chain = (top: number): readonly number[] => {
    const layers = [top]
    while (layers[0] !== worldLayer) layers.unshift(below.get(layers[0]!)!)
    return layers
  }

  /** Removes some rows of a dropped layer; gives back whether there were any. */
  const sweepLayer = (layer: number, most: number): boolean => {
    for (const { name, key, companions } of tables) {
      const rows = prepare(`SELECT ${key} AS row FROM main.${name} WHERE layer = ? LIMIT ?`).all(layer, most)
      for (const { row } of rows) {
        for (const table of [...companions, name]) {
          prepare(`DELETE FROM main.${table} WHERE ${key} = ? AND layer = ?`).run(row!, layer)
        }
      }
      if (rows.length > 0) return true
    }
    return false
  }

  const sweep = (most: number): void => {
    const [layer] = dropped
    if (layer === undefined || sweepLayer(layer, most)) return
    dropped.shift()
    forget(layer)
  }

  const forget = (layer: number): void => {
    prepare('DELETE FROM main.layer WHERE layer = ?').run(layer)
    below.delete(layer)
    written.delete(layer)
  }

  /** A layer with the rows of two: those of the upper one, and what it leaves of the one below. */
  const merge = (upper: number): number => {
    const lower = below.get(upper)!
    const merged = add(below.get(lower)!)
    for (const table of tables.flatMap(({ name, companions }) => [name, ...companions])) {
      copyRows(connection, table, upper, merged)
      copyRows(connection, table, lower, merged)
    }
    written.set(merged, new Set([...written.get(upper)!, ...written.get(lower)!]))
    return merged
  }

  return {
    add,
    chain,
    has: (layer, table) => written.get(layer)!.has(table),
    wrote(layer, table) {
      written.get(layer)!.add(table)
      if (dropped.length > 0) sweep(sweptPerWrite)
    },
    freeze(top) {
      if (written.get(top)!.size === 0) return below.get(top)!
      let frozen = top
      let rows = size(top)
      // Only layers of about the same size are merged, so that a row is copied a few times in all, however many forks there are.
      while (chain(frozen).length > deepest && below.get(frozen) !== worldLayer) {
        const next = size(below.get(frozen)!)
        if (next > rows * 2) break
        frozen = merge(frozen)
        rows += next
      }
      return frozen
    },
    keep(tops) {
      const kept = new Set([...tops].flatMap(chain))
      dropped = [...below.keys()].filter((layer) => !kept.has(layer))
      if (dropped.length === 0) return
      for (const { name, companions } of tables) {
        const isIn = (layer: number): boolean => written.get(layer)!.has(name)
        if (!dropped.some(isIn) || [...kept].some(isIn)) continue
        // Without a condition SQLite drops the pages instead of visiting the rows.
        for (const table of [...companions, name]) database.exec(`DELETE FROM main.${table}`)
        for (const layer of dropped) written.get(layer)!.delete(name)
      }
      sweep(sweptPerDrop)
    },
    settle(layer) {
      for (const table of tables.flatMap(({ name, companions }) => [name, ...companions])) {
        copyRows(connection, table, layer, worldLayer, 'REPLACE')
        database.exec(`DELETE FROM main.${table} WHERE layer = ${layer}`)
      }
      written.set(worldLayer, new Set([...written.get(worldLayer)!, ...written.get(layer)!]))
    },
  }
}

/** Copies a layer's rows of one table into another layer; what stands there stays unless it is to be replaced. */
function copyRows(
  { database, prepare }: Connection,
  table: string,
  from: number,
  to: number,
  onConflict: 'IGNORE' | 'REPLACE' = 'IGNORE',
): void {
  const columns = prepare('SELECT name FROM pragma_table_info(?)').all(table)
  const list = columns.flatMap(({ name }) => (name === 'layer' ? [] : [String(name)])).join(', ')
  database.exec(
    `INSERT OR ${onConflict} INTO main.${table} (${list}, layer) SELECT ${list}, ${to} FROM main.${table} WHERE layer = ${from}`,
  )
}

/** Which tables have rows in a layer of an opened file. */
function findTables({ prepare }: Connection, tables: readonly LayeredTable[], layer: number): Set<string> {
  const names = tables.map(({ name }) => name)
  return new Set(names.filter((name) => prepare(`SELECT 1 FROM main.${name} WHERE layer = ? LIMIT 1`).get(layer)))
}
