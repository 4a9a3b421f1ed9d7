import { type ProfileType, profileTypeNames } from './profile-types.ts'

/**
 * What a tenant's store keeps: profiles, and beside them the iForms somebody filled out, the offers that were made, and in one
 * record what was changed about the lists.
 */
export type RecordType = ProfileType | 'formdata' | 'offer' | 'listchanges'

/** What the Search API searches. */
export type SearchedType = Exclude<RecordType, 'offer' | 'listchanges'>

/** All of them, in the order their tables are made. */
export const recordTypeNames: readonly RecordType[] = [...profileTypeNames, 'formdata', 'offer', 'listchanges']

/** Whether a record is a profile. */
export function isProfileType(type: RecordType): type is ProfileType {
  return (profileTypeNames as readonly RecordType[]).includes(type)
}
