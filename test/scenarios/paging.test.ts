import { expect, test } from 'vitest'
import { createPair } from '../pair.ts'

test('more records than one page of a search holds are all found, each once', async () => {
  await using pair = await createPair({ simulator: { people: 360 } })
  const workflows = pair.simulator.tenant.store.count('applicantworkflow')
  expect(workflows).toBeGreaterThan(1_000)
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary).toMatchObject({ state: 'SUCCEEDED', counts: { ats_applications: { created: workflows } } })
  const searches = pair.simulator.tenant.journal.entries({ operation: 'searchApplicantWorkflows' })
  expect(searches).toHaveLength(2)
})
