import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDuration } from '../../../simulator/duration.ts'
import { type Simulator, type SimulatorOptions, stateDigest } from '../../../simulator/index.ts'
import { createTenant } from '../../tenant.ts'

const days = 90
const options: SimulatorOptions = { people: 120, life: true }

/** The state after ninety days, however they are cut: the last cut ends where they do. */
function live(simulator: Simulator, cuts: Iterable<string>): string {
  let left = days * parseDuration('1d')
  for (const cut of cuts) {
    const by = Math.min(left, parseDuration(cut))
    simulator.advance(by)
    left -= by
    if (left === 0) break
  }
  simulator.advance(left)
  return stateDigest(simulator.tenant)
}

function* again(...cuts: string[]): Generator<string> {
  for (;;) yield* cuts
}

/** What the others are compared with: ninety days at once, in memory. */
async function atOnce(): Promise<{ digest: string; events: number }> {
  await using simulator = await createTenant(options)
  return { digest: live(simulator, ['90d']), events: simulator.tenant.life!.log.last }
}

const whole = atOnce()

test('ninety days are the same whether a day at a time or at once, and things happened', async () => {
  await using simulator = await createTenant(options)
  expect(live(simulator, again('1d'))).toBe((await whole).digest)
  expect((await whole).events).toBeGreaterThan(500)
})

test('they are the same in odd cuts, with somebody reading in between', async () => {
  await using simulator = await createTenant(options)
  const readings = (function* () {
    for (const cut of again('13h', '1s', '2d7h', '5m', '1w', '999ms')) {
      void simulator.tenant.life!.log.read({ limit: 3 })
      yield cut
    }
  })()
  expect(live(simulator, readings)).toBe((await whole).digest)
})

test('they are the same in a file that is closed and opened in the middle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'icims-life-'))
  const data = join(folder, 'tenant.db')
  try {
    {
      await using simulator = await createTenant({ ...options, data })
      simulator.advance('31d5h')
    }
    // A file goes on with the seed it was made of.
    await using simulator = await createTenant({ life: true, data, seed: 'another' })
    simulator.advance('58d19h')
    expect(stateDigest(simulator.tenant)).toBe((await whole).digest)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a fork made in the middle lives on as its tenant does, and a restored snapshot again', async () => {
  await using simulator = await createTenant(options)
  simulator.advance('40d')
  simulator.snapshot('middle')
  const fork = simulator.fork()
  fork.advance('50d')
  simulator.advance('50d')
  const expected = (await whole).digest
  expect([stateDigest(fork.tenant), stateDigest(simulator.tenant)]).toEqual([expected, expected])
  simulator.restore('middle')
  simulator.advance('7h')
  simulator.advance('49d17h')
  expect(stateDigest(simulator.tenant)).toBe(expected)
})

test('a reset begins the same life anew, and another seed another one', async () => {
  await using simulator = await createTenant(options)
  simulator.advance('10d')
  simulator.reset()
  expect(live(simulator, ['90d'])).toBe((await whole).digest)
  await using other = await createTenant({ ...options, seed: 'another' })
  other.advance('1d')
  await using same = await createTenant({ ...options, seed: 'another' })
  expect(stateDigest(same.tenant)).not.toBe(stateDigest(other.tenant))
})
