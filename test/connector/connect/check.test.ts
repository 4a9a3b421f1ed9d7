import { expect, test } from 'vitest'
import { permissions } from '../../../connector/connect/permissions.ts'
import type { CheckStep } from '../../../connector/index.ts'
import { createPair, type Pair } from '../../pair.ts'

async function report({ connector, integrationId }: Pair): Promise<Map<string, CheckStep>> {
  const found: CheckStep[] = []
  for await (const step of connector.check(integrationId)) found.push(step)
  expect(found.map(({ permission }) => permission).toSorted()).toEqual(permissions.map(({ id }) => id).toSorted())
  return new Map(found.map((step) => [step.permission, step]))
}

/** What every field that is not seen is taken for. */
function unseen(step: CheckStep | undefined): Record<string, string> {
  const missing = step!.fields.filter(({ verdict }) => verdict !== 'allowed')
  return Object.fromEntries(missing.map(({ field, verdict }) => [field, verdict]))
}

/** Lets some answers be others than the simulator's. */
function answerInstead(pair: Pair, answer: (request: Request) => Response | undefined): void {
  const { simulator } = pair
  const original = simulator.fetch.bind(simulator)
  simulator.fetch = async (request) => answer(request) ?? original(request)
}

test('a check signs in, searches and reads each type, and says what was seen', async () => {
  await using pair = await createPair({ simulator: { people: 24 }, settings: { portals: [{ id: '1' }] } })
  const before = pair.simulator.tenant.journal.total
  const changes = pair.simulator.tenant.store.changes
  const steps = await report(pair)
  expect(steps.get('sign-in')).toMatchObject({ state: 'PASSED', seen: 'Cedarline Health Group, cedarline.icims.com' })
  for (const id of ['job-search', 'person-search', 'applicantworkflow-search', 'company-read', 'portal-search']) {
    expect(steps.get(id), id).toMatchObject({ state: 'PASSED', verdict: 'allowed' })
  }
  expect(steps.get('person-search')!.seen).toBe('24, from 1 on')
  expect(steps.get('person-read')).toMatchObject({
    state: 'PASSED',
    seen: expect.stringMatching(/^person 1, 12, 24 read: \d+ of \d+ fields seen/),
  })
  expect(steps.get('person-read')!.fields.find(({ field }) => field === 'firstname')).toEqual({
    field: 'firstname',
    verdict: 'allowed',
    how: 'person 1 shows it.',
    fills: ['Users: first_name', 'Candidates: first_name'],
  })
  expect(steps.get('resume-read')).toMatchObject({ state: 'PASSED', verdict: 'allowed' })
  for (const id of ['person-write', 'resume-write', 'applicantworkflow-write']) {
    expect(steps.get(id)).toMatchObject({ state: 'SKIPPED' })
  }
  expect(pair.simulator.tenant.journal.total - before).toBeLessThan(40)
  expect(pair.simulator.tenant.store.changes).toEqual(changes)
})

test('fields that are hidden are told from those that are empty', async () => {
  await using pair = await createPair({ simulator: { preset: 'locked-down', people: 24 } })
  const steps = await report(pair)
  expect(unseen(steps.get('person-read'))).toMatchObject({ email: 'not-allowed', phones: 'not-allowed' })
  expect(unseen(steps.get('job-read'))).toMatchObject({ minimumsalary: 'not-allowed', maximumsalary: 'not-allowed' })
  const of = (field: string) => steps.get('person-read')!.fields.find((one) => one.field === field)
  expect(of('email')!.how).toMatch(/refuses a search by it as not valid or hidden/)
  expect(of('phones')!.how).toMatch(/schema of the profile does not name it/)
  expect(steps.get('person-read')).toMatchObject({ state: 'WARNING', verdict: 'allowed' })
  // The same fields with nothing in them, in a tenant that hides nothing.
  await using open = await createPair({ simulator: { people: 3 } })
  for (const id of [1, 2, 3]) {
    const answer = await open.icims('GET', `/people/${id}?fields=phones`)
    const { phones = [] } = (await answer.json()) as { phones?: { entry: number }[] }
    for (const { entry } of phones) await open.icims('DELETE', `/people/${id}/fields/phones/${entry}`)
  }
  const empty = await report(open)
  expect(unseen(empty.get('person-read')).phones).toBe('empty')
  expect(empty.get('person-read')!.state).toBe('PASSED')
})

test('a field that iCIMS always fills and nobody shows is hidden, whatever the schema says', async () => {
  const hiddenFields = { applicantworkflow: ['status'], person: ['createddate'] }
  const presets = await createPair({ simulator: { people: 0 } })
  const loginGroups = presets.simulator.tenant.config.loginGroups.map((group) =>
    group.name === 'Integration User' ? { ...group, hiddenFields } : group,
  )
  await presets[Symbol.asyncDispose]()
  await using pair = await createPair({ simulator: { people: 24, tenant: { loginGroups } } })
  const steps = await report(pair)
  expect(unseen(steps.get('applicantworkflow-read'))).toMatchObject({ status: 'not-allowed' })
  expect(steps.get('person-read')!.fields.find(({ field }) => field === 'createddate')!.how).toMatch(
    /fills it in every/,
  )
})

