/** As JSON.parse, but a whole number too large for JavaScript is the text it was written as: it may be an id. */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  const exact = (_: string, value: unknown, context?: { source: string }): unknown =>
    typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context!.source)
      ? context!.source
      : value
  return JSON.parse(text, exact as Parameters<typeof JSON.parse>[1])
}
