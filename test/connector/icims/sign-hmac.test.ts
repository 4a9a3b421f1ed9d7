import { expect, test } from 'vitest'
import { systemClock } from '../../../connector/clock.ts'
import { createPair } from '../../pair.ts'

test('a user with an HMAC key signs reads, searches with a body, and calls with a query', async () => {
  // Signatures carry the date of the wall clock.
  await using pair = await createPair({ simulator: { people: 3 }, connector: { clock: systemClock } })
  const { username, hmacKey: key } = pair.simulator.coordinates.users[1]!
  await pair.connector.administration.rotateCredentials(pair.integrationId, { type: 'hmac', username, key })
  const found = []
  for await (const { state } of pair.connector.check(pair.integrationId)) found.push(state)
  expect(found).not.toContain('FAILED')
  expect((await pair.connector.integrations())[0]!.account).toBe(`hmac ${username}`)
  const body = JSON.stringify({ method: 'PATCH', path: '/people/1', data: { firstname: 'Zoë' }, params: { a: 'b c' } })
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  const changed = await pair.api('/passthrough/icims/default', init)
  expect(changed.body.data.status).toBeLessThan(300)
  await pair.connector.administration.rotateCredentials(pair.integrationId, { type: 'hmac', username, key: `${key}x` })
  const refused = await pair.api('/passthrough/icims/default', { ...init, body: '{"method":"GET","path":"/people/1"}' })
  expect(refused.body.data.status).toBe(401)
})
