import { type Actions, createActions } from './actions/actions.ts'
import { dispatchActions } from './actions/dispatcher.ts'
import { createAttachments } from './actions/get-candidate-attachments.ts'
import { sharedClient } from './actions/shared-client.ts'
import { createAdminApi } from './admin/app.ts'
import { type Administration, createAdministration, ensureIntegration } from './administration.ts'
import { createApi } from './api/app.ts'
import { createAuthenticate } from './api/authenticate.ts'
import type { ApiDocument } from './api/check-answers.ts'
import { defaultLimits } from './api/limits.ts'
import { lists } from './api/lists.ts'
import type { StrictTelling } from './api/strict.ts'
import { systemClock, systemRandom } from './clock.ts'
import { checkIntegration } from './connect/check.ts'
import { checkConnectOptions, isOfConnect, openConnect } from './connect/open-connect.ts'
import type { CheckStep } from './connect/report.ts'
import type { ConnectorOptions } from './connector-options.ts'
import { createEvents, type Events } from './events/events.ts'
import { createFetchFile } from './outgoing/fetch-file.ts'
import { createPassthrough } from './passthrough.ts'
import { createProcessOwner } from './process-owner.ts'
import { createRunner, type Runner } from './runner.ts'
import { defaultSchedule } from './schedule.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { openDatabase } from './store/database.ts'
import {
  AdministrationError,
  type Integration,
  knownIntegration,
  listIntegrations,
  sealClearCredentials,
} from './store/integration.ts'
import { type OpenedVault, openVault } from './store/open-vault.ts'
import { createStore, type Store } from './store/store.ts'
import { announceSyncEnd } from './webhooks/announce.ts'
import { deliverDue } from './webhooks/deliver.ts'
import { dispatchWebhooks } from './webhooks/dispatcher.ts'
import { createSendWebhook } from './webhooks/send.ts'

export type { UnfinishedAction } from './actions/unfinished.ts'
export { type Administration, type IntegrationInput, integrationIdOf } from './administration.ts'
export type { CheckStep } from './connect/report.ts'
export type { ConnectorOptions } from './connector-options.ts'
export type { IcimsAuth } from './icims/credentials.ts'
export type { Integration } from './store/integration.ts'
export type { PlanProgress, SyncPlan } from './sync/plan.ts'
export type { SyncProgress, SyncReading, SyncSummary } from './sync/sync.ts'

