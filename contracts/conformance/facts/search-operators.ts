import { type Fact, fact } from '../fact.ts'
import { prefixes, type Sampled, type SampledType, sampleOf, windowOf } from '../samples.ts'
import type { Json, Site } from '../site.ts'
import { NotTestableError, short, type Witness } from '../witness.ts'

/** Kinds of filter (SRCH), with what each operator means for a value that a profile has. */
const meanings: Readonly<Record<string, Readonly<Record<string, (held: Json, asked: Json) => boolean>>>> = {
  text: {
    '=': (held, asked) => lower(held).includes(lower(asked)),
    '!=': (held, asked) => !lower(held).includes(lower(asked)),
    '==': (held, asked) => lower(held) === lower(asked),
    '!==': (held, asked) => lower(held) !== lower(asked),
  },
  number: {
    '=': (held, asked) => held === Number(asked),
    '!=': (held, asked) => held !== Number(asked),
    '<': (held, asked) => held < Number(asked),
    '>': (held, asked) => held > Number(asked),
    '<=': (held, asked) => held <= Number(asked),
    '>=': (held, asked) => held >= Number(asked),
  },
  date: {
    '<': (held, asked) => timeOf(held) < timeOf(asked),
    '>': (held, asked) => timeOf(held) > timeOf(asked),
    '<=': (held, asked) => timeOf(held) <= timeOf(asked),
    '>=': (held, asked) => timeOf(held) >= timeOf(asked),
  },
  multiselect: {
    '=': (held, asked) => isNode(held, asked),
    '!=': (held, asked) => !isNode(held, asked),
  },
  listnode: { '=': (held, asked) => (held as Json[]).some((node) => isNode(node, asked)) },
}

/** Operators of a kind that the table of SRCH does not give it: they fail the request. */
const refused: Readonly<Record<string, readonly string[]>> = {
  text: ['<', '>='],
  number: ['==', '!=='],
  date: ['==', '!=='],
  multiselect: ['<', '>'],
  listnode: ['<', '!=='],
}

/** A filter of each kind on each type: what a profile holds, and values worth asking for. */
type Probe = {
  type: SampledType
  name: string
  kind: string
  held(profile: Sampled): Json
  values(held: Json): string[]
}

const itself = (held: Json): string[] => [String(held)]
const part = (held: Json): string[] => [String(held).slice(1, 4), String(held).slice(0, 2), String(held)]
const nodeValues = (node: Json): string[] => [node.id]

const probes: readonly Probe[] = [
  { type: 'people', name: 'lastname', kind: 'text', held: ({ body }) => body.lastname, values: part },
  { type: 'jobs', name: 'jobtitle', kind: 'text', held: ({ body }) => body.jobtitle, values: part },
  { type: 'companies', name: 'name', kind: 'text', held: ({ body }) => body.name, values: part },
  { type: 'people', name: 'email', kind: 'text', held: ({ body }) => body.email, values: part },
  { type: 'people', name: 'id', kind: 'number', held: ({ id }) => id, values: itself },
  {
    type: 'jobs',
    name: 'numberofpositions',
    kind: 'number',
    held: ({ body }) => body.numberofpositions,
    values: itself,
  },
  { type: 'applicantworkflows', name: 'id', kind: 'number', held: ({ id }) => id, values: itself },
  { type: 'people', name: 'updateddate', kind: 'date', held: ({ body }) => body.updateddate, values: itself },
  { type: 'jobs', name: 'createddate', kind: 'date', held: ({ body }) => body.createddate, values: itself },
  {
    type: 'applicantworkflows',
    name: 'updateddate',
    kind: 'date',
    held: ({ body }) => body.updateddate,
    values: itself,
  },
  { type: 'people', name: 'folder', kind: 'multiselect', held: ({ body }) => body.folder, values: nodeValues },
  { type: 'jobs', name: 'folder', kind: 'multiselect', held: ({ body }) => body.folder, values: nodeValues },
  {
    type: 'applicantworkflows',
    name: 'status',
    kind: 'multiselect',
    held: ({ body }) => body.status,
    values: nodeValues,
  },
  {
    type: 'people',
    name: 'addressstate',
    kind: 'listnode',
    held: ({ body }) => body.addresses?.map((address: Json) => address.addressstate).filter(Boolean),
    values: (held) => held.map((node: Json) => node.id),
  },
  {
    type: 'companies',
    name: 'addressstate',
    kind: 'listnode',
    held: ({ body }) => body.addresses?.map((address: Json) => address.addressstate).filter(Boolean),
    values: (held) => held.map((node: Json) => node.id),
  },
]

