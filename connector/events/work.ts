import type { Clock } from '../clock.ts'
import type { IcimsClient } from '../icims/client.ts'
import { FatalError, RetriableError } from '../icims/errors.ts'
import { timeUntil, workInRounds } from '../rounds.ts'
import { getIntegration, type Integration } from '../store/integration.ts'
import {
  listDueSubjects,
  listWaiting,
  nextReceivedDue,
  noteReceived,
  pruneReceived,
  type ReceivedEvent,
  type Subject,
} from '../store/received-events.ts'
import type { Store } from '../store/store.ts'
import type { Bell } from './bell.ts'
import { decodeIcimsEvent, type IcimsEvent } from './icims-event.ts'
import { type RecordName, refreshRecords } from './refresh.ts'

/** What received events are worked on with. */
export type EventWorkOptions = {
  store: Store
  clock: Clock
  client(integration: Integration, signal?: AbortSignal): Promise<IcimsClient>
  /** What else events of one record lead to. @returns what is to be done in the transaction that ends them. */
  onEvents(
    integration: Integration,
    client: IcimsClient,
    events: readonly IcimsEvent[],
  ): Promise<(store: Store) => Promise<void>>
}

const second = 1_000
/** Waits before an event is tried again; after the last one it is given up, and the next delta makes it good. */
const waits = [10 * second, 60 * second, 300 * second, 1_800 * second]
/** How long what is done is kept: 14 days. */
const keptFor = 14 * 86_400 * second
/** Records at a time. */
const batch = 50
/** How often the table is looked at: another process may have taken an event. */
const poll = 5 * second

/**
 * Works on what is due. Everything that waits about one record is answered by reading it once: what counts is what it is now.
 *
 * @returns how many events came to their end.
 */
export async function workOnEvents(options: EventWorkOptions): Promise<number> {
  const { store, clock } = options
  const subjects = await listDueSubjects(store, clock.now().toISOString(), batch)
  let ended = 0
  for (const subject of subjects) ended += await workOnSubject(options, subject)
  return ended
}

async function workOnSubject(options: EventWorkOptions, subject: Subject): Promise<number> {
  const { store, clock, client, onEvents } = options
  const waiting = await listWaiting(store, subject)
  const integration = await getIntegration(store, subject.integrationId)
  if (waiting.length === 0 || integration === undefined) return 0
  try {
    const customer = `${integration.baseUrl.replace(/\/+$/, '')}/customers/${integration.customerId}`
    const events = waiting.map(({ body }) => decodeIcimsEvent(body, customer))
    const calling = await client(integration)
    const then = await onEvents(integration, calling, events)
    const records = await recordsOf(store, integration, subject, events)
    const made = { store, clock, integration, client: calling }
    await refreshRecords(made, records, waiting.at(-1)!.id, async (inner, notes) => {
      await then(inner)
      const message = notes.length === 0 ? null : notes.join(' ')
      await noteReceived(inner, waiting, { state: 'DONE', message, dueAt: clock.now().toISOString() })
    })
    return waiting.length
  } catch (error) {
    await noteReceived(store, waiting, failed(waiting, error as Error, clock.now().getTime()))
    return 0
  }
}

function failed(waiting: readonly ReceivedEvent[], error: Error, now: number) {
  const attempts = Math.max(...waiting.map(({ attempts }) => attempts))
  const wait = waits[attempts]
  const isOver = wait === undefined || error instanceof FatalError
  const resumeAt = error instanceof RetriableError && error.resumeAt !== null ? Date.parse(error.resumeAt) : 0
  return {
    state: isOver ? 'FAILED' : 'WAITING',
    message: error.message,
    dueAt: new Date(isOver ? now : Math.max(now + wait, resumeAt)).toISOString(),
  } as const
}

/** The record itself, and before an application the candidate and the job that are not stored yet. */
async function recordsOf(
  store: Store,
  { id }: Integration,
  { subject }: Subject,
  events: readonly IcimsEvent[],
): Promise<RecordName[]> {
  const [path = '', recordId = ''] = subject.split('/')
  const { personId, jobId } = events.at(-1)!
  const isApplication = path === 'applicantworkflows'
  const needsPerson = isApplication && personId !== null && !(await store.isStored(id, 'ats_candidates', personId))
  const needsJob = isApplication && jobId !== null && !(await store.isStored(id, 'ats_jobs', jobId))
  return [
    ...(needsPerson ? [{ path: 'people', id: personId }] : []),
    ...(needsJob ? [{ path: 'jobs', id: jobId }] : []),
    { path, id: recordId },
  ]
}

/** Works on events as they come, until the signal fires. @param onError told of what keeps a whole round from being done. */
export async function dispatchEvents(
  options: EventWorkOptions,
  bell: Bell,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  const { store, clock } = options
  const round = async (): Promise<number> => {
    if ((await workOnEvents(options)) > 0) return 0
    await pruneReceived(store, new Date(clock.now().getTime() - keptFor).toISOString())
    return timeUntil(await nextReceivedDue(store), clock, second)
  }
  const rest = (milliseconds: number): Promise<void> => bell.wait(milliseconds, clock, signal)
  await workInRounds(clock, signal, { round, poll, onError, rest })
}
