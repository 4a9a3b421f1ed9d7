import fc from 'fast-check'
import { expect, test } from 'vitest'
import { search } from '../../../simulator/search/search.ts'
import { fullAccess } from '../../../simulator/tenant/access.ts'
import { createTenant } from '../../tenant.ts'

/** A person as the oracle sees it; the simulator gets the same as a stored profile. */
type Person = { firstname: string | undefined; folder: string | undefined; created: number | undefined }
type Leaf = { name: string; operator: string; value: string[]; secondaryValue?: string[] }
type Group = { operator: '&' | '|'; filters: Leaf[]; children: Group[] }

const minute = 60_000
const start = Date.UTC(2024, 0, 1, 11, 55)
const words = ['an', 'Ann', 'anna', 'ÄNNE', 'bob', '']
const folders = ['D32007', 'D32008', 'D32013']

const person: fc.Arbitrary<Person> = fc.record({
  firstname: fc.constantFrom('Ann', 'anna', 'Änne', 'Bob', 'b%b', undefined),
  folder: fc.constantFrom(...folders, undefined),
  created: fc.option(
    fc.integer({ min: 0, max: 600_000 }).map((offset) => start + offset),
    { nil: undefined },
  ),
})

const date = fc.integer({ min: 0, max: 10 }).map((offset) => {
  const iso = new Date(start + offset * minute).toISOString()
  const hour = Number(iso.slice(11, 13))
  return `${iso.slice(0, 10)} ${String(hour % 12 || 12).padStart(2, '0')}:${iso.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
})

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    name: fc.constant('person.firstname'),
    operator: fc.constantFrom('=', '!=', '==', '!=='),
    value: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
  }),
  fc.record({
    name: fc.constant('person.folder'),
    operator: fc.constantFrom('=', '!='),
    value: fc.array(fc.constantFrom(...folders, 'D1'), { maxLength: 2 }),
  }),
  fc.record({
    name: fc.constant('person.id'),
    operator: fc.constantFrom('=', '!=', '<', '>', '<=', '>='),
    value: fc.array(fc.integer({ min: 0, max: 8 }).map(String), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    name: fc.constant('person.createddate'),
    operator: fc.constantFrom('<', '>', '<=', '>=', '!='),
    value: fc.tuple(date),
  }),
  fc.record({
    name: fc.constant('person.createddate'),
    operator: fc.constant('='),
    value: fc.array(fc.oneof(date, fc.constant('never')), { maxLength: 1 }),
    secondaryValue: fc.array(date, { maxLength: 1 }),
  }),
)

const group: fc.Arbitrary<Group> = fc.letrec<{ group: Group }>((tie) => ({
  group: fc.record({
    operator: fc.constantFrom('&' as const, '|' as const),
    filters: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    children: fc.oneof({ depthSize: 'small' }, fc.constant<Group[]>([]), fc.array(tie('group'), { maxLength: 2 })),
  }),
})).group

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function parse(text: string): number | undefined {
  if (text === 'never') return undefined
  const [, day, hour, min, half] = /^(\S+) (\d+):(\d+) (..)$/.exec(text)!
  return (
    Date.parse(`${day}T00:00:00Z`) +
    ((Number(hour) % 12) + (half === 'PM' ? 12 : 0)) * 60 * minute +
    Number(min) * minute
  )
}

/** The rules once more, written to be read beside the documentation, not beside the SQL. */
function matches(one: Person & { id: number }, { name, operator, value, secondaryValue = [] }: Leaf): boolean {
  if (name === 'person.firstname') {
    const text = one.firstname === undefined ? undefined : fold(one.firstname)
    const isExact = operator === '==' || operator === '!=='
    const hit =
      value.length === 0
        ? text === undefined
        : text !== undefined && value.some((word) => (isExact ? text === fold(word) : text.includes(fold(word))))
    return operator.startsWith('!') ? !hit : hit
  }
  if (name === 'person.folder') {
    const hit = value.length === 0 ? one.folder === undefined : one.folder !== undefined && value.includes(one.folder)
    return operator === '!=' ? !hit : hit
  }
  if (name === 'person.id') {
    const compare: Record<string, (a: number, b: number) => boolean> = {
      '=': (a, b) => a === b,
      '<': (a, b) => a < b,
      '>': (a, b) => a > b,
      '<=': (a, b) => a <= b,
      '>=': (a, b) => a >= b,
    }
    if (operator === '!=') return value.every((word) => one.id !== Number(word))
    return value.some((word) => compare[operator]!(one.id, Number(word)))
  }
  const at = one.created === undefined ? undefined : Math.floor(one.created / minute)
  const low = value[0] === undefined ? undefined : parse(value[0])
  const high = secondaryValue[0] === undefined ? undefined : parse(secondaryValue[0])
  const lowMinute = low === undefined ? undefined : low / minute
  if (operator === '!=') return lowMinute === undefined || at !== lowMinute
  if (lowMinute === undefined && high === undefined) return true
  if (at === undefined) return false
  switch (operator) {
    case '<':
      return at < lowMinute!
    case '<=':
      return at <= lowMinute!
    case '>':
      return at > lowMinute!
    case '>=':
      return at >= lowMinute!
    default:
      return (lowMinute === undefined || at >= lowMinute) && (high === undefined || at <= high / minute)
  }
}

function holds(one: Person & { id: number }, { operator, filters, children }: Group): boolean {
  const results = [...filters.map((filter) => matches(one, filter)), ...children.map((child) => holds(one, child))]
  return operator === '&' ? results.every(Boolean) : results.some(Boolean)
}

test('any search finds what a plain reading of its rules finds', async () => {
  await using simulator = await createTenant({ people: 0 })
  const { tenant } = simulator
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), group, (people, query) => {
      tenant.store.reset()
      for (const [index, { firstname, folder, created }] of people.entries()) {
        const stored = {
          ...(firstname && { firstname }),
          ...(folder && { folder }),
          ...(created && { createddate: created }),
        }
        tenant.store.put('person', index + 1, stored)
      }
      const expected = people.map((one, index) => ({ ...one, id: index + 1 })).filter((one) => holds(one, query))
      expect(search(tenant, 'person', query, fullAccess, [])).toEqual(expected.map(({ id }) => id))
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  )
})

test('no body at all makes the search fail other than with its own errors', async () => {
  await using simulator = await createTenant({ people: 12 })
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.record({
      filters: fc.array(
        fc.record(
          {
            name: fc.constantFrom('person.id', 'person.email', 'person.createddate', 'x'),
            value: fc.jsonValue(),
            operator: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
      ),
    }),
  )
  fc.assert(
    fc.property(odd, (body) => {
      try {
        search(simulator.tenant, 'person', body, fullAccess, [])
      } catch (error) {
        expect(error).toMatchObject({ name: 'IcimsError', status: 400 })
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  )
})
