import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { docxType, makeDocx } from './documents.ts'
import { call, createFileTenant, form, refused } from './tenant-with-files.ts'

const file = '/people/5/fields/resume/binary'

/** A DOCX with one more file that packs 200 MB. */
const bomb = Buffer.from(makeDocx(['x'], { 'word/bomb.xml': Buffer.alloc(200 * 1024 * 1024) }))

/** The same one, whose directory says that the file is as large as told. */
function bombThatTells(size: number): Buffer {
  const docx = Buffer.from(bomb)
  const entry = docx.lastIndexOf('word/bomb.xml', undefined, 'latin1') - 46
  docx.writeUInt32LE(size, entry + 24)
  return docx
}

async function refusal(bytes: Uint8Array): Promise<{ status: number; message: string; grown: number }> {
  await using simulator = await createFileTenant({ switches: { unfitFile: 'keep' } })
  const before = process.memoryUsage().rss
  const { status, message } = await refused(simulator, () =>
    call(simulator, 'PATCH', file, form(bytes, 'a.docx', docxType)),
  )
  return {
    status,
    message,
    grown: (process.memoryUsage().rss - before) / 1024 / 1024,
  }
}

const message = 'resume: The file would unpack to more than is read.'

test('a DOCX that says it is 200 MB is refused without being unpacked', async () => {
  const answer = await refusal(bomb)
  expect(answer).toMatchObject({ status: 400, message })
  expect(answer.grown).toBeLessThan(60)
})

test('a DOCX that says it is small and is 200 MB is refused without being unpacked', async () => {
  const answer = await refusal(bombThatTells(1_000))
  expect(answer).toMatchObject({ status: 400, message })
  expect(answer.grown).toBeLessThan(60)
})

test('a DOCX whose files share their bytes counts each of them', async () => {
  const packed = deflateRawSync(Buffer.alloc(1024 * 1024))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  const directory = Buffer.concat(
    Array.from({ length: 100 }, () => {
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x02014b50, 0)
      entry.writeUInt16LE(8, 10)
      entry.writeUInt32LE(packed.length, 20)
      entry.writeUInt32LE(1024 * 1024, 24)
      return entry
    }),
  )
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(local.length + packed.length, 16)
  expect(await refusal(Buffer.concat([local, packed, directory, end]))).toMatchObject({ status: 400, message })
})

test('a DOCX of many thousand files is refused', async () => {
  const others = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`word/${i}.xml`, Buffer.from('x')]))
  expect(await refusal(makeDocx(['x'], others))).toMatchObject({ status: 400, message })
})

test('a DOCX with a large picture is taken', async () => {
  await using simulator = await createFileTenant()
  const picture = { 'word/media/image1.bmp': Buffer.alloc(30 * 1024 * 1024) }
  const put = await call(simulator, 'PATCH', file, form(makeDocx(['x'], picture), 'a.docx', docxType))
  expect(put.status).toBe(204)
})
