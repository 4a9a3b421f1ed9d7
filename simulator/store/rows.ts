import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Column } from '../search/filters/filter.ts'
import { columnsApart, searchColumns } from '../search/filters/filters.ts'
import { type RecordType, recordTypeNames } from '../tenant/record-types.ts'
import type { Words } from '../tenant/words.ts'
import type { ProfileData } from './store.ts'

/** Writes the rows of a profile: its JSON and its search columns. `data` null marks it deleted in that layer. */
export type RowWriter = (type: RecordType, id: number, layer: number, data: ProfileData | null) => void

/** Prepares the writes of every profile type once, for one schema (`main` or `world`) of the database. */
export function createRowWriter(database: DatabaseSync, schema: 'main' | 'world', words: Words): RowWriter {
  const writers = new Map(
    recordTypeNames.map((type) => {
      const columns = searchColumns(type, words)
      const names = columns.map((column) => column.name)
      const data = database.prepare(`INSERT OR REPLACE INTO ${schema}.${type}_data (id, layer, data) VALUES (?, ?, ?)`)
      const search = database.prepare(
        `INSERT OR REPLACE INTO ${schema}.${type}_search (${['id', 'layer', 'gone', ...names].join(', ')})
         VALUES (?, ?, ?${', ?'.repeat(names.length)})`,
      )
      const apartColumns = columnsApart(type, words)
      const marks = ', ?'.repeat(apartColumns.length)
      const apartNames = ['id', 'layer', ...apartColumns.map((column) => column.name)].join(', ')
      const apart =
        apartColumns.length === 0
          ? undefined
          : database.prepare(`INSERT OR REPLACE INTO ${schema}.${type}_apart (${apartNames}) VALUES (?, ?${marks})`)
      return [type, { columns, data, search, apartColumns, apart }] as const
    }),
  )
  return (type, id, layer, profile) => {
    const { columns, data, search, apartColumns, apart } = writers.get(type)!
    const value = (column: Column): SQLInputValue => (profile === null ? null : column.from(profile))
    data.run(id, layer, profile === null ? null : JSON.stringify(profile))
    search.run(id, layer, profile === null ? 1 : 0, ...columns.map(value))
    apart?.run(id, layer, ...apartColumns.map(value))
  }
}
