import type { Random } from '../seed/random.ts'

/**
 * Exponentially distributed, of mean 1: how long until the next of many independent things. By von Neumann's method, which
 * only compares numbers, so that no machine's logarithm can make a difference.
 */
export function exponential(random: Random): number {
  for (let whole = 0; ; whole++) {
    const first = random.next()
    let last = first
    let falling = 1
    for (let next = random.next(); next <= last; next = random.next()) {
      last = next
      falling += 1
    }
    if (falling % 2 === 1) return whole + first
  }
}

/** How many of many independent things happen where `mean` do on average. */
export function howMany(random: Random, mean: number): number {
  let count = 0
  for (let sum = exponential(random); sum < mean; sum += exponential(random)) count += 1
  return count
}

/** One of them, each as likely as its share says. */
export function pickByShare<T extends { share: number }>(random: Random, items: readonly T[]): T {
  let left = random.next() * items.reduce((sum, { share }) => sum + share, 0)
  return items.find(({ share }) => {
    left -= share
    return left < 0
  }) as T
}
