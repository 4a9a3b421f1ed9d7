import { writeFileSync } from 'node:fs'
import { UsageError } from './usage-error.ts'

/** Writes a report where one is asked for, after it was printed: a run is not lost with it. @throws UsageError where that fails. */
export function writeReport(file: string | undefined, text: () => string): void {
  if (file === undefined) return
  try {
    writeFileSync(file, text())
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as NodeJS.ErrnoException).code}.`)
  }
}
