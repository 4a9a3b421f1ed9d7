import { expect, test } from 'vitest'
import { createFrozenClock, type Simulator } from '../../../simulator/index.ts'
import { createPair, type Pair } from '../../pair.ts'
import { asFetch, callIcims, createTenant } from '../../tenant.ts'

type Member = { remote_id: string; last_name: string | null; email: string | null; job_roles: { remote_id: string }[] }

async function usersOf(pair: Pair, more = ''): Promise<string[]> {
  const { body } = await pair.api(`/ats/users?page_size=250${more}`)
  return body.data.results.map(({ remote_id }: { remote_id: string }) => remote_id).sort()
}

async function jobOf(pair: Pair, remoteId: string): Promise<{ hiring_team: Member[] }> {
  return (await pair.api(`/ats/jobs?remote_ids=${remoteId}`)).body.data.results[0]
}

/** People of the login groups, and people the jobs name. */
function expectedUsers({ tenant }: Simulator): string[] {
  const ids = [...tenant.store.each('person')].flatMap(({ id, data }) => (data.logingroup === undefined ? [] : [id]))
  const named = [...tenant.store.each('job')].flatMap(({ data }) => [data.hiringmanager, data.recruiter])
  return [...new Set([...ids, ...named].map(String))].sort()
}

function read(simulator: Simulator, id: number): number {
  return simulator.tenant.journal
    .entries({ operation: 'getPerson' })
    .filter(({ path }) => path.split('?')[0]!.endsWith(`/${id}`)).length
}

test('everybody of a login group and everybody a job names is a user, and those of a group are read once', async () => {
  await using pair = await createPair({ simulator: { people: 60 } })
  await pair.icims('POST', '/people', { firstname: 'Not', lastname: 'There', email: 'not.there@example.com' })
  await pair.icims('PATCH', '/jobs/1001', { recruiter: 61 })
  await pair.connector.sync(pair.integrationId)
  const expected = expectedUsers(pair.simulator)
  expect(expected).toContain('61')
  expect(await usersOf(pair)).toEqual(expected)
  const asked = pair.simulator.tenant.journal.entries({ operation: 'getPerson' }).map(({ path }) => path)
  expect(new Set(asked).size).toBe(61)
  expect(asked.filter((path, i) => asked.indexOf(path) !== i)).toMatchObject([expect.stringContaining('/people/61')])
})

test('an integration that names no login group has the users its jobs name', async () => {
  await using pair = await createPair({ simulator: { people: 60 }, settings: { userLoginGroups: [] } })
  await pair.connector.sync(pair.integrationId)
  const named = [...pair.simulator.tenant.store.each('job')].flatMap(({ data }) => [data.hiringmanager, data.recruiter])
  expect(await usersOf(pair)).toEqual([...new Set(named.map(String))].sort())
})

test('a person who is both is in the team once, with two roles', async () => {
  await using pair = await createPair({ simulator: { people: 60 } })
  await pair.icims('PATCH', '/jobs/1001', { recruiter: 1, hiringmanager: 1 })
  await pair.connector.sync(pair.integrationId)
  const { hiring_team } = await jobOf(pair, '1001')
  expect(hiring_team).toMatchObject([
    { remote_id: '1', hiring_team_roles: ['HIRING_MANAGER', 'RECRUITER'], job_roles: [{ scope: 'JOB' }, {}] },
  ])
})

