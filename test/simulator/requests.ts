import fc from 'fast-check'
import type { Operation } from '../../openapi/document.ts'
import { operations } from '../../openapi/document.ts'
import { filtersOf } from '../../simulator/search/filters/filters.ts'
import type { Field } from '../../simulator/tenant/fields/field.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../../simulator/tenant/profile-types.ts'
import type { Words } from '../../simulator/tenant/words.ts'

/** A request for one operation, some of it right and some of it wrong. */
export type Generated = {
  operation: Operation
  path: string
  query: string
  headers: Record<string, string>
  body: Uint8Array | string | undefined
}

/** The operations a customer's API host answers. */
const routed = operations.filter(({ path }) => path.startsWith('/customers/'))

const oddText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '..',
    '../..',
    '%00',
    'null',
    '-1',
    '1e9',
    '__proto__',
    'constructor',
    '<b>',
    "';--",
    '𝟘',
    'a'.repeat(300),
  ),
)
const someText = oddText.filter((text) => text !== '')

/** One group of a collection that is there. */
export type KnownEntry = { type: ProfileType; id: number; field: string; entry: number }

/** The tenant requests are made for: its words, and which profiles and groups there are. */
export type Known = Words & { ids: Readonly<Record<ProfileType, readonly number[]>>; entries: readonly KnownEntry[] }

/** What the braces of an address stand for. */
type Target = { id: string; field: Field | undefined; name: string; entry: string; child: string }

/** Generates requests against the fields of a tenant: most are close to right, so that they get past the first check. */
export function arbitraryRequest(known: Known): fc.Arbitrary<Generated> {
  return fc.constantFrom(...routed).chain((operation) => {
    const type = profileTypeNames.find((name) => operation.path.split('/')[3] === profileTypes[name].path)
    return arbitraryTarget(operation, known, type).chain((target) =>
      fc.record({
        operation: fc.constant(operation),
        path: arbitraryPath(operation, known, target),
        query: arbitraryQuery(operation, known, type),
        headers: mostly(
          fc.constant(contentType(operation)),
          fc.constantFrom({}, { 'content-type': 'text/plain' }, { 'content-type': 'application/json; x' }),
        ),
        body: arbitraryBody(operation, known, type, target),
      }),
    )
  })
}

/** The first most of the time, the second now and then. */
function mostly<A, B>(first: fc.Arbitrary<A>, second: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 12, arbitrary: first }, { weight: 1, arbitrary: second })
}

function someId(numbers: readonly number[]): fc.Arbitrary<string> {
  const known = numbers.length === 0 ? fc.constant('1') : fc.constantFrom(...numbers).map(String)
  return mostly(known, fc.oneof(someText, fc.nat().map(String)))
}

function arbitraryTarget({ path }: Operation, known: Known, type: ProfileType | undefined): fc.Arbitrary<Target> {
  const fields = type === undefined ? [] : known.fields.of(type)
  const wanted = (field: Field): boolean => {
    if (path.includes('{child}')) return field.children?.some(({ kind }) => kind === 'file') ?? false
    if (path.includes('{entry}')) return field.kind === 'collection'
    return /\/(binary|text)$/.test(path) ? field.kind === 'file' : true
  }
  const possible = fields.filter(wanted)
  const field = possible.length === 0 ? fc.constant(undefined) : fc.constantFrom(...possible)
  const made = field.chain((chosen) => {
    const child = chosen?.children?.find(({ kind }) => kind === 'file')?.name ?? 'file'
    const there = known.entries.filter((entry) => entry.type === type && entry.field === chosen?.name)
    const place =
      there.length === 0
        ? fc.tuple(someId(type === undefined ? [1, 2, 1001, 1002] : known.ids[type]), fc.nat({ max: 500 }).map(String))
        : fc.constantFrom(...there).map(({ id, entry }) => [String(id), String(entry)] as const)
    return place.map(([id, entry]) => ({ id, field: chosen, name: chosen?.name ?? 'addresses', entry, child }))
  })
  const odd = fc.record({
    id: someText,
    field: fc.constant(undefined),
    name: someText,
    entry: someText,
    child: someText,
  })
  return mostly(made, odd)
}

