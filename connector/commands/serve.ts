import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Connector, SyncSummary } from '../index.ts'
import { openConnector } from './open-connector.ts'
import { type ServeFlags, UsageError } from './program.ts'
import { createProgressLine, describeSummary } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/** How long answers under way may take once the server is told to stop, in milliseconds. */
const patience = 1_000

/** `icims-connector serve`: the unified API on a port until it is told to stop, also in the middle of a sync. */
export async function serve(flags: ServeFlags): Promise<void> {
  const signal = stopSignal()
  const { connector, integrationId } = await openConnector(flags, flags.apiKey)
  await using _ = connector
  const { baseUrl, close } = await listen(connector, flags)
  const sync = () => firstSync(connector, integrationId, signal)
  const synced = flags.syncOnStart === 'wait' ? await sync() : null
  if (!signal.aborted) {
    const id = `icims:${integrationId}`
    const coordinates = { baseUrl, apiKey: flags.apiKey, integrationId: id, synced: synced && countsOf(synced) }
    process.stdout.write(flags.json ? `${JSON.stringify(coordinates)}\n` : greeting(coordinates))
    if (flags.syncOnStart === 'background') sync().catch(sayItFailed)
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  }
  await close()
}

async function firstSync(connector: Connector, integrationId: string, signal: AbortSignal): Promise<SyncSummary> {
  const line = createProgressLine(process.stderr)
  const summary = await connector.sync(integrationId, { type: 'DELTA', onProgress: line.show, signal })
  line.end()
  if (summary.state !== 'SUCCEEDED') process.stderr.write(describeSummary(summary))
  return summary
}

/** The API goes on serving what is stored. */
function sayItFailed(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`icims-connector: the first sync failed: ${reason}. Start it again with POST /v1/force-sync.\n`)
}

function countsOf({ counts }: SyncSummary): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).map(([model, { created, changed, unchanged }]) => [model, created + changed + unchanged]),
  )
}

async function listen(
  connector: Connector,
  { host, port }: ServeFlags,
): Promise<{ baseUrl: string; close(): Promise<void> }> {
  const listener = getRequestListener(connector.fetch)
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const advice =
        error.code === 'EADDRINUSE'
          ? 'is taken. Stop what runs there, or choose'
          : `cannot be used (${error.code}). Choose`
      reject(new UsageError(`port ${port} on ${host} ${advice} another with --port (0 takes a free one).`))
    })
    server.listen(port, host, resolve)
  })
  const address = server.address() as { port: number }
  const name = host.includes(':') ? `[${host}]` : host
  return {
    baseUrl: `http://${name}:${address.port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), patience).unref()
      }),
  }
}

function greeting({
  baseUrl,
  apiKey,
  integrationId,
}: {
  baseUrl: string
  apiKey: string
  integrationId: string
}): string {
  return `iCIMS connector on ${baseUrl}
  try     curl -H 'Authorization: Bearer ${apiKey}' -H 'X-Integration-Id: ${integrationId}' '${baseUrl}/ats/jobs?page_size=1'
  API     ${baseUrl}/openapi.json
`
}
