import { createSimulator } from '../../simulator/index.ts'
import type { Part, Row } from './report.ts'

/** How many people, how many days are lived before and while it is measured, and how many a second there should be. */
const tenants = [
  { people: 300, before: 30, days: 60, least: 50 },
  { people: 100_000, before: 14, days: 10, least: 2 },
]

/** Simulated days of life a second, once what the seed left waiting is worked off. */
export const life: Part = {
  name: 'life',
  async run() {
    const rows: Row[] = []
    for (const { people, before, days, least } of tenants) {
      await using simulator = await createSimulator({ people, life: true })
      simulator.advance(`${before}d`)
      const { log } = simulator.tenant.life!
      const first = log.last
      const start = performance.now()
      simulator.advance(`${days}d`)
      const seconds = (performance.now() - start) / 1_000
      const [speed, happened] = [days / seconds, log.last - first]
      const detail = `${Math.round(happened / days)} events a day, ${Math.round(happened / seconds)} a second`
      rows.push({
        what: `life of ${people} people`,
        value: `${Number(speed.toFixed(2))} days a second (${detail})`,
        target: `at least ${least} days a second`,
        met: speed >= least,
      })
    }
    return rows
  },
}
