import { fileURLToPath } from 'node:url'
import { Matchers, Pact, SpecificationVersion } from '@pact-foundation/pact'
import type { IcimsEventType } from '../../../connector/events/icims-event.ts'
import { createConnector } from '../../../connector/index.ts'
import type { EventStateName, EventStates } from '../../event-states.ts'
import { contractCustomer } from '../../states.ts'

/** The contract between the events of iCIMS and the connector that receives them. */
const pact = new Pact({
  consumer: 'icims-connector',
  provider: 'icims-events',
  dir: process.env.ICIMS_PACTS ?? fileURLToPath(new URL('../../reports', import.meta.url)),
  spec: SpecificationVersion.SPECIFICATION_VERSION_V4,
  logLevel: 'error',
})

/** Package of the assessment that the connector under contract offers, and where it sends candidates. */
export const offered = 'Numerical Reasoning'
const candidateUrl = 'https://vendor.example.com/start?back={return_url}'

const origin = 'https://api.icims.com'
const secret = 'a secret of events'

/** How the connector took an event: its answer, and what it kept. */
export type Taken = { status: number; location: string | null; kept: { type: string; subject: string }[] }

/** Starts a message from what happened. */
export function given<Name extends EventStateName>(state: Name, parameters: EventStates[Name]) {
  return pact.addAsynchronousInteraction().given(state, parameters)
}

/** What every event says: its type, its customer and what it is about, as texts. */
export function about(eventType: IcimsEventType, systemId: number) {
  return { eventType, customerId: String(contractCustomer), systemId: String(systemId) }
}

/** Links of an event, others aside; these lead where they say. */
export function links(...named: (readonly [rel: string, path: string])[]) {
  return Matchers.arrayContaining(
    ...named.map(([rel, path]) => ({ rel, url: `${origin}/customers/${contractCustomer}/${path}` })),
  )
}

/**
 * The connector's real receiver takes an event, signed in with Basic.
 *
 * @param icims answers the connector's calls to iCIMS by their paths below the customer.
 */
export async function take(contents: unknown, icims: Readonly<Record<string, unknown>> = {}): Promise<Taken> {
  const connector = await createConnector({
    apiKey: 'contract-key',
    encryptionKey: '0123456789abcdef'.repeat(4),
    database: 'memory',
    clock: { now: () => new Date('2026-01-15T15:00:00Z'), sleep: async () => {} },
    random: () => 0.5,
    fetch: async (input) => {
      const [, path] = new URL(String(input instanceof Request ? input.url : input)).pathname.split(
        `/${contractCustomer}/`,
      )
      const body = icims[path ?? '']
      return body === undefined ? new Response(null, { status: 404 }) : Response.json(body)
    },
    integrations: [
      {
        customerId: String(contractCustomer),
        baseUrl: origin,
        auth: { type: 'basic', username: 'connector', password: 'connector-password' },
        settings: { assessment: { candidateUrl } },
      },
    ],
  })
  try {
    const [integration] = await connector.integrations()
    const { id } = integration!
    await offerPackage(connector.fetch, id)
    const { path, name } = await connector.administration.acceptEvents(id, { type: 'basic', secret })
    const authorization = `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`
    const answer = await connector.fetch(
      new Request(`https://connector.example.com${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(contents),
      }),
    )
    const kept = await connector.administration.listEvents()
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      kept: kept.map(({ type, subject }) => ({ type, subject })),
    }
  } finally {
    await connector.close()
  }
}

async function offerPackage(fetch: (request: Request) => Promise<Response>, integrationId: string): Promise<void> {
  const packages = [{ id: 'nr', type: 'SKILLS_TEST', name: offered, description: '' }]
  const answer = await fetch(
    new Request('https://connector.example.com/v1/assessment/packages', {
      method: 'PUT',
      headers: {
        authorization: 'Bearer contract-key',
        'x-integration-id': `icims:${integrationId}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ packages }),
    }),
  )
  if (answer.status !== 200) throw new Error(`The package was answered with ${answer.status}.`)
}
