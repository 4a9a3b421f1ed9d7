import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeIcimsAddress } from '../../../connector/icims/address.ts'
import { applicantworkflowFields, decodeIcimsApplicantWorkflow } from '../../../connector/icims/applicantworkflow.ts'
import { decodeIcimsJob, jobFields } from '../../../connector/icims/job.ts'
import { decodeIcimsPerson, personFields } from '../../../connector/icims/person.ts'
import { toApplication } from '../../../connector/models/application.ts'
import { toApplicationStage } from '../../../connector/models/application-stage.ts'
import { toCandidate } from '../../../connector/models/candidate.ts'
import { toHiringTeamMembers } from '../../../connector/models/hiring-team-member.ts'
import { toJob } from '../../../connector/models/job.ts'
import { toJobRoleAssignments } from '../../../connector/models/job-role-assignment.ts'
import type { UnifiedRecord } from '../../../connector/models/record.ts'
import { defaultMapping } from '../../../connector/models/settings.ts'
import { toUser } from '../../../connector/models/user.ts'

const bare = { description: null, postings: [] }

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    '\0',
    '\ud83d',
    'שלום',
    '👩🏽‍⚕️',
    '9999-99-99',
    '2024-02-30',
    '2024-05-01 13:75 PM',
    '9007199254740993',
  ),
  fc.record({ id: fc.jsonValue(), value: fc.jsonValue() }),
  fc.array(
    fc.dictionary(
      fc.constantFrom('phonenumber', 'phonetype', 'addresscity', 'addresscountry', 'entry'),
      fc.jsonValue(),
    ),
  ),
)
const recordOf = (fields: readonly string[]) => fc.dictionary(fc.constantFrom(...fields), odd)

/** What the unified API's readers need: every value is JSON, and a text is one that a database takes. */
function expectWhole({ remoteId, fields, links }: UnifiedRecord): void {
  expect(remoteId).toBe('7')
  for (const value of [...Object.values(fields), ...Object.values(links)]) expect(value).not.toBeUndefined()
  for (const value of Object.values(links)) expect(value === null || typeof value === 'string').toBe(true)
  for (const value of Object.values(fields)) {
    if (typeof value === 'string') expect(value.isWellFormed() && !value.includes('\0')).toBe(true)
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  }
}

test('whatever stands in the fields of a job, it maps as far as it goes', () => {
  fc.assert(
    fc.property(recordOf(jobFields), recordOf(['addresscity', 'addressstate', 'addresscountry']), (value, address) => {
      const job = decodeIcimsJob('7', value)
      const record = toJob(job, { ...bare, address: decodeIcimsAddress(address) }, defaultMapping)
      expectWhole(record)
      for (const name of ['opened_at', 'closed_at', 'remote_created_at', 'remote_updated_at'] as const) {
        const date = record.fields[name]
        if (date !== null) expect(new Date(String(date)).toISOString()).toBe(date)
      }
      for (const { links } of [...toHiringTeamMembers(job), ...toJobRoleAssignments(job)]) {
        expect(Object.values(links).every((id) => typeof id === 'string' && id !== '')).toBe(true)
      }
    }),
  )
})

test('whatever stands in the fields of a person, it maps as far as it goes', () => {
  fc.assert(
    fc.property(recordOf(personFields), (value) => {
      const person = decodeIcimsPerson('7', value)
      const { fields } = toCandidate(person, defaultMapping)
      expectWhole(toCandidate(person, defaultMapping))
      expectWhole(toUser(person, defaultMapping))
      for (const phone of fields.phone_numbers as { phone_number: unknown; type: unknown }[]) {
        expect(typeof phone.phone_number).toBe('string')
        expect(phone.type === null || typeof phone.type === 'string').toBe(true)
      }
    }),
  )
})

test('whatever stands in the fields of a workflow, it maps as far as it goes', () => {
  fc.assert(
    fc.property(recordOf(applicantworkflowFields), (value) => {
      const workflow = decodeIcimsApplicantWorkflow('7', value)
      expectWhole(toApplication(workflow, defaultMapping))
      expect(toApplicationStage(workflow, defaultMapping)?.remoteId).not.toBe('')
    }),
  )
})

test.each([
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2023-02-29', null],
  ['2024-05-01 12:00 AM', '2024-05-01T00:00:00.000Z'],
  ['2024-05-01 12:30 pm', '2024-05-01T12:30:00.000Z'],
  ['2024-05-01 1:05 PM', '2024-05-01T13:05:00.000Z'],
  ['2024-05-01 11:75 PM', null],
  ['0024-05-01', '0024-05-01T00:00:00.000Z'],
  ['9999-12-31', '9999-12-31T00:00:00.000Z'],
  ['10000-01-01', null],
])('the date %j is %j', (createddate, expected) => {
  expect(decodeIcimsJob('1', { createddate }).createddate ?? null).toBe(expected)
})

test.each([
  [
    { amount: 34.5, currency: 'USD', timeframe: 'Hourly' },
    { amount: 34.5, currency: 'USD', timeframe: 'Hourly' },
  ],
  [
    { amount: '52,000.50', currency: 'EUR' },
    { amount: 52_000.5, currency: 'EUR', timeframe: undefined },
  ],
  [
    { amountstring: '1 200.00', currency: 'CHF' },
    { amount: 1_200, currency: 'CHF', timeframe: undefined },
  ],
  [{ amount: 12 }, { amount: 12, currency: undefined, timeframe: undefined }],
  [{ amount: 'competitive' }, undefined],
  [{ amount: Number.POSITIVE_INFINITY }, undefined],
  [52_000, undefined],
  [null, undefined],
])('the salary %j is %j', (minimumsalary, expected) => {
  expect(decodeIcimsJob('1', { minimumsalary }).minimumsalary).toEqual(expected)
})

test('a plain drop-down reads like a list item, a list item where a text is expected by its text', () => {
  const job = decodeIcimsJob('1', {
    folder: 'Approved',
    positiontype: 'Part-Time',
    jobtitle: { id: 'C1', value: 'Nurse' },
    jobid: 2016,
  })
  expect(toJob(job, bare, defaultMapping).fields).toMatchObject({
    name: 'Nurse',
    job_code: '2016',
    status: 'OPEN',
    employment_type: 'PART_TIME',
  })
})

test('names from right to left and of four bytes are kept, what no database takes is not', () => {
  const person = decodeIcimsPerson('1', { firstname: 'שרה\0', lastname: 'כהן 👩🏽‍⚕️', sourcename: 'half \ud83d of one' })
  expect(toCandidate(person, defaultMapping).fields).toMatchObject({
    first_name: 'שרה',
    last_name: 'כהן 👩🏽‍⚕️',
    source: 'half \ufffd of one',
  })
})
