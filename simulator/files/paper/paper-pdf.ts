import { createPageWriter, type Style } from '../resume/page-writer.ts'
import type { Paper } from './paper.ts'

/** US Letter and A4, in points. */
const sizes: Readonly<Record<'us' | 'eu', [number, number]>> = { us: [612, 792], eu: [595.28, 841.89] }

/** A document as PDF: the same paper gives the same bytes. Words in other alphabets are written in Latin letters. */
export async function paperPdf({ title, made, blocks }: Paper, region: 'us' | 'eu'): Promise<Uint8Array> {
  const [{ PDFDocument, StandardFonts, rgb }, { toLatin }] = await Promise.all([
    import('@cantoo/pdf-lib'),
    import('../resume/latin.ts'),
  ])
  const document = await PDFDocument.create({ updateMetadata: false })
  const regular = await document.embedFont(StandardFonts.Helvetica)
  const bold = await document.embedFont(StandardFonts.HelveticaBold)
  const letters = new Set(regular.getCharacterSet())
  const latin = (text: string): string => toLatin(text, letters)
  const ink = rgb(0.12, 0.14, 0.18)
  const style = (font: typeof regular, size: number, color = ink): Style => ({ font, size, color, leading: size * 1.4 })
  const [body, label] = [style(regular, 10.5), style(regular, 8.5, rgb(0.38, 0.41, 0.46))]

  const page = createPageWriter(document, sizes[region])
  page.paragraph(latin(title), style(bold, 18))
  page.space(6)
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        page.space(12)
        page.keep(48)
        page.paragraph(latin(block.text), style(bold, 12))
        break
      case 'paragraph':
        page.space(8)
        page.paragraph(latin(block.text), body)
        break
      case 'entry':
        page.space(5)
        page.keep(30)
        page.paragraph(latin(block.label), label)
        page.paragraph(latin(block.text), body)
    }
  }
  document.setTitle(title)
  document.setProducer('icims-simulator')
  document.setCreationDate(new Date(made))
  document.setModificationDate(new Date(made))
  return document.save()
}
