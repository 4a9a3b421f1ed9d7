import { createConnector } from '../../connector/index.ts'
import { createFrozenClock, createSimulator, type Simulator } from '../../simulator/index.ts'
import { atMost, type Part } from './report.ts'

const people = 10_000
const days = 3

/** Deltas of a tenant that lives, one a day. In process: what counts is the calls. */
export const lifeDelta: Part = {
  name: 'life-delta',
  async run() {
    const clock = createFrozenClock()
    await using simulator = await createSimulator({ people, clock, life: true })
    const { customerId, users } = simulator.coordinates
    const { username, password } = users[1]!
    const asked: string[] = []
    await using connector = await createConnector({
      apiKey: 'key',
      clock: { now: () => new Date(clock.now()), sleep: async () => {} },
      async fetch(input, init) {
        asked.push(new URL(String(input)).pathname)
        return simulator.fetch(new Request(input, init))
      },
      integrations: [
        {
          customerId: String(customerId),
          baseUrl: 'https://api.icims.com',
          auth: { type: 'basic', username, password },
        },
      ],
    })
    const [integration] = await connector.integrations()
    await connector.sync(integration!.id, { type: 'FULL' })
    simulator.advance('1d')
    await connector.sync(integration!.id, { type: 'DELTA' })
    let least = 0
    let calls = 0
    let changes = 0
    for (let day = 0; day < days; day++) {
      const before = recordsOf(simulator)
      simulator.advance('1d')
      const changed = [...recordsOf(simulator)].filter(([id, text]) => before.get(id) !== text)
      asked.length = 0
      const delta = await connector.sync(integration!.id, { type: 'DELTA' })
      if (delta.state !== 'SUCCEEDED') throw new Error(delta.message ?? delta.state)
      calls += delta.calls
      changes += changed.length
      least += changed.length + pagesOf(changed.map(([id]) => id)) + locationsOf(asked)
    }
    const detail = `${calls} calls for ${changes} changed records in ${days} days`
    return [atMost('calls of a delta on a day of life beside the least possible', calls / least, 1.05, '×', detail)]
  },
}

/** Every record that the connector reads, by type and id, as it is now. */
function recordsOf({ tenant }: Simulator): Map<string, string> {
  const types = ['person', 'job', 'applicantworkflow'] as const
  return new Map(
    types.flatMap((type) =>
      [...tenant.store.each(type)].map(({ id, data }) => [`${type} ${id}`, JSON.stringify(data)]),
    ),
  )
}

/** One for each page of each search: of people, of users among them, of jobs, of workflows. A full page needs another. */
function pagesOf(changed: readonly string[]): number {
  const pages = (type: string): number => Math.floor(changed.filter((id) => id.startsWith(type)).length / 1_000) + 1
  return pages('person') + 1 + pages('job') + pages('applicantworkflow')
}

/** Where the jobs are that were read, each location once. */
function locationsOf(asked: readonly string[]): number {
  return new Set(asked.filter((path) => path.includes('/addresses/'))).size
}
