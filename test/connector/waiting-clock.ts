import type { Clock } from '../../connector/clock.ts'

/** A clock that stands still until it is told to go on; who sleeps wakes when the time has come. */
export type WaitingClock = Clock & {
  /** Goes on, waking each sleeper at its moment, and lets what wakes run until it sleeps again. */
  advance(milliseconds: number): Promise<void>
  /** Goes on to the moment of the sleeper who wakes first; not at all while nobody sleeps. */
  step(): Promise<void>
}

type Sleeper = { at: number; wake(): void }

export function createWaitingClock(start: string): WaitingClock {
  let now = Date.parse(start)
  const sleepers = new Set<Sleeper>()
  const next = async (): Promise<Sleeper | undefined> => {
    await settle()
    return [...sleepers].sort((one, other) => one.at - other.at)[0]
  }
  const wake = (sleeper: Sleeper): void => {
    now = Math.max(now, sleeper.at)
    sleepers.delete(sleeper)
    sleeper.wake()
  }
  return {
    now: () => new Date(now),
    sleep(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        const sleeper = { at: now + milliseconds, wake: resolve }
        const stop = (): void => {
          sleepers.delete(sleeper)
          reject(signal?.reason)
        }
        if (signal?.aborted) return stop()
        signal?.addEventListener('abort', stop, { once: true })
        sleepers.add(sleeper)
      })
    },
    async advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const first = await next()
        if (first === undefined || first.at > end) break
        wake(first)
      }
      now = end
    },
    async step() {
      const first = await next()
      if (first !== undefined) wake(first)
    },
  }
}

/** Lets everything that can run do so: databases answer in a turn of the loop or a few. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve))
}
