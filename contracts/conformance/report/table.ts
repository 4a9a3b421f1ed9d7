import { table } from '../../commands/print.ts'
import type { Conformance } from '../conform.ts'

/** Every fact with its verdict, one line each. */
export function toFactTable({ findings }: Pick<Conformance, 'findings'>): string {
  const rows = findings.map(({ verdict, level, needs, id, title, source, detail }) => [
    verdict,
    level,
    needs,
    id,
    `${title} (${source})${detail === undefined ? '' : `: ${detail}`}`,
  ])
  return table(['verdict', 'mark', 'needs', 'fact', 'what is believed'], rows)
}
