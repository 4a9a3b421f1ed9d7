import { createSimulator, defaultCoordinates } from '../../simulator/index.ts'
import { contractCustomer } from '../states.ts'
import { eventStateHandlers } from './event-states.ts'
import type { Message, Provider } from './provider.ts'

/** The simulator as the sender of events: what its courier would put on the wire is kept, and given to the verifier. */
export async function openEvents(): Promise<Provider> {
  const problems: string[] = []
  let sent: Message[] = []
  const simulator = await createSimulator({
    people: 0,
    coordinates: { customerId: contractCustomer, users: defaultCoordinates.users },
    deliver: async (request) => {
      const contentType = request.headers.get('content-type') ?? ''
      sent.push({ body: await request.json(), metadata: { contentType } })
      return new Response(null, { status: 200 })
    },
    onUndelivered: (message) => problems.push(message),
    onInternalError: (error) => problems.push(`The simulator has a defect: ${error}`),
  })
  return {
    states: Object.fromEntries(
      Object.entries(eventStateHandlers).map(([name, handle]) => [
        name,
        async (parameters) => {
          ;(handle as (...args: unknown[]) => unknown)(simulator, parameters)
          await simulator.delivered()
        },
      ]),
    ),
    message() {
      const [only, ...others] = sent
      if (only === undefined) throw new Error('Nothing was sent.')
      if (others.length > 0) throw new Error(`${others.length + 1} events were sent.`)
      return only
    },
    reset() {
      sent = []
      simulator.reset()
    },
    problems: () => problems,
    close: () => simulator.close(),
  }
}
