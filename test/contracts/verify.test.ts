import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openIcims } from '../../contracts/provider/icims.ts'
import { readPactFile } from '../../contracts/provider/pact-file.ts'
import { verify } from '../../contracts/provider/verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-pact-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Interaction = {
  description: string
  providerStates: { name: string; params: object }[]
  response: { body: { content: Record<string, unknown> }; status: number }
}

/** Verifies the committed contract with one of its interactions changed. */
async function verifyChanged(description: string, change: (interaction: Interaction) => void) {
  const committed = fileURLToPath(new URL('../../contracts/pacts/icims-connector-icims-api.json', import.meta.url))
  const pact = JSON.parse(readFileSync(committed, 'utf8')) as { interactions: Interaction[] }
  pact.interactions = pact.interactions.filter((interaction) => interaction.description === description)
  change(pact.interactions[0]!)
  writeFileSync(join(folder, 'pact.json'), JSON.stringify(pact))
  const { results, problems } = await verify(readPactFile(join(folder, 'pact.json')), await openIcims())
  return { verified: results.length, mismatches: results.flatMap(({ mismatches }) => mismatches), problems }
}

const aPerson = 'a request for a person'

test('a contract the simulator keeps is verified', async () => {
  expect(await verifyChanged(aPerson, () => {})).toEqual({ verified: 1, mismatches: [], problems: [] })
})

test('a contract that asks for what the simulator does not answer fails', async () => {
  const { mismatches } = await verifyChanged(aPerson, ({ response }) => {
    response.body.content.shoesize = 44
  })
  expect(mismatches).toEqual([expect.stringContaining('shoesize')])
})

test('another status fails', async () => {
  const { mismatches } = await verifyChanged(aPerson, ({ response }) => {
    response.status = 202
  })
  expect(mismatches).toEqual(['expected 202 but was 200'])
})

test('a state handler that throws fails the run, though Pact itself would let it pass', async () => {
  const { problems } = await verifyChanged('a request for a person who is not there', ({ providerStates }) => {
    providerStates[0] = { name: 'a job at a location', params: {} }
  })
  expect(problems).toEqual([expect.stringContaining('A state handler of icims-connector failed')])
})

test('a state that makes calls fail, while none did, fails the run', async () => {
  const { mismatches, problems } = await verifyChanged(
    'a request for the customer with a wrong password',
    ({ providerStates }) => {
      // Who is not signed in meets no fault.
      providerStates[0] = { name: 'an answer cut in half', params: { id: 71 } }
    },
  )
  expect(mismatches).toEqual([])
  expect(problems).toEqual([expect.stringMatching(/^The fault \d+ \(.+\) has hit nothing/)])
})
