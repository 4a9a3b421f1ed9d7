import { expect, test } from 'vitest'
import { decodeIcimsAddress } from '../../../connector/icims/address.ts'
import { decodeIcimsApplicantWorkflow } from '../../../connector/icims/applicantworkflow.ts'
import { toApplicationStage, toKnownStages } from '../../../connector/models/application-stage.ts'
import { countryCode } from '../../../connector/models/countries.ts'
import { toEmploymentType } from '../../../connector/models/employment-type.ts'
import { toIcimsGender } from '../../../connector/models/gender.ts'
import { toJobStatus } from '../../../connector/models/job-status.ts'
import { toLocation } from '../../../connector/models/location.ts'
import { toPhoneType } from '../../../connector/models/phone-type.ts'
import { toSalaryPeriod } from '../../../connector/models/salary-period.ts'
import { defaultMapping, type MappingSettingsInput } from '../../../connector/models/settings.ts'
import { toSocialMedia } from '../../../connector/models/social-media.ts'
import { parseMappingSettings } from '../../../connector/settings.ts'

const own = (settings: MappingSettingsInput) => parseMappingSettings(settings)

test.each([
  ['United States', 'US'],
  ['united states of america', 'US'],
  ['Germany', 'DE'],
  ['UK', 'GB'],
  ['Côte d’Ivoire', 'CI'],
  ["Cote d'Ivoire", 'CI'],
  ['Saint Lucia', 'LC'],
  ['St. Lucia', 'LC'],
  ['Bosnia and Herzegovina', 'BA'],
  ['Türkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Congo, Democratic Republic of the', 'CD'],
  ['ca', 'CA'],
  ['Atlantis', undefined],
  ['', undefined],
])('the country %j has the code %j', (name, code) => {
  expect(countryCode(name)).toBe(code)
})

test.each([
  [{ abbrev: 'US', value: 'United States' }, 'US'],
  [{ abbrev: 'UK', value: 'United Kingdom' }, 'GB'],
  [{ abbrev: 'GER', value: 'Germany' }, 'DE'],
  [{ value: 'Canada' }, 'CA'],
  [{ abbrev: 'AT', value: 'Atlantis' }, 'AT'],
  [{ value: 'Atlantis' }, 'Atlantis'],
  [{ value: 'Lemuria' }, 'MU'],
  [{ id: 'D41' }, null],
])('the country %j of an address is %j', (addresscountry, country) => {
  const address = decodeIcimsAddress({ addresscountry })
  expect(toLocation(address, null, own({ countries: { lemuria: 'MU' } }))?.country).toBe(country)
})

test('what is no country at all stays as it is written, and a state without a text is none', () => {
  const address = decodeIcimsAddress({ addresscountry: 'France', addressstate: { id: 'D41001' } })
  expect(toLocation(address, null, defaultMapping)).toMatchObject({ country: null, state: null })
})

test.each([
  ['D83001', 'Daytime', 'WORK'],
  ['D83004', '', 'MOBILE'],
  ['C1', 'Cell Phone', 'MOBILE'],
  ['C1', 'Home (evening)', 'HOME'],
  ['C1', 'Office', 'WORK'],
  ['C1', 'Fax', 'FAX'],
  ['C1', 'Pager', 'Pager'],
  ['C1', '', null],
  ['C7', 'Home', 'SHIP'],
  ['C8', 'satellite', 'SATELLITE'],
])('a phone of the type %s %j is %j', (id, value, expected) => {
  const phoneTypes = { C7: 'SHIP', Satellite: 'SATELLITE' }
  expect(toPhoneType({ id, value }, own({ phoneTypes }))).toBe(expected)
})

test('an integration maps its own list items, by id or by text, before anything else', () => {
  const mapped = own({
    jobStatuses: { D31001: 'ARCHIVED', 'zebra ': 'DRAFT' },
    employmentTypes: { D34001: 'SEASONAL', 'Per Diem': 'PART_TIME' },
    salaryPeriods: { Fortnightly: 'TWO_WEEKS' },
  })
  expect(toJobStatus({ id: 'D31001', value: 'Approved' }, mapped)).toBe('ARCHIVED')
  expect(toJobStatus({ id: 'C1', value: 'Zebra' }, mapped)).toBe('DRAFT')
  expect(toEmploymentType({ id: 'D34001', value: 'Full-Time' }, undefined, mapped)).toBe('SEASONAL')
  expect(toEmploymentType({ id: 'D34003', value: 'per diem' }, undefined, mapped)).toBe('PART_TIME')
  expect(toEmploymentType({ id: 'D34003', value: 'Odd' }, { id: 'D34001', value: '' }, mapped)).toBe('SEASONAL')
  expect(toSalaryPeriod('fortnightly', mapped)).toBe('TWO_WEEKS')
  expect(toSalaryPeriod('HOURLY', mapped)).toBe('HOUR')
})

test('a gender is the text iCIMS shows, or the tenant has', () => {
  const genders = { OTHER: 'Non-binary' }
  expect(['MALE', 'FEMALE', 'OTHER'].map((one) => toIcimsGender(one as 'MALE', own({ genders })))).toEqual([
    'Male',
    'Female',
    'Non-binary',
  ])
})

test.each([
  ['https://www.linkedin.com/in/ann', [{ link: 'https://www.linkedin.com/in/ann', type: 'LINKEDIN', username: null }]],
  ['linkedin.com/in/ann', [{ link: 'https://linkedin.com/in/ann', type: 'LINKEDIN', username: null }]],
  ['https://notlinkedin.com/ann', [{ link: 'https://notlinkedin.com/ann', type: null, username: null }]],
  ['annlindqvist', [{ link: null, type: null, username: 'annlindqvist' }]],
  ['Ann L. on Xing', [{ link: null, type: null, username: 'Ann L. on Xing' }]],
  [' ', []],
  [null, []],
])('the profile %j of a network is %j', (text, expected) => {
  expect(toSocialMedia(text)).toEqual(expected)
})

test('a stage that the integration names has that name, used or not', () => {
  const settings = own({ stages: [{ id: 'C2040', name: 'Hired' }] })
  expect(toKnownStages(settings)).toMatchObject([{ remoteId: 'C2040', fields: { name: 'Hired' } }])
  const workflow = decodeIcimsApplicantWorkflow('1', { status: { id: 'C2040', value: 'Bin - Hired' } })
  expect(toApplicationStage(workflow, settings)?.fields.name).toBe('Hired')
  expect(toApplicationStage(workflow, defaultMapping)?.fields.name).toBe('Bin - Hired')
})

test.each([
  [{ outcomes: { C1: 'MAYBE' } }, 'outcomes.C1'],
  [{ stagez: [] }, 'stagez'],
  [{ stages: [{ id: '', name: 'x' }] }, 'stages.0.id'],
  [{ portals: [{ id: 1 }] }, 'portals.0.id'],
  [
    { customFields: { candidate: { shoe: { profile: 'job', field: 'field1' } } } },
    'customFields.candidate.shoe.profile',
  ],
  [{ company: { profile: 'person', field: 'WorkExperience' } }, 'company.field'],
  [{ countries: { Atlantis: 'Atlantis' } }, 'countries.Atlantis'],
  ['all', 'settings'],
])('the settings %j are refused, and %s is named', (settings, path) => {
  const read = () => parseMappingSettings(settings)
  expect(read).toThrow(path)
  expect(read).toThrow(expect.objectContaining({ name: 'SettingsError' }))
})
