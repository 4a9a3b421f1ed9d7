import { SqliteDialect } from 'kysely'
import { openDatabase } from '../../../connector/store/database.ts'
import { openSqlite } from '../../../connector/store/sqlite.ts'
import { createStore, type Store } from '../../../connector/store/store.ts'

/** A process that dies at one of its steps: a statement, or a call of iCIMS. */
export type Doomed = {
  store: Store
  fetch: typeof fetch
  /** Steps taken. */
  readonly steps: number
  readonly isDead: boolean
}

/**
 * Opens a database and calls iCIMS until the given step, which fails, and so does every one after it: nothing that the process
 * would still do reaches either. To be closed like any process that has ended: its open transaction is rolled back.
 *
 * @param last the step that is its last. Opening the database is none.
 */
export async function createDoomed(file: string, answer: typeof fetch, last: number): Promise<Doomed> {
  const database = await openSqlite(file)
  let steps = Number.NEGATIVE_INFINITY
  let isDead = false
  const step = (): void => {
    steps += 1
    isDead ||= steps >= last
    if (isDead) throw new Error('The process is dead.')
  }
  const dialect = new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare(sql) {
        const { reader, all, run, iterate } = database.prepare(sql)
        const counted =
          <Result>(work: (parameters: readonly unknown[]) => Result) =>
          (parameters: readonly unknown[]): Result => {
            step()
            return work(parameters)
          }
        return { reader, all: counted(all), run: counted(run), iterate: counted(iterate) }
      },
    },
  })
  const store = createStore(await openDatabase(dialect))
  steps = 0
  return {
    store,
    fetch: async (input, init) => {
      step()
      return answer(input, init)
    },
    get steps() {
      return steps
    },
    get isDead() {
      return isDead
    },
  }
}
