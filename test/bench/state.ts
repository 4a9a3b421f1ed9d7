import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSimulator, type Simulator } from '../../simulator/index.ts'
import { atMost, median, type Part } from './report.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const changed = 10_000
const requests = 200_000

/** Reset of a tenant with many changed records, and memory over many requests. In process. */
export const state: Part = {
  name: 'state',
  async run() {
    await using simulator = await createSimulator({ people: changed })
    const times: number[] = []
    for (let round = 0; round < 5; round++) {
      for (let id = 1; id <= changed; id++)
        await call(simulator, 'PATCH', `/people/${id}`, { firstname: `New ${round}` })
      const before = performance.now()
      simulator.reset()
      times.push(performance.now() - before)
    }
    const early = await memoryAfter(simulator, requests / 10)
    const half = await memoryAfter(simulator, (requests / 10) * 4)
    const late = await memoryAfter(simulator, requests / 2)
    const detail = `${early.process} MB after a tenth of them, ${half.process} after half, ${late.process} after all`
    return [
      atMost(`reset of ${changed} changed records`, median(times), 20, 'ms'),
      atMost(`memory held after ${requests} requests`, late.held / early.held, 1.1, '× that after a tenth of them'),
      atMost(
        `resident memory after ${requests} requests`,
        late.process / half.process,
        1.1,
        '× that after half of them',
        detail,
      ),
    ]
  },
}

/**
 * What is held once the garbage is collected, in bytes, and what the process has of the machine, in MB. The second goes up to a
 * plateau, since V8 keeps the pages it once filled with garbage; 1,000,000 requests take no more than 150,000.
 */
async function memoryAfter(simulator: Simulator, count: number): Promise<{ held: number; process: number }> {
  for (let i = 0; i < count; i++) {
    const id = 1 + (i % changed)
    if (i % 20 === 0) await call(simulator, 'PATCH', `/people/${id}`, { lastname: `Name ${i}` })
    else if (i % 20 === 1) await call(simulator, 'POST', '/search/people', byName(i))
    else await call(simulator, 'GET', `/people/${id}`)
  }
  collectGarbage()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { held: heapUsed + external, process: Math.round(rss / 1e6) }
}

function byName(i: number): object {
  return { filters: [{ name: 'person.lastname', value: [`Name ${i}`] }] }
}

async function call(simulator: Simulator, method: string, path: string, body?: object): Promise<void> {
  const { customerId, users } = simulator.coordinates
  const { username, password } = users[1]!
  const headers = { authorization: `Basic ${btoa(`${username}:${password}`)}`, 'content-type': 'application/json' }
  const request = new Request(`https://api.icims.com/customers/${customerId}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  const response = await simulator.fetch(request)
  if (response.status >= 300) throw new Error(`${method} ${path} answered ${response.status}.`)
  await response.arrayBuffer()
}
