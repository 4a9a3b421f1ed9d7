import { execFileSync } from 'node:child_process'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Simulator } from '../../../simulator/index.ts'
import { profileTypeNames } from '../../../simulator/tenant/profile-types.ts'
import { docxType, makeDocx, makePdf, makePdfBomb } from './documents.ts'
import { anyOf, call, createFileTenant, form, refused } from './tenant-with-files.ts'

const file = '/people/5/fields/field800'

/** Puts a file there and asks for its text. */
async function textOf(simulator: Simulator, bytes: Uint8Array | string, name: string, type = ''): Promise<Response> {
  const put = await call(simulator, 'PATCH', `${file}/binary`, form(bytes, name, type))
  if (put.status !== 204) throw new Error(`${put.status} ${await put.text()}`)
  return call(simulator, 'GET', `${file}/text`)
}

test('the text of a real PDF and a real DOCX, in a field and in a group, of every type of profile', async () => {
  await using simulator = await createFileTenant()
  const pdf = await makePdf(['Ann Lindqvist, Registered Nurse', 'Page two: José Müller'])
  const docx = makeDocx(['Ann Lindqvist', 'Registered Nurse &amp; Zoë'])
  for (const type of profileTypeNames) {
    const self = anyOf(simulator, type)
    await call(simulator, 'PATCH', `${self}/fields/field800/binary`, form(pdf, 'cv.pdf', 'application/pdf'))
    const answer = await call(simulator, 'GET', `${self}/fields/field800/text`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain;charset=UTF-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment;filename="cv.pdf.txt"')
    const text = await answer.text()
    expect(text).toContain('Ann Lindqvist, Registered Nurse')
    expect(text).toContain('Page two: José Müller')
    const made = await call(
      simulator,
      'POST',
      `${self}/fields/field810/0/fields/field811/binary`,
      form(docx, 'cv.docx', docxType),
    )
    const group = new URL(made.headers.get('location')!).pathname.replace('/customers/1234', '')
    const written = await call(simulator, 'GET', `${group}/fields/field811/text`)
    expect(written.status).toBe(200)
    expect(await written.text()).toBe('Ann Lindqvist\n\nRegistered Nurse & Zoë\n\n')
  }
})

test.each([
  ['plain text in UTF-8', Buffer.from('Zoë 漢'), 'a.txt', 'Zoë 漢'],
  ['plain text in UTF-16', Buffer.from('\ufeffZoë 漢', 'utf16le'), 'a.txt', 'Zoë 漢'],
  ['plain text of an old Windows', Buffer.from('Zoë', 'latin1'), 'a.txt', 'Zoë'],
  [
    'RTF',
    Buffer.from(
      String.raw`{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\*\generator x;}\pard Zo\'eb \u28450?\par Two\tab b\{c\}\emdash}`,
    ),
    'a.rtf',
    'Zoë 漢\nTwo\tb{c}—',
  ],
  ['Russian RTF', Buffer.from(String.raw`{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2}`), 'a.rtf', 'Привет'],
])('%s is read', async (_, bytes, name, text) => {
  await using simulator = await createFileTenant()
  expect(await (await textOf(simulator, bytes, name)).text()).toBe(text)
})

test.each([
  ['a PDF without text', () => makePdf([''])],
  ['a PDF behind a password', () => makePdf(['secret'], 'password')],
  ['a PDF that is all header', () => Buffer.from('%PDF-1.7\nrubbish')],
  ['a PDF that breaks off', async () => (await makePdf(['x'.repeat(2_000)])).subarray(0, 400)],
  ['a DOCX without a document', () => zipSync({ 'a.txt': Buffer.from('a') }), 'a.docx'],
  ['a DOCX whose document is no XML', () => zipSync({ 'word/document.xml': Buffer.from('<w:p') }), 'a.docx'],
  ['an image', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'a.png'],
  ['an old Word file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc'],
  ['a file of an unknown kind', () => Buffer.from('text'), 'a.bin'],
  ['RTF that is none', () => Buffer.from('text'), 'a.rtf'],
  ['blanks', () => Buffer.from(' \n '), 'a.txt'],
] as [string, () => Promise<Uint8Array> | Uint8Array, string?][])(
  'nothing can be got out of %s',
  async (_, make, name = 'a.pdf') => {
    await using simulator = await createFileTenant()
    const bytes = await make()
    const answer = await textOf(simulator, bytes, name)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ errors: [{ errorMessage: 'Text not found.', errorCode: 2 }] })
    expect((await textOf(simulator, await makePdf(['alive']), 'a.pdf')).status).toBe(200)
  },
)

test('where there is no file there is no text', async () => {
  await using simulator = await createFileTenant({ limits: { hiddenFields: { person: ['resume'] } } })
  expect(await refused(simulator, () => call(simulator, 'GET', `${file}/text`))).toMatchObject({
    status: 404,
    message: 'File not found.',
  })
  const hidden = await refused(simulator, () => call(simulator, 'GET', '/people/5/fields/resume/text'))
  expect(hidden).toMatchObject({ status: 404, message: 'resume: There is no such field.' })
  const other = await refused(simulator, () => call(simulator, 'GET', '/people/5/fields/email/text'))
  expect(other).toMatchObject({ status: 400, code: 5 })
})

test('a PDF that unpacks without end is given up, and the next one is read', async () => {
  await using simulator = await createFileTenant()
  const answer = await textOf(simulator, await makePdfBomb(400), 'a.pdf')
  expect(answer.status).toBe(404)
  expect((await textOf(simulator, await makePdf(['alive']), 'a.pdf')).status).toBe(200)
})

test('texts that are asked for at once all come', async () => {
  await using simulator = await createFileTenant()
  await textOf(simulator, await makePdf(['alive']), 'a.pdf')
  const answers = await Promise.all(Array.from({ length: 8 }, () => call(simulator, 'GET', `${file}/text`)))
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(8).fill('alive'))
})

test('what reads the texts does not keep the process from ending', () => {
  const script = `
    import { runExtraction } from '${new URL('../../../simulator/files/text/run-extraction.ts', import.meta.url)}'
    import { makePdf } from '${new URL('./documents.ts', import.meta.url)}'
    console.log(await runExtraction({ kind: 'pdf', bytes: await makePdf(['alive']) }))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect(output).toBe('alive\n')
})
