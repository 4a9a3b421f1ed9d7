import { HTTPClient, Kombo } from '@kombo-api/sdk'
import { expect, test } from 'vitest'
import { activationOf, openPage, sendForm } from '../connector/connect/pages.ts'
import { apiKey, createPair } from '../pair.ts'

test('the official SDK connects a customer, syncs it, reads it and calls through to it', async () => {
  await using pair = await createPair({ simulator: { people: 24 } })
  const { connector } = pair
  await connector.administration.removeIntegration(pair.integrationId)
  const http_client = new HTTPClient({ fetcher: async (input, init) => connector.fetch(new Request(input, init)) })
  const sdk = (integration_id?: string) =>
    new Kombo({
      server_url: 'http://127.0.0.1/v1',
      api_key: apiKey,
      http_client,
      ...(integration_id && { integration_id }),
    })

  const { general, connect } = sdk()
  expect((await general.checkApiKey()).data.environment_id).toBe('local')
  const { link } = (
    await connect.createConnectionLink({
      end_user_email: 'admin@example.com',
      end_user_organization_name: 'Acme',
      end_user_origin_id: 'acme-1',
      integration_category: 'ATS',
      integration_tool: 'icims',
    })
  ).data
  const account = {
    customer_id: '1234',
    region: 'us',
    method: 'basic',
    username: 'connector',
    password: 'connector-password',
  }
  const report = await sendForm(connector, await openPage(connector, link), account)
  const token = activationOf(await sendForm(connector, report))
  const { id, setup_status } = (await connect.getIntegrationByToken({ token })).data
  expect(setup_status).toBe('FINAL_SYNC_PENDING')

  const kombo = sdk(id)
  const started = await kombo.general.triggerSync({ type: 'FULL' })
  expect(started.data.type).toBe('FULL')
  await connector.sync(id.replace('icims:', ''))
  const count = async (pages: AsyncIterable<{ result: { data: { results: unknown[] } } }>): Promise<number> => {
    let rows = 0
    for await (const { result } of pages) rows += result.data.results.length
    return rows
  }
  expect(await count(await kombo.ats.getJobs({ page_size: 2 }))).toBe(pair.simulator.tenant.store.count('job'))
  const workflows = pair.simulator.tenant.store.count('applicantworkflow')
  expect(await count(await kombo.ats.getApplications({ page_size: 50 }))).toBe(workflows)
  expect(await count(await kombo.ats.getCandidates({ page_size: 10 }))).toBeGreaterThan(0)

  const called = await kombo.general.sendPassthroughRequest({
    tool: 'icims',
    api: 'default',
    body: { method: 'GET', path: '/people/1', params: { fields: 'firstname' } },
  })
  expect(called.data).toMatchObject({ status: 200, data: { firstname: expect.any(String) } })

  const code = (code: string) => ({ error: { code } })
  await expect(kombo.ats.addCandidateTag({ candidate_id: 'c', body: { tag: { name: 't' } } })).rejects.toMatchObject(
    code('INTEGRATION.ACTION_NOT_AVAILABLE'),
  )
  const outside = { method: 'GET', path: '/../5678/people/1' } as const
  await expect(
    kombo.general.sendPassthroughRequest({ tool: 'icims', api: 'default', body: outside }),
  ).rejects.toMatchObject(code('PLATFORM.INPUT_INVALID'))
  await expect(connect.getIntegrationByToken({ token: 'unknown' })).rejects.toMatchObject(
    code('PLATFORM.INTEGRATION_NOT_FOUND'),
  )
  await kombo.general.setIntegrationEnabled({ integration_id: id, body: { value: false } })
  await expect(kombo.ats.getJobs({})).rejects.toMatchObject(code('INTEGRATION.INACTIVE'))
})
