import { expect, test } from 'vitest'
import { readPact } from '../../../contracts/verify/pact.ts'

const http = { request: { method: 'GET', path: '/customers/1/people/2' }, response: { status: 200 } }

/** A pact with one interaction, in a version's own shape. */
function pactOf(version: string, interaction: object, more: object = {}): string {
  const participants = { consumer: { name: 'mine' }, provider: { name: 'icims-api' } }
  const metadata = { pactSpecification: { version } }
  return JSON.stringify({ ...participants, interactions: [{ description: 'a', ...interaction }], metadata, ...more })
}

test.each([
  ['2.0.0', { providerState: 'a person', ...http }, [{ name: 'a person', params: {} }]],
  [
    '3.0.0',
    { providerStates: [{ name: 'a person', params: { id: 2 } }], ...http },
    [{ name: 'a person', params: { id: 2 } }],
  ],
  ['4.0', { providerStates: [{ name: 'a person' }], ...http }, [{ name: 'a person', params: {} }]],
  ['4.0', http, []],
])('the states of a pact of version %s are read', (version, interaction, states) => {
  expect(readPact(pactOf(version, interaction), 'a.json').interactions).toEqual([
    { description: 'a', states, http: { request: http.request, response: http.response } },
  ])
})

test.each([{ pactSpecificationVersion: '3.0.0' }, { 'pact-specification': { version: '2.0.0' } }])(
  'the version is found where older tools write it: %o',
  (metadata) => {
    expect(readPact(pactOf('', http, { metadata }), 'a.json').version).toBeGreaterThan(1)
  },
)

test('messages of version 3 are interactions without a request', () => {
  const text = pactOf('3.0.0', {}, { interactions: undefined, messages: [{ description: 'hired', contents: {} }] })
  expect(readPact(text, 'a.json').interactions).toEqual([{ description: 'hired', states: [] }])
})

test.each([
  ['nonsense', 'a.json is not JSON.'],
  ['[]', 'a.json is no pact: it is no JSON object.'],
  ['{}', 'a.json is no pact: it names no consumer or no provider.'],
  [pactOf('1.0.0', http), 'a.json is of Pact version 1.0.0. Versions 2, 3 and 4 are read.'],
  [pactOf('5.0', http), 'a.json is of Pact version 5.0. Versions 2, 3 and 4 are read.'],
  [
    pactOf('', http, { metadata: {} }),
    'a.json names no version of Pact in its metadata. Versions 2, 3 and 4 are read.',
  ],
  [pactOf('4.0', http, { interactions: [] }), 'a.json holds no interaction.'],
  [pactOf('4.0', { ...http, request: { method: 'GET' } }), 'a.json: the request of "a" has no method or no path.'],
  [pactOf('4.0', { ...http, description: 7 }), 'a.json has an interaction without a description.'],
  [pactOf('4.0', http, { interactions: [null] }), 'a.json has an interaction that is no JSON object.'],
  [pactOf('3.0.0', { ...http, providerStates: 'a person' }), 'a.json: the states of "a" have no names.'],
  [pactOf('3.0.0', { ...http, providerStates: [{ nam: 'a' }] }), 'a.json: the states of "a" have no names.'],
  [pactOf('2.0.0', { ...http, providerState: 7 }), 'a.json: the states of "a" have no names.'],
  [pactOf('4.0', { ...http, response: { status: '200' } }), 'a.json: the response of "a" has no status.'],
])('%s is refused with one line', (text, message) => {
  expect(() => readPact(text, 'a.json')).toThrow(expect.objectContaining({ name: 'PactFileError', message }))
})
