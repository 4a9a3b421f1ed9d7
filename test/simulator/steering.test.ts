import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { type Listening, listen } from '../../simulator/server.ts'
import { createRunner, type Ran } from '../command-line.ts'
import { callIcims, createTenant } from '../tenant.ts'

let simulator: Simulator
let listening: Listening
beforeAll(async () => {
  simulator = await createTenant({ people: 24, controlToken: 'steer', strict: false })
  listening = await listen(simulator, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await listening.close()
  await simulator.close()
})

const run = createRunner('simulator/commands/program.ts')

/** Runs the command line against the running simulator. */
function steer(...args: string[]): Promise<Ran> {
  return run(args, { ICIMS_SIMULATOR_URL: listening.baseUrl, ICIMS_SIMULATOR_CONTROL_TOKEN: 'steer' })
}

const lastname = (one: Simulator): unknown => one.tenant.store.get('person', 5)?.lastname

test('time, snapshots and resets from the command line', async () => {
  await callIcims(simulator, 'PATCH', '/people/5', { lastname: 'Kept' })
  expect((await steer('snapshot', 'before')).stdout).toBe('Kept as before, at 2026-01-15T15:00:00.000Z.\n')
  expect((await steer('advance', '7d')).stdout).toBe("The tenant's time is now 2026-01-22T15:00:00.000Z.\n")
  expect((await steer('advance', '2026-02-01', '--json')).stdout).toBe(
    '{"now":"2026-02-01T00:00:00.000Z","mode":"frozen","speed":0}\n',
  )
  await callIcims(simulator, 'PATCH', '/people/5', { lastname: 'Lost' })
  expect((await steer('snapshots')).stdout).toBe('2026-01-15T15:00:00.000Z  before\n')
  expect((await steer('restore', 'before')).stdout).toBe(
    'The tenant is as it was at 2026-01-15T15:00:00.000Z (before).\n',
  )
  expect([lastname(simulator), simulator.tenant.clock.now()]).toEqual(['Kept', Date.UTC(2026, 0, 15, 15)])
  expect((await steer('reset')).stdout).toBe('The tenant is as it was at its start.\n')
  expect(lastname(simulator)).not.toBe('Kept')
})

test('a fork is made, steered by its customer id, listed and removed from the command line', async () => {
  const { stdout } = await steer('fork', '--as', '77')
  expect(stdout).toBe(
    `customer 77 on ${listening.baseUrl}, forked from 1234, 2026-01-15T15:00:00.000Z\n  Basic   api-user-77 / api-password-77\n`,
  )
  await steer('advance', '1d', '--customer-id', '77')
  expect(simulator.find(77)!.tenant.clock.now()).toBe(Date.UTC(2026, 0, 16, 15))
  expect(simulator.tenant.clock.now()).toBe(Date.UTC(2026, 0, 15, 15))
  const { tenants } = JSON.parse((await steer('tenants', '--json')).stdout)
  expect(tenants.map(({ customerId }: { customerId: number }) => customerId)).toEqual([1234, 77])
  expect((await steer('remove', '--customer-id', '77')).stdout).toBe('The tenant 77 is gone.\n')
  expect(simulator.find(77)).toBeUndefined()
})

test.each([
  [['restore', 'nothing'], /^icims-simulator: The tenant 1234 has no snapshot "nothing": .*\n$/],
  [['advance', 'soon'], /^icims-simulator: "soon" is no length of time\. .*\n$/],
  [
    ['advance', '2020-01-01'],
    /^icims-simulator: The clock cannot be set back from .* to 2020-01-01T00:00:00\.000Z\..*\n$/,
  ],
  [['fork', '--as', '1234'], /^icims-simulator: There is a tenant 1234 already\.\n$/],
  [['fork', '--customer-id', '99'], /^icims-simulator: There is no tenant 99 here\.\n$/],
  [['remove'], /^icims-simulator: say which fork to remove with --customer-id\.\n$/],
  [['reset', '--control-token', 'wrong'], /^icims-simulator: The control token is wrong: .*\n$/],
  [['reset', '--url', 'http://127.0.0.1:1'], /^icims-simulator: no simulator answers at http:\/\/127\.0\.0\.1:1 .*\n$/],
])('%j ends with 2 and one clear line, and changes nothing', async (args, message) => {
  const { changes } = simulator.tenant.store
  const { code, stderr } = await steer(...args)
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
  expect(simulator.tenant.store.changes).toBe(changes)
  expect(simulator.list()).toHaveLength(1)
})
