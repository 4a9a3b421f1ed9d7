import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrozenClock, createRunningClock } from '../../simulator/clock.ts'
import { createTimeline, type Happening } from '../../simulator/timeline.ts'

/** Notes itself every so many milliseconds, at instants counted from 0. */
function every(period: number, name: string, log: string[], now: () => number): Happening {
  let next = period
  return {
    due: () => next,
    run() {
      log.push(`${name} ${now()}`)
      next += period
    },
  }
}

test('what is due happens in order, each at its own instant, however the time is cut', () => {
  const play = (steps: readonly number[]): string[] => {
    const clock = createFrozenClock(0)
    const timeline = createTimeline(clock)
    const log: string[] = []
    timeline.add(every(30, 'a', log, clock.now))
    timeline.add(every(20, 'b', log, clock.now))
    for (const step of steps) timeline.advanceTo(clock.now() + step)
    return log
  }
  const whole = play([120])
  expect(whole).toEqual(['b 20', 'a 30', 'b 40', 'a 60', 'b 60', 'b 80', 'a 90', 'b 100', 'a 120', 'b 120'])
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 8 }), (steps) => {
      const before = steps.filter((_, i) => steps.slice(0, i + 1).reduce((sum, step) => sum + step, 0) <= 120)
      const rest = 120 - before.reduce((sum, step) => sum + step, 0)
      expect(play([...before, rest])).toEqual(whole)
    }),
  )
})

test('what happens may make something due that comes before the rest', () => {
  const clock = createFrozenClock(0)
  const timeline = createTimeline(clock)
  const log: number[] = []
  const due = [10, 50]
  timeline.add({
    due: () => due[0],
    run() {
      log.push(clock.now())
      due.shift()
      if (clock.now() === 10) due.unshift(20)
    },
  })
  timeline.advanceTo(60)
  expect(log).toEqual([10, 20, 50])
  expect(clock.now()).toBe(60)
})

test('a running clock catches up: what became due happens at the instant it was due', () => {
  let wall = 0
  const clock = createRunningClock({ at: 0, speed: 10 }, () => wall)
  const timeline = createTimeline(clock)
  const log: string[] = []
  timeline.add(every(30, 'a', log, clock.now))
  timeline.catchUp()
  expect(log).toEqual([])
  wall = 7
  timeline.catchUp()
  expect(log).toEqual(['a 30', 'a 60'])
  expect(clock.now()).toBe(70)
  timeline.advanceTo(90)
  expect(log).toEqual(['a 30', 'a 60', 'a 90'])
})

test('backwards is refused and nothing happens', () => {
  const clock = createFrozenClock(1_000)
  const timeline = createTimeline(clock)
  const log: string[] = []
  timeline.add(every(10, 'a', log, clock.now))
  expect(() => timeline.advanceTo(999)).toThrow(
    'The clock cannot be set back from 1970-01-01T00:00:01.000Z to 1970-01-01T00:00:00.999Z.',
  )
  for (const nowhere of [Number.NaN, Number.POSITIVE_INFINITY, 9e15]) {
    expect(() => timeline.advanceTo(nowhere)).toThrow(`There is no instant ${nowhere}.`)
  }
  expect(log).toEqual([])
  expect(clock.now()).toBe(1_000)
})

test('one that fails is due again, and the later ones with it', () => {
  const clock = createFrozenClock(0)
  const timeline = createTimeline(clock)
  const due = [10, 20]
  let isBroken = true
  timeline.add({
    due: () => due[0],
    run() {
      if (isBroken) throw new Error('no')
      due.shift()
    },
  })
  expect(() => timeline.advanceTo(100)).toThrow('no')
  expect(due).toEqual([10, 20])
  isBroken = false
  timeline.catchUp()
  expect(due).toEqual([])
})

test('what happens cannot move the time itself', () => {
  const timeline = createTimeline(createFrozenClock(0))
  const due = [10]
  timeline.add({
    due: () => due[0],
    run() {
      due.shift()
      timeline.advanceTo(50)
    },
  })
  expect(() => timeline.advanceTo(20)).toThrow('What happens cannot move the time.')
})
