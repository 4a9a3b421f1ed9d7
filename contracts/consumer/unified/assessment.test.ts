import { Matchers } from '@pact-foundation/pact'
import { expect, test } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { contractApi } from '../../unified-states.ts'
import { done, errorOf, id, instant, pageOf } from './shapes.ts'
import { callHeaders, given, sdkOf } from './unified.ts'

const { eachLike, regex, string } = Matchers
const offered = { id: 'nr', name: 'Numerical Reasoning' }
const ordered = { id: 10071, personId: 71, jobId: 1071, package: offered.id, name: offered.name }
/** The first order of that package for that workflow. */
const orderId = toUnifiedId(contractApi.integrationId, `assessment ${ordered.id} ${ordered.package} 1`)
const defaults = { page_size: '100' }

test('the packages that are offered', async () => {
  const one = {
    ...offered,
    description: string('How one counts'),
    updated_at: instant,
    type: regex('^(BEHAVIORAL|SKILLS_TEST|VIDEO_INTERVIEW|BACKGROUND_CHECK|REFERENCE_CHECK)$', 'SKILLS_TEST'),
  }
  await given('an offered package', offered)
    .uponReceiving('a request for the assessment packages')
    .withRequest('GET', '/v1/assessment/packages', (request) => request.headers(callHeaders))
    .willRespondWith(200, (response) => response.jsonBody({ status: 'success', data: { packages: [one] } }))
    .executeTest(async (mock) => {
      const { data } = await sdkOf(mock.url).assessment.getPackages()
      expect(data.packages).toMatchObject([{ ...offered, type: 'SKILLS_TEST' }])
    })
})

const wanted = { ...offered, type: 'SKILLS_TEST' as const, description: 'How one counts' }

test('packages that are put in the place of others, in iCIMS too where its lists are known', async () => {
  await given('an integration', {})
    .uponReceiving('a request to offer assessment packages')
    .withRequest('PUT', '/v1/assessment/packages', (request) =>
      request.headers(callHeaders).jsonBody({ packages: [wanted] }),
    )
    .willRespondWith(200, (response) =>
      response.jsonBody({ status: 'success', data: {}, warnings: eachLike({ message: string('It names no list.') }) }),
    )
    .executeTest(async (mock) => {
      const set = await sdkOf(mock.url).assessment.setPackages({ packages: [wanted] })
      expect(set).toMatchObject({ status: 'success', warnings: [{ message: 'It names no list.' }] })
    })
})

test('packages of which two have one id', async () => {
  const packages = [wanted, { ...wanted, name: 'Situational Judgement' }]
  await given('an integration', {})
    .uponReceiving('a request to offer two assessment packages of one id')
    .withRequest('PUT', '/v1/assessment/packages', (request) => request.headers(callHeaders).jsonBody({ packages }))
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).assessment.setPackages({ packages })
      await expect(refused).rejects.toMatchObject({ name: 'KomboAtsError', error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})

test('the orders', async () => {
  const order = {
    id: id(orderId),
    package_id: offered.id,
    status: 'OPEN',
    candidate: {
      remote_id: string('71'),
      email: string('ann.lindqvist71@example.com'),
      first_name: string('Ann'),
      last_name: string('Lindqvist'),
      phone: string('608-555-0141'),
    },
    application: { remote_id: string('10071') },
    job: {
      remote_id: string('1071'),
      name: string('Registered Nurse'),
      job_code: string('2026-1071'),
      description: string('<h3>Overview</h3><p>Care for adults.</p>'),
      location: null,
      hiring_team: [],
    },
  }
  await given('an ordered assessment', ordered)
    .uponReceiving('a request for the assessment orders that are open')
    .withRequest('GET', '/v1/assessment/orders', (request) =>
      request.headers(callHeaders).query({ ...defaults, statuses: 'OPEN' }),
    )
    .willRespondWith(200, (response) => response.jsonBody(pageOf(order)))
    .executeTest(async (mock) => {
      const page = await sdkOf(mock.url).assessment.getAssessmentOrders({ statuses: ['OPEN'] })
      const [found] = page.result.data.results
      expect(found).toMatchObject({ id: orderId, package_id: 'nr', candidate: { first_name: 'Ann' } })
      expect(found!.job).toMatchObject({ name: 'Registered Nurse', location: null, hiring_team: [] })
    })
})

test('the orders after a cursor that is none', async () => {
  await given('an integration', {})
    .uponReceiving('a request for the assessment orders after a cursor that is none')
    .withRequest('GET', '/v1/assessment/orders', (request) =>
      request.headers(callHeaders).query({ ...defaults, cursor: 'nonsense' }),
    )
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).assessment.getAssessmentOrders({ cursor: 'nonsense' })
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})

const result = {
  status: 'COMPLETED' as const,
  result_url: 'https://vendor.example.com/reports/1',
  score: 82,
  max_score: 100,
}
const body = { ...result, completed_at: '2026-01-15T14:30:00.000Z' }
const asked = { assessment_order_id: orderId, body: { ...result, completed_at: new Date(body.completed_at) } }
const path = `/v1/assessment/orders/${orderId}/result`

test('the result of an assessment', async () => {
  await given('an ordered assessment', ordered)
    .uponReceiving('a request to say what became of an assessment')
    .withRequest('PUT', path, (request) => request.headers(callHeaders).jsonBody(body))
    .willRespondWith(200, (response) => response.jsonBody(done({})))
    .executeTest(async (mock) => {
      expect(await sdkOf(mock.url).assessment.updateOrderResult(asked)).toMatchObject({ status: 'success' })
    })
})

test('the result of an assessment that nobody ordered', async () => {
  await given('an integration', {})
    .uponReceiving('a request to say what became of an assessment that nobody ordered')
    .withRequest('PUT', path, (request) => request.headers(callHeaders).jsonBody(body))
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).assessment.updateOrderResult(asked)
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})
