import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDuration, parseInstant, parseSpeed } from '../../simulator/duration.ts'

test.each([
  ['7d', 604_800_000],
  ['1d12h30m', 131_400_000],
  ['1w', 604_800_000],
  ['0.5h', 1_800_000],
  ['1500ms', 1_500],
  ['0s', 0],
])('%s is %d milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds)
})

test('a length of time of whole units is the sum of them', () => {
  const sizes = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 }
  const part = fc.tuple(fc.nat(999), fc.constantFrom('w', 'd', 'h', 'm', 's', 'ms'))
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const sum = parts.reduce((total, [count, unit]) => total + count * sizes[unit as keyof typeof sizes], 0)
      expect(parseDuration(parts.map(([count, unit]) => `${count}${unit}`).join(''))).toBe(sum)
    }),
  )
})

test.each(['', '7', 'd', '7 d', '7days', '-7d', '1d1', 'x7d', '7d\n', 'P7D', '1e3s'])(
  '%j is no length of time, which is said in one line',
  (text) => {
    expect(() => parseDuration(text)).toThrow(/^".*" is no length of time\. Write 7d, 36h or 1d12h30m/s)
  },
)

test.each([
  ['2026-02-01', Date.UTC(2026, 1, 1)],
  ['2026-02-01T09:30', Date.UTC(2026, 1, 1, 9, 30)],
  ['2026-02-01T09:30:15Z', Date.UTC(2026, 1, 1, 9, 30, 15)],
  ['2026-02-01T09:30:15.250-05:00', Date.UTC(2026, 1, 1, 14, 30, 15, 250)],
])('%s is an instant, in UTC unless it says otherwise', (text, instant) => {
  expect(parseInstant(text)).toBe(instant)
})

test.each(['tomorrow', '2026-13-01', '2026-02-01 09:30', '1769938200000', '2026-02-01T25:00Z', ''])(
  '%j is no instant',
  (text) => {
    expect(() => parseInstant(text)).toThrow(`"${text}" is no instant.`)
  },
)

test.each([
  ['60x', 60],
  ['60', 60],
  ['0.5', 0.5],
])('%s is a speed', (text, speed) => {
  expect(parseSpeed(text)).toBe(speed)
})

test.each(['0', '0x', '-1', 'fast', '', '60xx', 'x'])('%j is no speed', (text) => {
  expect(() => parseSpeed(text)).toThrow(`"${text}" is no speed.`)
})
