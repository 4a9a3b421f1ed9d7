import { type Fact, fact } from '../fact.ts'
import { oneOf, sampleOf, windowOf } from '../samples.ts'
import type { Filter, Search, Site } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'

const page = ['doc', 'SRCH'] as const

/** What groups, values and operators of a search mean: SRCH, M2, PY1, FORUM3. */
export const searchGroupFacts: readonly Fact[] = [
  rule('or', page, 'A group may be joined by |', async (site) => {
    const [one, other] = await twoIds(site)
    return { expected: [one, other], search: { filters: [is(one), is(other)], operator: '|' } }
  }),
  rule('and', page, 'A group is joined by & unless it says otherwise', async (site) => {
    const [one, other] = await twoIds(site)
    return {
      expected: [one],
      search: { filters: [{ name: 'person.id', value: [String(other)], operator: '<=' }, is(one)] },
    }
  }),
  rule('any-of', ['client', 'M2'], 'Several values of a filter mean any of them', async (site) => {
    const [one, other, within] = await twoFolders(site)
    const { expected } = other
    const value = [one.id, other.id]
    return {
      expected: [...one.expected, ...expected].sort((a, b) => a - b),
      search: { filters: [{ name: 'person.folder', value }, ...within] },
    }
  }),
  rule(
    'child-and',
    ['client', 'PY1'],
    'A child group narrows its parent where the parent is joined by &',
    async (site) => {
      const [one, other] = await twoIds(site)
      const children = [{ filters: [is(one), is(other)], operator: '|' }]
      return {
        expected: [other],
        search: { filters: [{ name: 'person.id', value: [String(one)], operator: '>' }], operator: '&', children },
      }
    },
  ),
  rule('child-or', page, 'A child group widens its parent where the parent is joined by |', async (site) => {
    const [one, other] = await twoIds(site)
    return {
      expected: [one, other],
      search: { filters: [is(one)], operator: '|', children: [{ filters: [is(other)] }] },
    }
  }),
  rule('child-only', ['infer', 'SRCH'], 'A group may have filters in its children only', async (site) => {
    const [one] = await twoIds(site)
    return { expected: [one], search: { filters: [], children: [{ filters: [is(one)] }] } }
  }),
  rule('numbers', ['doc', 'FORUM3'], 'Values may be numbers', async (site) => {
    const [one] = await twoIds(site)
    return { expected: [one], search: { filters: [{ name: 'person.id', value: [one] }] } }
  }),
  rule('default-operator', page, 'A filter compares by = unless it says otherwise', async (site) => {
    const [one] = await twoIds(site)
    return { expected: [one], search: { filters: [{ name: 'person.id', value: [String(one)] }] } }
  }),
  rule('key-order', page, 'The order of keys does not matter', async (site) => {
    const [one] = await twoIds(site)
    return {
      expected: [one],
      search: {
        operator: '&',
        filters: [{ operator: '=', secondaryValue: [], value: [String(one)], name: 'person.id' }],
      },
    }
  }),
  rule('id-csv', ['infer', 'SRCH'], 'person.idCSV takes ids with commas in one text', async (site) => {
    const [one, other] = await twoIds(site)
    return { expected: [one, other], search: { filters: [{ name: 'person.idCSV', value: [`${one},${other}`] }] } }
  }),
  rule('folder-by-text', ['doc', 'SRCH'], 'An item of a list is searched by its text', async (site) => {
    const [one, , within] = await twoFolders(site)
    return { expected: one.expected, search: { filters: [{ name: 'person.folder', value: [one.value] }, ...within] } }
  }),
  rule('folder-by-number', ['doc', 'SRCH'], 'An item of a list is searched by its number alone', async (site) => {
    const [one, , within] = await twoFolders(site)
    return {
      expected: one.expected,
      search: { filters: [{ name: 'person.folder', value: [one.id.slice(1)] }, ...within] },
    }
  }),
  rule('unknown-item', ['doc', 'SRCH'], 'An item that no list has finds nothing, and is no error', async (site) => {
    await oneOf(site, 'people')
    return { expected: [], search: { filters: [{ name: 'person.folder', value: ['C999999999'] }] } }
  }),
  rule('blank', ['client', 'M1'], 'No value at all means those that have none', async (site) => {
    const sample = await sampleOf(site, 'people')
    const blank = sample.filter(({ body }) => !('middlename' in body))
    if (blank.length === 0 || blank.length === sample.length)
      throw new NotTestableError('the sample does not have people both with and without a middle name')
    const filters = [{ name: 'person.middlename', value: [], operator: '=' }, ...windowOf('people', sample)]
    return { expected: blank.map(({ id }) => id), search: { filters } }
  }),
  rule('case', ['infer', 'SRCH'], 'Text is compared whatever its case', async (site) => {
    const { id, body } = await oneOf(site, 'people', (one) => /^[A-Z][a-z]+$/.test(one.lastname ?? ''))
    return {
      expected: [id],
      search: { filters: [is(id), { name: 'person.lastname', value: [body.lastname.toUpperCase()], operator: '==' }] },
    }
  }),
]

/** A search of people that must find exactly these. */
function rule(
  id: string,
  evidence: Parameters<typeof fact>[1],
  title: string,
  make: (site: Site) => Promise<{ expected: number[]; search: Search }>,
): Fact {
  return fact(`search.rule.${id}`, evidence, title, async (site, see) => {
    const { expected, search } = await make(site)
    see.equal(await site.ids('people', search), expected, `what ${short(search)} finds`)
  })
}

const is = (id: number): Filter => ({ name: 'person.id', value: [String(id)], operator: '=' })

async function twoIds(site: Site): Promise<[number, number]> {
  const [one, other] = await sampleOf(site, 'people')
  return [one?.id, needed(other, 'there are fewer than two people').id] as [number, number]
}

type Folder = { id: string; value: string; expected: number[] }

/** Two folders people of the sample are in, and the filters that let through no others. */
async function twoFolders(site: Site): Promise<[Folder, Folder, Filter[]]> {
  const sample = await sampleOf(site, 'people')
  const nodes = new Map<string, Folder>()
  for (const { id, body } of sample) {
    if (!body.folder) continue
    const known = nodes.get(body.folder.id) ?? { id: body.folder.id, value: body.folder.value, expected: [] }
    nodes.set(body.folder.id, { ...known, expected: [...known.expected, id] })
  }
  const [one, other] = [...nodes.values()]
  return [one!, needed(other, 'the people of the sample are not in two folders'), windowOf('people', sample)]
}