/** Which profile a filter finds, by kind and operator: SRCH's table. */
export const operatorFacts: readonly Fact[] = probes.flatMap((probe) => [
  ...Object.keys(meanings[probe.kind]!).map((operator) =>
    fact(
      `search.${probe.type}.${probe.name}.${operator}`,
      ['doc', 'SRCH'],
      `${prefixes[probe.type]}.${probe.name} (${probe.kind}) takes ${operator}, and finds what it says`,
      (site, see) => compare(site, see, probe, operator),
    ),
  ),
  ...refused[probe.kind]!.map((operator) =>
    fact(
      `search.${probe.type}.${probe.name}.no ${operator}`,
      ['doc', 'SRCH'],
      `${prefixes[probe.type]}.${probe.name} (${probe.kind}) does not take ${operator}`,
      async (site, see) => {
        const name = `${prefixes[probe.type]}.${probe.name}`
        await mustKnow(site, probe.type, name)
        const { body } = await site.search(probe.type, { filters: [{ name, value: ['1'], operator }] })
        const message = `The following filter operator is not valid in the given context: ${operator}`
        see.equal(body?.errors?.[0]?.errorMessage, message, 'errorMessage')
      },
    ),
  ),
])

/** Asks for values that some of the sample have and others have not, and compares what is found with what must be. */
async function compare(site: Site, see: Witness, probe: Probe, operator: string): Promise<void> {
  const { type, kind } = probe
  const name = `${prefixes[type]}.${probe.name}`
  await mustKnow(site, type, name)
  const all = await sampleOf(site, type)
  const sample = all.filter((one) => isComparable(kind, probe.held(one)))
  // Without the field a profile is compared nowhere: what a blank does is not written down.
  const blank = all.filter((one) => !sample.includes(one)).map(({ id }) => id)
  const means = meanings[kind]![operator]!
  const asked = [...new Set(sample.flatMap((one) => probe.values(probe.held(one))))].filter((value) => value !== '')
  for (const value of asked) {
    const expected = sample.filter((one) => means(probe.held(one), value)).map(({ id }) => id)
    if (expected.length === 0 || expected.length === sample.length) continue
    const ids = await site.ids(type, { filters: [{ name, value: [value], operator }, ...windowOf(type, all)] })
    const found = ids.filter((id) => !blank.includes(id))
    see.equal(found, expected, `what ${name} ${operator} ${short(value)} finds in the sample`)
    return
  }
  throw new NotTestableError(`no value of ${name} tells profiles of the sample apart`)
}

/** @throws NotTestableError where the filter is hidden, as it is where the API user does not see the field. */
export async function mustKnow(site: Site, type: SampledType, name: string): Promise<void> {
  const { status, body } = await site.search(type, { filters: [{ name, value: ['1'] }] })
  const hidden = `The following filter is either not valid or hidden: ${name}`
  if (status === 200 || body?.errors?.[0]?.errorMessage !== hidden) return
  const shown = (await sampleOf(site, type)).some((one) => name.split('.')[1]! in one.body)
  if (!shown) throw new NotTestableError(`${name} is hidden from this API user`)
}

/** Letters beyond ASCII compare in ways nobody has written down. */
function isComparable(kind: string, held: Json): boolean {
  if (held === undefined || (Array.isArray(held) && held.length === 0)) return false
  return kind !== 'text' || /^[\x20-\x7e]+$/.test(held)
}

function lower(text: unknown): string {
  return String(text).toLowerCase()
}

function isNode(node: Json, asked: string): boolean {
  return node.id === asked
}

/** Milliseconds of `2015-09-30 02:07 PM`, which is UTC (D6). */
export function timeOf(text: string): number {
  const [, day, hour, minute, half] = /^(\S+) (\d+):(\d+) (AM|PM)$/.exec(text) ?? []
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0)
  return Date.parse(`${day}T${String(hours).padStart(2, '0')}:${minute}:00Z`)
}
