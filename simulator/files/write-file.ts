import { badRequest, errorCodes, type IcimsError } from '../errors.ts'
import type { Actor, ProfilesContext } from '../profiles/context.ts'
import { type Entry, mergeEntries, withoutEmpty } from '../profiles/entries.ts'
import { readEntry, readProfile } from '../profiles/read.ts'
import type { StoredFile } from '../profiles/stored-file.ts'
import { save } from '../profiles/write.ts'
import { removeEntry } from '../profiles/write-entry.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { ProfileType } from '../tenant/profile-types.ts'
import { type FilePlace, fileField, nameOf, pathOf, readFile } from './file-field.ts'
import type { Upload } from './upload.ts'

/**
 * Puts a file where there may be one already (D8, D9).
 *
 * @throws IcimsError 404 without such a profile, group or field, 400 for a field of another kind, 403 for one the caller may
 *   not write.
 */
export function putFile(context: ProfilesContext, place: FilePlace, upload: Upload, actor: Actor): void {
  const { type, id, field, group } = place
  context.store.transaction(() => {
    const before = writable(context, place, actor)
    if (group === undefined) {
      save(context, type, id, before, { ...before, [field]: keep(context, upload) })
      return
    }
    readEntry(context, type, id, field, group.entry, actor.access)
    mergeFile(context, place, before, group, upload)
  })
}

/**
 * Adds a group that holds this file (D9). One that repeats an existing group changes nothing, as with all groups (D7).
 *
 * @returns the entry that holds the file. Same errors as `putFile`.
 */
export function createFileEntry(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  { field, child }: { field: string; child: string },
  upload: Upload,
  actor: Actor,
): number {
  const place = { type, id, field, group: { entry: 0, child } }
  return context.store.transaction(() => {
    const before = writable(context, place, actor)
    return mergeFile(context, place, before, { entry: undefined, child }, upload)
  })
}

/**
 * Takes a file out of its field; a group that then holds nothing goes with it (inferred).
 *
 * @throws IcimsError as `putFile`, 404 also where there is no file, 403 also for one that cannot be taken out.
 */
export function removeFile(context: ProfilesContext, place: FilePlace, actor: Actor): void {
  const { type, id, field, group } = place
  context.store.transaction(() => {
    const before = writable(context, place, actor)
    if (fileField(context, place, actor.access).permanent) throw forbidden(place, 'This field cannot be deleted.')
    readFile(context, place, actor.access)
    if (group === undefined) {
      save(context, type, id, before, withoutEmpty({ ...before, [field]: undefined }))
      return
    }
    const { [group.child]: _, ...rest } = readEntry(context, type, id, field, group.entry, actor.access)
    const isEmpty = Object.keys(rest).every((name) => name === 'entry' || name === 'primary')
    if (isEmpty) {
      removeEntry(context, type, id, field, group.entry, actor)
      return
    }
    const entries = (before[field] as readonly Entry[]).map((one) => (one.entry === group.entry ? rest : one))
    save(context, type, id, before, { ...before, [field]: entries as Stored })
  })
}

/** The profile with the file field, if the caller may write it. */
function writable(context: ProfilesContext, place: FilePlace, { access }: Actor): ProfileData {
  const profile = readProfile(context, place.type, place.id, access)
  fileField(context, place, access)
  const refused = access.refusesWrite(place.type, pathOf(place))
  if (refused !== undefined) throw forbidden(place, refused)
  return profile
}

function forbidden(place: FilePlace, message: string): IcimsError {
  return badRequest([{ code: errorCodes.forbidden, field: nameOf(place), message }])
}

function mergeFile(
  context: ProfilesContext,
  { type, id, field }: FilePlace,
  before: ProfileData,
  { entry, child }: { entry: number | undefined; child: string },
  upload: Upload,
): number {
  const entries = (before[field] ?? []) as readonly Entry[]
  const values = { [child]: keep(context, upload) }
  const merged = mergeEntries(entries, entry, values, () => context.store.next('entry'))
  if (merged.entries !== entries) save(context, type, id, before, { ...before, [field]: merged.entries as Stored })
  return merged.entry
}

function keep({ store }: ProfilesContext, { filename, type, bytes }: Upload): StoredFile {
  return { filename, type, blob: store.keepBlob(bytes) }
}
