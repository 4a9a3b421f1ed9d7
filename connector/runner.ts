import PQueue from 'p-queue'
import type { StartedSync } from './api/app.ts'
import type { Clock } from './clock.ts'
import { createIcimsClient, type IcimsClient } from './icims/client.ts'
import { describeOwner } from './process-owner.ts'
import { AdministrationError, type Integration, knownIntegration, readCredentials } from './store/integration.ts'
import { type Owner, releaseLease, renewLease, takeLease } from './store/lease.ts'
import { endAttempt } from './store/run-history.ts'
import { findOpenRuns, type Run, type SyncType } from './store/runs.ts'
import type { Store } from './store/store.ts'
import type { Vault } from './store/vault.ts'
import { openRun } from './sync/open-run.ts'
import { type PlanOptions, planSync, type SyncPlan } from './sync/plan.ts'
import { type SyncOptions, type SyncProgress, type SyncSummary, syncIntegration } from './sync/sync.ts'

/** Syncs at the same time, of all integrations together. */
const parallelSyncs = 4

/** How long a process has an integration after each page, in milliseconds; what dies is found out sooner. */
const leaseTime = 15 * 60_000

/** Another process syncs the integration. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
  constructor(integrationId: string, owner: string) {
    super(`Integration ${integrationId} is being synced by ${describeOwner(owner)}. Wait until that is done.`)
  }
}

/** What syncs are run with. */
export type RunnerOptions = {
  store: Store
  vault: Vault
  clock: Clock
  owner: Owner
  fetch?: typeof globalThis.fetch
  random: () => number
  /** Records read at the same time, in one sync. */
  concurrency?: number
  onEnd?: SyncOptions['onEnd']
  onInternalError?: (error: unknown) => void
}

/** What a caller may want of a sync. */
export type SyncRequest = Partial<Pick<SyncOptions, 'type' | 'onProgress' | 'onRead' | 'signal'>>

/** The same of a plan. */
export type PlanRequest = Partial<Pick<PlanOptions, 'type' | 'onProgress'>> & { signal?: AbortSignal }

/** Runs the syncs of all integrations in this process: one at a time of an integration, a few at a time in all. */
export type Runner = {
  /** Brings one integration up to date. A second call waits for the first and gets its result. */
  sync(integrationId: string, request?: SyncRequest): Promise<SyncSummary>
  /** The same, without waiting for its end. */
  start(integrationId: string, type: SyncType): Promise<StartedSync>
  /** Counts what a sync would take, and reads none of it. */
  plan(integrationId: string, request?: PlanRequest): Promise<SyncPlan>
  isRunning(integrationId: string): boolean
  /** Stops the sync of an integration, if one runs or waits, and waits until it has stopped. */
  stop(integrationId: string, reason: string): Promise<void>
  /** A client of an integration's iCIMS. */
  client(integration: Integration, signal?: AbortSignal): Promise<IcimsClient>
  close(): Promise<void>
}

/** A sync that runs, or waits for its turn. */
type Running = { opened: Promise<Run>; done: Promise<SyncSummary>; stop: AbortController }

export function createRunner(options: RunnerOptions): Runner {
  const { store, vault, clock, fetch, random, owner } = options
  const running = new Map<string, Running>()
  const queue = new PQueue({ concurrency: parallelSyncs })

  const client: Runner['client'] = async ({ id, customerId, baseUrl, sync }, signal) => {
    const auth = await readCredentials(store, vault, id)
    const { concurrency = sync.concurrency } = options
    const more = { random, concurrency, ...(signal && { signal }) }
    return createIcimsClient({ customerId, baseUrl, auth, clock, ...(fetch && { fetch }), ...more })
  }

  const leasedUntil = (): string => new Date(clock.now().getTime() + leaseTime).toISOString()

  /** @throws BusyError when another process has it. */
  const lease = async (integrationId: string): Promise<void> => {
    const now = clock.now().toISOString()
    const other = await takeLease(store, integrationId, owner, { now, until: leasedUntil() })
    if (other !== undefined) throw new BusyError(integrationId, other)
  }

  const begin = (integrationId: string, { type = 'FULL', ...request }: SyncRequest): Running => {
    const stop = new AbortController()
    const signal = request.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, request.signal])
    const found = findEnabled(store, integrationId).then(async (integration) => {
      await lease(integrationId)
      return integration
    })
    // Written down before it waits for its turn: it has an id to be asked for by, and is resumed after a crash.
    const opened = found.then((integration) => openRun({ store, clock, integration, type }))
    const run = async (): Promise<SyncSummary> => {
      const integration = await found
      await lease(integrationId)
      const onProgress = (progress: SyncProgress): void => {
        renewLease(store, integrationId, owner, leasedUntil()).catch(() => {})
        request.onProgress?.(progress)
      }
      const concurrency = options.concurrency === undefined ? {} : { concurrency: options.concurrency }
      const onEnd = options.onEnd === undefined ? {} : { onEnd: options.onEnd }
      const made = { integration, store, clock, client: await client(integration, signal).catch(cannotBegin), signal }
      const onRead = request.onRead === undefined ? {} : { onRead: request.onRead }
      return syncIntegration({ type, ...concurrency, ...onEnd, ...onRead, ...made, onProgress })
    }
    /** Credentials that cannot be read are a failure of the run, and no reason to try again at once. */
    const cannotBegin = async (error: Error): Promise<never> => {
      const end = { state: 'FAILED', at: clock.now().toISOString(), message: error.message } as const
      await endAttempt(store, await opened, end)
      throw error
    }
    const done = opened
      .then(() => queue.add(run))
      .finally(() => releaseLease(store, integrationId, owner).catch(() => {}))
      .finally(() => running.delete(integrationId))
    const started = { opened, done, stop }
    running.set(integrationId, started)
    return started
  }

  const sync: Runner['sync'] = (integrationId, request = {}) =>
    (running.get(integrationId) ?? begin(integrationId, request)).done

  return {
    sync,
    async start(integrationId, type) {
      const known = running.get(integrationId)
      const { opened, done } = known ?? begin(integrationId, { type })
      done.catch((error: unknown) => {
        if (!(error instanceof BusyError)) options.onInternalError?.(error)
      })
      try {
        const run = await opened
        return { already_queued: known !== undefined, sync_id: run.id, type: run.type }
      } catch (error) {
        const [run] = error instanceof BusyError ? await findOpenRuns(store, integrationId) : []
        if (run === undefined) throw error
        return { already_queued: true, sync_id: run.id, type: run.type }
      }
    },
    async plan(integrationId, { type = 'FULL', onProgress, signal } = {}) {
      const integration = await findEnabled(store, integrationId)
      const made = { store, clock, integration, client: await client(integration, signal), type }
      return planSync({ ...made, ...(onProgress && { onProgress }) })
    },
    isRunning: (integrationId) => running.has(integrationId),
    async stop(integrationId, reason) {
      const known = running.get(integrationId)
      known?.stop.abort(new Error(reason))
      await Promise.allSettled([known?.done])
    },
    client,
    async close() {
      for (const { stop } of running.values()) stop.abort(new Error('The connector is closing.'))
      await Promise.allSettled([...running.values()].map(({ done }) => done))
    },
  }
}

/** @throws AdministrationError when there is no such integration, or it is paused. */
async function findEnabled(store: Store, integrationId: string): Promise<Integration> {
  const integration = await knownIntegration(store, integrationId)
  if (!integration.enabled) throw new AdministrationError(`Integration ${integrationId} is paused. Resume it first.`)
  return integration
}
