import { type Fact, fact } from '../fact.ts'
import { oneOf, type SampledType, sampleOf } from '../samples.ts'
import type { Json, Site } from '../site.ts'
import { ContradictedError, short } from '../witness.ts'

/** What each type answers without `fields`, as captured (C1, C3, C12). */
const defaultFields: Readonly<Record<SampledType, readonly string[]>> = {
  people: ['firstname', 'middlename', 'lastname', 'email', 'folder', 'phones', 'addresses', 'links'],
  jobs: ['jobid', 'folder', 'jobtitle', 'hiringmanager', 'recruiter', 'joblocation', 'links'],
  companies: ['name', 'folder', 'addresses', 'links'],
  applicantworkflows: ['baseprofile', 'associatedprofile', 'status', 'source', 'sourcename', 'links'],
}

/** One field that each type has, to ask for alone. */
const oneField: Readonly<Record<SampledType, string>> = {
  people: 'lastname',
  jobs: 'jobtitle',
  companies: 'name',
  applicantworkflows: 'status',
}

/** What the keys of the default set are seen to be there at all. */
const mostLikely: Readonly<Record<SampledType, readonly string[]>> = {
  people: ['firstname', 'lastname'],
  jobs: ['jobtitle', 'folder'],
  companies: ['name'],
  applicantworkflows: ['baseprofile', 'associatedprofile'],
}

const sources: Readonly<Record<SampledType, string>> = {
  people: 'C12',
  jobs: 'C1, C3',
  companies: 'C1',
  applicantworkflows: 'C1, FORUM1',
}

const types = Object.keys(defaultFields) as SampledType[]

/** What a GET of a profile answers, and what it leaves out: D5, C1, C3, C12. */
export const profileFacts: readonly Fact[] = types.flatMap((type): Fact[] => {
  const client = ['client', sources[type]] as const
  return [
    fact(
      `${type}.default-fields`,
      client,
      `One of ${type} answers the captured fields that it has`,
      async (site, see) => {
        const { id, body } = await oneOf(site, type, (one) => defaultFields[type].some((name) => name in one))
        const held = defaultFields[type].filter((name) => name in body)
        see.has((await site.get(`/${type}/${id}`)).body, [...held, 'links'], 'the answer')
      },
    ),
    fact(
      `${type}.default-dates`,
      ['infer', sources[type]],
      `One of ${type} shows its dates only when they are asked for`,
      async (site, see) => {
        const { id } = await oneOf(site, type, (one) => 'updateddate' in one, 'no updateddate is shown')
        see.that(!('updateddate' in (await site.get(`/${type}/${id}`)).body), 'updateddate is there')
      },
    ),
    fact(`${type}.default-filled`, client, `Without fields, ${type} show what they are called`, async (site, see) => {
      const { id, body } = await oneOf(site, type, (one) => mostLikely[type].every((name) => name in one))
      const shown = (await site.get(`/${type}/${id}`)).body
      for (const name of mostLikely[type]) see.equal(shown[name], body[name], name)
    }),
    fact(`${type}.fields`, ['client', 'C1'], `?fields= chooses what ${type} answer`, async (site, see) => {
      const { id } = await oneOf(site, type, (body) => oneField[type] in body)
      const { body } = await site.get(`/${type}/${id}`, { fields: oneField[type] })
      see.has(body, [oneField[type], 'links'], 'the answer')
      // Fixtures show names that were not asked for, too (C1): a field that is left out shows the choice.
      const others = Object.keys((await site.get(`/${type}/${id}`)).body).filter((key) => !(key in body))
      see.that(others.length > 0, `nothing is left out: ${short(Object.keys(body))}`)
    }),
    fact(
      `${type}.fields-value`,
      ['client', 'C1'],
      `A field of ${type} is the same alone and among others`,
      async (site, see) => {
        const { id, body } = await oneOf(site, type, (one) => oneField[type] in one)
        const alone = (await site.get(`/${type}/${id}`, { fields: oneField[type] })).body
        see.equal(alone[oneField[type]], body[oneField[type]], oneField[type])
      },
    ),
    fact(`${type}.no-id`, ['client', 'C1, C4, C5'], `${type} show no id unless it is asked for`, async (site, see) => {
      const { id } = await oneOf(site, type)
      see.that(!('id' in (await site.get(`/${type}/${id}`)).body), 'id is there')
    }),
    fact(
      `${type}.id-asked`,
      ['client', 'C2, C3, C8'],
      `${type} show their id as a number when asked`,
      async (site, see) => {
        const { id } = await oneOf(site, type)
        see.equal((await site.get(`/${type}/${id}`, { fields: 'id' })).body.id, id, 'id')
      },
    ),
    fact(
      `${type}.absent`,
      ['client', 'C1, D5'],
      `What has no value is absent from ${type}, never null or empty`,
      async (site, see) => {
        const sample = await sampleOf(site, type)
        see.each(sample, `the tenant shows none of its ${type}`, ({ id, body }) => {
          see.equal(emptyIn(body), [], `what is empty in ${type}/${id}`)
        })
      },
    ),
    fact(`${type}.self`, ['client', 'C1'], `${type} link to themselves under rel self`, async (site, see) => {
      const { id } = await oneOf(site, type)
      see.equal((await linkToItself(site, type, id)).rel, 'self', 'rel')
    }),
    fact(
      `${type}.self-title`,
      ['client', 'C1'],
      `The link of ${type} to themselves has the captured title`,
      async (site, see) => {
        const { id } = await oneOf(site, type)
        see.equal((await linkToItself(site, type, id)).title, 'The current profile being viewed.', 'title')
      },
    ),
    fact(
      `${type}.unknown-field`,
      ['infer', 'D13'],
      `A name in ?fields= that ${type} do not have is warned about with code 4`,
      async (site, see) => {
        const { id } = await oneOf(site, type)
        const { status, headers } = await site.get(`/${type}/${id}`, { fields: `${oneField[type]},nosuchfieldatall` })
        see.equal(status, 200, 'the status')
        see.fits(headers.get('x-warning'), /^4:nosuchfieldatall:/, 'X-Warning')
      },
    ),
    fact(`${type}.no-list`, ['doc', 'D25'], `${type} are not listed by a GET of their address`, async (site, see) => {
      const { status } = await site.get(`/${type}`)
      see.that(status >= 400, `it is answered ${status}`)
    }),
    fact(
      `${type}.no-list-status`,
      ['infer', 'D25'],
      `A GET of the address of ${type} is answered 405`,
      async (site, see) => {
        see.equal((await site.get(`/${type}`)).status, 405, 'the status')
      },
    ),
  ]
})

/** The link of a profile to itself. @throws ContradictedError where there is none. */
async function linkToItself(site: Site, type: SampledType, id: number): Promise<Json> {
  const { links } = (await site.get(`/${type}/${id}`)).body
  const self = links.find(({ url }: Json) => site.pathOf(url) === `/${type}/${id}`)
  if (self === undefined) throw new ContradictedError(`the links are ${short(links)}`)
  return self
}

/** Paths of what is null, an empty text or an empty list. */
function emptyIn(value: Json, path = ''): string[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [path]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => emptyIn(inner, path === '' ? key : `${path}.${key}`))
}
