import { expect, test } from 'vitest'
import { operations } from '../../openapi/document.ts'
import { allowedMethods, matchRoute } from '../../simulator/routes.ts'

const idOf = (method: string, path: string) => matchRoute(method, path)?.operation.operationId

test('every operation of the document is found at its own address, with the parameters that stand there', () => {
  for (const { method, path, operationId } of operations) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const route = matchRoute(method, path.replaceAll(/\{(\w+)\}/g, 'a-$1'))
    expect(route?.operation.operationId).toBe(operationId)
    expect(route?.params).toEqual(Object.fromEntries(names.map((name) => [name, `a-${name}`])))
  }
})

test('a word comes before a parameter in its place, for all methods', () => {
  const path = '/customers/1/people/2/fields/resume'
  expect(idOf('GET', `${path}/binary`)).toBe('getPersonBinary')
  expect(idOf('GET', `${path}/7`)).toBe('getPersonEntry')
  expect(allowedMethods(`${path}/text`)).toEqual(['GET'])
  expect(allowedMethods(`${path}/7`)).toEqual(['GET', 'PATCH', 'DELETE'])
})

test('one slash at the end changes nothing, and an empty segment is no parameter', () => {
  expect(idOf('GET', '/customers/1/people/2/')).toBe('getPerson')
  expect(idOf('GET', '/customers/1/people/2//')).toBeUndefined()
  expect(idOf('GET', '/customers//people/2')).toBeUndefined()
  expect(idOf('GET', '//customers/1/people/2')).toBeUndefined()
})

test('parameters are decoded, and what cannot be decoded matches nothing', () => {
  expect(matchRoute('GET', '/customers/1/people/%32')?.params.id).toBe('2')
  expect(matchRoute('GET', '/customers/1/people/%ff')).toBeUndefined()
})
