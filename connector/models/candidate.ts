import type { IcimsPerson } from '../icims/person.ts'
import { isEmail } from './email.ts'
import { textAt, toCustomFields, toIntegrationFields, toRemoteData } from './field-source.ts'
import { toLocation } from './location.ts'
import { client, describeModel, doc, infer, none, ownFields, type RecordOf, remoteData } from './model.ts'
import { toPhoneType } from './phone-type.ts'
import type { MappingSettings } from './settings.ts'
import { toSocialMedia } from './social-media.ts'

export const candidateModel = describeModel({
  name: 'ats_candidates',
  label: 'Candidates',
  hasRemoteId: true,
  fields: {
    first_name: client('person firstname (C2)'),
    last_name: client('person lastname (C2)'),
    company: infer(
      'the employer of the newest entry of person workexperience',
      'An integration may name another field.',
    ),
    title: infer('the title of the newest entry of person workexperience', 'An integration may name another field.'),
    confidential: none,
    source: client('person sourcename, else source (C2)'),
    phone_numbers: client('person phones (C12)'),
    email_addresses: client('person email (C12)'),
    social_media: infer('fields that the integration names', 'iCIMS has none of its own: empty until then.'),
    location: client('person addresses, the primary one (C12)'),
    ...ownFields,
    remote_url: none,
    remote_created_at: doc('person createddate (D27)'),
    remote_updated_at: none,
    remote_data: remoteData,
  },
  links: {},
})

/** Why a person is no candidate, or undefined for one who is. */
export function notCandidate({ folder }: IcimsPerson, { excludedFolders }: MappingSettings): string | undefined {
  if (folder === undefined || !excludedFolders.includes(folder.id)) return undefined
  return `in the folder ${folder.value} (${folder.id})`
}

/**
 * The id of the person that this one was merged into. iCIMS renames the discarded one `Merged with {id} - {date}` (KB), in its
 * first name (M2), and moves it to the Purge folder, whose id is the customer's own.
 */
export function mergedInto({ firstname }: IcimsPerson): string | undefined {
  return /^Merged with (\d+)\b/i.exec(firstname ?? '')?.[1]
}

/** Maps a person to the unified model. */
export function toCandidate(person: IcimsPerson, settings: MappingSettings): RecordOf<typeof candidateModel> {
  const { id, raw, email } = person
  const { company, title, socialMedia, customFields, integrationFields } = settings
  const address = person.addresses.find(({ primary }) => primary) ?? person.addresses[0]
  const [work] = person.workexperience
  return {
    remoteId: id,
    links: {},
    fields: {
      first_name: person.firstname ?? null,
      last_name: person.lastname ?? null,
      company: company === null ? (work?.employer ?? null) : textAt(raw, company),
      title: title === null ? (work?.title ?? null) : textAt(raw, title),
      confidential: null,
      source: person.sourcename ?? person.source ?? null,
      phone_numbers: person.phones.map(({ number, type }) => ({
        phone_number: number,
        type: toPhoneType(type, settings),
      })),
      email_addresses: isEmail(email) ? [{ email_address: email, type: null }] : [],
      social_media: socialMedia.flatMap((source) => toSocialMedia(textAt(raw, source))),
      location: toLocation(address, null, settings),
      custom_fields: toCustomFields(raw, customFields.candidate),
      integration_fields: toIntegrationFields(raw, integrationFields.candidate),
      remote_url: null,
      remote_created_at: person.createddate ?? null,
      remote_updated_at: null,
      remote_data: toRemoteData([[`/people/${id}`, raw]], settings),
    },
  }
}
