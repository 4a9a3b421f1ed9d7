import { expect, test } from 'vitest'
import { timeUntil, workInRounds } from '../../connector/rounds.ts'

const now = Date.parse('2026-01-15T00:00:00Z')

/** Rounds that end as they are listed; the signal fires after the last one. What was waited between them, and what was told. */
async function run(ends: readonly (number | Error)[]): Promise<{ waits: number[]; errors: unknown[] }> {
  const stop = new AbortController()
  const waits: number[] = []
  const errors: unknown[] = []
  const left = [...ends]
  const clock = {
    now: () => new Date(now),
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds)
    },
  }
  await workInRounds(clock, stop.signal, {
    async round() {
      const end = left.shift()!
      if (left.length === 0) stop.abort()
      if (end instanceof Error) throw end
      return end
    },
    poll: 5_000,
    onError: (error) => errors.push(error),
  })
  return { waits, errors }
}

test('after a round that may have left something the next comes at once, after another when something is due', async () => {
  expect(await run([0, 0, 700, 0])).toEqual({ waits: [700], errors: [] })
})

test('no wait is longer than the time after which the table is looked at anyway', async () => {
  expect(await run([Number.POSITIVE_INFINITY, 9_000, 0])).toEqual({ waits: [5_000, 5_000], errors: [] })
})

test('a round that throws is told and tried again after a while', async () => {
  const away = new Error('The database is away.')
  expect(await run([away, away, 0])).toEqual({ waits: [5_000, 5_000], errors: [away, away] })
})

test('whoever waits may be woken before, and a wait that is broken off ends nothing but itself', async () => {
  const stop = new AbortController()
  let rounds = 0
  await workInRounds({ now: () => new Date(now), sleep: () => new Promise(() => {}) }, stop.signal, {
    round: async () => {
      rounds += 1
      if (rounds === 3) stop.abort()
      return 1_000
    },
    poll: 5_000,
    onError: () => {},
    rest: (_, signal) => (signal.aborted || rounds === 1 ? Promise.reject(new Error('woken')) : Promise.resolve()),
  })
  expect(rounds).toBe(3)
})

test.each([
  [undefined, Number.POSITIVE_INFINITY],
  ['2026-01-15T00:00:02.000Z', 2_000],
  ['2026-01-15T00:00:00.500Z', 1_000],
  ['2026-01-14T00:00:00.000Z', 1_000],
])('until %s it is %d milliseconds, and a second at least', (instant, milliseconds) => {
  expect(timeUntil(instant, { now: () => new Date(now), sleep: async () => {} }, 1_000)).toBe(milliseconds)
})
