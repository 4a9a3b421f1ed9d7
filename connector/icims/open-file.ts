import { FatalError, RecordError, RetriableError } from './errors.ts'
import type { CountedCall } from './rate-limit.ts'
import type { Outgoing } from './request.ts'
import type { SendOptions } from './send.ts'

/** A file of iCIMS while it comes in. */
export type IcimsFileStream = { contentType: string; contentLength: string | null; body: ReadableStream<Uint8Array> }

/**
 * Opens a file without reading it. It is asked for once, save that a refused token is renewed.
 *
 * @param what the file, for messages.
 * @throws RecordError when there is none: the answer is JSON then (C4).
 */
export async function openFile(request: Outgoing, options: SendOptions, what: string): Promise<IcimsFileStream> {
  const { credentials } = options
  let signed = await credentials.headers(request)
  let response = await ask(request, signed, options)
  if (response.status === 401 && credentials.refused(signed.authorization)) {
    await response.body?.cancel()
    signed = await credentials.headers(request)
    response = await ask(request, signed, options)
  }
  const { status, headers, body } = response
  const contentType = headers.get('content-type') ?? 'application/octet-stream'
  if (status === 200 && body !== null && !/^application\/json\b/i.test(contentType)) {
    return { contentType, contentLength: headers.get('content-length'), body }
  }
  await body?.cancel()
  if (status === 401) throw new FatalError('iCIMS refused the credentials.', { isAuthentication: true })
  if (status === 429 || status >= 500) {
    throw new RetriableError(`iCIMS answered ${status} to the ${what}.`, {
      isTurnedAway: status === 429,
      isServerFault: true,
    })
  }
  if (status === 403) throw new RecordError(`iCIMS gives the API user no access to the ${what}.`)
  throw new RecordError(`iCIMS has no ${what}, or the API user may not see it.`, { isGone: true })
}

async function ask(
  { url, method }: Outgoing,
  headers: Record<string, string>,
  { fetch, rateLimit, pace, timeout }: SendOptions,
): Promise<Response> {
  const turn = await pace.take(true)
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(new Error(`no answer within ${timeout} ms`)), timeout)
  let counted: CountedCall | undefined
  let response: Response | undefined
  try {
    counted = rateLimit.begin()
    response = await fetch(url, { method, headers, redirect: 'manual', signal: stop.signal })
    return response
  } catch (cause) {
    if (counted === undefined) throw cause
    throw new RetriableError(`iCIMS did not answer ${method} ${new URL(url).pathname}: ${(cause as Error).message}.`, {
      cause,
    })
  } finally {
    clearTimeout(late)
    counted?.end(response?.headers)
    turn.end(response === undefined ? (counted === undefined ? 'unused' : 'refused') : 'answered')
  }
}
