import { expect, test } from 'vitest'
import { candidate, createActing } from './acting.ts'

const whole = { candidate: { ...candidate, phone_number: '608-555-0141' } }

test('what an action made is there after a delta and after a full sync, with the same ids', async () => {
  await using acting = await createActing()
  const made = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, whole)
  const read = async () => (await acting.api(`/ats/applications?ids=${made.body.data.id}`)).body.data.results
  const before = await read()
  expect(before).toMatchObject([{ id: made.body.data.id, candidate: { id: made.body.data.candidate.id } }])
  for (const type of ['DELTA', 'FULL'] as const) {
    await acting.connector.sync(acting.integrationId, { type })
    expect(await read()).toEqual(before)
  }
})

test('an application that is made while a full sync is under way is not taken for gone', async () => {
  await using acting = await createActing()
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  let made: Promise<{ body: { data: { id: string } } }> | undefined
  const run = acting.connector.sync(acting.integrationId, {
    type: 'FULL',
    onProgress({ stream }) {
      if (stream === 'applicantworkflows') made ??= acting.send('POST', path, whole)
    },
  })
  await run
  const { body } = await made!
  const listed = (await acting.api(`/ats/applications?ids=${body.data.id}`)).body.data.results
  expect(listed).toHaveLength(1)
})

test('where created applications alone are kept, what an action makes is kept, and nothing else', async () => {
  await using acting = await createActing()
  const { connector, integrationId } = acting
  await connector.administration.changeSettings(integrationId, { sync: { createdOnly: true } })
  const made = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, whole)
  for (const type of ['FULL', 'DELTA', 'FULL'] as const) await connector.sync(integrationId, { type })
  const ids = async (list: string) => (await acting.api(list)).body.data.results.map(({ id }: { id: string }) => id)
  expect(await ids('/ats/applications')).toEqual([made.body.data.id])
  expect(await ids('/ats/candidates')).toEqual([made.body.data.candidate.id])
})

test('a model that is disabled is stored nowhere, and the answer is whole', async () => {
  await using acting = await createActing()
  const scopes = { models: { ats_candidates: 'DISABLED', ats_applications: 'DISABLED', ats_jobs: 'DISABLED' } } as const
  await acting.connector.administration.changeSettings(acting.integrationId, { scopes })
  const made = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, whole)
  expect(made).toMatchObject({
    status: 200,
    body: { data: { candidate: { last_name: 'Lind' }, job: { remote_id: String(acting.jobId) } } },
  })
  const stored = await acting.connector.store.rows(acting.integrationId, 'ats_candidates')
  expect(stored.filter(({ remoteId }) => remoteId === made.body.data.candidate.remote_id)).toEqual([])
})
