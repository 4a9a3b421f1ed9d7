import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { postJob } from '../../simulator/profiles/job-posts.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

/** Two jobs, the first one posted to a portal. */
async function desk(): Promise<Simulator> {
  const simulator = await createTenant({ people: 0 })
  for (const id of [1001, 1002]) importProfile(simulator.tenant, 'job', id, { jobtitle: 'Nurse' }, {})
  postJob(simulator.tenant, 1001, 'careers')
  return simulator
}

const posting = (value: string, status: string) => ({
  jobboard: { value, externalid: '764' },
  status,
  startdate: '2026-01-15 11:31 AM',
  enddate: '2026-03-15 11:31 AM',
})

const report = (jobboards: object[], more: object = {}) => ({
  jobid: '1001',
  jobdistributor: { id: 'D90005' },
  jobboards,
  ...more,
})

const list = (simulator: Simulator) => bodyOf(callIcims(simulator, 'GET', '/jobboardposts/?jobid=1001'))

test('a distributor tells its boards, in any case, and each report takes the place of the last', async () => {
  await using simulator = await desk()
  const boards = [posting('CareerBuilder.com', 'live'), posting('Monster', 'POSTING IN PROGRESS')]
  const created = await callIcims(simulator, 'POST', '/jobboardposts/', report(boards))
  expect([created.status, created.headers.get('location')]).toEqual([
    201,
    'https://api.icims.com/customers/1234/jobboardposts/?jobid=1001',
  ])
  await callIcims(
    simulator,
    'PATCH',
    '/jobboardposts',
    report([posting('Indeed', 'Live')], { jobdistributor: { id: 'D9' } }),
  )
  const patched = await callIcims(simulator, 'PATCH', '/jobboardposts/', report([posting('Monster', 'expired')]))
  expect(patched.status).toBe(204)
  expect(await list(simulator)).toEqual({
    jobboardposts: [
      report([posting('Indeed', 'Live')], { jobdistributor: { id: 'D9' } }),
      report([posting('Monster', 'Expired')]),
    ],
  })
})

test.each<[string, object, number, string]>([
  ['no body', [], 400, 'The body must be a JSON object.'],
  ['no job', report([], { jobid: undefined }), 400, 'jobid: This field is required.'],
  ['a job that is none', report([], { jobid: 'x' }), 400, 'jobid: The value must be the id of a job.'],
  ['a job that is not there', report([], { jobid: '77' }), 404, 'Job not found.'],
  ['no distributor', report([], { jobdistributor: undefined }), 400, 'jobdistributor: This field is required.'],
  ['no boards', report([], { jobboards: undefined }), 400, 'jobboards: This field is required.'],
  [
    'a board without a name',
    report([{ ...posting('', 'live') }]),
    400,
    'jobboard: The value must be a text that is not empty.',
  ],
  [
    'a board without dates',
    report([{ ...posting('A', 'live'), enddate: undefined }]),
    400,
    'enddate: This field is required.',
  ],
  [
    'a date that is none',
    report([{ ...posting('A', 'live'), startdate: 'soon' }]),
    400,
    'startdate: The value must be a date and time, yyyy-MM-dd hh:mm a.',
  ],
  [
    'a status with two blanks',
    report([posting('A', 'Posting  in Progress')]),
    400,
    'status: The status must be one of Expired, Live, Posting in Progress, Deletion in Progress, Unposted.',
  ],
  [
    'a job on no portal',
    report([posting('A', 'live')], { jobid: '1002' }),
    400,
    'jobid: The job must be posted to a career portal before it is posted to a job board.',
  ],
])('%s is refused', async (_, body, status, errorMessage) => {
  await using simulator = await desk()
  const { changes } = simulator.tenant.store
  for (const method of ['POST', 'PATCH']) {
    const answer = await callIcims(simulator, method, '/jobboardposts/', body)
    expect([answer.status, await answer.json()]).toMatchObject([status, { errors: [{ errorMessage }] }])
  }
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('what is over may be told of a job that is on no portal any more', async () => {
  await using simulator = await desk()
  const over = report([posting('Monster', 'Unposted')], { jobid: '1002' })
  expect((await callIcims(simulator, 'PATCH', '/jobboardposts/', over)).status).toBe(204)
})

test('a list must name its job', async () => {
  await using simulator = await desk()
  const answer = await callIcims(simulator, 'GET', '/jobboardposts/')
  expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ errorCode: 1 }] }])
  expect((await callIcims(simulator, 'GET', '/jobboardposts/?jobid=77')).status).toBe(404)
})
