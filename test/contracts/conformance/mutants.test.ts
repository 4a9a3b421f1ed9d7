import { expect, test } from 'vitest'
import { createTenant } from '../../tenant.ts'
import { mutants } from '../mutants/mutants.ts'
import { isCaught } from './is-caught.ts'

/** Every thirteenth here; the deep tier takes them all. */
const some = mutants.filter((_, i) => i % 13 === 0)

test.each(some)('caught by the conformance suite: $name', async (mutant) => {
  await using simulator = await createTenant()
  expect(await isCaught(mutant, simulator)).not.toEqual([])
})

test('there are forty mutants and more, each with a name of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(40)
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})