test('whoever leaves a team is gone from it with the next delta, and the job comes back as updated', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 60, clock } })
  await pair.icims('PATCH', '/jobs/1001', { recruiter: 1, hiringmanager: 2 })
  await pair.icims('PATCH', '/jobs/1002', { recruiter: 1, hiringmanager: 2 })
  await pair.connector.sync(pair.integrationId)
  clock.advance(3_600_000)
  const after = new Date(clock.now() - 1).toISOString()
  await pair.icims('PATCH', '/jobs/1001', { recruiter: 3 })
  await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  const ids = async (job: string) => (await jobOf(pair, job)).hiring_team.map(({ remote_id }) => remote_id).sort()
  expect(await ids('1001')).toEqual(['2', '3'])
  expect(await ids('1002')).toEqual(['1', '2'])
  const rows = await pair.connector.store.rows(pair.integrationId, 'ats_join_jobs_users')
  const gone = rows.filter(({ remoteDeletedAt }) => remoteDeletedAt !== null)
  expect(gone).toMatchObject([{ remoteId: 'job 1001 user 1', changedAt: new Date(clock.now()).toISOString() }])
  const { body } = await pair.api(`/ats/jobs?updated_after=${after}`)
  expect(body.data.results.map(({ remote_id }: Member) => remote_id)).toEqual(['1001'])
})

test('a full run finds users who are gone, and members of jobs that are gone', async () => {
  await using pair = await createPair({ simulator: { people: 60 } })
  await pair.connector.sync(pair.integrationId)
  const { store } = pair.simulator.tenant
  const idle = [...store.each('person')].find(
    ({ id, data }) =>
      data.logingroup !== undefined &&
      [...store.each('job')].every((job) => job.data.hiringmanager !== id && job.data.recruiter !== id),
  )!
  store.remove('person', idle.id)
  store.remove('job', 1_001)
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary.counts.ats_users.deleted).toBe(1)
  expect(summary.counts.ats_join_jobs_users.deleted).toBe(2)
  expect(summary.counts.ats_join_user_job_role_assignments.deleted).toBe(2)
  expect(await usersOf(pair)).not.toContain(String(idle.id))
  expect(await usersOf(pair, '&include_deleted=true')).toContain(String(idle.id))
})

test('a delta sees that a user has another name, whether of a login group or only named by a job', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({
    simulator: { people: 60, clock },
    settings: { userLoginGroups: ['Recruiter'] },
  })
  await pair.icims('PATCH', '/jobs/1001', { hiringmanager: 50 })
  await pair.connector.sync(pair.integrationId)
  clock.advance(3_600_000)
  for (const id of [1, 50]) await pair.icims('PATCH', `/people/${id}`, { lastname: 'Changed' })
  const before = read(pair.simulator, 1)
  await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  const { body } = await pair.api('/ats/users?page_size=250')
  const changed = body.data.results.filter(({ last_name }: Member) => last_name === 'Changed')
  expect(changed.map(({ remote_id }: Member) => remote_id).sort()).toEqual(['1', '50'])
  expect(read(pair.simulator, 1)).toBe(before + 1)
})

test('a user the API user may not see is what the job shows; one that fails is set aside and not deleted', async () => {
  await using simulator = await createTenant({ people: 60 })
  const answers = new Map<string, () => Response>()
  const answer = async (request: Request) => {
    const path = new URL(request.url).pathname
    return answers.get(path.replace(/.*(?=\/people\/)/, ''))?.() ?? simulator.fetch(request)
  }
  await using pair = await createPair({
    simulator: { people: 0 },
    connector: { fetch: asFetch(answer) },
    settings: { userLoginGroups: [] },
  })
  const [hidden, failing] = [...simulator.tenant.store.each('job')].map(({ data }) => Number(data.hiringmanager))
  answers.set(`/people/${hidden}`, () => Response.json({ errors: [] }, { status: 404 }))
  await pair.connector.sync(pair.integrationId)
  const [job] = [...simulator.tenant.store.each('job')]
  const named = simulator.tenant.store.get('person', hidden!)!
  const member = (await jobOf(pair, String(job!.id))).hiring_team.find(({ remote_id }) => remote_id === String(hidden))
  expect(member).toMatchObject({ first_name: named.firstname, last_name: named.lastname, email: null })
  answers.clear()
  answers.set(`/people/${failing}`, () => new Response('', { status: 500 }))
  const summary = await pair.connector.sync(pair.integrationId)
  expect(summary.setAside).toMatchObject([
    { stream: 'people', remoteId: String(failing) },
    { stream: 'users', remoteId: String(failing) },
  ])
  expect(summary.counts).toMatchObject({ ats_jobs: { deleted: 0 }, ats_users: { deleted: 0 } })
})

