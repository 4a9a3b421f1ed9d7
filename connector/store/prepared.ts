import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely'
import type { Row, Tables } from './schema.ts'

type Value = Row[string]

/** Runs a statement with values in the places that it names. */
export type Prepared = (database: Kysely<Tables>, values: Row) => Promise<QueryResult<Row>>

/** What marks a place in a statement. */
const placed = Symbol('place')
type Place = { [placed]: string }

/**
 * A statement that is built and compiled once for each kind of database. To build one takes longer than SQLite takes to run it,
 * and an action runs some thirty.
 *
 * @param build makes it; `place` stands for a value, by its name.
 */
export function prepare(build: (database: Kysely<Tables>, place: (name: string) => Value) => Compilable): Prepared {
  const compiled = new WeakMap<object, CompiledQuery>()
  return (database, values) => {
    const { adapter } = database.getExecutor()
    let query = compiled.get(adapter)
    if (query === undefined) {
      const place = (name: string): Value => ({ [placed]: name }) as unknown as Value
      query = build(database, place).compile()
      compiled.set(adapter, query)
    }
    const parameters = query.parameters.map((one) => (isPlace(one) ? values[one[placed]] : one))
    return database.executeQuery({ ...query, parameters } as CompiledQuery<Row>)
  }
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && placed in value
}
