import { DatabaseSync } from 'node:sqlite'
import { createSimulator, type Simulator } from '../../simulator/index.ts'
import { atMost, median, type Part } from './report.ts'

const changed = 10_000
const rounds = 7

/** Forks, snapshots and resets of a tenant with many changed records, in process, beside what SQLite itself takes for a row. */
export const forks: Part = {
  name: 'forks',
  async run() {
    await using simulator = await createSimulator({ people: changed })
    change(simulator)
    const floor = floors()
    const forking: number[] = []
    const snapping: number[] = []
    const restoring: number[] = []
    const resetting: number[] = []
    const removing: number[] = []
    for (let round = 0; round < rounds; round++) {
      // What was written since the last one has to be frozen first: a fork of what is frozen already would cost nothing.
      change(simulator, 100)
      const [fork, took] = timed(() => simulator.fork())
      forking.push(took)
      change(fork)
      snapping.push(timed(() => fork.snapshot('bench'))[1])
      change(fork)
      restoring.push(timed(() => fork.restore('bench'))[1])
      change(fork)
      resetting.push(timed(() => fork.reset())[1])
      removing.push(timed(() => fork.remove())[1])
    }
    const beside = (what: string, milliseconds: number): string =>
      `${what} in bare SQLite: ${milliseconds.toFixed(3)} ms`
    const row = beside('one row', floor.row)
    return [
      atMost(`fork of a tenant with ${changed} changed records`, median(forking), 50, 'ms', row),
      atMost(`snapshot after ${changed} changes`, median(snapping), 50, 'ms', row),
      atMost(`restore after ${changed} changes`, median(restoring), 20, 'ms', row),
      atMost(`reset of a fork with ${changed} changed records`, median(resetting), 20, 'ms', row),
      atMost('removal of a fork', median(removing), 50, 'ms', row),
      resetAlone(simulator, beside(`emptying a table of ${changed} rows`, floor.emptying)),
    ]
  },
}

/** The same for a tenant without forks, where the rows go at once. */
function resetAlone(simulator: Simulator, floor: string) {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    change(simulator)
    times.push(timed(() => simulator.reset())[1])
  }
  return atMost(`reset of a tenant alone with ${changed} changed records`, median(times), 20, 'ms', floor)
}

function change({ tenant: { store } }: Simulator, count = changed): void {
  store.transaction(() => {
    for (let id = 1; id <= count; id++) store.put('person', id, { ...store.get('person', id), firstname: `New ${id}` })
  })
}

function timed<T>(work: () => T): [T, number] {
  const before = performance.now()
  const result = work()
  return [result, performance.now() - before]
}

/** What SQLite takes, in milliseconds, for one row and for emptying a table of as many rows as were changed. */
function floors(): { row: number; emptying: number } {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, data TEXT)')
  const insert = database.prepare('INSERT OR REPLACE INTO t VALUES (?, ?)')
  const fill = (): void => {
    database.exec('BEGIN')
    for (let id = 1; id <= changed; id++) insert.run(id, 'x'.repeat(800))
    database.exec('COMMIT')
  }
  const row = Array.from({ length: rounds }, () => timed(() => insert.run(1, 'x'))[1])
  const emptying = Array.from({ length: rounds }, () => {
    fill()
    return timed(() => database.exec('DELETE FROM t'))[1]
  })
  database.close()
  return { row: median(row), emptying: median(emptying) }
}
