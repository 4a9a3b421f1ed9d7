import { type Fact, fact } from '../fact.ts'
import type { Json, Site } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'
import { timeOf } from './search-operators.ts'

const page = ['doc', 'D26'] as const

/** Career portals and what is posted to them: D26, WP. */
export const portalFacts: readonly Fact[] = [
  fact(
    'portals.rows',
    page,
    'A portal lists its jobs by portalUrl, self, id and updatedDate, without a filter',
    async (site, see) => {
      see.each(await rows(site), 'nothing is posted there', (row) => {
        see.has(row, ['id', 'portalUrl', 'self', 'updatedDate'], 'a row')
      })
    },
  ),
  fact('portals.id', page, 'The id of a posted job is a whole number', async (site, see) => {
    see.each(await rows(site), 'nothing is posted there', ({ id }) =>
      see.that(Number.isInteger(id), `id is ${short(id)}`),
    )
  }),
  fact('portals.date', page, 'updatedDate is written yyyy-MM-dd hh:mm a', async (site, see) => {
    see.each(await rows(site), 'nothing is posted there', ({ updatedDate }) =>
      see.fits(updatedDate, /^\d{4}-\d\d-\d\d (0[1-9]|1[0-2]):\d\d [AP]M$/, 'updatedDate'),
    )
  }),
  fact('portals.url', page, 'The page of a job is /jobs/, its id, a name and /job', async (site, see) => {
    see.each(await rows(site), 'nothing is posted there', ({ id, portalUrl }) =>
      see.fits(portalUrl, new RegExp(`/jobs/${id}/[^/]+/job$`), 'portalUrl'),
    )
  }),
  fact('portals.self', page, 'self is the job on its portal', async (site, see) => {
    see.each(await rows(site), 'nothing is posted there', ({ id, self }) =>
      see.fits(site.pathOf(self), new RegExp(`^/portals/[^/]+/${id}$`), 'self'),
    )
  }),
  fact('portals.newest', page, 'The newest change stands first on a portal', async (site, see) => {
    const times = (await rows(site)).map(({ updatedDate }) => timeOf(updatedDate))
    if (new Set(times).size < 2) throw new NotTestableError('fewer than two dates are there')
    see.that(
      times.every((time, i) => i === 0 || time <= times[i - 1]!),
      'a later one follows',
    )
  }),
  fact('portals.live', ['doc', 'SRCH, D26'], 'job.postedto finds the jobs that a portal lists', async (site, see) => {
    const listed = (await rows(site)).map(({ id }) => id).sort((a, b) => a - b)
    if (listed.length === 0) throw new NotTestableError('nothing is posted there')
    const filters = [{ name: 'job.postedto', value: [site.options.portal] }]
    see.equal(await site.ids('jobs', { filters }), listed, 'what is found')
  }),
  fact('portals.filters', page, 'A portal names its filters, and their options by id', async (site, see) => {
    const { filters } = (await site.get(`${address(site)}/filters`)).body
    see.each(filters as Json[], 'there are none', ({ name, options }) => {
      see.fits(name, /^job\./, 'name')
      if (options)
        see.that(
          options.every((option: Json) => 'id' in option),
          `options are ${short(options)}`,
        )
    })
  }),
  ...['job.positioncategory', 'job.joblocation.companyid'].map((name) =>
    fact(`portals.filter.${name}`, ['client', 'WP'], `${name} is a filter of a portal`, async (site, see) => {
      await rows(site)
      const { filters } = (await site.get(`${address(site)}/filters`)).body
      see.that(
        filters.some((filter: Json) => filter.name === name),
        `there are ${short(filters.map((one: Json) => one.name))}`,
      )
    }),
  ),
  fact('portals.filtered', page, 'An option of a filter narrows what a portal lists', async (site, see) => {
    const all = (await rows(site)).map(({ id }) => id)
    const { filters } = (await site.get(`${address(site)}/filters`)).body
    const { options } = needed(
      filters.find(({ name }: Json) => name === 'job.positioncategory'),
      'no such filter',
    )
    for (const { id } of options.slice(0, 12)) {
      const search = { filters: [{ name: 'job.positioncategory', value: [String(id)] }] }
      const some = (await site.search(`portals/${site.options.portal}`, search)).body.searchResults
      if (some.length === 0 || some.length === all.length) continue
      const job = (await site.get(`/jobs/${some[0].id}`, { fields: 'positioncategory' })).body
      return see.equal(job.positioncategory?.id, id, 'the category of a job that is found')
    }
    throw new NotTestableError('no option tells the posted jobs apart')
  }),
  fact('portals.other-filter', page, 'A filter that the portal does not name refuses the search', async (site, see) => {
    await rows(site)
    const search = { filters: [{ name: 'job.numberofpositions', value: ['1'] }] }
    const { body } = await site.search(`portals/${site.options.portal}`, search)
    see.that(Array.isArray(body.errors), `it answers ${short(body)}`)
  }),
  fact(
    'portals.job',
    ['client', 'WP, C10'],
    'A posted job shows its description as labels and values',
    async (site, see) => {
      const [row] = await rows(site)
      const { status, body } = await site.get(site.pathOf(needed(row, 'nothing is posted there').self))
      see.equal(status, 200, 'the status')
      see.each(body.description as Json[], 'the description is empty', ({ label, value }) =>
        see.that(typeof label === 'string' && value !== undefined, `it holds ${short({ label, value })}`),
      )
    },
  ),
  fact('portals.posts', ['client', 'WAP'], 'The postings of a job are asked for by its id', async (site, see) => {
    const [row] = await rows(site)
    const { status } = await site.get(`/portalposts/job/${needed(row, 'nothing is posted there').id}`)
    see.equal(status, 200, 'the status')
  }),
  fact('portals.label', ['client', 'WP, M1'], 'A portal is named by its host label too', async (site, see) => {
    const all = await rows(site)
    const { hostname } = new URL(needed(all[0], 'nothing is posted there').portalUrl)
    const [label] = /^[^.]+(?=\.icims\.com$)/.exec(hostname) ?? []
    const path = `/search/portals/${needed(label, 'the portal does not stand on a host of icims.com')}`
    const { body } = await site.get(path, { staleness: '0' })
    const ids = (found: Json[]): number[] => found.map(({ id }) => id)
    see.equal(ids(body.searchResults ?? []), ids(all), 'what it lists')
  }),
  fact(
    'portals.pattern',
    ['client', 'G1'],
    'Approved jobs on a portal are found by folder and postedto',
    async (site, see) => {
      const listed = (await rows(site)).map(({ id }) => id)
      const filters = [
        { name: 'job.folder', value: ['D31001'] },
        { name: 'job.postedto', value: [site.options.portal] },
      ]
      const found = await site.ids('jobs', { filters })
      needed(found[0], 'no job in D31001 is posted there')
      const others = found.filter((id) => !listed.includes(id))
      see.equal(others, [], 'what is found and not listed')
    },
  ),
  fact('portals.unknown', ['infer', 'D26'], 'A portal that is not there is not found', async (site, see) => {
    see.equal((await site.get('/search/portals/no-such-portal', { staleness: '0' })).status, 404, 'the status')
  }),
]

const address = (site: Site): string => `/search/portals/${site.options.portal}`

/** @throws NotTestableError where the portal that was named is not there. */
async function rows(site: Site): Promise<Json[]> {
  const { status, body } = await site.get(address(site), { staleness: '0' })
  if (status === 404) throw new NotTestableError(`there is no portal ${site.options.portal}: name one with --portal`)
  return body.searchResults
}
