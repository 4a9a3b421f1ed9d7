import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { describeSchema, type Schema } from './reference-schema.ts'

type Html = ReturnType<typeof html>
type Content = { 'application/json'?: { schema: Schema } }
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema }
type Operation = {
  summary?: string
  deprecated?: boolean
  parameters?: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

/** As much of an OpenAPI document as the page shows. */
export type Described = {
  info: { title: string; version: string }
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

const style = `
body { margin: 0 auto; max-width: 64rem; padding: 1rem 1.5rem 4rem; color: #1c2733; background: #fff; font: 16px/1.5 system-ui, sans-serif }
h1 { font-size: 1.5rem } h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; border-bottom: 1px solid #c5ced6 } h3, h4 { font-size: 1rem; margin: 1rem 0 .25rem }
code { font-family: ui-monospace, monospace; font-size: .95em; overflow-wrap: anywhere }
a { color: #0b5a8a } nav ul { columns: 2; padding-left: 1.2rem }
details { border: 1px solid #c5ced6; border-radius: .375rem; margin: .5rem 0; padding: .4rem .8rem } summary { cursor: pointer }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; color: #0b5a8a } .note { color: #56636f }
ul.schema { list-style: none; padding-left: 1rem; border-left: 2px solid #e2e7eb } .type { color: #56636f }
:focus-visible { outline: 3px solid #e08a00; outline-offset: 2px }
`
const styleHash = createHash('sha256').update(style).digest('base64')

/** Shows the document of the API as one page that loads nothing and needs no script. */
export function showReference(context: Context, document: Described): Response | Promise<Response> {
  context.header(
    'content-security-policy',
    `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  context.header('x-content-type-options', 'nosniff')
  return context.html(referencePage(document))
}

function referencePage({ info, paths = {}, components = {} }: Described): Html {
  const schemas = components.schemas ?? {}
  const groups = Map.groupBy(Object.keys(paths), (path) => path.split('/')[2] ?? '')
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: reference</title><style>${raw(style)}</style></head>
<body><header><h1>${info.title}</h1>
<p>Every call takes <code>Authorization: Bearer &lt;key&gt;</code>; those that work on one integration take
<code>X-Integration-Id: icims:&lt;id&gt;</code> too. The same as a document: <a href="/v1/openapi.json">openapi.json</a>.</p>
<nav aria-label="Groups"><ul>${[...groups.keys()].map((group) => html`<li><a href="#${group}">${group}</a></li>`)}</ul></nav></header>
<main>${[...groups].map(
    ([group, members]) =>
      html`<section id="${group}"><h2>${group}</h2>${members.flatMap((path) =>
        Object.entries(paths[path]!).map(([method, operation]) => describe(method, path, operation, schemas)),
      )}</section>`,
  )}</main></body></html>`
}

function describe(method: string, path: string, operation: Operation, schemas: Record<string, Schema>): Html {
  const { summary, deprecated, parameters = [], requestBody, responses } = operation
  const body = requestBody?.content['application/json']?.schema
  return html`<details><summary><span class="method">${method.toUpperCase()}</span><code>${path}</code>
${summary === undefined ? '' : html` <span class="note">${summary}</span>`}${deprecated === true ? ' (deprecated)' : ''}</summary>
${
  parameters.length === 0
    ? ''
    : html`<h3>Parameters</h3><ul class="schema">${parameters.map(
        ({ name, in: place, required, description, schema }) =>
          html`<li><code>${name}</code> <span class="type">${place}${required === true ? ', required' : ''}</span>
${description ?? schema?.description ?? ''}${schema === undefined ? '' : describeSchema(schema, schemas, 3)}</li>`,
      )}</ul>`
}
${body === undefined ? '' : html`<h3>Body</h3>${describeSchema(body, schemas)}`}
<h3>Answers</h3>${Object.entries(responses).map(([status, { description, content }]) => {
    const schema = content?.['application/json']?.schema
    const isGood = status.startsWith('2')
    return html`<h4>${status}</h4><p>${description}</p>${isGood && schema !== undefined ? describeSchema(schema, schemas) : ''}`
  })}</details>`
}
