/** The body of an answer as JSON, or why it is none; an empty one is neither. */
export type Parsed = { data: unknown; error?: undefined } | { data?: undefined; error: Error }

/** Reads a body once, whoever asks for it. */
export function parseBody(text: string): Parsed {
  if (text === '') return { data: undefined }
  try {
    return { data: parseJson(text) }
  } catch (error) {
    return { error: error as Error }
  }
}

/** As JSON.parse, but a whole number too large for JavaScript is the text it was written as: it may be an id. */
function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  const exact = (_: string, value: unknown, context?: { source: string }): unknown =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context!.source)
      ? context!.source
      : value
  return JSON.parse(text, exact as Parameters<typeof JSON.parse>[1])
}
