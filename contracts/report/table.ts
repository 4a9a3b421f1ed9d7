import { table } from '../commands/print.ts'
import { holds, median, type PairReport } from './report.ts'

/** The table at the end of a run. */
export function toTable(reports: readonly PairReport[], milliseconds: number): string {
  const rows = reports.map((report) => [
    report.name,
    String(report.interactions.length),
    seconds(sum(report.consumer)),
    `${median(report.consumer).toFixed(0)} ms`,
    seconds(report.verification),
    holds(report) ? 'passed' : 'FAILED',
  ])
  const headings = ['pair', 'interactions', 'consumer', 'median', 'provider', 'result']
  const consumer = reports.flatMap((report) => report.consumer)
  const count = sum(reports.map(({ interactions }) => interactions.length))
  return `${table(headings, rows)}${count} interactions in ${seconds(milliseconds)}, consumer side ${median(consumer).toFixed(0)} ms in the median\n`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`
}
