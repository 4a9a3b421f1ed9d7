import { expect, test } from 'vitest'
import type { CheckStep } from '../../../connector/index.ts'
import { createPair, type Pair } from '../../pair.ts'

async function steps({ connector, integrationId }: Pair): Promise<CheckStep[]> {
  const found: CheckStep[] = []
  for await (const step of connector.check(integrationId)) found.push(step)
  return found
}

test('a check signs in, searches each type, reads one record of each, and says what was seen', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  const before = pair.simulator.tenant.journal.total
  const found = await steps(pair)
  expect(found.map(({ name, state }) => [name, state])).toEqual([
    ['sign in', 'PASSED'],
    ['search jobs', 'PASSED'],
    ['read job', 'PASSED'],
    ['search people', 'PASSED'],
    ['read person', 'PASSED'],
    ['search applicantworkflows', 'PASSED'],
    ['read applicant workflow', 'PASSED'],
  ])
  expect(found.map(({ seen }) => seen)).toMatchObject([
    expect.stringMatching(/^Cedarline Health Group, cedarline\.icims\.com$/),
    expect.stringMatching(/^5, from 1001 on$/),
    expect.stringMatching(/^job 1001: \d+ of \d+ fields/),
    expect.stringMatching(/^24, from 1 on$/),
    expect.stringMatching(/^person 1: \d+ of \d+ fields/),
    expect.stringMatching(/, from 10001 on$/),
    expect.stringMatching(/^applicant workflow 10001: \d+ of \d+ fields/),
  ])
  expect(pair.simulator.tenant.journal.total - before).toBe(7)
})

test('refused credentials fail the sign-in, and nothing else is tried', async () => {
  await using pair = await createPair({ simulator: { people: 3 } })
  const wrong = { type: 'basic', username: 'connector', password: 'wrong' } as const
  await pair.connector.administration.rotateCredentials(pair.integrationId, wrong)
  const [signIn, ...others] = await steps(pair)
  expect(signIn).toMatchObject({ state: 'FAILED', seen: expect.stringMatching(/refused the credentials/) })
  expect(others).toHaveLength(6)
  expect(others.every(({ state }) => state === 'SKIPPED')).toBe(true)
  expect(JSON.stringify([signIn, others])).not.toContain('wrong"')
})

test('a tenant without records passes with warnings: they may be there and hidden', async () => {
  await using pair = await createPair({ simulator: { people: 0 } })
  const found = await steps(pair)
  expect(found.filter(({ state }) => state === 'WARNING').map(({ name }) => name)).toEqual([
    'search jobs',
    'search people',
    'search applicantworkflows',
  ])
})

test('one type that cannot be searched fails alone', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  const { simulator } = pair
  const answer = simulator.fetch.bind(simulator)
  simulator.fetch = async (request) =>
    request.url.includes('/search/people')
      ? Response.json({ errors: [{ errorMessage: 'no rights' }] }, { status: 403 })
      : answer(request)
  const found = await steps(pair)
  expect(found.filter(({ state }) => state !== 'PASSED')).toMatchObject([
    { name: 'search people', state: 'FAILED', seen: expect.stringMatching(/no rights/) },
    { name: 'read person', state: 'SKIPPED' },
  ])
})
