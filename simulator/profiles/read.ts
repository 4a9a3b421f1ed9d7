import { errorCodes, IcimsError, notFound } from '../errors.ts'
import type { ProfileData } from '../store/store.ts'
import type { Field } from '../tenant/fields/field.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import type { ProfilesContext } from './context.ts'
import type { Entry } from './entries.ts'

/**
 * The profile as stored.
 *
 * @throws IcimsError 404, "Job not found." (D13), when there is none.
 */
export function readProfile({ store }: ProfilesContext, type: ProfileType, id: number): ProfileData {
  const data = store.get(type, id)
  if (data === undefined) throw notFound(profileTypes[type].label)
  return data
}

/**
 * The collection field of this name.
 *
 * @throws IcimsError 404 when the type has no such collection.
 */
export function collectionField(type: ProfileType, name: string): Field {
  const field = profileTypes[type].fields.find((candidate) => candidate.name === name)
  if (field?.kind === 'collection') return field
  throw new IcimsError(404, [{ code: errorCodes.notFound, field: name, message: 'There is no such collection.' }])
}

/**
 * One entry of a collection.
 *
 * @throws IcimsError 404 when the profile, the collection or the entry is not there.
 */
export function readEntry(context: ProfilesContext, type: ProfileType, id: number, name: string, entry: number): Entry {
  collectionField(type, name)
  const data = readProfile(context, type, id)
  const found = ((data[name] ?? []) as readonly Entry[]).find((candidate) => candidate.entry === entry)
  if (found === undefined) throw notFound('Entry')
  return found
}

/** The person's display name as references to them show it: `First Last` (C1). */
export function profileTitle(type: ProfileType, data: ProfileData): string {
  if (type === 'person') return [data.firstname, data.lastname].filter(Boolean).join(' ')
  return String(data[type === 'job' ? 'jobtitle' : 'name'] ?? '')
}
