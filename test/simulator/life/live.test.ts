import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createRunningClock, fixedEpoch } from '../../../simulator/clock.ts'
import { callIcims, createTenant } from '../../tenant.ts'

const hour = 3_600_000
const cli = fileURLToPath(new URL('../../../simulator/cli.ts', import.meta.url))

test('a tenant that is live does what is due as its clock runs, before anybody looks', async () => {
  let wall = 0
  const clock = createRunningClock({ at: fixedEpoch, speed: 60 }, () => wall)
  await using simulator = await createTenant({ people: 300, clock, life: 'live' })
  const { log } = simulator.tenant.life!
  await callIcims(simulator, 'GET', '/people/1')
  wall += 2 * hour
  expect(log.last).toBe(0)
  await callIcims(simulator, 'GET', '/people/1')
  expect(log.last).toBeGreaterThan(10)
  expect(log.read().every(({ at }) => at <= clock.now())).toBe(true)
})

test('a running clock alone does not wake anybody up, and it can be told to, and to rest again', async () => {
  let wall = 0
  const clock = createRunningClock({ at: fixedEpoch, speed: 60 }, () => wall)
  await using simulator = await createTenant({ people: 300, clock, life: true })
  const { log } = simulator.tenant.life!
  wall += 2 * hour
  await callIcims(simulator, 'GET', '/people/1')
  expect(log.last).toBe(0)
  simulator.setClock({ speed: 60, live: true })
  wall += 2 * hour
  await callIcims(simulator, 'GET', '/people/1')
  const { last } = log
  expect(last).toBeGreaterThan(10)
  simulator.setClock({ speed: 60 })
  wall += 2 * hour
  await callIcims(simulator, 'GET', '/people/1')
  expect(log.last).toBe(last)
})

test('a reset of a live tenant begins its life anew', async () => {
  let wall = 0
  const clock = createRunningClock({ at: fixedEpoch, speed: 60 }, () => wall)
  await using simulator = await createTenant({ people: 300, clock, life: 'live' })
  const { log } = simulator.tenant.life!
  wall += 2 * hour
  await callIcims(simulator, 'GET', '/people/1')
  simulator.reset()
  await callIcims(simulator, 'GET', '/people/1')
  expect(log.last).toBe(0)
  wall += 2 * hour
  await callIcims(simulator, 'GET', '/people/1')
  expect(log.last).toBeGreaterThan(10)
})

test('a request waits for so many things only; the rest happens later, and is dated later than what it saw', async () => {
  let wall = 0
  const clock = createRunningClock({ at: fixedEpoch, speed: 60 }, () => wall)
  await using simulator = await createTenant({ people: 300, clock, life: 'live' })
  const { log } = simulator.tenant.life!
  await callIcims(simulator, 'GET', '/people/1')
  wall += 24 * hour
  await callIcims(simulator, 'GET', '/people/1')
  const [seen, { last }] = [clock.now(), log]
  expect(last).toBeLessThan(250)
  wall += 1
  await callIcims(simulator, 'GET', '/people/1')
  const later = log.read({ after: last })
  expect(later.length).toBeGreaterThan(0)
  expect(later.filter(({ at }) => at < seen)).toEqual([])
})

/** Starts the command line with its coordinates as JSON. */
async function serve(...args: string[]) {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--people', '300', '--json', ...args])
  const lines = createInterface({ input: child.stdout })
  const [line] = await once(lines, 'line')
  return { child, baseUrl: JSON.parse(line).baseUrl as string }
}

test('--live lets people live though nobody calls, and Ctrl-C ends it', async () => {
  const { child, baseUrl } = await serve('--live', '100000x')
  const read = async () => (await fetch(`${baseUrl}/_sim/life`)).json() as Promise<{ last: number; live: boolean }>
  let answer = await read()
  while (answer.last === 0) answer = await read()
  expect(answer.live).toBe(true)
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})

test('life over the command line is a story: a heading for each day, a sentence for each thing', async () => {
  const { child, baseUrl } = await serve('--clock', 'frozen', '--now', '2026-01-15T15:00:00Z')
  try {
    const run = async (...args: string[]): Promise<string> => {
      const told = spawn(process.execPath, [cli, ...args, '--url', baseUrl])
      let text = ''
      for await (const part of told.stdout) text += part
      return text
    }
    expect(await run('life')).toMatch(/^Nothing has happened by itself\./)
    await run('advance', '6d')
    const story = await run('life', '--limit', '20')
    expect(story).toMatch(/^[A-Z][a-z]+day,? \d+ January 2026\n {2}\d\d:\d\d {2}[A-Z]/)
    expect(story.split('\n').filter((line) => /^ {2}\d\d:\d\d {2}\S.+$/.test(line))).toHaveLength(20)
    expect((await run('life', '--kind', 'nothing', '--json')).trim()).toMatch(/"events":\[\]\}$/)
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})

test.each([
  [['--live', '60x', '--clock', 'frozen'], /--live makes the clock run/],
  [['--live', '60x', '--speed', '2x'], /--live makes the clock run/],
  [['--live', 'fast'], /is no speed/],
])('%j is refused in one line', async (args, message) => {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args])
  let text = ''
  for await (const part of child.stderr) text += part
  expect(text).toMatch(message)
  expect(text.trim().split('\n')).toHaveLength(1)
  expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(2)
})
