import type { Dialect } from 'kysely'
import type { EventAuthType } from '../../../connector/events/administration.ts'
import type { EventAuth, EventSubscription } from '../../../simulator/events/subscription.ts'
import { type Clock, createFrozenClock } from '../../../simulator/index.ts'
import { moveCandidate } from '../../../simulator/profiles/arrange.ts'
import { createPair, type Pair } from '../../pair.ts'
import { createReceiver, type Received } from '../webhooks/receiver.ts'

export const connectorOrigin = 'https://connector.example.com'
export const secret = 'a secret of sixteen or more'

/** A pair in which the tenant's events go to the connector. */
export type Receiving = Pair & {
  clock: Clock & { advance(milliseconds: number): void }
  /** Ids of recruiting workflows. */
  workflows: number[]
  /** A platform user moves a candidate. */
  move(workflow: number, status: string): void
  /** Lets all events arrive and be worked on. @returns how many came to their end. */
  settle(): Promise<number>
  /** What a webhook target of the connector has got since it was asked last. */
  webhooks(): Promise<Received[]>
  /** Why events were refused. */
  refused: string[]
  /** Posts an event by hand, as nobody or with these headers. */
  post(body: string | Uint8Array, headers?: Record<string, string>): Promise<Response>
}

export type ReceivingOptions = {
  type?: EventAuthType
  database?: string | Dialect
  settings?: object
  /** What the subscriptions have otherwise. */
  subscription?: Partial<EventSubscription>
  eventTypes?: readonly EventSubscription['eventType'][]
  people?: number
}

/** Syncs a tenant, lets the connector take its events, and subscribes it to them. */
export async function createReceiving(options: ReceivingOptions = {}): Promise<Receiving> {
  const { type = 'hmac', eventTypes = ['WorkFlowStatusChangeEvent'], people = 24 } = options
  const clock = createFrozenClock()
  const receiver = createReceiver()
  const refused: string[] = []
  const pair: Pair = await createPair({
    simulator: {
      people,
      clock,
      wallClock: () => clock.now(),
      deliver: (request) => pair.connector.fetch(request),
    },
    settings: options.settings ?? {},
    connector: {
      webhooks: { send: receiver.send },
      onEventRefused: (message) => refused.push(message),
      ...(options.database !== undefined && { database: options.database }),
    },
  })
  const { connector, simulator, integrationId } = pair
  await connector.sync(integrationId)
  await connector.administration.addWebhook({ url: 'https://client.example.com/hook' })
  const setup = await connector.administration.acceptEvents(integrationId, { type, secret })
  const url = `${connectorOrigin}${setup.path}`
  const auth: EventAuth =
    type === 'basic'
      ? { type, username: setup.name, password: secret }
      : type === 'hmac'
        ? { type, user: setup.name, key: secret }
        : { type, tokenUrl: `${connectorOrigin}${setup.tokenPath}`, clientId: setup.name, clientSecret: secret }
  for (const eventType of eventTypes) {
    simulator.tenant.outbox.subscribe({ eventType, url, auth, ...options.subscription })
  }
  return {
    ...pair,
    clock,
    refused,
    workflows: [...simulator.tenant.store.each('applicantworkflow')].map(({ id }) => id),
    move: (workflow, status) => moveCandidate(simulator.tenant, workflow, status),
    async settle() {
      await simulator.delivered()
      let ended = 0
      for (let more = 1; more > 0; ended += more) more = await connector.workOnEvents()
      return ended
    },
    async webhooks() {
      receiver.received.length = 0
      while ((await connector.deliverWebhooks()) > 0);
      return [...receiver.received]
    },
    post: (body, headers = {}) =>
      connector.fetch(
        new Request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: body as string,
        }),
      ),
  }
}
