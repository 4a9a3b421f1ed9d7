import { createDeflate } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`

const relations = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`

/** A real DOCX of these paragraphs, with other files beside them. */
export function makeDocx(paragraphs: readonly string[], others: Record<string, Uint8Array> = {}): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
  const document = `<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipSync({
    '[Content_Types].xml': Buffer.from(contentTypes),
    '_rels/.rels': Buffer.from(relations),
    'word/document.xml': Buffer.from(document),
    ...others,
  })
}

/** A real PDF with one page for each of these texts. */
export async function makePdf(pages: readonly string[], password?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const text of pages) document.addPage([612, 792]).drawText(text, { x: 50, y: 700, size: 12, font })
  if (password !== undefined)
    await document.encrypt({ userPassword: password, ownerPassword: password, permissions: {} })
  return document.save()
}

/** A PDF of one page whose content unpacks to so many megabytes of blanks. */
export async function makePdfBomb(megabytes: number): Promise<Uint8Array> {
  const deflate = createDeflate()
  const blanks = Buffer.alloc(1024 * 1024, ' ')
  const packed: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => packed.push(chunk))
  const done = new Promise((resolve) => deflate.once('end', resolve))
  for (let i = 0; i < megabytes; i++) if (!deflate.write(blanks)) await new Promise((go) => deflate.once('drain', go))
  deflate.end()
  await done
  const stream = Buffer.concat(packed)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>>>',
  ].map((text, i) => Buffer.from(`${i + 1} 0 obj\n${text}\nendobj\n`))
  const content = Buffer.concat([
    Buffer.from(`4 0 obj\n<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n`),
    stream,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const parts = [Buffer.from('%PDF-1.4\n'), ...objects, content]
  const offsets = parts.slice(1).map((_, i) => Buffer.concat(parts.slice(0, i + 1)).length)
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = Buffer.concat(parts).length
  const end = `xref\n0 5\n0000000000 65535 f \n${rows}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}