test('a user whom only jobs name and who could not be read is read again by the next delta', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 60, clock })
  clock.advance(86_400_000)
  const [job] = [...simulator.tenant.store.each('job')]
  const failing = Number(job!.data.hiringmanager)
  let isDown = true
  const answer = async (request: Request) =>
    isDown && request.url.includes(`/people/${failing}?`) ? new Response('', { status: 500 }) : simulator.fetch(request)
  await using pair = await createPair({
    simulator: { people: 0, clock },
    connector: { fetch: asFetch(answer) },
    settings: { userLoginGroups: [], excludedFolders: [] },
  })
  const setAside = [
    { stream: 'people', remoteId: String(failing) },
    { stream: 'users', remoteId: String(failing) },
  ]
  expect((await pair.connector.sync(pair.integrationId)).setAside).toMatchObject(setAside)
  clock.advance(86_400_000)
  expect((await pair.connector.sync(pair.integrationId, { type: 'DELTA' })).setAside).toMatchObject(setAside)
  expect(await usersOf(pair)).not.toContain(String(failing))
  isDown = false
  clock.advance(86_400_000)
  const healed = await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  expect(healed).toMatchObject({ state: 'SUCCEEDED', setAside: [] })
  expect(await usersOf(pair)).toContain(String(failing))
})

test('a delta does not read a user who is stored and has not changed, and reads one who is not stored', async () => {
  const clock = createFrozenClock()
  await using pair = await createPair({ simulator: { people: 60, clock } })
  await pair.icims('PATCH', '/jobs/1001', { recruiter: 1, hiringmanager: 2 })
  await pair.connector.sync(pair.integrationId)
  clock.advance(86_400_000)
  await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  clock.advance(86_400_000)
  await pair.icims('PATCH', '/jobs/1001', { recruiter: 55 })
  const before = [2, 55].map((id) => read(pair.simulator, id))
  const { calls } = await pair.connector.sync(pair.integrationId, { type: 'DELTA' })
  expect([2, 55].map((id) => read(pair.simulator, id))).toEqual([before[0], before[1]! + 1])
  // The searches, the job, its location and the new recruiter.
  expect(calls).toBe(4 + 3)
  expect(await usersOf(pair)).toContain('55')
  expect((await jobOf(pair, '1001')).hiring_team.map(({ remote_id }) => remote_id).sort()).toEqual(['2', '55'])
})

test('while a full run waits, a delta reads whom a job names, so that the full run does not delete them', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 60, clock })
  let isDown = false
  const answer = async (request: Request) =>
    isDown && request.url.includes('/search/applicantworkflows')
      ? new Response('', { status: 500 })
      : simulator.fetch(request)
  await using pair = await createPair({
    simulator: { people: 0, clock },
    connector: { fetch: asFetch(answer) },
    settings: { userLoginGroups: [] },
  })
  const change = (path: string, body: object) => callIcims(simulator, 'PATCH', path, body)
  const jobs = [...simulator.tenant.store.each('job')].map(({ id }) => id)
  await change(`/jobs/${jobs[0]}`, { recruiter: 55 })
  await pair.connector.sync(pair.integrationId)
  await change(`/jobs/${jobs[0]}`, { recruiter: 1 })
  isDown = true
  clock.advance(86_400_000)
  // It has read every job, none of which names the user now.
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ type: 'FULL', state: 'FAILED' })
  await change(`/jobs/${jobs[0]}`, { recruiter: 55 })
  isDown = false
  expect(await pair.connector.sync(pair.integrationId, { type: 'DELTA' })).toMatchObject({ state: 'SUCCEEDED' })
  expect(await pair.connector.sync(pair.integrationId)).toMatchObject({ type: 'FULL', state: 'SUCCEEDED' })
  expect(await usersOf(pair)).toContain('55')
})
