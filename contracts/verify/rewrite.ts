import type { Interaction, Pact } from './pact.ts'

type Json = unknown
type Http = NonNullable<Interaction['http']>

/** What is put into the requests of a pact before they are sent. */
export type Rewriting = {
  /** Takes the place of the Authorization header where the answer is no refusal of it. */
  authorization?: string
  /** Takes the place of the customer id in paths. */
  customerId?: number
  /** What a state's parameters are at the provider, where they are not what the pact says. */
  values?: (state: string) => Readonly<Record<string, unknown>> | undefined
}

/** Whether an interaction is about credentials that are refused: those it must send as they are. */
export function isRefusalOfCredentials({ http }: Interaction): boolean {
  return http?.response.status === 401
}

/** Whether it asks for a token: its credentials are in the body. */
export function isTokenRequest({ http }: Interaction): boolean {
  return http !== undefined && /\/oauth\/token$/.test(http.request.path)
}

/** The document of a pact, with those interactions that are kept, rewritten. */
export function rewritePact(
  { document, interactions }: Pact,
  isKept: (interaction: Interaction) => boolean,
  rewriting: Rewriting,
): Record<string, Json> {
  const kept = interactions.flatMap((interaction, index) =>
    isKept(interaction) ? [rewriteInteraction(document.interactions[index]!, interaction, rewriting)] : [],
  )
  return { ...document, interactions: kept }
}

function rewriteInteraction(
  entry: Record<string, Json>,
  interaction: Interaction,
  { authorization, customerId, values = () => undefined }: Rewriting,
): Record<string, Json> {
  const { http, states } = interaction
  if (http === undefined) return entry
  const replaced = new Map<string, unknown>()
  for (const { name, params } of states) {
    for (const [key, value] of Object.entries(values(name) ?? {})) {
      if (params[key] !== undefined) replaced.set(String(params[key]), value)
    }
  }
  const request = { ...http.request, path: rewritePath(http.request.path, customerId, replaced) }
  if (request.query !== undefined) request.query = rewriteQuery(request.query, replaced)
  if (request.body !== undefined) request.body = rewriteBody(request.body, replaced)
  const isOwn = isRefusalOfCredentials(interaction) || isTokenRequest(interaction) || fillsInAuthorization(http)
  if (authorization !== undefined && !isOwn) request.headers = withAuthorization(http.request.headers, authorization)
  const body = http.response.body === undefined ? {} : { body: rewriteBody(http.response.body, replaced) }
  return { ...entry, request, response: { ...http.response, ...body } }
}

/** Whether the header is to be filled in from the provider's state. */
function fillsInAuthorization({ request }: Http): boolean {
  return /"(\$\.)?(header\.)?authorization"/i.test(JSON.stringify(request.generators ?? {}))
}

function withAuthorization(headers: Record<string, Json> = {}, authorization: string): Record<string, string> {
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization')
  return { ...(Object.fromEntries(others) as Record<string, string>), Authorization: authorization }
}

function rewritePath(path: string, customerId: number | undefined, replaced: ReadonlyMap<string, unknown>): string {
  const [, prefix, rest] = /^(\/customers\/\d+)(.*)$/.exec(path) ?? [null, '', path]
  const start = customerId === undefined || prefix === '' ? prefix : `/customers/${customerId}`
  return `${start}${rest!
    .split('/')
    .map((part) => swap(part, replaced))
    .join('/')}`
}

/** Version 2 has the query as it is written, the others as lists of values. */
function rewriteQuery(query: Json, replaced: ReadonlyMap<string, unknown>): Json {
  if (typeof query !== 'string') return rewriteBody(query, replaced)
  return query.replaceAll(/=([^&]*)/g, (_, value: string) => `=${swap(value, replaced)}`)
}

function rewriteBody(value: Json, replaced: ReadonlyMap<string, unknown>): Json {
  if (Array.isArray(value)) return value.map((item) => rewriteBody(item, replaced))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewriteBody(item, replaced)]))
  }
  if (typeof value === 'number') return replaced.has(String(value)) ? Number(replaced.get(String(value))) : value
  return typeof value === 'string' ? swap(value, replaced) : value
}

function swap(text: string, replaced: ReadonlyMap<string, unknown>): string {
  return replaced.has(text) ? String(replaced.get(text)) : text
}
