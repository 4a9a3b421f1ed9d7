import { expect, test } from 'vitest'
import { type Fact, fact } from '../../../contracts/conformance/fact.ts'
import { NotTestableError } from '../../../contracts/conformance/witness.ts'
import { createTenant } from '../../tenant.ts'
import { conformTo, fetchOf, idsWith } from './conform-to.ts'

const infer = ['infer', 'D13'] as const

async function run(...facts: Fact[]) {
  await using simulator = await createTenant({ preset: 'empty' })
  return await conformTo(simulator, { facts })
}

test('a check that looked at nothing confirms nothing', async () => {
  const { findings } = await run(fact('blind', infer, 'Nothing is looked at', async () => {}))
  expect(findings[0]).toMatchObject({ verdict: 'not testable here', detail: 'the check found nothing to look at' })
})

test('a check of each of nothing confirms nothing', async () => {
  const blind = fact('blind', infer, 'None', async (_, see) => see.each([], 'there are none', () => see.that(true, '')))
  expect((await run(blind)).findings[0]).toMatchObject({ verdict: 'not testable here', detail: 'there are none' })
})

test('an answer that lacks what is read is contradicted', async () => {
  const wrong = fact('wrong', infer, 'Reads a key', async (site, see) => {
    see.equal((await site.get('')).body.nothing.there, 1, 'it')
  })
  expect((await run(wrong)).findings[0]).toMatchObject({ verdict: 'contradicted' })
})

test('what needs leave to write is not tried without it', async () => {
  let tried = false
  const writes = fact(
    'writes',
    infer,
    'Writes',
    async () => {
      tried = true
    },
    { needs: 'write' },
  )
  expect((await run(writes)).findings[0]).toMatchObject({
    verdict: 'not testable here',
    detail: 'needs --allow-writes',
  })
  expect(tried).toBe(false)
})

test('what a tenant does not have says so', async () => {
  const nobody = fact('nobody', infer, 'Needs somebody', async () => {
    throw new NotTestableError('there is nobody')
  })
  expect((await run(nobody)).findings[0]).toMatchObject({ verdict: 'not testable here', detail: 'there is nobody' })
})

test('a budget ends the calls, and what is left says why it could not be seen', async () => {
  await using simulator = await createTenant()
  const result = await conformTo(simulator, { maxCalls: 30, allowWrites: true, allowAdmin: true })
  expect(result.calls).toBe(30)
  const last = result.findings.filter(({ needs }) => needs === 'write').at(-1)
  expect(last).toMatchObject({ verdict: 'not testable here', detail: 'the budget is used up: 30 calls' })
})

test('an inferred fact that does not hold names the switch', async () => {
  await using simulator = await createTenant({ switches: { searchErrorStatus: 200 }, onUnfit: () => {} })
  const result = await conformTo(simulator)
  expect(idsWith(result, 'contradicted')).toEqual(['search.refused.status'])
})

const html = (): Response =>
  new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } })
const refuse = (status: number, headers = {}): Response =>
  new Response('{"errors":[{"errorMessage":"No.","errorCode":6}]}', {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })

test.each([
  ['a base URL that answers HTML', 1, html, /^api\.icims\.com answers HTML \(200\) where an API answers JSON\. /],
  ['credentials that are refused', 1, () => refuse(401), /^The credentials are refused: api\.icims\.com answers 401\./],
  ['credentials that expire in mid-run', 60, () => refuse(401), /^The credentials are refused after 60 calls: /],
  [
    'a quota that is used up in mid-run',
    80,
    () => refuse(429, { 'x-ratelimit-reset': '77' }),
    /^The day's calls are used up: api\.icims\.com answers 429 at call 80\. More come in 77 seconds\.$/,
  ],
  ['a customer that is not there', 1, () => refuse(404), /^https:\/\/api\.icims\.com\/customers\/1234 is not found\./],
  [
    'a host that does not answer',
    1,
    () => Promise.reject(new TypeError('fetch failed')),
    /does not answer: fetch failed\.$/,
  ],
  ['an answer that is no JSON', 1, () => new Response('OK'), /answers 200 and no JSON/],
])('%s stops the run with one line', async (_, at, answer, message) => {
  await using simulator = await createTenant()
  const own = fetchOf(simulator)
  let calls = 0
  const stopping: typeof fetch = async (input, init) => {
    // Calls that sign in as nobody are refused anyway.
    const isOwn = new Headers(init?.headers).get('authorization')?.startsWith('Basic YXBpLXVzZXI') === true
    calls += 1
    return isOwn && calls >= at ? answer() : own(input, init)
  }
  const { username } = simulator.coordinates.users[0]!
  const { password } = simulator.coordinates.users[0]!
  const run = conformTo(simulator, { credentials: { basic: { username, password } }, fetch: stopping })
  await expect(run).rejects.toThrow(message)
  await run.catch((error: Error) => {
    expect(error.message).not.toContain(password)
    expect(error.message).not.toContain('\n')
  })
})
