import { ApiError } from './errors.ts'

const prefix = 'after:'

/** The place after a row, to be given back as `cursor`. Pages follow ids, so they hold still while rows change. */
export function toCursor(lastId: string): string {
  return Buffer.from(prefix + lastId).toString('base64url')
}

/** @throws ApiError when the text is no cursor of ours. */
export function readCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  if (text.startsWith(prefix) && toCursor(text.slice(prefix.length)) === cursor) return text.slice(prefix.length)
  throw new ApiError('PLATFORM.INPUT_INVALID', 'cursor: it is not the `next` of an earlier page.')
}
