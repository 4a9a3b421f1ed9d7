import { escapeMarkup } from './escape.ts'
import type { PairReport } from './report.ts'

/** A report in the XML that CI systems read: a suite for each contract, a case for each interaction. */
export function toJUnit(reports: readonly PairReport[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${reports.map(toSuite).join('')}</testsuites>\n`
}

function toSuite({ name, interactions, skipped = [], problems, verification }: PairReport): string {
  const cases = interactions.map(({ description, milliseconds, mismatches }) =>
    toCase(name, description, milliseconds, mismatches),
  )
  const failed = interactions.filter(({ mismatches }) => mismatches.length > 0).length
  // What concerns no interaction is a case of its own: a suite without failures is taken for green.
  const own = problems.map((problem, index) => toCase(name, `problem ${index + 1}`, 0, [problem]))
  const left = skipped.map(({ description, reason }) => toSkipped(name, description, reason))
  const all = [...cases, ...own, ...left]
  const counts = `tests="${all.length}" failures="${failed + own.length}" skipped="${left.length}"`
  return `  <testsuite name="${escapeMarkup(name)}" ${counts} time="${inSeconds(verification)}">\n${all.join('')}  </testsuite>\n`
}

function toCase(suite: string, name: string, milliseconds: number, mismatches: readonly string[]): string {
  const head = `    <testcase classname="${escapeMarkup(suite)}" name="${escapeMarkup(name)}" time="${inSeconds(milliseconds)}"`
  if (mismatches.length === 0) return `${head}/>\n`
  const text = escapeMarkup(mismatches.join('\n'))
  return `${head}>\n      <failure message="${escapeMarkup(mismatches[0]!)}">${text}</failure>\n    </testcase>\n`
}

function toSkipped(suite: string, name: string, reason: string): string {
  const head = `    <testcase classname="${escapeMarkup(suite)}" name="${escapeMarkup(name)}">`
  return `${head}\n      <skipped message="${escapeMarkup(reason)}"/>\n    </testcase>\n`
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3)
}
