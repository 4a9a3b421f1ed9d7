import type { Paper } from './paper.ts'

/** A document as plain text, in lines. */
export function paperText({ title, blocks }: Paper): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'heading') return ['', block.text.toUpperCase()]
    return block.kind === 'entry' ? [`${block.label}: ${block.text}`] : ['', block.text]
  })
  return `${[title, '='.repeat(title.length), ...lines].join('\n')}\n`
}
