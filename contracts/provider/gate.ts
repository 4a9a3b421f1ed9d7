/** A place that calls pass by one, unless it is shut. */
export type Gate = {
  /** Waits while it is shut. */
  pass(): Promise<void>
  /** @returns when the first one waits. */
  shut(): Promise<void>
  /** Lets all pass, who wait and who come. */
  open(): void
}

export function openGate(): Gate {
  let waiting: { until: Promise<void>; arrived: () => void; open: () => void } | undefined
  return {
    async pass() {
      waiting?.arrived()
      await waiting?.until
    },
    shut() {
      const { promise: until, resolve: open } = Promise.withResolvers<void>()
      const { promise, resolve: arrived } = Promise.withResolvers<void>()
      waiting = { until, arrived, open }
      return promise
    },
    open() {
      waiting?.open()
      waiting = undefined
    },
  }
}
