import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { applicantworkflowFields } from '../../connector/icims/applicantworkflow.ts'
import { RefusedError } from '../../connector/icims/errors.ts'
import { encodeUpload } from '../../connector/icims/form-data.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, regex, string } = Matchers
const headers = { authorization: basicHeader, 'content-type': 'application/json' }
/** The address of what was written; the host is the mock's own or iCIMS's. */
const location = (path: string) =>
  regex(String.raw`^https?://.+/customers/1234/${path}/\d+$`, `https://api.icims.com/customers/1234/${path}/7001`)
const place = { companyId: 7, entry: 70, managerId: 72, recruiterId: 73 }

test('the people of an e-mail address', async () => {
  const filter = { name: 'person.email', value: ['ann.lindqvist71@example.com'], operator: '==' as const }
  await given('people', { from: 71, count: 3 })
    .uponReceiving('a search for the people of an e-mail address')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [filter, { name: 'person.id', value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        searchResults: eachLike({ self: string('https://api.icims.com/customers/1234/people/71'), id: integer(71) }),
      }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('people', [filter], '0')).toEqual(['71'])
    })
})

test('the folder of a job, which says whether it takes applications', async () => {
  await given('a job at a location', { id: 1071, ...place })
    .uponReceiving('a request for the folder of a job')
    .withRequest('GET', customerPath('/jobs/1071'), (request) =>
      request.headers({ authorization: basicHeader }).query({ fields: 'folder' }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({ folder: { id: string('D31001'), value: string('Approved') } }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).getJobFolder('1071')).toEqual({ id: 'D31001', value: 'Approved' })
    })
})

test('a person is made', async () => {
  const fields = {
    firstname: 'Mara',
    lastname: 'Lind',
    email: 'mara.lind@example.com',
    phones: [{ phonetype: { id: 'D83004' }, phonenumber: '608-555-0141' }],
    gender: 'Female',
    sourcename: 'Example Job Board',
    externalid: '7Hq2ZVpJ9yqTn4sXcW3bRk8M',
  }
  await given('an empty tenant', {})
    .uponReceiving('a person to be made')
    .withRequest('POST', customerPath('/people'), (request) => request.headers(headers).jsonBody(fields))
    .willRespondWith(201, (response) => response.headers({ location: location('people') }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).createPerson(fields)).toEqual({ id: '7001', warnings: null })
    })
})

test('a person gets another phone number', async () => {
  const fields = { phones: [{ phonetype: { id: 'D83004' }, phonenumber: '608-555-0142' }] }
  await given('a person', { id: 71 })
    .uponReceiving('a phone number for a person')
    .withRequest('PATCH', customerPath('/people/71'), (request) => request.headers(headers).jsonBody(fields))
    .willRespondWith(204)
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).updatePerson('71', fields)).toMatchObject({ warnings: null })
    })
})

test('a person without a name is refused, field by field', async () => {
  const fields = { email: 'mara.lind@example.com' }
  await given('an empty tenant', {})
    .uponReceiving('a person without a name')
    .withRequest('POST', customerPath('/people'), (request) => request.headers(headers).jsonBody(fields))
    .willRespondWith(400, (response) =>
      response.jsonBody({
        errors: eachLike({ errorMessage: string('firstname: This field is required.'), errorCode: integer(1) }),
      }),
    )
    .executeTest(async (mock) => {
      const made = clientOf(mock.url).createPerson(fields)
      await expect(made).rejects.toThrow(RefusedError)
      await expect(made).rejects.toThrow('firstname: This field is required.')
    })
})

test('a person is tied to a job', async () => {
  const fields = { baseprofile: 1071, associatedprofile: 71, status: { id: 'D10100' }, sourcename: 'Example Job Board' }
  await given('a person', { id: 71 })
    .given('a job at a location', { id: 1071, ...place })
    .uponReceiving('an applicant workflow to be made')
    .withRequest('POST', customerPath('/applicantworkflows'), (request) => request.headers(headers).jsonBody(fields))
    .willRespondWith(201, (response) => response.headers({ location: location('applicantworkflows') }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).createApplicantWorkflow(fields)).toEqual({ id: '7001', warnings: null })
    })
})

test('a second workflow of a pair is refused', async () => {
  const fields = { baseprofile: 1071, associatedprofile: 71 }
  await given('a person on a job', { id: 10071, personId: 71, jobId: 1071 })
    .uponReceiving('a second applicant workflow of a person and a job')
    .withRequest('POST', customerPath('/applicantworkflows'), (request) => request.headers(headers).jsonBody(fields))
    .willRespondWith(400, (response) =>
      response.jsonBody({
        errors: eachLike({ errorMessage: string('This person already has a workflow.'), errorCode: integer(5) }),
      }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).createApplicantWorkflow(fields)).rejects.toThrow(RefusedError)
    })
})

test('the workflow of a person on a job', async () => {
  await given('a person on a job', { id: 10071, personId: 71, jobId: 1071 })
    .uponReceiving('a request for the workflow of a person on a job')
    .withRequest('GET', customerPath('/applicantworkflows/person/71/job/1071'), (request) =>
      request.headers({ authorization: basicHeader }).query({ fields: ['id', ...applicantworkflowFields].join(',') }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        id: integer(10071),
        baseprofile: { id: integer(1071) },
        associatedprofile: { id: integer(71) },
        createddate: regex(String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2} [AP]M$`, '2026-01-10 02:30 PM'),
      }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).findApplicantWorkflow('71', '1071')).toMatchObject({
        id: '10071',
        jobId: '1071',
        createddate: '2026-01-10T14:30:00.000Z',
      })
    })
})

test('no workflow of a person on a job', async () => {
  await given('a person', { id: 71 })
    .given('a job at a location', { id: 1071, ...place })
    .uponReceiving('a request for the workflow of a person on a job, who has none')
    .withRequest('GET', customerPath('/applicantworkflows/person/71/job/1071'), (request) =>
      request.headers({ authorization: basicHeader }).query({ fields: ['id', ...applicantworkflowFields].join(',') }),
    )
    .willRespondWith(404, (response) =>
      response.jsonBody({
        errors: eachLike({ errorMessage: string('Applicant Workflow not found.'), errorCode: integer(2) }),
      }),
    )
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).findApplicantWorkflow('71', '1071')).toBeUndefined()
    })
})

test('a résumé is put', async () => {
  const file = { filename: 'Mara Lind.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }
  const { body, contentType } = encodeUpload(file)
  await given('a person', { id: 71 })
    .uponReceiving('a résumé for a person')
    .withRequest('PATCH', customerPath('/people/71/fields/resume/binary'), (request) =>
      request.headers({ authorization: basicHeader }).body(contentType, Buffer.from(body)),
    )
    .willRespondWith(204)
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).putResume('71', file)).toMatchObject({ warnings: null })
    })
})

test('a mark of an action finds the person it made', async () => {
  const filter = { name: 'person.externalid', value: ['7Hq2ZVpJ9yqTn4sXcW3bRk8M'], operator: '==' as const }
  await given('people', { from: 71, count: 3 })
    .uponReceiving('a search for the person of a mark')
    .withRequest('POST', customerPath('/search/people'), (request) =>
      request
        .headers(headers)
        .query({ staleness: '0' })
        .jsonBody({ filters: [filter, { name: 'person.id', value: ['0'], operator: '>' }], operator: '&' }),
    )
    .willRespondWith(200, (response) => response.jsonBody({ searchResults: [] }))
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).searchPage('people', [filter], '0')).toEqual([])
    })
})
