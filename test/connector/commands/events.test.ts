import { expect, test } from 'vitest'
import { createConnector } from '../../connector.ts'
import { runConnector } from './command-line.ts'
import { keepIntegration } from './kept-integration.ts'

const kept = keepIntegration()
const { database } = kept
const run = (...args: string[]) => runConnector(args, { ICIMS_CONNECTOR_DATABASE: database })
const given = (secret: string, ...args: string[]) =>
  runConnector(args, { ICIMS_CONNECTOR_DATABASE: database, ICIMS_CONNECTOR_EVENT_SECRET: secret })

/** Sends an event with Basic to what serves the database. */
async function post(name: string, password: string): Promise<number> {
  await using connector = await createConnector({ database })
  const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
  const body = JSON.stringify({ eventType: 'RemoteLoginEvent', customerId: '1234', systemId: '71' })
  const headers = { authorization, 'content-type': 'application/json' }
  const url = `http://127.0.0.1/icims/events/${kept.id}`
  return (await connector.fetch(new Request(url, { method: 'POST', headers, body }))).status
}

test('accept prints what opens, log shows what came, and refuse closes', async () => {
  expect((await run('events', 'log')).stdout).toBe('No event came yet.\n')
  const accepted = await run('events', 'accept', `icims:${kept.id}`, '--type', 'basic', '--json')
  const { path, type, name, secret } = JSON.parse(accepted.stdout)
  expect([path, type]).toEqual([`/icims/events/${kept.id}`, 'basic'])
  expect([await post(name, secret), await post(name, 'wrong')]).toEqual([200, 401])
  const logged = await run('events', 'log')
  expect(logged.stdout).toMatch(/RemoteLoginEvent +people\/71 +waiting/)
  expect(logged.stdout).not.toContain(secret)
  expect(JSON.parse((await run('events', 'log', '--json')).stdout)).toHaveLength(1)
  expect((await run('events', 'refuse', kept.id)).stdout).toBe(`${kept.id} takes no events any more.\n`)
  expect(await post(name, secret)).toBe(401)
})

test('accept shows a new secret once in words, and never one that was given', async () => {
  const made = await run('events', 'accept', kept.id, '--type', 'oauth')
  expect(made.stdout).toMatch(
    /token +\/icims\/events\/\w+\/token\n +client id +\S+\n +secret +\S+ +\(shown this once\)/,
  )
  const own = await given('my own secret of events', 'events', 'accept', kept.id)
  expect([own.code, own.stdout.includes('my own secret')]).toEqual([0, false])
  expect(own.stdout).toMatch(/^Enter in iCIMS, under Event Notifications/)
})

test.each([
  ['a short secret', () => given('short', 'events', 'accept', kept.id), /16 characters or more/],
  ['nobody', () => run('events', 'accept', '1'.repeat(24)), /integration/],
  ['a way to sign in that is none', () => run('events', 'accept', kept.id, '--type', 'saml'), /hmac, basic, oauth/],
])('%s is refused in one line', async (_, ask, reason) => {
  const { code, stdout, stderr } = await ask()
  expect([code === 0, stdout]).toEqual([false, ''])
  expect(stderr).toMatch(reason)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
