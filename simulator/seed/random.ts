/** A stream of random choices. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** True once in `1 / share` times. */
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** So many different items, in random order; all of them where there are no more. */
  some<T>(items: readonly T[], count: number): T[]
}

/** The stream named by these words: the same words always give the same choices, whatever was drawn before. */
export function createRandom(...words: readonly (string | number)[]): Random {
  let state = hash(words.join('\u0000'))
  const next = (): number => {
    // mulberry32: small, quick, and even enough for made-up people.
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(items: readonly T[]): T => items[int(0, items.length - 1)]!
  return {
    next,
    int,
    pick,
    chance: (share) => next() < share,
    some(items, count) {
      const rest = items.slice()
      const taken: (typeof items)[number][] = []
      while (taken.length < count && rest.length > 0) taken.push(rest.splice(int(0, rest.length - 1), 1)[0]!)
      return taken
    },
  }
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}
