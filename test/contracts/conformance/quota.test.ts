import { expect, test } from 'vitest'
import { facts } from '../../../contracts/conformance/facts/facts.ts'
import { defaultCoordinates, type Simulator } from '../../../simulator/index.ts'
import { asFetch, createTenant } from '../../tenant.ts'
import { body, headers, type Mutant, status } from '../mutants/bend.ts'
import { conformTo, fetchOf, idsWith } from './conform-to.ts'

const quotaFacts = facts.filter(({ needs }) => needs === 'quota')
const [first, other] = defaultCoordinates.users
const second = { username: other!.username, password: other!.password }

/** A tenant whose API user has few calls a day. */
function withFewCalls(): Promise<Simulator> {
  const users = [{ ...first!, quota: 40 }, other!]
  return createTenant({ preset: 'empty', coordinates: { customerId: 1234, users } })
}

const run = { facts: quotaFacts, useUpQuota: true, second }

test('what becomes of a call too many is seen by making it', async () => {
  await using simulator = await withFewCalls()
  const seen: string[] = []
  const result = await conformTo(simulator, { ...run, onProgress: (text) => seen.push(text) })
  expect(idsWith(result, 'confirmed')).toEqual(quotaFacts.map(({ id }) => id))
  expect(seen[0]).toBe('using up the calls of the day: 1 of 38')
})

test('the calls of the day are not used up unless that is allowed', async () => {
  await using simulator = await withFewCalls()
  const result = await conformTo(simulator, { facts: quotaFacts })
  expect(result.findings.map(({ detail }) => detail)).toEqual(quotaFacts.map(() => 'needs --use-up-quota'))
  expect(result.calls).toBe(1)
})

test('a budget that does not reach to the end is told of before it is spent', async () => {
  await using simulator = await withFewCalls()
  const { findings, calls } = await conformTo(simulator, { ...run, maxCalls: 100 })
  expect(findings[0]).toMatchObject({
    verdict: 'not testable here',
    detail: '38 calls remain today, and --max-calls leaves 96: it takes some more',
  })
  expect(calls).toBeLessThan(10)
})

const isOver = (_: Request, response: Response): boolean => response.status === 429
const mutants: readonly (readonly [string, string, Mutant['over']])[] = [
  [
    'answers on',
    'quota.used-up',
    (fetch) => async (request) => {
      const answer = await fetch(request)
      return answer.status === 429 ? Response.json({}, { headers: { 'x-ratelimit-remaining': '0' } }) : answer
    },
  ],
  ['says 503', 'quota.used-up.status', status(isOver, 503)],
  ['says nothing of its limits', 'quota.used-up.reset', headers(isOver, (all) => all.delete('x-ratelimit-reset'))],
  [
    'says that calls are left',
    'quota.used-up.none-left',
    headers(isOver, (all) => all.set('x-ratelimit-remaining', '9')),
  ],
  ['answers without a list of errors', 'quota.used-up.body', body(isOver, () => ({ message: 'Too many requests.' }))],
]

test.each(mutants)('a server that %s when no calls are left is caught', async (_, id, over) => {
  await using simulator = await withFewCalls()
  const wrong = asFetch(over((request) => fetchOf(simulator)(request)))
  expect(idsWith(await conformTo(simulator, { ...run, fetch: wrong }), 'contradicted')).toContain(id)
})

test('a server that counts all API users together is caught', async () => {
  await using simulator = await withFewCalls()
  const right = fetchOf(simulator)
  const { username, password } = simulator.coordinates.users[0]!
  const authorization = `Basic ${btoa(`${username}:${password}`)}`
  const wrong = asFetch((request) => {
    const all = new Headers(request.headers)
    all.set('authorization', authorization)
    return right(new Request(request, { headers: all }))
  })
  expect(idsWith(await conformTo(simulator, { ...run, fetch: wrong }), 'contradicted')).toContain('quota.used-up.alone')
})
