import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { urlToHttpOptions } from 'node:url'

/** One call as it goes out. */
export type Call = {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array<ArrayBuffer>
  signal: AbortSignal
}

/** The headers of an answer, by their names in lower case. */
export type AnswerHeaders = Pick<Headers, 'get'>

/**
 * Makes one call and reads its answer to the end. A redirect is an answer like any other.
 *
 * @param onHeaders told when they are there, before the body is: it may break off.
 * @returns the body as text.
 * @throws the reason of the signal, or what went wrong on the network.
 */
export type Exchange = (call: Call, onHeaders: (status: number, headers: AnswerHeaders) => void) => Promise<string>

/** Calls by a fetch. */
export function exchangeByFetch(fetch: typeof globalThis.fetch): Exchange {
  return async ({ url, ...call }, onHeaders) => {
    const response = await fetch(url, { ...call, redirect: 'manual' })
    onHeaders(response.status, response.headers)
    return response.text()
  }
}

const ownHeaders = { accept: '*/*', 'user-agent': 'icims-connector' }

/**
 * Calls by Node's own client, which takes half the time that its fetch does, over connections that are kept. Proxies are those
 * that Node is told of (https://nodejs.org/api/http.html#built-in-proxy-support).
 */
export const exchangeByNode: Exchange = ({ url, headers, body, method, signal }, onHeaders) =>
  new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(signal.aborted ? signal.reason : firstOf(error))
    const stop = (): unknown => request.destroy(signal.reason)
    const { send, hostname, port, length } = originOf(url)
    const path = url.slice(length)
    const options = { hostname, port, path, method, headers: { ...ownHeaders, ...headers } }
    const request = send(options, (response) => {
      onHeaders(response.statusCode!, { get: (name) => headerOf(response.headers[name]) })
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text.startsWith('\uFEFF') ? text.slice(1) : text))
      response.on('error', fail)
    })
    request.on('error', fail)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
    request.end(body)
  })

/** Of a name with several addresses, none of which answers, Node's error says nothing: each of them has its own. */
function firstOf(error: Error): Error {
  return error instanceof AggregateError ? (error.errors as Error[])[0]! : error
}

/** Where an address leads, up to its path. There are few origins and many addresses: each is parsed once. */
function originOf(url: string): Origin {
  const end = url.indexOf('/', url.indexOf('//') + 2)
  const origin = end < 0 ? url : url.slice(0, end)
  const known = origins.get(origin)
  if (known !== undefined) return known
  const { protocol, hostname, port } = urlToHttpOptions(new URL(origin))
  const send = protocol === 'https:' ? requestHttps : requestHttp
  const found = { send, hostname, port, length: origin.length }
  origins.set(origin, found)
  return found
}

type Origin = {
  send: typeof requestHttp
  hostname: string | null | undefined
  port: string | number | null | undefined
  length: number
}

const origins = new Map<string, Origin>()

function headerOf(value: string | string[] | undefined): string | null {
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}
