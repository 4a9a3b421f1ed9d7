import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RetriableError } from '../../../connector/icims/errors.ts'
import { createRateLimitWatch } from '../../../connector/icims/rate-limit.ts'

const midnight = Date.UTC(2026, 0, 16)

/** A watch, and the headers a server would send that has `remaining` calls left. */
function watchAt(start: number, reserve: (limit: number) => number = () => 0) {
  let now = start
  const watch = createRateLimitWatch(reserve, { now: () => new Date(now), sleep: async () => {} })
  const told = (remaining: number) =>
    new Headers({
      'x-ratelimit-limit': '10000',
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(Math.floor((midnight + 86_400_000 - now) / 1_000) % 86_400),
    })
  return { watch, told, pass: (milliseconds: number) => (now += milliseconds) }
}

test('the error of a day that is used up says when it is worth going on', () => {
  const { watch, told } = watchAt(midnight - 3_600_000)
  watch.begin().end(told(0))
  expect(() => watch.begin()).toThrow(
    expect.objectContaining({ name: 'RetriableError', resumeAt: '2026-01-16T00:00:00.000Z' }),
  )
})

test('a reserve may be a share of the day', () => {
  const { watch, told } = watchAt(midnight - 3_600_000, (limit) => limit / 50)
  watch.begin().end(told(202))
  watch.begin()
  watch.begin()
  expect(() => watch.begin()).toThrow('reserve 200')
})

test('calls under way count as made, so the reserve is kept however many there are', () => {
  const { watch, told } = watchAt(midnight - 3_600_000, () => 100)
  watch.begin().end(told(105))
  for (let i = 0; i < 5; i++) watch.begin()
  expect(() => watch.begin()).toThrow(RetriableError)
})

test('an answer that comes late does not bring calls back', () => {
  const { watch, told } = watchAt(midnight - 3_600_000)
  const early = watch.begin()
  const late = watch.begin()
  late.end(told(0))
  early.end(told(1))
  expect(() => watch.begin()).toThrow(RetriableError)
})

test('an answer of the day before, told after midnight, does not use up the new day', () => {
  const { watch, told, pass } = watchAt(midnight - 1_000)
  watch.begin().end(told(5))
  const old = watch.begin()
  const headers = told(4)
  pass(2_000)
  watch.begin().end(told(9_999))
  old.end(headers)
  for (let i = 0; i < 50; i++) watch.begin()
  expect(watch.state).toMatchObject({ remaining: 9_999 })
})

test.each([
  ['are no numbers', { limit: 'many', remaining: 'some', reset: 'soon' }],
  ['are missing in part', { limit: '10000' }],
])('headers that %s are passed over', (_, values) => {
  const { watch, told } = watchAt(midnight - 3_600_000)
  watch.begin().end(told(7))
  watch.begin().end(new Headers(Object.entries(values).map(([name, value]) => [`x-ratelimit-${name}`, value])))
  expect(watch.state).toMatchObject({ limit: 10_000, remaining: 7 })
})

test('whatever the order of answers, the server never has less left than the reserve, and little more is wasted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 20 }),
      fc.array(fc.nat(), { minLength: 400, maxLength: 400 }),
      (budget, reserve, choices) => {
        const { watch, told } = watchAt(midnight - 3_600_000, () => reserve)
        let remaining = budget + reserve
        watch.begin().end(told(remaining))
        const underWay: { end(headers: Headers): void; headers: Headers }[] = []
        for (const choice of choices) {
          if (choice % 3 !== 0 || underWay.length >= 8) {
            const [answered] = underWay.splice(choice % Math.max(underWay.length, 1), 1)
            answered?.end(answered.headers)
            continue
          }
          try {
            const { end } = watch.begin()
            remaining -= 1
            underWay.push({ end, headers: told(remaining) })
          } catch {
            break
          }
        }
        expect(remaining).toBeGreaterThanOrEqual(reserve)
      },
    ),
  )
})
