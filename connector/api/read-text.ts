import { ApiError } from './errors.ts'

/** Largest body of a call, in bytes: a file of the largest size in base64, and what goes with it. */
export const largestBody = 15 * 2 ** 20

/**
 * The body of a call as it came, up to a size; what is larger is not read to its end.
 *
 * @throws ApiError when it is larger, or no JSON by its type.
 */
export async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  const isJson = /^application\/json\b/i.test(request.headers.get('content-type') ?? '')
  if (text.trim() === '' || isJson) return text
  throw new ApiError(
    'PLATFORM.INPUT_INVALID',
    'Send the body as JSON, with the header `Content-Type: application/json`.',
  )
}

function tooLarge(limit: number): ApiError {
  return new ApiError('PLATFORM.INPUT_INVALID', `The body is larger than ${limit / 2 ** 20} MB.`)
}
