import { expect, test } from 'vitest'
import { readResults } from '../../contracts/provider/results.ts'

const one = { description: 'a', providerStates: ['s'], duration: '1m 2s 3ms', result: 'OK' }
const mismatches = [
  { mismatch: 'expected 200 but was 500' },
  { mismatch: 'Expected 5 (Integer)\n to be a text', path: '$.name' },
]
const wrong = { ...one, result: 'Error', mismatch: { type: 'mismatches', mismatches } }

test('what Pact found is read, in milliseconds', () => {
  expect(readResults(JSON.stringify({ interactionResults: [one] }))).toEqual({
    results: [{ description: 'a', states: ['s'], milliseconds: 62_003, mismatches: [] }],
    problems: [],
  })
})

test('mismatches are one line each', () => {
  const { results, problems } = readResults(new Error(JSON.stringify({ interactionResults: [wrong] })))
  expect(results[0]!.mismatches).toEqual(['expected 200 but was 500', '$.name: Expected 5 (Integer) to be a text'])
  expect(problems).toEqual([])
})

test('an interaction that failed without saying why has failed', () => {
  const { results } = readResults(JSON.stringify({ interactionResults: [{ ...one, result: 'Error' }] }))
  expect(results[0]!.mismatches).toEqual(['the result is Error'])
})

test.each([
  [new Error(JSON.stringify({ interactionResults: [one] })), /^Pact refused the run/],
  [new Error('connect ECONNREFUSED'), /^Pact did not run: connect ECONNREFUSED/],
  ['', /^Pact did not run/],
])('a run that Pact itself refused is no green one: %s', (outcome, problem) => {
  expect(readResults(outcome).problems).toEqual([expect.stringMatching(problem)])
})
