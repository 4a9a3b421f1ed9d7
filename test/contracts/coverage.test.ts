import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sentCodes } from '../../connector/api/errors.ts'
import { icimsEventTypes } from '../../connector/events/icims-event.ts'
import { describedOperations } from '../../contracts/provider/unified-document.ts'
import { matchRoute } from '../../simulator/routes.ts'
import { operationsOfClient } from './connector-requests.ts'

type Interaction = {
  description: string
  request: { method: string; path: string }
  response: { status: number; headers?: Record<string, unknown>; body?: { content?: { error?: { code?: string } } } }
}

function interactionsOf(name: string): Interaction[] {
  const file = new URL(`../../contracts/pacts/${name}.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { interactions: Interaction[] }).interactions
}

/** What the official SDK can call, as `GET /v1/ats/jobs`, by the templates that its functions are generated with. */
function drivenBySdk(): Set<string> {
  const folder = new URL('./funcs/', import.meta.resolve('@kombo-api/sdk'))
  const sources = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const calls = sources.flatMap((name) => {
    const source = readFileSync(fileURLToPath(new URL(name, folder)), 'utf8')
    const path = /pathToFunc\(\s*"([^"]+)"/.exec(source)?.[1]
    const method = /\bmethod: "([A-Z]+)"/.exec(source)?.[1]
    return path === undefined || method === undefined ? [] : `${method} /v1${path}`
  })
  expect(calls.length).toBeGreaterThan(50)
  return new Set(calls)
}

/** Codes of errors that no contract has, and why. */
const codesWithout: Readonly<Record<string, string>> = {
  'PLATFORM.TASK_TIMED_OUT': 'a call that is passed through has a minute of real time',
}

test('every operation of the unified API that the official SDK can call is in its contract', () => {
  const driven = drivenBySdk()
  const interactions = interactionsOf('app-unified-api')
  const shared = describedOperations().filter(({ method, template }) => driven.has(`${method} ${template}`))
  expect(shared.length).toBeGreaterThan(35)
  const missing = shared.filter(({ method, path, answers }) => {
    const found = interactions.filter(({ request }) => request.method === method && path.test(request.path))
    // What the document knows no success of can only be refused.
    const succeeds = (one: Interaction): boolean => one.response.status < 300 || !answers.has('200')
    return !found.some(succeeds)
  })
  expect(missing.map(({ method, template }) => `${method} ${template}`)).toEqual([])
})

test('every code of an error that the unified API sends is in its contract', () => {
  const seen = interactionsOf('app-unified-api').map(({ response }) => response.body?.content?.error?.code)
  const missing = Object.keys(sentCodes).filter((code) => !seen.includes(code) && codesWithout[code] === undefined)
  expect(missing).toEqual([])
  expect(Object.keys(codesWithout).filter((code) => seen.includes(code))).toEqual([])
})

test("every operation of iCIMS that the connector's client has a call for is in its contract, done and not only refused", () => {
  const done = interactionsOf('icims-connector-icims-api').filter(({ response }) => response.status < 300)
  const contracted = new Set(done.map(({ request }) => matchRoute(request.method, request.path)?.operation.operationId))
  const called = operationsOfClient()
  expect(called.size).toBeGreaterThan(20)
  expect([...called].filter((id) => !contracted.has(id))).toEqual([])
})

/** What may go wrong, as the contract has it. */
const failures: Readonly<Record<string, (one: Interaction) => boolean>> = {
  'refused credentials': ({ response }) => response.status === 401,
  'nothing there': ({ response }) => response.status === 404,
  'too many calls, with how long to wait': ({ response }) =>
    response.status === 429 && 'retry-after' in (response.headers ?? {}),
  'a server that fails': ({ response }) => response.status >= 500,
  'an answer that is none': ({ description }) => /ends in the middle|a proxy answers/.test(description),
}
const kinds: Readonly<Record<string, (one: Interaction) => boolean>> = {
  reading: ({ request }) => request.method === 'GET',
  searching: ({ request }) => request.path.includes('/search/'),
  writing: ({ request }) => request.method !== 'GET' && /\/customers\/\d+\/(?!search\/)/.test(request.path),
}

test.each(Object.keys(failures).flatMap((failure) => Object.keys(kinds).map((kind) => [failure, kind] as const)))(
  'the contract with iCIMS has %s when %s',
  (failure, kind) => {
    const found = interactionsOf('icims-connector-icims-api').filter(
      (one) => kinds[kind]!(one) && failures[failure]!(one),
    )
    expect(found.length).toBeGreaterThan(0)
  },
)

test('every type of event that the connector takes is in its contract', () => {
  const file = new URL('../../contracts/pacts/icims-connector-icims-events.json', import.meta.url)
  type Told = { contents: { content: { eventType: string } } }
  const { interactions } = JSON.parse(readFileSync(file, 'utf8')) as { interactions: Told[] }
  const told = new Set(interactions.map(({ contents }) => contents.content.eventType))
  expect(icimsEventTypes.filter((type) => !told.has(type))).toEqual([])
})
