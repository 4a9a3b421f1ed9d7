import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import type { ProfileData } from '../../simulator/store/store.ts'
import { createTenant } from '../tenant.ts'

/** A tenant as one plain map would have it. */
type Model = {
  rows: Map<number, ProfileData>
  base: Map<number, ProfileData>
  kept: Map<string, Map<number, ProfileData>>
}

const id = fc.integer({ min: 1, max: 8 })
const which = fc.nat(3)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('put' as const), which, id, name: fc.string({ maxLength: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), which, id }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fork' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('snapshot' as const), which, name: fc.constantFrom('a', 'b') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('restore' as const), which, name: fc.constantFrom('a', 'b') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reset' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), which }) },
)

test('tenants that fork, snapshot, restore and reset behave as so many plain maps', async () => {
  await using simulator = await createTenant({ people: 6 })
  const seeded = new Map([...simulator.tenant.store.each('person')].map((row) => [row.id, row.data]))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      simulator.reset()
      for (const { name } of simulator.snapshots()) simulator.removeSnapshot(name)
      const tenants: { real: Simulator; model: Model }[] = [
        { real: simulator, model: { rows: new Map(seeded), base: new Map(seeded), kept: new Map() } },
      ]
      for (const one of steps) {
        const { real, model } = tenants[one.which % tenants.length]!
        const { store } = real.tenant
        if (one.kind === 'put') {
          store.put('person', one.id, { firstname: one.name })
          model.rows.set(one.id, { firstname: one.name })
        } else if (one.kind === 'remove') {
          store.remove('person', one.id)
          model.rows.delete(one.id)
        } else if (one.kind === 'fork') {
          const rows = new Map(model.rows)
          tenants.push({ real: real.fork(), model: { rows, base: new Map(rows), kept: new Map() } })
        } else if (one.kind === 'snapshot') {
          real.snapshot(one.name)
          model.kept.set(one.name, new Map(model.rows))
        } else if (one.kind === 'restore') {
          const kept = model.kept.get(one.name)
          if (kept === undefined) expect(() => real.restore(one.name)).toThrow('has no snapshot')
          else {
            real.restore(one.name)
            model.rows = new Map(kept)
          }
        } else if (one.kind === 'reset') {
          real.reset()
          model.rows = new Map(model.base)
        } else if (real !== simulator) {
          await real.close()
          tenants.splice(one.which % tenants.length, 1)
        }
      }
      for (const { real, model } of tenants) {
        const { store } = real.tenant
        const expected = [...model.rows].sort(([a], [b]) => a - b).map(([key, data]) => ({ id: key, data }))
        expect([...store.each('person')]).toEqual(expected)
        expect([...store.matching('person', /^\{/)]).toEqual(expected)
        expect(store.count('person')).toBe(model.rows.size)
        for (let key = 1; key <= 8; key++) expect(store.get('person', key)).toEqual(model.rows.get(key))
      }
      for (const { real } of tenants.slice(1)) await real.close()
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
  )
})
