import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Simulator } from '../../../simulator/index.ts'
import { bodyOf, createTenant } from '../../tenant.ts'

type Told = { number: number; at: string; kind: string; text: string; person?: number; job?: number; by?: number }
type Answer = { last: number; live: boolean; events: Told[] }

let simulator: Simulator
beforeAll(async () => {
  simulator = await createTenant({ people: 60, life: true })
  await post('/clock/advance', { by: '20d' })
})
afterAll(() => simulator.close())

const read = async (query = ''): Promise<Answer> => bodyOf(ask(`/life${query}`))
const post = (path: string, body: object): Promise<Response> =>
  ask(path, { method: 'POST', body: JSON.stringify(body) })
const ask = (path: string, init: RequestInit = {}, one: Simulator = simulator): Promise<Response> =>
  one.fetch(new Request(`http://127.0.0.1:4010/_sim${path}`, init))

test('the log holds the newest events, the oldest of them first', async () => {
  const { last, live, events } = await read()
  expect([events.length, events.at(-1)!.number, live]).toEqual([Math.min(100, last), last, false])
  expect(events[0]).toMatchObject({
    number: last - events.length + 1,
    at: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    kind: expect.any(String),
    text: expect.any(String),
  })
})

test('it is read on from a number, a page at a time, without a gap', async () => {
  const all = (await read('?limit=10000')).events
  const pages: Told[] = []
  for (;;) {
    const { events } = await read(`?after=${pages.at(-1)?.number ?? 0}&limit=7`)
    if (events.length === 0) break
    pages.push(...events)
  }
  expect(pages).toEqual(all)
})

test('it is read by kind, by person, by job, by who did it, and from an instant', async () => {
  const { events } = await read('?limit=10000')
  const [one] = events.filter(({ kind, by }) => kind === 'moved' && by !== undefined)
  const { person, job, by, at } = one!
  expect((await read('?limit=10000&kind=moved')).events).toEqual(events.filter(({ kind }) => kind === 'moved'))
  expect((await read(`?limit=10000&person=${person}`)).events).toEqual(events.filter((e) => e.person === person))
  expect((await read(`?limit=10000&job=${job}`)).events).toEqual(events.filter((e) => e.job === job))
  expect((await read(`?limit=10000&by=${by}`)).events).toEqual(events.filter((e) => e.by === by))
  expect((await read(`?limit=10000&since=${at}`)).events).toEqual(events.filter((e) => e.at >= at))
})

test.each([
  ['?limit=0', /^limit: /],
  ['?after=soon', /^after: /],
  ['?since=soon', /^"soon" is no instant/],
])('/life%s is refused', async (query, error) => {
  const answer = await ask(`/life${query}`)
  expect([answer.status, await answer.json()]).toEqual([400, { error: expect.stringMatching(error) }])
})

test('it goes with forks, snapshots and resets', async () => {
  const before = await read()
  const fork = simulator.fork()
  const told = (one: Simulator): Promise<Answer> => bodyOf(ask('/life', {}, one))
  expect(await told(fork)).toEqual(before)
  fork.snapshot('now')
  fork.advance('5d')
  expect((await told(fork)).last).toBeGreaterThan(before.last)
  expect(await read()).toEqual(before)
  fork.restore('now')
  expect(await told(fork)).toEqual(before)
  fork.remove()
})

test('a tenant without life has an empty log, and its clock cannot be lived by', async () => {
  await using still = await createTenant({ people: 3 })
  expect(await bodyOf(ask('/life', {}, still))).toEqual({ last: 0, live: false, events: [] })
  const { changes } = still.tenant.store
  const clock = still.tenant.clock.state()
  const answer = await ask('/clock/run', { method: 'POST', body: '{"speed":60,"live":true}' }, still)
  expect([answer.status, await answer.json()]).toEqual([
    409,
    { error: expect.stringMatching(/^This tenant was made without life\./) },
  ])
  expect([still.tenant.store.changes, still.tenant.clock.state()]).toEqual([changes, clock])
})

test('time can be moved without anybody doing anything', async () => {
  await using one = await createTenant({ people: 24, life: true })
  const before = one.tenant.store.digest()
  expect((await ask('/clock/advance', { method: 'POST', body: '{"by":"9d","still":true}' }, one)).status).toBe(200)
  expect(one.tenant.store.digest()).toBe(before)
})
