import { type Fact, fact } from '../fact.ts'
import type { Answer, Site } from '../site.ts'
import { needed } from '../witness.ts'

/** Headers captured on every answer (C1), with what stood in them. */
const captured: readonly (readonly [string, RegExp])[] = [
  ['cache-control', /^(?=.*no-cache)(?=.*no-store)(?=.*must-revalidate)/],
  ['content-language', /\ben-US\b/],
  ['content-security-policy', /frame-ancestors 'self'/],
  ['strict-transport-security', /^max-age=7776000/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^SAMEORIGIN$/i],
  ['x-transaction', /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/],
  ['x-ratelimit-limit', /^\d+$/],
  ['x-ratelimit-remaining', /^\d+$/],
  ['x-ratelimit-reset', /^\d+$/],
]

const capture = ['client', 'C1'] as const
const seconds = 86_400

/** What answers carry whatever they answer: C1, D1. */
export const headerFacts: readonly Fact[] = [
  ...captured.map(([name, pattern]) =>
    fact(`headers.${name}`, capture, `An answer carries ${name}`, async (site, see) => {
      see.fits((await site.get('')).headers.get(name), pattern, name)
    }),
  ),
  ...captured.map(([name, pattern]) =>
    fact(`headers.refused.${name}`, capture, `A refusal carries ${name} too`, async (site, see) => {
      see.fits((await refusal(site)).headers.get(name), pattern, name)
    }),
  ),
  fact(
    'headers.session',
    capture,
    'A first answer sets JSESSIONID, secure and out of reach of scripts',
    async (site, see) => {
      const { headers } = await site.get('')
      see.fits(headers.get('set-cookie'), /JSESSIONID=[0-9A-F]{32};(?=.*Secure)(?=.*HttpOnly)/i, 'Set-Cookie')
    },
  ),
  fact('headers.transaction-new', capture, 'Each answer has an X-Transaction of its own', async (site, see) => {
    const [one, other] = [await again(site), await again(site)]
    const both = [one, other].map(({ headers }) => headers.get('x-transaction'))
    see.that(both[0] !== both[1], `both are ${both[0]}`)
  }),
  fact('headers.no-cors', capture, 'No answer lets a page of another site read it', async (site, see) => {
    const headers = { origin: 'https://www.example.com' }
    const answer = await site.ask({ method: 'GET', path: '', headers })
    const allowed = answer.headers.get('access-control-allow-origin')
    see.that(allowed === null, `access-control-allow-origin is ${allowed}`)
  }),
  fact('headers.json', ['doc', 'D7, D10'], 'JSON is answered as application/json in UTF-8', async (site, see) => {
    see.fits((await site.get('')).headers.get('content-type'), /^application\/json; ?charset=utf-8$/i, 'Content-Type')
  }),
  fact('headers.error-json', ['doc', 'D13'], 'An error is answered as JSON', async (site, see) => {
    see.fits((await refusal(site)).headers.get('content-type'), /^application\/json/i, 'Content-Type')
  }),
  fact('quota.spent', capture, 'Each call takes one off x-ratelimit-remaining', async (site, see) => {
    const [before, after] = [await again(site), await again(site)].map((answer) => number(answer, 'remaining'))
    // Others may call at the same time.
    see.that(after! < before!, `remaining was ${before}, then ${after}`)
  }),
  fact('quota.below-limit', capture, 'What remains is no more than the limit', async (site, see) => {
    const answer = await again(site)
    const [limit, remaining] = [number(answer, 'limit'), number(answer, 'remaining')]
    see.that(remaining < limit, `${remaining} of ${limit} remain`)
  }),
  fact('quota.limit', ['doc', 'D22'], 'An account has 10,000 calls a day or more', async (site, see) => {
    const limit = number(await site.get(''), 'limit')
    see.that(limit >= 10_000, `the limit is ${limit}`)
  }),
  fact('quota.reset-in-day', capture, 'x-ratelimit-reset counts seconds, at most a day', async (site, see) => {
    const reset = number(await again(site), 'reset')
    see.that(reset > 0 && reset <= seconds, `reset is ${reset}`)
  }),
  fact('quota.reset-midnight', capture, 'x-ratelimit-reset counts to midnight UTC', async (site, see) => {
    const answer = await again(site)
    const date = needed(answer.headers.get('date'), 'the answer says no Date')
    const left = seconds - ((Date.parse(date) / 1_000) % seconds)
    const reset = number(answer, 'reset')
    see.that(Math.abs(reset - left) <= 5, `reset is ${reset}, ${left} seconds are left of the day`)
  }),
  fact('paths.lower-case', ['doc', 'D1'], 'Addresses are case-sensitive', async (site, see) => {
    const { status } = await site.ask({ method: 'GET', path: '/Jobs/1' })
    see.that(status >= 400, `/Jobs/1 is answered ${status}`)
  }),
]

const refusal = (site: Site): Promise<Answer> => site.get('/jobs/999999999')

const again = (site: Site): Promise<Answer> => site.ask({ method: 'GET', path: '' })

function number({ headers }: Answer, name: string): number {
  return Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN)
}
