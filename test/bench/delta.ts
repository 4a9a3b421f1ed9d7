import { createConnector } from '../../connector/index.ts'
import { createFrozenClock, createSimulator } from '../../simulator/index.ts'
import { atMost, type Part } from './report.ts'

const people = 100_000
const changes = 10
const models = 3

/** A delta sync after a few changes in a big tenant. In process: what counts is the calls. */
export const delta: Part = {
  name: 'delta',
  async run() {
    const clock = createFrozenClock()
    await using simulator = await createSimulator({ people, clock })
    const { customerId, users } = simulator.coordinates
    const { username, password } = users[1]!
    const authorization = `Basic ${btoa(`${username}:${password}`)}`
    await using connector = await createConnector({
      apiKey: 'key',
      clock: { now: () => new Date(clock.now()), sleep: async () => {} },
      fetch: async (input, init) => simulator.fetch(new Request(input, init)),
      integrations: [
        {
          customerId: String(customerId),
          baseUrl: 'https://api.icims.com',
          auth: { type: 'basic', username, password },
        },
      ],
    })
    const [integration] = await connector.integrations()
    const full = await connector.sync(integration!.id, { type: 'FULL' })
    // The story ends on the first day; a day later none of it is within reach of the next window.
    clock.advance(86_400_000)
    await connector.sync(integration!.id, { type: 'DELTA' })
    clock.advance(86_400_000)
    for (let i = 0; i < changes; i++) {
      const address = `https://api.icims.com/customers/${customerId}/people/${5_000 + i * 1_000}`
      const headers = { authorization, 'content-type': 'application/json' }
      const body = JSON.stringify({ firstname: `Changed ${i}` })
      const response = await simulator.fetch(new Request(address, { method: 'PATCH', headers, body }))
      if (response.status !== 204) throw new Error(`The change answered ${response.status}.`)
    }
    clock.advance(86_400_000)
    const { state, calls, counts } = await connector.sync(integration!.id, { type: 'DELTA' })
    const { changed } = counts.ats_candidates
    if (state !== 'SUCCEEDED' || changed !== changes) throw new Error(`The delta ${state} with ${changed} changes.`)
    const detail = `the full sync made ${full.calls}`
    return [atMost(`calls of a delta after ${changes} changes`, calls, changes + 3 * models, 'calls', detail)]
  },
}
