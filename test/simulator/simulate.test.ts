import { expect, test } from 'vitest'
import { createTenant as createFixture } from '../fixture.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const control = (path: string, body: object): Request =>
  new Request(`http://127.0.0.1:4010/_sim${path}`, { method: 'POST', body: JSON.stringify(body) })

test('a candidate applies, is moved on step by step by the recruiter, and ends hired', async () => {
  await using simulator = await createTenant({ people: 24 })
  const { store } = simulator.tenant
  const [job] = store.find('job', { folder: 'D31001' })
  const { recruiter } = store.get('job', job!)!
  const applied = await simulator.fetch(
    control('/apply', { job, candidate: { lastname: 'Smith' }, source: 'Job Board', sourcename: 'Indeed' }),
  )
  expect(applied.status).toBe(201)
  const { person, workflow } = (await applied.json()) as { person: number; workflow: number }
  expect(await bodyOf(callIcims(simulator, 'GET', `/people/${person}?fields=lastname,source,email`))).toMatchObject({
    lastname: 'Smith',
    source: 'Job Board',
    email: `person-${person}@example.com`,
  })
  expect(store.get('applicantworkflow', workflow)).toMatchObject({
    status: 'D10100',
    baseprofile: job,
    sourcename: 'Indeed',
  })
  const seen: string[] = []
  for (;;) {
    const answer = await simulator.fetch(control('/advance-candidate', { workflow }))
    if (answer.status !== 200) {
      expect(answer.status).toBe(409)
      expect(await answer.json()).toEqual({
        error: `Nothing comes after ${seen.at(-1)}, which the workflow ${workflow} is in.`,
      })
      break
    }
    seen.push(((await answer.json()) as { status: string }).status)
  }
  expect(seen[0]).toBe('Review - Under Review')
  expect(seen.at(-1)).toMatch(/^Hired/)
  expect(store.get('applicantworkflow', workflow)!.updatedby).toBe(recruiter)
})

test('the same in process, for somebody who is there, and the rest of what people do', async () => {
  await using icims = await createFixture({ people: 24 })
  const { tenant, simulator } = icims
  const job = tenant.addJob()
  const person = tenant.addPerson()
  const applied = tenant.apply({ job, person })
  expect(applied.person).toBe(person)
  expect(tenant.advanceCandidate(applied.workflow)).toBe('D10110')
  expect(simulator.tenant.store.get('job', job)!.jobposts).toBeUndefined()
  tenant.postJob(job)
  expect(simulator.tenant.store.get('job', job)!.jobposts).toMatchObject([
    { portal: simulator.tenant.config.portals[0]!.id, isposted: true },
  ])
  const twin = tenant.apply({ job: tenant.addJob() })
  tenant.mergePeople(person, twin.person)
  expect(simulator.tenant.store.get('applicantworkflow', twin.workflow)!.associatedprofile).toBe(person)
})

test.each([
  ['/apply', { job: 9_999 }, 400, /baseprofile/],
  ['/apply', { job: 'any', person: 9_999 }, 400, /associatedprofile/],
  ['/apply', { job: 'any', candidate: { lastnam: 'X' } }, 400, 'lastnam: There is no such field.'],
  [
    '/apply',
    { job: 'any', person: 5, candidate: { lastname: 'X' } },
    400,
    /^Name a person who is there, or the fields/,
  ],
  ['/apply', {}, 400, /^job: /],
  ['/advance-candidate', { workflow: 99 }, 404, 'Applicant Workflow not found.'],
  ['/post-job', { job: 9_999 }, 404, 'Job not found.'],
] as const)('POST %s %j is refused in one line, and nothing changes', async (path, body, status, error) => {
  await using simulator = await createTenant({ people: 24 })
  const { changes } = simulator.tenant.store
  const [any] = simulator.tenant.store.each('job')
  const named = 'job' in body && body.job === 'any' ? { ...body, job: any!.id } : body
  const answer = await simulator.fetch(control(path, named))
  expect([answer.status, await answer.json()]).toEqual([
    status,
    { error: typeof error === 'string' ? error : expect.stringMatching(error) },
  ])
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('somebody who is on the job already cannot apply again', async () => {
  await using simulator = await createTenant({ people: 24 })
  const { store } = simulator.tenant
  const [first] = store.each('applicantworkflow')
  const { baseprofile: job, associatedprofile: person } = first!.data
  const { changes } = store
  const answer = await simulator.fetch(control('/apply', { job, person }))
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: expect.stringContaining('This person already has the workflow') },
  ])
  expect(store.changes).toBe(changes)
})

test('every preset takes an application with nothing said but the job', async () => {
  for (const preset of ['enterprise', 'eu', 'locked-down'] as const) {
    await using icims = await createFixture({ preset, people: 24 })
    const { workflow } = icims.tenant.apply({ job: icims.tenant.addJob() })
    const next = icims.tenant.advanceCandidate(workflow)
    const meanings = icims.simulator.tenant.config.statuses.filter(({ meaning }) => meaning === 'review')
    expect(meanings[0]!.id).toBe(next)
  }
})
