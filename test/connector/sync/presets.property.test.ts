import fc from 'fast-check'
import { expect, test } from 'vitest'
import { modelNames } from '../../../connector/store/tables.ts'
import type { SyncSummary } from '../../../connector/sync/sync.ts'
import { createFrozenClock } from '../../../simulator/index.ts'
import { presetNames } from '../../../simulator/tenant/presets/presets.ts'
import { createPair, type Pair } from '../../pair.ts'

const runs = Number(process.env.PRESET_RUNS ?? 4)

/** Every row of every model, without which run saw it last. */
async function rowsOf({ connector, integrationId }: Pair): Promise<unknown> {
  const rows = await Promise.all(modelNames.map((model) => connector.store.rows(integrationId, model)))
  return rows.flat().map(({ columns: { seen_run, ...columns } }) => columns)
}

/** Rows that a run made or changed, by model. */
function moved({ counts }: SyncSummary, ...what: readonly ('created' | 'changed' | 'deleted')[]): [string, number][] {
  return modelNames
    .map((model) => [model, what.reduce((sum, name) => sum + counts[model][name], 0)] as [string, number])
    .filter(([, count]) => count > 0)
}

const tenants = fc.record({
  preset: fc.constantFrom(...presetNames),
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  people: fc.nat(50),
  life: fc.array(fc.constantFrom('1h', '7h', '1d', '3d'), { maxLength: 4 }),
})

test('whatever tenant lives however long, a second full sync changes nothing, and deltas miss nothing but deletions', async () => {
  await fc.assert(
    fc.asyncProperty(tenants, async ({ preset, seed, people, life }) => {
      const clock = createFrozenClock()
      await using pair = await createPair({ simulator: { preset, seed, people, clock, life: true } })
      const sync = (type: 'FULL' | 'DELTA') => pair.connector.sync(pair.integrationId, { type })
      await sync('FULL')
      for (const time of life) {
        pair.simulator.advance(time)
        expect(await sync('DELTA')).toMatchObject({ type: 'DELTA' })
      }
      const after = await sync('FULL')
      expect(moved(after, 'created', 'changed')).toEqual([])
      const before = await rowsOf(pair)
      expect(moved(await sync('FULL'), 'created', 'changed', 'deleted')).toEqual([])
      expect(await rowsOf(pair)).toEqual(before)
    }),
    { numRuns: runs },
  )
})
