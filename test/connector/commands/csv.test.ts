import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsvLine } from '../../../connector/commands/csv.ts'

test('what is written is read back, cell by cell', () => {
  const text = fc.string({ unit: 'binary' }).filter((value) => !/^[=+\-@\t\r]/.test(value) && value.isWellFormed())
  const cell = fc.oneof(text, fc.integer(), fc.boolean())
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const [read] = parse(toCsvLine(cells), { recordDelimiter: '\r\n', skipEmptyLines: false }) as string[][]
      expect(read).toEqual(cells.map(String))
    }),
  )
})

test('null is empty, what is nested is JSON, and no text is a formula', () => {
  expect(toCsvLine(['a', null, undefined, ['x', { y: '"' }], 1.5, true])).toBe(
    'a,,,"[""x"",{""y"":""\\""""}]",1.5,true\r\n',
  )
  expect(toCsvLine(['=HYPERLINK("http://a")', '+1', '-1', '@x', -1])).toBe(
    '"\'=HYPERLINK(""http://a"")",\'+1,\'-1,\'@x,-1\r\n',
  )
})
