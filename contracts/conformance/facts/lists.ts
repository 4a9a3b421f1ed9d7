import { type Fact, fact } from '../fact.ts'
import { oneOf } from '../samples.ts'
import type { Json, Site } from '../site.ts'
import { needed, short } from '../witness.ts'

const page = ['doc', 'D12'] as const
/** Lists that profiles are seen to use (C1, C4, D12). */
const named = [
  'lists.job.folders',
  'lists.person.folders',
  'lists.company.folders',
  'lists.phone_type',
  'lists.country',
]
const folders = '/v2/lists/lists.person.folders'

/** Lists and their items: D12; what an item looks like is inferred. */
export const listFacts: readonly Fact[] = [
  fact('lists.names', page, 'The lists are named by texts that start with lists.', async (site, see) => {
    see.each((await site.get('/v2/lists')).body.lists as string[], 'no lists are named', (name) =>
      see.fits(name, /^lists\.\w/, 'a name'),
    )
  }),
  ...named.map((name) =>
    fact(`lists.has.${name}`, page, `${name} is one of the lists`, async (site, see) => {
      see.that((await site.get('/v2/lists')).body.lists.includes(name), 'it is not')
    }),
  ),
  fact('lists.no-statuses', page, 'No list names the statuses of recruiting workflows', async (site, see) => {
    const lists: string[] = (await site.get('/v2/lists')).body.lists
    see.equal(
      lists.filter((name) => /workflow|submittal|lists\.status$/.test(name)),
      [],
      'lists of statuses',
    )
  }),
  fact('lists.level', page, 'A list is answered one level at a time', async (site, see) => {
    see.each(await childrenOf(site, folders), 'the list is empty', (child) =>
      see.that(!Array.isArray(child.children), `an item holds ${short(child.children)}`),
    )
  }),
  fact('lists.item', ['infer', 'D12'], 'An item of a list has id and value', async (site, see) => {
    see.each(await childrenOf(site, folders), 'the list is empty', ({ id, value }) => {
      see.fits(id, /^[DC]\d+$/, 'id')
      see.that(typeof value === 'string' && value !== '', `value is ${short(value)}`)
    })
  }),
  fact(
    'lists.used',
    ['infer', 'D12'],
    'The folder of a person is an item of the list of folders',
    async (site, see) => {
      const { body } = await oneOf(site, 'people', (one) => one.folder, 'no folder is shown')
      const item = (await childrenOf(site, folders)).find(({ id }) => id === body.folder.id)
      see.equal(item?.value, body.folder.value, `the value of ${body.folder.id}`)
    },
  ),
  fact('lists.size', page, 'The size of a page of items can be chosen', async (site, see) => {
    const all = await childrenOf(site, folders)
    needed(all[2], 'the list has fewer than three items')
    const two = (await site.get(folders, { size: '2' })).body.children
    see.equal(
      two.map(({ id }: Json) => id),
      all.slice(0, 2).map(({ id }) => id),
      'the first two items',
    )
  }),
  fact('lists.next', page, 'A page of items links to the next under _links', async (site, see) => {
    const all = await childrenOf(site, folders)
    needed(all[2], 'the list has fewer than three items')
    const { _links } = (await site.get(folders, { size: '2' })).body
    const next = (await site.get(site.pathOf(_links?.next?.href))).body.children
    see.equal(next[0]?.id, all[2]!.id, 'the first item of the next page')
  }),
  fact('lists.most', ['infer', 'D12'], 'A page of more than 1,000 items is refused', async (site, see) => {
    see.equal((await site.get(folders, { size: '1001' })).status, 400, 'the status')
  }),
  fact('lists.nested', page, 'Items below an item are asked for by its id', async (site, see) => {
    const country = needed(
      (await childrenOf(site, '/v2/lists/lists.country')).find(({ _links }) => _links?.children),
      'no item of lists.country has items below it',
    )
    const below = await childrenOf(site, `/v2/lists/${country.id}`)
    see.each(below, 'there are none', ({ id }) => see.that(String(id).startsWith(country.id), `an id is ${id}`))
  }),
  fact(
    'lists.custom',
    page,
    'A custom list is asked for by its node, found under lists.customfields_lists',
    async (site, see) => {
      const [custom] = await childrenOf(site, '/v2/lists/lists.customfields_lists')
      const { id } = needed(custom, 'the tenant has no custom lists')
      const { status, body } = await site.get(`/v2/lists/${id}`)
      see.equal(status, 200, 'the status')
      see.that(Array.isArray(body.children), `it is ${short(body)}`)
    },
  ),
  fact('lists.unknown', ['infer', 'D12'], 'A list that is not there is not found', async (site, see) => {
    see.equal((await site.get('/v2/lists/lists.nosuchlist')).status, 404, 'the status')
  }),
  fact(
    'lists.node',
    ['client', 'C6'],
    'An item is asked for by its list and its id, the older way',
    async (site, see) => {
      const [item] = await childrenOf(site, folders)
      const { status, body } = await site.get(
        `/lists/lists.person.folders/node/${needed(item, 'the list is empty').id}`,
      )
      see.equal(status, 200, 'the status')
      see.equal(body.value, item!.value, 'value')
    },
  ),
]

async function childrenOf(site: Site, path: string): Promise<Json[]> {
  return (await site.get(path)).body.children
}
