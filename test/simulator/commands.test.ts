import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { addProfile } from '../../simulator/profiles/arrange.ts'
import { type Listening, listen } from '../../simulator/server.ts'
import { createRunner, type Ran } from '../command-line.ts'
import { callIcims, createTenant } from '../tenant.ts'

let simulator: Simulator
let listening: Listening
beforeAll(async () => {
  simulator = await createTenant({ people: 24, strict: false })
  listening = await listen(simulator, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await listening.close()
  await simulator.close()
})
beforeEach(() => simulator.reset())

const runCommand = createRunner('simulator/commands/program.ts')

/** Runs the command line against the running simulator. */
function run(...args: string[]): Promise<Ran> {
  return runCommand(args, { ICIMS_SIMULATOR_URL: listening.baseUrl })
}

test('faults are added, listed with their hits, and removed', async () => {
  expect((await run('faults')).stdout).toBe('There are no faults.\n')
  const added = await run('faults', 'add', '503', '--operation', 'getPerson', '--times', '2')
  const [, id] = /^(\d+) /.exec(added.stdout)!
  expect(added.stdout).toBe(`${id}  operation getPerson, times 2: answered 503 (0 of 0 calls hit)\n`)
  expect((await callIcims(simulator, 'GET', '/people/1')).status).toBe(503)
  expect((await run('faults', 'list')).stdout).toBe(
    `${id}  operation getPerson, times 2: answered 503 (1 of 1 calls hit)\n`,
  )
  expect((await run('faults', 'remove', id!)).stdout).toBe('There are no faults.\n')
  expect((await callIcims(simulator, 'GET', '/people/1')).status).toBe(200)
})

test('a set, an effect and a whole rule are taken too, and all are removed at once', async () => {
  await run('faults', 'add', 'flaky')
  await run('faults', 'add', '{"kind":"latency","milliseconds":5}', '--path', '/customers/*/jobs')
  await run('faults', 'add', '{"operation":"getJob","effect":{"kind":"quota"}}')
  const faults = simulator.tenant.faults.list()
  expect(faults.slice(-2)).toMatchObject([
    { path: '/customers/*/jobs', effect: { kind: 'latency', milliseconds: 5 } },
    { operation: 'getJob', effect: { kind: 'quota' } },
  ])
  const { stdout } = await run('faults', '--json')
  expect(JSON.parse(stdout)).toEqual({ faults })
  await run('faults', 'remove', 'all')
  expect(simulator.tenant.faults.list()).toEqual([])
})

test('what people do on the platform, from the command line', async () => {
  const [job] = simulator.tenant.store.find('job', { folder: 'D31001' })
  const primary = addProfile(simulator.tenant, 'person', {})
  const applied = await run('simulate', 'apply', String(job), '--lastname', 'Smith', '--source', 'Job Board')
  const [, person, workflow] = /^The person (\d+) applied for the job \d+: workflow (\d+)\.\n$/.exec(applied.stdout)!
  expect(simulator.tenant.store.get('person', Number(person))).toMatchObject({ lastname: 'Smith', source: 'Job Board' })
  expect((await run('simulate', 'advance', workflow!)).stdout).toBe(
    `The workflow ${workflow} is in Review - Under Review now.\n`,
  )
  expect((await run('simulate', 'move', workflow!, 'Phone Screen')).stdout).toBe(
    `The workflow ${workflow} is in Phone Screen now.\n`,
  )
  expect((await run('simulate', 'merge', String(primary), person!)).stdout).toBe(
    `The person ${person} is merged into ${primary}; 1 workflow went over.\n`,
  )
  expect((await run('simulate', 'post', String(job))).stdout).toBe(`The job ${job} is up.\n`)
})

test.each([
  [['faults', 'add', 'flakey'], /^icims-simulator: "flakey" is no fault: name a set, .*\n$/],
  [['faults', 'add', 'flaky', '--times', '2'], /^icims-simulator: flaky is a set whose rules say .*\n$/],
  [['faults', 'add', '503', '--operation', 'getPersn'], /^icims-simulator: .*nearest is getPerson\.\n$/],
  [['faults', 'add', '{"kind":"magic"}'], /^icims-simulator: .*\n$/],
  [['faults', 'remove', '99'], /^icims-simulator: There is no fault 99\.\n$/],
  [['faults', 'remove', 'some'], /^icims-simulator: .*number of a fault, or all\.\n$/],
  [['simulate', 'advance', '99'], /^icims-simulator: Applicant Workflow not found\.\n$/],
  [['simulate', 'apply', 'one'], /^icims-simulator: .*whole number\.\n$/],
])('%j is refused in one line', async (args, message) => {
  const { changes } = simulator.tenant.store
  const { code, stdout, stderr } = await run(...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(message)
  expect([simulator.tenant.store.changes, simulator.tenant.faults.list()]).toEqual([changes, []])
})
