import { docx, essenceOf } from '../media-type.ts'
import { findZipProblem } from '../zip.ts'
import { readRtf } from './rtf.ts'
import { runExtraction } from './run-extraction.ts'

/** How to read each type. Images, old Word files and everything else hold no text that is found. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => string | undefined | Promise<string | undefined>>> = {
  'application/pdf': (bytes) => runExtraction({ kind: 'pdf', bytes }),
  [docx]: async (bytes) => {
    return (await findZipProblem(bytes)) === undefined ? runExtraction({ kind: 'docx', bytes }) : undefined
  },
  'text/plain': decodeText,
  'text/rtf': readRtf,
  'application/rtf': readRtf,
}

/** What is written in a file; undefined where nothing can be got out of it (D8: a 404 then). */
export async function extractText(type: string, bytes: Uint8Array): Promise<string | undefined> {
  const text = await readers[essenceOf(type)]?.(bytes)
  return text === undefined || text.trim() === '' ? undefined : text
}

/** Text as its first bytes tell, else as UTF-8, else as the encoding of old Windows files. */
function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
