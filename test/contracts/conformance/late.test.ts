import { expect, test } from 'vitest'
import { facts } from '../../../contracts/conformance/facts/facts.ts'
import { createTenant } from '../../tenant.ts'
import { conformTo } from './conform-to.ts'

const moveDate = facts.filter(({ id }) => id === 'write.workflow.move-date')

test('what shows after a minute is waited for where that is allowed, with the reason', async () => {
  await using simulator = await createTenant()
  const waits: [number, string][] = []
  const wait = async (milliseconds: number, reason: string): Promise<void> => {
    waits.push([milliseconds, reason])
    simulator.advance(milliseconds)
  }
  const { findings } = await conformTo(simulator, { facts: moveDate, allowWrites: true, wait })
  expect(findings).toMatchObject([{ verdict: 'confirmed' }])
  expect(waits).toEqual([[expect.any(Number), 'dates are exact to the minute']])
  expect(waits[0]![0]).toBeLessThanOrEqual(61_000)
})

test('where it is not, the run does not wait, and the fact says so', async () => {
  await using simulator = await createTenant()
  const wait = async (): Promise<void> => expect.unreachable()
  const { findings } = await conformTo(simulator, { facts: moveDate, allowWrites: true, slow: false, wait })
  const detail = 'the minute of its making is not over; --slow waits for it'
  expect(findings).toMatchObject([{ verdict: 'not testable here', detail }])
})

test('a run that takes longer than a minute anyway sees it without waiting', async () => {
  await using simulator = await createTenant()
  const passing = {
    ...moveDate[0]!,
    id: 'passing',
    prepare: undefined,
    check: async () => simulator.advance(60_000),
  }
  const { prepare: _, ...between } = passing
  const run = { facts: [between, ...moveDate], allowWrites: true, slow: false }
  expect((await conformTo(simulator, run)).findings.at(-1)).toMatchObject({ verdict: 'confirmed' })
})
