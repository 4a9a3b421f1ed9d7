import type { Store, Stored } from '../store/store.ts'
import type { Field } from '../tenant/fields/field.ts'
import { isObject, ValueError } from './decode-value.ts'

/**
 * A file field as stored. `blob` is the digest its bytes are kept under; without one the file is a résumé made whenever
 * somebody asks for it, of the person `of`, or else of the profile it is on.
 */
export type StoredFile = {
  readonly filename: string
  readonly type: string
  readonly blob?: string
  readonly of?: number
}

/**
 * Reads a file out of a seed file: its name, its type, and its bytes in base64 as `content`; without them a résumé is made of
 * the profile.
 *
 * @throws ValueError when it is none.
 */
export function importFile(value: unknown, field: Field, store: Store): Stored {
  const { filename, type = 'application/pdf', content, of } = isObject(value) ? value : {}
  if (typeof filename !== 'string' || filename === '' || typeof type !== 'string') {
    throw new ValueError('The value must be an object with a filename, and perhaps a type and a content in base64.')
  }
  if (content === undefined) {
    if (field.name !== 'resume' || type !== 'application/pdf') {
      throw new ValueError('The file needs a content in base64: only a résumé in PDF is made of the profile.')
    }
    if (of !== undefined && !Number.isSafeInteger(of))
      throw new ValueError('The value `of` must be the id of a person.')
    return { filename: filename.toWellFormed(), type, ...(of !== undefined && { of: of as number }) }
  }
  if (typeof content !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) {
    throw new ValueError('The content must be base64.')
  }
  return { filename: filename.toWellFormed(), type, blob: store.keepBlob(Buffer.from(content, 'base64')) }
}

/** The inverse of `importFile`. */
export function exportFile({ filename, type, blob, of }: StoredFile, store: Store): Record<string, unknown> {
  const content = blob === undefined ? undefined : Buffer.from(store.blob(blob)!).toString('base64')
  return { filename, type, ...(content !== undefined && { content }), ...(of !== undefined && { of }) }
}
