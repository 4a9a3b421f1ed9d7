import { beforeAll, expect, test } from 'vitest'
import { type Delivery, readDeliveries } from '../../../contracts/conformance/deliveries.ts'
import { facts } from '../../../contracts/conformance/facts/facts.ts'
import { eventTypes } from '../../../simulator/events/subscription.ts'
import { createTenant } from '../../tenant.ts'
import type { Json } from '../mutants/bend.ts'
import { conformTo } from './conform-to.ts'

const eventFacts = facts.filter(({ needs }) => needs === 'deliveries')
const key = 'the-key-of-a-partner'
/** What a simulator answers of each event that it told, as JSON. */
let record: string

beforeAll(async () => {
  const auth = { type: 'hmac', user: 'partner', key } as const
  const url = 'https://partner.example.com/events?from=icims'
  const events = eventTypes.map((eventType) => ({ eventType, url, auth, everyJob: true }))
  await using simulator = await createTenant({ tenant: { events }, deliver: async () => new Response() })
  const call = async (path: string, body?: object): Promise<Json> => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    return (await simulator.fetch(new Request(`http://127.0.0.1:4010/_sim${path}`, init))).json()
  }
  for (const { id: job } of simulator.tenant.store.each('job')) {
    if ((await call('/post-to-board', { job })).events === undefined) continue
    await call('/view-board-post', { job })
    await call('/unpost-from-board', { job })
    const { workflow } = await call('/apply', { job })
    await call('/advance-candidate', { workflow })
    break
  }
  await call('/remote-login', { user: 2 })
  await call('/open-onboard-task', { person: 2 })
  await simulator.delivered()
  const { events: listed } = await call('/events?limit=1000')
  record = JSON.stringify(await Promise.all(listed.map(({ id }: Json) => call(`/events/${id}`))))
})

async function findingsOn(deliveries: readonly Delivery[], more: object = {}) {
  await using simulator = await createTenant({ preset: 'empty' })
  return (await conformTo(simulator, { facts: eventFacts, deliveries, eventsKey: key, ...more })).findings
}

test('events that a simulator told are what is believed, every type of them', async () => {
  const deliveries = readDeliveries(record)
  expect(new Set(deliveries.map(({ body }) => body.eventType))).toEqual(new Set(eventTypes))
  const unconfirmed = (await findingsOn(deliveries)).filter(({ verdict }) => verdict !== 'confirmed')
  expect(unconfirmed.map(({ id, detail }) => `${id}: ${detail}`)).toEqual([
    'events.post: the record does not say the methods',
  ])
})

/** The same event with another body; what is undefined is left out. */
const saying = (event: Delivery, change: object): Delivery => ({
  ...event,
  body: JSON.parse(JSON.stringify({ ...event.body, ...change })),
})
const heading = (event: Delivery, change: object): Delivery => ({ ...event, headers: { ...event.headers, ...change } })

