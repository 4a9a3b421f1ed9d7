import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { EventError } from './errors.ts'

/** Bytes an event may have, compressed and not: real ones have a few hundred. */
export const largestEvent = 1_000_000

const inflate = promisify(gunzip)

/** A body as it came, and as it reads. */
export type EventBody = { raw: Uint8Array; json: Uint8Array }

/**
 * Reads the body of an event, compressed or not.
 *
 * @throws EventError when it is no JSON by its type, or too large, also once it is inflated.
 */
export async function readEventBody(request: Request): Promise<EventBody> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new EventError(415, 'Send events as application/json.')
  const raw = await readLimited(request)
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding === 'identity') return { raw, json: raw }
  if (encoding !== 'gzip') throw new EventError(415, 'Send events as they are, or with gzip.')
  try {
    return { raw, json: await inflate(raw, { maxOutputLength: largestEvent }) }
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge ? tooLarge() : new EventError(400, 'The body is not what gzip makes.')
  }
}

/**
 * The bytes of a body.
 *
 * @throws EventError when there are too many.
 */
export async function readLimited(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > largestEvent) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > largestEvent) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): EventError {
  return new EventError(413, `An event has at most ${largestEvent} bytes.`)
}
