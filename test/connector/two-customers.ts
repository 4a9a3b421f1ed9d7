import type { Dialect } from 'kysely'
import { type Connector, type ConnectorOptions, integrationIdOf } from '../../connector/index.ts'
import { defaultCoordinates } from '../../simulator/tenant/coordinates.ts'
import { createConnector } from '../connector.ts'
import { encryptionKey } from '../pair.ts'
import { asFetch, createTenant, icimsOrigin } from '../tenant.ts'

/** One customer of the two: its integration, and calls of the unified API with a key of its environment. */
export type Customer = {
  integrationId: string
  keyId: string
  key: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
  api(path: string, init?: RequestInit): Promise<{ status: number; body: any }>
}

/** Two customers in two environments of one connector. Their iCIMS have the same ids and other people. */
export async function createTwoCustomers(database: string | Dialect, options: Partial<ConnectorOptions> = {}) {
  const one = await createTenant({ people: 24, seed: 'one' })
  const two = await createTenant({
    people: 24,
    seed: 'two',
    coordinates: { ...defaultCoordinates, customerId: 5678 },
  })
  const connector = await createConnector({
    database,
    encryptionKey,
    clock: { now: () => new Date(one.tenant.clock.now()), sleep: async () => {} },
    random: () => 0.5,
    fetch: asFetch((request) => (request.url.includes('/customers/5678/') ? two : one).fetch(request)),
    ...options,
  })
  const customers: Customer[] = []
  for (const [simulator, environmentId] of [
    [one, 'production'],
    [two, 'staging'],
  ] as const) {
    const { customerId, users } = simulator.coordinates
    const { username, password } = users[1]!
    const input = { customerId: String(customerId), baseUrl: icimsOrigin, environmentId }
    const auth = { type: 'basic', username, password } as const
    await connector.administration.addIntegration({ ...input, auth })
    const { id: keyId, key } = await connector.administration.createApiKey({ environmentId, name: environmentId })
    const integrationId = integrationIdOf({ ...input, auth })
    customers.push({ integrationId, keyId, key, api: (path, init) => call(connector, key, integrationId, path, init) })
  }
  const dispose = async (): Promise<void> => {
    await connector.close()
    await one.close()
    await two.close()
  }
  return { connector, one: customers[0]!, two: customers[1]!, [Symbol.asyncDispose]: dispose }
}

/** Calls the unified API of a connector with a key and the id of an integration. */
export async function call(
  connector: Connector,
  key: string,
  integrationId: string,
  path: string,
  init: RequestInit = {},
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
): Promise<{ status: number; body: any }> {
  const headers = { authorization: `Bearer ${key}`, 'x-integration-id': `icims:${integrationId}`, ...init.headers }
  const answer = await connector.fetch(new Request(`http://127.0.0.1/v1${path}`, { ...init, headers }))
  return { status: answer.status, body: await answer.json() }
}
