import { expect, test } from 'vitest'
import type { Attempt } from '../../../simulator/events/attempts.ts'
import type { EventSubscription } from '../../../simulator/events/subscription.ts'
import type { Timer } from '../../../simulator/events/timer.ts'
import { answerLimit } from '../../../simulator/events/transport.ts'
import type { SimulatorOptions } from '../../../simulator/index.ts'
import { moveCandidate } from '../../../simulator/profiles/arrange.ts'
import { createTold, type Received, statusChange } from './partner.ts'

/** Sends one event and gives back what came of it. */
async function outcomeOf(
  answer: (received: Received) => Response | Promise<Response>,
  subscription: EventSubscription = statusChange,
  options: SimulatorOptions = {},
): Promise<Attempt & { state: string; told: string[]; received: Received[] }> {
  const told: string[] = []
  await using one = await createTold([subscription], answer, {
    onUndelivered: (message) => told.push(message),
    ...options,
  })
  const { tenant, delivered } = one.simulator
  moveCandidate(tenant, one.workflows[0]!, 'D10110')
  await delivered()
  const [event] = tenant.outbox.list()
  return { ...tenant.attempts.of(event!.id)[0]!, state: event!.state, told, received: one.received }
}

const error = (status: number, messages: object): Response => Response.json({ error: messages }, { status })

test('a 303 is an answer: its address is kept, and not called', async () => {
  const { state, verdict, received } = await outcomeOf(
    () => new Response(null, { status: 303, headers: { location: 'https://vendor.example.com/start?id=1' } }),
  )
  expect([state, received.length]).toEqual(['delivered', 1])
  expect(verdict).toEqual({ outcome: 'link', link: 'https://vendor.example.com/start?id=1' })
})

test('the address of a 303 may be relative', async () => {
  const { verdict } = await outcomeOf(() => new Response(null, { status: 303, headers: { location: '/start' } }))
  expect(verdict?.link).toBe('https://partner.example.com/start')
})

test.each([
  ['no Location', {}],
  ['a script', { location: 'javascript:alert(1)' }],
  ['no address', { location: 'http://[' }],
])('a 303 with %s has failed', async (_, headers) => {
  const { state, verdict } = await outcomeOf(() => new Response(null, { status: 303, headers }))
  expect([state, verdict?.outcome, verdict?.link]).toEqual(['failed', 'unexpected', undefined])
})

test.each([
  [400, 'refused'],
  [503, 'unavailable'],
  [500, 'error'],
  [404, 'unexpected'],
  [302, 'unexpected'],
])('a %d has failed, and is sent once', async (status, outcome) => {
  const { state, verdict, received, told } = await outcomeOf(() =>
    error(status, { userMessage: 'Too bad.', debugErrorMessage: 'x=1' }),
  )
  expect([state, received.length]).toEqual(['failed', 1])
  expect(verdict).toMatchObject({ outcome, shown: 'Too bad.', logged: 'x=1' })
  expect(told).toEqual([expect.stringContaining('Too bad.')])
})

test('placeholders in a message become what the customer calls the field', async () => {
  const { verdict } = await outcomeOf(
    () =>
      error(400, { userMessage: 'Fill in {{person.field10103}}, {{ Person.LASTNAME }}, {{person.nothing}}, {{x.y}}.' }),
    statusChange,
    { tenant: { customFields: { person: [{ name: 'field10103', kind: 'number', label: 'Years in Health Care' }] } } },
  )
  expect(verdict?.shown).toBe('Fill in Years in Health Care, lastname, {{person.nothing}}, {{x.y}}.')
})

test.each(['not JSON', 'null', '[]', '{"error":"text"}', '{"error":{"userMessage":7}}'])(
  'an error that says %s shows nothing',
  async (body) => {
    const { verdict } = await outcomeOf(() => new Response(body, { status: 400 }))
    expect(verdict).toEqual({ outcome: 'refused', reason: 'The partner answered 400' })
  },
)

