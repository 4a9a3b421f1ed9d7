import { html } from 'hono/html'
import { fixedFields, modelFields } from '../../models/fields.ts'
import { models } from '../../models/models.ts'
import type { ScopeSettings } from '../../settings.ts'
import { actionNames } from '../../settings.ts'
import type { Shown } from '../entered.ts'
import type { Region } from '../regions.ts'
import { guideSteps } from './guide-page.ts'
import { type Html, layout } from './layout.ts'

/** What the page of a link shows. */
export type FormPage = {
  origins: readonly string[]
  token: string
  csrf: string
  organizationName: string
  regions: readonly Region[]
  scopes: ScopeSettings
  /** Customer id and region that cannot be changed: the link is for credentials alone. */
  fixed?: { customerId: string; region: string }
  shown?: Shown
  mistakes?: Readonly<Record<string, string>>
}

/** The page of a link: the guide, what data is asked for, and the form for the account. */
export function formPage(page: FormPage): Html {
  const { organizationName, origins, mistakes = {}, fixed } = page
  const wrong = Object.entries(mistakes)
  const title = `${fixed === undefined ? 'Connect' : 'Reconnect'} the iCIMS of ${organizationName}`
  return layout({ title: wrong.length > 0 ? `Check what you entered: ${title}` : title, origins }, [
    wrong.length > 0
      ? html`<div class="notice failed" role="alert"><p>That cannot be tried out yet:</p><ul>${wrong.map(
          ([name, text]) => html`<li><a href="#${name}">${text}</a></li>`,
        )}</ul></div>`
      : html`<p>This connects ${organizationName} by an API account that iCIMS makes for you. It takes three steps: get the account, enter it, look at what was found.</p>`,
    html`<details ${wrong.length > 0 ? '' : 'open'}><summary><h2>How to get the account</h2></summary>${guideSteps('h3')}</details>`,
    html`<details><summary><h2>What data is asked for</h2></summary>${requestedData(page.scopes)}</details>`,
    html`<h2>Enter the account</h2>`,
    form(page),
  ])
}

function requestedData({ models: modelScopes, fields, actions }: ScopeSettings): Html {
  const read = models.filter(({ name }) => modelScopes[name] !== 'DISABLED')
  const named = (name: (typeof models)[number]['name']): string =>
    modelFields[name]
      .filter((field) => fields[name]?.[field] !== 'DISABLED' && !fixedFields.includes(field))
      .map(words)
      .join(', ')
  const done = actionNames.filter((action) => actions[action] !== 'DISABLED')
  return html`<h3>Read</h3>
<dl>${read.map(({ name, label }) => html`<dt>${label}</dt><dd>${named(name) || 'which belong together'}</dd>`)}</dl>
<h3>Written, when the application you connect to asks for it</h3>
<ul>${done.map((action) => html`<li>${words(action.replace(/^ats_/, ''))}</li>`)}</ul>`
}

function words(name: string): string {
  return name.replaceAll('_', ' ')
}

function form({ token, csrf, regions, fixed, shown, mistakes = {} }: FormPage): Html {
  const method = shown?.method === '' || shown === undefined ? 'basic' : shown.method
  const input = (name: string, label: string, type: string, value = '', hint = ''): Html => {
    const wrong = mistakes[name]
    const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ')
    return html`<div class="field"><label for="${name}">${label}</label>
${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''}
${wrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : ''}
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="off" spellcheck="false" maxlength="1024" ${
      name === 'customer_id' ? html`inputmode="numeric"` : ''
    } ${wrong ? html`aria-invalid="true"` : ''} ${described ? html`aria-describedby="${described}"` : ''}></div>`
  }
  const choice = (value: string, label: string): Html =>
    html`<div><input type="radio" id="method-${value}" name="method" value="${value}" ${method === value ? 'checked' : ''}>
<label for="method-${value}">${label}</label></div>`
  const chosen = fixed?.region ?? shown?.region ?? regions[0]?.id
  return html`<form method="post" action="/connect/check">
<input type="hidden" name="token" value="${token}"><input type="hidden" name="csrf" value="${csrf}">
${
  fixed === undefined
    ? html`${input('customer_id', 'Customer id', 'text', shown?.customerId, 'The number in the addresses of your API, such as 1234.')}
<div class="field"><label for="region">Region</label>
${mistakes.region ? html`<p class="wrong" id="region-wrong">${mistakes.region}</p>` : ''}
<select id="region" name="region">${regions.map(
        ({ id, label }) => html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${label}</option>`,
      )}</select></div>`
    : html`<p>Customer ${fixed.customerId}, ${regions.find(({ id }) => id === fixed.region)?.label ?? fixed.region}</p>`
}
<fieldset id="method"><legend>How does the account sign in?</legend>
${mistakes.method ? html`<p class="wrong">${mistakes.method}</p>` : ''}
${choice('basic', 'Username and password (Basic)')}
${choice('hmac', 'Username and signing key (HMAC)')}
${choice('oauth', 'Client id and client secret (OAuth 2.0)')}</fieldset>
<div class="of-user">${input('username', 'API username', 'text', shown?.username)}</div>
<div class="of-basic">${input('password', 'API password', 'password')}</div>
<div class="of-hmac">${input('hmac_key', 'HMAC signing key', 'password')}</div>
<div class="of-oauth">${input('client_id', 'Client id', 'text', shown?.clientId)}
${input('client_secret', 'Client secret', 'password')}</div>
<p>The account is tried out with about 20 calls. Nothing is written to iCIMS.</p>
<button type="submit">Try it out</button>
</form>`
}
