import { expect, test } from 'vitest'
import type { Simulator } from '../../simulator/index.ts'
import { callIcims, createTenant } from '../tenant.ts'

const ann = { firstname: 'Ann', lastname: 'Lindqvist', email: 'ann@example.com' }
const authorization = `Basic ${btoa('api-user:api-password')}`

function raw(
  simulator: Simulator,
  method: string,
  path: string,
  body: string | ReadableStream,
  headers: object = {},
): Promise<Response> {
  return simulator.fetch(
    new Request(`https://api.icims.com/customers/1234${path}`, {
      method,
      body,
      headers: { authorization, 'content-type': 'application/json', ...headers },
      ...{ duplex: 'half' },
    }),
  )
}

/** Runs a call that must be refused and leave everything as it was. */
async function refused(
  call: (simulator: Simulator) => Promise<Response>,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  await using simulator = await createTenant({ people: 24 })
  const { changes } = simulator.tenant.store
  const answer = await call(simulator)
  expect(simulator.tenant.store.changes).toBe(changes)
  return { status: answer.status, body: await answer.json(), headers: answer.headers }
}

test.each([
  ['an unknown person', 'GET', '/people/99999', undefined, 404, 2, 'Person not found.'],
  ['an unknown job', 'GET', '/jobs/99999', undefined, 404, 2, 'Job not found.'],
  [
    'an unknown workflow to change',
    'PATCH',
    '/applicantworkflows/99999',
    { source: 'x' },
    404,
    2,
    'Applicant Workflow not found.',
  ],
  ['an id that is no number', 'GET', '/people/abc', undefined, 404, 2, 'Person not found.'],
  ['an id beyond any number', 'GET', '/people/99999999999999999999', undefined, 404, 2, 'Person not found.'],
  ['an unknown entry', 'GET', '/people/1/fields/phones/99999', undefined, 404, 2, 'Entry not found.'],
  [
    'a field that is no collection',
    'POST',
    '/people/1/fields/email',
    { email: 'x' },
    404,
    2,
    'email: There is no such collection.',
  ],
  [
    'a number where text belongs',
    'POST',
    '/people',
    { ...ann, firstname: 7 },
    400,
    5,
    'firstname: The value must be a text.',
  ],
  [
    'text where a number belongs',
    'POST',
    '/jobs',
    { jobtitle: 'X', numberofpositions: '3' },
    400,
    5,
    'numberofpositions: The value must be a whole number.',
  ],
  ['text where an array belongs', 'PATCH', '/people/1', { phones: 'x' }, 400, 5, 'phones: The value must be an array.'],
  ['a number among the groups', 'PATCH', '/people/1', { phones: [7] }, 400, 5, 'phones: Each item must be an object.'],
  [
    'an entry that is not there',
    'PATCH',
    '/people/1',
    { phones: [{ entry: 99999 }] },
    400,
    5,
    'phones: There is no entry 99999.',
  ],
  [
    'an unknown list id',
    'PATCH',
    '/people/1',
    { folder: { id: 'D1' } },
    400,
    5,
    'folder: The list has no item with the id D1.',
  ],
  [
    'an id of another list',
    'PATCH',
    '/people/1',
    { folder: { id: 'D31001' } },
    400,
    5,
    'folder: The list has no item with the id D31001.',
  ],
  [
    'an unknown list text',
    'PATCH',
    '/people/1',
    { folder: { value: 'Nope' } },
    400,
    5,
    'folder: The list has no item "Nope".',
  ],
  [
    'a bare text for a list item',
    'PATCH',
    '/people/1',
    { folder: 'D32007' },
    400,
    5,
    'folder: The value must be an object with the id or the value of a list item.',
  ],
  [
    'over-long text',
    'PATCH',
    '/people/1',
    { firstname: 'x'.repeat(65) },
    400,
    5,
    'firstname: The value is longer than 64 characters.',
  ],
  [
    'a date that is none',
    'PATCH',
    '/people/1',
    { startdate: '2024-02-30' },
    400,
    5,
    'startdate: The value must be a date, yyyy-MM-dd.',
  ],
  [
    'a reference to nobody',
    'POST',
    '/jobs',
    { jobtitle: 'X', recruiter: 99999 },
    400,
    5,
    'recruiter: There is no profile with the id 99999.',
  ],
  [
    'a location that is none',
    'POST',
    '/jobs',
    { jobtitle: 'X', joblocation: { id: 99999 } },
    400,
    5,
    'joblocation: No company has an address with the id 99999.',
  ],
  [
    'a salary in no currency',
    'POST',
    '/jobs',
    { jobtitle: 'X', minimumsalary: { amount: 5 } },
    400,
    5,
    'minimumsalary: The currency must be a three-letter code such as USD.',
  ],
  [
    'a timeframe in lower case',
    'POST',
    '/jobs',
    { jobtitle: 'X', minimumsalary: { amount: 5, currency: 'USD', timeframe: 'hourly' } },
    400,
    5,
    'minimumsalary: The timeframe must be one of Hourly, Daily, Weekly, Monthly, Yearly.',
  ],
  ['a cleared required field', 'PATCH', '/people/1', { email: null }, 400, 1, 'email: This field is required.'],
  [
    'a bare array as a search',
    'POST',
    '/search/people',
    [{ name: 'person.id', value: ['1'] }],
    400,
    5,
    'An unknown parsing error occurred',
  ],
  ['a bare array as a profile', 'POST', '/people', [ann], 400, 10, 'The body must be a JSON object.'],
])('%s is refused', async (_, method, path, body, status, errorCode, errorMessage) => {
  const answer = await refused((simulator) => callIcims(simulator, method, path, body))
  expect(answer).toMatchObject({ status, body: { errors: [{ errorCode, errorMessage }] } })
  expect(answer.headers.get('x-error')).toMatch(new RegExp(`^${errorCode}:`))
})

