import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createStartDisplay } from '../../simulator/commands/start-display.ts'

/** A display whose clock stands where it is set, and what it wrote since it was last asked. */
function display(isTTY: boolean, columns = 80) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns })
  const clock = { now: 0 }
  const shown = createStartDisplay(stream as unknown as NodeJS.WriteStream, () => clock.now)
  const people = (at: number, done: number): string => {
    clock.now = at
    shown.onStartProgress({ work: 'people', done, total: 100_000 })
    return String(stream.read() ?? '')
  }
  const end = (): string => {
    shown.end()
    return String(stream.read() ?? '')
  }
  return { ...shown, people, end, written: () => String(stream.read() ?? '') }
}

test.each([true, false])('what takes less than a second is not worth a word (on a terminal: %s)', (isTTY) => {
  const { people, end } = display(isTTY)
  expect(people(999, 40_000) + end()).toBe('')
})

test('on a terminal the making of a world is a bar that is drawn in place and taken away', () => {
  const { people, end } = display(true)
  expect(people(1_000, 50_000)).toBe('\r\u001b[Kmaking people  ████████████░░░░░░░░░░░░ 50,000 of 100,000')
  expect(people(1_050, 55_000)).toBe('')
  expect(people(1_100, 75_000)).toBe('\r\u001b[Kmaking people  ██████████████████░░░░░░ 75,000 of 100,000')
  expect(end()).toBe('\r\u001b[K')
  const narrow = display(true, 30)
  expect(narrow.people(1_000, 50_000)).toHaveLength('\r\u001b[K'.length + 29)
})

test('elsewhere it is a plain line for every tenth', () => {
  const { people, end, onStartProgress, written } = display(false)
  const lines = [0, 9_000, 10_000, 19_999, 20_000, 99_999].map((done, index) => people(1_000 + index, done))
  expect(lines).toEqual([
    'making people: 0 of 100,000\n',
    '',
    'making people: 10,000 of 100,000\n',
    '',
    'making people: 20,000 of 100,000\n',
    'making people: 99,999 of 100,000\n',
  ])
  onStartProgress({ work: 'tables', done: 9, total: 10 })
  expect(written()).toBe('copying tables: 9 of 10\n')
  expect(end()).toBe('')
})

test('a simulator that is stopped while it makes a large tenant ends at once and leaves nothing behind', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'icims-start-'))
  const cli = fileURLToPath(new URL('../../simulator/cli.ts', import.meta.url))
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--people', '200000', '--cache', cache])
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
  })
  const [line] = await once(child.stderr, 'data')
  expect(String(line)).toMatch(/^making people: [\d,]+ of 200,000\n/)
  expect(readdirSync(cache)).toHaveLength(1)
  child.kill('SIGTERM')
  const [code] = await once(child, 'close')
  expect([code, printed, readdirSync(cache)]).toEqual([0, '', []])
  rmSync(cache, { recursive: true })
})
