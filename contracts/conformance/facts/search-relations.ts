import { type Fact, fact } from '../fact.ts'
import { oneOf, sampleOf, windowOf } from '../samples.ts'
import type { Json, Search, Site } from '../site.ts'
import { NotTestableError, needed, short } from '../witness.ts'

/** Workflows searched through the profile they name: SRCH, FORUM1, M1. */
type Relation = {
  id: string
  filter: string
  evidence: Parameters<typeof fact>[1]
  /** The profile a workflow is found through, and what to ask for. */
  value(site: Site, workflow: Json): Promise<string | undefined>
  operator?: string
  /** The reference that must lead to the same profile, where it is that profile's own. */
  same?: 'associatedprofile' | 'baseprofile'
}

const personField = async (site: Site, workflow: Json, field: string): Promise<Json> =>
  (await site.get(site.pathOf(workflow.associatedprofile?.profile), { fields: field })).body[field]
const jobField = async (site: Site, workflow: Json, field: string): Promise<Json> =>
  (await site.get(site.pathOf(workflow.baseprofile?.profile), { fields: field })).body[field]

const relations: readonly Relation[] = [
  {
    id: 'person-id',
    filter: 'person.id',
    evidence: ['doc', 'SRCH, FORUM1'],
    value: async (_, one) => one.associatedprofile?.id,
    same: 'associatedprofile',
  },
  {
    id: 'job-id',
    filter: 'job.id',
    evidence: ['doc', 'SRCH, FORUM1'],
    value: async (_, one) => one.baseprofile?.id,
    same: 'baseprofile',
  },
  {
    id: 'person-email',
    filter: 'person.email',
    evidence: ['client', 'C4'],
    value: (site, one) => personField(site, one, 'email'),
    operator: '==',
    same: 'associatedprofile',
  },
  {
    id: 'person-lastname',
    filter: 'person.lastname',
    evidence: ['doc', 'SRCH'],
    value: (site, one) => personField(site, one, 'lastname'),
    operator: '==',
  },
  {
    id: 'person-created',
    filter: 'person.createddate',
    evidence: ['client', 'M1'],
    value: (site, one) => personField(site, one, 'createddate'),
    operator: '<=',
  },
  {
    id: 'job-title',
    filter: 'job.jobtitle',
    evidence: ['doc', 'SRCH'],
    value: (site, one) => jobField(site, one, 'jobtitle'),
    operator: '==',
  },
  {
    id: 'job-folder',
    filter: 'job.folder',
    evidence: ['doc', 'SRCH'],
    value: async (site, one) => (await jobField(site, one, 'folder'))?.id,
  },
]

/** Filters that go through another profile, and patterns that clients use. */
export const relationFacts: readonly Fact[] = [
  ...relations.map(({ id, filter, evidence, value, operator = '=', same }) =>
    fact(`search.relation.${id}`, evidence, `Workflows are found by applicantworkflow.${filter}`, async (site, see) => {
      const sample = await sampleOf(site, 'applicantworkflows')
      const { id: workflow, body } = await oneOf(
        site,
        'applicantworkflows',
        (one) => one.associatedprofile && one.baseprofile,
      )
      const asked = needed(await value(site, body), `${filter} is not shown`)
      const name = `applicantworkflow.${filter}`
      const found = await site.ids('applicantworkflows', {
        filters: [{ name, value: [String(asked)], operator }, ...windowOf('applicantworkflows', sample)],
      })
      see.that(found.includes(workflow), `${workflow} is not among ${short(found)}`)
      if (same === undefined) return
      const expected = sample.filter((one) => one.body[same]?.id === body[same].id).map((one) => one.id)
      see.equal(found, expected, `what ${name} finds`)
    }),
  ),
  fact('search.relation.narrows', ['doc', 'SRCH'], 'A relation that nobody fits finds nothing', async (site, see) => {
    await oneOf(site, 'applicantworkflows')
    const filters = [{ name: 'applicantworkflow.person.id', value: ['999999999'] }]
    see.equal(await site.ids('applicantworkflows', { filters }), [], 'what is found')
  }),
  fact(
    'search.pattern.window',
    ['client', 'C11'],
    'Workflows of a job in a window of dates are paged by id',
    async (site, see) => {
      const { id, body } = await oneOf(site, 'applicantworkflows', (one) => one.baseprofile && one.updateddate)
      const search: Search = {
        filters: [
          { name: 'applicantworkflow.job.id', value: [String(body.baseprofile.id)] },
          { name: 'applicantworkflow.updateddate', value: [body.updateddate], secondaryValue: [body.updateddate] },
          { name: 'applicantworkflow.id', value: [0], operator: '>' },
        ],
      }
      const found = await site.ids('applicantworkflows', search)
      see.that(found.includes(id), `${id} is not among ${short(found)}`)
    },
  ),
  fact(
    'search.pattern.statuses',
    ['client', 'M2'],
    'Workflows of several statuses are found at once',
    async (site, see) => {
      const sample = (await sampleOf(site, 'applicantworkflows')).filter(({ body }) => body.status)
      const ids = [...new Set(sample.map(({ body }) => body.status.id as string))]
      if (ids.length < 3) throw new NotTestableError('the workflows of the sample are not in three statuses')
      const value = ids.slice(0, 2)
      const found = await site.ids('applicantworkflows', {
        filters: [{ name: 'applicantworkflow.status', value }, ...windowOf('applicantworkflows', sample)],
      })
      const expected = sample.filter(({ body }) => value.includes(body.status.id)).map(({ id }) => id)
      see.equal(found, expected, `what ${short(value)} finds`)
    },
  ),
  fact(
    'search.pattern.approved',
    ['client', 'G1'],
    'Jobs in the folder D31001 are the approved ones',
    async (site, see) => {
      const { id } = await oneOf(
        site,
        'jobs',
        (body) => body.folder?.id === 'D31001',
        'no job of the sample is in D31001',
      )
      const found = await site.ids('jobs', { filters: [{ name: 'job.folder', value: ['D31001'] }] })
      see.that(found.includes(id), `${id} is not among ${short(found.slice(0, 9))}`)
    },
  ),
  fact(
    'search.pattern.posted',
    ['client', 'JS1, PYJ'],
    'Posted jobs are found by type 3, status 1 and isposted Yes',
    async (site, see) => {
      const filters = [
        { name: 'job.jobpost.type', value: ['3'] },
        { name: 'job.jobpost.isposted', value: ['Yes'] },
        { name: 'job.jobpost.status', value: ['1'] },
      ]
      const found = await site.ids('jobs', { filters })
      const id = needed(found[0], 'no job is posted so')
      see.equal((await site.get(`/jobs/${id}`, { fields: 'jobtitle' })).status, 200, 'the status of a found job')
      const not = await site.ids('jobs', { filters: [{ name: 'job.jobpost.isposted', value: ['No'] }] })
      see.that(not.length === 0 || short(not) !== short(found), 'isposted Yes and No find the same jobs')
    },
  ),
]
