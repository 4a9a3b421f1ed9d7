import { expect, test } from 'vitest'
import { createProgress } from '../../../contracts/commands/progress.ts'

function createStream(isTTY: boolean) {
  const written: string[] = []
  return { written, isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }
}

test('on a terminal one line counts up', () => {
  const stream = createStream(true)
  const progress = createProgress(stream)
  progress.facts(1, 2)
  progress.tell('using up the calls of the day: 1 of 9')
  progress.facts(2, 2)
  expect(stream.written.map((text) => text.replace('\u001b[K', ''))).toEqual([
    '\r1 of 2 facts',
    '\rusing up the calls of the day: 1 of 9',
    '\r2 of 2 facts\n',
  ])
})

test('elsewhere there is a line for every fifty facts and for the last, and now and then for what takes long', () => {
  const stream = createStream(false)
  const progress = createProgress(stream)
  for (let done = 1; done <= 120; done += 1) progress.facts(done, 120)
  for (let made = 1; made <= 50; made += 1) progress.tell(`${made} of 50`)
  expect(stream.written).toEqual(['50 of 120 facts\n', '100 of 120 facts\n', '120 of 120 facts\n', '1 of 50\n'])
})

test('a wait says how long it takes, and why', async () => {
  const stream = createStream(false)
  await createProgress(stream).wait(20, 'dates are exact to the minute')
  expect(stream.written).toEqual(['waiting 1 s: dates are exact to the minute\n'])
})
