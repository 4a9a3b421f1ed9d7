import type { IcimsNode } from '../icims/decode.ts'
import type { IcimsPerson } from '../icims/person.ts'
import { isEmail } from './email.ts'
import { toRemoteData } from './field-source.ts'
import { client, describeModel, none, type RecordOf, remoteData } from './model.ts'
import type { JsonValue } from './record.ts'
import type { MappingSettings } from './settings.ts'

export const userModel = describeModel({
  name: 'ats_users',
  label: 'Users',
  hasRemoteId: true,
  fields: {
    first_name: client('person firstname (C2)'),
    last_name: client('person lastname (C2)'),
    email: client('person email (C12)'),
    status: none,
    system_roles: none,
    remote_data: remoteData,
  },
  links: {},
})

/** Maps a person who signs in, or whom a job names, to the unified model: iCIMS has no other users (KB). */
export function toUser(person: IcimsPerson, settings: MappingSettings): RecordOf<typeof userModel> {
  const { id, firstname, lastname, email, raw } = person
  const answer = toRemoteData([[`/people/${id}`, raw]], settings)
  return userOf(id, firstname, lastname, isEmail(email) ? email : undefined, answer)
}

/** The user a job names, where the API user may not see the person: the job shows a text, which reads as the names do. */
export function toNamedUser({ id, value }: IcimsNode): RecordOf<typeof userModel> {
  const words = value.trim().split(/\s+/)
  return userOf(id, words.slice(0, -1).join(' ') || undefined, words.at(-1) || undefined, undefined, null)
}

function userOf(
  remoteId: string,
  firstName: string | undefined,
  lastName: string | undefined,
  email: string | undefined,
  answer: JsonValue,
): RecordOf<typeof userModel> {
  return {
    remoteId,
    links: {},
    fields: {
      first_name: firstName ?? null,
      last_name: lastName ?? null,
      email: email ?? null,
      status: null,
      system_roles: [],
      remote_data: answer,
    },
  }
}
