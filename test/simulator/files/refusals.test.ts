import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { callIcims } from '../../tenant.ts'
import { anyOf, call, createFileTenant, form, refused } from './tenant-with-files.ts'

const file = '/people/5/fields/field800/binary'
const disposition = { 'content-disposition': 'attachment;filename="a.bin"' }
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test.each([
  ['nobody has this id', '/people/99999/fields/resume/binary', 404, 2, 'Person not found.'],
  ['there is no such field', '/people/5/fields/nosuchfield/binary', 404, 2, 'nosuchfield: There is no such field.'],
  ['the field holds no file', '/people/5/fields/email/binary', 400, 5, 'email: This field holds no file.'],
  ['the field holds groups', '/people/5/fields/phones/binary', 400, 5, 'phones: This field holds no file.'],
  ['there is no file', file, 404, 2, 'File not found.'],
  [
    'it climbs in the path',
    '/people/5/fields/..%2f..%2fpeople%2f6/binary',
    404,
    2,
    '../../people/6: There is no such field.',
  ],
  ['it names a prototype', '/people/5/fields/__proto__/binary', 404, 2, '__proto__: There is no such field.'],
  [
    'no such collection',
    '/people/5/fields/email/1/fields/field811/binary',
    404,
    2,
    'email: There is no such collection.',
  ],
  ['no such group', '/people/5/fields/field810/99/fields/field811/binary', 404, 2, 'Entry not found.'],
  ['the group is no number', '/people/5/fields/field810/x/fields/field811/binary', 404, 2, 'Entry not found.'],
  ['no such child', '/people/5/fields/field810/1/fields/field999/binary', 404, 2, 'field999: There is no such field.'],
  [
    'the child is no file',
    '/people/5/fields/field810/1/fields/field812/binary',
    400,
    5,
    'field812: This field holds no file.',
  ],
  ['the child climbs', '/people/5/fields/field810/1/fields/..%2f811/binary', 404, 2, '../811: There is no such field.'],
])('no method finds a file where %s', async (_, path, status, code, message) => {
  await using simulator = await createFileTenant()
  expect(await refused(simulator, () => call(simulator, 'GET', path))).toEqual({ status, code, message })
  expect(await refused(simulator, () => call(simulator, 'DELETE', path))).toEqual({ status, code, message })
  if (path === file) return
  const patched = await refused(simulator, () => call(simulator, 'PATCH', path, form('x', 'a.bin')))
  expect(patched).toEqual({ status, code, message })
})

test('a POST of a file where there is no group to make is not supported', async () => {
  await using simulator = await createFileTenant()
  for (const path of [file, '/people/5/fields/resume/text']) {
    const answer = await call(simulator, 'POST', path, form('x', 'a.bin'))
    expect(answer.status).toBe(405)
  }
  expect((await call(simulator, 'POST', file, form('x', 'a.bin'))).headers.get('allow')).toBe('GET, PATCH, DELETE')
})

test('what is written in a file can only be read', async () => {
  await using simulator = await createFileTenant()
  for (const method of ['PATCH', 'DELETE', 'PUT']) {
    const answer = await refused(simulator, () => call(simulator, method, '/people/5/fields/resume/text'))
    expect(answer.status).toBe(405)
  }
})

test.each([
  ['JSON', { 'content-type': 'application/json', ...disposition }, 415, 12],
  ['a web form', { 'content-type': 'application/x-www-form-urlencoded', ...disposition }, 415, 12],
  ['another multipart', { 'content-type': 'multipart/mixed; boundary=x', ...disposition }, 415, 12],
  ['a form with a boundary that is not in it', { 'content-type': 'multipart/form-data; boundary=x' }, 400, 10],
  ['bytes without a name', { 'content-type': 'application/msword' }, 400, 10],
  [
    'bytes whose name is a folder',
    { 'content-type': 'a/b', 'content-disposition': 'attachment;filename="../"' },
    400,
    10,
  ],
])('%s is refused as a file', async (_, headers, status, code) => {
  await using simulator = await createFileTenant()
  const patched = await refused(simulator, () => call(simulator, 'PATCH', file, '{"a":1}', headers))
  expect(patched).toMatchObject({ status, code })
  const group = '/people/5/fields/field810/0/fields/field811/binary'
  const posted = await refused(simulator, () => call(simulator, 'POST', group, '{"a":1}', headers))
  expect(posted).toMatchObject({ status, code })
})

test('bytes without a type are refused', async () => {
  await using simulator = await createFileTenant()
  const answer = await refused(simulator, () => call(simulator, 'PATCH', file, Buffer.from('x'), disposition))
  expect(answer).toMatchObject({ status: 415, code: 12 })
})

test('a form without a file, one with two, and one with an empty file are refused', async () => {
  await using simulator = await createFileTenant()
  const none = new FormData()
  none.append('resume', 'text')
  const two = form('x', 'a.bin')
  two.append('more', new File(['y'], 'b.bin'))
  for (const [body, message] of [
    [none, 'The form must hold one part with a file name, not 0.'],
    [two, 'The form must hold one part with a file name, not 2.'],
    [form('', 'a.bin'), 'The file is empty.'],
  ] as const) {
    const answer = await refused(simulator, () => call(simulator, 'PATCH', file, body))
    expect(answer).toEqual({ status: 400, code: 10, message })
  }
})

