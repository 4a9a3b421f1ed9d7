import { createServer } from 'node:net'
import { createSimulator } from '../../simulator/index.ts'
import { moveCandidate } from '../../simulator/profiles/arrange.ts'
import { atMost, median, type Part, type Row } from './report.ts'

const rounds = 400
const burst = 2_000

/** From the commit of a move to the first byte of its event at the partner, who is idle otherwise; and a burst of them. */
export const events: Part = {
  name: 'events',
  async run() {
    let arrived = (): void => undefined
    const partner = createServer((socket) => {
      socket.once('data', () => {
        arrived()
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      })
      socket.on('error', () => socket.destroy())
    })
    await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(partner.address() as { port: number }).port}/`
    const subscription = {
      eventType: 'WorkFlowStatusChangeEvent',
      url,
      auth: { type: 'hmac', user: 'u', key: 'k' },
    } as const
    const simulator = await createSimulator({ people: 300, tenant: { events: [subscription] } })
    const workflows = [...simulator.tenant.store.each('applicantworkflow')].map(({ id }) => id)
    const statuses = simulator.tenant.config.statuses.map(({ id }) => id)
    let moves = 0
    const move = (): void => {
      const status = statuses[Math.floor(moves / workflows.length) % statuses.length]!
      moveCandidate(simulator.tenant, workflows[moves % workflows.length]!, status)
      moves += 1
    }
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const here = new Promise<void>((resolve) => {
        arrived = resolve
      })
      const told = simulator.tenant.outbox.list({ limit: 1 })[0]?.id
      move()
      const before = performance.now()
      if (simulator.tenant.outbox.list({ limit: 1 })[0]?.id === told) continue
      await here
      times.push(performance.now() - before)
      await simulator.delivered()
    }
    arrived = () => undefined
    const before = performance.now()
    for (let made = 0; made < burst; made++) move()
    await simulator.delivered()
    const pace = burst / ((performance.now() - before) / 1_000)
    await simulator.close()
    partner.close()
    return rows(times, pace)
  },
}

function rows(times: readonly number[], pace: number): Row[] {
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
  return [
    atMost(
      'from commit to first byte out, p50',
      median(times),
      20,
      'ms',
      `p95 ${p95.toFixed(1)} ms, ${times.length} events`,
    ),
    atMost('a burst, per event', 1_000 / pace, 20, 'ms', `${Math.round(pace)} moves told and answered a second`),
  ]
}
