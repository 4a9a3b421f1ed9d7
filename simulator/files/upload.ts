import { errorCodes, IcimsError } from '../errors.ts'
import { cleanFileName, readDisposition } from './file-name.ts'
import { essenceOf, mediaTypeOf } from './media-type.ts'

/** A file as a client sent it. */
export type Upload = { filename: string; type: string; bytes: Uint8Array }

/** Types of bodies that are sent by mistake: a file is none of them unless it is a part of a form. */
const noFiles = new Set(['application/json', 'application/x-www-form-urlencoded'])

/**
 * Reads the file out of a request. The page on binary files (D8) wants a form with one file in it and says that bare bytes
 * are refused, while its sample shows bare bytes under the type of a form without a boundary: all three are taken. Bare
 * bytes have their name from the request's Content-Disposition.
 *
 * @throws IcimsError 415 for a type that holds no file, 400 for a form that is broken or does not hold one file, and for a
 *   file without bytes or a name.
 */
export async function readUpload(body: Uint8Array, headers: Headers): Promise<Upload> {
  const type = headers.get('content-type') ?? ''
  const essence = essenceOf(type)
  const isForm = essence === 'multipart/form-data'
  if (essence === '' || noFiles.has(essence) || (essence.startsWith('multipart/') && !isForm)) {
    const message = 'Send the file as a part of multipart/form-data, or bare under its own type.'
    throw new IcimsError(415, [{ code: errorCodes.mediaType, message }])
  }
  const named = readDisposition(headers.get('content-disposition'))
  if (isForm && /;\s*boundary=/i.test(type)) {
    const file = await filePart(body, type)
    return toUpload(file.name, file.type, new Uint8Array(await file.arrayBuffer()))
  }
  return toUpload(named, isForm ? undefined : type, body)
}

async function filePart(body: Uint8Array, type: string): Promise<File> {
  const parts = await readForm(body, type)
  const files = [...parts.values()].filter((part) => part instanceof File)
  if (files.length !== 1) throw malformed(`The form must hold one part with a file name, not ${files.length}.`)
  return files[0]!
}

async function readForm(body: Uint8Array, type: string): Promise<FormData> {
  try {
    return await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData()
  } catch {
    throw malformed('The body is not a whole multipart/form-data.')
  }
}

/**
 * A file by its name, what is said of its type, and its bytes.
 *
 * @throws IcimsError 400 for one without a name or bytes.
 */
export function toUpload(name: string | undefined, type: string | undefined, bytes: Uint8Array): Upload {
  const filename = name === undefined ? undefined : cleanFileName(name)
  if (filename === undefined) {
    throw malformed('The file has no name. Send it as Content-Disposition: attachment;filename="resume.doc".')
  }
  if (bytes.length === 0) throw malformed('The file is empty.')
  return { filename, type: mediaTypeOf(type, filename), bytes }
}

function malformed(message: string): IcimsError {
  return new IcimsError(400, [{ code: errorCodes.malformed, message }])
}
