/** Longest name kept, in characters: what common file systems take. */
const longestName = 255

/**
 * A name as a file may have it: the last part of a path, without control characters. Undefined when nothing is left.
 *
 * @param name what the client calls the file; browsers of old sent `C:\fakepath\resume.doc`.
 */
export function cleanFileName(name: string): string | undefined {
  const last = name.toWellFormed().split(/[/\\]/).at(-1)!
  const clean = last.replaceAll(/\p{Cc}/gu, '').trim()
  if (clean === '' || clean === '.' || clean === '..') return undefined
  const characters = [...clean]
  if (characters.length <= longestName) return clean
  const end = [...extensionOf(clean)]
  return [...characters.slice(0, longestName - end.length), ...end].join('')
}

/** The end of a file name with its dot, in lower case: `.pdf`; empty where there is none, or none that is plausible. */
export function extensionOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''
}

/** The name a Content-Disposition header gives the file (https://www.rfc-editor.org/rfc/rfc6266), if any. */
export function readDisposition(header: string | null): string | undefined {
  if (header === null) return undefined
  const text = decodeHeader(header)
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(text)?.[1]
  const decoded = encoded === undefined ? undefined : decodePercent(encoded)
  if (decoded !== undefined) return decoded
  const quoted = /;\s*filename\s*=\s*"((?:\\["\\]|[^"])*)"/i.exec(text)?.[1]
  if (quoted !== undefined) return quoted.replaceAll(/\\(["\\])/g, '$1')
  return /;\s*filename\s*=\s*([^";\s]+)/i.exec(text)?.[1]
}

/** `attachment;filename="resume.doc"`, as iCIMS's pages write it (D8), with the whole name beside it where ASCII cannot hold it. */
export function writeDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["\\]/g, '\\$&')
  const plain = `attachment;filename="${ascii}"`
  if (/^[\x20-\x7e]*$/.test(name)) return plain
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${plain};filename*=UTF-8''${encoded}`
}

/** A header comes as bytes read as Latin-1; clients mostly send UTF-8. */
function decodeHeader(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'))
  } catch {
    return header
  }
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
