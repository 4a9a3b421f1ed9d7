import { orderByApplication, orderByStatus } from '../assessment/from-events.ts'
import type { Clock } from '../clock.ts'
import type { Runner } from '../runner.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { createEventsApp } from './app.ts'
import { createBell } from './bell.ts'
import { dispatchEvents, type EventWorkOptions, workOnEvents } from './work.ts'

/** The events of iCIMS: taken over HTTP, worked on one record at a time. */
export type Events = {
  /** Whether a request is one for `fetch`. */
  takes(request: Request): boolean
  fetch(request: Request): Promise<Response>
  /** Works on what is due. @returns how many events came to their end. */
  work(): Promise<number>
  /** Works on events as they come, until the signal fires. */
  dispatch(signal: AbortSignal): Promise<void>
}

/** What events are made with. */
export type EventsOptions = {
  store: Store
  vault: Vault
  clock: Clock
  client: Runner['client']
  onRefused?: (message: string) => void
  onInternalError?: (error: unknown) => void
}

export function createEvents({ store, vault, clock, client, onRefused, onInternalError }: EventsOptions): Events {
  const bell = createBell()
  const working: EventWorkOptions = {
    store,
    clock,
    client,
    onEvents: (integration, calling, events) => orderByStatus({ store, clock, integration, client: calling }, events),
  }
  const app = createEventsApp({
    store,
    vault,
    clock,
    onApplicationComplete: async (integration, event) =>
      orderByApplication({ store, clock, integration, client: await client(integration) }, event),
    onReceived: bell.ring,
    ...(onRefused && { onRefused }),
    ...(onInternalError && { onInternalError }),
  })
  return {
    takes: ({ url }) => new URL(url).pathname.startsWith('/icims/events/'),
    fetch: async (request) => app.fetch(request),
    work: () => workOnEvents(working),
    dispatch: (signal) => dispatchEvents(working, bell, signal, onInternalError ?? (() => {})),
  }
}
