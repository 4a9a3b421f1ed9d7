/** Groups that hold no text of the document. Those marked `\*` are skipped whatever their name. */
const unread = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'header', 'headerl', 'headerr', 'headerf'],
  ...['footer', 'footerl', 'footerr', 'footerf', 'themedata', 'datastore', 'listtable', 'listoverridetable', 'rsidtbl'],
])

/** What control words stand for. */
const characters: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', sect: '\n', page: '\n', row: '\n', tab: '\t', cell: '\t', '~': '\u00a0', _: '-' },
  ...{ emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
  ...{ '\\': '\\', '{': '{', '}': '}', '\n': '\n', '\r': '\n' },
}

/** A group: whether it is skipped, and how many characters stand behind each `\u` for readers that cannot read it. */
type Group = { skipped: boolean; fallback: number }

const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\\\r\n]/gi

/**
 * The text of a document in RTF (https://www.biblioscape.com/rtf15_spec.htm); undefined for what is none.
 */
export function readRtf(bytes: Uint8Array): string | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!source.startsWith('{\\rtf')) return undefined
  const text: string[] = []
  const groups: Group[] = []
  let group: Group = { skipped: false, fallback: 1 }
  let codePage = 1_252
  let toSkip = 0
  let codes: number[] = []
  const write = (part: string): void => {
    if (codes.length > 0) text.push(decode(codes, codePage))
    codes = []
    if (!group.skipped) text.push(part)
  }
  for (const [, word, number, code, symbol, brace, plain] of source.matchAll(token)) {
    if (code !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (!group.skipped) codes.push(Number.parseInt(code, 16))
      continue
    }
    if (plain !== undefined) {
      write(plain.slice(toSkip))
      toSkip = Math.max(0, toSkip - plain.length)
      continue
    }
    write('')
    if (brace === '{') {
      groups.push(group)
      group = { ...group }
    } else if (brace === '}') group = groups.pop() ?? group
    else if (symbol === '*' || unread.has(word ?? '')) group.skipped = true
    else if (word === 'ansicpg') codePage = Number(number)
    else if (word === 'uc') group.fallback = Number(number)
    else if (word === 'u') {
      write(String.fromCharCode(Number(number) & 0xffff))
      toSkip = group.fallback
      continue
    } else write(characters[word ?? symbol ?? ''] ?? '')
    toSkip = 0
  }
  write('')
  return text.join('').toWellFormed()
}

function decode(codes: readonly number[], codePage: number): string {
  const label = codePage === 932 ? 'shift_jis' : codePage === 65_001 ? 'utf-8' : `windows-${codePage}`
  try {
    return new TextDecoder(label).decode(Uint8Array.from(codes))
  } catch {
    return new TextDecoder('windows-1252').decode(Uint8Array.from(codes))
  }
}
