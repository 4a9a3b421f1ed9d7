import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

/** Most that a zip may unpack to, in bytes, and most files it may hold: no letter or résumé comes near. */
const unpackedLimit = 64 * 1024 * 1024
const filesLimit = 2_000

/** Why a zip is not unpacked: it is none, or it would become too much. */
export type ZipProblem = 'broken' | 'too-large'

/** One file of a zip: how it is packed, how large it says it is, and its packed bytes. */
type ZipFile = { method: number; size: number; packed: Buffer }

const unpack = promisify(inflateRaw)

/**
 * What is wrong with a zip, found without ever holding more of it than the limit: first by the sizes its directory tells,
 * then by unpacking each file up to the size told. Files of 4 GB and more are too large as they are
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
 */
export async function findZipProblem(bytes: Uint8Array): Promise<ZipProblem | undefined> {
  const files = listFiles(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (files === undefined || files.length === 0) return 'broken'
  const told = files.reduce((sum, { size }) => sum + size, 0)
  if (files.length > filesLimit || told > unpackedLimit) return 'too-large'
  for (const { method, size, packed } of files) {
    if (method === 0 && packed.length === size) continue
    if (method !== 8) return 'broken'
    try {
      const unpacked = (await unpack(packed, { maxOutputLength: Math.max(1, size) })) as Buffer
      if (unpacked.length !== size) return 'broken'
    } catch (error) {
      // More than it says is what a bomb does.
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken'
    }
  }
  return undefined
}

/** The files in the zip's own directory, which stands at its end; undefined where there is none. */
function listFiles(zip: Buffer): ZipFile[] | undefined {
  try {
    const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
    if (end < 0) return undefined
    const files: ZipFile[] = []
    let at = zip.readUInt32LE(end + 16)
    // The count is not believed: readers go on as long as there are entries.
    while (at + 46 <= zip.length && zip.readUInt32LE(at) === 0x02014b50 && files.length <= filesLimit) {
      const size = zip.readUInt32LE(at + 24)
      const local = zip.readUInt32LE(at + 42)
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
      files.push({ method: zip.readUInt16LE(at + 10), size, packed })
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return files
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
