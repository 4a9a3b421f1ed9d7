import type { Store, Stored } from '../store/store.ts'
import { isObject, ValueError } from './decode-value.ts'

/**
 * A file field as stored. `blob` is the digest its bytes are kept under; without one the file is a résumé made from the
 * profile whenever somebody asks for it.
 */
export type StoredFile = { readonly filename: string; readonly type: string; readonly blob?: string }

/**
 * Reads a file out of a seed file: its name, its type, and its bytes in base64 as `content`.
 *
 * @throws ValueError when it is none.
 */
export function importFile(value: unknown, store: Store): Stored {
  const { filename, type = 'application/pdf', content } = isObject(value) ? value : {}
  if (typeof filename !== 'string' || filename === '' || typeof type !== 'string') {
    throw new ValueError('The value must be an object with a filename, and perhaps a type and a content in base64.')
  }
  if (content === undefined) return { filename, type }
  if (typeof content !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(content)) {
    throw new ValueError('The content must be base64.')
  }
  return { filename, type, blob: store.keepBlob(Buffer.from(content, 'base64')) }
}

/** The inverse of `importFile`. */
export function exportFile({ filename, type, blob }: StoredFile, store: Store): Record<string, unknown> {
  const content = blob === undefined ? undefined : Buffer.from(store.blob(blob)!).toString('base64')
  return { filename, type, ...(content !== undefined && { content }) }
}