test('of a long answer only the beginning is read', async () => {
  const { answer } = await outcomeOf(() => new Response(new Uint8Array(answerLimit * 3)))
  expect(answer?.body.length).toBe(answerLimit)
})

test('a partner that cannot be reached has failed, with the reason', async () => {
  const { state, verdict } = await outcomeOf(() => {
    throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' })
  })
  expect(state).toBe('failed')
  expect(verdict).toEqual({ outcome: 'unreachable', reason: 'The partner cannot be reached: ECONNREFUSED.' })
})

/** Notes what was asked for, and lets it happen at once. */
function hastyTimer(): { asked: number[]; timer: Timer } {
  const asked: number[] = []
  return {
    asked,
    timer(milliseconds, run) {
      asked.push(milliseconds)
      setImmediate(run)
      return () => undefined
    },
  }
}

test.each([
  [undefined, 30_000],
  [1_500, 1_500],
])('a partner with a timeout of %s has %d ms to answer', async (timeout, milliseconds) => {
  const { asked, timer } = hastyTimer()
  const silent = (): Promise<Response> => new Promise(() => undefined)
  const { state, verdict } = await outcomeOf(silent, { ...statusChange, ...(timeout && { timeout }) }, { timer })
  expect(asked[0]).toBe(milliseconds)
  expect([state, verdict]).toEqual([
    'failed',
    { outcome: 'timeout', reason: `The partner did not answer within ${milliseconds} ms.` },
  ])
})

const oauth: EventSubscription = {
  ...statusChange,
  auth: { type: 'oauth', tokenUrl: 'https://partner.example.com/token', clientId: 'icims', clientSecret: 's&cret' },
}
const isToken = ({ url }: Received): boolean => url.endsWith('/token')

test('a token is fetched by client credentials and sent as a bearer', async () => {
  const { state, received } = await outcomeOf(
    (one) => (isToken(one) ? Response.json({ access_token: 'abc', expires_in: 86_400 }) : new Response()),
    oauth,
  )
  expect(state).toBe('delivered')
  expect(received[0]!.headers.get('content-type')).toBe('application/x-www-form-urlencoded')
  expect(Object.fromEntries(new URLSearchParams(received[0]!.body))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'icims',
    client_secret: 's&cret',
  })
  expect(received[1]!.headers.get('authorization')).toBe('Bearer abc')
})

test('a token is used until it ends, and not once it was refused', async () => {
  let [status, given, now] = [200, 0, 0]
  const answer = (one: Received): Response => {
    if (!isToken(one)) return new Response(null, { status })
    given += 1
    return Response.json({ access_token: `token-${given}`, expires_in: 3_600 })
  }
  await using told = await createTold([oauth], answer, { wallClock: () => now })
  const move = async (to: string): Promise<string | null> => {
    moveCandidate(told.simulator.tenant, told.workflows[0]!, to)
    await told.simulator.delivered()
    return told.received.at(-1)!.headers.get('authorization')
  }
  expect([await move('D10110'), await move('C12295')]).toEqual(['Bearer token-1', 'Bearer token-1'])
  now = 3_600_000
  status = 401
  expect(await move('C22001')).toBe('Bearer token-2')
  status = 200
  expect(await move('C22002')).toBe('Bearer token-3')
})

test.each([
  ['refuses', () => new Response(null, { status: 401 })],
  ['gives no JSON', () => new Response('<html>')],
  ['gives none', () => Response.json({})],
  ['gives one no header can hold', () => Response.json({ access_token: 'a\nb' })],
  ['breaks off', () => Promise.reject(new Error('reset'))],
])('where the token address %s, the event is not sent', async (_, answer) => {
  const { state, verdict, received, request } = await outcomeOf(answer, oauth)
  expect([state, verdict?.outcome, received.length, request]).toEqual(['failed', 'no-token', 1, undefined])
})