function arbitraryPath({ path }: Operation, known: Known, target: Target): fc.Arbitrary<string> {
  const parts = path.split('/').map((part): fc.Arbitrary<string> => {
    if (part === '{customerId}') return fc.constant('1234')
    if (!part.startsWith('{')) return fc.constant(part)
    return pathValue(part.slice(1, -1), known, target).map((text) => encodeURIComponent(text).replaceAll('.', '%2e'))
  })
  return fc.tuple(...parts).map((all) => all.join('/'))
}

function pathValue(name: string, { ids, config }: Known, target: Target): fc.Arbitrary<string> {
  if (name === 'personId') return someId(ids.person)
  if (name === 'jobId') return someId(ids.job)
  if (name === 'portal') return mostly(fc.constantFrom('1', config.portals[0]!.name), someText)
  if (name === 'formName') return mostly(fc.constantFrom(...config.forms.map((form) => form.name), 'none'), someText)
  if (name === 'id') return fc.constant(target.id)
  if (name === 'field') return fc.constant(target.name)
  if (name === 'entry') return fc.constant(target.entry)
  if (name === 'child') return fc.constant(target.child)
  return mostly(someId([1, 2, ...ids.job]), someText)
}

/** Most often the name of a field. */
function fieldName(words: Words, type: ProfileType | undefined): fc.Arbitrary<string> {
  const fields = type === undefined ? [] : words.fields.of(type)
  return mostly(fc.constantFrom('addresses', ...fields.map(({ name }) => name)), someText)
}

function arbitraryQuery(
  { method, path }: Operation,
  words: Words,
  type: ProfileType | undefined,
): fc.Arbitrary<string> {
  if (method === 'GET' && path.includes('/search/')) {
    const search = arbitrarySearch(path, words).map(
      (body) => `searchJson=${encodeURIComponent(JSON.stringify(body) ?? '')}`,
    )
    return mostly(search, fc.constantFrom('', 'searchJson=%7B', 'staleness=0'))
  }
  const names = fc
    .array(fieldName(words, type), { maxLength: 4 })
    .map((list) => `fields=${encodeURIComponent(list.join(','))}`)
  const other = fc
    .tuple(
      fc.constantFrom('staleness', 'size', 'page', 'offerId', 'signed', 'jobid', 'x'),
      fc.oneof(oddText, fc.nat().map(String)),
    )
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return fc.array(fc.oneof(names, other), { maxLength: 2 }).map((all) => all.join('&'))
}

function contentType({ method, path }: Operation): Record<string, string> {
  if (method === 'GET' || method === 'DELETE') return {}
  if (!path.endsWith('/binary')) return { 'content-type': 'application/json' }
  return { 'content-type': 'application/pdf', 'content-disposition': 'attachment;filename="a.pdf"' }
}

function arbitraryBody(
  operation: Operation,
  words: Words,
  type: ProfileType | undefined,
  target: Target,
): fc.Arbitrary<Uint8Array | string | undefined> {
  const { method, path } = operation
  if (method === 'GET' || method === 'DELETE') return fc.constant(undefined)
  if (path.endsWith('/binary')) return fc.uint8Array({ maxLength: 200 })
  const json = path.includes('/search') ? arbitrarySearch(path, words) : arbitraryFields(operation, words, type, target)
  const text = json.map((body) => JSON.stringify(body) ?? '')
  return mostly(text, fc.oneof(fc.json({ maxDepth: 3 }), oddText))
}

/** A few fields of the profile or group that the address names; a new profile has those that are required. */
function arbitraryFields(
  { method, path }: Operation,
  words: Words,
  type: ProfileType | undefined,
  { field }: Target,
): fc.Arbitrary<unknown> {
  const pairOf = (one: Field) => arbitraryValue(words, one).map((value) => [one.name, value] as const)
  const isEntry = path.includes('/fields/')
  if (isEntry && method === 'PATCH' && !path.includes('{entry}') && field !== undefined) {
    return pairOf(field).map((pair) => Object.fromEntries([pair]))
  }
  const fields = isEntry ? (field?.children ?? []) : type === undefined ? [] : words.fields.of(type)
  if (fields.length === 0) return fc.dictionary(oddText, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 })
  const some = fc.array(fc.constantFrom(...fields).chain(pairOf), { minLength: 1, maxLength: 3 })
  const required = method === 'POST' && !isEntry ? fields.filter((one) => one.required).map(pairOf) : []
  return fc.tuple(fc.tuple(...required), some).map(([must, may]) => Object.fromEntries([...must, ...may]))
}

