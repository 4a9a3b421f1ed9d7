import type { Dialect } from 'kysely'
import { createApi, type StartedSync } from './api/app.ts'
import { type Clock, systemClock } from './clock.ts'
import { createIcimsClient } from './icims/client.ts'
import type { IcimsAuth } from './icims/credentials.ts'
import { defaultMapping, type MappingSettings } from './models/record.ts'
import { openDatabase } from './store/database.ts'
import { toUnifiedId } from './store/id.ts'
import type { Integration } from './store/integration.ts'
import { findOpenRun, type SyncType } from './store/runs.ts'
import { createStore, type Store } from './store/store.ts'
import { type SyncOptions, type SyncSummary, syncIntegration } from './sync/sync.ts'

export type { IcimsAuth } from './icims/credentials.ts'
export type { SyncProgress, SyncSummary } from './sync/sync.ts'

/** One customer's iCIMS to connect. */
export type IntegrationInput = {
  /** 24 base58 characters; made from the customer id and the address when left out, so that it stays the same. */
  id?: string
  customerId: string
  /** `https://api.icims.com`, or `https://api-eu.icims.com`. */
  baseUrl: string
  auth: IcimsAuth
  settings?: Partial<MappingSettings>
}

/** How a connector is made. */
export type ConnectorOptions = {
  /** A file, `memory`, or a `postgres://` address. */
  database?: string | Dialect
  /** What clients of the unified API send as bearer. */
  apiKey: string
  integrations?: readonly IntegrationInput[]
  /** What iCIMS is called with. */
  fetch?: typeof globalThis.fetch
  clock?: Clock
  random?: () => number
  /** Records read at the same time. */
  concurrency?: number
  onInternalError?: (error: unknown) => void
}

/** A connector: it syncs iCIMS into its store and serves the unified API from there. */
export type Connector = {
  /** The unified API, under `/v1`. */
  fetch(request: Request): Promise<Response>
  /** Brings one integration up to date. One sync runs at a time; a second call waits for the first and gets its result. */
  sync(
    integrationId: string,
    options?: Partial<Pick<SyncOptions, 'type' | 'onProgress' | 'signal'>>,
  ): Promise<SyncSummary>
  integrations(): Promise<Integration[]>
  store: Store
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Makes a connector.
 *
 * @throws DatabaseError when the database cannot be used.
 */
export async function createConnector(options: ConnectorOptions): Promise<Connector> {
  const { clock = systemClock, fetch = globalThis.fetch } = options
  const store = createStore(await openDatabase(options.database ?? 'memory'))
  for (const input of options.integrations ?? []) await store.saveIntegration(toIntegration(input))
  const running = new Map<string, Promise<SyncSummary>>()
  const closing = new AbortController()

  const run = async (integrationId: string, more: Partial<SyncOptions>): Promise<SyncSummary> => {
    const integration = await store.getIntegration(integrationId)
    if (integration === undefined) throw new Error(`There is no integration ${integrationId}.`)
    const signal = more.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, more.signal])
    const { customerId, baseUrl, auth } = integration
    const client = createIcimsClient({
      customerId,
      baseUrl,
      auth,
      fetch,
      clock,
      signal,
      ...(options.random && { random: options.random }),
    })
    const concurrency = options.concurrency === undefined ? {} : { concurrency: options.concurrency }
    return syncIntegration({ type: 'FULL', ...more, ...concurrency, integration, store, client, clock, signal })
  }

  const sync: Connector['sync'] = (integrationId, more = {}) => {
    const known = running.get(integrationId)
    if (known !== undefined) return known
    const started = run(integrationId, more).finally(() => running.delete(integrationId))
    running.set(integrationId, started)
    return started
  }

  const forceSync = async (integrationId: string, type: SyncType): Promise<StartedSync> => {
    const already = running.has(integrationId)
    const result = sync(integrationId, { type })
    result.catch((error: unknown) => options.onInternalError?.(error))
    // The run writes itself down before its first call; until then there is nothing to name.
    for (;;) {
      const open = await findOpenRun(store, integrationId)
      if (open !== undefined) return { already_queued: already, sync_id: open.id, type: open.type }
      if (!running.has(integrationId)) {
        const ended = await result
        return { already_queued: already, sync_id: ended.runId, type: ended.type }
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  const api = createApi({
    store,
    apiKey: options.apiKey,
    forceSync,
    ...(options.onInternalError && { onInternalError: options.onInternalError }),
  })
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    closed ??= (async () => {
      closing.abort(new Error('The connector is closing.'))
      await Promise.allSettled(running.values())
      await store.close()
    })()
    return closed
  }
  return {
    fetch: async (request) => api.fetch(request),
    sync,
    integrations: () => store.listIntegrations(),
    store,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** The id an integration has: the one it was given, or one made from the customer id and the address. */
export function integrationIdOf({ id, customerId, baseUrl }: IntegrationInput): string {
  return id ?? toUnifiedId('icims', `${customerId}\n${baseUrl.replace(/\/+$/, '')}`)
}

function toIntegration(input: IntegrationInput): Integration {
  const { customerId, baseUrl, auth, settings } = input
  return { id: integrationIdOf(input), customerId, baseUrl, auth, settings: { ...defaultMapping, ...settings } }
}
