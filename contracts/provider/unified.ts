import { type Connector, createConnector } from '../../connector/index.ts'
import { createSimulator, defaultCoordinates, type Simulator } from '../../simulator/index.ts'
import { contractCustomer } from '../states.ts'
import { contractApi } from '../unified-states.ts'
import { listenTo } from './listen-to.ts'
import type { Provider } from './provider.ts'
import { findUnfit } from './unified-document.ts'
import { unifiedStateHandlers } from './unified-states.ts'

/** What a state works on: a simulated tenant, and a connector that reads it. */
export type UnifiedPair = { simulator: Simulator; connector: Connector; integrationId: string }

/** The connector's API over a simulated tenant, both made anew for each interaction. */
export async function openUnified(): Promise<Provider> {
  const defects: unknown[] = []
  const onInternalError = (error: unknown): void => void defects.push(error)
  const simulator = await createSimulator({
    people: 0,
    coordinates: { customerId: contractCustomer, users: defaultCoordinates.users },
    onInternalError,
  })
  let pair: UnifiedPair | undefined
  let isBroken = false
  const problems: string[] = []
  const server = await listenTo(async (request) => {
    const { method, url } = request
    const answer = await pair!.connector.fetch(request)
    const unfit = await findUnfit({ method, url }, answer)
    if (unfit !== undefined) problems.push(unfit)
    return answer
  })
  const drop = async (): Promise<void> => {
    // A store that is broken on purpose makes one error, which is what the contract is about.
    if (!isBroken) problems.push(...defects.map((error) => `The connector has a defect: ${error}`))
    defects.length = 0
    await pair?.connector.close()
    pair = undefined
  }
  return {
    baseUrl: server.baseUrl,
    states: Object.fromEntries(
      Object.entries(unifiedStateHandlers).map(([name, handle]) => [
        name,
        async (parameters) => {
          isBroken = name === 'a broken store'
          await (handle as (...args: unknown[]) => unknown)(pair!, parameters)
        },
      ]),
    ),
    async reset() {
      await drop()
      simulator.reset()
      pair = {
        simulator,
        connector: await connect(simulator, onInternalError),
        integrationId: contractApi.integrationId,
      }
    },
    problems: () => problems,
    async close() {
      await drop()
      await server.close()
      await simulator.close()
    },
  }
}

function connect(simulator: Simulator, onInternalError: (error: unknown) => void): Promise<Connector> {
  const { username, password } = simulator.coordinates.users.find((user) => user.username === 'connector')!
  return createConnector({
    apiKey: contractApi.key,
    encryptionKey: '0123456789abcdef'.repeat(4),
    database: 'memory',
    clock: { now: () => new Date(simulator.tenant.clock.now()), sleep: async () => {} },
    random: () => 0.5,
    fetch: async (input, init) => simulator.fetch(new Request(input, init)),
    onInternalError,
    integrations: [
      {
        id: contractApi.integrationId,
        customerId: String(contractCustomer),
        baseUrl: 'https://api.icims.com',
        auth: { type: 'basic', username, password },
        settings: { portals: [{ id: '1', visibility: 'PUBLIC' }], screeningForm: 'Application_Questions' },
      },
    ],
  })
}
