import { errorCodes, IcimsError } from './errors.ts'

/** Largest body taken, in bytes, unless a tenant says otherwise. iCIMS has a cap, its number is not known (D1): 20 MB is inferred. */
export const defaultBodyLimit = 20 * 1024 * 1024

/**
 * The bytes of a request's body, read no further than the cap.
 *
 * @throws IcimsError 413 beyond it, 400 for a body that breaks off.
 */
export async function readBytes(request: Request, limit: number = defaultBodyLimit): Promise<Buffer> {
  checkLength(request, limit)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength
      if (size > limit) throw tooLarge(limit)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof IcimsError ? error : brokenOff()
  }
  return Buffer.concat(chunks)
}

/** The text of a request's body. Same errors as `readBytes`. */
export async function readText(request: Request, limit: number = defaultBodyLimit): Promise<string> {
  if (!request.headers.has('content-length')) return (await readBytes(request, limit)).toString('utf8')
  checkLength(request, limit)
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

function checkLength(request: Request, limit: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit)
}

function tooLarge(limit: number): IcimsError {
  const message = `The body is larger than ${Math.round((limit / 1024 / 1024) * 100) / 100} MB.`
  return new IcimsError(413, [{ code: errorCodes.tooLarge, message }])
}

function brokenOff(): IcimsError {
  return new IcimsError(400, [{ code: errorCodes.malformed, message: 'The body ended before its length was reached.' }])
}
