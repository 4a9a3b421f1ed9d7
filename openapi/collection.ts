/** Values to try an operation with, by parameter, and bodies to send; see `x-example` in `icims.yaml`. */
type Example = Readonly<Record<string, unknown>>
type Media = { example?: unknown }
type Parameter = { name: string; in: string; required?: boolean; example?: unknown; schema?: { enum?: unknown[] } }
type Body = { content: Record<string, Media> }
type Reference = { $ref: string }
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  parameters?: (Parameter | Reference)[]
  requestBody?: Body | Reference
  'x-example'?: Example
}

/** What a collection is made of: the bundled document. */
export type CollectionSource = {
  tags: { name: string; 'x-example'?: Example }[]
  paths: Record<string, object>
  components: { parameters?: Record<string, Parameter>; requestBodies?: Record<string, Body> }
}

/** One operation where it stands, with everything that is said beside it. */
type Place = { source: CollectionSource; path: string; method: string; operation: Operation; siblings: PathItem }
type PathItem = { parameters?: (Parameter | Reference)[] } & { [method: string]: Operation }

const methods = ['get', 'post', 'put', 'patch', 'delete']

const head = `# Made from openapi/*.yaml by \`npm run openapi\`. Do not edit.
# To click through: VS Code with the REST Client extension, or a JetBrains IDE. Each request works on the seeded tenant that
# \`npm start\` serves, unless a comment says what is missing there.

@baseUrl = http://127.0.0.1:4010
@loginUrl = http://127.0.0.1:4010
@customerId = 1234
@username = api-user
@password = api-password
`

/** An .http file with one request per operation, in the order of the document. */
export function toCollection(source: CollectionSource): string {
  const places = Object.entries(source.paths).flatMap(([path, item]) => {
    const siblings = item as PathItem
    return methods
      .filter((method) => siblings[method] !== undefined)
      .map((method): Place => ({ source, path, method, operation: siblings[method]!, siblings }))
  })
  return [head, ...places.map(toRequest)].join('\n')
}

function toRequest(place: Place): string {
  const { path, method, operation } = place
  const isToken = path.startsWith('/oauth/')
  const body = bodyOf(place)
  const lines = [
    `### ${operation.summary}`,
    `# @name ${operation.operationId}`,
    ...(isMissing(place) ? ['# The seeded tenant has none: a 404 until one is put there.'] : []),
    `${method.toUpperCase()} {{${isToken ? 'loginUrl' : 'baseUrl'}}}${addressOf(place)}`,
    ...(isToken ? [] : ['Authorization: Basic {{username}} {{password}}']),
    ...(body?.headers ?? []),
    ...(body === undefined ? [] : ['', body.text]),
  ]
  return `${lines.join('\n')}\n`
}

function addressOf(place: Place): string {
  const address = place.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'customerId' ? '{{customerId}}' : encodeURIComponent(String(valueFor(place, name) ?? 1)),
  )
  const query = parametersOf(place)
    .filter((parameter) => parameter.in === 'query')
    .filter(({ name, required }) => required || name === 'searchJson' || exampleOf(place)[name] !== undefined)
    .map(({ name }) => [name, name === 'searchJson' ? searchOf(place) : valueFor(place, name)] as const)
    .filter(([, value]) => value !== undefined)
  const text = query.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return text === '' ? address : `${address}?${text}`
}

/** The operation's own example, then what the resource has, then what the parameter says of itself. */
function valueFor(place: Place, name: string): unknown {
  const known = exampleOf(place)
  const parameter = parametersOf(place).find((candidate) => candidate.name === name)
  const own = name === 'field' && isOfGroup(place) ? known.collection : known[name]
  return own ?? parameter?.example ?? parameter?.schema?.enum?.[0]
}

/** A file is asked for where there is one; its profile need not be the one everything else is asked of. */
function exampleOf({ source, path, operation }: Place): Example {
  const tag = source.tags.find(({ name }) => name === operation.tags[0])?.['x-example'] ?? {}
  const file = /\/fields\/\{field\}\/(binary|text)$/.test(path) ? { field: undefined, ...(tag.file as Example) } : {}
  return { ...tag, ...file, ...operation['x-example'] }
}

function isOfGroup({ path, method }: Place): boolean {
  return path.includes('{entry}') || (path.endsWith('/fields/{field}') && method === 'post')
}

/** Whether the seeded tenant has nothing at this address. */
function isMissing(place: Place): boolean {
  const needed = parametersOf(place).filter(({ in: where, required }) => where === 'path' || required)
  return needed.some(({ name }) => name !== 'customerId' && valueFor(place, name) === undefined)
}

function bodyOf(place: Place): { headers: string[]; text: string } | undefined {
  const { source, operation } = place
  if (operation.requestBody === undefined) return undefined
  const { content } = resolve(operation.requestBody, source.components.requestBodies ?? {})
  if (content['application/json'] === undefined) {
    const headers = ['Content-Type: text/plain', 'Content-Disposition: attachment;filename="resume.txt"']
    return { headers, text: 'Ann Lindqvist\n\nRegistered nurse since 2015.' }
  }
  const example = content['application/json'].example ?? bodyExample(place)
  return { headers: ['Content-Type: application/json'], text: JSON.stringify(example ?? {}, null, 2) }
}

/** What the resource says is sent to addresses of this form. */
function bodyExample(place: Place): unknown {
  const { path, method } = place
  const { create, update, group, value, field } = exampleOf(place)
  if (isOfGroup(place)) return group
  if (path.endsWith('/fields/{field}')) return { [String(field)]: value }
  return method === 'patch' ? update : create
}

/** The search that is sent as a body to the same address. */
function searchOf({ siblings, source }: Place): string | undefined {
  const body = siblings.post?.requestBody
  if (body === undefined) return undefined
  const { example } = resolve(body, source.components.requestBodies ?? {}).content['application/json']!
  return example === undefined ? undefined : JSON.stringify(example)
}

function parametersOf({ source, siblings, operation }: Place): Parameter[] {
  return [...(siblings.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
    resolve(parameter, source.components.parameters ?? {}),
  )
}

function resolve<T extends object>(value: T | Reference, known: Readonly<Record<string, T>>): T {
  return '$ref' in value ? known[value.$ref.split('/').at(-1)!]! : value
}
