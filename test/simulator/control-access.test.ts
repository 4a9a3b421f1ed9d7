import { afterEach, expect, test } from 'vitest'
import type { Simulator, SimulatorOptions } from '../../simulator/index.ts'
import { listen } from '../../simulator/server.ts'
import { callIcims, createTenant } from '../tenant.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

/** A tenant with one change that a reset would undo. */
async function changedTenant(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await createTenant({ people: 3, ...options })
  open.push(simulator)
  await callIcims(simulator, 'PATCH', '/people/2', { lastname: 'Changed' })
  return simulator
}

function reset(simulator: Simulator, headers: Record<string, string> = {}, origin = 'http://127.0.0.1:4010') {
  return simulator.fetch(new Request(`${origin}/_sim/reset`, { method: 'POST', headers }))
}

const isChanged = (simulator: Simulator): boolean => simulator.tenant.store.get('person', 2)?.lastname === 'Changed'

test.each([
  'http://127.0.0.1:4010',
  'http://localhost',
  'http://icims.localhost:1',
  'http://[::1]:4010',
  'https://api.icims.com',
])('without a token %s may act', async (origin) => {
  const simulator = await changedTenant()
  expect((await reset(simulator, {}, origin)).status).toBe(200)
  expect(isChanged(simulator)).toBe(false)
})

test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.1.7'])(
  'the foreign host name %s is refused: it may have been made to lead here',
  async (host) => {
    const simulator = await changedTenant()
    const answer = await reset(simulator, {}, `http://${host}:4010`)
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: `The name ${host} may not steer the simulator. Use 127.0.0.1, or start it with a control token.` },
    ])
    expect(isChanged(simulator)).toBe(true)
  },
)

test('a page of another origin is refused, whatever it knows', async () => {
  const simulator = await changedTenant({ controlToken: 'right' })
  const answer = await reset(simulator, { origin: 'https://evil.example', authorization: 'Bearer right' })
  expect([answer.status, await answer.json()]).toEqual([
    403,
    { error: 'Requests from pages of https://evil.example are refused.' },
  ])
  expect(isChanged(simulator)).toBe(true)
})

test.each([
  [{}, 'The control token is missing: send it as "Authorization: Bearer <token>".'],
  [{ authorization: 'Bearer wrong' }, 'The control token is wrong: send it as "Authorization: Bearer <token>".'],
  [{ authorization: 'Basic right' }, 'The control token is missing: send it as "Authorization: Bearer <token>".'],
])('with a token set, %j is refused', async (headers, error) => {
  const simulator = await changedTenant({ controlToken: 'right' })
  const answer = await reset(simulator, headers as Record<string, string>)
  expect([answer.status, answer.headers.get('www-authenticate'), await answer.json()]).toEqual([
    401,
    'Bearer',
    { error },
  ])
  expect(isChanged(simulator)).toBe(true)
})

test('who has the token may act by any name, and iCIMS itself asks for none', async () => {
  const simulator = await changedTenant({ controlToken: 'right' })
  expect((await callIcims(simulator, 'GET', '/people/2')).status).toBe(200)
  expect((await reset(simulator, { authorization: 'Bearer right' }, 'http://sim.internal:4010')).status).toBe(200)
  expect(isChanged(simulator)).toBe(false)
})

test.each(['0.0.0.0', '::', '192.168.1.7', 'sim.internal'])(
  'it does not listen on %s without a token, and says why',
  async (host) => {
    const simulator = await changedTenant()
    await expect(listen(simulator, { host, port: 0 })).rejects.toThrow(
      `other machines reach ${host}, and /_sim steers the tenant: set a control token (--control-token), or listen on 127.0.0.1.`,
    )
  },
)

test('it listens on any address with a token, and the token is asked for there', async () => {
  const simulator = await changedTenant({ controlToken: 'right', strict: false })
  const listening = await listen(simulator, { host: '0.0.0.0', port: 0 })
  open.push(listening)
  const address = listening.baseUrl.replace('0.0.0.0', '127.0.0.1')
  expect((await fetch(`${address}/_sim/health`)).status).toBe(401)
  expect((await fetch(`${address}/_sim/health`, { headers: { authorization: 'Bearer right' } })).status).toBe(200)
})

test('a body needs no content type, and one that is no JSON or too large is a clear line', async () => {
  const simulator = await changedTenant()
  const send = (body: string): Promise<Response> =>
    simulator.fetch(new Request('http://127.0.0.1/_sim/reset', { method: 'POST', body }))
  expect((await send('')).status).toBe(200)
  const large = await send(' '.repeat(21 * 1024 * 1024))
  expect([large.status, await large.json()]).toEqual([413, { error: 'The body is larger than 20 MB.' }])
})
