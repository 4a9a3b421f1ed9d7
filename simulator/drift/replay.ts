import type { Operation } from '../../openapi/document.ts'
import { operations } from '../../openapi/document.ts'
import type { Simulator } from '../index.ts'
import type { Field } from '../tenant/fields/field.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../tenant/profile-types.ts'
import type { Shape } from './shape.ts'
import type { RecordedExchange } from './shapes-file.ts'

/**
 * A request of the same kind as the recorded one, with values that this tenant has. Where the recorded one was refused for
 * something that is not there, ids are those of nobody.
 */
export function replayRequest(simulator: Simulator, exchange: RecordedExchange): Request {
  const operation = operations.find(({ operationId }) => operationId === exchange.operation)!
  const { tenant, coordinates } = simulator
  const type = profileTypeNames.find((name) => operation.path.split('/')[3] === profileTypes[name].path)
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(pathValue(simulator, operation, exchange, type, name)),
  )
  const query = exchange.query.map((name) => {
    if (name === 'fields') return `fields=${exchange.fields.map(encodeURIComponent).join(',')}`
    if (name === 'searchJson') return `searchJson=${encodeURIComponent(JSON.stringify(searchBody(exchange)))}`
    return `${name}=0`
  })
  const { username, password } = coordinates.users[0]!
  const wrong = exchange.status === 401 ? 'wrong' : password
  const authorization = `Basic ${Buffer.from(`${username}:${wrong}`).toString('base64')}`
  const host = tenant.config.region === 'eu' ? 'https://api-eu.icims.com' : 'https://api.icims.com'
  const body = bodyFor(simulator, operation, exchange, type)
  return new Request(`${host}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`, {
    method: operation.method,
    headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

function pathValue(
  { tenant }: Simulator,
  { path }: Operation,
  { status }: RecordedExchange,
  type: ProfileType | undefined,
  name: string,
): string {
  if (name === 'customerId') return String(tenant.config.customerId)
  const first = (of: ProfileType): string => {
    for (const { id } of tenant.store.each(of)) return String(id)
    return '1'
  }
  if (status === 404 && !/field/i.test(name)) return '999999999'
  if (name === 'personId') return first('person')
  if (name === 'jobId') return first('job')
  if (name === 'portal') return String(tenant.config.portals[0]?.id ?? 1)
  if (name === 'id' && type !== undefined) return first(type)
  const fields = type === undefined ? [] : tenant.fields.of(type)
  const isCollection = path.includes('{entry}')
  const field = fields.find(({ kind }) => (isCollection ? kind === 'collection' : kind !== 'collection'))
  if (name === 'field') return isCollection ? (field?.name ?? 'addresses') : (field?.name ?? 'folder')
  if (name === 'entry') return firstEntry(tenant, type, field?.name)
  return '1'
}

function firstEntry({ store }: Simulator['tenant'], type: ProfileType | undefined, field: string | undefined): string {
  if (type === undefined || field === undefined) return '1'
  for (const { data } of store.each(type))
    return String((data[field] as { entry: number }[] | undefined)?.[0]?.entry ?? 1)
  return '1'
}

function searchBody({ filters }: RecordedExchange): object {
  return {
    filters: filters.map(({ name, operator }) => ({
      name,
      operator,
      value: [/date/i.test(name) ? '2026-01-01' : '1'],
    })),
  }
}

function bodyFor(
  simulator: Simulator,
  { method }: Operation,
  exchange: RecordedExchange,
  type: ProfileType | undefined,
): unknown {
  if (method === 'GET' || method === 'DELETE') return undefined
  if (exchange.operation.startsWith('search')) return searchBody(exchange)
  if (exchange.body === undefined) return {}
  const fields = type === undefined ? [] : simulator.tenant.fields.of(type)
  return valueOfShape(simulator, exchange.body, fields, undefined)
}

/** A value of this shape; of a field this tenant knows, one that it takes. */
function valueOfShape(simulator: Simulator, shape: Shape, fields: readonly Field[], field: Field | undefined): unknown {
  if (typeof shape === 'string') {
    if (shape === 'string') return field === undefined ? 'text' : textFor(field)
    if (shape === 'integer' || shape === 'number') return field?.kind === 'profile' ? firstOf(simulator, field) : 1
    return shape === 'boolean' ? true : null
  }
  if ('either' in shape) return valueOfShape(simulator, shape.either[0]!, fields, field)
  if ('items' in shape) {
    return shape.items === 'nothing' ? [] : [valueOfShape(simulator, shape.items, field?.children ?? fields, field)]
  }
  const node = field?.list === undefined ? undefined : simulator.tenant.lists.nodes(field.list)[0]
  if (node !== undefined && field?.kind !== 'collection') {
    return Object.fromEntries(Object.keys(shape.keys).map((key) => [key, key === 'id' ? node.id : node.value]))
  }
  return Object.fromEntries(
    Object.entries(shape.keys).map(([name, inner]) => {
      const own = fields.find((candidate) => candidate.name === name)
      return [name, valueOfShape(simulator, inner, own?.children ?? fields, own ?? field)]
    }),
  )
}

function textFor({ kind }: Field): string {
  if (kind === 'dateonly') return '2026-01-01'
  if (kind === 'datetime') return '2026-01-01 09:00 AM'
  return kind === 'email' ? 'someone@example.com' : 'text'
}

function firstOf({ tenant }: Simulator, { target }: Field): number {
  for (const { id } of tenant.store.each(target!)) return id
  return 1
}
