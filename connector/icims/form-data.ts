import { createHash } from 'node:crypto'

/** A file to put into iCIMS. */
export type IcimsUpload = { filename: string; type: string; bytes: Uint8Array }

/** A file as a form with one part that has a file name (D8). The same file makes the same bytes. */
export function encodeUpload({ filename, type, bytes }: IcimsUpload): {
  body: Uint8Array<ArrayBuffer>
  contentType: string
} {
  const boundary = `icims-connector-${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`
  // As browsers write a name: what would end it is escaped.
  const name = filename.replaceAll('"', '%22').replaceAll(/[\r\n]+/g, ' ')
  const disposition = `Content-Disposition: form-data; name="file"; filename="${name}"`
  const head = `--${boundary}\r\n${disposition}\r\nContent-Type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { body: new Uint8Array(body), contentType: `multipart/form-data; boundary=${boundary}` }
}
