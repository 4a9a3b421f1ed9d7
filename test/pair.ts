import type { Connector, ConnectorOptions } from '../connector/index.ts'
import type { Simulator, SimulatorOptions } from '../simulator/index.ts'
import { createConnector } from './connector.ts'
import { asFetch, callIcims, createTenant, originOf } from './tenant.ts'

/** A simulated tenant and a connector of it, in one process, without ports. */
export type Pair = {
  simulator: Simulator
  connector: Connector
  integrationId: string
  /** Calls the connector's unified API. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
  api(path: string, init?: RequestInit): Promise<{ status: number; body: any }>
  /** Calls the simulated iCIMS as its ordinary API user; `path` comes after the customer. */
  icims(method: string, path: string, body?: unknown): Promise<Response>
  [Symbol.asyncDispose](): Promise<void>
}

export const apiKey = 'test-key'
export const encryptionKey = '0123456789abcdef'.repeat(4)

/** Makes both. The connector's clock is the tenant's, and its waits pass at once. */
export async function createPair(
  options: {
    simulator?: SimulatorOptions
    connector?: Partial<ConnectorOptions>
    auth?: 'basic' | 'oauth'
    settings?: object
    /** Every call of the connector to iCIMS waits for this. */
    until?: Promise<void>
  } = {},
): Promise<Pair> {
  const simulator = await createTenant(options.simulator)
  const { customerId, users } = simulator.coordinates
  const user = users[1]!
  const auth =
    options.auth === 'oauth'
      ? ({
          type: 'oauth',
          tokenUrl: 'https://login.icims.com/oauth/token',
          clientId: user.clientId,
          clientSecret: user.clientSecret,
        } as const)
      : ({ type: 'basic', username: user.username, password: user.password } as const)
  const connector = await createConnector({
    apiKey,
    encryptionKey,
    database: 'memory',
    clock: { now: () => new Date(simulator.tenant.clock.now()), sleep: async () => {} },
    random: () => 0.5,
    fetch: asFetch(async (request) => {
      await options.until
      return simulator.fetch(request)
    }),
    integrations: [
      { customerId: String(customerId), baseUrl: originOf(simulator), auth, settings: options.settings ?? {} },
    ],
    ...options.connector,
  })
  const [integration] = await connector.integrations()
  const integrationId = integration!.id
  return {
    simulator,
    connector,
    integrationId,
    async api(path, init = {}) {
      const headers = {
        authorization: `Bearer ${apiKey}`,
        'x-integration-id': `icims:${integrationId}`,
        ...(init.headers as object),
      }
      const response = await connector.fetch(new Request(`http://127.0.0.1/v1${path}`, { ...init, headers }))
      return { status: response.status, body: await response.json() }
    },
    icims: (method, path, body) => callIcims(simulator, method, path, body),
    async [Symbol.asyncDispose]() {
      await connector.close()
      await simulator.close()
    },
  }
}
