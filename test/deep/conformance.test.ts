import { expect, test } from 'vitest'
import { isCaught } from '../contracts/conformance/is-caught.ts'
import { mutants } from '../contracts/mutants/mutants.ts'
import { createTenant } from '../tenant.ts'

test.each(mutants)('caught by the conformance suite: $name', async (mutant) => {
  await using simulator = await createTenant()
  const caught = await isCaught(mutant, simulator)
  process.stdout.write(`${mutant.name}: ${caught.length} facts, ${caught[0] ?? 'none'}\n`)
  expect(caught).not.toEqual([])
})
