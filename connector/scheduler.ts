import type { Clock } from './clock.ts'
import { workInRounds } from './rounds.ts'
import { BusyError, type Runner } from './runner.ts'
import { type NextSync, nextSync, type ScheduleSettings } from './schedule.ts'
import { listIntegrations } from './store/integration.ts'
import { readScheduleHistory } from './store/run-history.ts'
import type { SyncType } from './store/runs.ts'
import type { Store } from './store/store.ts'
import type { SyncSummary } from './sync/sync.ts'

/** What became of a sync that was due. */
export type ScheduledOutcome = { integrationId: string; summary?: SyncSummary; error?: Error }

/** What the scheduler works with. */
export type SchedulerOptions = {
  store: Store
  clock: Clock
  runner: Runner
  settings: ScheduleSettings
  onSync?: (outcome: ScheduledOutcome) => void
  /** Told of what keeps everything from being looked at, such as a database that is away. */
  onError?: (error: unknown) => void
}

/** Starts the syncs that are due, of every integration that is not paused. */
export type Scheduler = {
  /** Goes on until the signal fires. @param only starts no syncs of other integrations. */
  run(signal: AbortSignal, only?: readonly string[]): Promise<void>
  /** Every integration's next sync. */
  next(): Promise<(NextSync & { integrationId: string })[]>
}

/** Other processes may change the database, so it is looked at again after so many milliseconds. */
const poll = 30_000

export function createScheduler({ store, clock, runner, settings, onSync, onError }: SchedulerOptions): Scheduler {
  /** A sync that could not even be written down is not tried again at once. */
  const notBefore = new Map<string, number>()
  let ended = new AbortController()

  const next: Scheduler['next'] = async () => {
    const integrations = (await listIntegrations(store)).filter(({ enabled }) => enabled)
    const histories = await readScheduleHistory(store)
    const now = clock.now().getTime()
    return integrations.map((integration) => {
      const history = histories.get(integration.id) ?? { open: [], lastFull: undefined, lastDelta: undefined }
      const { type, at } = nextSync(integration, history, settings, now)
      return { integrationId: integration.id, type, at: Math.max(at, notBefore.get(integration.id) ?? 0) }
    })
  }

  const start = (integrationId: string, type: SyncType): void => {
    const done = (outcome: Omit<ScheduledOutcome, 'integrationId'>): void => {
      if (outcome.error !== undefined) notBefore.set(integrationId, clock.now().getTime() + poll)
      // Another process has it: nothing failed.
      if (!(outcome.error instanceof BusyError)) onSync?.({ integrationId, ...outcome })
      ended.abort()
    }
    runner.sync(integrationId, { type }).then(
      (summary) => done({ summary }),
      (error: Error) => done({ error }),
    )
  }

  /** Starts what is due. @returns how long there is nothing to do, in milliseconds. */
  const startDue = async (only: readonly string[] | undefined): Promise<number> => {
    await stopPaused(store, runner)
    const isMine = (id: string): boolean => only === undefined || only.includes(id)
    const waiting = (await next()).filter(({ integrationId: id }) => isMine(id) && !runner.isRunning(id))
    const now = clock.now().getTime()
    const due = waiting.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at)
    for (const { integrationId, type } of due) start(integrationId, type)
    return Math.min(poll, ...waiting.filter(({ at }) => at > now).map(({ at }) => at - now))
  }

  return {
    next,
    async run(signal, only) {
      await workInRounds(clock, signal, {
        round() {
          ended = new AbortController()
          return startDue(only)
        },
        poll,
        onError: (error) => onError?.(error),
        rest: (milliseconds) => clock.sleep(milliseconds, AbortSignal.any([signal, ended.signal])),
      })
    },
  }
}

/** What was paused by another process is stopped here. */
async function stopPaused(store: Store, runner: Runner): Promise<void> {
  for (const { id, enabled } of await listIntegrations(store)) {
    if (!enabled && runner.isRunning(id)) void runner.stop(id, 'The integration is paused.')
  }
}
