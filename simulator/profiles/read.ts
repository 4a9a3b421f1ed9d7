import { errorCodes, IcimsError, notFound } from '../errors.ts'
import type { ProfileData } from '../store/store.ts'
import { type Access, fullAccess } from '../tenant/access.ts'
import type { Field } from '../tenant/fields/field.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import type { ProfilesContext } from './context.ts'
import type { Entry } from './entries.ts'

/**
 * The profile as stored.
 *
 * @throws IcimsError 404, "Job not found." (D13), when there is none; the same with code 3 when the caller may see none of
 *   its type, which iCIMS hides as a 404 (D13).
 */
export function readProfile(
  { store }: ProfilesContext,
  type: ProfileType,
  id: number,
  access: Access = fullAccess,
): ProfileData {
  const { label } = profileTypes[type]
  if (access.hidesProfile(type) !== undefined) {
    throw new IcimsError(404, [{ code: errorCodes.denied, message: `${label} not found.` }])
  }
  const data = store.get(type, id)
  if (data === undefined) throw notFound(label)
  return data
}

/**
 * The collection field of this name.
 *
 * @throws IcimsError 404 when the type has no such collection, or the caller does not see it.
 */
export function collectionField({ fields }: ProfilesContext, type: ProfileType, name: string, access: Access): Field {
  const field = access.hidesField(type, name) === undefined ? fields.find(type, name) : undefined
  if (field?.kind === 'collection') return field
  throw new IcimsError(404, [{ code: errorCodes.notFound, field: name, message: 'There is no such collection.' }])
}

/**
 * One entry of a collection.
 *
 * @throws IcimsError 404 when the profile, the collection or the entry is not there.
 */
export function readEntry(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  name: string,
  entry: number,
  access: Access,
): Entry {
  const data = readProfile(context, type, id, access)
  collectionField(context, type, name, access)
  const found = ((data[name] ?? []) as readonly Entry[]).find((candidate) => candidate.entry === entry)
  if (found === undefined) throw notFound('Entry')
  return found
}

/** The name of a profile as references to it show it: of a person `First Last` (C1). */
export function profileTitle(type: ProfileType, data: ProfileData): string {
  if (type === 'person') return [data.firstname, data.lastname].filter(Boolean).join(' ')
  return String(data.jobtitle ?? data.name ?? data.title ?? '')
}
