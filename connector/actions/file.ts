import { z } from '@hono/zod-openapi'
import type { FetchFile } from '../outgoing/fetch-file.ts'
import { invalid } from './errors.ts'

/** Largest file that is taken, in bytes. iCIMS refuses bodies above a size that is not printed (D1). */
export const maxFileSize = 10 * 1024 * 1024

/** Types of a CV that are taken: those a client met (C4), OpenDocument and HTML. */
export const cvTypes = [
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'application/rtf',
  'text/plain',
  'text/html',
  'image/png',
  'image/jpeg',
] as const

/** What the first bytes of a file say, in our words; an old Word document is a compound file. */
const sniffed: Readonly<Record<string, string>> = {
  'application/x-cfb': 'application/msword',
  'text/rtf': 'application/rtf',
}

const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  .regex(/^[^\u0000-\u001f\u007f/\\]+$/, 'must be a file name, without / and \\')
  .refine((text) => text.isWellFormed(), 'must be well-formed text')

/** An attachment as the unified API takes it. */
export const attachment = z.object({
  name,
  content_type: z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/, 'must be a media type, such as application/pdf')
    .nullish(),
  data_url: z.string().nullish(),
  data: z.string().nullish(),
  type: z.enum(['CV', 'COVER_LETTER', 'OTHER']),
})

/** A file that is ready to be sent; its bytes in base64. */
export type PreparedFile = { name: string; type: string; data: string }

/**
 * Reads an attachment: exactly one of `data` and `data_url`, of a type that is a CV's, and of the bytes that type has.
 *
 * @param at where it stands in the call, for messages.
 * @throws ActionError saying what is wrong with it.
 */
export async function prepareFile(
  { name, content_type, data_url, data, type }: z.output<typeof attachment>,
  at: string,
  fetchFile: FetchFile,
): Promise<PreparedFile> {
  if (type !== 'CV') throw invalid(`${at}.type: iCIMS takes attachments of the type CV only, not ${type}.`)
  if ((data == null) === (data_url == null)) throw invalid(`${at}: exactly one of data and data_url must be given.`)
  const told = content_type == null ? undefined : essenceOf(content_type)
  if (data != null && told === undefined) throw invalid(`${at}.content_type: it is required with data.`)
  const file =
    data != null
      ? { bytes: decode(data, `${at}.data`), type: undefined, base64: data }
      : await fetchFile(data_url!, maxFileSize).catch((error: Error) => {
          throw invalid(`${at}.data_url: the file cannot be fetched: ${error.message.replace(/\.$/, '')}.`)
        })
  const { bytes } = file
  if (bytes.length === 0) throw invalid(`${at}: the file is empty.`)
  if (bytes.length > maxFileSize) throw invalid(tooLarge(at))
  const known = told ?? (file.type === undefined ? undefined : essenceOf(file.type))
  const base64 = 'base64' in file ? file.base64 : Buffer.from(bytes).toString('base64')
  return { name, type: await typeOf(bytes, known, told !== undefined, at), data: base64 }
}

function isCvType(type: string): boolean {
  return (cvTypes as readonly string[]).includes(type)
}

/** Loaded when the first file comes, and not looked for again with each one. */
let fileType: Promise<typeof import('file-type')> | undefined

/** @throws ActionError when the bytes are not what is said of them, or no CV's. */
async function typeOf(bytes: Uint8Array, known: string | undefined, isTold: boolean, at: string): Promise<string> {
  fileType ??= import('file-type')
  const { fileTypeFromBuffer } = await fileType
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  const seen = mime === undefined ? (isText(bytes) ? 'text/plain' : undefined) : (sniffed[mime] ?? mime)
  const said = known === 'text/rtf' ? 'application/rtf' : known
  // What a server says of a file it hands out may be meaningless; the bytes are not.
  const meant = said !== undefined && (isTold || isCvType(said)) ? said : seen
  if (meant === undefined || !isCvType(meant)) {
    throw invalid(`${at}.content_type: ${meant ?? 'an unknown type'} is no type of a CV. Types: ${cvTypes.join(', ')}.`)
  }
  // A page is text, too.
  if (meant === seen || (meant === 'text/html' && seen === 'text/plain')) return meant
  throw invalid(`${at}.content_type: it says ${meant}, and the file is ${seen ?? 'of no known type'}.`)
}

/** Whether bytes are UTF-8 without control characters that no text has. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)
  } catch {
    return false
  }
}

function decode(data: string, at: string): Uint8Array {
  if (data.length > Math.ceil(maxFileSize / 3) * 4) throw invalid(tooLarge(at))
  const isBase64 = data.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(data)
  if (!isBase64) throw invalid(`${at}: it is not base64.`)
  return Buffer.from(data, 'base64')
}

/** What is said of a file that is too large. */
export function tooLarge(at: string): string {
  return `${at}: the file is larger than ${maxFileSize / 2 ** 20} MB.`
}

function essenceOf(type: string): string {
  return type.split(';')[0]!.trim().toLowerCase()
}
