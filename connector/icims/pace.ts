import type { Clock } from '../clock.ts'

/** How one call went, as far as the pace minds: answered, turned away because there are too many, or never made. */
export type TurnOutcome = 'answered' | 'refused' | 'unused'

/** Leave to make one call. */
export type Turn = {
  /** @param hold milliseconds that the server asks everybody to wait. */
  end(outcome: TurnOutcome, hold?: number): void
}

/** Lets calls out a few at a time. */
export type Pace = {
  /**
   * Waits for a turn, first come, first served; an urgent one (a search, another try) goes before the others.
   *
   * @throws the reason of the signal when it fires meanwhile.
   */
  take(isUrgent: boolean): Promise<Turn>
  /** How many calls may be under way now. */
  readonly limit: number
}

/** Calls that may be under way at first. */
const startingLimit = 2
/** How much slower the limit rises where it was too much before. */
const caution = 0.05
/** An answer is slow when it takes this many times as long as usual, and so much longer, in milliseconds. */
const slowFactor = 2
const slowMargin = 100
/** What one answer counts in the running mean, and by how much the usual time forgets the best one it has seen. */
const weight = 0.1
const forgetting = 1.001

/**
 * A limit that finds its own height: iCIMS documents none but the day's (D22). It rises by one a round while answers come as
 * fast as usual, falls by a fifth a round while they are slow, and by half when the server turns calls away (429, 503) or
 * does not answer.
 *
 * @param highest calls under way at most.
 * @param signal ends every wait.
 */
export function createPace(highest: number, clock: Clock, signal?: AbortSignal): Pace {
  let limit = Math.min(startingLimit, highest)
  let running = 0
  let started = 0
  /** Turns that began before it say nothing about the limit that was set then. */
  let cutAt = 0
  /** The limit that was too much. */
  let ceiling = Number.POSITIVE_INFINITY
  let mean: number | undefined
  let usual = Number.POSITIVE_INFINITY
  let heldUntil = 0
  let isHeld = false
  const urgent: (() => void)[] = []
  const waiting: (() => void)[] = []

  const letOut = (): void => {
    while (!isHeld && running < Math.floor(limit) && urgent.length + waiting.length > 0) {
      const hold = heldUntil - clock.now().getTime()
      if (hold > 0) {
        isHeld = true
        clock.sleep(hold, signal).then(goOn, goOn)
        return
      }
      running += 1
      ;(urgent.shift() ?? waiting.shift())?.()
    }
  }
  const goOn = (): void => {
    isHeld = false
    heldUntil = 0
    letOut()
  }
  const cut = (factor: number): void => {
    limit = Math.max(1, limit * factor)
    cutAt = started
  }
  const rise = (): void => {
    limit = Math.min(highest, limit + (limit > ceiling - 1 ? caution : 1) / limit)
    if (limit > ceiling + 1) ceiling = Number.POSITIVE_INFINITY
  }
  const measure = (milliseconds: number): boolean => {
    mean = mean === undefined ? milliseconds : mean + weight * (milliseconds - mean)
    usual = Math.min(usual * forgetting, mean)
    return mean > usual * slowFactor && mean > usual + slowMargin
  }
  const begin = (): Turn => {
    const number = ++started
    const at = clock.now().getTime()
    return {
      end(outcome, hold = 0) {
        const isFull = running >= Math.floor(limit)
        running -= 1
        const isSlow = outcome === 'answered' && measure(clock.now().getTime() - at)
        const isHeeded = number > cutAt
        if (outcome === 'refused' && isHeeded) {
          ceiling = limit
          cut(0.5)
        } else if (isSlow && isHeeded) cut(0.8)
        else if (outcome === 'answered' && isHeeded && isFull && !isSlow) rise()
        if (hold > 0) heldUntil = Math.max(heldUntil, clock.now().getTime() + hold)
        letOut()
      },
    }
  }

  return {
    take: (isUrgent) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        const queue = isUrgent ? urgent : waiting
        const leave = (): void => {
          queue.splice(queue.indexOf(go), 1)
          reject(signal?.reason)
        }
        const go = (): void => {
          signal?.removeEventListener('abort', leave)
          resolve(begin())
        }
        signal?.addEventListener('abort', leave, { once: true })
        queue.push(go)
        letOut()
      }),
    get limit() {
      return Math.floor(limit)
    },
  }
}
