import { badRequest, errorCodes, IcimsError, notFound } from '../errors.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import { collectionField, readEntry, readProfile } from '../profiles/read.ts'
import type { StoredFile } from '../profiles/stored-file.ts'
import type { Access } from '../tenant/access.ts'
import type { Field } from '../tenant/fields/field.ts'
import type { ProfileType } from '../tenant/profile-types.ts'

/** Where a file stands: in a field of a profile, or in a child field of one group of a collection. */
export type FilePlace = { type: ProfileType; id: number; field: string; group?: { entry: number; child: string } }

/** The file field's own name, the child's in a collection. */
export function nameOf({ field, group }: FilePlace): string {
  return group?.child ?? field
}

/** The field as login groups name it: a child stands under its collection, `field900.field901`. */
export function pathOf({ field, group }: FilePlace): string {
  return group === undefined ? field : `${field}.${group.child}`
}

/**
 * The file field at a place.
 *
 * @throws IcimsError 404 where there is no such field or the caller does not see it, 400 for a field of another kind: that it
 *   is an error is documented (D8), which one is inferred.
 */
export function fileField(context: ProfilesContext, place: FilePlace, access: Access): Field {
  const { type, group } = place
  const name = nameOf(place)
  const fields =
    group === undefined ? context.fields.of(type) : collectionField(context, type, place.field, access).children!
  const isHidden = access.hidesField(type, pathOf(place)) !== undefined
  const field = isHidden ? undefined : fields.find((candidate) => candidate.name === name)
  if (field === undefined) {
    throw new IcimsError(404, [{ code: errorCodes.notFound, field: name, message: 'There is no such field.' }])
  }
  if (field.kind === 'file') return field
  throw badRequest([{ code: errorCodes.badValue, field: name, message: 'This field holds no file.' }])
}

/**
 * The file at a place.
 *
 * @throws IcimsError 404 without such a profile, group or field, and without a file (inferred; a client saw JSON then, C4).
 */
export function readFile(context: ProfilesContext, place: FilePlace, access: Access): StoredFile {
  const { type, id, field, group } = place
  const profile = readProfile(context, type, id, access)
  fileField(context, place, access)
  const value =
    group === undefined ? profile[field] : readEntry(context, type, id, field, group.entry, access)[group.child]
  if (value === undefined) throw notFound('File')
  return value as StoredFile
}
