import { expect, test } from 'vitest'
import { createPair } from '../../pair.ts'

test('while a sync runs, every call is told of it, whatever type it asks for, and starts no other', async () => {
  await using pair = await createPair({ simulator: { people: 12 } })
  const { connector, integrationId } = pair
  await connector.sync(integrationId)
  const force = (type: string) =>
    pair.api('/force-sync', {
      method: 'POST',
      body: JSON.stringify({ type }),
      headers: { 'content-type': 'application/json' },
    })
  const types = ['DELTA', 'FULL', 'DELTA', 'FULL', 'FULL']
  const answers = (await Promise.all(types.map(force))).map(({ body }) => body.data)
  const first = answers.filter(({ already_queued }) => !already_queued)
  expect(first).toEqual([{ already_queued: false, sync_id: `${integrationId}-2`, type: 'DELTA' }])
  for (const answer of answers.slice(1)) expect(answer).toEqual({ ...first[0], already_queued: true })
  expect(await connector.sync(integrationId)).toMatchObject({ runId: `${integrationId}-2`, type: 'DELTA' })
  // Once it has ended, a full one can be asked for.
  expect((await force('FULL')).body.data).toEqual({
    already_queued: false,
    sync_id: `${integrationId}-3`,
    type: 'FULL',
  })
  await connector.sync(integrationId)
})
