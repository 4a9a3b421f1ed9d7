/** The connector's time, so that tests need not wait. */
export type Clock = {
  now(): Date
  /** Resolves after so many milliseconds, or rejects as soon as the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer)
        reject(signal?.reason)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }, milliseconds)
      if (signal?.aborted) stop()
      else signal?.addEventListener('abort', stop, { once: true })
    }),
}

/** The machine's own chance, from 0 to 1. */
export const systemRandom = (): number => Math.random()