test('refused credentials fail the sign-in, and nothing else is tried', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const wrong = { type: 'basic', username: 'connector', password: 'wrong-password' } as const
  await pair.connector.administration.rotateCredentials(pair.integrationId, wrong)
  const steps = await report(pair)
  expect(steps.get('sign-in')).toMatchObject({
    state: 'FAILED',
    verdict: 'not-allowed',
    seen: expect.stringMatching(/refused the credentials/),
  })
  const others = [...steps.values()].slice(1)
  expect(others.every(({ state, verdict }) => state === 'SKIPPED' && verdict === 'unknown')).toBe(true)
  expect(JSON.stringify([...steps])).not.toContain('wrong-password')
})

test('a tenant without records passes with warnings: they may be there and hidden', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const steps = await report(pair)
  for (const id of ['job-search', 'person-search', 'applicantworkflow-search']) {
    expect(steps.get(id)).toMatchObject({ state: 'WARNING', verdict: 'unknown' })
  }
  expect(steps.get('person-read')).toMatchObject({ state: 'SKIPPED' })
})

test('a search that finds nobody is not believed where a workflow names somebody', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  answerInstead(pair, ({ url }) => (url.includes('/search/people') ? Response.json({ searchResults: [] }) : undefined))
  const steps = await report(pair)
  expect(steps.get('person-search')).toMatchObject({
    state: 'FAILED',
    verdict: 'not-allowed',
    how: expect.stringMatching(/^A recruiting workflow names person \d+/),
  })
  // The person is read all the same.
  expect(steps.get('person-read')).toMatchObject({ state: 'PASSED' })
})

test('one type that cannot be searched, or not be read, fails alone', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  answerInstead(pair, ({ url }) => {
    const refusal = { errors: [{ errorMessage: 'no rights', errorCode: 3 }] }
    if (url.includes('/search/jobs')) return Response.json(refusal, { status: 403 })
    return /\/people\/\d+/.test(url) ? Response.json(refusal, { status: 404 }) : undefined
  })
  const steps = await report(pair)
  expect(steps.get('job-search')).toMatchObject({
    state: 'FAILED',
    verdict: 'not-allowed',
    seen: expect.stringMatching(/no rights/),
  })
  expect(steps.get('person-read')).toMatchObject({
    state: 'FAILED',
    verdict: 'not-allowed',
    how: 'The search finds it, so it is there and may not be read.',
  })
  expect(steps.get('applicantworkflow-read')).toMatchObject({ state: 'PASSED' })
})

test('a résumé that cannot be read is a warning, and none is told apart', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  answerInstead(pair, ({ url }) =>
    url.includes('/binary') ? Response.json({ errors: [{ errorMessage: 'no' }] }, { status: 403 }) : undefined,
  )
  expect((await report(pair)).get('resume-read')).toMatchObject({ state: 'WARNING', verdict: 'not-allowed' })
  await using without = await createPair({ simulator: { people: 24 } })
  answerInstead(without, ({ url }) => (url.endsWith('fields=resume') ? Response.json({}) : undefined))
  expect((await report(without)).get('resume-read')).toMatchObject({ state: 'PASSED', verdict: 'empty' })
})

test('an iCIMS that does not answer says nothing of what is allowed', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  answerInstead(pair, ({ url }) => (url.includes('/search/jobs') ? new Response('', { status: 503 }) : undefined))
  expect((await report(pair)).get('job-search')).toMatchObject({ state: 'FAILED', verdict: 'unknown' })
})

test('writes are tried out on one person who is made and marked, once', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  const { connector, integrationId, simulator } = pair
  const before = simulator.tenant.store.count('person')
  const writes = async (job?: string) => {
    const found: CheckStep[] = []
    for await (const step of connector.check(integrationId, undefined, job === undefined ? {} : { job }))
      found.push(step)
    return found.slice(-3).map(({ permission, state, seen }) => [permission, state, seen])
  }
  expect(await writes()).toEqual([
    ['person-write', 'PASSED', expect.stringMatching(/^Person \d+, "Connection Test \(please ignore\)", was made/)],
    ['resume-write', 'PASSED', expect.anything()],
    ['applicantworkflow-write', 'SKIPPED', expect.anything()],
  ])
  const workflows = simulator.tenant.store.count('applicantworkflow')
  for (const words of ['was made', 'was there']) {
    const [person, , workflow] = await writes('1001')
    expect(person![2]).toContain('was there from an earlier check')
    expect(workflow).toEqual(['applicantworkflow-write', 'PASSED', expect.stringContaining(words)])
  }
  expect(simulator.tenant.store.count('person')).toBe(before + 1)
  expect(simulator.tenant.store.count('applicantworkflow')).toBe(workflows + 1)
})

test('a write that iCIMS refuses is a warning in its own words', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  const original = pair.simulator.fetch.bind(pair.simulator)
  pair.simulator.fetch = async (request) =>
    request.method === 'POST' && request.url.endsWith('/people')
      ? Response.json({ errors: [{ errorMessage: 'no rights to create', errorCode: 7 }] }, { status: 403 })
      : original(request)
  const found: CheckStep[] = []
  for await (const step of pair.connector.check(pair.integrationId, undefined, {})) found.push(step)
  expect(found.slice(-3)).toMatchObject([
    { state: 'WARNING', verdict: 'not-allowed', seen: expect.stringMatching(/no rights to create/) },
    { state: 'SKIPPED' },
    { state: 'SKIPPED' },
  ])
})