const wrong: readonly (readonly [string, string, (event: Delivery) => Delivery])[] = [
  ['are no JSON', 'events.body', (event) => ({ ...event, body: undefined })],
  ['are of a type nobody named', 'events.type', (event) => saying(event, { eventType: 'PersonEvent' })],
  ['have ids that are numbers', 'events.texts', (event) => saying(event, { systemId: Number(event.body.systemId) })],
  ['are of another customer', 'events.customer', (event) => saying(event, { customerId: '1' })],
  ['have no systemId', 'events.system-id', (event) => saying(event, { systemId: undefined })],
  [
    'have a Link header of RFC 8288',
    'events.link-header',
    (event) => heading(event, { link: event.headers.link!.replaceAll(/(https?:[^;]+);/g, '<$1>;') }),
  ],
  ['end their Link header', 'events.link-comma', (event) => heading(event, { link: event.headers.link!.slice(0, -1) })],
  [
    'have other links in the body',
    'events.links-same',
    (event) => (event.body.links ? saying(event, { links: event.body.links.slice(1) }) : event),
  ],
  [
    'write rel in lower case',
    'events.rels',
    (event) => heading(event, { link: event.headers.link!.replaceAll('applicantWorkflow', 'applicantworkflow') }),
  ],
  [
    'have other titles',
    'events.titles',
    (event) => heading(event, { link: event.headers.link!.replaceAll('Posting User', 'User') }),
  ],
  [
    'turn the links round',
    'events.order',
    (event) =>
      heading(event, {
        link: `${event.headers
          .link!.split(/(?<=,)/)
          .toReversed()
          .join('')}`,
      }),
  ],
  [
    'link to another customer',
    'events.addresses',
    (event) => heading(event, { link: event.headers.link!.replaceAll('/customers/1234', '/customers/1') }),
  ],
  ['come from another agent', 'events.headers.user-agent', (event) => heading(event, { 'user-agent': 'curl/8' })],
  ['are of another length', 'events.length', (event) => heading(event, { 'content-length': '3' })],
  ['do not say what changed', 'events.move.keys', (event) => saying(event, { newStatus: undefined })],
  ['keep the letter of statuses', 'events.move.bare', (event) => saying(event, { newStatus: 'C12295' })],
  ['name another job than they link to', 'events.move.links', (event) => saying(event, { jobId: '1' })],
  ['do not say where to return', 'events.completed.return', (event) => saying(event, { returnUrl: undefined })],
  ['name a recruiter for a candidate', 'events.completed.user', (event) => saying(event, { userId: '1' })],
  ['name another job as systemId', 'events.board.job', (event) => saying(event, { systemId: '1' })],
  ['tell the portal of an end', 'events.board.unpost', (event) => saying(event, { portalUrl: 'https://a.example' })],
  ['have links where none were seen', 'events.board.view', (event) => saying(event, { links: [] })],
  ['name another user', 'events.login.user', (event) => saying(event, { userId: '1' })],
  ['lack where to go when a task is left', 'events.onboard.urls', (event) => saying(event, { incompleteUrl: '' })],
  [
    'have blanks in their signature',
    'events.signature.form',
    (event) => heading(event, { authorization: event.headers.authorization!.replaceAll(',', ', ') }),
  ],
  [
    'date their signature with Z',
    'events.signature.date',
    (event) => heading(event, { 'x-icims-date': '2026-01-01T00:00:00Z' }),
  ],
  ['hash another body', 'events.signature.hash', (event) => ({ ...event, json: new Uint8Array(1) })],
  ['are signed with another key', 'events.signature.right', (event) => heading(event, { host: 'other.example.com' })],
  ['sign in otherwise', 'events.sign-in', (event) => heading(event, { authorization: 'Digest x' })],
]

test.each(wrong)('events that %s are caught', async (_, id, bend) => {
  const findings = await findingsOn(readDeliveries(record).map(bend))
  expect(findings.find((finding) => finding.id === id)).toMatchObject({ verdict: 'contradicted' })
})

test('without the key a signature is not said to be right', async () => {
  const findings = await findingsOn(readDeliveries(record), { eventsKey: undefined })
  expect(findings.find(({ id }) => id === 'events.signature.right')).toMatchObject({
    detail: 'the key is not given: ICIMS_EVENTS_HMAC_KEY',
  })
})

const sent = {
  url: 'https://partner.example.com/',
  headers: { 'Content-Type': 'application/json' },
  body: '{"systemId":"7"}',
}
const har = {
  log: {
    entries: [
      {
        request: {
          method: 'POST',
          url: sent.url,
          headers: [{ name: 'Content-Type', value: 'application/json' }],
          postData: { text: sent.body },
        },
      },
    ],
  },
}

test.each([
  ['a request', sent, undefined],
  ['an array of requests', [sent], undefined],
  ['HAR', har, 'POST'],
  ['what a simulator says of an event', { event: {}, attempts: [{ request: null }, { request: sent }] }, undefined],
])('%s is read', (_, value, method) => {
  expect(readDeliveries(JSON.stringify(value))).toMatchObject([
    { method, url: sent.url, headers: { 'content-type': 'application/json' }, body: { systemId: '7' } },
  ])
})

test('events one on each line are read', () => {
  expect(readDeliveries(`${JSON.stringify(sent)}\n\n${JSON.stringify([sent, sent])}\n`)).toHaveLength(3)
})

test.each([
  ['{}\n{', 'is not JSON'],
  ['nonsense', 'is not JSON'],
  ['[]', 'holds no recorded request'],
  ['{"log":{"entries":[]}}', 'holds no recorded request'],
  ['{"a":1}', 'holds what is no recorded request: one has url, headers and body'],
  ['[7]', 'holds what is no recorded request: one has url, headers and body'],
  ['[null]', 'holds no recorded request'],
])('%s is no record', (text, message) => {
  expect(() => readDeliveries(text)).toThrow(expect.objectContaining({ name: 'DeliveryError', message }))
})
