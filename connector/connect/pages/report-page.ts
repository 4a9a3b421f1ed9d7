import { html } from 'hono/html'
import { type CheckStep, type FieldFinding, isGood, type Verdict } from '../report.ts'
import { type Html, layout } from './layout.ts'

const states = { PASSED: 'Passed', WARNING: 'Warning', FAILED: 'Failed', SKIPPED: 'Not tried' } as const
const verdicts: Record<Verdict, string> = {
  allowed: 'allowed',
  'not-allowed': 'not allowed',
  empty: 'empty',
  unknown: 'cannot be told',
}

/** What a report is shown with. */
export type ReportPage = {
  origins: readonly string[]
  token: string
  csrf: string
  organizationName: string
  steps: readonly CheckStep[]
}

/** What was found of an account, and the way on: to connect it, or to enter another. */
export function reportPage({ origins, token, csrf, organizationName, steps }: ReportPage): Html {
  const isFine = isGood(steps)
  const hasWarnings = steps.some(({ state }) => state === 'WARNING')
  const title = isFine ? `Ready to connect ${organizationName}` : `${organizationName} cannot be connected yet`
  const advice = isFine
    ? hasWarnings
      ? 'The account works. Some data will be missing: ask iCIMS for what the warnings name, now or later, and the next full sync brings it.'
      : 'The account may do everything that was tried out.'
    : 'Something is missing without which nothing can be synced. Ask iCIMS for it, and try again.'
  return layout({ title, origins }, [
    html`<p class="notice ${isFine ? 'passed' : 'failed'}" role="status">${advice}</p>`,
    isFine
      ? html`<form method="post" action="/connect/activate"><input type="hidden" name="token" value="${token}"><input type="hidden" name="csrf" value="${csrf}">
<button type="submit">Connect</button></form>`
      : html``,
    html`<p><a href="/connect?token=${encodeURIComponent(token)}">Enter another account</a></p>`,
    html`<h2>What was found</h2>`,
    html`<ul class="report">${steps.map(
      ({ name, state, verdict, seen, how, neededFor, fields }) => html`<li class="${state.toLowerCase()}">
<h3><span class="state">${states[state]}</span> ${name}</h3>
<p>${seen}</p>
${state === 'PASSED' || state === 'SKIPPED' ? '' : html`<p>${fields.length === 0 ? `It is ${verdicts[verdict]}. ${how} ` : ''}Needed for: ${neededFor}</p>`}
${fieldTable(name, fields)}</li>`,
    )}</ul>`,
  ])
}

function fieldTable(name: string, fields: readonly FieldFinding[]): Html | '' {
  const missing = fields.filter(({ verdict }) => verdict !== 'allowed')
  if (missing.length === 0) return ''
  return html`<div class="wide" tabindex="0" role="region" aria-label="${name}: fields that were not seen"><table>
<caption>Fields that were not seen</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Is</th><th scope="col">How that is known</th><th scope="col">It fills</th></tr></thead>
<tbody>${missing.map(
    ({ field, verdict, how, fills }) =>
      html`<tr><th scope="row">${field}</th><td>${verdicts[verdict]}</td><td>${how}</td><td>${fills.join('; ')}</td></tr>`,
  )}</tbody></table></div>`
}
