import { type ProfileType, profileTypeNames } from './profile-types.ts'

/** What clients search: profiles, and the iForms somebody filled out. */
export type SearchedType = ProfileType | 'formdata'

/**
 * What a tenant's store keeps: profiles, and beside them the iForms somebody filled out, what its people are about to do
 * (`lifeplan`) and what they did (`lifelog`).
 */
export type RecordType = SearchedType | 'lifeplan' | 'lifelog'

/** All of them, in the order their tables are made. */
export const recordTypeNames: readonly RecordType[] = [...profileTypeNames, 'formdata', 'lifeplan', 'lifelog']

export const searchedTypeNames: readonly SearchedType[] = [...profileTypeNames, 'formdata']

const profiles: ReadonlySet<string> = new Set(profileTypeNames)

/** Whether records of this type are profiles. */
export function isProfileType(type: RecordType): type is ProfileType {
  return profiles.has(type)
}
