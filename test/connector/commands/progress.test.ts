import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type BarState, createBar, renderBar, timeFor } from '../../../connector/commands/bar.ts'
import { createSyncDisplay, describeSummary } from '../../../connector/commands/progress.ts'
import { emptyCounts } from '../../../connector/sync/tally.ts'

const state: BarState = { label: 'people', done: 1_230, total: 2_000, isAll: false, notes: ['one note', 'another'] }

/** Where a command writes, and what it wrote. */
function terminal(isTTY: boolean, columns = 80) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns })
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => String(stream.read() ?? '') }
}

const reading = { stream: 'people', read: 30, found: 60, isAll: true, calls: 31, callsLeft: 9_000 }
const progress = { stream: 'people', records: 250, calls: 251, callsLeft: 9_749 }

test('a bar is as full as the work is done, and says that there may be more', () => {
  expect(renderBar(state, 120)).toBe('people             ██████████████░░░░░░░░░░ 1,230 of 2,000+, one note, another')
  expect(renderBar({ ...state, done: 2_000, isAll: true, notes: [] }, 120)).toMatch(/ █{24} 2,000 of 2,000$/)
  expect(renderBar({ ...state, done: 0, total: 0 }, 120)).toMatch(/ ░{24} 0 of 0\+/)
  expect(renderBar({ ...state, notes: [] }, 60)).toMatch(/ ██████░{4} 1,230 of 2,000\+$/)
})

test('a bar never breaks the line: notes that do not fit are left out, the last ones first', () => {
  for (let columns = 1; columns < 120; columns++) {
    const line = renderBar(state, columns)
    expect(line.length).toBeLessThan(columns)
    expect(line.includes('another') && !line.includes('one note')).toBe(false)
  }
})

test('on a terminal a sync is a bar that is taken away at its end, elsewhere a line a page', () => {
  const screen = terminal(true, 120)
  const shown = createSyncDisplay(screen.stream)
  shown.onProgress(progress)
  expect(screen.written()).toBe('')
  shown.onRead(reading)
  const [, line] = screen.written().split('\r\u001b[K')
  expect(line).toMatch(/^people {13}█{12}░{12} 30 of 60, \d+ s to go, 9000 calls left today/)
  // Not drawn again at once.
  shown.onRead({ ...reading, read: 31 })
  shown.end()
  expect(screen.written()).toBe('\r\u001b[K')

  const file = terminal(false)
  const lines = createSyncDisplay(file.stream)
  lines.onRead(reading)
  lines.onProgress(progress)
  lines.onProgress({ ...progress, callsLeft: null })
  lines.end()
  expect(file.written()).toMatch(
    /^people: 250 records, 251 calls, 9749 calls left today, [\d.]+ s\npeople: 250 records, 251 calls, no daily limit, [\d.]+ s\n$/,
  )
})

test('a bar that nobody wants draws nothing, not even its end', () => {
  const screen = terminal(true)
  const bar = createBar(screen.stream, false)
  bar.draw(state)
  bar.clear()
  expect(screen.written()).toBe('')
})

test('what a run set aside is named as far as one can read, and the rest is where to be found', () => {
  const setAside = Array.from({ length: 11 }, (_, id) => ({ stream: 'people', remoteId: String(id), reason: 'Why.' }))
  const end = { runId: 'x-1', type: 'FULL', state: 'PARTIALLY_FAILED', message: 'Some.', resumeAt: null } as const
  const rest = { counts: emptyCounts(), skipped: 0, calls: 1, callsLeft: null }
  const lines = describeSummary({ ...end, ...rest, setAside })
    .trim()
    .split('\n')
  expect(lines[0]).toBe('full sync partially failed, 1 call: Some.')
  expect(lines.slice(1, -1)).toEqual(
    setAside.slice(0, 10).map(({ remoteId }) => `  set aside: people ${remoteId}: Why.`),
  )
  expect(lines.at(-1)).toBe('  and more: see `icims-connector errors`')
  const few = describeSummary({ ...end, ...rest, setAside: setAside.slice(0, 2) })
  expect(few.trim().split('\n')).toHaveLength(3)
})

test('a terminal that does not say how wide it is gets a line all the same', () => {
  const screen = terminal(true, 0)
  createBar(screen.stream).draw(state)
  expect(screen.written()).toMatch(/people .* 1,230 of 2,000\+/)
})

test.each([
  [400, '0 s'],
  [42_300, '42 s'],
  [200_000, '3 min 20 s'],
  [7_500_000, '2 h 5 min'],
])('%i milliseconds are %s', (milliseconds, text) => {
  expect(timeFor(milliseconds)).toBe(text)
})
