import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { applicantworkflowFields } from '../../connector/icims/applicantworkflow.ts'
import { RefusedError } from '../../connector/icims/errors.ts'
import { basicHeader, clientOf, customerPath, given } from './icims.ts'

const { eachLike, integer, regex, string } = Matchers
const headers = { authorization: basicHeader, 'content-type': 'application/json' }

test('a workflow gets another status', async () => {
  const fields = { status: { id: 'D10105' } }
  await given('a person on a job', { id: 10071, personId: 71, jobId: 1071 })
    .uponReceiving('a status for an applicant workflow')
    .withRequest('PATCH', customerPath('/applicantworkflows/10071'), (request) =>
      request.headers(headers).jsonBody(fields),
    )
    .willRespondWith(204)
    .executeTest(async (mock) => {
      expect(await clientOf(mock.url).updateApplicantWorkflow('10071', fields)).toMatchObject({ warnings: null })
    })
})

test('a status that iCIMS does not know is refused', async () => {
  const fields = { status: { id: 'D99999' } }
  await given('a person on a job', { id: 10071, personId: 71, jobId: 1071 })
    .uponReceiving('a status that is none for an applicant workflow')
    .withRequest('PATCH', customerPath('/applicantworkflows/10071'), (request) =>
      request.headers(headers).jsonBody(fields),
    )
    .willRespondWith(400, (response) =>
      response.jsonBody({
        errors: eachLike({ errorMessage: string('status: The list has no item with this id.'), errorCode: integer(5) }),
      }),
    )
    .executeTest(async (mock) => {
      await expect(clientOf(mock.url).updateApplicantWorkflow('10071', fields)).rejects.toThrow(RefusedError)
    })
})

const result = { assessmenturl: 'https://results.example.com/1', assessmentresult: 'Passed' }

test('an assessment result is added to a workflow', async () => {
  const values = { ...result, assessmentname: { value: 'Numerical Reasoning' } }
  await given('a person on a job', { id: 10071, personId: 71, jobId: 1071 })
    .uponReceiving('an assessment result for an applicant workflow')
    .withRequest('POST', customerPath('/applicantworkflows/10071/fields/assessmentresults'), (request) =>
      request.headers(headers).jsonBody(values),
    )
    .willRespondWith(201, (response) =>
      response.headers({
        location: regex(
          String.raw`^https?://.+/fields/assessmentresults/\d+$`,
          'https://api.icims.com/customers/1234/applicantworkflows/10071/fields/assessmentresults/7001',
        ),
      }),
    )
    .executeTest(async (mock) => {
      const written = clientOf(mock.url).createApplicantWorkflowEntry('10071', 'assessmentresults', values)
      expect(await written).toEqual({ id: '7001', warnings: null })
    })
})

test('an assessment result of a workflow is read', async () => {
  await given('a person on a job with a result', {
    id: 10071,
    personId: 71,
    jobId: 1071,
    entry: 81,
    url: result.assessmenturl,
  })
    .uponReceiving('a request for the assessment results of an applicant workflow')
    .withRequest('GET', customerPath('/applicantworkflows/10071'), (request) =>
      request
        .headers({ authorization: basicHeader })
        .query({ fields: [...applicantworkflowFields, 'assessmentresults'].join(',') }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({
        assessmentresults: eachLike({ entry: integer(81), assessmenturl: string(result.assessmenturl) }),
      }),
    )
    .executeTest(async (mock) => {
      const { raw } = await clientOf(mock.url).getApplicantWorkflow('10071', ['assessmentresults'])
      expect(raw.assessmentresults).toEqual([{ entry: 81, assessmenturl: result.assessmenturl }])
    })
})

test('an assessment result of a workflow is changed', async () => {
  await given('a person on a job with a result', {
    id: 10071,
    personId: 71,
    jobId: 1071,
    entry: 81,
    url: result.assessmenturl,
  })
    .uponReceiving('a change of an assessment result of an applicant workflow')
    .withRequest('PATCH', customerPath('/applicantworkflows/10071/fields/assessmentresults/81'), (request) =>
      request.headers(headers).jsonBody(result),
    )
    .willRespondWith(204)
    .executeTest(async (mock) => {
      const written = clientOf(mock.url).updateApplicantWorkflowEntry('10071', 'assessmentresults', '81', result)
      expect(await written).toMatchObject({ warnings: null })
    })
})
