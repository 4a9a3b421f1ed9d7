import { hmacHeaders, hmacScheme } from '../conformance/sign-in.ts'
import { networkReason } from '../network-reason.ts'
import { listenTo } from './listen-to.ts'
import type { Provider } from './provider.ts'

/** Somebody else's server, and how to call it. */
export type Elsewhere = {
  baseUrl: string
  /** What its states give, by name: nothing can be set up there. */
  states: Readonly<Record<string, Readonly<Record<string, string | number>>>>
  /** What requests are signed with that ask for it by `toBeSigned`. */
  hmac?: { username: string; key: string }
}

/** The Authorization header of a request that is signed on its way: a signature covers the address it ends at. */
export const toBeSigned = `${hmacScheme} to-be-signed`

/** What an answer means for all that come after it, or undefined. */
export function reasonToStop(status: number, contentType: string): string | undefined {
  if (status === 401) return 'it refused the credentials (401): they may have expired'
  if (status === 429) return 'the calls of the day are used up (429)'
  if (/^text\/html/i.test(contentType)) return `it answered ${status} with a page of HTML, not as an API does`
  return undefined
}

/**
 * A server of others, behind a forwarder that stops calling it when that makes no sense any more: what comes then is
 * answered here, and the run counts as not done.
 */
export async function openElsewhere({ baseUrl, states, hmac }: Elsewhere): Promise<Provider> {
  let begun = 0
  let stopped: string | undefined
  const server = await listenTo(async (request) => {
    if (stopped !== undefined) return Response.json({}, { status: 503 })
    const answer = await forward(request, baseUrl, hmac).catch((error: Error) => error)
    if (answer instanceof Error) stopped = `it does not answer (${networkReason(answer)})`
    else stopped = reasonToStop(answer.status, answer.headers.get('content-type') ?? '')
    if (stopped === undefined) return answer as Response
    stopped = `The run stopped at interaction ${begun}: ${stopped}. Nothing of it counts.`
    return Response.json({}, { status: 503 })
  })
  return {
    baseUrl: server.baseUrl,
    states: Object.fromEntries(Object.entries(states).map(([name, values]) => [name, () => ({ ...values })])),
    reset() {
      begun += 1
    },
    problems: () => (stopped === undefined ? [] : [stopped]),
    isStopped: () => stopped !== undefined,
    close: server.close,
  }
}

/** The same request, to the other server. Redirects are answers like others. */
async function forward(request: Request, baseUrl: string, hmac: Elsewhere['hmac']): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const headers = new Headers(request.headers)
  for (const name of ['host', 'connection', 'content-length', 'accept-encoding']) headers.delete(name)
  const { method } = request
  const url = `${baseUrl.replace(/\/$/, '')}${pathname}${search}`
  const content = method === 'GET' || method === 'HEAD' ? {} : { body: await request.bytes() }
  if (hmac !== undefined && headers.get('authorization') === toBeSigned) {
    const unsigned = { method, url, headers: Object.fromEntries(headers), ...content }
    for (const [name, value] of Object.entries(hmacHeaders(hmac, unsigned, new Date()))) headers.set(name, value)
  }
  const answer = await fetch(url, { method, headers, redirect: 'manual', ...content })
  const own = new Headers(answer.headers)
  // The body comes unpacked.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) own.delete(name)
  const isEmpty = answer.status === 204 || answer.status === 304
  return new Response(isEmpty ? null : await answer.bytes(), { status: answer.status, headers: own })
}
