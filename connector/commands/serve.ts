import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { ConnectOptions } from '../connect/open-connect.ts'
import { defaultRegions } from '../connect/regions.ts'
import type { Connector, ConnectorOptions, SyncSummary } from '../index.ts'
import { hasApiKeys } from '../store/api-keys.ts'
import { isPostgres } from '../store/postgres.ts'
import { modelNames } from '../store/tables.ts'
import { openDescribed } from './open-connector.ts'
import { type ConnectionFlags, isDescribed, UsageError } from './options.ts'
import { amount } from './print.ts'
import { createSyncDisplay, describeSummary, summaryLine } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/** What `serve` takes. */
export type ServeFlags = ConnectionFlags &
  ScheduleFlags & {
    host: string
    port: number
    publicUrl?: string
    connectOrigin?: readonly string[]
    rateLimit: number
    syncOnStart?: 'wait' | 'background'
    schedule: boolean
    strict?: true
  }

/** What goes on by itself. */
export type ScheduleFlags = {
  deltaEvery: number
  fullEvery: number
  allowLoopbackWebhooks?: boolean
  allowLoopbackFiles?: boolean
}

/** A key for development, which is no secret. */
const developmentKey = 'local-api-key'

/** How long answers under way may take once the server is told to stop, in milliseconds. */
const patience = 1_000

/** `icims-connector serve`: the unified API on a port, and syncs on a schedule, until it is told to stop. */
export async function serve(flags: ServeFlags): Promise<void> {
  const signal = stopSignal()
  let isBroken = false
  const broken = (message: string): void => {
    isBroken = true
    process.stderr.write(`icims-connector: ${message}\n`)
  }
  const strict = flags.strict ? { strict: true, onUnfit: broken, onUnmatched: broken } : {}
  const { connector, described } = await openDescribed(flags, { ...serveOptions(flags), ...strict })
  await using _ = connector
  const { baseUrl, close } = await listen(connector, flags)
  const first = described === undefined ? undefined : () => firstSync(connector, described, signal)
  const synced = flags.syncOnStart === 'wait' && first !== undefined ? await first() : null
  if (!signal.aborted) {
    const integrations = (await connector.integrations()).map(({ id }) => `icims:${id}`)
    const integrationId = described === undefined ? (integrations[0] ?? null) : `icims:${described}`
    const apiKey =
      process.env.ICIMS_CONNECTOR_API_KEY || ((await isDevelopmentKeyGood(connector, flags)) ? developmentKey : null)
    const coordinates = {
      baseUrl,
      apiKey,
      integrationId,
      integrations,
      synced: synced && (await countRows(connector, described!)),
    }
    process.stdout.write(flags.json ? `${JSON.stringify(coordinates)}\n` : greeting(coordinates))
    if (flags.syncOnStart === 'background') first?.().catch(tellError(described!))
    const running = connector.run(signal, flags.schedule ? undefined : [])
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    // A webhook under way may have its answer; what has none by then is sent again.
    await Promise.race([running, new Promise((resolve) => setTimeout(resolve, patience).unref())])
  }
  await close()
  if (isBroken) process.exitCode = 1
}

