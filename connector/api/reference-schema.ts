import { html } from 'hono/html'

type Html = ReturnType<typeof html>

/** A JSON schema as far as the page shows it. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

/** Deeper levels are left out: a schema may contain itself. */
const deepest = 7

/** A schema as nested lists. */
export function describeSchema(given: Schema, schemas: Record<string, Schema>, level = 0): Html {
  const schema = resolve(given, schemas)
  const { properties, required = [], items } = schema
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (level > deepest) return html`<span class="type">…</span>`
  if (properties !== undefined) {
    return html`<ul class="schema">${Object.entries(properties).map(
      ([name, part]) =>
        html`<li><code>${name}</code>${required.includes(name) ? ' (required)' : ''} ${note(resolve(part, schemas))}
${isPlain(resolve(part, schemas)) ? '' : describeSchema(part, schemas, level + 1)}</li>`,
    )}</ul>`
  }
  if (items !== undefined) return html`<span class="type">a list of</span> ${describeSchema(items, schemas, level + 1)}`
  if (choices !== undefined) {
    return html`<ul class="schema">${choices.map((one) => html`<li>${describeSchema(one, schemas, level + 1)}</li>`)}</ul>`
  }
  return note(schema)
}

function resolve(schema: Schema, schemas: Record<string, Schema>): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '')
  return name === undefined ? schema : (schemas[name] ?? schema)
}

function isPlain({ properties, items, anyOf, oneOf, allOf }: Schema): boolean {
  return [properties, items, anyOf, oneOf, allOf].every((part) => part === undefined)
}

function note(schema: Schema): Html {
  const { type, format, description, default: usual } = schema
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  const words = [
    [type ?? []].flat().join(' or '),
    format,
    values && `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`,
    usual === undefined ? undefined : `default ${JSON.stringify(usual)}`,
  ]
  return html`<span class="type">${words.filter(Boolean).join(', ')}</span> ${description ?? ''}`
}
