/** Prints a value for a machine, or the text of it for a person. */
export function print(json: true | undefined, value: unknown, text: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : text())
}

/** Rows under their headings, in columns as wide as they need; the last one as wide as it is. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')
  return all.map((row) => `${line(row).trimEnd()}\n`).join('')
}
