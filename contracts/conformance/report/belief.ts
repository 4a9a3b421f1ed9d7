import { switches } from '../../../openapi/document.ts'
import type { Conformance } from '../conform.ts'
import type { Finding, Verdict } from '../fact.ts'
import { unseenPrefix } from '../facts/unseen.ts'

/** What a run says about our beliefs, for people: contradicted first, what could not be seen by its reasons, confirmed. */
export function toBeliefReport({ findings, calls, written }: Conformance, address: string): string {
  const of = (verdict: Verdict): Finding[] => findings.filter((finding) => finding.verdict === verdict)
  const [contradicted, untested, confirmed] = [of('contradicted'), of('not testable here'), of('confirmed')]
  const [unseen, missed] = [untested.filter(isUnseen), untested.filter((finding) => !isUnseen(finding))]
  return [
    `Beliefs about iCIMS, looked at on ${address}\n\n`,
    heading('Contradicted', contradicted),
    ...contradicted.map(toContradiction),
    heading('Not testable here', missed),
    ...byReason(missed),
    ...(unseen.length === 0 ? [] : [heading('Not to be seen from outside', unseen)]),
    ...unseen.map(toUnseen),
    heading('Confirmed', confirmed),
    `${calls} calls were made.\n`,
    written.length === 0
      ? 'Nothing was written.\n'
      : `Written, and left there:\n${written.map((one) => `  ${one}\n`).join('')}`,
  ].join('')
}

/** How many of each level of evidence. */
export function heading(title: string, findings: readonly Finding[]): string {
  const levels = (['doc', 'client', 'infer'] as const).map(
    (level) => `${findings.filter((finding) => finding.level === level).length} ${level}`,
  )
  return `${title}: ${findings.length} (${levels.join(', ')})\n`
}

function toContradiction(finding: Finding): string {
  const { id, level, source, title, detail } = finding
  return [
    `  ${id} [${level}: ${source}]\n`,
    `    believed: ${title}\n`,
    `    seen:     ${detail}\n`,
    ...switchesFor(finding).map((choice) => `    switch:   ${choice} brings the simulator in line\n`),
  ].join('')
}

/** The settings, as `name: value` of a tenant file, under which the simulator does otherwise than the fact says. */
export function switchesFor(finding: Pick<Finding, 'switch' | 'verdict'>): string[] {
  const declared = switches.find(({ name }) => name === finding.switch)
  if (declared === undefined || finding.verdict !== 'contradicted') return []
  const others = declared.options.filter((option) => option !== declared.default)
  return others.map((option) => `${declared.name}: ${option}`)
}

/** A fact that no run of any kind can look at. */
function isUnseen({ id }: Finding): boolean {
  return id.startsWith(unseenPrefix)
}

function toUnseen({ id, level, source, title, detail }: Finding): string {
  return `  ${id} [${level}: ${source}] ${title}: ${detail}\n`
}

function byReason(findings: readonly Finding[]): string[] {
  const reasons = Map.groupBy(findings, ({ detail }) => detail ?? '')
  return [...reasons].map(([reason, ones]) => {
    const names = ones.slice(0, 5).map(({ id }) => id)
    const more = ones.length > names.length ? ` and ${ones.length - names.length} more` : ''
    return `  ${reason}: ${names.join(', ')}${more}\n`
  })
}
