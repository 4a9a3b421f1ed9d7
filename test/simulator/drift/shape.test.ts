import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeShapes, shapeConflicts, shapeOf } from '../../../simulator/drift/shape.ts'

test('a shape holds names and types, and no value', () => {
  const person = {
    firstname: 'Ann',
    id: 5,
    score: 1.5,
    phones: [{ entry: 1 }, { entry: 2, primary: true }],
    none: null,
    empty: [],
  }
  expect(shapeOf(person)).toEqual({
    keys: {
      firstname: 'string',
      id: 'integer',
      score: 'number',
      none: 'null',
      empty: { items: 'nothing' },
      phones: { items: { keys: { entry: 'integer', primary: 'boolean' } } },
    },
  })
  expect(JSON.stringify(shapeOf(person))).not.toContain('Ann')
})

test('no text of a value is ever in its shape', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b'), fc.uuid()), (value) => {
      const text = JSON.stringify(shapeOf(value))
      for (const secret of Object.values(value)) expect(text).not.toContain(secret)
    }),
  )
})

test('merging is the same in any order, and what was merged contradicts neither', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const merged = mergeShapes(shapeOf(a), shapeOf(b))
      expect(mergeShapes(shapeOf(b), shapeOf(a))).toEqual(merged)
      expect(shapeConflicts(shapeOf(a), shapeOf(a))).toEqual([])
    }),
  )
})

test('a contradiction is told with its path; a key that one lacks is none', () => {
  const recorded = shapeOf({ searchResults: [{ id: '5', self: 'x' }], more: 1 })
  const ours = shapeOf({ searchResults: [{ id: 5, self: 'x' }] })
  expect(shapeConflicts(recorded, ours)).toEqual(['searchResults[].id is string, the simulator has integer'])
})
