import type { Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import type { UnifiedStateName, UnifiedStates } from '../../unified-states.ts'
import { errorOf } from './shapes.ts'
import { callHeaders, given, keyHeader, listDefaults, sdkOf } from './unified.ts'

/** A list of jobs that is refused, and the code the app branches on. */
type Refusal<Name extends UnifiedStateName = UnifiedStateName> = {
  what: string
  state: Name
  parameters: UnifiedStates[Name]
  status: number
  code: string
  headers?: Record<string, string>
  query?: Record<string, string>
  call?: (mockUrl: string) => Promise<unknown>
}

const jobs = (mockUrl: string, options?: Parameters<typeof sdkOf>[1]) => sdkOf(mockUrl, options).ats.getJobs({})
const unknown = 'icims:NoSuchNoSuchNoSuchNoSuch'

const refusals: Refusal[] = [
  {
    what: 'with a wrong API key',
    state: 'an integration',
    parameters: {},
    status: 401,
    code: 'PLATFORM.AUTHENTICATION_INVALID',
    headers: { ...callHeaders, authorization: 'Bearer wrong' },
    call: (mockUrl) => jobs(mockUrl, { api_key: 'wrong' }),
  },
  {
    what: 'of an integration that is not there',
    state: 'an integration',
    parameters: {},
    status: 404,
    code: 'PLATFORM.INTEGRATION_NOT_FOUND',
    headers: { ...callHeaders, 'x-integration-id': unknown },
    call: (mockUrl) => jobs(mockUrl, { integration_id: unknown }),
  },
  {
    what: 'after a cursor that is none',
    state: 'an integration',
    parameters: {},
    status: 400,
    code: 'PLATFORM.INPUT_INVALID',
    query: { ...listDefaults, cursor: 'nonsense' },
    call: (mockUrl) => sdkOf(mockUrl).ats.getJobs({ cursor: 'nonsense' }),
  },
  {
    what: 'in pages that are too large',
    state: 'an integration',
    parameters: {},
    status: 400,
    code: 'PLATFORM.INPUT_INVALID',
    query: { ...listDefaults, page_size: '251' },
    call: (mockUrl) => sdkOf(mockUrl).ats.getJobs({ page_size: 251 }),
  },
  {
    what: 'before the first sync has finished',
    state: 'an integration that was never synced',
    parameters: {},
    status: 409,
    code: 'INTEGRATION.SETUP_SYNC_PENDING',
  },
  {
    what: 'of a paused integration',
    state: 'a paused integration',
    parameters: {},
    status: 409,
    code: 'INTEGRATION.INACTIVE',
  },
  {
    what: 'where the scopes disable them',
    state: 'a disabled model',
    parameters: { model: 'ats_jobs' },
    status: 403,
    code: 'INTEGRATION.MODEL_DISABLED',
  },
  {
    what: 'when the store is broken',
    state: 'a broken store',
    parameters: {},
    status: 500,
    code: 'PLATFORM.UNKNOWN_ERROR',
  },
]

test.each(refusals)('the jobs $what', async ({ what, state, parameters, status, code, ...more }) => {
  const { headers = callHeaders, query = listDefaults, call = jobs } = more
  await given(state, parameters as never)
    .uponReceiving(`a request for the jobs ${what}`)
    .withRequest('GET', '/v1/ats/jobs', (request) => request.headers(headers).query(query))
    .willRespondWith(status, (response) => response.jsonBody(errorOf(code)))
    .executeTest(async (mock) => {
      await expect(call(mock.url)).rejects.toMatchObject({ name: 'KomboAtsError', statusCode: status, error: { code } })
    })
})

/** A call outside `/ats`: only codes of the platform pass there. */
type GeneralRefusal = {
  what: string
  method: 'GET' | 'POST'
  path: string
  status: number
  code: string
  headers: Record<string, string>
  call: (sdk: (options?: Parameters<typeof sdkOf>[1]) => Kombo['general']) => Promise<unknown>
}

const generalRefusals: GeneralRefusal[] = [
  {
    what: 'whether a wrong API key is valid',
    method: 'GET',
    path: '/v1/check-api-key',
    status: 401,
    code: 'PLATFORM.AUTHENTICATION_INVALID',
    headers: { authorization: 'Bearer wrong' },
    call: (sdk) => sdk({ api_key: 'wrong' }).checkApiKey(),
  },
  {
    what: 'what an integration that is not there is',
    method: 'GET',
    path: `/v1/integrations/${encodeURIComponent(unknown)}`,
    status: 404,
    code: 'PLATFORM.INTEGRATION_NOT_FOUND',
    headers: keyHeader,
    call: (sdk) => sdk().getIntegrationDetails({ integration_id: unknown }),
  },
]

test.each(generalRefusals)('asked $what', async ({ what, method, path, status, code, headers, call }) => {
  await given('an integration', {})
    .uponReceiving(`a request that asks ${what}`)
    .withRequest(method, path, (request) => request.headers(headers))
    .willRespondWith(status, (response) => response.jsonBody(errorOf(code)))
    .executeTest(async (mock) => {
      const refused = call((options) => sdkOf(mock.url, options).general)
      await expect(refused).rejects.toMatchObject({ name: 'KomboGeneralError', statusCode: status, error: { code } })
    })
})

test('a sync of a paused integration', async () => {
  await given('a paused integration', {})
    .uponReceiving('a request to sync a paused integration')
    .withRequest('POST', '/v1/force-sync', (request) => request.headers(callHeaders).jsonBody({ type: 'FULL' }))
    .willRespondWith(400, (response) => response.jsonBody(errorOf('PLATFORM.INPUT_INVALID')))
    .executeTest(async (mock) => {
      const refused = sdkOf(mock.url).general.triggerSync({})
      await expect(refused).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    })
})
