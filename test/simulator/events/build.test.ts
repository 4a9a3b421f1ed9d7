import { createHash, createHmac } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildEvent, type Outgoing } from '../../../simulator/events/build.ts'
import type { Occurrence } from '../../../simulator/events/occurrence.ts'
import { type EventSubscription, type EventType, eventTypes } from '../../../simulator/events/subscription.ts'

const now = Date.parse('2017-10-18T14:53:40Z')
const options = { customerId: 2187, base: 'https://api.icims.com', now }
const url = 'https://partner.example.com/events?tenant=a%20b'

const moved: Occurrence = {
  kind: 'status-change',
  workflow: { type: 'applicantworkflow', id: 13437 },
  base: 4442,
  person: 9166,
  user: 9059,
  oldStatus: 'C1753',
  newStatus: 'C20786',
}

const occurrences: Record<EventType, Occurrence> = {
  WorkFlowStatusChangeEvent: moved,
  AssessmentEvent: applied(),
  ApplicationCompletedEvent: applied(),
  JobPostToWebEvent: { kind: 'job-post', job: 5, user: 7, portalUrl: 'https://careers-a.icims.com/jobs/5/nurse/login' },
  JobUnpostToWebEvent: { kind: 'job-unpost', job: 5, user: 7 },
  ViewJobWebPostEvent: { kind: 'view-job-post', job: 5, user: 7 },
  RemoteLoginEvent: { kind: 'remote-login', user: 7, returnUrl: 'https://a.icims.com' },
  OnboardPortalTaskEvent: {
    kind: 'onboard-task',
    person: 9,
    user: 7,
    returnUrl: 'https://a.icims.com/done',
    incompleteUrl: 'https://a.icims.com/later',
  },
}

function applied(): Occurrence {
  const returnUrl = 'https://jobs-a.icims.com/jobs/5/nurse/assessment?i=1'
  return { kind: 'application-complete', workflow: 3, job: 5, person: 9, hasPackage: true, returnUrl }
}

function build(eventType: EventType, more: Partial<EventSubscription> = {}): Outgoing {
  return buildEvent({ eventType, url, auth: { type: 'none' }, ...more }, occurrences[eventType], options)
}

const jsonOf = ({ body }: Outgoing) => JSON.parse(Buffer.from(body).toString('utf8'))

test('a status change has the keys, links and bare numbers of the recorded event', () => {
  const customer = 'https://api.icims.com/customers/2187'
  expect(jsonOf(build('WorkFlowStatusChangeEvent'))).toEqual({
    systemId: '13437',
    eventType: 'WorkFlowStatusChangeEvent',
    links: [
      { rel: 'applicantWorkflow', title: 'Applicant Workflow', url: `${customer}/applicantworkflows/13437` },
      { rel: 'job', title: 'Job Profile', url: `${customer}/jobs/4442` },
      { rel: 'person', title: 'Person Profile', url: `${customer}/people/9166` },
      { rel: 'user', title: 'Posting User', url: `${customer}/people/9059` },
    ],
    personId: '9166',
    userId: '9059',
    jobId: '4442',
    customerId: '2187',
    oldStatus: '1753',
    newStatus: '20786',
  })
})

test('status ids keep their letter where the subscription asks for it', () => {
  const { oldStatus, newStatus } = jsonOf(build('WorkFlowStatusChangeEvent', { statusIds: 'prefixed' }))
  expect([oldStatus, newStatus]).toEqual(['C1753', 'C20786'])
})

test.each([
  ['AssessmentEvent', '3', 'applicantWorkflow job person user', 'returnUrl userId'],
  ['ApplicationCompletedEvent', '3', 'applicantWorkflow job person user', 'returnUrl userId'],
  ['JobPostToWebEvent', '5', 'job user', 'portalUrl userId'],
  ['JobUnpostToWebEvent', '5', 'job user', 'userId'],
  ['RemoteLoginEvent', '7', 'user', 'returnUrl userId'],
  ['OnboardPortalTaskEvent', '9', 'person user', 'returnUrl incompleteUrl userId'],
] as const)('%s has its own keys and links', (eventType, systemId, rels, keys) => {
  const body = jsonOf(build(eventType))
  expect(body).toMatchObject({ systemId, eventType, customerId: '2187' })
  expect(body.links.map(({ rel }: { rel: string }) => rel).join(' ')).toBe(rels)
  expect(Object.keys(body)).toEqual(['systemId', 'customerId', 'links', 'eventType', ...keys.split(' ')])
})

test('the event of a posting that is viewed has its links in the header alone', () => {
  const sent = build('ViewJobWebPostEvent')
  expect(jsonOf(sent)).toEqual({ systemId: '5', customerId: '2187', eventType: 'ViewJobWebPostEvent', userId: '7' })
  expect(sent.headers.Link).toContain('/jobs/5;rel="job"')
})

