import type { Clock } from '../clock.ts'

/** A bell: whoever waits is woken by whoever rings. */
export type Bell = { ring(): void; wait(milliseconds: number, clock: Clock, signal: AbortSignal): Promise<void> }

export function createBell(): Bell {
  let wake = (): void => {}
  return {
    ring: () => wake(),
    async wait(milliseconds, clock, signal) {
      const done = new AbortController()
      const rung = new Promise<void>((resolve) => {
        wake = resolve
      })
      const slept = clock.sleep(milliseconds, AbortSignal.any([signal, done.signal])).catch(() => {})
      await Promise.race([rung, slept])
      done.abort()
    },
  }
}