/** Most often a value that fits the field. */
function arbitraryValue(words: Words, field: Field): fc.Arbitrary<unknown> {
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), oddText, fc.constant(null), fc.constant(''))
  return fc.oneof({ weight: 14, arbitrary: fitting(words, field) }, { weight: 1, arbitrary: odd })
}

function fitting(words: Words, field: Field): fc.Arbitrary<unknown> {
  const nodes = field.list === undefined ? [] : words.lists.nodes(field.list)
  const node =
    nodes.length === 0 ? fc.constant({ id: 'D1' }) : fc.constantFrom(...nodes).map((found) => ({ id: found.id }))
  switch (field.kind) {
    case 'number':
      return fc.integer({ min: -5, max: 2 ** 40 })
    case 'decimal':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'datetime':
      return fc.constantFrom('2026-01-02 03:04 PM', '2026-01-02', '2026-02-30 01:00 AM')
    case 'dateonly':
      return fc.constantFrom('2026-01-02', '1900-12-31', '2026-13-01')
    case 'node':
    case 'place':
      return node
    case 'nodes':
      return fc.array(node, { maxLength: 3 })
    case 'profile':
      return fc.oneof(fc.integer({ min: 1, max: 24 }), fc.constantFrom(1001, 1002, { id: 3 }))
    case 'address':
      return fc.record({ id: fc.integer({ min: 1, max: 30 }), companyid: fc.integer({ min: 1, max: 3 }) })
    case 'salary':
      return fc.record(
        {
          currency: fc.constantFrom('USD', 'usd'),
          amount: fc.double({ noNaN: true }),
          timeframe: fc.constantFrom('Yearly', 'yearly'),
        },
        { requiredKeys: ['currency', 'amount'] },
      )
    case 'currency':
      return fc.record({ currency: fc.constant('EUR'), amount: fc.integer() })
    case 'collection':
      return fc.array(
        fc
          .constantFrom(...field.children!)
          .chain((child) => arbitraryValue(words, child).map((value) => ({ [child.name]: value }))),
        { maxLength: 2 },
      )
    default:
      return fc.string({ maxLength: 40 })
  }
}

/** Filters the searched type has, with operators that fit most of them. */
function arbitrarySearch(path: string, words: Words): fc.Arbitrary<unknown> {
  const type = profileTypeNames.find((name) => path.endsWith(`/search/${profileTypes[name].path}`)) ?? 'job'
  const names = filtersOf(type, words).map(
    ({ name, ...filter }) => `${type}.${name}${'relation' in filter ? '.id' : ''}`,
  )
  const filter = fc.record(
    {
      name: mostly(fc.constantFrom(...names), someText),
      value: fc.array(fc.oneof(oddText, fc.nat(), fc.constantFrom('2026-01-02', '{DATE:START}{DATE:-9}')), {
        maxLength: 3,
      }),
      secondaryValue: fc.array(oddText, { maxLength: 1 }),
      operator: mostly(fc.constant('='), fc.constantFrom('!=', '==', '!==', '<', '>', '<=', '>=', '~')),
    },
    { requiredKeys: ['name', 'value'] },
  )
  const filters = fc.array(filter, { minLength: 1, maxLength: 2 })
  const group = fc.record({ filters, operator: fc.constantFrom('&', '|') }, { requiredKeys: ['filters'] })
  const operator = mostly(fc.constantFrom('&', '|'), fc.constant('^'))
  return fc.record({ filters, operator, children: fc.array(group, { maxLength: 1 }) }, { requiredKeys: ['filters'] })
}