/** @throws UsageError when a key made beside the database would guard what others can reach. */
function serveOptions(flags: ServeFlags): Partial<ConnectorOptions> {
  const { host, database, deltaEvery, fullEvery, allowLoopbackWebhooks, allowLoopbackFiles } = flags
  const isFile = database !== 'memory' && !isPostgres(database)
  if (!isLoopback(host) && isFile && process.env.ICIMS_CONNECTOR_KEY === undefined) {
    throw new UsageError(
      `Listening on ${host} needs ICIMS_CONNECTOR_KEY: a key file beside the database protects it on this machine only. Move to a key of your own with \`icims-connector keys rotate-encryption\`, or listen on 127.0.0.1.`,
    )
  }
  const { ICIMS_CONNECTOR_API_KEY: apiKey, ICIMS_CONNECTOR_ADMIN_TOKEN: adminToken } = process.env
  if (adminToken && adminToken.length < 16) {
    throw new UsageError('ICIMS_CONNECTOR_ADMIN_TOKEN must have 16 characters or more: it opens everything.')
  }
  return {
    ...(apiKey ? { apiKey } : {}),
    ...(adminToken ? { adminToken } : {}),
    // Whoever reaches this machine's own address is on this machine; elsewhere a key that everybody knows is none.
    ...(isLoopback(host) && { developmentKey }),
    schedule: { deltaEvery, fullEvery },
    webhooks: { allowLoopback: allowLoopbackWebhooks === true },
    actions: { allowLoopbackFiles: allowLoopbackFiles === true },
    limits: { requestsPerMinute: flags.rateLimit },
    connect: connectOptions(flags),
    onSync({ integrationId, summary, error }) {
      if (error !== undefined) tellError(integrationId)(error)
      else if (summary !== undefined) tellUnlessGood(integrationId)(summary)
    },
    onEventRefused: (message) => void process.stderr.write(`icims-connector: an event was refused at ${message}\n`),
  }
}

/** An iCIMS that the command line names, which a simulator is, is one more region for customers to choose. */
function connectOptions({
  publicUrl,
  connectOrigin,
  baseUrl,
  tokenUrl,
  given,
  host,
  database,
}: ServeFlags): ConnectOptions {
  const isNamed = (isDescribed({ given }) || database === 'memory') && isLoopback(host)
  const isKnown = defaultRegions.some((region) => region.baseUrl === baseUrl)
  const named = { id: 'here', label: `As this server was started with (${baseUrl})`, baseUrl, tokenUrl }
  return {
    ...(publicUrl !== undefined && { publicUrl }),
    // A variable holds them with blanks between.
    origins: (connectOrigin ?? []).flatMap((text) => text.split(/\s+/)).filter(Boolean),
    regions: isNamed && !isKnown ? [named, ...defaultRegions] : defaultRegions,
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host)
}

async function firstSync(connector: Connector, integrationId: string, signal: AbortSignal): Promise<SyncSummary> {
  const { end, ...shown } = createSyncDisplay(process.stderr)
  const summary = await connector.sync(integrationId, { type: 'DELTA', ...shown, signal }).finally(end)
  if (summary.state !== 'SUCCEEDED') process.stderr.write(describeSummary(summary))
  return summary
}

/** The API goes on serving what is stored. */
function tellError(integrationId: string): (error: Error) => void {
  return ({ message }) => {
    process.stderr.write(`icims-connector: the sync of icims:${integrationId} failed: ${message}\n`)
  }
}

function tellUnlessGood(integrationId: string): (summary: SyncSummary) => void {
  return (summary) => {
    if (summary.state === 'SUCCEEDED') return
    process.stderr.write(`icims-connector: icims:${integrationId}: ${summaryLine(summary)}\n`)
  }
}

/** The same that lets the key in: on this machine, as long as there is no other one. */
async function isDevelopmentKeyGood({ store }: Connector, { host }: ServeFlags): Promise<boolean> {
  return isLoopback(host) && !(await hasApiKeys(store))
}

/** How many rows there are now, by model. */
async function countRows({ store }: Connector, integrationId: string): Promise<Record<string, number>> {
  const counted = modelNames.map(async (model) => [model, await store.countLive(integrationId, model)] as const)
  return Object.fromEntries(await Promise.all(counted))
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

/** What to type next. */
type Greeting = { baseUrl: string; apiKey: string | null; integrationId: string | null; integrations: string[] }

function greeting({ baseUrl, apiKey, integrationId, integrations }: Greeting): string {
  const tryIt = `curl -H 'Authorization: Bearer ${apiKey ?? '<key>'}' -H 'X-Integration-Id: ${integrationId}' '${baseUrl}/ats/jobs?page_size=1'`
  const next =
    integrationId === null
      ? 'next    no integration yet: add one with `icims-connector add`, it is found within half a minute'
      : `try     ${tryIt}`
  return `iCIMS connector on ${baseUrl}, ${amount(integrations.length, 'integration')}
  ${next}
  API     ${baseUrl}/reference, ${baseUrl}/openapi.json
`
}
