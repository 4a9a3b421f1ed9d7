import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toUnifiedId } from '../../connector/store/id.ts'
import { matchRoute } from '../../simulator/routes.ts'
import { candidate, createActing, cv } from '../connector/actions/acting.ts'

type Called = { method: string; path: string; query: string[]; body: unknown }
type Filter = { name: string; operator?: string }

/** What a call looks like to iCIMS: the operation, the names in its query, and what a search filters by. */
function shapeOf({ method, path, query, body }: Called): string {
  const operation = matchRoute(method, path)?.operation.operationId ?? `${method} ${path}`
  const { filters = [] } = (body ?? {}) as { filters?: Filter[] }
  const filtered = filters.map(({ name, operator = '' }) => `${name}${operator}`)
  return [operation, [...query].sort().join('&'), [...new Set(filtered)].sort().join(' ')].join(' | ')
}

function contractedShapes(): Set<string> {
  const file = new URL('../../contracts/pacts/icims-connector-icims-api.json', import.meta.url)
  type Request = { method: string; path: string; query?: object; body?: { content?: unknown } }
  const { interactions } = JSON.parse(readFileSync(file, 'utf8')) as { interactions: { request: Request }[] }
  return new Set(
    interactions.map(({ request: { method, path, query = {}, body } }) =>
      shapeOf({ method, path, query: Object.keys(query), body: body?.content }),
    ),
  )
}

test('every call that syncs, a check and the actions make has the shape of one in the contract', async () => {
  const called: Called[] = []
  const packages = [{ id: 'sj', type: 'SKILLS_TEST', name: 'Situational Judgement', description: 'How one decides' }]
  await using acting = await createActing({
    settings: {
      portals: [{ id: '1' }],
      screeningForm: 'Application_Questions',
      assessment: { jobList: 'C32', resultList: 'C31', triggerStatuses: ['C12295'] },
    },
  })
  const { connector, integrationId } = acting
  acting.intercept(async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const text = request.headers.get('content-type')?.includes('json') ? await request.clone().text() : ''
    called.push({
      method: request.method,
      path: pathname,
      query: [...searchParams.keys()],
      body: text === '' ? undefined : JSON.parse(text),
    })
    return undefined
  })
  const done = async (method: string, path: string, body: unknown): Promise<void> => {
    const answer = await acting.send(method, path, body)
    expect([path, answer.status, answer.body.error?.message]).toEqual([path, 200, undefined])
  }

  await connector.sync(integrationId, { type: 'FULL' })
  await connector.sync(integrationId, { type: 'DELTA' })
  // The same of a part of the people.
  await connector.administration.changeMapping(integrationId, (settings) => ({
    ...settings,
    candidateFolders: ['D32007'],
  }))
  await connector.sync(integrationId, { type: 'FULL' })
  await connector.sync(integrationId, { type: 'DELTA' })
  for await (const step of connector.check(integrationId)) expect(step.permission).not.toBe('')
  const idOf = (remoteId: unknown): string => toUnifiedId(integrationId, String(remoteId))
  const job = `remote:${acting.jobId}`
  const more = { phone_number: '+1 608 555 0141', gender: 'FEMALE' }
  await done('POST', '/ats/candidates', {
    candidate: { ...candidate, ...more },
    application: { job_id: job },
    attachments: [cv],
    source: { name: 'Example Job Board' },
  })
  await done('POST', `/ats/jobs/${job}/applications`, {
    candidate: { first_name: 'Ola', last_name: 'Berg', email_address: 'ola.berg@example.com' },
  })
  const [person] = acting.people(candidate.email_address)
  const [workflow] = acting.workflows(person!)
  const stages = (await acting.api('/ats/application-stages')).body.data.results as { id: string; remote_id: string }[]
  const stage = stages.find(({ remote_id }) => remote_id !== 'D10100')!
  await done('PUT', `/ats/applications/${idOf(workflow)}/stage`, { stage_id: stage.id })
  await done('POST', `/ats/applications/${idOf(workflow)}/attachments`, { attachment: cv })
  for (const label of ['Passed', 'Passed with 82 of 100']) {
    const link = { label, url: 'https://vendor.example.com/reports/1' }
    await done('POST', `/ats/applications/${idOf(workflow)}/result-links`, link)
  }
  const { body } = await acting.api(`/ats/candidates/${idOf(person)}/attachments`)
  const file = await connector.fetch(new Request(body.data.results[0].data_url))
  expect(file.status).toBe(200)
  await file.body?.cancel()
  await done('PUT', '/assessment/packages', { packages })
  await done('PUT', '/assessment/packages', {
    packages: [{ ...packages[0]!, id: 'other', name: 'Numerical Reasoning' }],
  })

  const contracted = contractedShapes()
  const shapes = new Set(called.map(shapeOf))
  expect(shapes.size).toBeGreaterThan(20)
  expect([...shapes].filter((shape) => !contracted.has(shape))).toEqual([])
})
