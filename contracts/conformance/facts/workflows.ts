import { type Fact, fact } from '../fact.ts'
import { oneOf } from '../samples.ts'
import type { Answer, Json, Site } from '../site.ts'
import { NotTestableError, short } from '../witness.ts'

/** Titles of a workflow's three links, all of rel self (C1). */
const titles = [
  'The current profile being viewed.',
  'The base profile of this workflow.',
  'The associated profile of this workflow.',
]

/** What ties a job to a person: C1, FORUM1, WFOAS, HIST. */
export const workflowFacts: readonly Fact[] = [
  fact(
    'workflows.links',
    ['client', 'C1'],
    'A workflow links to itself, its job and its person, all under rel self',
    async (site, see) => {
      const { id, body } = await paired(site)
      const { links } = (await site.get(`/applicantworkflows/${id}`)).body
      const paths = links.filter(({ rel }: Json) => rel === 'self').map(({ url }: Json) => site.pathOf(url))
      const own = [`/applicantworkflows/${id}`, `/jobs/${body.baseprofile.id}`, `/people/${body.associatedprofile.id}`]
      for (const path of own) see.that(paths.includes(path), `${path} is not among ${short(paths)}`)
    },
  ),
  fact(
    'workflows.link-titles',
    ['client', 'C1'],
    'The links of a workflow have the captured titles',
    async (site, see) => {
      const { id } = await paired(site)
      const { links } = (await site.get(`/applicantworkflows/${id}`)).body
      const found = links.map(({ title }: Json) => title)
      for (const title of titles) see.that(found.includes(title), `"${title}" is not among ${short(found)}`)
    },
  ),
  fact('workflows.pair', ['doc', 'WFOAS'], 'A workflow is found by its person and job', async (site, see) => {
    const { id, body } = await paired(site)
    const answer = await byPair(site, body.associatedprofile.id, body.baseprofile.id)
    see.equal(answer.status, 200, 'the status')
    const paths = answer.body.links.map(({ url }: Json) => site.pathOf(url))
    see.that(paths.includes(`/applicantworkflows/${id}`), `its links lead to ${short(paths)}`)
  }),
  fact(
    'workflows.pair-same',
    ['doc', 'WFOAS'],
    'Found by its pair, a workflow is the same as by its id',
    async (site, see) => {
      const { id, body } = await paired(site)
      const answer = await byPair(site, body.associatedprofile.id, body.baseprofile.id)
      see.equal(answer.body, (await site.get(`/applicantworkflows/${id}`)).body, 'the answer')
    },
  ),
  fact('workflows.pair-missing', ['infer', 'WFOAS'], 'A pair without a workflow is not found', async (site, see) => {
    const { body } = await paired(site)
    see.equal((await byPair(site, body.associatedprofile.id, 999_999_999)).status, 404, 'the status')
  }),
  fact(
    'workflows.log',
    ['doc', 'WFOAS, HIST'],
    'The log of a workflow has status and updatedDate of each move',
    async (site, see) => {
      see.each(await logOf(site), 'the log is empty', ({ status, updatedDate }) => {
        see.fits(status?.id, /^[DC]\d+$/, 'status.id')
        see.fits(updatedDate, /^\d{4}-\d\d-\d\d \d\d:\d\d [AP]M$/, 'updatedDate')
      })
    },
  ),
  fact('workflows.log-by', ['infer', 'HIST'], 'A move says who made it, as updatedBy', async (site, see) => {
    const moves = (await logOf(site)).filter(({ updatedBy }) => updatedBy !== undefined)
    see.each(moves, 'no move says who made it', ({ updatedBy }) =>
      see.has(updatedBy, ['profile', 'id', 'value'], 'updatedBy'),
    )
  }),
  fact('workflows.log-cap', ['doc', 'HIST'], 'The log holds the newest hundred moves at most', async (site, see) => {
    const log = await logOf(site)
    if (log.length === 0) throw new NotTestableError('the log is empty')
    see.that(log.length <= 100, `it holds ${log.length}`)
  }),
  fact(
    'workflows.log-first',
    ['infer', 'HIST'],
    'The newest move stands first in the log, and is where the workflow is',
    async (site, see) => {
      const { body } = await paired(site)
      const [newest] = await logOf(site)
      see.equal(newest?.status?.id, body.status?.id, 'the status of the first move')
    },
  ),
  fact('workflows.bin', ['client', 'C1'], 'A workflow shows no bin, only its status', async (site, see) => {
    const { id } = await paired(site)
    const { body } = await site.get(`/applicantworkflows/${id}`)
    see.that(!('bin' in body), `bin is ${short(body.bin)}`)
  }),
]

/** A workflow that shows its job, its person and its status. */
const paired = (site: Site) =>
  oneOf(site, 'applicantworkflows', (body) => body.baseprofile && body.associatedprofile && body.status)

const byPair = (site: Site, person: number, job: number): Promise<Answer> =>
  site.get(`/applicantworkflows/person/${person}/job/${job}`)

async function logOf(site: Site): Promise<Json[]> {
  const { id } = await paired(site)
  return (await site.get(`/applicantworkflows/${id}/submittalstatuslog`)).body.submittalstatuslog
}
