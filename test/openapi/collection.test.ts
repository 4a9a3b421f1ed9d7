import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operations } from '../../openapi/document.ts'
import { createFrozenClock, type Simulator } from '../../simulator/index.ts'
import { createTenant } from '../tenant.ts'

/** One request of the collection, read as an HTTP client in an editor reads it. */
type Request = {
  name: string
  note: string
  method: string
  url: string
  headers: Record<string, string>
  body: string
}

const file = readFileSync(new URL('../../openapi/icims.http', import.meta.url), 'utf8')
const [head, ...parts] = file.split(/^### .*\n/m)
const variables = Object.fromEntries([...head!.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name, value]) => [name, value]))
const requests = parts.map(read)

function read(part: string): Request {
  const [top, ...rest] = part.trim().split('\n\n')
  const lines = top!.split('\n')
  const [comments, [first, ...headers]] = [
    lines.filter((line) => line.startsWith('#')),
    lines.filter((line) => !line.startsWith('#')),
  ]
  const [method, url, ...others] = first!.split(' ')
  expect(others, first).toEqual([])
  return {
    name: comments.find((line) => line.startsWith('# @name '))!.slice(8),
    note: comments.filter((line) => !line.startsWith('# @name ')).join('\n'),
    method: method!,
    url: url!,
    headers: Object.fromEntries(headers.map((line) => line.split(': ') as [string, string])),
    body: rest.join('\n\n'),
  }
}

/** Sends a request to a tenant, with its variables for those of the file. */
function send(simulator: Simulator, { method, url, headers, body }: Request): Promise<Response> {
  const { customerId, users } = simulator.coordinates
  const { username, password, clientId, clientSecret } = users[0]!
  const own: Record<string, string> = { ...variables, customerId: String(customerId), username, password }
  const fill = (text: string): string =>
    text
      .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => own[name] ?? `no variable ${name}`)
      .replace(/^Basic (\S+) (\S+)$/, (_, user: string, secret: string) => `Basic ${btoa(`${user}:${secret}`)}`)
  const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]))
  const sent = body.replace('icims-client', clientId).replace('icims-secret', clientSecret)
  return simulator.fetch(new Request(fill(url), { method, headers: filled, ...(body !== '' && { body: sent }) }))
}

test('the collection has one request per operation, under its name and in the order of the document', () => {
  expect(requests.map(({ name }) => name)).toEqual(operations.map(({ operationId }) => operationId))
  for (const { name, method } of requests) {
    expect(method).toBe(operations.find(({ operationId }) => operationId === name)!.method)
  }
  expect(variables).toMatchObject({ baseUrl: 'http://127.0.0.1:4010', customerId: '1234', username: 'api-user' })
})

test('every GET of it is answered by the seeded tenant, whatever the day', async () => {
  const gets = requests.filter(({ method }) => method === 'GET')
  expect(gets.length).toBeGreaterThan(60)
  for (const day of ['2026-01-15', '2027-08-31']) {
    await using simulator = await createTenant({ clock: createFrozenClock(Date.parse(`${day}T15:00:00Z`)) })
    for (const request of gets) {
      const { status } = await send(simulator, request)
      expect([request.name, status]).toEqual([request.name, request.note === '' ? 200 : 404])
    }
  }
})

test('every other request of it does what it says, unless the tenant is set up to refuse it', async () => {
  const refused: Readonly<Record<string, number>> = { deleteApplicantWorkflow: 403, deletePersonBinary: 403 }
  await using simulator = await createTenant()
  for (const request of requests.filter(({ method }) => method !== 'GET')) {
    const fork = simulator.fork()
    const { status } = await send(fork, request)
    if (request.note !== '') expect([request.name, status]).toEqual([request.name, 404])
    else if (request.name in refused) expect([request.name, status]).toEqual([request.name, refused[request.name]])
    else expect([request.name, status < 300]).toEqual([request.name, true])
    fork.remove()
  }
})
