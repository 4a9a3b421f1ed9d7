import { expect, test } from 'vitest'
import { candidate, createActing, cv } from './acting.ts'

test('fifty creates of one applicant at the same time make one person and one application', async () => {
  await using acting = await createActing()
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  const body = (number: number) => ({
    candidate: { ...candidate, phone_number: `608-555-01${number}` },
    attachments: [cv],
  })
  const calls = Array.from({ length: 50 }, (_, index) => {
    if (index < 10) return acting.send('POST', path, body(40), { 'idempotency-key': 'one-and-the-same' })
    if (index < 20) return acting.send('POST', path, body(41))
    return acting.send('POST', path, body(22 + index))
  })
  const answers = await Promise.all(calls)
  const people = acting.people(candidate.email_address)
  expect(people).toHaveLength(1)
  expect(acting.workflows(people[0]!)).toHaveLength(1)
  const done = answers.filter(({ status }) => status === 200)
  expect(done.length).toBeGreaterThanOrEqual(1)
  // Those of the same key, or the same bytes, as the one that was first have its answer.
  for (const { body } of done) expect(body).toEqual(done[0]!.body)
  expect(done.length).toBe(10)
  for (const { status, body } of answers.filter(({ status }) => status !== 200)) {
    expect([status, body.error.code]).toEqual([409, 'ATS.APPLICATION_ALREADY_EXISTS'])
  }
})

test('the same bytes get the first answer for a day, and are another call after that', async () => {
  let now = Date.parse('2026-01-15T15:00:00Z')
  await using acting = await createActing({ connector: { clock: { now: () => new Date(now), sleep: async () => {} } } })
  const path = `/ats/jobs/remote:${acting.jobId}/applications`
  const first = await acting.send('POST', path, { candidate })
  expect(first.status).toBe(200)
  acting.calls()
  expect(await acting.send('POST', path, { candidate })).toEqual(first)
  expect(acting.calls()).toEqual([])
  now += 86_400_000
  expect(await acting.send('POST', path, { candidate })).toMatchObject({
    body: { error: { code: 'ATS.APPLICATION_ALREADY_EXISTS' } },
  })
})

test('the same key gets the first answer of any action, and another call of that key is refused', async () => {
  await using acting = await createActing()
  const created = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, { candidate })
  const { id, current_stage } = created.body.data
  const path = `/ats/applications/${id}/stage`
  const stage = {
    stage_id: (await acting.api('/ats/application-stages')).body.data.results.find(
      (one: { id: string }) => one.id !== current_stage.id,
    ).id,
  }
  const headers = { 'idempotency-key': 'move-1' }
  expect((await acting.send('PUT', path, stage, headers)).status).toBe(200)
  await acting.send('PUT', path, { stage_id: current_stage.id })
  acting.calls()
  expect((await acting.send('PUT', path, stage, headers)).status).toBe(200)
  expect(acting.calls()).toEqual([])
  expect(await acting.send('PUT', path, { stage_id: current_stage.id }, headers)).toMatchObject({
    status: 400,
    body: { error: { code: 'PLATFORM.INPUT_INVALID', message: expect.stringContaining('Idempotency-Key') } },
  })
  // Without a key the same bytes are done again: somebody may have moved it meanwhile.
  acting.calls()
  expect((await acting.send('PUT', path, stage)).status).toBe(200)
  expect(acting.calls()).toEqual([
    `PATCH /applicantworkflows/${created.body.data.remote_id}`,
    `GET /applicantworkflows/${created.body.data.remote_id}`,
  ])
})