test('a form that breaks off is refused', async () => {
  await using simulator = await createFileTenant()
  const request = new Request('http://x', { method: 'POST', body: form('x'.repeat(100), 'a.bin') })
  const whole = Buffer.from(await request.arrayBuffer())
  const type = { 'content-type': request.headers.get('content-type')! }
  const answer = await refused(simulator, () => call(simulator, 'PATCH', file, whole.subarray(0, 150), type))
  expect(answer).toMatchObject({ status: 400, code: 10 })
})

test('25 MB are refused, whether the request says its length or not; a tenant may have another limit', async () => {
  await using simulator = await createFileTenant()
  const large = Buffer.alloc(25 * 1024 * 1024)
  const headers = { 'content-type': 'image/png', ...disposition }
  const told = await refused(simulator, () =>
    call(simulator, 'PATCH', file, large, { ...headers, 'content-length': String(large.length) }),
  )
  expect(told).toEqual({ status: 413, code: 13, message: 'The body is larger than 20 MB.' })
  const streamed = await refused(simulator, () => call(simulator, 'PATCH', file, new Blob([large]).stream(), headers))
  expect(streamed.status).toBe(413)
  await using small = await createFileTenant({ tenant: { bodyLimit: 1_000 } })
  expect((await call(small, 'PATCH', file, Buffer.alloc(1_000), headers)).status).toBe(204)
  expect((await call(small, 'PATCH', file, Buffer.alloc(1_001), headers)).status).toBe(413)
})

test.each([
  ['a PDF that is none', 'a.pdf', 'application/pdf', Buffer.from('hello'), 'field800: The file is no PDF.'],
  ['a PDF by its name that is none', 'a.pdf', '', Buffer.from('hello'), 'field800: The file is no PDF.'],
  ['a DOCX that is none', 'a.docx', docx, Buffer.from('hello'), 'field800: The file is no DOCX.'],
  [
    'a DOCX that breaks off',
    'a.docx',
    docx,
    Buffer.from(zipSync({ a: Buffer.alloc(999, 'ab') })).subarray(0, 60),
    'field800: The file is no DOCX.',
  ],
])('%s is refused, unless the tenant keeps what does not fit', async (_, name, type, bytes, message) => {
  await using simulator = await createFileTenant()
  const answer = await refused(simulator, () => call(simulator, 'PATCH', file, form(bytes, name, type)))
  expect(answer).toEqual({ status: 400, code: 5, message })
  await using lenient = await createFileTenant({ switches: { unfitFile: 'keep' } })
  expect((await call(lenient, 'PATCH', file, form(bytes, name, type))).status).toBe(204)
})

test('a field the user does not see has no file, and one it may only read takes none', async () => {
  const limits = {
    hiddenFields: { person: ['field800', 'field810.field811'] },
    readonlyFields: { person: ['resume'], job: ['field810'] },
  }
  await using simulator = await createFileTenant({ limits })
  const group = '/fields/field810/1/fields/field811/binary'
  for (const [method, path] of [
    ['GET', file],
    ['PATCH', file],
    ['DELETE', file],
    ['GET', `/people/5${group}`],
    ['POST', `/people/5${group}`],
  ] as const) {
    const body = method === 'PATCH' || method === 'POST' ? form('x', 'a.bin') : undefined
    const answer = await refused(simulator, () => call(simulator, method, path, body))
    expect(answer).toMatchObject({ status: 404, code: 2 })
  }
  for (const [method, path] of [
    ['PATCH', '/people/5/fields/resume/binary'],
    ['POST', `${anyOf(simulator, 'job')}${group}`],
  ] as const) {
    const answer = await refused(simulator, () => call(simulator, method, path, form('x', 'a.bin')))
    expect(answer).toMatchObject({ status: 403, code: 7 })
  }
})

test('a type of profile the user does not see has no files', async () => {
  await using simulator = await createFileTenant({ limits: { hiddenProfiles: ['job'] } })
  const path = `${anyOf(simulator, 'job')}/fields/field800/binary`
  expect(await refused(simulator, () => call(simulator, 'GET', path))).toMatchObject({ status: 404, code: 3 })
  expect(await refused(simulator, () => call(simulator, 'PATCH', path, form('x', 'a.bin')))).toMatchObject({ code: 3 })
})

test('a file cannot be written as JSON, in a field or in a group', async () => {
  await using simulator = await createFileTenant()
  const value = { filename: 'a.bin', content: 'aGVsbG8=' }
  for (const [method, path, body] of [
    ['PATCH', '/people/5', { field800: value }],
    ['POST', '/people/5/fields/field810', { field811: value }],
    ['PATCH', '/people/5', { resume: value }],
  ] as const) {
    const answer = await refused(simulator, () => callIcims(simulator, method, path, body))
    expect(answer).toMatchObject({ status: 400, code: 5 })
    expect(answer.message).toContain('This field cannot be written as JSON.')
  }
})
