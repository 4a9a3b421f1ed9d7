import { Hono } from 'hono'
import type { Clock } from '../clock.ts'
import { isSame } from '../is-same.ts'
import { findOrder } from '../store/assessment-orders.ts'
import { getIntegration, type Integration } from '../store/integration.ts'
import { addReceivedEvent } from '../store/received-events.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { EventError, renderEventError } from './errors.ts'
import { type EventAuth, readEventAuth } from './event-auth.ts'
import { makeToken, tokenLifetime } from './event-token.ts'
import { decodeIcimsEvent, type IcimsEvent } from './icims-event.ts'
import { readEventBody, readLimited } from './read-body.ts'
import { verifyEvent } from './verify.ts'

/** What the end of an application is answered with: the page on which the candidate goes on, or nothing. */
export type OnApplicationComplete = (integration: Integration, event: IcimsEvent) => Promise<string | undefined>

/** What events are received with. */
export type EventsAppOptions = {
  store: Store
  vault: Vault
  clock: Clock
  onApplicationComplete: OnApplicationComplete
  /** Told of every event that is kept and waits to be worked on. */
  onReceived(): void
  /** Told of every event that was refused, and why. */
  onRefused?: (message: string) => void
  onInternalError?: (error: unknown) => void
}

/** Where the events of an integration go, after the connector's own address. */
export function eventPath(integrationId: string): string {
  return `/icims/events/${integrationId}`
}

/**
 * Takes the events that iCIMS sends. Each is written down before it is answered, and worked on afterwards; only the end of
 * an application has an answer that needs work first. A candidate who has done an assessment may come back through here, too.
 */
export function createEventsApp(options: EventsAppOptions): Hono {
  const { store, clock, onApplicationComplete, onReceived, onRefused, onInternalError } = options
  const app = new Hono().basePath('/icims/events/:integration')
  app.onError((error, context) => {
    if (error instanceof EventError) {
      onRefused?.(oneLine(`${context.req.path}: ${error.status}, ${error.detail}`))
      return renderEventError(error)
    }
    onInternalError?.(error)
    return renderEventError(new EventError(503, 'The event could not be taken now. Please try again.'))
  })
  app.post('/', async (context) => {
    const { integration, auth } = await find(context.req.param('integration'), options)
    const request = context.req.raw
    const body = await readEventBody(request)
    verifyEvent(request, body, auth, clock.now().getTime())
    const { id, customerId, baseUrl } = integration
    const text = Buffer.from(body.json).toString('utf8')
    const event = decodeIcimsEvent(text, `${baseUrl.replace(/\/+$/, '')}/customers/${customerId}`)
    if (event.customerId !== customerId) throw new EventError(400, 'The event is of another customer.')
    const { type, subject } = event
    await addReceivedEvent(store, { integrationId: id, type, subject, body: text }, clock.now().toISOString())
    onReceived()
    const isEnd = type === 'AssessmentEvent' || type === 'ApplicationCompletedEvent'
    const page = isEnd ? await onApplicationComplete(integration, event) : undefined
    return page === undefined ? context.body(null, 200) : context.redirect(page, 303)
  })
  app.get('/return/:order', async (context) => {
    const { integration, order } = context.req.param()
    const found = await findOrder(store, integration, order)
    if (found?.returnUrl == null) return context.text('There is nothing to return to.', 404)
    return context.redirect(found.returnUrl, 303)
  })
  app.post('/token', async (context) => {
    const { auth } = await find(context.req.param('integration'), options)
    const given = await credentialsOf(context.req.raw)
    if (auth.type !== 'oauth' || !isClient(auth, given)) {
      return context.json({ error: 'invalid_client' }, 401)
    }
    const token = makeToken(auth, clock.now().getTime())
    return context.json({ access_token: token, token_type: 'Bearer', expires_in: tokenLifetime }, 200, {
      'cache-control': 'no-store',
    })
  })
  return app
}

/** @throws EventError when there is none that takes events. */
async function find(
  id: string,
  { store, vault }: EventsAppOptions,
): Promise<{ integration: Integration; auth: EventAuth }> {
  const integration = await getIntegration(store, id)
  const auth = integration === undefined ? undefined : await readEventAuth(store, vault, id)
  // Which of them are there is nobody's business: an address without an integration answers like a wrong sign-in.
  if (integration === undefined || auth === undefined) {
    throw new EventError(401, 'The event was not accepted: its sign-in is wrong.')
  }
  if (!integration.enabled) throw new EventError(503, 'The integration is paused.')
  return { integration, auth }
}

/** Client id and secret, from the form or from Basic: iCIMS was not seen to ask for a token, so either will do. */
async function credentialsOf(request: Request): Promise<{ clientId: string; clientSecret: string }> {
  const [, basic] = /^Basic (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
  if (basic !== undefined) {
    const [clientId = '', ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':')
    return { clientId, clientSecret: rest.join(':') }
  }
  const form = new URLSearchParams(Buffer.from(await readLimited(request)).toString('utf8'))
  return { clientId: form.get('client_id') ?? '', clientSecret: form.get('client_secret') ?? '' }
}

function isClient(auth: Extract<EventAuth, { type: 'oauth' }>, given: { clientId: string; clientSecret: string }) {
  return [isSame(auth.clientId, given.clientId), isSame(auth.clientSecret, given.clientSecret)].every(Boolean)
}

/** Much of it was written by whoever sent the event: no line of a log is to be made up by them. */
function oneLine(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 400)
}
