import fc from 'fast-check'
import { expect, test } from 'vitest'
import { search } from '../../../simulator/search/search.ts'
import { fullAccess } from '../../../simulator/tenant/access.ts'
import type { Field } from '../../../simulator/tenant/fields/field.ts'
import { createTenant } from '../../tenant.ts'

/** A person as the oracle sees it; the simulator gets the same as a stored profile. */
type Person = {
  id: number
  firstname?: string | undefined
  folder?: string | undefined
  createddate?: number | undefined
  field100?: string | undefined
  field101?: number | undefined
  field102?: string | undefined
  field103?: string[] | undefined
  field104?: number | undefined
  field105?: Shift[] | undefined
}
type Shift = {
  field106?: string | undefined
  field107?: number | undefined
  field108?: number | undefined
  field109?: string | undefined
  field110?: number | undefined
}
type Leaf = { name: string; operator: string; value: string[]; secondaryValue?: string[] }
type Group = { operator: '&' | '|'; filters: Leaf[]; children: Group[] }

const minute = 60_000
const start = Date.UTC(2024, 0, 1, 11, 55)
const words = ['an', 'Ann', 'anna', 'ÄNNE', 'bob', '']
const folders = ['D32007', 'D32008', 'D32013']

/** Fields of the customer's own, one of each kind, and a collection of them. */
const customFields: readonly Field[] = [
  { name: 'field100', backendId: 100, kind: 'text' },
  { name: 'field101', backendId: 101, kind: 'decimal' },
  { name: 'field102', backendId: 102, kind: 'dateonly' },
  { name: 'field103', backendId: 103, kind: 'nodes', list: 'lists.person.folders' },
  { name: 'field104', backendId: 104, kind: 'profile', target: 'person' },
  {
    name: 'field105',
    kind: 'collection',
    children: [
      { name: 'field106', backendId: 106, kind: 'text' },
      { name: 'field107', backendId: 107, kind: 'number' },
      { name: 'field108', backendId: 108, kind: 'datetime' },
      { name: 'field109', backendId: 109, kind: 'node', list: 'lists.person.folders' },
      { name: 'field110', backendId: 110, kind: 'profile', target: 'person' },
    ],
  },
]

const text = fc.constantFrom('Ann', 'anna', 'Änne', 'Bob', 'b%b', undefined)
const node = fc.constantFrom(...folders, undefined)
const reference = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined })
const time = fc.option(
  fc.integer({ min: 0, max: 600_000 }).map((offset) => start + offset),
  { nil: undefined },
)
const person: fc.Arbitrary<Omit<Person, 'id'>> = fc.record({
  firstname: text,
  folder: node,
  createddate: time,
  field100: text,
  field101: fc.constantFrom(0.5, 1, 3, undefined),
  field102: fc.constantFrom('2023-12-31', '2024-01-01', '2024-01-02', undefined),
  field103: fc.option(fc.uniqueArray(fc.constantFrom(...folders), { minLength: 1 }), { nil: undefined }),
  field104: reference,
  field105: fc.option(
    fc.array(
      fc.record({
        field106: text,
        field107: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
        field108: time,
        field109: node,
        field110: reference,
      }),
      { maxLength: 3 },
    ),
    { nil: undefined },
  ),
})

