import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connector, createConnector } from '../../connector/index.ts'
import { type SimulatorCoordinates, startServer } from './process.ts'
import { atLeast, atMost, median, type Part } from './report.ts'

const people = 2_000
const concurrency = 16
const rounds = 3

/** A full sync into an SQLite file: the calls it makes, and its pace beside fetching the same addresses and no more. */
export const sync: Part = {
  name: 'sync',
  async run() {
    const simulator = await startServer<SimulatorCoordinates>('simulator/cli.ts', [
      ...['serve', '--json', '--port', '0', '--quota', 'unlimited', '--people', String(people)],
    ])
    const folder = mkdtempSync(join(tmpdir(), 'icims-bench-'))
    const ratios: number[] = []
    const paces: number[] = []
    let calls = 0
    let least = 0
    for (let round = 0; round < rounds; round++) {
      const asked: { url: string; init: RequestInit }[] = []
      const remember: typeof fetch = async (input, init = {}) => {
        const { method, headers, body } = init
        asked.push({ url: String(input), init: { method, headers, body } as RequestInit })
        return fetch(input, init)
      }
      await using connector = await connect(simulator.coordinates, join(folder, `${round}.db`), remember)
      const [integration] = await connector.integrations()
      const before = performance.now()
      const summary = await connector.sync(integration!.id, { type: 'FULL' })
      const taken = performance.now() - before
      if (summary.state !== 'SUCCEEDED') throw new Error(summary.message ?? summary.state)
      calls = summary.calls
      least = leastCalls(asked.map(({ url }) => new URL(url).pathname))

      const bareBefore = performance.now()
      const queue = asked.values()
      const worker = async (): Promise<void> => {
        for (const { url, init } of queue) {
          const response = await fetch(url, init)
          await response.arrayBuffer()
        }
      }
      await Promise.all(Array.from({ length: concurrency }, worker))
      ratios.push((performance.now() - bareBefore) / taken)
      paces.push((calls / taken) * 1_000)
    }
    await simulator.stop()
    rmSync(folder, { recursive: true })
    return [
      atMost('calls of a full sync beside the least possible', calls / least, 1.02, '×', `${calls} calls`),
      atLeast(
        'pace of a full sync beside a bare fetch loop',
        median(ratios),
        0.6,
        `${Math.round(median(paces))} calls a second`,
      ),
    ]
  },
}

/** One for each record and each location, and one for each page of a search: a full page needs another after it. */
function leastCalls(paths: readonly string[]): number {
  const records = new Set(paths.filter((path) => !path.includes('/search/')))
  const pages = ['jobs', 'people', 'applicantworkflows'].map((type) => {
    const found = [...records].filter((path) => new RegExp(`/${type}/\\d+$`).test(path)).length
    return Math.floor(found / 1_000) + 1
  })
  return records.size + pages.reduce((sum, count) => sum + count, 0)
}

function connect(
  { baseUrl, customerId, basic }: SimulatorCoordinates,
  database: string,
  fetch: typeof globalThis.fetch,
): Promise<Connector> {
  return createConnector({
    apiKey: 'key',
    database,
    fetch,
    concurrency,
    integrations: [{ customerId: String(customerId), baseUrl, auth: { type: 'basic', ...basic } }],
  })
}
