import { type Fact, fact } from '../fact.ts'
import { basicHeader } from '../sign-in.ts'
import type { Answer, Site } from '../site.ts'
import { ContradictedError, NotTestableError, needed } from '../witness.ts'

const quota = { needs: 'quota' } as const
const names = ['limit', 'remaining', 'reset']
const daySeconds = 86_400
/** Calls that others may have saved up, or that are counted late. */
const spare = 100

/** What becomes of calls beyond the last one of the day: D22, D23, P2, C1. They are checked last: nothing is answered after. */
export const quotaFacts: readonly Fact[] = [
  fact(
    'quota.used-up.alone',
    ['doc', 'D22'],
    'The calls of another API user are not used up with it',
    async (site, see) => {
      const { status, headers } = await ofSecond(site)
      if (status === 403) throw new NotTestableError('the second API user has no web services')
      if (remainingIn(headers) === 0) throw new NotTestableError('its own calls are used up as well')
      await usedUp(site)
      const after = await ofSecond(site)
      see.equal(after.status, 200, 'the status of its next call')
    },
    quota,
  ),
  fact(
    'quota.used-up',
    ['doc', 'D23'],
    'A call beyond the last one of the day is refused',
    async (site, see) => {
      const { refused } = await usedUp(site)
      see.that(refused.status >= 400, `it is answered ${refused.status}`)
    },
    quota,
  ),
  fact(
    'quota.used-up.status',
    ['infer', 'P2, D23'],
    'It is answered 429',
    async (site, see) => see.equal((await usedUp(site)).refused.status, 429, 'the status'),
    quota,
  ),
  fact(
    'quota.used-up.last',
    ['infer', 'C1, D23'],
    'The call that takes the last one is answered, with none remaining',
    async (site, see) => {
      const { last } = await usedUp(site)
      see.equal([last.status, last.headers.get('x-ratelimit-remaining')], [200, '0'], 'status and remaining')
    },
    quota,
  ),
  fact(
    'quota.used-up.halts',
    ['doc', 'D23'],
    'The calls after it are refused as well',
    async (site, see) => {
      const { again } = await usedUp(site)
      see.that(again.status >= 400, `the next one is answered ${again.status}`)
    },
    quota,
  ),
  ...names.map((name) =>
    fact(
      `quota.used-up.${name}`,
      ['client', 'C1'],
      `A refusal for want of calls carries x-ratelimit-${name}`,
      async (site, see) => {
        see.fits((await usedUp(site)).refused.headers.get(`x-ratelimit-${name}`), /^\d+$/, name)
      },
      quota,
    ),
  ),
  fact(
    'quota.used-up.none-left',
    ['infer', 'C1'],
    'None remain in the headers of that refusal',
    async (site, see) => {
      see.equal((await usedUp(site)).refused.headers.get('x-ratelimit-remaining'), '0', 'remaining')
    },
    quota,
  ),
  fact(
    'quota.used-up.midnight',
    ['client', 'C1'],
    'x-ratelimit-reset of that refusal counts to midnight UTC',
    async (site, see) => {
      const { headers } = (await usedUp(site)).refused
      const date = needed(headers.get('date'), 'the answer says no Date')
      const left = daySeconds - ((Date.parse(date) / 1_000) % daySeconds)
      const reset = Number(headers.get('x-ratelimit-reset'))
      see.that(Math.abs(reset - left) <= 5, `reset is ${reset}, ${left} seconds are left of the day`)
    },
    quota,
  ),
  fact(
    'quota.used-up.body',
    ['infer', 'D13'],
    'That refusal is an error like others: a list of errorMessage and errorCode',
    async (site, see) => {
      const { body } = (await usedUp(site)).refused
      see.has(body?.errors?.[0], ['errorMessage', 'errorCode'], 'the error')
    },
    quota,
  ),
  fact(
    'quota.used-up.header',
    ['infer', 'D13'],
    'X-Error repeats it',
    async (site, see) => {
      const { headers, body } = (await usedUp(site)).refused
      const [{ errorCode, errorMessage }] = body.errors
      see.equal(headers.get('x-error'), `${errorCode}:${errorMessage}`, 'X-Error')
    },
    quota,
  ),
]

type UsedUp = { last: Answer; refused: Answer; again: Answer }

/** Calls until calls are refused. */
function usedUp(site: Site): Promise<UsedUp> {
  return site.once('the last call of the day', async () => {
    const ask = (): Promise<Answer> => site.ask({ method: 'GET', path: '', isAwaited: true })
    let last = await ask()
    const remaining = remainingIn(last.headers)
    const left = site.options.maxCalls - site.calls
    if (!(remaining + spare <= left)) {
      throw new NotTestableError(`${remaining} calls remain today, and --max-calls leaves ${left}: it takes some more`)
    }
    for (let made = 1; made <= remaining + spare; made += 1) {
      const answer = await ask()
      if (answer.status >= 400) return { last, refused: answer, again: await ask() }
      last = answer
      site.options.onProgress(`using up the calls of the day: ${made} of ${remaining}`)
    }
    throw new ContradictedError(`${remaining} calls remained, and ${remaining + spare} were answered`)
  })
}

/** A call of the other API user. */
function ofSecond(site: Site): Promise<Answer> {
  const second = needed(site.options.second, 'needs --second-user')
  return site.ask({ method: 'GET', path: '', as: { authorization: basicHeader(second) } })
}

function remainingIn(headers: Headers): number {
  return Number(headers.get('x-ratelimit-remaining') ?? Number.NaN)
}
