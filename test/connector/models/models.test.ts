import { expect, test } from 'vitest'
import { decodeIcimsAddress } from '../../../connector/icims/address.ts'
import { decodeIcimsApplicantWorkflow } from '../../../connector/icims/applicantworkflow.ts'
import { decodeIcimsJob } from '../../../connector/icims/job.ts'
import { decodeIcimsPerson } from '../../../connector/icims/person.ts'
import { toApplication } from '../../../connector/models/application.ts'
import { toApplicationStage } from '../../../connector/models/application-stage.ts'
import { notCandidate, toCandidate } from '../../../connector/models/candidate.ts'
import { toDescription } from '../../../connector/models/description.ts'
import { toEmploymentType } from '../../../connector/models/employment-type.ts'
import { toJob } from '../../../connector/models/job.ts'
import { toJobStatus } from '../../../connector/models/job-status.ts'
import { toSalaryPeriod } from '../../../connector/models/salary-period.ts'
import { defaultMapping } from '../../../connector/models/settings.ts'

const bare = { description: null, postings: [] }

const node = (id: string, value: string) => ({ id, formattedvalue: value, value })

test('a job maps field by field', () => {
  const job = decodeIcimsJob('1123', {
    jobid: '2016-1123',
    jobtitle: 'Lab Assistant',
    folder: node('D31001', 'Approved'),
    joblocation: {
      companyid: 1800,
      id: 23,
      address: 'https://api.icims.com/…',
      value: 'Main - 12 Oak St Madison, WI 53703 US ',
    },
    department: node('C1', 'Research'),
    positioncategory: node('C2', 'Science'),
    positiontype: node('C3', 'Full-Time'),
    overview: '<p>Hello</p>',
    qualifications: '<ul></ul>',
    minimumsalary: { currency: 'USD', amount: 30, amountstring: '30.00', timeframe: 'Hourly' },
    maximumsalary: { currency: 'USD', amount: 40, amountstring: '40.00', timeframe: 'Hourly' },
    jobpoststart: '2016-02-01',
    duedate: '2016-05-01',
    createddate: '2016-01-30 02:07 PM',
    updateddate: '2016-02-01 12:00 AM',
    links: [],
  })
  const address = decodeIcimsAddress({
    addresscity: 'Madison',
    addressstate: { id: 'D41001053', abbrev: 'WI', value: 'Wisconsin' },
    addresscountry: { id: 'D41001', abbrev: 'US', value: 'United States' },
  })
  expect(toJob(job, { address, description: toDescription(job), postings: [] }, defaultMapping)).toEqual({
    remoteId: '1123',
    links: {},
    fields: {
      name: 'Lab Assistant',
      job_code: '2016-1123',
      description: '<h3>Overview</h3><p>Hello</p>\n<h3>Qualifications</h3><ul></ul>',
      confidential: null,
      weekly_hours: null,
      employment_type: 'FULL_TIME',
      status: 'OPEN',
      visibility: null,
      category: 'Science',
      department: 'Research',
      post_url: null,
      experience_level: null,
      remote_work_status: null,
      salary_amount: null,
      salary_amount_from: 30,
      salary_amount_to: 40,
      salary_currency: 'USD',
      salary_period: 'HOUR',
      location: {
        city: 'Madison',
        country: 'US',
        raw: 'Main - 12 Oak St Madison, WI 53703 US',
        state: 'WI',
        street_1: null,
        street_2: null,
        zip_code: null,
      },
      custom_fields: {},
      integration_fields: [],
      remote_url: null,
      opened_at: '2016-02-01T00:00:00.000Z',
      closed_at: '2016-05-01T00:00:00.000Z',
      remote_created_at: '2016-01-30T14:07:00.000Z',
      remote_updated_at: '2016-02-01T00:00:00.000Z',
      contact_id: null,
      remote_data: null,
    },
  })
})

test('a job of which nothing is visible maps to nulls, never to missing keys', () => {
  const { fields } = toJob(decodeIcimsJob('1', { links: [] }), bare, defaultMapping)
  expect(Object.values(fields).every((value) => value !== undefined)).toBe(true)
  expect(fields).toMatchObject({ name: null, status: null, location: null, description: null })
})

