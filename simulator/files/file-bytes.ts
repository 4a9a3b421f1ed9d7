import type { ProfilesContext } from '../profiles/context.ts'
import type { StoredFile } from '../profiles/stored-file.ts'
import { makeResume } from './resume/make-resume.ts'

/**
 * The bytes of a file. A seeded résumé is made of the profile as it was seeded, so it stays the same whatever becomes of the
 * profile.
 *
 * @param id the profile that holds the file.
 */
export function fileBytes(
  context: ProfilesContext,
  id: number,
  { blob, of = id }: StoredFile,
): Uint8Array | Promise<Uint8Array> {
  const { store } = context
  if (blob !== undefined) return store.blob(blob)!
  return makeResume(store.seeded('person', of) ?? store.get('person', id)!, context)
}
