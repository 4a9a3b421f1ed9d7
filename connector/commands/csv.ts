/** One line of CSV (RFC 4180), quoted where needed. What is nested is JSON; null is empty. */
export function toCsvLine(values: readonly unknown[]): string {
  return `${values.map(toCell).join(',')}\r\n`
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text =
    typeof value === 'string' ? harmless(value) : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Candidates write these texts, and a spreadsheet runs a cell that starts so as a formula; an apostrophe before it shows it as
 * text (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
