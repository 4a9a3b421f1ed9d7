import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { icimsEventTypes } from '../../connector/events/icims-event.ts'
import { openEvents } from '../../contracts/provider/events.ts'
import { readPactFile } from '../../contracts/provider/pact-file.ts'
import { verify } from '../../contracts/provider/verify.ts'
import { eventTypes } from '../../simulator/events/subscription.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-pact-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Interaction = {
  description: string
  providerStates: { name: string; params: Record<string, unknown> }[]
  contents: { content: Record<string, unknown> }
}
const read = (): { interactions: Interaction[] } =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL('../../contracts/pacts/icims-connector-icims-events.json', import.meta.url)),
      'utf8',
    ),
  )

/** Verifies the committed contract of events with one of its messages changed. */
async function verifyChanged(description: string, change: (interaction: Interaction) => void) {
  const pact = read()
  pact.interactions = pact.interactions.filter((interaction) => interaction.description === description)
  change(pact.interactions[0]!)
  writeFileSync(join(folder, 'pact.json'), JSON.stringify(pact))
  const { results, problems } = await verify(readPactFile(join(folder, 'pact.json')), await openEvents())
  return { verified: results.length, mismatches: results.flatMap(({ mismatches }) => mismatches), problems }
}

const moved = 'a status change of a candidate'

test('every type of event has its message, and no other', () => {
  const types = read().interactions.map(({ contents }) => contents.content.eventType)
  expect(types.toSorted()).toEqual(icimsEventTypes.toSorted())
  expect(types.toSorted()).toEqual(eventTypes.toSorted())
})

test('a message the simulator sends is verified', async () => {
  expect(await verifyChanged(moved, () => {})).toEqual({ verified: 1, mismatches: [], problems: [] })
})

test('a message with what the simulator does not say fails', async () => {
  const { mismatches } = await verifyChanged(moved, ({ contents }) => {
    contents.content.mood = 'good'
  })
  expect(mismatches).toEqual([expect.stringContaining('mood')])
})

test('a number in the place of a text fails', async () => {
  const { mismatches } = await verifyChanged(moved, ({ contents }) => {
    contents.content.systemId = 10071
  })
  expect(mismatches).toEqual([expect.stringContaining('$.systemId')])
})

test('a link that leads elsewhere fails', async () => {
  const { mismatches } = await verifyChanged(moved, ({ contents }) => {
    const links = contents.content.links as { url: string }[]
    links[0]!.url = links[0]!.url.replace('applicantworkflows', 'workflows')
  })
  expect(mismatches).not.toEqual([])
})

test('a state from which nothing is told fails, and so does one that throws', async () => {
  const silent = await verifyChanged(moved, ({ providerStates: [state] }) => {
    // The same status twice: nothing happens.
    state!.params.to = state!.params.from
  })
  expect(silent.mismatches).not.toEqual([])
  const broken = await verifyChanged(moved, ({ providerStates: [state] }) => {
    state!.params.to = 'No Such Status'
  })
  expect(broken.problems).toEqual([expect.stringContaining('A state handler of icims-connector failed')])
})
