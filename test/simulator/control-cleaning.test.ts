import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { importProfile } from '../../simulator/profiles/import.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

/** Two people, one job, one workflow between the second of them and the job. */
async function pair(): Promise<Simulator> {
  const simulator = await createTenant({ people: 0 })
  const { tenant } = simulator
  for (const id of [1, 2]) {
    importProfile(tenant, 'person', id, { firstname: 'Ann', lastname: 'L', email: `p${id}@example.com` }, {})
  }
  importProfile(tenant, 'job', 11, { jobtitle: 'Nurse' }, {})
  importProfile(tenant, 'applicantworkflow', 101, { baseprofile: 11, associatedprofile: 2 }, {})
  return simulator
}

const act = (simulator: Simulator, path: string, body: unknown): Promise<Response> =>
  simulator.fetch(new Request(`http://127.0.0.1:4010/_sim${path}`, { method: 'POST', body: JSON.stringify(body) }))

test('people are merged and the discarded one is purged by command', async () => {
  await using simulator = await pair()
  const merged = await act(simulator, '/merge', { primary: 1, discarded: 2 })
  expect([merged.status, await merged.json()]).toEqual([200, { filled: [], moved: [101], dropped: [] }])
  expect(await bodyOf(act(simulator, '/purge/run', { type: 'people' }))).toEqual({ purged: [2], blocked: [] })
  expect((await callIcims(simulator, 'GET', '/people/2')).status).toBe(404)
  expect((await callIcims(simulator, 'GET', '/applicantworkflows/101')).status).toBe(200)
})

test('profiles are marked and purged by command, by their word in URLs', async () => {
  await using simulator = await pair()
  expect(await bodyOf(act(simulator, '/purge', { type: 'jobs', ids: [11] }))).toEqual({ status: 'marked' })
  expect(await bodyOf(callIcims(simulator, 'GET', '/jobs/11'))).toMatchObject({ folder: { value: 'Purge' } })
  expect(await bodyOf(act(simulator, '/tenants/1234/purge/run', { type: 'jobs' }))).toEqual({
    purged: [11],
    blocked: [],
  })
  expect((await callIcims(simulator, 'GET', '/applicantworkflows/101')).status).toBe(404)
})

test('a job is posted to a portal and taken off by command', async () => {
  await using simulator = await pair()
  const rows = async (): Promise<unknown[]> =>
    (await bodyOf(callIcims(simulator, 'GET', '/search/portals/careers?staleness=0'))).searchResults
  expect(await bodyOf(act(simulator, '/post-job', { job: 11, portal: 'careers' }))).toEqual({ status: 'posted' })
  expect(await rows()).toMatchObject([{ id: 11 }])
  expect(await bodyOf(act(simulator, '/unpost-job', { job: 11, portal: '1' }))).toEqual({ status: 'unposted' })
  expect(await rows()).toEqual([])
})

test.each<[string, object, number, string]>([
  ['/merge', { primary: 1 }, 400, 'discarded: '],
  ['/merge', { primary: 1, discarded: 1 }, 400, 'A profile cannot be merged with itself.'],
  ['/merge', { primary: 1, discarded: 9 }, 404, 'Person not found.'],
  ['/purge', { type: 'talentpools', ids: [1] }, 400, 'type: '],
  ['/purge', { type: 'people', ids: [] }, 400, 'ids: '],
  ['/purge', { type: 'people', ids: [9] }, 404, 'Person not found.'],
  ['/purge/run', {}, 400, 'type: '],
  ['/post-job', { job: 11, portal: 'nope' }, 404, 'Portal not found.'],
  ['/unpost-job', { job: 11, portal: 'careers' }, 400, 'The job 11 is not posted to careers-cedarline.'],
])('%s of %j is refused and changes nothing', async (path, body, status, error) => {
  await using simulator = await pair()
  const { changes } = simulator.tenant.store
  const answer = await act(simulator, path, body)
  expect([answer.status, await answer.json()]).toEqual([status, { error: expect.stringContaining(error) }])
  expect(simulator.tenant.store.changes).toBe(changes)
})
