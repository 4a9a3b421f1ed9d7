import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFrozenClock } from '../../../simulator/index.ts'
import { profileTypeNames } from '../../../simulator/tenant/profile-types.ts'
import { bodyOf, callIcims } from '../../tenant.ts'
import { anyOf, bytesOf, call, createFileTenant, form, refused } from './tenant-with-files.ts'

test.each(profileTypeNames)('a %s takes a file, gives it back and lets it go', async (type) => {
  await using simulator = await createFileTenant()
  const self = anyOf(simulator, type)
  const file = `${self}/fields/field800/binary`
  expect((await call(simulator, 'GET', file)).status).toBe(404)
  const put = await call(simulator, 'PATCH', file, form('one', 'contract.bin', 'application/x-contract'))
  expect(put.status).toBe(204)
  expect(put.headers.get('location')).toBe(`https://api.icims.com/customers/1234${file}`)
  const answer = await call(simulator, 'GET', file)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/x-contract')
  expect(answer.headers.get('content-disposition')).toBe('attachment;filename="contract.bin"')
  expect(answer.headers.get('content-length')).toBe('3')
  expect(answer.headers.get('x-ratelimit-remaining')).toMatch(/^\d+$/)
  expect(String(await bytesOf(answer))).toBe('one')
  expect(await bodyOf(callIcims(simulator, 'GET', `${self}?fields=field800`))).toMatchObject({
    field800: { file: `https://api.icims.com/customers/1234${file}`, filename: 'contract.bin' },
  })
  expect((await call(simulator, 'DELETE', file)).status).toBe(204)
  expect((await call(simulator, 'GET', file)).status).toBe(404)
})

test.each(profileTypeNames)('a %s has files in the groups of its collections', async (type) => {
  await using simulator = await createFileTenant()
  const self = anyOf(simulator, type)
  const made = await call(simulator, 'POST', `${self}/fields/field810/0/fields/field811/binary`, form('one', 'a.bin'))
  expect(made.status).toBe(201)
  const group = new URL(made.headers.get('location')!).pathname.replace('/customers/1234', '')
  expect(group).toMatch(new RegExp(`^${self}/fields/field810/\\d+$`))
  const file = `${group}/fields/field811/binary`
  expect((await callIcims(simulator, 'PATCH', group, { field812: 'Signed' })).status).toBe(204)
  expect(await bodyOf(callIcims(simulator, 'GET', group))).toEqual({
    entry: Number(group.split('/').at(-1)),
    primary: true,
    field811: { file: `https://api.icims.com/customers/1234${file}`, filename: 'a.bin' },
    field812: 'Signed',
  })
  const put = await call(simulator, 'PATCH', file, form('two', 'b.bin'))
  expect(put.status).toBe(204)
  expect(put.headers.get('location')).toBe(`https://api.icims.com/customers/1234${file}`)
  const answer = await call(simulator, 'GET', file)
  expect(answer.headers.get('content-disposition')).toBe('attachment;filename="b.bin"')
  expect(String(await bytesOf(answer))).toBe('two')
  expect((await call(simulator, 'DELETE', file)).status).toBe(204)
  expect((await call(simulator, 'GET', file)).status).toBe(404)
  expect(await bodyOf(callIcims(simulator, 'GET', group))).toMatchObject({ field812: 'Signed' })
})

test('a group whose only value was its file goes with it, and the next one becomes the primary one', async () => {
  await using simulator = await createFileTenant()
  const make = async (text: string): Promise<string> => {
    const made = await call(
      simulator,
      'POST',
      '/people/5/fields/field810/0/fields/field811/binary',
      form(text, 'a.bin'),
    )
    return new URL(made.headers.get('location')!).pathname.replace('/customers/1234', '')
  }
  const [first, second] = [await make('one'), await make('two')]
  expect((await call(simulator, 'DELETE', `${first}/fields/field811/binary`)).status).toBe(204)
  expect((await callIcims(simulator, 'GET', first)).status).toBe(404)
  expect(await bodyOf(callIcims(simulator, 'GET', second))).toMatchObject({ primary: true })
})

test('a group with the same file as another one is that one', async () => {
  await using simulator = await createFileTenant()
  const post = () => call(simulator, 'POST', '/people/5/fields/field810/0/fields/field811/binary', form('one', 'a.bin'))
  const first = await post()
  const { changes } = simulator.tenant.store
  const again = await post()
  expect(again.status).toBe(201)
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(simulator.tenant.store.changes).toBe(changes)
})

test('bare bytes are taken too, under their own type and the name in the header', async () => {
  await using simulator = await createFileTenant()
  const file = '/people/5/fields/field800/binary'
  const put = await call(simulator, 'PATCH', file, Buffer.from([0, 255, 13, 10, 0]), {
    'content-type': 'application/msword',
    'content-disposition': 'attachment;filename="resume.doc"',
  })
  expect(put.status).toBe(204)
  const answer = await call(simulator, 'GET', file)
  expect(answer.headers.get('content-type')).toBe('application/msword')
  expect(await bytesOf(answer)).toEqual(Buffer.from([0, 255, 13, 10, 0]))
})

