import type { IcimsPerson } from '../icims/person.ts'
import { isEmail } from './email.ts'
import { toLocation } from './location.ts'
import type { MappingSettings, UnifiedRecord } from './record.ts'

/** Why a person is no candidate, or undefined for one who is. */
export function notCandidate({ folder }: IcimsPerson, { excludedFolders }: MappingSettings): string | undefined {
  if (folder === undefined || !excludedFolders.includes(folder.id)) return undefined
  return `in the folder ${folder.value} (${folder.id})`
}

/** Maps a person to the unified model. Company and title are those of the newest job, which is inferred. */
export function toCandidate(person: IcimsPerson): UnifiedRecord {
  const address = person.addresses.find(({ primary }) => primary) ?? person.addresses[0]
  const [work] = person.workexperience
  return {
    remoteId: person.id,
    links: {},
    fields: {
      first_name: person.firstname ?? null,
      last_name: person.lastname ?? null,
      company: work?.employer ?? null,
      title: work?.title ?? null,
      confidential: null,
      source: person.sourcename ?? person.source ?? null,
      phone_numbers: person.phones.map(({ number, type }) => ({
        phone_number: number,
        type: type?.toUpperCase() ?? null,
      })),
      email_addresses: isEmail(person.email) ? [{ email_address: person.email, type: null }] : [],
      social_media: [],
      location: toLocation(address, null),
      custom_fields: {},
      integration_fields: [],
      remote_url: null,
      remote_created_at: person.createddate ?? null,
      remote_updated_at: null,
      remote_data: null,
    },
  }
}
