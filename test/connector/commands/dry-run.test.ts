import { expect, test } from 'vitest'
import { describePlan } from '../../../connector/commands/dry-run.ts'
import { listen } from '../../../simulator/server.ts'
import { createTenant } from '../../tenant.ts'
import { runConnector } from './command-line.ts'

test('a dry run says what a sync will take, and that is what it takes', async () => {
  await using simulator = await createTenant({ people: 24 })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  const run = (...args: string[]) =>
    runConnector(['sync', '--database', 'memory', '--base-url', server.baseUrl, ...args])
  const before = simulator.tenant.journal.total
  const plan = await run('--full', '--dry-run', '--json')
  expect(plan.code).toBe(0)
  const { type, calls, spent } = JSON.parse(plan.stdout)
  expect(type).toBe('FULL')
  expect(simulator.tenant.journal.total - before).toBe(spent)
  expect(simulator.tenant.journal.entries({ operation: 'getPerson' })).toEqual([])
  const taken = JSON.parse((await run('--full', '--json')).stdout).calls
  expect(taken).toBeGreaterThanOrEqual(calls.atLeast)
  expect(taken).toBeLessThanOrEqual(calls.atMost)
  await server.close()
})

test('a plan in words names calls, days, kinds of record and what counting cost', () => {
  const plan = {
    type: 'FULL',
    resumes: null,
    streams: [{ stream: 'people', records: 12_000, searches: 13 }],
    calls: { atLeast: 12_020, atMost: 12_100 },
    days: { atLeast: 2, atMost: 2 },
    callsADay: 9_300,
    callsLeft: 10_000,
    spent: 13,
  } as const
  expect(describePlan(plan)).toBe(`a full sync will take 12020 to 12100 calls, 2 days
  people               12000 records, 13 searches
  A run may make 9300 calls a day; 10000 are left today. Counting took 13 calls.
`)
})
