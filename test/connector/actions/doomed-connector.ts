import { type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Connector, ConnectorOptions } from '../../../connector/index.ts'
import { openSqlite } from '../../../connector/store/sqlite.ts'
import { createConnector } from '../../connector.ts'
import { apiKey, encryptionKey } from '../../pair.ts'

/** Whether the last step of a process still has its effect. */
export type Death = 'before' | 'after'

/** A connector in a process that dies at one of its steps: a statement, or a call of iCIMS. */
export type DoomedConnector = {
  connector: Connector
  /** From here on steps are counted. @param last the step that is its last. */
  arm(last: number, death: Death): void
  /** Steps taken since. */
  readonly steps: number
  readonly isDead: boolean
}

/** After its last step every other one fails too: nothing that the process would still do reaches the database or iCIMS. */
export async function createDoomedConnector(
  file: string,
  answer: typeof fetch,
  options: Partial<ConnectorOptions>,
): Promise<DoomedConnector> {
  const database = await openSqlite(file)
  let steps = 0
  let last = Number.POSITIVE_INFINITY
  let death: Death = 'before'
  let isDead = false
  const dead = (): Error => new Error('The process is dead.')
  const counted = <Result>(work: () => Result): Result => {
    if (isDead) throw dead()
    steps += 1
    if (steps < last) return work()
    isDead = true
    if (death === 'after') work()
    throw dead()
  }
  const doomed: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const { reader, all, run, iterate } = database.prepare(sql)
      return {
        reader,
        all: (parameters) => counted(() => all(parameters)),
        run: (parameters) => counted(() => run(parameters)),
        iterate: (parameters) => counted(() => iterate(parameters)),
      }
    },
  }
  const connector = await createConnector({
    apiKey,
    encryptionKey,
    database: new SqliteDialect({ database: doomed }),
    random: () => 0.5,
    fetch: async (input, init) => {
      if (isDead) throw dead()
      steps += 1
      if (steps < last) return answer(input, init)
      isDead = true
      if (death === 'after') await answer(input, init)
      throw dead()
    },
    ...options,
  })
  return {
    connector,
    arm(step, when) {
      steps = 0
      last = step
      death = when
    },
    get steps() {
      return steps
    },
    get isDead() {
      return isDead
    },
  }
}
