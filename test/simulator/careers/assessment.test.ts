import { expect, test } from 'vitest'
import type { EventSubscription } from '../../../simulator/events/subscription.ts'
import type { Simulator, SimulatorOptions } from '../../../simulator/index.ts'
import { applyToJob } from '../../../simulator/profiles/simulate.ts'
import { bodyOf, callIcims } from '../../tenant.ts'
import { createTold, partnerUrl, type Received } from '../events/partner.ts'
import { portalJob, send, submit } from './portal.ts'

const ann = { firstname: 'Ann', lastname: 'Lindqvist', email: 'ann.l@example.com' }
const inline: EventSubscription = { eventType: 'AssessmentEvent', url: partnerUrl, auth: { type: 'none' } }
const vendor = 'https://vendor.example.com/test?candidate=7'
const led = (): Response => new Response(null, { status: 303, headers: { location: vendor } })

/** A tenant with a partner, and a job on its portal; the job has a package unless told otherwise. */
async function open(
  answer: (received: Received) => Response | Promise<Response> = led,
  {
    subscription = inline,
    hasPackage = true,
    ...options
  }: SimulatorOptions & { subscription?: EventSubscription; hasPackage?: boolean } = {},
) {
  const told = await createTold([subscription], answer, options)
  const job = await portalJob(told.simulator)
  if (hasPackage) {
    const [first] = told.simulator.tenant.lists.nodes('lists.job.assessment_type')
    await callIcims(told.simulator, 'PATCH', `/jobs/${job.id}`, { assessmenttype: [{ id: first!.id }] })
  }
  return { ...told, ...job, [Symbol.asyncDispose]: () => told.simulator.close() }
}

const cookieOf = (answer: Response): { cookie: string } => ({
  cookie: answer.headers.get('set-cookie')!.split(';')[0]!,
})
const lastWorkflow = (simulator: Simulator) => [...simulator.tenant.store.each('applicantworkflow')].at(-1)!

test('at the end of an application the partner is told, and the candidate is led to the assessment', async () => {
  await using opened = await open()
  const { simulator, received, applyPage, id } = opened
  const answer = await submit(simulator, applyPage, ann)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, vendor])
  const { id: workflow, data } = lastWorkflow(simulator)
  expect(received).toHaveLength(1)
  expect(received[0]!.body).toEqual({
    systemId: String(workflow),
    customerId: '1234',
    eventType: 'AssessmentEvent',
    userId: String(data.associatedprofile),
    returnUrl: opened.assessmentPage,
    links: ['applicantworkflows', 'jobs', 'people', 'people'].map((path, index) => ({
      rel: ['applicantWorkflow', 'job', 'person', 'user'][index],
      title: expect.any(String),
      url: `https://api.icims.com/customers/1234/${path}/${[workflow, id, data.associatedprofile, data.associatedprofile][index]}`,
    })),
  })
  expect(data.applicationcompleted).toBeUndefined()
})

test('the candidate who comes back has completed the application, once', async () => {
  await using opened = await open()
  const { simulator, received, applyPage } = opened
  const cookie = cookieOf(await submit(simulator, applyPage, ann))
  simulator.advance('1h')
  const back = await send(simulator, received[0]!.body.returnUrl, cookie)
  expect([back.status, await back.text()]).toEqual([200, expect.stringContaining('Your application was submitted')])
  const completed = lastWorkflow(simulator).data.applicationcompleted
  expect(completed).toBe(simulator.tenant.clock.now())
  simulator.advance('1h')
  await send(simulator, received[0]!.body.returnUrl, cookie)
  expect(lastWorkflow(simulator).data.applicationcompleted).toBe(completed)
})