test.each(['/people', '/search/people'])('malformed JSON to %s is refused', async (path) => {
  const answer = await refused((simulator) => raw(simulator, 'POST', path, '{"firstname": '))
  expect(answer.status).toBe(400)
})

test('another content type is refused', async () => {
  const body = JSON.stringify(ann)
  for (const type of ['text/plain', 'application/xml', 'application/json-patch+json', '']) {
    const answer = await refused((simulator) => raw(simulator, 'POST', '/people', body, { 'content-type': type }))
    expect(answer).toMatchObject({ status: 415, body: { errors: [{ errorCode: 12 }] } })
  }
})

test('a body of 25 MB is refused, whether it says its length or not', async () => {
  const large = JSON.stringify({ ...ann, middlename: 'x'.repeat(25 * 1024 * 1024) })
  const told = await refused((simulator) =>
    raw(simulator, 'POST', '/people', large, { 'content-length': String(large.length) }),
  )
  expect(told).toMatchObject({ status: 413, body: { errors: [{ errorCode: 13 }] } })
  const streamed = await refused((simulator) => raw(simulator, 'POST', '/people', new Blob([large]).stream()))
  expect(streamed.status).toBe(413)
})

test.each([
  ['DELETE', '/people/1', 'GET, PATCH'],
  ['PUT', '/jobs/1001', 'GET, PATCH'],
  ['GET', '/people', 'POST'],
  ['DELETE', '', 'GET'],
])('%s %s is not supported, and the answer says what is', async (method, path, allow) => {
  const answer = await refused((simulator) => callIcims(simulator, method, path))
  expect(answer).toMatchObject({ status: 405, body: { errors: [{ errorCode: 11 }] } })
  expect(answer.headers.get('allow')).toBe(allow)
})

test('one bad field keeps the good ones from being written', async () => {
  await using simulator = await createTenant({ people: 24 })
  const before = simulator.tenant.store.get('person', 5)
  const answer = await callIcims(simulator, 'PATCH', '/people/5', {
    lastname: 'Changed',
    phones: [{ phonenumber: '1' }],
    startdate: 'x',
  })
  expect(answer.status).toBe(400)
  expect(simulator.tenant.store.get('person', 5)).toEqual(before)
  const next = await callIcims(simulator, 'POST', '/people/5/fields/phones', { phonenumber: '2' })
  const last = Math.max(
    ...[...simulator.tenant.store.each('person')].flatMap(({ data }) =>
      ((data.phones ?? []) as { entry: number }[]).map(({ entry }) => entry),
    ),
  )
  expect(next.headers.get('location')).toMatch(new RegExp(`/${last}$`))
})

test('an unmatched request is told of, with the nearest operation, and marked in the journal', async () => {
  const messages: string[] = []
  await using simulator = await createTenant({ people: 0, onUnmatched: (message) => messages.push(message) })
  await callIcims(simulator, 'GET', '/person/5')
  expect(messages).toEqual([
    'No operation answers GET /customers/1234/person/5. The nearest is GET /customers/{customerId}/people/{id} (getPerson).',
  ])
  expect(simulator.tenant.journal.entries({ note: 'unmatched' })).toHaveLength(1)
})

test('an unknown path is not found, and with --strict it says which operation is nearest', async () => {
  await using lenient = await createTenant({ people: 0, strict: false })
  const answer = await callIcims(lenient, 'GET', '/peple/1')
  expect(answer.status).toBe(404)
  expect(await answer.json()).toEqual({ errors: [{ errorCode: 2, errorMessage: 'Resource not found.' }] })
  await using strict = await createTenant({ people: 0 })
  const told = await callIcims(strict, 'GET', '/peple/1')
  expect(told.status).toBe(501)
  expect(told.headers.get('x-error')).toContain('getPerson')
})