/** A connector: it syncs iCIMS into its store and serves the unified API from there. */
export type Connector = Pick<Runner, 'sync' | 'plan'> & {
  /**
   * The unified API, `/v1`; what iCIMS sends its events to, `/icims/events`; the pages to connect on, `/connect`; where there is
   * a token for it, `/admin/v1`.
   */
  fetch(request: Request): Promise<Response>
  integrations(): Promise<Integration[]>
  /** The paths of the lists that have rows. */
  lists: readonly string[]
  /** Every row of one list of one integration, as the unified API gives them. */
  rows(
    integrationId: string,
    list: string,
    options?: { includeDeleted?: boolean },
  ): AsyncIterable<Record<string, unknown>>
  /** Tries out what a sync of an integration needs. */
  check(integrationId: string, signal?: AbortSignal, writes?: { job?: string }): AsyncIterable<CheckStep>
  administration: Administration
  /** Every integration's next sync by the schedule. */
  nextSyncs: Scheduler['next']
  /** Syncs and sends webhooks as they become due, until the signal fires. @param only syncs no other integrations. */
  run(signal: AbortSignal, only?: readonly string[]): Promise<void>
  /** Sends the webhooks that are due. @returns how many were tried. */
  deliverWebhooks(): Promise<number>
  /** Works on the events of iCIMS that are due. @returns how many came to their end. */
  workOnEvents: Events['work']
  /** Goes on with actions that were cut off, and tells of those that are not done. `run` goes on with them by itself. */
  actions: Pick<Actions, 'resume' | 'unfinished'>
  store: Store
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Makes a connector.
 *
 * @throws ConnectOptionsError when an origin is none.
 * @throws DatabaseError when the database cannot be used.
 * @throws EncryptionKeyError when the key of its credentials is malformed or missing; VaultError when it is another one.
 */
export async function createConnector(options: ConnectorOptions): Promise<Connector> {
  const { clock = systemClock, fetch, database = 'memory', apiKey, developmentKey } = options
  checkConnectOptions(options.connect)
  const address = typeof database === 'string' ? database : undefined
  const store = createStore(await openDatabase(database))
  let opened: OpenedVault
  try {
    opened = await openVault(store, address, options.encryptionKey)
    const { vault, key } = opened
    if (key.source === 'made') options.onKeyMade?.(key.file!)
    await sealClearCredentials(store, vault)
    for (const input of options.integrations ?? []) {
      await ensureIntegration(store, vault, input, clock.now().toISOString())
    }
  } catch (error) {
    await store.close()
    throw error
  }
  const { vault } = opened
  const { random = systemRandom, concurrency, onInternalError } = options
  const { allowLoopback = false, send = createSendWebhook({ allowLoopback }) } = options.webhooks ?? {}
  const owner = createProcessOwner()
  const calling = fetch === undefined ? {} : { fetch }
  const runner = createRunner({
    store,
    vault,
    clock,
    ...calling,
    onEnd: announceSyncEnd,
    random,
    owner,
    ...(concurrency && { concurrency }),
    ...(onInternalError && { onInternalError }),
  })
  const scheduler = createScheduler({
    store,
    clock,
    runner,
    settings: { ...defaultSchedule, ...options.schedule },
    ...(options.onSync && { onSync: options.onSync }),
    ...(onInternalError && { onError: onInternalError }),
  })
  const administration = createAdministration({
    store,
    vault,
    clock,
    runner,
    owner,
    allowLoopbackWebhooks: allowLoopback,
  })
  const delivering = { store, vault, clock, send, random }
  const events = createEvents({
    store,
    ...(options.onEventRefused && { onRefused: options.onEventRefused }),
    vault,
    clock,
    client: runner.client,
    ...(onInternalError && { onInternalError }),
  })
  const { allowLoopbackFiles = false, ...acting } = options.actions ?? {}
  const fetchFile = createFetchFile({ allowLoopback: allowLoopbackFiles })
  const client = sharedClient((integration) => runner.client(integration))
  const actions = createActions({ store, clock, owner, client, fetchFile, ...acting })
  const reporting = onInternalError === undefined ? {} : { onInternalError }
  const connect = openConnect(options.connect ?? {}, {
    ...delivering,
    ...reporting,
    ...calling,
    administration,
    runner,
  })
  const api = createApi({
    store,
    actions,
    attachments: createAttachments({ store, vault, clock, client }),
    client,
    administration,
    authenticate: createAuthenticate(store, apiKey, developmentKey),
    forceSync: runner.start,
    passthrough: createPassthrough({ store, vault, clock, fetch: fetch ?? globalThis.fetch }),
    fetchFile,
    connect: connect.links,
    clock,
    limits: { ...defaultLimits, ...options.limits },
    ...(onInternalError && { onInternalError }),
  })
  const { adminToken: token } = options
  const integrations = (): Promise<Integration[]> => listIntegrations(store)
  const { unfinished } = actions
  const administering = { administration, integrations, unfinished, ...(onInternalError && { onInternalError }) }
  const admin = token === undefined ? undefined : createAdminApi({ ...administering, token })
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    closed ??= runner.close().then(() => {
      owner.end()
      return store.close()
    })
    return closed
  }
  const answer = async (request: Request): Promise<Response> => {
    if (events.takes(request)) return events.fetch(request)
    if (isOfConnect(request)) return connect.fetch(request)
    return (isOfAdmin(request) && admin !== undefined ? admin : api).fetch(request)
  }
  const { strict, onUnfit, onUnmatched } = options
  return {
    fetch: strict ? await checked(answer, api, { onUnfit, onUnmatched }) : answer,
    sync: runner.sync,
    plan: runner.plan,
    integrations,
    lists: lists.map(({ path }) => path),
    async *rows(integrationId, list, { includeDeleted = false } = {}) {
      const integration = await knownIntegration(store, integrationId)
      const found = lists.find(({ path }) => path === list)
      if (found === undefined) throw new AdministrationError(`There is no list ${list}.`)
      yield* found.rows({ store, integration }, { includeDeleted })
    },
    async *check(integrationId, signal, writes) {
      const integration = await knownIntegration(store, integrationId)
      yield* checkIntegration(await runner.client(integration, signal), integration.settings, writes)
    },
    administration,
    nextSyncs: scheduler.next,
    async run(signal, only) {
      await Promise.all([
        scheduler.run(signal, only),
        dispatchWebhooks(delivering, signal, onInternalError ?? (() => {})),
        dispatchActions(actions, clock, signal, onInternalError ?? (() => {})),
        events.dispatch(signal),
      ])
    },
    deliverWebhooks: () => deliverDue(delivering),
    workOnEvents: events.work,
    actions,
    store,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Loaded where it is wanted only: it reads the whole document. */
async function checked(
  answer: Connector['fetch'],
  api: ReturnType<typeof createApi>,
  telling: StrictTelling,
): Promise<Connector['fetch']> {
  const { withStrictAnswers } = await import('./api/strict.ts')
  const document = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
  return withStrictAnswers(answer, document as unknown as ApiDocument, telling)
}

function isOfAdmin({ url }: Request): boolean {
  return new URL(url).pathname.startsWith('/admin/')
}
