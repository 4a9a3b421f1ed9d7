import {
  address,
  body,
  byMethod,
  frozenDate,
  headers,
  isOk,
  isRefused,
  type Json,
  type Mutant,
  on,
  path,
  remake,
  sent,
  status,
  without,
} from './bend.ts'

/** Wrong statuses, headers and errors, and writes that go wrong. */
export const protocolMutants: readonly Mutant[] = [
  {
    name: 'JSON is answered as text',
    isRead: false,
    over: headers(isOk, (all) => /json/.test(all.get('content-type') ?? '') && all.set('content-type', 'text/plain')),
  },
  {
    name: 'no rate-limit headers',
    isRead: true,
    over: headers(
      () => true,
      (all) => {
        for (const name of ['limit', 'remaining', 'reset']) all.delete(`x-ratelimit-${name}`)
      },
    ),
  },
  {
    name: 'the rate limit resets at a date',
    isRead: true,
    over: headers(
      () => true,
      (all) => all.set('x-ratelimit-reset', '2026-01-16T00:00:00Z'),
    ),
  },
  {
    name: 'remaining calls never change',
    isRead: false,
    over: headers(
      () => true,
      (all) => all.set('x-ratelimit-remaining', '9000'),
    ),
  },
  { name: 'errors have no X-Error', isRead: false, over: headers(isRefused, (all) => all.delete('x-error')) },
  {
    name: 'answers have no X-Transaction',
    isRead: false,
    over: headers(
      () => true,
      (all) => all.delete('x-transaction'),
    ),
  },
  {
    name: 'a first answer sets no session',
    isRead: false,
    over: headers(
      () => true,
      (all) => all.delete('set-cookie'),
    ),
  },
  { name: 'errors are one object', isRead: false, over: body(isRefused, ({ errors }) => ({ error: errors?.[0] })) },
  {
    name: 'error codes are texts',
    isRead: false,
    over: body(isRefused, ({ errors }) => ({
      errors: errors?.map((one: Json) => ({ ...one, errorCode: String(one.errorCode) })),
    })),
  },
  { name: 'what is not there is answered 200', isRead: true, over: status((_, { status: code }) => code === 404, 200) },
  { name: 'what is not there is answered 400', isRead: true, over: status((_, { status: code }) => code === 404, 400) },
  {
    name: 'wrong credentials are answered 403',
    isRead: true,
    over: status((_, { status: code }) => code === 401, 403),
  },
  { name: 'a 401 asks for nothing', isRead: false, over: headers(isRefused, (all) => all.delete('www-authenticate')) },
  { name: 'a new profile is answered 200', isRead: false, over: status((_, { status: code }) => code === 201, 200) },
  {
    name: 'a new profile is answered with a body',
    isRead: false,
    over: (fetch) => async (request) => {
      const response = await fetch(request)
      return response.status === 201 ? remake(response, { body: '{"id":1}' }) : response
    },
  },
  {
    name: 'a new profile has no Location',
    isRead: true,
    over: headers(
      (_, { status: code }) => code === 201,
      (all) => all.delete('location'),
    ),
  },
  {
    name: 'the Location of a new profile is a path',
    isRead: false,
    over: headers(
      (_, { status: code }) => code === 201,
      (all) => all.set('location', new URL(all.get('location') ?? 'https://a/').pathname),
    ),
  },
  { name: 'a change is answered 200', isRead: false, over: status((_, { status: code }) => code === 204, 200) },
  {
    name: 'a change has no Location',
    isRead: false,
    over: headers(byMethod('PATCH'), (all) => all.delete('location')),
  },
  {
    name: 'a change is not kept',
    isRead: false,
    over: (fetch) => async (request) => {
      if (request.method !== 'PATCH') return fetch(request)
      const kept = await fetch(new Request(request.url, { method: 'GET', headers: request.headers }))
      return new Response(null, { status: kept.ok ? 204 : kept.status, headers: { location: request.url } })
    },
  },
  {
    name: 'a change clears what it does not name',
    isRead: false,
    over: sent(
      ({ method, url }) => method === 'PATCH' && /people\/\d+$/.test(url),
      (one) => ({ middlename: null, source: null, firstname: 'Cleared', lastname: 'Cleared', ...one }),
    ),
  },
  { name: 'a change of status does not move updateddate', isRead: false, over: frozenDate() },
  {
    name: 'a workflow is found by a pair turned round',
    isRead: false,
    over: address(
      (request) => /\/person\/\d+\/job\/\d+$/.test(path(request)),
      (url) => {
        url.pathname = url.pathname.replace(/person\/(\d+)\/job\/(\d+)$/, 'person/$2/job/$1')
      },
    ),
  },
  {
    name: 'every page may read answers',
    isRead: false,
    over: headers(isOk, (all) => all.set('access-control-allow-origin', '*')),
  },
  {
    name: 'a token can be refreshed',
    isRead: false,
    over: body(on(/\/oauth\/token$/), (token) => ({ ...token, refresh_token: 'again' })),
  },
  { name: 'a token never ends', isRead: true, over: body(on(/\/oauth\/token$/), without('expires_in')) },
]
