import { expect, test } from 'vitest'
import { facts } from '../../../contracts/conformance/facts/facts.ts'
import { presetNames } from '../../../simulator/tenant/presets/presets.ts'
import { createTenant } from '../../tenant.ts'
import { conformTo, idsWith } from './conform-to.ts'

/** How many facts each preset must show: what a tenant does not have cannot be seen on it. */
const least = { default: 440, enterprise: 440, eu: 435, 'locked-down': 420, empty: 230 }

test.each(presetNames)('the simulator does what is believed, as preset %s', async (preset) => {
  await using simulator = await createTenant({ preset })
  const { findings, ...run } = await conformTo(simulator)
  const contradicted = findings.filter(({ verdict }) => verdict === 'contradicted')
  expect(contradicted.map(({ id, detail }) => `${id}: ${detail}`)).toEqual([])
  expect(idsWith({ findings, ...run }, 'confirmed').length).toBeGreaterThanOrEqual(least[preset])
  expect(run.written).toEqual([])
})

test('a reading run changes nothing', async () => {
  await using simulator = await createTenant()
  const before = simulator.tenant.store.changes
  await conformTo(simulator)
  expect(simulator.tenant.store.changes).toBe(before)
})

test('every fact has an id of its own and a source', () => {
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
  expect(facts.filter(({ source }) => !/^[A-Z0-9]+(, [A-Z0-9]+)*$/.test(source))).toEqual([])
})