test('bare bytes under the type of a form without a boundary, as the documents print them, are taken', async () => {
  await using simulator = await createFileTenant()
  const put = await call(simulator, 'PATCH', '/people/5/fields/resume/binary', 'RAW BINARY CONTENT', {
    'content-type': 'multipart/form-data',
    'content-disposition': 'attachment;filename="resume.doc"',
  })
  expect(put.status).toBe(204)
  const answer = await call(simulator, 'GET', '/people/5/fields/resume/binary')
  expect(answer.headers.get('content-type')).toBe('application/msword')
  expect(String(await bytesOf(answer))).toBe('RAW BINARY CONTENT')
})

test('a form whose part is named as the documents print it is taken', async () => {
  await using simulator = await createFileTenant()
  const body = [
    '--x',
    'Content-Disposition: form-data; name="Content-Disposition: form-data; name="; filename="Resume.txt"',
    '',
    'Hello',
    '--x--',
    '',
  ].join('\r\n')
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  expect((await call(simulator, 'PATCH', '/people/5/fields/resume/binary', body, type)).status).toBe(204)
  const answer = await call(simulator, 'GET', '/people/5/fields/resume/binary')
  expect(answer.headers.get('content-type')).toBe('text/plain')
  expect(String(await bytesOf(answer))).toBe('Hello')
})

test.each([
  ['a.doc', 'application/msword', 'application/msword'],
  ['a.png', 'image/png', 'image/png'],
  ['a.jpg', 'application/octet-stream', 'image/jpeg'],
  ['a.rtf', '', 'text/rtf'],
  ['a.txt', '', 'text/plain'],
  ['a.unknown', 'text/plain', 'text/plain'],
  ['a.unknown', 'application/octet-stream', 'application/octet-stream'],
  ['a.html', 'text/html; charset=utf-8', 'text/html; charset=utf-8'],
])('%s sent as "%s" comes back as %s', async (filename, sent, type) => {
  await using simulator = await createFileTenant()
  await call(simulator, 'PATCH', '/people/5/fields/field800/binary', form('x', filename, sent))
  const answer = await call(simulator, 'GET', '/people/5/fields/field800/binary')
  expect(answer.headers.get('content-type')).toBe(type)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('any bytes under any name come back as they were', async () => {
  await using simulator = await createFileTenant()
  const file = '/people/5/fields/field800/binary'
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 2_000 }),
      fc
        .string({ unit: 'binary', minLength: 1, maxLength: 60 })
        .map((name) => `x${name.replaceAll(/[\p{Cc}/\\]/gu, '')}y`),
      async (bytes, name) => {
        expect((await call(simulator, 'PATCH', file, form(bytes, name, 'image/x-any'))).status).toBe(204)
        const answer = await call(simulator, 'GET', file)
        expect(await bytesOf(answer)).toEqual(Buffer.from(bytes))
        const { field800 } = await bodyOf(callIcims(simulator, 'GET', '/people/5?fields=field800'))
        expect(field800.filename).toBe(name)
        const disposition = answer.headers.get('content-disposition')!
        const encoded = /filename\*=UTF-8''(.*)$/.exec(disposition)?.[1]
        if (encoded === undefined) {
          expect(/filename="(.*)"$/.exec(disposition)![1]!.replaceAll(/\\(.)/g, '$1')).toBe(name)
        } else expect(decodeURIComponent(encoded)).toBe(name)
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
  )
})

test('a change of a file is a change of the profile', async () => {
  const clock = createFrozenClock(Date.parse('2026-01-15T14:00:00Z'))
  await using simulator = await createFileTenant({ clock })
  const updated = async () =>
    (await bodyOf(callIcims(simulator, 'GET', '/people/5?fields=updateddate'))).updateddate as string
  await call(simulator, 'PATCH', '/people/5/fields/field800/binary', form('x', 'a.bin'))
  expect(await updated()).toBe('2026-01-15 02:00 PM')
  clock.advance(3_600_000)
  await call(simulator, 'DELETE', '/people/5/fields/field800/binary')
  expect(await updated()).toBe('2026-01-15 03:00 PM')
})

test("a person's résumé can be replaced, not taken out, neither by DELETE nor by JSON", async () => {
  await using simulator = await createFileTenant()
  const file = '/people/5/fields/resume/binary'
  await call(simulator, 'PATCH', file, form('x', 'a.doc'))
  expect((await call(simulator, 'PATCH', file, form('y', 'b.doc'))).status).toBe(204)
  expect(await refused(simulator, () => call(simulator, 'DELETE', file))).toEqual({
    status: 403,
    code: 7,
    message: 'resume: This field cannot be deleted.',
  })
  for (const value of [null, '', { file: 'x' }]) {
    const answer = await refused(simulator, () => callIcims(simulator, 'PATCH', '/people/5', { resume: value }))
    expect(answer).toMatchObject({ status: 400, code: 5 })
  }
  expect(String(await bytesOf(await call(simulator, 'GET', file)))).toBe('y')
})

test('a file of a custom field is cleared by JSON like any other value', async () => {
  await using simulator = await createFileTenant()
  await call(simulator, 'PATCH', '/people/5/fields/field800/binary', form('x', 'a.bin'))
  expect((await callIcims(simulator, 'PATCH', '/people/5', { field800: '' })).status).toBe(204)
  expect((await call(simulator, 'GET', '/people/5/fields/field800/binary')).status).toBe(404)
})

test('files survive as long as the tenant, and a reset takes them', async () => {
  await using simulator = await createFileTenant()
  await call(simulator, 'PATCH', '/people/5/fields/field800/binary', form('x', 'a.bin'))
  simulator.reset()
  expect((await call(simulator, 'GET', '/people/5/fields/field800/binary')).status).toBe(404)
})