test.each(['soon', '2024-13-45', '2024-05-01 10:00', 12, null])(
  'a date that reads %j is absent, the rest is there',
  (odd) => {
    const dates = {
      jobpoststart: odd,
      jobpostend: odd,
      duedate: odd,
      createddate: odd,
      updateddate: '2026-01-10 12:30 AM',
    }
    const job = decodeIcimsJob('1', { jobtitle: 'Clerk', ...dates })
    expect(toJob(job, bare, defaultMapping).fields).toMatchObject({
      name: 'Clerk',
      opened_at: null,
      closed_at: null,
      remote_created_at: null,
      remote_updated_at: '2026-01-10T00:30:00.000Z',
    })
    expect(decodeIcimsPerson('1', { createddate: odd }).createddate).toBeUndefined()
    expect(decodeIcimsApplicantWorkflow('1', { createddate: odd }).createddate).toBeUndefined()
  },
)

test.each([
  [null, null, {}],
  ['Madison', null, {}],
  [{ value: 'Madison' }, 'Madison', {}],
  [{ companyid: '7', id: 70, value: ' ' }, null, { companyId: '7', entry: '70' }],
])('a job at %j is kept, at %j', (joblocation, raw, ids) => {
  const job = decodeIcimsJob('1', { jobtitle: 'Clerk', joblocation, folder: { id: 31, value: 'Open' } })
  const { fields } = toJob(job, bare, defaultMapping)
  expect(fields).toMatchObject({ name: 'Clerk', status: 'OPEN' })
  expect((fields.location as { raw: string } | null)?.raw ?? null).toBe(raw)
  expect(job.joblocation ?? {}).toMatchObject(ids)
})

test.each([
  ['Remote - US - United States', 'REMOTE'],
  ['US-Hybrid Madison', 'HYBRID'],
  ['Hybrid / Remote', 'HYBRID'],
  ['Remoteville Road', null],
])('a job at %j is %j; its title does not count', (value, expected) => {
  const job = decodeIcimsJob('1', { jobtitle: 'Remote Clerk (Hybrid)', joblocation: { companyid: 1, id: 1, value } })
  expect(toJob(job, bare, defaultMapping).fields.remote_work_status).toBe(expected)
})

test.each([
  ['D31001', 'Whatever', 'OPEN'],
  ['C1', 'Approved - Internal', 'OPEN'],
  ['C1', 'Approved - New Headcount', 'OPEN'],
  ['C1', 'Not Approved', 'DRAFT'],
  ['C1', 'New', 'DRAFT'],
  ['C1', 'Newark Openings', 'Newark Openings'],
  ['C1', 'Inactive', 'CLOSED'],
  ['C1', 'Household', 'Household'],
  ['C1', 'Closed (Filled)', 'CLOSED'],
  ['C1', 'On Hold', 'CLOSED'],
  ['C1', 'Pending Approval', 'DRAFT'],
  ['C1', 'Archived', 'ARCHIVED'],
  ['C1', 'Zebra', 'Zebra'],
  ['C9', 'Zebra', 'CLOSED'],
])('the folder %s %j is %j', (id, value, expected) => {
  expect(toJobStatus({ id, value }, { ...defaultMapping, jobStatuses: { C9: 'CLOSED' } })).toBe(expected)
})

test.each([
  ['Full-Time', undefined, 'FULL_TIME'],
  ['Part Time', 'Regular', 'PART_TIME'],
  ['Per Diem', undefined, 'CONTRACT'],
  ['Internship', undefined, 'INTERNSHIP'],
  ['Summer Intern', undefined, 'INTERNSHIP'],
  ['Internal', undefined, 'Internal'],
  ['Internal', 'Regular', 'FULL_TIME'],
  ['Contemporary', undefined, 'Contemporary'],
  ['Temporary', undefined, 'CONTRACT'],
  ['Contractor', undefined, 'CONTRACT'],
  ['Seasonal', undefined, 'SEASONAL'],
  ['Odd', 'Contract', 'CONTRACT'],
  ['Odd', undefined, 'Odd'],
  [undefined, undefined, null],
])('the position type %j with the hire type %j is %j', (position, hire, expected) => {
  const typed = (value: string | undefined) => (value === undefined ? undefined : { id: 'D1', value })
  expect(toEmploymentType(typed(position), typed(hire), defaultMapping)).toBe(expected)
})

