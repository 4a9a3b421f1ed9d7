import { createSimulator, defaultCoordinates } from '../../simulator/index.ts'
import { listen } from '../../simulator/server.ts'
import { contractCustomer, contractUser } from '../states.ts'
import type { Provider } from './provider.ts'
import { stateHandlers } from './states.ts'

/** What the tenant is called with, where that is not what our own contracts say. */
export type IcimsOptions = { customerId?: number; clientId?: string; clientSecret?: string }

/** The simulator as the iCIMS API: a tenant without rows, on a port of its own. */
export async function openIcims(options: IcimsOptions = {}): Promise<Provider & { baseUrl: string }> {
  const { customerId = contractCustomer, ...client } = options
  // A small quota, so that using it up takes no time.
  const users = defaultCoordinates.users.map((user) => ({
    ...user,
    ...(user.username === contractUser.username && client),
    quota: 1_000,
  }))
  const defects: unknown[] = []
  const simulator = await createSimulator({
    people: 0,
    strict: true,
    coordinates: { customerId, users },
    onInternalError: (error) => defects.push(error),
  })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const unfit: string[] = []
  const note = (): void => {
    // A state that makes calls fail, and none did: the contract would hold without it.
    unfit.push(...simulator.tenant.faults.unused())
    for (const { notes } of simulator.tenant.journal.entries({ note: 'answer-not-in-document' })) {
      unfit.push(...notes.map(({ subject, reason }) => `${subject}: ${reason}`))
    }
  }
  return {
    baseUrl: server.baseUrl,
    states: Object.fromEntries(
      Object.entries(stateHandlers).map(([name, handle]) => [
        name,
        (parameters) => (handle as (...args: unknown[]) => unknown)(simulator, parameters),
      ]),
    ),
    reset() {
      note()
      simulator.reset()
    },
    problems: () => [...unfit, ...defects.map((error) => `The simulator has a defect: ${error}`)],
    async close() {
      note()
      await server.close()
      await simulator.close()
    },
  }
}
