import { expect, test } from 'vitest'
import { createPace, type Turn } from '../../../connector/icims/pace.ts'

/** A server that answers each call after `latency` milliseconds of a clock that moves from event to event. */
function createServer(highest: number) {
  let now = 0
  const events: { at: number; run: () => void }[] = []
  const clock = {
    now: () => new Date(now),
    sleep: (milliseconds: number) =>
      new Promise<void>((resolve) => events.push({ at: now + milliseconds, run: resolve })),
  }
  const pace = createPace(highest, clock)
  let running = 0
  let most = 0
  const server = {
    pace,
    latency: (_running: number): number => 100,
    /** Whether a call is turned away, and how long everybody is asked to wait. */
    refuses: (_running: number): { hold?: number } | undefined => undefined,
    /** Makes so many calls as the pace lets out, and says when the last was answered and how many were under way at most. */
    async calls(count: number): Promise<{ took: number; most: number; refused: number }> {
      const began = now
      most = 0
      let refused = 0
      let left = count
      const one = async (): Promise<void> => {
        const turn: Turn = await pace.take(false)
        running += 1
        most = Math.max(most, running)
        const refusal = server.refuses(running)
        await clock.sleep(server.latency(running))
        running -= 1
        left -= 1
        if (refusal !== undefined) refused += 1
        turn.end(refusal === undefined ? 'answered' : 'refused', refusal?.hold)
      }
      for (let i = 0; i < count; i++) void one()
      while (left > 0) {
        await new Promise((resolve) => setImmediate(resolve))
        const next = events.toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined) continue
        events.splice(events.indexOf(next), 1)
        now = next.at
        next.run()
      }
      return { took: now - began, most, refused }
    },
  }
  return server
}

test('a pace starts low, rises by one a round, and stops at its cap', async () => {
  const server = createServer(16)
  expect(server.pace.limit).toBe(2)
  expect((await server.calls(8)).most).toBe(3)
  await server.calls(200)
  expect(server.pace.limit).toBe(16)
  expect((await server.calls(100)).most).toBe(16)
})

test('calls that come one by one do not raise what nobody has tried', async () => {
  const server = createServer(16)
  for (let i = 0; i < 100; i++) await server.calls(1)
  expect(server.pace.limit).toBeLessThanOrEqual(3)
})

test('a storm of refusals halves the pace once a round, down to one call at a time, and it comes back', async () => {
  const server = createServer(16)
  await server.calls(200)
  server.refuses = () => ({})
  await server.calls(16)
  expect(server.pace.limit).toBe(8)
  const storm = await server.calls(40)
  expect(server.pace.limit).toBe(1)
  expect(storm.most).toBe(8)
  server.refuses = () => undefined
  await server.calls(200)
  expect(server.pace.limit).toBe(16)
})

test('a server that takes four at a time is found out, and hardly asked for more', async () => {
  const server = createServer(16)
  server.refuses = (running) => (running > 4 ? {} : undefined)
  await server.calls(200)
  const { refused, most } = await server.calls(1_000)
  expect(most).toBe(5)
  expect(refused / 1_000).toBeLessThan(0.1)
})

test('nobody calls before the time the server asks for is over', async () => {
  const server = createServer(16)
  await server.calls(200)
  server.refuses = () => ({ hold: 30_000 })
  await server.calls(1)
  server.refuses = () => undefined
  const { took } = await server.calls(10)
  expect(took).toBeGreaterThanOrEqual(30_000)
  expect(took).toBeLessThan(31_000)
})

test('a server that answers slower and slower is asked less and less, and never left', async () => {
  const server = createServer(16)
  await server.calls(200)
  let slower = 100
  server.latency = () => {
    slower = Math.min(slower * 1.02, 5_000)
    return slower
  }
  await server.calls(300)
  expect(server.pace.limit).toBeLessThanOrEqual(3)
  expect(server.pace.limit).toBeGreaterThanOrEqual(1)
  server.latency = () => 100
  await server.calls(400)
  expect(server.pace.limit).toBe(16)
})

test('a server whose time grows with what it is asked is not crowded', async () => {
  const server = createServer(32)
  // Ten at a time take as long as one; each one more takes as much again.
  server.latency = (running) => 200 * Math.max(1, running - 9)
  await server.calls(300)
  const { most } = await server.calls(1_000)
  expect(most).toBeLessThanOrEqual(14)
  expect(most).toBeGreaterThanOrEqual(8)
})

test('what is urgent goes before what waits', async () => {
  const pace = createPace(1, { now: () => new Date(0), sleep: async () => {} })
  const order: string[] = []
  const take = (name: string, isUrgent: boolean) =>
    pace.take(isUrgent).then((turn) => {
      order.push(name)
      turn.end('answered')
    })
  const first = await pace.take(false)
  const rest = [take('read', false), take('search', true)]
  first.end('answered')
  await Promise.all(rest)
  expect(order).toEqual(['search', 'read'])
})

test('an abort ends the waiting, and gives no turn away', async () => {
  const stop = new AbortController()
  const pace = createPace(1, { now: () => new Date(0), sleep: async () => {} }, stop.signal)
  const turn = await pace.take(false)
  const waiting = pace.take(false)
  stop.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  turn.end('answered')
  await expect(pace.take(false)).rejects.toThrow('enough')
})
