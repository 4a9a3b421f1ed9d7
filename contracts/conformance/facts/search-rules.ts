import { type Fact, fact } from '../fact.ts'
import { prefixes, type SampledType, sampleOf } from '../samples.ts'
import type { Json, Search } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'

const page = ['doc', 'SRCH'] as const
const types = Object.keys(prefixes) as SampledType[]
/** Rows of a full page (SRCH). */
const fullPage = 1_000
/** Names that a count of the rows or a way to the next page would have: the page says that there is none (SRCH). */
const leadsOn = /total|count|size|page|next|offset|cursor|links/i

/** Every row after an id. */
const after = (type: SampledType, id: number | string): Search => ({
  filters: [{ name: `${prefixes[type]}.id`, value: [String(id)], operator: '>' }],
})

/** Types that are searched, beside the four the sample is of. */
const others: readonly (readonly [string, string, 'doc' | 'client', string])[] = [
  ['talentpools', 'talentpool', 'doc', 'SRCH'],
  ['sourceworkflows', 'sourceworkflow', 'doc', 'SRCH'],
  ['onboardworkflows', 'onboardworkflow', 'client', 'M2'],
]

/** How answers are ordered, cut and paged, and what groups mean: SRCH. */
export const searchRuleFacts: readonly Fact[] = [
  ...types.flatMap((type): Fact[] => [
    fact(
      `search.${type}.rows`,
      ['doc', 'SRCH, SCHM'],
      `A search of ${type} answers self and a whole number id`,
      async (site, see) => {
        const rows = (await site.search(type, after(type, 0))).body.searchResults
        see.each(rows.slice(0, 20) as Json[], `there are no ${type}`, (row) => {
          see.has(row, ['id', 'self'], 'a row')
          see.that(Number.isInteger(row.id), `id is ${short(row.id)}`)
          see.equal(site.pathOf(row.self), `/${type}/${row.id}`, 'self')
        })
      },
    ),
    fact(
      `search.${type}.only`,
      page,
      `A search of ${type} answers searchResults, no total and no next page`,
      async (site, see) => {
        const { body } = await site.search(type, after(type, 0))
        see.has(body, ['searchResults'], 'the answer')
        see.equal(
          Object.keys(body).filter((key) => leadsOn.test(key)),
          [],
          'what counts or leads on',
        )
      },
    ),
    fact(`search.${type}.ascending`, page, `A search of ${type} answers ascending by id`, async (site, see) => {
      const ids = await site.ids(type, after(type, 0))
      if (ids.length < 2) throw new NotTestableError(`there are fewer than two ${type}`)
      see.that(
        ids.every((id, i) => i === 0 || id > ids[i - 1]!),
        `they start ${short(ids.slice(0, 8))}`,
      )
    }),
    fact(`search.${type}.cap`, page, `A search of ${type} answers 1,000 rows at most`, async (site, see) => {
      const ids = await site.ids(type, after(type, 0))
      if (ids.length === 0) throw new NotTestableError(`there are no ${type}`)
      see.that(ids.length <= fullPage, `there are ${ids.length}`)
    }),
    fact(`search.${type}.next`, page, `The next ${type} come after the last id of a page`, async (site, see) => {
      const ids = await site.ids(type, after(type, 0))
      const half = needed(ids[Math.floor(ids.length / 2) - 1], `there are too few ${type}`)
      const rest = await site.ids(type, after(type, half))
      see.equal(
        rest.slice(0, ids.length - ids.indexOf(half) - 1),
        ids.slice(ids.indexOf(half) + 1),
        `what comes after ${half}`,
      )
    }),
    fact(
      `search.${type}.last-page`,
      page,
      `After a page of ${type} that is not full there are no more`,
      async (site, see) => {
        const ids = await site.ids(type, after(type, 0))
        const last = needed(ids.at(-1), `there are no ${type}`)
        if (ids.length >= fullPage) throw new NotTestableError('the page is full')
        see.equal(await site.ids(type, after(type, last)), [], `what comes after ${last}`)
      },
    ),
    fact(
      `search.${type}.none`,
      page,
      `A search of ${type} that finds nothing answers an empty list`,
      async (site, see) => {
        const { status, body } = await site.search(type, after(type, 999_999_999))
        see.holds({ status, body }, { status: 200, body: { searchResults: [] } }, 'the answer')
      },
    ),
    fact(
      `search.${type}.query`,
      ['doc', 'SRCH, FORUM3'],
      `The same search of ${type} in the query string finds the same`,
      async (site, see) => {
        const sample = await sampleOf(site, type)
        const middle = needed(sample[Math.floor(sample.length / 2)], `there are no ${type}`)
        const search = { filters: [{ name: `${prefixes[type]}.id`, value: [String(middle.id)], operator: '<=' }] }
        const { body } = await site.get(`/search/${type}`, { staleness: '0', searchJson: JSON.stringify(search) })
        see.equal(body.searchResults, (await site.search(type, search)).body.searchResults, 'what is found')
        see.that(body.searchResults.length > 0, 'nothing is found')
      },
    ),
    fact(
      `search.${type}.empty-last-id`,
      ['client', 'M2'],
      `An empty last id of ${type} means from the first one on`,
      async (site, see) => {
        const [first] = await site.ids(type, after(type, 0))
        const ids = await site.ids(type, after(type, ''))
        see.equal(ids[0], needed(first, `there are no ${type}`), 'the first id')
      },
    ),
  ]),
  fact('search.full-page', page, 'A full page has exactly 1,000 rows', async (site, see) => {
    for (const type of types) {
      const ids = await site.ids(type, after(type, 0))
      if (ids.length < fullPage) continue
      see.equal(ids.length, fullPage, `rows of ${type}`)
      const next = await site.ids(type, after(type, ids.at(-1)!))
      see.that(
        next.every((id) => id > ids.at(-1)!),
        `the next page starts ${short(next.slice(0, 3))}`,
      )
      return
    }
    throw new NotTestableError('no type has a thousand profiles')
  }),
  ...others.map(([type, prefix, level, source]) =>
    fact(`search.${type}`, [level, source], `${type} are searched`, async (site, see) => {
      const search = { filters: [{ name: `${prefix}.updateddate`, value: ['1990-01-01'], operator: '>=' }] }
      const { status, body } = await site.search(type, search)
      if (status === 404 || status === 403) throw new NotTestableError(`this API user has no access to ${type}`)
      see.equal(status, 200, 'the status')
      see.that(Array.isArray(body.searchResults), `it is ${short(body)}`)
    }),
  ),
]
