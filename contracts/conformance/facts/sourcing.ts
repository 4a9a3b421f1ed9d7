import { type Fact, fact } from '../fact.ts'
import type { Json, Site } from '../site.ts'
import { NotTestableError } from '../witness.ts'

const model = ['doc', 'D20'] as const
const fields = 'associatedprofile,baseprofile,source,sourceorigin,status'
/** Workflows that are looked at. */
const most = 10

/** Items that the data model prints, by field. */
const items: readonly (readonly [string, RegExp])[] = [
  ['source', /^(D10400\d|C\d+)$/],
  ['sourceorigin', /^(D3700204000\d|C\d+)$/],
  ['status', /^(D3700202100\d|C\d+)$/],
]

/** Sourcing workflows tie people to talent pools: D20, SRCH. */
export const sourcingFacts: readonly Fact[] = [
  ...items.map(([name, pattern]) =>
    fact(`sourcing.${name}`, model, `${name} of a sourcing workflow is an item of its list`, async (site, see) => {
      const held = (await sample(site)).filter((one) => one[name] !== undefined)
      see.each(held, `no ${name} is shown`, (one) => see.fits(one[name]?.id, pattern, `${name}.id`))
    }),
  ),
  fact('sourcing.person', model, 'A sourcing workflow is of a person', async (site, see) => {
    const held = (await sample(site)).filter(({ associatedprofile }) => associatedprofile !== undefined)
    see.each(held, 'no associatedprofile is shown', ({ associatedprofile: { profile, id } }) =>
      see.equal(site.pathOf(profile), `/people/${id}`, 'associatedprofile.profile'),
    )
  }),
  fact('sourcing.pool', model, 'A sourcing workflow is of a talent pool', async (site, see) => {
    const held = (await sample(site)).filter(({ baseprofile }) => baseprofile !== undefined)
    see.each(held, 'no baseprofile is shown', ({ baseprofile: { profile, id } }) =>
      see.equal(site.pathOf(profile), `/talentpools/${id}`, 'baseprofile.profile'),
    )
  }),
]

async function sample(site: Site): Promise<Json[]> {
  const filters = [{ name: 'sourceworkflow.updateddate', value: ['1990-01-01'], operator: '>=' }]
  const { status, body } = await site.search('sourceworkflows', { filters })
  if (status === 403 || status === 404) throw new NotTestableError('this API user has no access to sourceworkflows')
  const shown: Json[] = []
  for (const { id } of (body.searchResults ?? []).slice(0, most)) {
    const answer = await site.get(`/sourceworkflows/${id}`, { fields })
    if (answer.status === 200) shown.push(answer.body)
  }
  if (shown.length === 0) throw new NotTestableError('there are no sourcing workflows')
  return shown
}
