import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { facts } from '../../../contracts/conformance/facts/facts.ts'
import { presetNames } from '../../../simulator/tenant/presets/presets.ts'
import { createTenant, searchIds } from '../../tenant.ts'
import { conformTo, idsWith } from './conform-to.ts'

/** How many facts each preset must show: what a tenant does not have cannot be seen on it. */
const least = { default: 740, enterprise: 740, eu: 735, 'locked-down': 630, empty: 540 }

test.each(presetNames)('the simulator does what is believed, as preset %s', async (preset) => {
  await using simulator = await createTenant({ preset })
  const { findings, ...run } = await conformTo(simulator, { allowWrites: true, allowAdmin: true })
  const contradicted = findings.filter(({ verdict }) => verdict === 'contradicted')
  expect(contradicted.map(({ id, detail }) => `${id}: ${detail}`)).toEqual([])
  expect(idsWith({ findings, ...run }, 'confirmed').length).toBeGreaterThanOrEqual(least[preset])
})

test.each(['hmac', 'oauth'] as const)('signed in by %s it does the same', async (scheme) => {
  await using simulator = await createTenant()
  const run = await conformTo(simulator, { scheme, allowWrites: true, allowAdmin: true })
  expect(idsWith(run, 'contradicted')).toEqual([])
  expect(idsWith(run, 'confirmed').length).toBeGreaterThanOrEqual(least.default)
})

test('a reading run changes nothing', async () => {
  await using simulator = await createTenant()
  const before = simulator.tenant.store.changes
  const { written } = await conformTo(simulator)
  expect(written).toEqual([])
  expect(simulator.tenant.store.changes).toBe(before)
})

test('every fact has an id of its own and sources that the document lists', () => {
  const readme = readFileSync(new URL('../../../openapi/README.md', import.meta.url), 'utf8')
  const keys = new Set(
    [...readme.matchAll(/^\| ([A-Z]+\d*(?:, [A-Z]+\d*)*) \|/gm)].flatMap(([, cell]) => cell!.split(', ')),
  )
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
  expect(facts.filter(({ source }) => !source.split(', ').every((key) => keys.has(key)))).toEqual([])
})

test('there are 150 facts and more beside the bare names of filters', () => {
  expect(facts.filter(({ id }) => !id.startsWith('search.knows.')).length).toBeGreaterThanOrEqual(150)
})

test('what a writing run makes is marked and listed, and nothing else changes', async () => {
  await using simulator = await createTenant()
  const search = (type: string, name: string) =>
    searchIds(simulator, type, { filters: [{ name: `${name}.updateddate`, value: ['1990-01-01'], operator: '>=' }] })
  const before = await Promise.all([search('people', 'person'), search('jobs', 'job')])
  const digests = before[0].map((id) => JSON.stringify(simulator.tenant.store.get('person', id)))
  const { written } = await conformTo(simulator, { allowWrites: true })
  const after = await Promise.all([search('people', 'person'), search('jobs', 'job')])
  const made = after.flat().filter((id) => !before.flat().includes(id))
  const listed = written.flatMap((address) => /\/(?:people|jobs)\/(\d+)$/.exec(address)?.[1] ?? []).map(Number)
  expect(listed.sort((a, b) => a - b)).toEqual(made.sort((a, b) => a - b))
  expect(before[0].map((id) => JSON.stringify(simulator.tenant.store.get('person', id)))).toEqual(digests)
})
