import type { Color, PDFDocument, PDFFont, PDFPage } from '@cantoo/pdf-lib'

/** How a text looks. Sizes are in points. */
export type Style = { font: PDFFont; size: number; color: Color; leading: number }

/** Where texts go, from the top of the first page on. */
export type PageWriter = {
  /** Writes a paragraph, wrapped; lines after the first are indented as the first one is, and a mark hangs before it. */
  paragraph(text: string, style: Style, options?: { indent?: number; mark?: string }): void
  /** Writes two texts on one line, the second one at the right margin; the first wraps where it must. */
  line(left: string, leftStyle: Style, right: string, rightStyle: Style): void
  /** A thin line across the page. */
  rule(color: Color): void
  space(points: number): void
  /** Goes to the next page unless so much height is left: what belongs together stays together. */
  keep(height: number): void
}

/** Distance of all text from the edges, and between a text and one to its right. */
const margin = 56
const gap = 16

export function createPageWriter(document: PDFDocument, size: [number, number]): PageWriter {
  const [width, height] = size
  let page: PDFPage = document.addPage(size)
  let y = height - margin

  const keep = (needed: number): void => {
    if (y - needed >= margin || y === height - margin) return
    page = document.addPage(size)
    y = height - margin
  }

  const draw = (text: string, x: number, { font, size: points, color }: Style): void => {
    page.drawText(text, { x, y, font, size: points, color })
  }

  const lines = (text: string, style: Style, room: number, each: (line: string) => void): void => {
    for (const line of wrap(text, style, room)) {
      keep(style.leading)
      y -= style.leading
      each(line)
    }
  }

  return {
    paragraph(text, style, { indent = 0, mark = '' } = {}) {
      let first = true
      lines(text, style, width - 2 * margin - indent, (line) => {
        if (first && mark !== '') draw(mark, margin + indent - style.size, style)
        first = false
        draw(line, margin + indent, style)
      })
    },
    line(left, leftStyle, right, rightStyle) {
      const taken = rightStyle.font.widthOfTextAtSize(right, rightStyle.size)
      let first = true
      lines(left === '' ? ' ' : left, leftStyle, width - 2 * margin - taken - gap, (line) => {
        draw(line, margin, leftStyle)
        if (first && right !== '') draw(right, width - margin - taken, rightStyle)
        first = false
      })
    },
    rule(color) {
      page.drawLine({ start: { x: margin, y }, end: { x: width - margin, y }, thickness: 0.75, color })
    },
    space(points) {
      y -= points
    },
    keep,
  }
}

/** Lines that fit; a word that is longer than a line is broken where it must be. */
function wrap(text: string, { font, size }: Style, room: number): string[] {
  const fits = (line: string): boolean => font.widthOfTextAtSize(line, size) <= room
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).filter((part) => part !== '')) {
    let rest = word
    if (line !== '' && fits(`${line} ${rest}`)) {
      line = `${line} ${rest}`
      continue
    }
    if (line !== '') lines.push(line)
    while (!fits(rest) && rest.length > 1) {
      let end = rest.length - 1
      while (end > 1 && !fits(rest.slice(0, end))) end -= 1
      lines.push(rest.slice(0, end))
      rest = rest.slice(end)
    }
    line = rest
  }
  return line === '' ? lines : [...lines, line]
}
