import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connector, createConnector } from '../../connector/index.ts'
import { type SimulatorCoordinates, startServer } from './process.ts'
import { atLeast, atMost, median, type Part } from './report.ts'

const people = 5_000
const concurrency = 16
const rounds = 3

/** One call as the connector made it: the same address, headers and body. */
type Asked = { url: string; init: RequestInit }

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
    // Both are run once before they are measured, so that neither pays for the other's compiling.
    const asked: Asked[] = []
    const { calls } = await timeSync(simulator.coordinates, join(folder, 'warm.db'), (call) => asked.push(call))
    await timeSync(simulator.coordinates, join(folder, 'compiled.db'))
    await timeFetches(asked)
    const least = leastCalls(asked.map(({ url }) => new URL(url).pathname))
    for (let round = 0; round < rounds; round++) {
      const { taken } = await timeSync(simulator.coordinates, join(folder, `${round}.db`))
      ratios.push((await timeFetches(asked)) / taken)
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

/** A full sync into an empty file, with what it took in milliseconds. */
async function timeSync(
  coordinates: SimulatorCoordinates,
  database: string,
  onCall?: (call: Asked) => void,
): Promise<{ calls: number; taken: number }> {
  const remember: typeof fetch = (input, init = {}) => {
    const { method, headers, body } = init
    onCall?.({ url: String(input), init: { method, headers, body } as RequestInit })
    return fetch(input, init)
  }
  await using connector = await connect(coordinates, database, onCall && { fetch: remember })
  const [integration] = await connector.integrations()
  const before = performance.now()
  const { state, message, calls } = await connector.sync(integration!.id, { type: 'FULL' })
  const taken = performance.now() - before
  if (state !== 'SUCCEEDED') throw new Error(message ?? state)
  return { calls, taken }
}

/** The same calls by as many loops as the connector has, each answer read to its end; what they took in milliseconds. */
async function timeFetches(asked: readonly Asked[]): Promise<number> {
  const before = performance.now()
  const queue = asked.values()
  const worker = async (): Promise<void> => {
    for (const { url, init } of queue) {
      const response = await fetch(url, init)
      await response.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return performance.now() - before
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
  calling: { fetch: typeof fetch } | undefined,
): Promise<Connector> {
  return createConnector({
    apiKey: 'key',
    database,
    ...calling,
    concurrency,
    integrations: [{ customerId: String(customerId), baseUrl, auth: { type: 'basic', ...basic } }],
  })
}
