import { type ProfileType, profileTypeNames } from './profile-types.ts'

/**
 * What a tenant's store keeps: profiles, and beside them the iForms somebody filled out, and in one record what was changed
 * about the lists.
 */
export type RecordType = ProfileType | 'formdata' | 'listchanges'

/** What the Search API searches. */
export type SearchedType = Exclude<RecordType, 'listchanges'>

/** All of them, in the order their tables are made. */
export const recordTypeNames: readonly RecordType[] = [...profileTypeNames, 'formdata', 'listchanges']

/** Whether a record is a profile. */
export function isProfileType(type: RecordType): type is ProfileType {
  return type !== 'formdata' && type !== 'listchanges'
}
