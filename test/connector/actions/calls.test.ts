import { expect, test } from 'vitest'
import { candidate, createActing, cv } from './acting.ts'

const whole = {
  candidate: { ...candidate, phone_number: '608-555-0141', gender: 'FEMALE' },
  attachments: [cv],
  source: { name: 'Example Job Board' },
}

test('an application of somebody new takes seven calls, by name', async () => {
  await using acting = await createActing()
  acting.calls()
  const { status, body } = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, whole)
  expect([status, body.warnings]).toEqual([200, []])
  const [person] = acting.people(candidate.email_address)
  const [workflow] = acting.workflows(person!)
  expect(acting.calls().toSorted()).toEqual(
    [
      'POST /search/people',
      `GET /jobs/${acting.jobId}`,
      'POST /people',
      'POST /applicantworkflows',
      `GET /applicantworkflows/${workflow}`,
      `PATCH /people/${person}/fields/resume/binary`,
      `GET /people/${person}`,
    ].toSorted(),
  )
})

test('an application of somebody who is there takes seven calls, too', async () => {
  await using acting = await createActing()
  await acting.icims('POST', '/people', { firstname: 'Mara', lastname: 'Lind', email: candidate.email_address })
  acting.calls()
  const { status, body } = await acting.send('POST', `/ats/jobs/remote:${acting.jobId}/applications`, whole)
  expect(status).toBe(200)
  expect(body.warnings).toHaveLength(1)
  const [person] = acting.people(candidate.email_address)
  expect(acting.calls()).toHaveLength(7)
  expect(acting.simulator.tenant.store.get('person', person!)).toMatchObject({
    firstname: 'Mara',
    gender: 'Female',
    phones: [{ phonenumber: '608-555-0141' }],
  })
})
