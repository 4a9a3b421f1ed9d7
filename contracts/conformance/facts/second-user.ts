import { type Fact, fact } from '../fact.ts'
import { type SampledType, sampleFields, sampleOf } from '../samples.ts'
import { basicHeader } from '../sign-in.ts'
import type { Answer, Json, Site } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'
import { made, now } from './made.ts'

const second = { needs: 'second user' } as const
const types: readonly SampledType[] = ['people', 'jobs', 'applicantworkflows']
/** Filters called as the field is, by type (SRCH). */
const filters: Readonly<Record<string, readonly string[]>> = {
  person: ['firstname', 'lastname', 'email', 'folder', 'createddate', 'updateddate'],
  job: ['jobtitle', 'folder', 'numberofpositions', 'positiontype', 'positioncategory', 'createddate', 'updateddate'],
  applicantworkflow: ['status', 'updateddate'],
}
const prefixOf: Readonly<Record<string, string>> = {
  people: 'person',
  jobs: 'job',
  applicantworkflows: 'applicantworkflow',
}
/** Profiles compared, and looked for, of each type. */
const most = 8

/** What an API user sees that may do less than another: D5, D13, D22, SRCH, C11. */
export const secondUserFacts: readonly Fact[] = [
  ...types.flatMap((type): Fact[] => [
    fact(
      `second.${type}.absent`,
      ['doc', 'D5, FORUM1'],
      `What an API user may not see of ${type} is absent, though it asks for it`,
      async (site, see) => {
        for (const { id, body } of await hiddenOf(site, type)) {
          const { status, body: seen } = await read(site, `/${type}/${id}`, sampleFields[type])
          see.equal(status, 200, `the status of ${type}/${id}`)
          see.that(isPartOf(seen, body), `${type}/${id} is ${short(seen)}, where the other user sees ${short(body)}`)
        }
      },
      second,
    ),
    fact(
      `second.${type}.filter`,
      ['doc', 'SRCH'],
      `A filter of ${type} on a field that is hidden is refused as one nobody knows`,
      async (site, see) => {
        const names = (await hiddenOf(site, type)).flatMap(({ hidden }) => hidden)
        const prefix = prefixOf[type]!
        const field = filters[prefix]!.find((name) => names.includes(name))
        const name = `${prefix}.${needed(field, `no field of ${type} that filters look at is hidden from it`)}`
        const { body } = await search(site, type, [{ name, value: ['1'] }])
        const message = `The following filter is either not valid or hidden: ${name}`
        see.equal(body?.errors?.[0]?.errorMessage, message, 'errorMessage')
      },
      second,
    ),
    fact(
      `second.${type}.schema`,
      ['infer', 'D5, D11'],
      `The schema of ${type} shows an API user no field that is hidden from it`,
      async (site, see) => {
        const names = (await hiddenOf(site, type)).flatMap(({ hidden }) => hidden)
        const word = type === 'applicantworkflows' ? 'submittal' : prefixOf[type]
        const { body } = await read(site, `/profiledefinitions/v1/${word}/schema`)
        const shown = names.filter((name) => name in (body?.properties ?? {}))
        see.equal(shown, [], 'the hidden fields that it shows')
      },
      second,
    ),
    fact(
      `second.${type}.readable`,
      ['doc', 'D5'],
      `What a search of ${type} finds for an API user it may read`,
      async (site, see) => {
        const { status, body } = await search(site, type, [
          { name: `${prefixOf[type]}.id`, value: ['0'], operator: '>' },
        ])
        if (status !== 200) throw new NotTestableError('the second API user may not search')
        see.that(Array.isArray(body.searchResults), `it answers ${short(body)}`)
        for (const { id } of body.searchResults.slice(0, most))
          see.equal((await read(site, `/${type}/${id}`)).status, 200, `the status of ${type}/${id}`)
      },
      second,
    ),
  ]),
  fact(
    'second.denied.status',
    ['doc', 'D13'],
    'A profile that an API user may not see is answered 404',
    async (site, see) => see.equal((await denied(site)).status, 404, 'the status'),
    second,
  ),
  fact(
    'second.denied.code',
    ['doc', 'D13'],
    'Its code is 3, and not that of what is not there',
    async (site, see) => see.equal((await denied(site)).body?.errors?.[0]?.errorCode, 3, 'errorCode'),
    second,
  ),
  fact(
    'second.no-search',
    ['infer', 'SRCH'],
    'Who is not in the group Integration User is refused searches with 403',
    async (site, see) => {
      const { status } = await search(site, 'people', [{ name: 'person.id', value: ['0'], operator: '>' }])
      if (status === 200) throw new NotTestableError('the second API user may search')
      await mayCall(site)
      see.equal(status, 403, 'the status')
    },
    second,
  ),
  fact(
    'second.no-services.message',
    ['client', 'C11'],
    'Who has no web services is told so in the seen words',
    async (site, see) => {
      const { body } = await withoutServices(site)
      const text = 'The provided Username is not Authorized to access Web Services'
      see.equal(body?.errors?.[0]?.errorMessage, text, 'errorMessage')
    },
    second,
  ),
  fact(
    'second.no-services.status',
    ['infer', 'C11'],
    'Who has no web services is answered 403',
    async (site, see) => see.equal((await withoutServices(site)).status, 403, 'the status'),
    second,
  ),
  fact(
    'second.quota',
    ['doc', 'D22'],
    'The calls of one API user are not taken off those of another',
    async (site, see) => {
      await mayCall(site)
      const remaining = async (): Promise<number> =>
        Number((await read(site, '')).headers.get('x-ratelimit-remaining') ?? Number.NaN)
      const before = await remaining()
      for (let i = 0; i < 5; i += 1) await site.ask({ method: 'GET', path: '' })
      const taken = before - (await remaining())
      see.that(taken < 5, `${taken} were taken off by five calls of the other user and one of its own`)
    },
    second,
  ),
  fact(
    'second.write-hidden',
    ['infer', 'D5'],
    'A field that an API user may not see is not changed by it',
    async (site, see) => {
      const user = needed(site.options.second, 'needs --second-user')
      const path = await made(site, 'people')
      const before = await now(site, path, 'email')
      if ((await read(site, path, 'email')).body?.email !== undefined)
        throw new NotTestableError('email of people is not hidden from it')
      const as = { authorization: basicHeader(user) }
      await site.ask({ method: 'PATCH', path, body: { email: 'icims-contracts-other@example.com' }, as })
      see.equal(await now(site, path, 'email'), before, 'what the other user sees afterwards')
    },
    { needs: 'write' },
  ),
]

