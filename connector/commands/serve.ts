import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Connector, SyncSummary } from '../index.ts'
import { openConnector } from './open-connector.ts'
import { type ServeFlags, UsageError } from './program.ts'
import { createProgressLine, describeSummary } from './progress.ts'

/** How long answers under way may take once the server is told to stop, in milliseconds. */
const patience = 2_000

/** `icims-connector serve`: the unified API on a port until it is told to stop. */
export async function serve(flags: ServeFlags): Promise<void> {
  const stopped = stopSignal()
  await using connector = await openConnector(flags, flags.apiKey)
  const [integration] = await connector.integrations()
  const { baseUrl, close } = await listen(connector, flags)
  const synced = flags.syncOnStart === 'wait' ? await firstSync(connector, integration!.id) : null
  const coordinates = {
    baseUrl,
    apiKey: flags.apiKey,
    integrationId: `icims:${integration!.id}`,
    synced: synced && countsOf(synced),
  }
  process.stdout.write(flags.json ? `${JSON.stringify(coordinates)}\n` : greeting(coordinates))
  if (flags.syncOnStart === 'background') void firstSync(connector, integration!.id)
  await stopped
  await close()
}

async function firstSync(connector: Connector, integrationId: string): Promise<SyncSummary> {
  const line = createProgressLine(process.stderr)
  const summary = await connector.sync(integrationId, { type: 'DELTA', onProgress: line.show })
  line.end()
  if (summary.state !== 'SUCCEEDED') process.stderr.write(describeSummary(summary))
  return summary
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

/** Resolves on Ctrl-C, on a polite kill, and when the parent that spawned it goes away. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    process.once('disconnect', () => resolve())
    // Listening alone must not keep the process up once it has been told to stop.
    process.channel?.unref()
  })
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
