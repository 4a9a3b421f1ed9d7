import { type Fact, fact } from '../fact.ts'
import type { Site } from '../site.ts'
import { allowed, changed, now, pathIn } from './made.ts'
import { freshWorkflow } from './made-workflow.ts'

const writes = { needs: 'write' } as const
const result = { assessmentscore: 87.5, assessmentresult: 'Pass', assessmentstatus: { id: 'D37002019001' } }

/** Results of assessments, as vendors write them: D18, C6, C9. */
export const writeResultFacts: readonly Fact[] = [
  fact(
    'write.results.create',
    ['client', 'C6, C9'],
    'A result is added to a workflow with 201 and its Location',
    async (site, see) => {
      const { path, answer } = await addResult(site)
      see.equal(answer.status, 201, 'the status')
      see.fits(pathIn(site, answer), new RegExp(`^${path}/fields/assessmentresults/\\d+$`), 'the path')
    },
    writes,
  ),
  fact(
    'write.results.read',
    ['doc', 'D18'],
    'A score is a number, a status an item of a list',
    async (site, see) => {
      const group = await now(site, pathIn(site, (await addResult(site)).answer))
      see.equal([group.assessmentscore, group.assessmentstatus?.id], [87.5, 'D37002019001'], 'score and status')
    },
    writes,
  ),
  fact(
    'write.results.update',
    ['client', 'C6'],
    'A result is changed at its Location, and answered 204',
    async (site, see) => {
      const path = pathIn(site, (await addResult(site)).answer)
      see.equal((await changed(site, path, { assessmentscore: 90 })).status, 204, 'the status')
      see.equal((await now(site, path)).assessmentscore, 90, 'the score')
    },
    writes,
  ),
  fact(
    'write.results.append',
    ['client', 'C6'],
    'A PATCH of the workflow with results adds them',
    async (site, see) => {
      const path = await freshWorkflow(site)
      await changed(site, path, { assessmentresults: [result] })
      const { assessmentresults } = await now(site, path, 'assessmentresults')
      see.equal(assessmentresults?.length, 1, 'how many results there are')
    },
    writes,
  ),
]

async function addResult(site: Site) {
  const path = await freshWorkflow(site)
  const answer = await site.ask({ method: 'POST', path: `${path}/fields/assessmentresults`, body: result })
  return { path, answer: allowed(answer, 'add results') }
}
