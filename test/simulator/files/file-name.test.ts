import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, readDisposition, writeDisposition } from '../../../simulator/files/file-name.ts'

test.each([
  ['resume.doc', 'attachment;filename="resume.doc"'],
  ['a "b" \\c.doc', 'attachment;filename="a \\"b\\" \\\\c.doc"'],
  ['Zoë.doc', `attachment;filename="Zo_.doc";filename*=UTF-8''Zo%C3%AB.doc`],
])('%s is written so that a header can hold it', (name, header) => {
  expect(writeDisposition(name)).toBe(header)
})

test.each([
  ['attachment;filename="resume.doc"', 'resume.doc'],
  ['attachment; filename=resume.doc; size=7', 'resume.doc'],
  ['form-data; name="x"; filename="C:\\fakepath\\a.doc"', 'C:\\fakepath\\a.doc'],
  [`attachment; filename="x"; filename*=utf-8''Zo%C3%AB.doc`, 'Zoë.doc'],
  [`attachment; filename="x.doc"; filename*=utf-8''%zz`, 'x.doc'],
  [Buffer.from('attachment; filename="Zoë.doc"').toString('latin1'), 'Zoë.doc'],
  ['attachment; filename="Zo\u00eb.doc"', 'Zoë.doc'],
  ['attachment', undefined],
  [null, undefined],
])('%s names %s', (header, name) => {
  expect(readDisposition(header)).toBe(name)
})

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\a.doc', 'a.doc'],
  ['a\u0000\r\nb.doc', 'ab.doc'],
  ['\ud800.doc', '\ufffd.doc'],
  [' ', undefined],
  ['..', undefined],
  ['a/', undefined],
  [`${'x'.repeat(300)}.docx`, `${'x'.repeat(250)}.docx`],
])('%j is kept as %j', (name, kept) => {
  expect(cleanFileName(name)).toBe(kept)
})

test('any name that is written is read again, and no name breaks a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const name = cleanFileName(text)
      fc.pre(name !== undefined)
      const header = writeDisposition(name!)
      expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
      expect(readDisposition(header)).toBe(name)
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  )
})
