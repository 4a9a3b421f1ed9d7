import { errorCodes, IcimsError } from './errors.ts'

/** Largest body taken. iCIMS has a cap, its number is not known (D1): 20 MB is inferred. */
export const bodyLimit = 20 * 1024 * 1024

/**
 * The bytes of a request's body, read no further than the cap.
 *
 * @throws IcimsError 413 beyond it, 400 for a body that breaks off.
 */
export async function readBytes(request: Request): Promise<Buffer> {
  checkLength(request)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > bodyLimit) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof IcimsError ? error : brokenOff()
  }
  return Buffer.concat(chunks)
}

/** The text of a request's body. Same errors as `readBytes`. */
export async function readText(request: Request): Promise<string> {
  if (!request.headers.has('content-length')) return (await readBytes(request)).toString('utf8')
  checkLength(request)
  try {
    return await request.text()
  } catch {
    throw brokenOff()
  }
}

/** @throws IcimsError 415 for another type than JSON: it must be set (D7). */
export function checkJsonType(request: Request): void {
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/json\s*(;|$)/i.test(type)) return
  throw new IcimsError(415, [{ code: errorCodes.mediaType, message: 'The Content-Type must be application/json.' }])
}

function checkLength(request: Request): void {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw tooLarge()
}

function tooLarge(): IcimsError {
  const message = `The body is larger than ${bodyLimit / 1024 / 1024} MB.`
  return new IcimsError(413, [{ code: errorCodes.tooLarge, message }])
}

function brokenOff(): IcimsError {
  return new IcimsError(400, [{ code: errorCodes.malformed, message: 'The body ended before its length was reached.' }])
}
