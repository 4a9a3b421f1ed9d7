import { escapeMarkup } from '../../report/escape.ts'
import type { Conformance } from '../conform.ts'
import { isFailure } from '../conform.ts'
import type { Finding } from '../fact.ts'

/**
 * A run in the XML that CI systems read. What is documented or was seen fails when it is contradicted; what we inferred is
 * printed beside its case, for it is our reading that is wrong then.
 */
export function toConformanceJUnit({ findings }: Pick<Conformance, 'findings'>): string {
  const count = (fits: (finding: Finding) => boolean): number => findings.filter(fits).length
  const skipped = count(({ verdict }) => verdict === 'not testable here')
  const seconds = findings.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000
  const counts = `tests="${findings.length}" failures="${count(isFailure)}" skipped="${skipped}" time="${seconds.toFixed(3)}"`
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
  return `${head}<testsuites>\n  <testsuite name="conformance" ${counts}>\n${findings.map(toCase).join('')}  </testsuite>\n</testsuites>\n`
}

function toCase(finding: Finding): string {
  const { id, level, source, title, verdict, detail = '', milliseconds } = finding
  const name = escapeMarkup(`${title} (${level}: ${source})`)
  const head = `    <testcase classname="${escapeMarkup(id)}" name="${name}" time="${(milliseconds / 1_000).toFixed(3)}"`
  const message = escapeMarkup(detail)
  if (verdict === 'confirmed') return `${head}/>\n`
  if (verdict === 'not testable here') return `${head}><skipped message="${message}"/></testcase>\n`
  if (isFailure(finding)) return `${head}><failure message="${message}">${message}</failure></testcase>\n`
  return `${head}><system-out>contradicted: ${message}</system-out></testcase>\n`
}
