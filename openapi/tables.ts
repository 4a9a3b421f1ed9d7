import { parse } from 'yaml'
import type { ErrorBelief, Operation, Switch } from './document.ts'

/** What `index.json` holds. */
export type Index = { operations: Operation[]; switches: Switch[]; errors: ErrorBelief[] }

/** One line of `behaviours.yaml`: what is done, how sure we are, from where, the test that holds it, the switch that changes it. */
export type Behaviour = readonly [what: string, level: string, source: string, test: string, name?: string]

/** The lines of `behaviours.yaml` by their areas. */
export function readBehaviours(yaml: string): { area: string; rows: readonly Behaviour[] }[] {
  return parse(yaml)
}

/** `openapi/README.md` with its tables of switches, error codes and operations made anew. */
export function withBeliefs(readme: string, { operations, switches, errors }: Index): string {
  const operationRows = operations.map(({ operationId, method, path, evidence }) => [
    `\`${operationId}\``,
    `${method} \`${path}\``,
    evidence.level,
    evidence.source,
  ])
  const switchRows = switches.map((choice) => [
    `\`${choice.name}\``,
    `\`${choice.default}\``,
    choice.options.map((option) => `\`${option}\``).join(', '),
    choice.why,
  ])
  const errorRows = errors.map(({ code, meaning, status, level, source, note = '' }) => [
    String(code),
    meaning,
    String(status),
    level,
    source,
    note,
  ])
  const filled = fill(readme, 'switches', table(['switch', 'default', 'options', 'why'], switchRows))
  const errorHead = ['code', 'means', 'status', 'evidence', 'sources', 'note']
  return fill(
    fill(filled, 'errors', table(errorHead, errorRows)),
    'operations',
    table(['operation', 'request', 'evidence', 'sources'], operationRows),
  )
}

/** `simulator/README.md` with its table of what is done as iCIMS does it. */
export function withBehaviours(readme: string, yaml: string): string {
  const rows = readBehaviours(yaml).flatMap(({ area, rows: lines }) =>
    lines.map(([what, level, source, test, name]) => [
      area,
      what,
      level,
      source,
      name === undefined ? '' : `\`${name}\``,
      test.replaceAll('%', '…').replaceAll(/…[sdj#]/g, '…'),
    ]),
  )
  return fill(readme, 'behaviours', table(['area', 'behaviour', 'evidence', 'sources', 'switch', 'test'], rows))
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Puts text between the marks `<!-- generated:name -->` and `<!-- /generated -->`. */
function fill(readme: string, name: string, text: string): string {
  const marks = new RegExp(`(<!-- generated:${name} -->\n)[\\s\\S]*?(<!-- /generated -->)`)
  return readme.replace(marks, (_, start: string, end: string) => `${start}${text}\n${end}`)
}
