import type { Simulator } from '../index.ts'

/** How often its people do what has become due, in milliseconds of real time, and how many things at a time. */
const period = 200
const mostAtOnce = 100

/**
 * Lets the tenants of a simulator live as their clocks run, though nobody calls: a little at a time, so that no request waits.
 *
 * @returns what ends it.
 */
export function keepAlive(simulator: Simulator, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    for (const { tenant } of simulator.list()) {
      try {
        tenant.timeline.catchUp(mostAtOnce)
      } catch (error) {
        onError(error)
      }
    }
  }, period)
  return () => clearInterval(timer)
}
