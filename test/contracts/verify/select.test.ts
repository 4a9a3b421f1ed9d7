import { expect, test } from 'vitest'
import { checkStates } from '../../../contracts/verify/check-states.ts'
import { type Interaction, readPact } from '../../../contracts/verify/pact.ts'
import { rewritePact } from '../../../contracts/verify/rewrite.ts'
import { reasonToSkip } from '../../../contracts/verify/select.ts'

const interaction = (method: string, path: string, status = 200, ...states: string[]): Interaction => ({
  description: 'a',
  states: states.map((name) => ({ name, params: {} })),
  http: { request: { method, path }, response: { status } },
})
const people = '/customers/1/people'
const readOnly = { allowWrites: false, hasValues: (state: string) => state === 'known' }

test.each([
  [interaction('GET', `${people}/2`), undefined],
  [interaction('post', '/customers/1/search/people'), undefined],
  [interaction('GET', `${people}/2`, 404, 'known'), undefined],
  [interaction('GET', `${people}/2`, 200, 'known', 'other'), '--states says nothing of "other"'],
  [interaction('POST', people, 201), 'it writes; --allow-writes replays it'],
  [interaction('PATCH', '/customers/1/search/people'), 'it writes; --allow-writes replays it'],
  [interaction('GET', people, 401), 'it signs in wrongly on purpose, which may lock the API user'],
  [interaction('POST', '/oauth/token'), 'its credentials are the ones of the pact'],
  [interaction('GET', people, 429), 'a 429 cannot be brought about there'],
  [interaction('GET', people, 503), 'a 503 cannot be brought about there'],
  [{ description: 'a', states: [] }, 'it is a message, and only HTTP is replayed'],
])('against a tenant, %o is skipped: %s', (one, reason) => {
  expect(reasonToSkip(one, readOnly)).toBe(reason)
})

test('a write is replayed where that is allowed', () => {
  expect(reasonToSkip(interaction('POST', people, 201), { ...readOnly, allowWrites: true })).toBeUndefined()
})

const participants = { consumer: { name: 'mine' }, provider: { name: 'icims-api' } }
const pactOf = (version: string, ...interactions: object[]) =>
  readPact(JSON.stringify({ ...participants, interactions, metadata: { pactSpecification: { version } } }), 'a.json')
const person = {
  description: 'a person',
  providerStates: [{ name: 'a person', params: { id: 71 } }],
  request: {
    method: 'GET',
    path: '/customers/1/people/71',
    headers: { authorization: ['Basic of-the-pact'], accept: ['application/json'] },
    query: { id: ['71'], fields: ['id71'] },
  },
  response: { status: 200, body: { content: { id: 71, text: 'no. 71' } } },
}

test('customer, credentials and the values of states take the place of those in the pact', () => {
  const rewritten = rewritePact(pactOf('4.0', person), () => true, {
    authorization: 'Bearer real',
    customerId: 99,
    values: () => ({ id: 4711 }),
  })
  expect(rewritten.interactions).toEqual([
    {
      ...person,
      request: {
        method: 'GET',
        path: '/customers/99/people/4711',
        headers: { accept: ['application/json'], Authorization: 'Bearer real' },
        query: { id: ['4711'], fields: ['id71'] },
      },
      response: { status: 200, body: { content: { id: 4711, text: 'no. 71' } } },
    },
  ])
})

test('the query of version 2, a text, is rewritten too', () => {
  const request = { ...person.request, query: 'id=71&fields=id71' }
  const rewritten = rewritePact(pactOf('2.0.0', { ...person, request }), () => true, { values: () => ({ id: 4711 }) })
  expect(rewritten.interactions).toMatchObject([{ request: { query: 'id=4711&fields=id71' } }])
})

test.each([
  [{ response: { status: 401 } }],
  [{ request: { ...person.request, generators: { header: { Authorization: { type: 'ProviderState' } } } } }],
  [{ request: { ...person.request, generators: { '$.header.authorization': { type: 'ProviderState' } } } }],
])('credentials that are the point of an interaction stay: %o', (change) => {
  const rewritten = rewritePact(pactOf('4.0', { ...person, ...change }), () => true, { authorization: 'Bearer real' })
  expect(rewritten.interactions).toMatchObject([{ request: { headers: { authorization: ['Basic of-the-pact'] } } }])
})

const catalogue = [
  { name: 'a person', about: '', parameters: { id: 'number' }, defaults: { id: 71 } },
  { name: 'an empty tenant', about: '', parameters: {}, defaults: {} },
  { name: 'people', about: '', parameters: { from: 'number' }, defaults: {} },
  { name: 'a job', about: '', parameters: { id: 'number' }, defaults: {} },
]
const given = (name: string, params: object) =>
  pactOf('4.0', { ...person, providerStates: [{ name, params }] }, { ...person, description: 'another' })

test('an unknown state is answered with the nearest ones', () => {
  expect(checkStates(given('A Persn', {}), catalogue)).toEqual([
    'a.json: "a person" starts from "A Persn", a state that is not known. The nearest are "a person", "a job", "people".',
  ])
})

test.each([
  ['a person', { Id: 71 }, '"a person", which takes id, not Id.'],
  ['a person', { id: '71' }, '"a person", whose id is a number, not "71".'],
  ['an empty tenant', { id: 71 }, '"an empty tenant", which takes no parameter, not id.'],
])('parameters of %s that are %o are told of', (name, params, problem) => {
  expect(checkStates(given(name, params), catalogue)).toEqual([`a.json: "a person" starts from ${problem}`])
})

test('a parameter may be left out', () => {
  expect(checkStates(given('a person', {}), catalogue)).toEqual([])
})
