import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root, type SimulatorCoordinates, startServer } from './process.ts'
import { atMost, type Part } from './report.ts'

const few = 10_000
const many = 200_000

/**
 * The memory of a process that syncs a tenant in full into an SQLite file, beside that of one with twenty times the people: the
 * most that its heap holds after collecting, and the most of it that was in memory at all, which goes up to a plateau: V8 keeps
 * pages that it once filled with garbage, the more of them the longer it runs. The simulator is another process.
 */
export const syncMemory: Part = {
  name: 'sync-memory',
  async run() {
    const small = await measure(few)
    const large = await measure(many)
    const shown = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`
    const ratio = (what: string, one: number, other: number) =>
      atMost(`${what}: ${many} people beside ${few}`, other / one, 1.1, '×', `${shown(one)}, ${shown(other)}`)
    return [
      ratio('heap of a full sync after collecting', small.heap, large.heap),
      ratio('highest resident memory of a full sync', small.resident, large.resident),
      atMost(
        `resident memory of a full sync of ${many} people: at its end beside halfway`,
        large.end / large.half,
        1.1,
        '×',
        `${shown(large.half)}, ${shown(large.end)}`,
      ),
    ]
  },
}

type Measured = { heap: number; resident: number; half: number; end: number }

async function measure(people: number): Promise<Measured> {
  const simulator = await startServer<SimulatorCoordinates>('simulator/cli.ts', [
    ...['serve', '--json', '--port', '0', '--quota', 'unlimited', '--people', String(people)],
  ])
  const folder = mkdtempSync(join(tmpdir(), 'icims-bench-'))
  const { baseUrl, customerId, basic } = simulator.coordinates
  const args = [baseUrl, String(customerId), basic.username, basic.password, join(folder, 'memory.db')]
  try {
    return await lineOf(['--expose-gc', `${root}test/bench/measure-sync.ts`, ...args])
  } finally {
    await simulator.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Runs a file with Node to its end. @returns the line of JSON it printed. */
async function lineOf<Line>(args: readonly string[]): Promise<Line> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await Promise.all([
    new Promise<string | undefined>((resolve) => {
      const lines = createInterface({ input: child.stdout })
      lines.once('line', resolve)
      lines.once('close', () => resolve(undefined))
    }),
    new Promise((resolve) => child.once('exit', resolve)),
  ])
  if (line === undefined) throw new Error(`${args.at(1)} printed nothing.`)
  return JSON.parse(line) as Line
}
