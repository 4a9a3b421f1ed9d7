import { models } from '../models/models.ts'

/** Prints a value for a machine, or the text of it for a person. */
export function print(json: true | undefined, value: unknown, text: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : text())
}

/** Rows under their headings, in columns as wide as they need; the last one as wide as it is. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** An instant for people, to the minute. */
export function moment(instant: string | null): string {
  return instant === null ? '-' : `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`
}

/** A number of things: `1 call`, `2 calls`. */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A model as people call it: `application stages`. */
export function modelLabel(name: string): string {
  return models.find((model) => model.name === name)!.label.toLowerCase()
}
