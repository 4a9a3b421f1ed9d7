import { extensionOf } from './file-name.ts'

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const unknownType = 'application/octet-stream'

/** Types a client met at iCIMS (C4), by the end of the file's name. */
const byExtension: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.doc': 'application/msword',
  '.docx': docx,
  '.rtf': 'text/rtf',
  '.txt': 'text/plain',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
}

/** Types that a client sends when it does not know better, or that stand in for one that was not sent. */
const vague = new Set([unknownType, 'text/plain', 'binary/octet-stream'])

/**
 * The type a file is kept and answered under: what the client said, or what the name says where the client said nothing
 * of use (inferred).
 */
export function mediaTypeOf(declared: string | undefined, name: string): string {
  const named = byExtension[extensionOf(name)]
  const told = declared?.trim() ?? ''
  const isType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;[\x20-\x7e]*)?$/.test(told) && told.length <= 255
  if (!isType) return named ?? unknownType
  return vague.has(essenceOf(told)) ? (named ?? told) : told
}

/** The type without its parameters, in lower case. */
export function essenceOf(type: string): string {
  return type.split(';')[0]!.trim().toLowerCase()
}
