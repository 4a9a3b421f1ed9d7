import { html } from 'hono/html'
import { guide } from '../guide.ts'
import type { Permission } from '../permissions.ts'
import { type Html, layout } from './layout.ts'

const needs = { required: 'required', recommended: 'recommended', writes: 'for writing' } as const

/** The guide by itself, for who has no link yet. */
export function guidePage(): Html {
  return layout({ title: 'Connect iCIMS: what to ask for', origins: [] }, guideSteps('h2'))
}

/** The steps of the guide, under headings of a level. */
export function guideSteps(level: 'h2' | 'h3'): Html {
  return html`<ol class="steps">${guide.map(
    ({ title, text, permissions }) =>
      html`<li>${level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
${text.map((paragraph) => html`<p>${paragraph}</p>`)}
${permissions === undefined ? '' : permissionTable(permissions)}</li>`,
  )}</ol>`
}

function permissionTable(permissions: readonly Permission[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="What to ask for"><table>
<caption>What to ask for, and what it is for</caption>
<thead><tr><th scope="col">Permission</th><th scope="col">Ask for</th><th scope="col">Needed for</th><th scope="col">Need</th></tr></thead>
<tbody>${permissions.map(
    ({ title, ask, neededFor, need }) =>
      html`<tr><th scope="row">${title}</th><td>${ask}</td><td>${neededFor}</td><td>${needs[need]}</td></tr>`,
  )}</tbody></table></div>`
}
