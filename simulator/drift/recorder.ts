import type { AnswerCheck } from '../app-options.ts'
import { matchRoute } from '../routes.ts'
import { addExchange, describeExchange } from './observe.ts'
import type { RecordedExchange } from './shapes-file.ts'

/** What the recorder is told of, while it runs. */
export type RecorderOptions = {
  /** `https://api.icims.com`, or whatever is to be recorded. */
  upstream: string
  check: AnswerCheck
  fetch: typeof globalThis.fetch
  /** Called after each exchange that taught something, and for each that no operation of the document is. */
  onExchange(exchange: RecordedExchange | { unknown: string }): void
}

/** Passes requests on and keeps what they look like. */
export type Recorder = {
  answer(request: Request): Promise<Response>
  exchanges(): RecordedExchange[]
}

/** Headers between two hops, which the next hop writes itself. */
const hopByHop = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'accept-encoding']

export function createRecorder({ upstream, check, fetch, onExchange }: RecorderOptions): Recorder {
  const known = new Map<string, RecordedExchange>()
  return {
    exchanges: () => [...known.values()],
    async answer(request) {
      const { pathname, search, searchParams } = new URL(request.url)
      const headers = new Headers(request.headers)
      for (const name of hopByHop) headers.delete(name)
      const body = ['GET', 'HEAD'].includes(request.method) ? undefined : await request.bytes()
      let response: Response
      try {
        response = await fetch(upstream.replace(/\/+$/, '') + pathname + search, {
          method: request.method,
          headers,
          redirect: 'manual',
          ...(body !== undefined && { body }),
        })
      } catch (error) {
        const reason = ((error as Error).cause as { code?: string } | undefined)?.code ?? (error as Error).message
        return Response.json({ error: `${upstream} did not answer: ${reason}.` }, { status: 502 })
      }
      const responseBytes = await response.bytes()
      const route = matchRoute(request.method, pathname)
      if (route === undefined) onExchange({ unknown: `${request.method} ${pathname.replaceAll(/\d+/g, '…')}` })
      else {
        const requestBody = body === undefined ? '' : Buffer.from(body).toString('utf8')
        const exchange = await describeExchange(
          { route, query: searchParams, requestBody, response, responseBytes },
          check,
        )
        addExchange(known, exchange)
        onExchange(exchange)
      }
      return passedOn(response, responseBytes)
    },
  }
}

function passedOn({ status, headers }: Response, bytes: Uint8Array): Response {
  const kept = new Headers(headers)
  // They told of the bytes as they came; these are unpacked.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) kept.delete(name)
  return new Response([204, 304].includes(status) ? null : (bytes as Uint8Array<ArrayBuffer>), {
    status,
    headers: kept,
  })
}
