import { expect, test } from 'vitest'
import { conform } from '../../../contracts/conformance/conform.ts'
import { asFetch, icimsOrigin } from '../../tenant.ts'
import { idsWith } from './conform-to.ts'

const credentials = {
  basic: { username: 'api-user', password: 'api-password' },
  hmac: { username: 'api-user', key: 'key' },
  oauth: { clientId: 'client', clientSecret: 'secret', tokenUrl: `${icimsOrigin}/oauth/token` },
}

/** Servers that know nothing of iCIMS; the customer is there on each, so that the run goes on. */
const servers: Readonly<Record<string, () => Response>> = {
  'answers nothing': () => Response.json({}),
  'finds nothing': () => Response.json({ errors: [{ errorCode: 2, errorMessage: 'Not found.' }] }, { status: 404 }),
  'answers in words': () => new Response('No.', { headers: { 'content-type': 'text/plain' }, status: 404 }),
  'fails always': () => Response.json({ errors: [{ errorCode: 0, errorMessage: 'An error.' }] }, { status: 500 }),
  'has an empty page for everything': () =>
    Response.json(
      {
        searchResults: [],
        lists: [],
        children: [],
        forms: [],
        filters: [],
        errors: [],
        refresh_token: 'x',
        results: { results: [], total: 0 },
      },
      { headers: { 'access-control-allow-origin': '*', link: '<https://a.example>;rel="next"' } },
    ),
}

/** The credentials of the run itself sign in, or there is no run. */
const byTheRun = ['sign-in.basic']

async function confirmedBy(answer: (request: Request) => Response): Promise<string[]> {
  const fetch = asFetch(async (request) => {
    const isGreeting = request.method === 'GET' && new URL(request.url).pathname === '/customers/1'
    const isOwn = request.headers.get('authorization')?.startsWith('Basic') === true
    return isGreeting && isOwn && answer(request).status >= 400 ? Response.json({ id: 1 }) : answer(request)
  })
  const options = { baseUrl: icimsOrigin, customerId: '1', scheme: 'basic', credentials, fetch } as const
  const allowed = { wait: async () => {}, slow: true, allowWrites: true, allowAdmin: true }
  return idsWith(await conform({ ...options, ...allowed }), 'confirmed')
}

test('no fact is confirmed by every server that knows nothing of iCIMS', async () => {
  const [first = [], ...others] = await Promise.all(Object.values(servers).map(confirmedBy))
  const everywhere = first.filter((id) => others.every((ids) => ids.includes(id)))
  expect(everywhere).toEqual(byTheRun)
})
