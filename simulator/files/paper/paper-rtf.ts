import type { Paper } from './paper.ts'

/** A document as RTF, which Word opens under the name .doc; ASCII throughout. */
export function paperRtf({ title, blocks }: Paper): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'heading') return `\\pard\\sb240\\b ${escaped(block.text)}\\b0\\par`
    if (block.kind === 'paragraph') return `\\pard\\sb120 ${escaped(block.text)}\\par`
    return `\\pard\\sb60 ${escaped(block.label)}: \\b ${escaped(block.text)}\\b0\\par`
  })
  const head = '{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\fs22'
  return `${head}\n\\pard\\b\\fs32 ${escaped(title)}\\b0\\fs22\\par\n${parts.join('\n')}\n}\n`
}

/** RTF's own marks are escaped; what is no ASCII is written as a 16-bit number with a `?` for readers that know none. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\{}]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r?\n/g, '\\line ')
    .replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${(unit.charCodeAt(0) << 16) >> 16}?`)
}
