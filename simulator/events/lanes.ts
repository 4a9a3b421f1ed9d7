/** Jobs in lanes: those of one lane one after the other, those of different lanes side by side, up to a limit. */
export type Lanes = {
  add(lane: string, id: number): void
  /** Nothing waits any more; what is under way goes on. */
  clear(): void
  /** Starts as many as there is room for. */
  run(): void
  readonly isIdle: boolean
}

/**
 * @param limit how many run at once.
 * @param work one job; it must not fail.
 * @param onIdle told when the last one is done.
 */
export function createLanes(limit: number, work: (id: number) => Promise<void>, onIdle: () => void): Lanes {
  const waiting = new Map<string, number[]>()
  const busy = new Set<string>()
  /** Lanes with something to do and nothing under way, in the order they became so. */
  const ready = new Set<string>()

  const start = async (lane: string): Promise<void> => {
    const queue = waiting.get(lane)!
    const id = queue.shift()!
    if (queue.length === 0) waiting.delete(lane)
    ready.delete(lane)
    busy.add(lane)
    await work(id)
    busy.delete(lane)
    if (waiting.has(lane)) ready.add(lane)
    run()
    if (isIdle()) onIdle()
  }

  const isIdle = (): boolean => waiting.size === 0 && busy.size === 0

  const run = (): void => {
    for (const lane of ready) {
      if (busy.size >= limit) return
      void start(lane)
    }
  }

  return {
    add(lane, id) {
      const queue = waiting.get(lane)
      if (queue === undefined) waiting.set(lane, [id])
      else queue.push(id)
      if (!busy.has(lane)) ready.add(lane)
    },
    clear() {
      waiting.clear()
      ready.clear()
    },
    run,
    get isIdle() {
      return isIdle()
    },
  }
}
