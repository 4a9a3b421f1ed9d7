import { type ProfileType, profileTypeNames } from './profile-types.ts'

/** What a tenant's store keeps: profiles, and beside them the iForms somebody filled out. */
export type RecordType = ProfileType | 'formdata'

/** All of them, in the order their tables are made. */
export const recordTypeNames: readonly RecordType[] = [...profileTypeNames, 'formdata']
