import { expect, test } from 'vitest'
import { toUnifiedId } from '../../../connector/store/id.ts'
import { candidate, createActing, cv } from './acting.ts'

const refusal = (errorMessage: string) => Response.json({ errors: [{ errorMessage, errorCode: 5 }] }, { status: 400 })

test('an application without its CV is told with what is there, why, and what is left to do', async () => {
  await using acting = await createActing()
  acting.intercept(({ method }) => (method === 'PATCH' ? refusal('resume: Too old.') : undefined))
  await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, { candidate, attachments: [cv] })
  const [person] = acting.people(candidate.email_address)
  const [workflow] = acting.workflows(person!)
  expect(await acting.connector.actions.unfinished()).toMatchObject([
    {
      integrationId: acting.integrationId,
      label: 'Create application',
      state: 'REPORTED',
      subject: `applicant ${candidate.email_address}`,
      step: { name: 'resume', state: 'without effect' },
      wrote: [`Person ${person} was made and stays.`, `Application ${workflow} was made and stays.`],
      why: 'iCIMS refused it: resume: Too old.',
      advice: expect.stringMatching(new RegExp(`^Application ${workflow} is there and is not made again`)),
      dueAt: null,
    },
  ])
  expect(await acting.connector.actions.unfinished({ state: 'OPEN' })).toEqual([])
})

test('a person without an application is told as one that the next call takes', async () => {
  await using acting = await createActing()
  acting.intercept(({ method, url }) =>
    method === 'POST' && url.endsWith('/applicantworkflows') ? refusal('status: Not here.') : undefined,
  )
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  await acting.send('POST', path, { candidate })
  const [person] = acting.people(candidate.email_address)
  const [told] = await acting.connector.actions.unfinished({ state: 'REPORTED' })
  expect(told).toMatchObject({ step: { name: 'workflow', state: 'without effect' } })
  expect(told!.advice).toContain(`person ${person} is taken`)
  // As the advice says.
  acting.intercept(() => undefined)
  expect((await acting.send('POST', path, { candidate }, { 'idempotency-key': 'another' })).status).toBe(200)
  expect(acting.people(candidate.email_address)).toEqual([person])
})

test('an action whose call was not answered waits, and is told with its next try', async () => {
  const now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({
    connector: { clock: { now: () => new Date(now), sleep: async () => {} } },
  })
  acting.intercept(({ method, url }) => (method === 'POST' && url.endsWith('/people') ? 'lost' : undefined))
  await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, { candidate })
  const [told] = await acting.connector.actions.unfinished({ state: 'OPEN' })
  expect(told).toMatchObject({
    step: { name: 'person', state: 'unknown' },
    wrote: [],
    attempts: 1,
    dueAt: '2026-01-15T15:01:00.000Z',
    advice: 'Nothing: it is tried again at 2026-01-15T15:01:00.000Z, while serve runs.',
  })
})

test('a person who may have been made is looked for by the mark it would have', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({
    connector: { clock: { now: () => new Date(now), sleep: async () => {} } },
  })
  acting.intercept(({ method, url }) => {
    if (method === 'POST' && url.endsWith('/people')) throw new TypeError('fetch failed')
    return undefined
  })
  await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, { candidate })
  let told: Awaited<ReturnType<typeof acting.connector.actions.unfinished>> = []
  while (told.length === 0) {
    now += 6 * 60 * 60_000
    await acting.connector.actions.resume()
    told = await acting.connector.actions.unfinished({ state: 'REPORTED' })
  }
  expect(told[0]).toMatchObject({ step: { name: 'person', state: 'unknown' }, wrote: [] })
  expect(told[0]!.advice).toContain(`made with the external id ${told[0]!.id}`)
})

test('a move that iCIMS may have made says which application, and that it may be sent again', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({
    settings: { stages: [{ id: 'D10105', name: 'New' }] },
    connector: { clock: { now: () => new Date(now), sleep: async () => {} } },
  })
  const [workflow] = [...acting.simulator.tenant.store.each('applicantworkflow')]
  acting.intercept(({ method }) => (method === 'PATCH' ? new Response('', { status: 500 }) : undefined))
  const path = `/ats/applications/${toUnifiedId(acting.integrationId, String(workflow!.id))}/stage`
  await acting.send('PUT', path, { stage_id: toUnifiedId(acting.integrationId, 'D10105') })
  let told: Awaited<ReturnType<typeof acting.connector.actions.unfinished>> = []
  while (told.length === 0) {
    now += 6 * 60 * 60_000
    await acting.connector.actions.resume()
    told = await acting.connector.actions.unfinished({ state: 'REPORTED' })
  }
  expect(told[0]).toMatchObject({
    label: 'Move application to stage',
    subject: `application ${workflow!.id}`,
    step: { name: 'move', state: 'unknown' },
  })
  expect(told[0]!.advice).toMatch(/^Look in iCIMS whether the step move was done\./)
})
