import { type Connector, createConnector } from '../../connector/index.ts'
import { createSimulator, defaultCoordinates, type Simulator } from '../../simulator/index.ts'
import { contractCustomer } from '../states.ts'
import { contractApi } from '../unified-states.ts'
import { type Gate, openGate } from './gate.ts'
import { listenTo } from './listen-to.ts'
import type { Provider } from './provider.ts'
import { findUnfit } from './unified-document.ts'
import { unifiedStateHandlers } from './unified-states.ts'

/** What a state works on: a simulated tenant, and a connector that reads it. */
export type UnifiedPair = {
  simulator: Simulator
  connector: Connector
  integrationId: string
  /** Calls the unified API as the app of the contract does; `path` comes after `/v1`. */
  call(method: string, path: string, body?: unknown): Promise<Response>
  /** Keeps the connector's next calls to iCIMS waiting until the state is over. @returns when the first one waits. */
  hold(): Promise<void>
}

type Held = UnifiedPair & { gate: Gate }

/** The connector's API over a simulated tenant, both made anew for each interaction. */
export async function openUnified(): Promise<Provider> {
  const defects: unknown[] = []
  const onInternalError = (error: unknown): void => void defects.push(error)
  const problems: string[] = []
  let pair: Held | undefined
  const simulator = await createSimulator({
    people: 0,
    strict: true,
    coordinates: { customerId: contractCustomer, users: defaultCoordinates.users },
    deliver: (request) => pair!.connector.fetch(request),
    onUndelivered: (message) => problems.push(message),
    onInternalError,
  })
  let isBroken = false
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
    problems.push(...simulator.tenant.faults.unused())
    for (const { notes } of simulator.tenant.journal.entries({ note: 'answer-not-in-document' })) {
      problems.push(...notes.map(({ subject, reason }) => `${subject}: ${reason}`))
    }
    pair?.gate.open()
    await pair?.connector.close()
    pair = undefined
  }
  return {
    baseUrl: server.baseUrl,
    states: Object.fromEntries(
      Object.entries(unifiedStateHandlers).map(([name, handle]) => [
        name,
        async (parameters) => {
          isBroken ||= name === 'a broken store'
          return (handle as (...args: unknown[]) => unknown)(pair!, parameters)
        },
      ]),
    ),
    async reset() {
      await drop()
      isBroken = false
      simulator.reset()
      pair = await createHeld(simulator, onInternalError)
    },
    problems: () => problems,
    async close() {
      await drop()
      await server.close()
      await simulator.close()
    },
  }
}

async function createHeld(simulator: Simulator, onInternalError: (error: unknown) => void): Promise<Held> {
  const gate = openGate()
  const connector = await connect(simulator, gate, onInternalError)
  const { key, integrationId } = contractApi
  return {
    simulator,
    connector,
    integrationId,
    gate,
    call(method, path, body) {
      const headers = { authorization: `Bearer ${key}`, 'x-integration-id': `icims:${integrationId}` }
      const json = body === undefined ? {} : { body: JSON.stringify(body) }
      const type = { 'content-type': 'application/json' }
      const init = { method, headers: { ...headers, ...(body !== undefined && type) }, ...json }
      return connector.fetch(new Request(`https://connector.example.com/v1${path}`, init))
    },
    hold: gate.shut,
  }
}

function connect(simulator: Simulator, gate: Gate, onInternalError: (error: unknown) => void): Promise<Connector> {
  const { username, password } = simulator.coordinates.users.find((user) => user.username === 'connector')!
  return createConnector({
    apiKey: contractApi.key,
    encryptionKey: '0123456789abcdef'.repeat(4),
    database: 'memory',
    clock: { now: () => new Date(simulator.tenant.clock.now()), sleep: async () => {} },
    random: () => 0.5,
    fetch: async (input, init) => {
      await gate.pass()
      return simulator.fetch(new Request(input, init))
    },
    // One action takes every place there is.
    limits: { concurrentActions: 1 },
    onInternalError,
    integrations: [
      {
        id: contractApi.integrationId,
        customerId: String(contractCustomer),
        baseUrl: 'https://api.icims.com',
        auth: { type: 'basic', username, password },
        settings: {
          portals: [{ id: '1', visibility: 'PUBLIC' }],
          screeningForm: 'Application_Questions',
          assessment: { candidateUrl: 'https://vendor.example.com/start?order={order_id}&back={return_url}' },
        },
      },
    ],
  })
}
