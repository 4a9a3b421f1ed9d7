import { createConnector } from '../../connector/index.ts'

/** Syncs in full and prints what it took in bytes. Run by `sync-memory.ts` with --expose-gc. */
const [baseUrl, customerId, username, password, database] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
]
const collect = (globalThis as { gc?: () => void }).gc!
/** Pages between two looks at the heap. */
const pause = 8

await using connector = await createConnector({
  apiKey: 'key',
  database,
  integrations: [{ customerId, baseUrl, auth: { type: 'basic', username, password } }],
})
const [integration] = await connector.integrations()
let heap = 0
let pages = 0
/** What was in memory whenever the heap was looked at. */
const residents: number[] = []
const { state, message } = await connector.sync(integration!.id, {
  type: 'FULL',
  onProgress() {
    if (pages++ % pause > 0) return
    collect()
    const { heapUsed, rss } = process.memoryUsage()
    heap = Math.max(heap, heapUsed)
    residents.push(rss)
  },
})
if (state !== 'SUCCEEDED') throw new Error(message ?? state)
// In kilobytes.
const resident = process.resourceUsage().maxRSS * 1_024
const [half, end] = [residents[Math.floor(residents.length / 2)]!, residents.at(-1)!]
process.stdout.write(`${JSON.stringify({ heap, resident, half, end })}\n`)
