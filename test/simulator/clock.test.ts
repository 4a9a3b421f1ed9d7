import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createFrozenClock, createRunningClock, type Simulator } from '../../simulator/index.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-clock-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hour = 3_600_000

function ask(simulator: Simulator, method: string, path: string, body?: object): Promise<Response> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  return simulator.fetch(new Request(`http://127.0.0.1/_sim/clock${path}`, { method, ...json }))
}

test('a frozen clock moves when it is told to, by a length of time or to an instant', async () => {
  await using simulator = await createTenant({ people: 3 })
  expect(await bodyOf(ask(simulator, 'GET', ''))).toEqual({ now: '2026-01-15T15:00:00.000Z', mode: 'frozen', speed: 0 })
  expect(await bodyOf(ask(simulator, 'POST', '/advance', { by: '7d' }))).toEqual({
    now: '2026-01-22T15:00:00.000Z',
    mode: 'frozen',
    speed: 0,
  })
  expect((await bodyOf(ask(simulator, 'POST', '/advance', { to: '2026-02-01' }))).now).toBe('2026-02-01T00:00:00.000Z')
})

test('a running clock goes as many times as fast as the machine, and can be stopped and moved on', async () => {
  let wall = Date.UTC(2026, 0, 1)
  const clock = createRunningClock({ at: Date.UTC(2026, 5, 1), speed: 60 }, () => wall)
  await using simulator = await createTenant({ people: 3, clock, wallClock: () => wall })
  wall += 60_000
  expect((await bodyOf(ask(simulator, 'GET', ''))).now).toBe('2026-06-01T01:00:00.000Z')
  expect((await bodyOf(ask(simulator, 'POST', '/advance', { by: '1d' }))).now).toBe('2026-06-02T01:00:00.000Z')
  wall += 60_000
  expect(await bodyOf(ask(simulator, 'POST', '/freeze'))).toMatchObject({ now: '2026-06-02T02:00:00.000Z', speed: 0 })
  wall += 60_000
  expect(await bodyOf(ask(simulator, 'POST', '/run', { speed: '2x' }))).toMatchObject({
    now: '2026-06-02T02:00:00.000Z',
    mode: 'running',
    speed: 2,
  })
  wall += 60_000
  expect((await bodyOf(ask(simulator, 'GET', ''))).now).toBe('2026-06-02T02:02:00.000Z')
})

test.each([
  [
    { to: '2026-01-15T14:59:59Z' },
    /^The clock cannot be set back from 2026-01-15T15:00:00.000Z to 2026-01-15T14:59:59/,
  ],
  [{ by: '-1d' }, /^"-1d" is no length of time/],
  [{ by: 'soon' }, /^"soon" is no length of time/],
  [{ to: 'tomorrow' }, /^"tomorrow" is no instant/],
  [{}, /^Say how far with "by", or until when with "to".$/],
  [{ by: '1d', to: '2027-01-01' }, /^Say how far with "by", or until when with "to".$/],
  [{ by: 7 }, /^by: /],
])('advancing by %j is refused in one line, and the time stays', async (body, message) => {
  await using simulator = await createTenant({ people: 3 })
  const { changes } = simulator.tenant.store
  const answer = await ask(simulator, 'POST', '/advance', body)
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as { error: string }).error).toMatch(message)
  expect(simulator.tenant.clock.now()).toBe(Date.UTC(2026, 0, 15, 15))
  expect(simulator.tenant.store.changes).toBe(changes)
})

test.each([[{ speed: 0 }], [{ speed: -1 }], [{ speed: 'fast' }]])('a speed of %j is refused', async (body) => {
  await using simulator = await createTenant({ people: 3 })
  expect((await ask(simulator, 'POST', '/run', body)).status).toBe(400)
  expect(simulator.tenant.clock.state().mode).toBe('frozen')
})

test('everything a client sees follows it: quota, its reset, dates, tokens', async () => {
  await using simulator = await createTenant({ people: 3 })
  const limits = async (): Promise<(string | null)[]> => {
    const { headers } = await callIcims(simulator, 'GET', '/people/1')
    return [headers.get('x-ratelimit-remaining'), headers.get('x-ratelimit-reset')]
  }
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'icims-client',
    client_secret: 'icims-secret',
    audience: 'https://api.icims.com/v1/',
  })
  const login = new Request('https://login.icims.com/oauth/token', { method: 'POST', body })
  const { access_token: token } = await bodyOf(simulator.fetch(login))
  const withToken = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` }
    const address = 'https://api.icims.com/customers/1234/people/1'
    return (await simulator.fetch(new Request(address, { headers }))).status
  }
  expect(await limits()).toEqual(['9999', String(9 * 3_600)])
  simulator.advance('8h59m')
  expect(await limits()).toEqual(['9998', '60'])
  simulator.advance('2m')
  expect(await limits()).toEqual(['9999', String(24 * 3_600 - 60)])
  expect(await withToken()).toBe(200)
  simulator.advance('15h')
  expect(await withToken()).toBe(401)
  await callIcims(simulator, 'PATCH', '/people/1', { lastname: 'Later' })
  expect((await bodyOf(callIcims(simulator, 'GET', '/people/1?fields=updateddate'))).updateddate).toBe(
    '2026-01-16 03:01 PM',
  )
})

test('a tenant in a file goes on with its time; one that would set it back is refused', async () => {
  const data = join(folder, 'tenant.db')
  const open = (clock?: ReturnType<typeof createFrozenClock>): Promise<Simulator> =>
    createTenant({ people: 3, data, cache: false, ...(clock && { clock }) })
  {
    await using simulator = await open()
    simulator.advance('3d')
  }
  {
    await using simulator = await open()
    expect(simulator.tenant.clock.now()).toBe(Date.UTC(2026, 0, 18, 15))
    simulator.setClock({ speed: 1 })
    simulator.setClock('frozen')
  }
  await expect(open(createFrozenClock(Date.UTC(2026, 0, 17)))).rejects.toThrow(
    /^The clock cannot be set back from 2026-01-18T15:00:00\.\d+Z, where the data stand, to 2026-01-17T00:00:00\.000Z\.$/,
  )
  await using simulator = await open(createFrozenClock(Date.UTC(2026, 0, 19)))
  expect(simulator.tenant.clock.now()).toBe(Date.UTC(2026, 0, 19))
})

test('a running clock runs on while its file is closed', async () => {
  const data = join(folder, 'running.db')
  let wall = Date.UTC(2026, 0, 1)
  const wallClock = (): number => wall
  {
    const clock = createRunningClock({ at: Date.UTC(2026, 5, 1), speed: 2 }, wallClock)
    await using simulator = await createTenant({ people: 3, data, cache: false, wallClock, clock })
    expect(simulator.tenant.clock.now()).toBe(Date.UTC(2026, 5, 1))
  }
  wall += hour
  await using simulator = await createTenant({ people: 3, data, cache: false, wallClock })
  expect(simulator.tenant.clock.now()).toBe(Date.UTC(2026, 5, 1, 2))
})
