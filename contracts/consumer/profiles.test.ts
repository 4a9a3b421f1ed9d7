import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { applicantworkflowFields } from '../../connector/icims/applicantworkflow.ts'
import { RecordError } from '../../connector/icims/errors.ts'
import { jobFields } from '../../connector/icims/job.ts'
import { personFields } from '../../connector/icims/person.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, like, regex, string } = Matchers
const dateTime = (example: string) => regex(String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2} [AP]M$`, example)
const node = (id: string, value: string) => ({ id: regex(String.raw`^[CD]\d+$`, id), value: string(value) })
const headers = { authorization: basicHeader }

test('a person', async () => {
  await given('a person', { id: 71 })
    .uponReceiving('a request for a person')
    .withRequest('GET', customerPath('/people/71'), (request) =>
      request.headers(headers).query({ fields: personFields.join(',') }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        // The very names: those of a person swapped are texts as well.
        firstname: 'Ann',
        lastname: 'Lindqvist',
        email: string('ann.lindqvist@example.com'),
        folder: node('D32007', 'Cand: Active'),
        sourcename: string('Careers Page'),
        phones: eachLike({ phonenumber: string('608-555-0141'), phonetype: node('D83004', 'Mobile') }),
        addresses: eachLike({
          addresscity: string('Madison'),
          addressstate: { abbrev: string('WI'), value: string('Wisconsin') },
          addresszip: string('53703'),
          addresscountry: { abbrev: string('US'), value: string('United States') },
          primary: like(true),
        }),
        workexperience: eachLike({
          workemployer: string('Maple Ridge Hospital'),
          worktitle: string('Registered Nurse'),
          workstartdate: regex(String.raw`^\d{4}-\d{2}-\d{2}$`, '2021-03-01'),
        }),
        createddate: dateTime('2026-01-10 02:30 PM'),
      }),
    )
    .executeTest(async (mock) => {
      const person = await clientOf(mock.url).getPerson('71')
      expect(person).toMatchObject({
        id: '71',
        firstname: 'Ann',
        email: 'ann.lindqvist@example.com',
        createddate: '2026-01-10T14:30:00.000Z',
      })
      expect(person.phones).toEqual([{ number: '608-555-0141', type: { id: 'D83004', value: 'Mobile' } }])
      expect(person.addresses[0]).toMatchObject({ city: 'Madison', primary: true, country: { abbrev: 'US' } })
    })
})

test('a job', async () => {
  await given('a job at a location', { id: 1071, companyId: 7, entry: 70, managerId: 72, recruiterId: 73 })
    .uponReceiving('a request for a job')
    .withRequest('GET', customerPath('/jobs/1071'), (request) =>
      request.headers(headers).query({ fields: jobFields.join(',') }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        jobid: regex(String.raw`^\d{4}-\d+$`, '2026-1071'),
        jobtitle: string('Registered Nurse'),
        folder: node('D31001', 'Approved'),
        hiringmanager: { id: integer(72), value: string('Ann Lindqvist') },
        recruiter: { id: integer(73), value: string('Ann Lindqvist') },
        joblocation: {
          companyid: integer(7),
          id: integer(70),
          value: string('Madison Campus - 12 Oak Street Madison, Wisconsin 53703 United States '),
        },
        department: node('C43001', 'Patient Care'),
        positioncategory: node('C42001', 'Nursing'),
        positiontype: node('D34001', 'Full-Time'),
        overview: string('<p>Care for adults.</p>'),
        minimumsalary: { amount: like(34.5), currency: string('USD'), timeframe: string('Hourly') },
        maximumsalary: { amount: like(48), currency: string('USD'), timeframe: string('Hourly') },
        duedate: regex(String.raw`^\d{4}-\d{2}-\d{2}$`, '2026-03-01'),
        createddate: dateTime('2026-01-05 09:00 AM'),
        updateddate: dateTime('2026-01-06 12:15 PM'),
      }),
    )
    .executeTest(async (mock) => {
      const job = await clientOf(mock.url).getJob('1071')
      expect(job).toMatchObject({
        jobtitle: 'Registered Nurse',
        folder: { id: 'D31001' },
        hiringmanager: { id: '72', value: 'Ann Lindqvist' },
        recruiter: { id: '73' },
        joblocation: { companyId: '7', entry: '70' },
      })
      expect(job.minimumsalary).toEqual({ amount: 34.5, currency: 'USD', timeframe: 'Hourly' })
    })
})

test('the address of a location', async () => {
  await given('a company with an address', { companyId: 7, entry: 70 })
    .uponReceiving("a request for a location's address")
    .withRequest('GET', customerPath('/companies/7/fields/addresses/70'), (request) => request.headers(headers))
    .willRespondWith(200, (response) =>
      response.jsonBody({
        addressstreet1: string('12 Oak Street'),
        addresscity: string('Madison'),
        addressstate: { abbrev: string('WI'), value: string('Wisconsin') },
        addresszip: string('53703'),
        addresscountry: { abbrev: string('US'), value: string('United States') },
      }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).getCompanyAddress('7', '70')).toMatchObject({
        city: 'Madison',
        zip: '53703',
        state: { abbrev: 'WI' },
      })
    })
})

test('an applicant workflow', async () => {
  await given('a person on a job', { id: 10071, personId: 71, jobId: 1071 })
    .uponReceiving('a request for an applicant workflow')
    .withRequest('GET', customerPath('/applicantworkflows/10071'), (request) =>
      request.headers(headers).query({ fields: applicantworkflowFields.join(',') }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        baseprofile: { id: 1071 },
        associatedprofile: { id: 71 },
        status: node('D10100', 'New Submissions - External Portal'),
        createddate: dateTime('2026-01-12 08:05 PM'),
      }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).getApplicantWorkflow('10071')).toMatchObject({
        jobId: '1071',
        personId: '71',
        status: { id: 'D10100' },
      })
    })
})

test('a person who is not there', async () => {
  await given('an empty tenant', {})
    .uponReceiving('a request for a person who is not there')
    .withRequest('GET', customerPath('/people/999'), (request) =>
      request.headers(headers).query({ fields: personFields.join(',') }),
    )
    .willRespondWith(404, (response) =>
      response.jsonBody({ errors: eachLike({ errorMessage: string('Person not found.'), errorCode: integer(2) }) }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).getPerson('999')).rejects.toThrow(RecordError)
    })
})
