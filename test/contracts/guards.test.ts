import { expect, test } from 'vitest'
import { checkPactFiles, checkVerification } from '../../contracts/provider/guards.ts'
import type { PactFile } from '../../contracts/provider/pact-file.ts'

const file = (...interactions: [string, string][]): PactFile => ({
  path: 'pact.json',
  consumer: 'c',
  provider: 'p',
  interactions: interactions.map(([description, state]) => ({ description, states: [state] })),
})

test('a file whose states are all handled, and whose tests all wrote, is fine', () => {
  expect(checkPactFiles([file(['a', 's'], ['b', 't'])], ['s', 't'], 2)).toEqual([])
})

test('a state without a handler is told of', () => {
  expect(checkPactFiles([file(['a', 's'])], [], 1)).toEqual([
    expect.stringContaining('No handler for the provider state "s"'),
  ])
})

test('a state nobody uses is told of', () => {
  expect(checkPactFiles([file(['a', 's'])], ['s', 'old'], 1)).toEqual([
    expect.stringContaining('No interaction uses the provider state "old"'),
  ])
})

test('a description used twice, of which one interaction is left, is told of', () => {
  expect(checkPactFiles([file(['a', 's'])], ['s'], 2)).toEqual([
    expect.stringContaining('2 consumer tests passed, but the pact files hold 1 interactions'),
  ])
})

test('a description used twice with other states is told of', () => {
  expect(checkPactFiles([file(['a', 's'], ['a', 't'])], ['s', 't'], 2)).toEqual([
    expect.stringContaining('"a" is used twice'),
  ])
})

test('an interaction left over from a rename is told of', () => {
  expect(checkPactFiles([file(['a', 's'], ['old', 's'])], ['s'], 1)).toEqual([
    expect.stringContaining('left over from a rename'),
  ])
})

test('a file of more than 150 interactions is told of', () => {
  const many = Array.from({ length: 151 }, (_, i): [string, string] => [String(i), 's'])
  expect(checkPactFiles([file(...many)], ['s'], 151)).toEqual([expect.stringContaining('Split it')])
})

test('a run that verified nothing fails', () => {
  expect(checkVerification(file(['a', 's']), 0, [])).toEqual(['0 of the 1 interactions of pact.json were verified.'])
})

test('a state handler that throws fails the run', () => {
  expect(checkVerification(file(['a', 's']), 1, [new Error('no such list')])).toEqual([
    'A state handler of c failed: no such list',
  ])
})
