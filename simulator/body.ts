import { errorCodes, IcimsError } from './errors.ts'

/** Largest body taken. iCIMS has a cap, its number is not known (D1): 20 MB is inferred. */
export const bodyLimit = 20 * 1024 * 1024

/**
 * The text of a request's body, read no further than the cap.
 *
 * @throws IcimsError 413 beyond it.
 */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw tooLarge()
  if (request.headers.has('content-length')) return request.text()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > bodyLimit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * The JSON of a request's body; undefined when it has none.
 *
 * @throws IcimsError 415 for another type (it must be set, D7), 400 for text that is no JSON, 413 when too large.
 */
export async function readJson(request: Request, malformed: string): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new IcimsError(415, [{ code: errorCodes.mediaType, message: 'The Content-Type must be application/json.' }])
  }
  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw new IcimsError(400, [{ code: errorCodes.malformed, message: malformed }])
  }
}

function tooLarge(): IcimsError {
  const message = `The body is larger than ${bodyLimit / 1024 / 1024} MB.`
  return new IcimsError(413, [{ code: errorCodes.tooLarge, message }])
}