/** A call of the second API user: whatever is answered is looked at. */
function read(site: Site, path: string, fields?: string): Promise<Answer> {
  const as = { authorization: basicHeader(needed(site.options.second, 'needs --second-user')) }
  const ask = () => site.ask({ method: 'GET', path, as, ...(fields !== undefined && { query: { fields } }) })
  return path === '' ? ask() : site.once(`second ${path} ${fields}`, ask)
}

function search(site: Site, type: string, filters: object[]): Promise<Answer> {
  const as = { authorization: basicHeader(needed(site.options.second, 'needs --second-user')) }
  const call = { method: 'POST', path: `/search/${type}`, query: { staleness: '0' }, body: { filters }, as }
  return site.once(`second ${type} ${JSON.stringify(filters)}`, () => site.ask(call))
}

type Hidden = { id: number; body: Json; hidden: string[] }

/** Profiles of the sample that both users may read, with what the second one does not see of each. */
async function hiddenOf(site: Site, type: SampledType): Promise<Hidden[]> {
  await mayCall(site)
  const found: Hidden[] = []
  for (const { id, body } of (await sampleOf(site, type)).slice(0, most)) {
    const { status, body: seen } = await read(site, `/${type}/${id}`, sampleFields[type])
    if (status !== 200) continue
    found.push({ id, body, hidden: Object.keys(body).filter((name) => !(name in (seen ?? {}))) })
  }
  if (found.some(({ hidden }) => hidden.length > 0)) return found
  throw new NotTestableError(`the second API user sees of ${type} what the other one sees`)
}

/** Whether all that is there of one thing is there of another, the same: hidden parts of groups may be missing. */
function isPartOf(part: Json, whole: Json): boolean {
  if (typeof part !== 'object' || part === null) return part !== null && part === whole
  if (typeof whole !== 'object' || whole === null) return false
  return Object.entries(part).every(([key, inner]) => isPartOf(inner, whole[key]))
}

/** The answer to a profile that the first user reads and the second one may not. */
function denied(site: Site): Promise<Answer> {
  return site.once('a profile that is denied', async () => {
    await mayCall(site)
    const pages: [string, object][] = [
      ...types.map((type): [string, object] => [type, { name: `${prefixOf[type]}.id`, value: ['0'], operator: '>' }]),
      ['companies', { name: 'company.id', value: ['0'], operator: '>' }],
      ['talentpools', { name: 'talentpool.updateddate', value: ['1990-01-01'], operator: '>=' }],
      ['sourceworkflows', { name: 'sourceworkflow.updateddate', value: ['1990-01-01'], operator: '>=' }],
    ]
    for (const [type, filter] of pages) {
      const rows: Json[] = (await site.search(type, { filters: [filter] })).body?.searchResults ?? []
      for (const { id } of rows.slice(0, most)) {
        const answer = await read(site, `/${type}/${id}`)
        if (answer.status >= 400 && (await site.get(`/${type}/${id}`)).status === 200) return answer
      }
    }
    throw new NotTestableError('the second API user reads every profile that was tried')
  })
}

async function withoutServices(site: Site): Promise<Answer> {
  const answer = await read(site, '')
  if (answer.status === 200) throw new NotTestableError('the second API user has web services')
  return answer
}

async function mayCall(site: Site): Promise<void> {
  const { status } = await read(site, '')
  if (status === 403) throw new NotTestableError('the second API user has no web services')
}
