import type { DatabaseSync, StatementSync } from 'node:sqlite'

const statementsKept = 400
/** A longer text is an odd search with many values: it will not come again, and what is prepared of it is large. */
const longestKept = 4_000

/** One open database, which several tenants share: the views show the layers of one of them at a time. */
export type Connection = {
  database: DatabaseSync
  /** The statement of this text, kept for the next time. */
  prepare(sql: string): StatementSync
  /** Makes the views show these layers, oldest first. Costs nothing when they do already. */
  show(layers: readonly number[]): void
  /**
   * All or nothing, for the tenant with these layers, or for what belongs to none.
   *
   * @param undo forgets what is known of the state; called when the work has thrown.
   */
  transaction<T>(layers: readonly number[] | undefined, work: () => T, undo: () => void): T
  /** How many transactions are open, one inside the other. */
  readonly depth: number
}

export function createConnection(database: DatabaseSync): Connection {
  const prepare = keepStatements(database)
  const clear = database.prepare('DELETE FROM temp.chain')
  const add = database.prepare('INSERT INTO temp.chain (layer, depth) VALUES (?, ?)')
  let shown: readonly number[] | undefined
  let depth = 0

  const show = (layers: readonly number[]): void => {
    if (layers === shown) return
    clear.run()
    layers.forEach((layer, index) => {
      add.run(layer, index)
    })
    shown = layers
  }

  return {
    database,
    prepare,
    show,
    transaction(layers, work, undo) {
      if (layers !== undefined) show(layers)
      const outer = depth
      const name = `t${outer}`
      prepare(`SAVEPOINT ${name}`).run()
      depth += 1
      try {
        const result = work()
        depth = outer
        prepare(`RELEASE ${name}`).run()
        return result
      } catch (error) {
        depth = outer
        undo()
        database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`)
        // The rows of the chain are rolled back too, to whatever they were.
        shown = undefined
        throw error
      }
    },
    get depth() {
      return depth
    },
  }
}

/** Statements by their text, the least recently used dropped, so that a client's odd queries cannot fill the memory. */
function keepStatements(database: DatabaseSync): (sql: string) => StatementSync {
  const statements = new Map<string, StatementSync>()
  return (sql) => {
    if (sql.length > longestKept) return database.prepare(sql)
    const known = statements.get(sql)
    // While there is room none will be dropped soon, and who was used last does not matter.
    if (known !== undefined && statements.size < statementsKept / 2) return known
    const statement = known ?? database.prepare(sql)
    statements.delete(sql)
    statements.set(sql, statement)
    if (statements.size > statementsKept) statements.delete(statements.keys().next().value!)
    return statement
  }
}