test.each(eventTypes)('every value of %s is a text', (eventType) => {
  const { links = [], ...rest } = jsonOf(build(eventType))
  const values = [...Object.values(rest), ...links.flatMap(Object.values)]
  expect(values.map((value) => typeof value)).toEqual(values.map(() => 'string'))
})

test('the Link header is joined by commas, one behind the last, without angle brackets', () => {
  expect(build('RemoteLoginEvent').headers.Link).toBe(
    'https://api.icims.com/customers/2187/people/7;rel="user";title="Posting User",',
  )
})

test('the headers are those of the recorded request', () => {
  const { headers, body } = build('WorkFlowStatusChangeEvent')
  expect(headers).toEqual({
    Connection: 'close',
    Link: expect.any(String),
    'Content-Type': 'application/json',
    Host: 'partner.example.com',
    'Content-Length': String(body.length),
    'User-Agent': 'Apache-HttpClient/4.5.2 (Java/1.8.0_141)',
    'Accept-Encoding': 'gzip,deflate',
  })
})

test('a body is compressed where the subscription asks for it', () => {
  const { headers, body } = build('RemoteLoginEvent', { gzip: true })
  expect([headers['Content-Encoding'], headers['Content-Length']]).toEqual(['gzip', String(body.length)])
  expect(gunzipSync(body)).toEqual(Buffer.from(build('RemoteLoginEvent').body))
})

test('nothing is said of a user nobody knows', () => {
  const anonymous = { ...moved, user: null }
  const sent = buildEvent({ eventType: 'WorkFlowStatusChangeEvent', url, auth: { type: 'none' } }, anonymous, options)
  expect(jsonOf(sent)).not.toHaveProperty('userId')
  expect(sent.headers.Link).not.toContain('rel="user"')
})

test('a new hire who is moved is told of by the onboarding workflow and the new hire category', () => {
  const hired: Occurrence = { ...moved, workflow: { type: 'onboardworkflow', id: 12 }, base: 2 }
  const sent = buildEvent({ eventType: 'WorkFlowStatusChangeEvent', url, auth: { type: 'none' } }, hired, options)
  expect(
    jsonOf(sent)
      .links.slice(0, 2)
      .map(({ url }: { url: string }) => url.split('/customers/2187')[1]),
  ).toEqual(['/onboardworkflows/12', '/newhirecategories/2'])
})

test('Basic and bearer credentials stand in Authorization', () => {
  const basic = build('RemoteLoginEvent', { auth: { type: 'basic', username: 'ann', password: 'pä:ss' } })
  expect(basic.headers.Authorization).toBe(`Basic ${Buffer.from('ann:pä:ss').toString('base64')}`)
  const auth = { type: 'oauth', tokenUrl: url, clientId: 'a', clientSecret: 'b' } as const
  const bearer = buildEvent({ eventType: 'RemoteLoginEvent', url, auth }, occurrences.RemoteLoginEvent, {
    ...options,
    token: 'abc',
  })
  expect(bearer.headers.Authorization).toBe('Bearer abc')
})

test.each([url, 'http://127.0.0.1:4050/events', 'https://partner.example.com'])(
  'the signature is the one the recipe gives for %s',
  (address) => {
    const { headers, body } = build('WorkFlowStatusChangeEvent', {
      url: address,
      auth: { type: 'hmac', user: 'partner', key: 'k3y' },
    })
    const digest = createHash('sha256').update(body).digest('hex')
    // The recipe of D2 and D3, line by line, from what was sent.
    const [, path, query = ''] = /^https?:\/\/[^/]+(\/[^?]*)?(?:\?(.*))?$/.exec(address)!
    const canonical = [
      'POST',
      path ?? '/',
      query,
      `content-type:${headers['Content-Type']}`,
      `host:${headers.Host}`,
      `x-icims-content-sha256:${digest}`,
      'x-icims-date:2017-10-18T14:53:40+0000',
      '',
      'content-type;host;x-icims-content-sha256;x-icims-date',
    ].join('\n')
    const text = `x-icims-v1-hmac-sha256\n2017-10-18T14:53:40+0000\n${createHash('sha256').update(canonical).digest('hex')}`
    const signature = createHmac('sha256', 'k3y').update(text).digest('hex')
    expect(headers['x-icims-content-sha256']).toBe(digest)
    expect(headers['x-icims-date']).toBe('2017-10-18T14:53:40+0000')
    expect(headers.Authorization).toBe(
      `x-icims-v1-hmac-sha256 user=partner,signedheaders=content-type;host;x-icims-content-sha256;x-icims-date,signature=${signature}`,
    )
  },
)

test('a signed event that is compressed is hashed before it is', () => {
  const sent = build('RemoteLoginEvent', { gzip: true, auth: { type: 'hmac', user: 'partner', key: 'k' } })
  const digest = createHash('sha256').update(gunzipSync(sent.body)).digest('hex')
  expect(sent.headers['x-icims-content-sha256']).toBe(digest)
})