test('salary periods map, and an unknown one is kept', () => {
  expect(
    ['Hourly', 'Daily', 'Weekly', 'Monthly', 'Yearly', 'Fortnightly', undefined].map((text) =>
      toSalaryPeriod(text, defaultMapping),
    ),
  ).toEqual(['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'Fortnightly', null])
})

test('a person maps to a candidate', () => {
  const person = decodeIcimsPerson('5', {
    firstname: 'Ann',
    lastname: 'Lindqvist',
    email: 'ann@example.com',
    folder: node('D32007', 'Cand: Active'),
    sourcename: 'Indeed',
    source: 'Job Board',
    phones: [{ phonetype: node('D83004', 'Mobile'), phonenumber: '608-555-0100', entry: 1 }, { entry: 2 }],
    addresses: [
      { addresscity: 'Old', entry: 3 },
      { addresscity: 'Madison', entry: 4, primary: true },
    ],
    workexperience: [
      { workemployer: 'Then', worktitle: 'Aide', workstartdate: '2015-01-01', workenddate: '2018-01-01' },
      { workemployer: 'Now', worktitle: 'Nurse', workstartdate: '2018-02-01' },
    ],
    createddate: '2026-01-10 12:30 AM',
  })
  expect(toCandidate(person, defaultMapping).fields).toMatchObject({
    first_name: 'Ann',
    last_name: 'Lindqvist',
    company: 'Now',
    title: 'Nurse',
    source: 'Indeed',
    phone_numbers: [{ phone_number: '608-555-0100', type: 'MOBILE' }],
    email_addresses: [{ email_address: 'ann@example.com', type: null }],
    social_media: [],
    location: { city: 'Madison' },
    remote_created_at: '2026-01-10T00:30:00.000Z',
  })
  expect(notCandidate(person, defaultMapping)).toBeUndefined()
})

test('an address that is no e-mail address is left out', () => {
  for (const email of ['none', 'a@b', 'a b@example.com']) {
    expect(toCandidate(decodeIcimsPerson('5', { email }), defaultMapping).fields.email_addresses).toEqual([])
  }
})

test('people in a hiring managers folder are no candidates, and the reason is told', () => {
  const person = decodeIcimsPerson('5', { folder: node('D32011', 'HM: Active') })
  expect(notCandidate(person, defaultMapping)).toBe('in the folder HM: Active (D32011)')
  expect(notCandidate(person, { ...defaultMapping, excludedFolders: [] })).toBeUndefined()
})

test.each([
  ['D10100', 'PENDING'],
  ['D10103', 'PENDING'],
  ['D10105', 'PENDING'],
  ['D10108', 'DECLINED'],
  ['C2040', 'HIRED'],
  ['C1', null],
])('the outcome of the status %s is %j', (id, expected) => {
  const workflow = decodeIcimsApplicantWorkflow('9', {
    baseprofile: { id: 12, profile: 'x', value: 'Job' },
    associatedprofile: { id: 34, profile: 'x', value: 'Person' },
    status: node(id, 'Bin - Status'),
    createddate: '2026-01-10 12:30 PM',
  })
  const { fields, links } = toApplication(workflow, { ...defaultMapping, outcomes: { C2040: 'HIRED' } })
  expect(fields).toMatchObject({ outcome: expected, remote_created_at: '2026-01-10T12:30:00.000Z' })
  expect(links).toEqual({ job_id: '12', candidate_id: '34', current_stage_id: id })
  expect(toApplicationStage(workflow, defaultMapping)).toMatchObject({ remoteId: id, fields: { name: 'Bin - Status' } })
})

test('a workflow of which parts are hidden maps to nulls and names no stage', () => {
  const workflow = decodeIcimsApplicantWorkflow('9', { source: 'x', links: [] })
  expect(toApplication(workflow, defaultMapping).links).toEqual({
    job_id: null,
    candidate_id: null,
    current_stage_id: null,
  })
  expect(toApplicationStage(workflow, defaultMapping)).toBeUndefined()
})
