import type { RawAnswer } from '../icims/call-raw.ts'

/** The body of an answer as it is told: JSON where it is some, a text where it is one, else base64. */
export function toAnswerData(
  { body, contentType }: RawAnswer,
  asBase64: boolean,
): { data?: unknown; warnings: string[] } {
  if (body.length === 0) return { warnings: [] }
  if (asBase64) return { data: Buffer.from(body).toString('base64'), warnings: [] }
  const text = decodeText(body)
  if (text === undefined) {
    const warning = 'The answer is no text: data is base64. Ask for it with response_as_base64.'
    return { data: Buffer.from(body).toString('base64'), warnings: [warning] }
  }
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType)) return { data: text, warnings: [] }
  try {
    return { data: parseExactly(text), warnings: [] }
  } catch {
    return { data: text, warnings: ['iCIMS called its answer JSON, and it is none: data is its text.'] }
  }
}

function decodeText(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return undefined
  }
}

/** A whole number too large for JavaScript is passed on as it was written. */
function parseExactly(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown }
  const exact = (_: string, value: unknown, context?: { source: string }): unknown =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context!.source)
      ? rawJSON(context!.source)
      : value
  return JSON.parse(text, exact as Parameters<typeof JSON.parse>[1])
}
