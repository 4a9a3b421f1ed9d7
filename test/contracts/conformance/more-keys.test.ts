import { expect, test } from 'vitest'
import { asFetch, createTenant } from '../../tenant.ts'
import { body, type Json } from '../mutants/bend.ts'
import { conformTo, fetchOf, idsWith } from './conform-to.ts'

/** Objects whose keys are names of fields or questions, so that a further key would be a further field. */
const isNamed = (key: string): boolean => key === 'properties'

/** The same with a key more in every object, as iCIMS may add at any time (D1). */
function grown(value: Json, key = ''): Json {
  if (Array.isArray(value)) return value.map((one) => grown(one))
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, grown(one, name)]))
  return isNamed(key) ? inner : { ...inner, addedlater: 'unseen' }
}

/** The same in another order, which says nothing either (C12). */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]) => [name, turned(one)] as const)
  return Object.fromEntries(entries.toReversed())
}

const isMeta = (request: Request): boolean => request.url.endsWith('/meta')

test.each([
  ['answers keys that nobody has seen yet', grown],
  ['writes its keys in another order', turned],
])('a server that %s contradicts nothing', async (_, bend) => {
  await using simulator = await createTenant()
  const right = fetchOf(simulator)
  const over = body(
    (request) => !isMeta(request),
    (one) => bend(one),
  )((request) => right(request))
  const run = await conformTo(simulator, { fetch: asFetch(over), allowWrites: true, allowAdmin: true })
  const contradicted = run.findings.filter(({ verdict }) => verdict === 'contradicted')
  expect(contradicted.map(({ id, detail }) => `${id}: ${detail}`)).toEqual([])
  expect(idsWith(run, 'confirmed').length).toBeGreaterThanOrEqual(740)
})
