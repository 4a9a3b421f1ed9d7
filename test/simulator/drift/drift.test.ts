import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createAnswerCheck } from '../../../simulator/check.ts'
import { diffShapes } from '../../../simulator/drift/diff.ts'
import { createRecorder } from '../../../simulator/drift/recorder.ts'
import { readShapes, type ShapesFile, writeShapes } from '../../../simulator/drift/shapes-file.ts'
import type { Simulator, SimulatorOptions } from '../../../simulator/index.ts'
import { asFetch, callIcims, createTenant } from '../../tenant.ts'

const folder = mkdtempSync(join(tmpdir(), 'icims-drift-'))
afterAll(() => rmSync(folder, { recursive: true }))
const check = createAnswerCheck()
const remake = (
  switches: SimulatorOptions['switches'], // The document does not share every reading that a switch stands for.
) => createTenant({ people: 24, ...(switches && { switches, onUnfit: () => {} }) })

/** Records calls made through the proxy to an upstream: another simulator, in another skin. */
async function record(
  upstream: Simulator,
  calls: readonly (readonly [string, string, unknown?])[],
  change = (response: Response) => response,
) {
  const unknown: string[] = []
  const recorder = createRecorder({
    upstream: 'https://api.icims.com',
    check,
    fetch: asFetch(async (request) => change(await upstream.fetch(request))),
    onExchange: (exchange) => void ('unknown' in exchange && unknown.push(exchange.unknown)),
  })
  const through = { ...upstream, fetch: recorder.answer }
  for (const [method, path, body] of calls) await callIcims(through, method, path, body)
  return { exchanges: recorder.exchanges(), unknown }
}

const search = { filters: [{ name: 'person.lastname', value: ['Secretname'] }] }
const pair = { baseprofile: 1001, associatedprofile: 3 }

test('a recording keeps names, types, statuses and headers, and no value', async () => {
  await using upstream = await createTenant({ people: 24 })
  const { exchanges, unknown } = await record(upstream, [
    ['GET', '/people/3?fields=email,phones'],
    ['GET', '/people/4?fields=phones,email'],
    ['POST', '/search/people', search],
    ['PATCH', '/people/3', { firstname: 'Secretname' }],
    ['GET', '/people/99999'],
    ['GET', '/peple/7'],
  ])
  expect(exchanges.map(({ operation, status, seen }) => [operation, status, seen])).toEqual([
    ['getPerson', 200, 2],
    ['searchPeople', 200, 1],
    ['updatePerson', 204, 1],
    ['getPerson', 404, 1],
  ])
  expect(exchanges[0]).toMatchObject({
    fields: ['email', 'phones'],
    unfit: [],
    contentType: 'application/json;charset=utf-8',
  })
  expect(exchanges[0]!.headers).toContain('x-ratelimit-remaining')
  expect(exchanges[1]).toMatchObject({ filters: [{ name: 'person.lastname', operator: '=' }] })
  expect(exchanges[2]).toMatchObject({ body: { keys: { firstname: 'string' } } })
  expect(unknown).toEqual(['GET /customers/…/peple/…'])
  const text = JSON.stringify(exchanges)
  for (const secret of ['Secretname', 'api-password', 'example.', '555-01', '1234']) expect(text).not.toContain(secret)
})

test('a simulator does not differ from one like it', async () => {
  await using upstream = await createTenant({ people: 24, preset: 'enterprise' })
  const { exchanges } = await record(upstream, [
    ['GET', '/people/3'],
    ['GET', '/jobs/1001?fields=joblocation,minimumsalary'],
    ['POST', '/search/people', search],
    ['POST', '/people', { firstname: 'A', lastname: 'B', email: 'a@example.com', folder: { id: 'D32007' } }],
    ['PATCH', '/applicantworkflows/10001', { status: { id: 'C61010' } }],
    ['GET', '/jobs/99999'],
    ['GET', '/people/3/fields/phones/1'],
  ])
  expect(await diffShapes(exchanges, remake, check)).toEqual([])
})

test('what the upstream does otherwise is told, with the switch that would bring the two together', async () => {
  await using upstream = await createTenant({
    people: 24,
    switches: { searchErrorStatus: 200, deleteWorkflow: 'allow' },
    // The document does not share these readings.
    onUnfit: () => {},
  })
  const { exchanges } = await record(upstream, [
    ['POST', '/search/people', { filters: [{ name: 'person.nonsense', value: [] }] }],
    ['DELETE', '/applicantworkflows/10001'],
    ['POST', '/applicantworkflows', pair],
  ])
  expect(await diffShapes(exchanges, remake, check)).toEqual([
    {
      operation: 'searchPeople',
      recorded: 200,
      part: 'status',
      what: '200 was recorded, the simulator answers 400',
      switch: 'searchErrorStatus=200',
    },
    {
      operation: 'searchPeople',
      recorded: 200,
      part: 'document',
      what: "the body must have required property 'searchResults'",
      switch: 'searchErrorStatus=200',
    },
    {
      operation: 'deleteApplicantWorkflow',
      recorded: 204,
      part: 'status',
      what: '204 was recorded, the simulator answers 403',
      switch: 'deleteWorkflow=allow',
    },
  ])
})

test('a header, a type and a document that do not fit are told', async () => {
  await using upstream = await createTenant({ people: 24 })
  const change = (response: Response): Response => {
    const headers = new Headers(response.headers)
    headers.delete('x-transaction')
    headers.set('x-new', '1')
    return Response.json(
      { searchResults: [{ self: 'x', id: '5' }] },
      { headers: { ...Object.fromEntries(headers), 'content-type': 'application/json;charset=UTF-8' } },
    )
  }
  const { exchanges } = await record(upstream, [['POST', '/search/people', search]], change)
  const found = await diffShapes(exchanges, remake, check)
  expect(found.map(({ part, what }) => `${part}: ${what}`)).toEqual([
    'headers: x-new was recorded, the simulator does not send it',
    'headers: the simulator sends x-transaction, which was not recorded',
    'document: /searchResults/0/id must be integer',
  ])
})

test('an upstream that is down is told in one line, and nothing is recorded', async () => {
  const recorder = createRecorder({
    upstream: 'https://api.icims.com',
    check,
    fetch: async () => {
      throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
    },
    onExchange: () => {},
  })
  const answer = await recorder.answer(new Request('http://127.0.0.1/customers/1/people/1'))
  expect(answer.status).toBe(502)
  expect(await answer.json()).toEqual({ error: 'https://api.icims.com did not answer: ECONNREFUSED.' })
  expect(recorder.exchanges()).toEqual([])
})

test('a file of shapes is written whole and read back; a damaged one is refused in one line', async () => {
  const file = join(folder, 'shapes.json')
  await using upstream = await createTenant({ people: 24 })
  const { exchanges } = await record(upstream, [['GET', '/people/3']])
  const shapes: ShapesFile = { format: 'icims-shapes', version: 1, recordedOn: '2026-01-15', exchanges }
  writeShapes(file, shapes)
  expect(readShapes(file)).toEqual(shapes)
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))
  expect(() => readShapes(file)).toThrow(/shapes\.json is no JSON: .* Record it again\.$/)
  writeFileSync(file, '{"format":"icims-shapes","version":2}')
  expect(() => readShapes(file)).toThrow(/is no file of shapes: version: /)
  expect(() => readShapes(join(folder, 'none.json'))).toThrow(/cannot read .*ENOENT/)
})