test('nobody comes to the end of an application without its session', async () => {
  await using opened = await open()
  const { simulator, applyPage, assessmentPage, confirmationPage } = opened
  const { cookie } = cookieOf(await submit(simulator, applyPage, ann))
  const other = await portalJob(simulator, 1)
  // The number of an application for the same job.
  const mine = String(lastWorkflow(simulator).id)
  await submit(simulator, applyPage, { ...ann, email: 'b@example.com' })
  const forged = cookie.replace(mine, String(lastWorkflow(simulator).id))
  for (const [page, headers] of [
    [assessmentPage, {}],
    [assessmentPage, { cookie: forged }],
    [assessmentPage, { cookie: 'application=x' }],
    [other.assessmentPage, { cookie }],
  ] as const) {
    const answer = await send(simulator, page, headers)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, page.replace(/assessment\?i=1$/, 'login')])
  }
  expect((await send(simulator, confirmationPage)).status).toBe(303)
  for (const { data } of simulator.tenant.store.each('applicantworkflow'))
    expect(data.applicationcompleted).toBeUndefined()
})

test('a partner that has nothing to show lets the application end at once', async () => {
  await using opened = await open(() => new Response(null, { status: 200 }))
  const answer = await submit(opened.simulator, opened.applyPage, ann)
  expect(answer.headers.get('location')).toBe(opened.confirmationPage)
  expect(lastWorkflow(opened.simulator).data.applicationcompleted).toBeDefined()
})

test('where the partner fails, the candidate is told so, keeps the application and can try again', async () => {
  let answer = (): Response => Response.json({ error: { userMessage: 'Closed <today>.' } }, { status: 503 })
  await using opened = await open(() => answer())
  const { simulator, received, applyPage, assessmentPage } = opened
  const failed = await submit(simulator, applyPage, ann)
  const text = await failed.text()
  expect(failed.status).toBe(503)
  expect(text).toContain('Closed &lt;today&gt;.')
  const retry = /<form method="post" action="([^"]+)">/.exec(text)![1]!
  expect(retry).toBe(assessmentPage.replace('?i=1', ''))
  answer = led
  const again = await simulator.fetch(new Request(retry, { method: 'POST', headers: cookieOf(failed) }))
  expect([again.status, again.headers.get('location'), received.length]).toEqual([303, vendor, 2])
})

test('a job without a package has no assessment, unless the subscription is for every job', async () => {
  await using without = await open(led, { hasPackage: false })
  const answer = await submit(without.simulator, without.applyPage, ann)
  expect([answer.headers.get('location'), without.received.length]).toEqual([without.confirmationPage, 0])
  await using every = await open(led, { hasPackage: false, subscription: { ...inline, everyJob: true } })
  expect((await submit(every.simulator, every.applyPage, ann)).headers.get('location')).toBe(vendor)
})

test('the event has the other name for who subscribed to that', async () => {
  await using opened = await open(led, { subscription: { ...inline, eventType: 'ApplicationCompletedEvent' } })
  await submit(opened.simulator, opened.applyPage, ann)
  expect(opened.received.map(({ body }) => body.eventType)).toEqual(['ApplicationCompletedEvent'])
})

test('an application that is simulated is told as well, with the page of its portal to come back to', async () => {
  await using opened = await open()
  const { simulator, received, id } = opened
  const { events } = applyToJob(simulator.tenant, { job: id })
  await simulator.delivered()
  expect(events).toEqual([1])
  expect(received[0]!.body.returnUrl).toMatch(
    new RegExp(`^https://careers-cedarline\\.icims\\.com/jobs/${id}/[a-z0-9-]+/assessment\\?i=1$`),
  )
})

test('the packages of jobs and the names of results are two lists, each with ids of its own', async () => {
  await using opened = await open()
  const { simulator } = opened
  const values = (list: string) => simulator.tenant.lists.nodes(list)
  const [types, names] = [values('lists.job.assessment_type'), values('lists.assessment_name')]
  expect(types.map(({ value }) => value)).toEqual(names.map(({ value }) => value))
  expect(types.some(({ id }) => names.some((name) => name.id === id))).toBe(false)
  const wrong = await callIcims(simulator, 'PATCH', `/jobs/${opened.id}`, { assessmenttype: [{ id: names[0]!.id }] })
  expect(wrong.status).toBe(400)
  const job = await bodyOf(callIcims(simulator, 'GET', `/jobs/${opened.id}?fields=assessmenttype`))
  expect(job.assessmenttype).toMatchObject([{ id: types[0]!.id }])
})
