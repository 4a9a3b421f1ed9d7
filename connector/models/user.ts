import type { IcimsNode } from '../icims/decode.ts'
import type { IcimsPerson } from '../icims/person.ts'
import { isEmail } from './email.ts'
import type { UnifiedRecord } from './record.ts'

/** Maps a person who signs in, or whom a job names, to the unified model: iCIMS has no other users (KB). */
export function toUser({ id, firstname, lastname, email }: IcimsPerson): UnifiedRecord {
  return userOf(id, firstname, lastname, isEmail(email) ? email : undefined)
}

/** The user a job names, where the API user may not see the person: the job shows a text, which reads as the names do. */
export function toNamedUser({ id, value }: IcimsNode): UnifiedRecord {
  const words = value.trim().split(/\s+/)
  return userOf(id, words.slice(0, -1).join(' ') || undefined, words.at(-1) || undefined, undefined)
}

function userOf(
  remoteId: string,
  firstName: string | undefined,
  lastName: string | undefined,
  email: string | undefined,
): UnifiedRecord {
  return {
    remoteId,
    links: {},
    fields: {
      first_name: firstName ?? null,
      last_name: lastName ?? null,
      email: email ?? null,
      status: null,
      system_roles: [],
      remote_data: null,
    },
  }
}
