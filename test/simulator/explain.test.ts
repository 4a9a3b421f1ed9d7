import { expect, test } from 'vitest'
import { errorBeliefs } from '../../openapi/document.ts'
import { errorCodes } from '../../simulator/errors.ts'
import { listen } from '../../simulator/server.ts'
import { createRunner, type Ran } from '../command-line.ts'
import { bodyOf, callIcims, createTenant } from '../tenant.ts'

const run = createRunner('simulator/commands/program.ts')

function explain(...args: string[]): Promise<Ran> {
  return run(['explain', ...args])
}

test('every error code the simulator answers has its belief written down', () => {
  expect(errorBeliefs.map(({ code }) => code).sort((a, b) => a - b)).toEqual(
    Object.values(errorCodes).sort((a, b) => a - b),
  )
})

test('an exchange is explained: what was hidden, the evidence of the operation, of its errors, and the switch', async () => {
  await using simulator = await createTenant({ preset: 'locked-down', people: 24 })
  await callIcims(simulator, 'GET', '/people/4')
  await callIcims(simulator, 'POST', '/search/people', { filters: [{ name: 'person.firstnam', value: ['a'] }] })
  await callIcims(simulator, 'GET', '/people/4?fields=emial')
  const read = (id: number) => bodyOf(simulator.fetch(new Request(`http://127.0.0.1/_sim/journal/${id}`)))
  const hidden = await read(1)
  expect(hidden.explanation).toMatchObject({
    operation: { operationId: 'getPerson', evidence: { level: 'client' } },
    errors: [],
  })
  expect(hidden.entry.notes.map(({ subject }: { subject: string }) => subject)).toContain('email')
  const refused = await read(2)
  expect(refused.entry.codes).toEqual([5])
  expect(refused.explanation).toMatchObject({
    switch: { name: 'searchErrorStatus', value: 400 },
    errors: [{ code: 5, level: 'infer' }],
  })
  expect(refused.entry.notes[0]).toEqual({
    kind: 'unknown-filter',
    subject: 'person.firstnam',
    reason: 'A search of this type has no such filter. The nearest is person.firstname.',
  })
  const unread = await read(3)
  expect(unread.entry.notes).toContainEqual({
    kind: 'unread-field',
    subject: 'emial',
    reason: 'There is no such field. The nearest is email.',
  })
  const missing = await simulator.fetch(new Request('http://127.0.0.1/_sim/journal/99'))
  expect(missing.status).toBe(404)
})

test('the command explains the last exchange of a running simulator, or the one named', async () => {
  await using simulator = await createTenant({ preset: 'locked-down', people: 24 })
  const server = await listen(simulator, { host: '127.0.0.1', port: 0 })
  await callIcims(simulator, 'GET', '/people/99')
  await callIcims(simulator, 'GET', '/people/4')
  const last = await explain('--url', server.baseUrl)
  expect(last.stdout).toContain('2  2026-01-15T15:00:00.000Z  GET /customers/1234/people/4')
  expect(last.stdout).toContain('hidden-field email: This field is hidden from the login group Integration User.')
  const first = await explain('1', '--url', server.baseUrl)
  expect(first.stdout).toContain("error code 2 (404): There is no such resource. Known from iCIMS's own pages (D13).")
  expect(first.stdout).toContain('Nothing was kept from the client.')
  expect(JSON.parse((await explain('1', '--json', '--url', server.baseUrl)).stdout).entry.id).toBe(1)
  expect(await explain('7', '--url', server.baseUrl)).toMatchObject({ code: 2, stderr: /The exchange 7 is not kept/ })
  await server.close()
  expect(await explain('--url', server.baseUrl)).toMatchObject({
    code: 2,
    stderr: /no simulator answers at .*ECONNREFUSED/,
  })
})
