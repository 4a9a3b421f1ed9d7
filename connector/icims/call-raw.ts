import type { Credentials, IcimsAuth } from './credentials.ts'
import { FatalError, RetriableError } from './errors.ts'
import { createRedact } from './redact.ts'

/** A call as somebody else wrote it. */
export type RawCall = {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body?: string | Uint8Array<ArrayBuffer>
}

/** What came back, without the credentials; `status` may be any. */
export type RawAnswer = { status: number; headers: Record<string, string>; contentType: string; body: Uint8Array }

/** A larger answer is cut off, in bytes. */
export const answerLimit = 50 * 1024 * 1024

/** Why no answer can be told. */
export class RawCallError extends Error {
  override readonly name = 'RawCallError'
  readonly reason: 'timeout' | 'network' | 'size' | 'sign-in'
  constructor(reason: RawCallError['reason'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** Headers of an answer that were undone while it was read, or that sign somebody in. */
const dropped = new Set([
  'set-cookie',
  'set-cookie2',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'keep-alive',
])

/**
 * Makes one call as it is written, signed in. It is made once, save that a refused token is renewed; a redirect is told and
 * not followed.
 *
 * @throws RawCallError when there is no answer.
 */
export async function callRaw(
  call: RawCall,
  auth: IcimsAuth,
  { credentials, fetch, timeout }: { credentials: Credentials; fetch: typeof globalThis.fetch; timeout: number },
): Promise<RawAnswer> {
  const late = AbortSignal.timeout(timeout)
  try {
    let signed = await credentials.headers({ ...call, url: call.url.href }, late)
    let response = await ask(call, signed, fetch, late)
    if (response.status === 401 && credentials.refused(signed.authorization)) {
      await response.body?.cancel()
      signed = await credentials.headers({ ...call, url: call.url.href }, late)
      response = await ask(call, signed, fetch, late)
    }
    return await read(response, createRedact(auth, signed.authorization))
  } catch (error) {
    if (error instanceof RawCallError) throw error
    if (error instanceof FatalError || error instanceof RetriableError) throw new RawCallError('sign-in', error.message)
    if (late.aborted) throw new RawCallError('timeout', `iCIMS did not answer within ${timeout / 1_000} s.`)
    // The reason of a failed fetch names addresses at most, and is told to no caller.
    throw new RawCallError('network', 'iCIMS could not be reached.', { cause: error })
  }
}

function ask(
  { method, url, headers, body }: RawCall,
  signed: Record<string, string>,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Response> {
  const init = { method, redirect: 'manual', signal, headers: { ...headers, ...signed } } as const
  return fetch(url, body === undefined ? init : { ...init, body })
}

async function read(response: Response, redact: (text: string) => string): Promise<RawAnswer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > answerLimit) throw new RawCallError('size', `The answer is larger than ${answerLimit} bytes.`)
    chunks.push(chunk)
  }
  // Byte for byte, so that a file stays what it is.
  const body = Buffer.from(redact(Buffer.concat(chunks).toString('latin1')), 'latin1')
  const headers = [...response.headers].filter(([name]) => !dropped.has(name))
  return {
    status: response.status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, redact(value)])),
    contentType: response.headers.get('content-type') ?? '',
    body,
  }
}
