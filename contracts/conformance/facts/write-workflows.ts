import { type Fact, fact } from '../fact.ts'
import type { Json } from '../site.ts'
import { needed, short } from '../witness.ts'
import { change, changed, idOf, made, madeWorkflow, mark, now, pathIn, workflowCreation } from './made.ts'
import { freshWorkflow, knownStatuses, movable } from './made-workflow.ts'

const writes = { needs: 'write' } as const
const capture = ['client', 'C1'] as const

/** Workflows are made, moved and given results: D25, C1, C2, C6, C9, FORUM1. */
export const writeWorkflowFacts: readonly Fact[] = [
  fact(
    'write.workflow.create',
    ['doc', 'D25'],
    'POST of a workflow is answered 201',
    async (site, see) => {
      see.equal((await workflowCreation(site)).status, 201, 'the status')
    },
    writes,
  ),
  fact(
    'write.workflow.location',
    capture,
    'Location is the whole address of the new workflow',
    async (site, see) => {
      see.fits(pathIn(site, await workflowCreation(site)), /^\/applicantworkflows\/\d+$/, 'the path')
    },
    writes,
  ),
  fact(
    'write.workflow.empty',
    capture,
    'The answer to a POST of a workflow has an empty body',
    async (site, see) => {
      see.equal((await workflowCreation(site)).text, '', 'the body')
    },
    writes,
  ),
  fact(
    'write.workflow.type',
    capture,
    'Its empty body is application/octet-stream',
    async (site, see) => {
      see.equal((await workflowCreation(site)).headers.get('content-type'), 'application/octet-stream', 'Content-Type')
    },
    writes,
  ),
  fact(
    'write.workflow.bare-ids',
    ['doc', 'D25'],
    'Job and person of a workflow are sent as bare ids and read as references',
    async (site, see) => {
      const { baseprofile, associatedprofile } = await now(site, await madeWorkflow(site))
      const expected = [idOf(await made(site, 'jobs')), idOf(await made(site, 'people'))]
      see.equal([baseprofile?.id, associatedprofile?.id], expected, 'their ids')
    },
    writes,
  ),
  fact(
    'write.workflow.source',
    ['client', 'C1, D25'],
    'source of a workflow is sent and read as text',
    async (site, see) => {
      const { source } = await now(site, await madeWorkflow(site), 'source')
      see.equal(needed(source, 'source is hidden'), mark, 'source')
    },
    writes,
  ),
  fact(
    'write.workflow.first-status',
    ['infer', 'D25, C1'],
    'A workflow that names no status starts at D10100',
    async (site, see) => {
      const statuses = await knownStatuses(site)
      needed(
        statuses.find(({ id }) => id === 'D10100'),
        'the tenant does not use D10100',
      )
      const path = await freshWorkflow(site)
      see.equal((await now(site, path)).status?.id, 'D10100', 'status.id')
    },
    writes,
  ),
  fact(
    'write.workflow.at-status',
    ['doc', 'D25'],
    'A workflow starts at the status it names',
    async (site, see) => {
      const { id } = needed((await knownStatuses(site)).at(-1), 'no status is shown')
      const path = await freshWorkflow(site, { status: { id } })
      see.equal((await now(site, path)).status?.id, id, 'status.id')
    },
    writes,
  ),
  fact(
    'write.workflow.both',
    ['doc', 'D25'],
    'A workflow without a job is refused',
    async (site, see) => {
      const body = { associatedprofile: idOf(await made(site, 'people')) }
      const { status } = await site.ask({ method: 'POST', path: '/applicantworkflows', body })
      see.that(status >= 400 && status < 500, `it is answered ${status}`)
    },
    writes,
  ),
  fact(
    'write.workflow.move',
    ['client', 'C1, C2'],
    'A status is changed by its id, and answered 204',
    async (site, see) => {
      const { path, node } = await movable(site)
      const { status } = await changed(site, path, { status: { id: node.id } })
      see.equal(status, 204, 'the status')
      see.equal((await now(site, path)).status, node, 'the new status')
    },
    writes,
  ),
  fact(
    'write.workflow.move-location',
    capture,
    'The answer to a change of status has the Location of the workflow',
    async (site, see) => {
      const { path, node } = await movable(site)
      see.equal(pathIn(site, await changed(site, path, { status: { id: node.id } })), path, 'Location')
    },
    writes,
  ),
  fact(
    'write.workflow.move-log',
    ['doc', 'WFOAS, HIST'],
    'A change of status is written into the log',
    async (site, see) => {
      const { path, node } = await movable(site)
      await changed(site, path, { status: { id: node.id } })
      const { submittalstatuslog } = await now(site, `${path}/submittalstatuslog`)
      see.that(
        submittalstatuslog.some(({ status }: Json) => status.id === node.id),
        `it is ${short(submittalstatuslog)}`,
      )
    },
    writes,
  ),
  fact(
    'write.workflow.move-found',
    ['doc', 'SRCH'],
    'A live search finds a workflow under its new status',
    async (site, see) => {
      const { path, node } = await movable(site)
      await changed(site, path, { status: { id: node.id } })
      const filters = [
        { name: 'applicantworkflow.status', value: [node.id] },
        { name: 'applicantworkflow.id', value: [String(idOf(path))] },
      ]
      const { body } = await site.ask({
        method: 'POST',
        path: '/search/applicantworkflows',
        query: { staleness: '0' },
        body: { filters },
      })
      see.equal(
        body.searchResults?.map(({ id }: Json) => id),
        [idOf(path)],
        'what is found',
      )
    },
    writes,
  ),
  fact(
    'write.workflow.unknown-status',
    ['infer', 'D13'],
    'A status nobody knows is refused with 400, and the workflow stays',
    async (site, see) => {
      const path = await madeWorkflow(site)
      const before = await now(site, path)
      see.equal((await change(site, path, { status: { id: 'C999999999' } })).status, 400, 'the status')
      see.equal(await now(site, path), before, 'the workflow')
    },
    writes,
  ),
  fact(
    'write.workflow.second',
    ['infer', 'FORUM1'],
    'A second workflow for one pair is refused',
    async (site, see) => {
      const { baseprofile, associatedprofile } = await now(site, await madeWorkflow(site))
      const body = { baseprofile: baseprofile.id, associatedprofile: associatedprofile.id }
      const { status } = await site.ask({ method: 'POST', path: '/applicantworkflows', body })
      see.that(status >= 400 && status < 500, `it is answered ${status}`)
    },
    { ...writes, switch: 'duplicateWorkflow' },
  ),
  fact(
    'write.workflow.delete',
    ['infer', 'M1, WFOAS'],
    'A workflow cannot be deleted',
    async (site, see) => {
      const { status } = await site.ask({ method: 'DELETE', path: await freshWorkflow(site) })
      see.that(status >= 400 && status < 500, `it is answered ${status}`)
    },
    { ...writes, switch: 'deleteWorkflow' },
  ),
]
