import type { DescribedAttempt, DescribedBytes, DescribedEvent } from '../events/describe.ts'
import type { EventAuth, Subscribed } from '../events/subscription.ts'
import type { ListEventsFlags, SubscribeFlags } from './event-commands.ts'
import { callControl } from './remote.ts'
import { say } from './steer.ts'
import type { SteerFlags } from './steering.ts'
import { UsageError } from './usage-error.ts'

type Counts = { waiting: number; delivered: number; failed: number }
type Subscriptions = { subscriptions: Subscribed[] }

/** `icims-simulator events list`. */
export async function listEvents(flags: ListEventsFlags): Promise<void> {
  const { state, subscription, limit } = flags
  const query = new URLSearchParams({
    limit: String(limit),
    ...(state !== undefined && { state }),
    ...(subscription !== undefined && { subscription: String(subscription) }),
  })
  const answer = await callControl(flags, 'GET', `/events?${query}`)
  say(flags, answer as { counts: Counts; events: DescribedEvent[] }, ({ counts, events }) =>
    [describeCounts(counts), ...events.map(describe)].join('\n'),
  )
}

/** `icims-simulator events show 7`. */
export async function showEvent(id: number, flags: SteerFlags): Promise<void> {
  const answer = await callControl(flags, 'GET', `/events/${id}`)
  say(flags, answer as { event: DescribedEvent; attempts: DescribedAttempt[] }, ({ event, attempts }) =>
    [describe(event), ...attempts.map(describeAttempt)].join('\n'),
  )
}

/** `icims-simulator events resend 7`, or `resend failed`. */
export async function resendEvents(id: string, flags: SteerFlags): Promise<void> {
  if (id === 'failed') {
    const answer = (await callControl(flags, 'POST', '/events/resend', {})) as { resent: number }
    say(flags, answer, ({ resent }) => `${resent} events are sent again.`)
    return
  }
  if (!/^\d+$/.test(id)) throw new UsageError(`"${id}" is no number of an event: name one, or say failed.`)
  await callControl(flags, 'POST', `/events/${id}/resend`)
  say(flags, { id: Number(id) }, () => `The event ${id} is sent again.`)
}

/** `icims-simulator events wait`. */
export async function waitForEvents(flags: SteerFlags): Promise<void> {
  say(flags, (await callControl(flags, 'POST', '/events/wait')) as Counts, describeCounts)
}

/** `icims-simulator events subscriptions`. */
export async function listSubscriptions(flags: SteerFlags): Promise<void> {
  say(flags, (await callControl(flags, 'GET', '/events/subscriptions')) as Subscriptions, describeAll)
}

/** `icims-simulator events subscribe WorkFlowStatusChangeEvent http://127.0.0.1:4050/events`. */
export async function subscribe(eventType: string, url: string, flags: SubscribeFlags): Promise<void> {
  const { status, gzip, timeout, statusIds, everyJob } = flags
  const body = {
    eventType,
    url,
    auth: readAuth(flags),
    ...(status && { statuses: status }),
    ...(gzip && { gzip }),
    ...(timeout !== undefined && { timeout }),
    ...(statusIds !== undefined && { statusIds }),
    ...(everyJob && { everyJob }),
  }
  const answer = (await callControl(flags, 'POST', '/events/subscriptions', body)) as Subscribed
  say(flags, answer, ({ id }) => `${eventType} goes to ${url} from now on: subscription ${id}.`)
}

/** `icims-simulator events unsubscribe 2`. */
export async function unsubscribe(id: number, flags: SteerFlags): Promise<void> {
  say(flags, (await callControl(flags, 'DELETE', `/events/subscriptions/${id}`)) as Subscriptions, describeAll)
}

/** @throws UsageError for credentials that are not what they should be. */
function readAuth({ basic, hmac, oauth }: SubscribeFlags): EventAuth {
  const pair = (text: string, name: string): [string, string] => {
    const colon = text.indexOf(':')
    if (colon < 1) throw new UsageError(`--${name} takes two parts with a colon between them.`)
    return [text.slice(0, colon), text.slice(colon + 1)]
  }
  if (basic !== undefined) {
    const [username, password] = pair(basic, 'basic')
    return { type: 'basic', username, password }
  }
  if (hmac !== undefined) {
    const [user, key] = pair(hmac, 'hmac')
    return { type: 'hmac', user, key }
  }
  if (oauth === undefined) return { type: 'none' }
  try {
    return { ...JSON.parse(oauth), type: 'oauth' }
  } catch {
    throw new UsageError('--oauth takes an object in JSON with tokenUrl, clientId and clientSecret.')
  }
}

function describeCounts({ waiting, delivered, failed }: Counts): string {
  return `${waiting} waiting, ${delivered} delivered, ${failed} failed`
}

function describe({ id, at, eventType, url, state, reason, link, shown, attempts }: DescribedEvent): string {
  const more = [reason, link && `leads to ${link}`, shown && `shown: ${shown}`].filter(Boolean)
  const tries = attempts > 1 ? ` after ${attempts} sendings` : ''
  return `${id}  ${at}  ${eventType ?? 'unsubscribed'} to ${url ?? 'nobody'}: ${[`${state}${tries}`, ...more].join('; ')}`
}

function describeAttempt({ number, at, request, answer, outcome, logged }: DescribedAttempt): string {
  const headers = Object.entries(request?.headers ?? {}).map(([name, value]) => `> ${name}: ${value}`)
  const answered = answer?.headers.map(([name, value]) => `< ${name}: ${value}`) ?? []
  return [
    '',
    `Sending ${number}, ${at}: ${outcome ?? 'under way'}`,
    ...(request ? [`> POST ${request.url}`, ...headers, '>', `> ${textOf(request.body)}`] : []),
    ...(answer ? [`< ${answer.status}`, ...answered, '<', `< ${textOf(answer.body)}`] : []),
    ...(logged === null ? [] : [`Logged: ${logged}`]),
  ].join('\n')
}

function textOf({ text, base64 }: DescribedBytes): string {
  return text ?? `(base64) ${base64}`
}

function describeAll({ subscriptions }: Subscriptions): string {
  if (subscriptions.length === 0) return 'Nobody is told of anything.'
  const line = ({ id, eventType, url, auth, statuses }: Subscribed): string =>
    `${id}  ${eventType} to ${url}, ${auth.type === 'none' ? 'unsigned' : auth.type}${statuses ? `, on ${statuses.join(', ')}` : ''}`
  return subscriptions.map(line).join('\n')
}
