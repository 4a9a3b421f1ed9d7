import { expect, test } from 'vitest'
import { decodeIcimsAddress } from '../../../connector/icims/address.ts'
import { decodeIcimsApplicantWorkflow } from '../../../connector/icims/applicantworkflow.ts'
import { decodeIcimsJob } from '../../../connector/icims/job.ts'
import { decodeIcimsPerson } from '../../../connector/icims/person.ts'
import { toApplication } from '../../../connector/models/application.ts'
import { toCandidate } from '../../../connector/models/candidate.ts'
import { extraFields, valueAt } from '../../../connector/models/field-source.ts'
import { toJob } from '../../../connector/models/job.ts'
import { toUser } from '../../../connector/models/user.ts'
import { parseMappingSettings } from '../../../connector/settings.ts'

const bare = { description: null, postings: [] }

const raw = {
  field1: 'XL',
  field2: 41.5,
  field3: false,
  field4: { id: 'C1', value: 'Red', formattedvalue: 'Red' },
  field5: [
    { id: 'C1', value: 'Red' },
    { id: 'C2', value: 'Blue' },
  ],
  salary: { amount: 52_000, currency: 'USD' },
  education: [
    { entry: 1, degree: { id: 'C5', value: 'Diploma' } },
    { entry: 2, primary: true, degree: { id: 'C6', value: 'Bachelor' } },
  ],
  skillset: [{ entry: 3, skill: { value: 'Sewing' } }],
}

test.each([
  [{ field: 'field1' }, 'XL'],
  [{ field: 'field2' }, 41.5],
  [{ field: 'field3' }, false],
  [{ field: 'field4' }, raw.field4],
  [{ field: 'field4', part: 'value' }, 'Red'],
  [{ field: 'field5' }, raw.field5],
  [{ field: 'salary', part: 'amount' }, 52_000],
  [{ field: 'education', child: 'degree', part: 'value' }, 'Bachelor'],
  [{ field: 'skillset', child: 'skill', part: 'value' }, 'Sewing'],
  [{ field: 'skillset', child: 'level' }, null],
  [{ field: 'field1', part: 'value' }, null],
  [{ field: 'field9' }, null],
  [{ field: 'field9', child: 'x', part: 'y' }, null],
])('the value at %j is %j, with its type', (source, expected) => {
  expect(valueAt(raw, { profile: 'person', ...source })).toEqual(expected)
})

test("a client's own fields of jobs, candidates and applications are those it maps", () => {
  const settings = parseMappingSettings({
    customFields: {
      job: { budget: { profile: 'job', field: 'salary', part: 'amount' } },
      candidate: { size: { profile: 'person', field: 'field1' }, none: { profile: 'person', field: 'field9' } },
      application: { colour: { profile: 'applicantworkflow', field: 'field4', part: 'value' } },
    },
  })
  expect(toJob(decodeIcimsJob('1', raw), bare, settings).fields.custom_fields).toEqual({ budget: 52_000 })
  expect(toCandidate(decodeIcimsPerson('1', raw), settings).fields.custom_fields).toEqual({ size: 'XL', none: null })
  const application = toApplication(decodeIcimsApplicantWorkflow('1', raw), settings)
  expect(application.fields.custom_fields).toEqual({ colour: 'Red' })
  expect(extraFields(settings)).toEqual({
    job: ['salary'],
    person: ['field1', 'field9'],
    applicantworkflow: ['field4'],
  })
})

test('employer, title and networks come from the fields the integration names, and those are asked for', () => {
  const settings = parseMappingSettings({
    company: { profile: 'person', field: 'field4' },
    title: { profile: 'person', field: 'education', child: 'degree' },
    socialMedia: [
      { profile: 'person', field: 'field1' },
      { profile: 'person', field: 'field9' },
    ],
  })
  expect(toCandidate(decodeIcimsPerson('1', raw), settings).fields).toMatchObject({
    company: 'Red',
    title: 'Bachelor',
    social_media: [{ link: null, type: null, username: 'XL' }],
  })
  expect(extraFields(settings).person).toEqual(['field4', 'education', 'field1', 'field9'])
})

test('fields are passed through once the integration names them, a custom one told from a standard one', () => {
  const settings = parseMappingSettings({ integrationFields: { job: ['salary', 'field2', 'field9'] } })
  expect(toJob(decodeIcimsJob('1', raw), bare, settings).fields.integration_fields).toEqual([
    { key: 'salary', type: 'DEFAULT', value: raw.salary, label: null },
    { key: 'field2', type: 'CUSTOM', value: 41.5, label: null },
    { key: 'field9', type: 'CUSTOM', value: null, label: null },
  ])
  expect(extraFields(settings).job).toEqual(['salary', 'field2', 'field9'])
})

test('what iCIMS answered is kept by its path, once the integration turns that on', () => {
  const on = parseMappingSettings({ remoteData: true })
  const job = decodeIcimsJob('12', { ...raw, joblocation: { companyid: 7, id: 70, value: 'Madison' } })
  const address = decodeIcimsAddress({ addresscity: 'Madison' })
  expect(toJob(job, { ...bare, address }, on).fields.remote_data).toEqual({
    '/jobs/12': job.raw,
    '/companies/7/fields/addresses/70': { addresscity: 'Madison' },
  })
  expect(toJob(job, bare, on).fields.remote_data).toEqual({ '/jobs/12': job.raw })
  const person = decodeIcimsPerson('5', raw)
  expect(toCandidate(person, on).fields.remote_data).toEqual({ '/people/5': raw })
  expect(toUser(person, on).fields.remote_data).toEqual({ '/people/5': raw })
  const workflow = decodeIcimsApplicantWorkflow('9', raw)
  expect(toApplication(workflow, on).fields.remote_data).toEqual({ '/applicantworkflows/9': raw })
  const off = parseMappingSettings({})
  expect([toCandidate(person, off), toUser(person, off), toApplication(workflow, off)]).toMatchObject(
    Array.from({ length: 3 }, () => ({ fields: { remote_data: null } })),
  )
})
