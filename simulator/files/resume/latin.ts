import anyAscii from 'any-ascii'

/**
 * Writes a text in the letters a font has; others become their nearest ASCII, and what has none is left out.
 *
 * @param has the code points the font can print.
 */
export function toLatin(text: string, has: ReadonlySet<number>): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      if (/\s/.test(character)) return ' '
      return has.has(character.codePointAt(0)!) ? character : anyAscii(character)
    })
    .join('')
    .replaceAll(/[^\S ]|\p{Cc}/gu, ' ')
}
