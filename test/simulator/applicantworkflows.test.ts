import { expect, test } from 'vitest'
import { createFrozenClock, type Simulator } from '../../simulator/index.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

async function onePair(simulator: Simulator): Promise<void> {
  await callIcims(simulator, 'POST', '/people', { firstname: 'Ann', lastname: 'Lindqvist', email: 'ann@example.com' })
  await callIcims(simulator, 'POST', '/jobs', { jobtitle: 'Nurse' })
}

const pair = { baseprofile: 1001, associatedprofile: 1 }

test('a workflow is created at the first status and answers the captured shape', async () => {
  await using simulator = await createTenant({ people: 0 })
  await onePair(simulator)
  const created = await callIcims(simulator, 'POST', '/applicantworkflows', {
    ...pair,
    source: 'Job Board',
    sourcename: 'Indeed',
  })
  expect(created.headers.get('location')).toBe('https://api.icims.com/customers/1234/applicantworkflows/10001')
  const base = 'https://api.icims.com/customers/1234'
  const label = 'New Submissions - External Portal'
  expect(await bodyOf(callIcims(simulator, 'GET', '/applicantworkflows/10001'))).toEqual({
    baseprofile: { profile: `${base}/jobs/1001`, id: 1001, value: 'Nurse' },
    associatedprofile: { profile: `${base}/people/1`, id: 1, value: 'Ann Lindqvist' },
    status: { id: 'D10100', formattedvalue: label, value: label },
    source: 'Job Board',
    sourcename: 'Indeed',
    links: [
      { rel: 'self', title: 'The current profile being viewed.', url: `${base}/applicantworkflows/10001` },
      { rel: 'self', title: 'The base profile of this workflow.', url: `${base}/jobs/1001` },
      { rel: 'self', title: 'The associated profile of this workflow.', url: `${base}/people/1` },
    ],
  })
})

test('a status change moves updateddate and is written into the log, newest first', async () => {
  const clock = createFrozenClock()
  await using simulator = await createTenant({ people: 0, clock })
  await onePair(simulator)
  await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  clock.advance(86_400_000)
  const moved = await callIcims(simulator, 'PATCH', '/applicantworkflows/10001', { status: { id: 'C2040' } })
  expect(moved.status).toBe(204)
  expect(
    await bodyOf(callIcims(simulator, 'GET', '/applicantworkflows/10001?fields=status,updateddate')),
  ).toMatchObject({
    status: { id: 'C2040', value: 'Hired - Hired' },
    updateddate: '2026-01-16 03:00 PM',
  })
  const { submittalstatuslog } = await bodyOf(
    callIcims(simulator, 'GET', '/applicantworkflows/10001/submittalstatuslog'),
  )
  expect(submittalstatuslog).toMatchObject([
    { status: { id: 'C2040' }, updatedDate: '2026-01-16 03:00 PM' },
    { status: { id: 'D10100' }, updatedDate: '2026-01-15 03:00 PM' },
  ])
})

test('the log keeps the newest hundred moves', async () => {
  await using simulator = await createTenant({ people: 0 })
  await onePair(simulator)
  await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  for (let i = 0; i < 105; i++) {
    await callIcims(simulator, 'PATCH', '/applicantworkflows/10001', {
      status: { id: i % 2 === 0 ? 'C2040' : 'D10100' },
    })
  }
  const { submittalstatuslog } = await bodyOf(
    callIcims(simulator, 'GET', '/applicantworkflows/10001/submittalstatuslog'),
  )
  expect(submittalstatuslog).toHaveLength(100)
})

test('a workflow is found by its person and job', async () => {
  await using simulator = await createTenant({ people: 0 })
  await onePair(simulator)
  expect((await callIcims(simulator, 'GET', '/applicantworkflows/person/1/job/1001')).status).toBe(404)
  await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  expect(await bodyOf(callIcims(simulator, 'GET', '/applicantworkflows/person/1/job/1001?fields=id'))).toMatchObject({
    id: 10001,
  })
})

test('a second workflow for the same person and job is refused', async () => {
  await using simulator = await createTenant({ people: 0 })
  await onePair(simulator)
  await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  const { changes } = simulator.tenant.store
  const answer = await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  expect(answer.status).toBe(400)
  expect(simulator.tenant.store.changes).toBe(changes)
  expect(simulator.tenant.store.count('applicantworkflow')).toBe(1)
})

test('with duplicateWorkflow set to existing, the second one points to the first', async () => {
  await using simulator = await createTenant({ people: 0, switches: { duplicateWorkflow: 'existing' } })
  await onePair(simulator)
  await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  const answer = await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    201,
    'https://api.icims.com/customers/1234/applicantworkflows/10001',
  ])
})

test('the person and the job of a workflow cannot be changed', async () => {
  await using simulator = await createTenant({ people: 0 })
  await onePair(simulator)
  await callIcims(simulator, 'POST', '/jobs', { jobtitle: 'Other' })
  await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  const answer = await callIcims(simulator, 'PATCH', '/applicantworkflows/10001', { baseprofile: 1002 })
  expect(answer.headers.get('x-warning')).toBe('4:baseprofile:This field cannot be changed.')
  expect((await bodyOf(callIcims(simulator, 'GET', '/applicantworkflows/10001'))).baseprofile.id).toBe(1001)
})

test('an assessment result is added and completed at its own address', async () => {
  await using simulator = await createTenant({ people: 0 })
  await onePair(simulator)
  await callIcims(simulator, 'POST', '/applicantworkflows', pair)
  const sent = { assessmentname: { value: 'Numerical Reasoning' }, assessmentstatus: { id: 'D37002019004' } }
  const created = await callIcims(simulator, 'POST', '/applicantworkflows/10001/fields/assessmentresults', sent)
  const path = created.headers.get('location')!.replace('https://api.icims.com/customers/1234', '')
  await callIcims(simulator, 'PATCH', path, {
    assessmentscore: 87.5,
    assessmentstatus: { id: 'D37002019001' },
    assessmentdate: '2026-01-15 02:07 PM',
  })
  expect(await bodyOf(callIcims(simulator, 'GET', path))).toMatchObject({
    assessmentscore: 87.5,
    assessmentstatus: { id: 'D37002019001' },
    assessmentdate: '2026-01-15 02:07 PM',
  })
  expect((await callIcims(simulator, 'DELETE', path)).status).toBe(204)
})
