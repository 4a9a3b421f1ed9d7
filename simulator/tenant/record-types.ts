import { type ProfileType, profileTypeNames } from './profile-types.ts'

/**
 * What a tenant's store keeps: profiles, and beside them the iForms somebody filled out, the offers that were made, in one record
 * what was changed about the lists, what the tenant's people are about to do (`lifeplan`), and what they did (`lifelog`).
 */
export type RecordType = ProfileType | 'formdata' | 'offer' | 'listchanges' | 'lifeplan' | 'lifelog'

/** What the Search API searches. */
export type SearchedType = Exclude<RecordType, 'offer' | 'listchanges' | 'lifeplan' | 'lifelog'>

/** All of them, in the order their tables are made. */
export const recordTypeNames: readonly RecordType[] = [
  ...profileTypeNames,
  'formdata',
  'offer',
  'listchanges',
  'lifeplan',
  'lifelog',
]

const profiles: ReadonlySet<string> = new Set(profileTypeNames)

/** Whether a record is a profile. */
export function isProfileType(type: RecordType): type is ProfileType {
  return profiles.has(type)
}