const date = fc.integer({ min: 0, max: 10 }).map((offset) => {
  const iso = new Date(start + offset * minute).toISOString()
  const hour = Number(iso.slice(11, 13))
  return `${iso.slice(0, 10)} ${String(hour % 12 || 12).padStart(2, '0')}:${iso.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
})
const bound = fc.oneof(date, fc.constantFrom('2024-01-01', '2024-01-02', 'never'))

/** What each filter of a person looks at, by its name after `person.`. */
const filters: Readonly<
  Record<
    string,
    { kind: 'text' | 'number' | 'date' | 'list'; of(one: Person): readonly (string | number | undefined)[] }
  >
> = {
  id: { kind: 'number', of: ({ id }) => [id] },
  firstname: { kind: 'text', of: ({ firstname }) => [firstname] },
  folder: { kind: 'list', of: ({ folder }) => [folder] },
  createddate: { kind: 'date', of: ({ createddate }) => [createddate] },
  'customfield100.text': { kind: 'text', of: ({ field100 }) => [field100] },
  'customfield101.number': { kind: 'number', of: ({ field101 }) => [field101] },
  'customfield102.date': { kind: 'date', of: ({ field102 }) => [field102 && Date.parse(field102)] },
  'customfield103.listnode': { kind: 'list', of: ({ field103 }) => field103 ?? [] },
  collectionfield106text: { kind: 'text', of: shifts(({ field106 }) => field106) },
  collectionfield107number: { kind: 'number', of: shifts(({ field107 }) => field107) },
  collectionfield108date: { kind: 'date', of: shifts(({ field108 }) => field108) },
  collectionfield109listnode: { kind: 'list', of: shifts(({ field109 }) => field109) },
}
const relations: Readonly<Record<string, (one: Person) => readonly (string | number | undefined)[]>> = {
  'customfield104.person.': ({ field104 }) => [field104],
  'collectionfield110person.': shifts(({ field110 }) => field110),
}

function shifts(read: (shift: Shift) => string | number | undefined) {
  return ({ field105 = [] }: Person) => field105.map(read)
}

type Rest = { operator: fc.Arbitrary<string>; value: fc.Arbitrary<string[]> }

const byKind = {
  text: {
    operator: fc.constantFrom('=', '!=', '==', '!=='),
    value: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
  },
  list: { operator: fc.constantFrom('=', '!='), value: fc.array(fc.constantFrom(...folders, 'D1'), { maxLength: 2 }) },
  number: {
    operator: fc.constantFrom('=', '!=', '<', '>', '<=', '>='),
    value: fc.array(fc.integer({ min: 0, max: 8 }).map(String), { minLength: 1, maxLength: 2 }),
  },
  date: { operator: fc.constantFrom('<', '>', '<=', '>=', '!='), value: fc.tuple(bound) as fc.Arbitrary<string[]> },
}
const range = {
  operator: fc.constant('='),
  value: fc.array(bound, { maxLength: 1 }),
  secondaryValue: fc.array(bound, { maxLength: 1 }),
}

const leaf: fc.Arbitrary<Leaf> = fc
  .tuple(
    fc.array(fc.constantFrom(...Object.keys(relations)), { maxLength: 2 }),
    fc.constantFrom(...Object.keys(filters)),
    fc.boolean(),
  )
  .chain(([through, name, isRange]) => {
    const { kind } = filters[name]!
    const path = fc.constant(`person.${through.join('')}${name}`)
    const rest: Rest = kind === 'date' && isRange ? range : byKind[kind]
    return fc.record({ ...rest, name: path }) as fc.Arbitrary<Leaf>
  })

const group: fc.Arbitrary<Group> = fc.letrec<{ group: Group }>((tie) => ({
  group: fc.record({
    operator: fc.constantFrom('&' as const, '|' as const),
    filters: fc.array(leaf, { minLength: 1, maxLength: 3 }),
    children: fc.oneof({ depthSize: 'small' }, fc.constant<Group[]>([]), fc.array(tie('group'), { maxLength: 2 })),
  }),
})).group

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function parse(text: string | undefined): number | undefined {
  if (text === undefined || text === 'never') return undefined
  const [, day, hour, min, half] = /^(\S+)(?: (\d+):(\d+) (..))?$/.exec(text)!
  const hours = (Number(hour ?? 0) % 12) + (half === 'PM' ? 12 : 0)
  return Date.parse(`${day}T00:00:00Z`) + hours * 60 * minute + Number(min ?? 0) * minute
}

/** The rules once more, written to be read beside the documentation, not beside the SQL. */
function matches(one: Person, leaf: Leaf, everybody: readonly Person[]): boolean {
  const name = leaf.name.replace(/^person\./, '')
  const relation = Object.keys(relations).find((start) => name.startsWith(start))
  if (relation !== undefined) {
    const inner = { ...leaf, name: `person.${name.slice(relation.length)}` }
    const named = everybody.filter(({ id }) => relations[relation]!(one).includes(id))
    return named.some((other) => matches(other, inner, everybody))
  }
  const { operator, value } = leaf
  const { kind, of } = filters[name]!
  const held = of(one).filter((found) => found !== undefined)
  if (kind === 'date') return matchesDate(held as number[], leaf)
  const isOpposite = operator.startsWith('!')
  if (value.length === 0) return (held.length === 0) !== isOpposite
  const isHit = held.some((found) => value.some((word) => fits(kind, operator.replace('!', ''), found, word)))
  return isHit !== isOpposite
}

function fits(kind: string, operator: string, found: string | number, word: string): boolean {
  if (kind === 'list') return found === word
  if (kind === 'text') {
    return operator === '==' ? fold(String(found)) === fold(word) : fold(String(found)).includes(fold(word))
  }
  const [a, b] = [Number(found), Number(word)]
  return { '=': a === b, '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b }[operator]!
}

function matchesDate(held: readonly number[], { operator, value, secondaryValue = [] }: Leaf): boolean {
  const [low, high] = [parse(value[0]), parse(secondaryValue[0])]
  if (low === undefined && high === undefined) return true
  const minutes = held.map((at) => Math.floor(at / minute) * minute)
  if (operator === '=')
    return minutes.some((at) => (low === undefined || at >= low) && (high === undefined || at <= high))
  if (operator === '!=') return !minutes.includes(low!)
  return minutes.some((at) => fits('number', operator, at, String(low)))
}

function holds(one: Person, { operator, filters, children }: Group, everybody: readonly Person[]): boolean {
  const results = [
    ...filters.map((filter) => matches(one, filter, everybody)),
    ...children.map((child) => holds(one, child, everybody)),
  ]
  return operator === '&' ? results.every(Boolean) : results.some(Boolean)
}

test('any search finds what a plain reading of its rules finds', async () => {
  await using simulator = await createTenant({ people: 0, tenant: { customFields: { person: customFields } } })
  const { tenant } = simulator
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), group, (made, query) => {
      tenant.store.reset()
      const people = made.map((one, index) => ({ ...one, id: index + 1 }))
      for (const { id, ...fields } of people) tenant.store.put('person', id, JSON.parse(JSON.stringify(fields)))
      const expected = people.filter((one) => holds(one, query, people))
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
