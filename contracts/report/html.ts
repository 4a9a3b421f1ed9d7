import { escapeMarkup } from './escape.ts'
import { holds, type PairReport } from './report.ts'

/** A page for people: each contract with its interactions, the failed ones with what did not fit. */
export function toHtml(reports: readonly PairReport[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Contracts</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1d2733 }
table { border-collapse: collapse; width: 100% }
td, th { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #d8dee6 }
.failed { color: #a4161a; font-weight: 600 }
</style>
<h1>Contracts</h1>
${reports.map(toSection).join('')}</html>
`
}

function toSection(report: PairReport): string {
  const { name, interactions, skipped = [], problems } = report
  const list = problems.map((problem) => `<li class="failed">${escapeMarkup(problem)}</li>\n`).join('')
  return `<h2>${escapeMarkup(name)}: ${holds(report) ? 'passed' : '<span class="failed">failed</span>'}</h2>
${list && `<ul>\n${list}</ul>\n`}<table>
<tr><th>interaction<th>given<th>time<th>result</tr>
${interactions.map(toRow).join('')}${skipped.map(toSkippedRow).join('')}</table>
`
}

function toRow({ description, states, milliseconds, mismatches }: PairReport['interactions'][number]): string {
  const result =
    mismatches.length === 0 ? 'passed' : `<span class="failed">${mismatches.map(escapeMarkup).join('<br>')}</span>`
  const given = escapeMarkup(states.join(', '))
  return `<tr><td>${escapeMarkup(description)}<td>${given}<td>${milliseconds} ms<td>${result}</tr>\n`
}

function toSkippedRow({ description, reason }: { description: string; reason: string }): string {
  return `<tr><td>${escapeMarkup(description)}<td><td><td>skipped: ${escapeMarkup(reason)}</tr>\n`
}
