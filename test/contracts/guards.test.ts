import { expect, test } from 'vitest'
import { checkPactFile, checkVerification } from '../../contracts/provider/guards.ts'
import type { PactFile } from '../../contracts/provider/pact-file.ts'

const file = (...interactions: [string, string][]): PactFile => ({
  path: 'pact.json',
  consumer: 'c',
  provider: 'p',
  interactions: interactions.map(([description, state]) => ({ description, states: [state] })),
})

test('a file whose states are all handled, and whose tests all wrote, is fine', () => {
  expect(checkPactFile(file(['a', 's'], ['b', 't']), ['s', 't'], 2)).toEqual([])
})

test('a state without a handler is told of', () => {
  expect(checkPactFile(file(['a', 's']), [], 1)).toEqual([
    expect.stringContaining('No handler for the provider state "s"'),
  ])
})

test('a state nobody uses is told of', () => {
  expect(checkPactFile(file(['a', 's']), ['s', 'old'], 1)).toEqual([
    expect.stringContaining('No interaction uses the provider state "old"'),
  ])
})

test('a description used twice, of which one interaction is left, is told of', () => {
  expect(checkPactFile(file(['a', 's']), ['s'], 2)).toEqual([
    expect.stringContaining('2 consumer tests passed, but pact.json holds 1 interactions'),
  ])
})

test('a description used twice with other states is told of', () => {
  expect(checkPactFile(file(['a', 's'], ['a', 't']), ['s', 't'], 2)).toEqual([
    expect.stringContaining('"a" is used twice'),
  ])
})

test('an interaction left over from a rename is told of', () => {
  expect(checkPactFile(file(['a', 's'], ['old', 's']), ['s'], 1)).toEqual([
    expect.stringContaining('left over from a rename'),
  ])
})

test('a file without interactions is told of', () => {
  expect(checkPactFile(file(), [], 0)).toEqual(['pact.json holds no interaction.'])
})

test('an interaction that names no state is told of', () => {
  const stateless: PactFile = { ...file(), interactions: [{ description: 'a', states: [] }] }
  expect(checkPactFile(stateless, [], 1)).toEqual([expect.stringContaining('"a" starts from no provider state')])
})

test('a file of more than 150 interactions is told of', () => {
  const many = Array.from({ length: 151 }, (_, i): [string, string] => [String(i), 's'])
  expect(checkPactFile(file(...many), ['s'], 151)).toEqual([expect.stringContaining('Split it')])
})

test('a run that verified nothing fails', () => {
  expect(checkVerification(file(['a', 's']), 0, [])).toEqual(['0 of the 1 interactions of pact.json were verified.'])
})

test('a state handler that throws fails the run', () => {
  expect(checkVerification(file(['a', 's']), 1, [new Error('no such list')])).toEqual([
    'A state handler of c failed: no such list',
  ])
})
