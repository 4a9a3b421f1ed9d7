import { type Fact, fact } from '../fact.ts'
import { askToken, basicHeader, type HmacStyle, hmacHeaders, hmacScheme, type Scheme } from '../sign-in.ts'
import type { Answer, Json, Site } from '../site.ts'
import { needed } from '../witness.ts'

const wrongText = 'Invalid Username or Password credentials provided.'
/** Nobody's: a wrong password of a real user could lock its account. */
const nobody = { username: 'icims-contracts-nobody', password: 'nobody' }

/** Ways a signed request may look (D2, D3, C5). */
const styles: readonly (readonly [string, string, HmacStyle])[] = [
  ['plain', 'A signature signs in', {}],
  ['separator', 'Blanks may stand after the commas of a signature', { separator: ', ' }],
  ['zone', 'The date of a signature may end in +0000', { zone: '+0000' }],
]

/** Who gets in, and what others are told: D2, D4, D28, C4, C5. */
export const signInFacts: readonly Fact[] = [
  fact('sign-in.basic', ['doc', 'D4, C1'], 'Basic credentials sign in', async (site, see) => {
    const authorization = basicHeader(needed(site.options.credentials.basic, missing('basic')))
    see.equal((await customerAs(site, { authorization })).status, 200, 'the status')
  }),
  ...styles.map(([name, title, style]) =>
    fact(`sign-in.hmac.${name}`, ['client', 'D2, D3, C5'], title, async (site, see) => {
      const hmac = needed(site.options.credentials.hmac, missing('hmac'))
      const request = { method: 'GET', url: site.root, headers: {} }
      const headers = hmacHeaders(hmac, request, site.options.now(), style)
      see.equal((await customerAs(site, headers)).status, 200, 'the status')
    }),
  ),
  fact(
    'sign-in.hmac.wrong',
    ['client', 'C5'],
    'A wrong signature is refused with code 9 and its message',
    async (site, see) => {
      const { status, body } = await wrongSignature(site)
      see.equal(status, 401, 'the status')
      see.holds(body?.errors?.[0], { errorMessage: 'Authentication credentials invalid', errorCode: 9 }, 'the error')
    },
  ),
  fact('sign-in.wrong.status', ['infer', 'D4, P3'], 'Wrong credentials are answered 401', async (site, see) => {
    see.equal((await asNobody(site)).status, 401, 'the status')
  }),
  fact(
    'sign-in.wrong.message',
    ['doc', 'D4'],
    'Wrong credentials are told so in the printed words',
    async (site, see) => {
      see.equal((await asNobody(site)).body?.errors?.[0]?.errorMessage, wrongText, 'errorMessage')
    },
  ),
  fact('sign-in.wrong.code', ['doc', 'D4'], 'Wrong credentials have error code 6', async (site, see) => {
    see.equal((await asNobody(site)).body?.errors?.[0]?.errorCode, 6, 'errorCode')
  }),
  fact('sign-in.challenge.basic', ['infer', 'P3'], 'A 401 asks for Basic', async (site, see) => {
    see.fits((await asNobody(site)).headers.get('www-authenticate'), /\bBasic\b/i, 'WWW-Authenticate')
  }),
  fact('sign-in.challenge.hmac', ['infer', 'P3'], 'A 401 asks for a signature', async (site, see) => {
    see.fits((await asNobody(site)).headers.get('www-authenticate'), new RegExp(hmacScheme), 'WWW-Authenticate')
  }),
  fact('sign-in.nobody', ['infer', 'D4'], 'A call that does not sign in is answered 401', async (site, see) => {
    see.equal((await customerAs(site, {})).status, 401, 'the status')
  }),
  fact('sign-in.bearer.wrong', ['infer', 'D28'], 'A token of somebody else is answered 401', async (site, see) => {
    see.equal((await customerAs(site, { authorization: 'Bearer not.a.token' })).status, 401, 'the status')
  }),
  ...(['form', 'json'] as const).map((as) =>
    fact(
      `token.${as}`,
      as === 'form' ? ['client', 'C4, C10'] : ['doc', 'D28'],
      `A token is asked for in a ${as === 'form' ? 'form' : 'JSON body'}`,
      async (site, see) => {
        const response = await askToken(
          needed(site.options.credentials.oauth, missing('oauth')),
          site.options.fetch,
          as,
        )
        see.equal(response.status, 200, 'the status')
        see.that(typeof ((await response.json()) as Json).access_token === 'string', 'there is no access_token')
      },
    ),
  ),
  fact('token.type', ['client', 'C10'], 'A token is of type Bearer', async (site, see) => {
    see.equal((await token(site)).token_type, 'Bearer', 'token_type')
  }),
  fact('token.lifetime', ['client', 'C4'], 'A token lives 24 hours', async (site, see) => {
    see.equal((await token(site)).expires_in, 86_400, 'expires_in')
  }),
  fact('token.scope', ['doc', 'D28'], 'A token comes with a scope', async (site, see) => {
    see.that('scope' in (await token(site)), 'there is no scope')
  }),
  fact('token.no-refresh', ['doc', 'D28'], 'A token comes without one to refresh it by', async (site, see) => {
    see.that(!('refresh_token' in (await token(site))), 'there is a refresh_token')
  }),
  fact('token.wrong', ['infer', 'P3'], 'A client nobody knows gets access_denied', async (site, see) => {
    see.equal((await wrongToken(site)).body.error, 'access_denied', 'error')
  }),
  fact('token.wrong.status', ['infer', 'P4'], 'A client nobody knows is answered 401', async (site, see) => {
    see.equal((await wrongToken(site)).status, 401, 'the status')
  }),
  fact('token.signs-in', ['doc', 'D28'], 'A token signs in', async (site, see) => {
    const authorization = `Bearer ${(await token(site)).access_token}`
    see.equal((await customerAs(site, { authorization })).status, 200, 'the status')
  }),
]

const missing = (scheme: Scheme): string => `no credentials for ${scheme} are given`

const customerAs = (site: Site, as: Record<string, string>): Promise<Answer> =>
  site.ask({ method: 'GET', path: '', as })

const asNobody = (site: Site): Promise<Answer> => customerAs(site, { authorization: basicHeader(nobody) })

function wrongSignature(site: Site): Promise<Answer> {
  const request = { method: 'GET', url: site.root, headers: {} }
  return customerAs(site, hmacHeaders({ username: nobody.username, key: 'wrong' }, request, site.options.now()))
}

/** A client of its own, so that none that is real is throttled. */
async function wrongToken(site: Site): Promise<{ status: number; body: Json }> {
  const oauth = needed(site.options.credentials.oauth, missing('oauth'))
  return site.once('a token for nobody', async () => {
    const nobodys = { ...oauth, clientId: nobody.username, clientSecret: nobody.password }
    const answer = await askToken(nobodys, site.options.fetch, 'json')
    return { status: answer.status, body: (await answer.json()) as Json }
  })
}

async function token(site: Site): Promise<Json> {
  return (await askToken(needed(site.options.credentials.oauth, missing('oauth')), site.options.fetch)).json()
}
