import { closest } from 'fastest-levenshtein'
import { badRequest, errorCodes, IcimsError, notFound, type Problem } from '../errors.ts'
import type { Exchange, Handler } from '../exchange.ts'
import type { Actor } from '../profiles/context.ts'
import { isObject } from '../profiles/decode-value.ts'
import { collectionField, readEntry, readProfile } from '../profiles/read.ts'
import { renderEntry, renderProfile } from '../profiles/render-profile.ts'
import { type Body, createProfile, updateProfile } from '../profiles/write.ts'
import { createEntry, removeEntry, updateEntry } from '../profiles/write-entry.ts'
import type { Field } from '../tenant/fields/field.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'

/** API users are no persons of the tenant. */
export function apiActor({ access }: Exchange): Actor {
  return { kind: 'api', person: null, access }
}

/** The nine handlers every type of profile has, named by what they do (D5, D7, D25). */
export function profileHandlers(
  type: ProfileType,
): Readonly<
  Record<
    | 'create'
    | 'read'
    | 'update'
    | 'readField'
    | 'updateField'
    | 'createEntry'
    | 'readEntry'
    | 'updateEntry'
    | 'removeEntry',
    Handler
  >
> {
  const { path, label } = profileTypes[type]
  const idOf = (exchange: Exchange): number => pathId(exchange, 'id', label)
  const location = ({ base }: Exchange, id: number): string => `${base}/${path}/${id}`
  const entryLocation = (exchange: Exchange, entry: number): string =>
    `${location(exchange, idOf(exchange))}/fields/${exchange.params.field}/${entry}`
  return {
    create(exchange) {
      const { id, warnings } = createProfile(exchange.tenant, type, objectBody(exchange), apiActor(exchange))
      warn(exchange, type, warnings)
      return { status: 201, location: location(exchange, id) }
    },
    read(exchange) {
      return readAs(exchange, type, idOf(exchange))
    },
    update(exchange) {
      const id = idOf(exchange)
      const { warnings } = updateProfile(exchange.tenant, type, id, objectBody(exchange), apiActor(exchange))
      warn(exchange, type, warnings)
      return { status: 204, location: location(exchange, id) }
    },
    readField(exchange) {
      const { field = '' } = exchange.params
      if (fieldOf(exchange, type) === undefined) throw noField(field)
      const { body } = readProfileAs(exchange, type, idOf(exchange), [field])
      return { status: 200, body: field in body ? { [field]: body[field] } : {} }
    },
    updateField(exchange) {
      const { field = '' } = exchange.params
      const id = idOf(exchange)
      const body = objectBody(exchange)
      if (fieldOf(exchange, type) === undefined) throw noField(field)
      const others = Object.keys(body).filter((name) => name !== field)
      if (others.length > 0 || !(field in body)) throw badRequest([oneField(field)])
      const { warnings } = updateProfile(exchange.tenant, type, id, body, apiActor(exchange))
      warn(exchange, type, warnings)
      return { status: 204, location: `${location(exchange, id)}/fields/${field}` }
    },
    createEntry(exchange) {
      const { field = '' } = exchange.params
      const { entry, warnings } = createEntry(
        exchange.tenant,
        type,
        idOf(exchange),
        field,
        objectBody(exchange),
        apiActor(exchange),
      )
      warn(exchange, type, warnings)
      return { status: 201, location: entryLocation(exchange, entry) }
    },
    readEntry(exchange) {
      const { field = '' } = exchange.params
      const { tenant, base, access } = exchange
      const entry = readEntry(tenant, type, idOf(exchange), field, entryOf(exchange), access)
      const definition = collectionField(tenant, type, field, access)
      return { status: 200, body: renderEntry(tenant, base, type, idOf(exchange), definition, entry, access) }
    },
    updateEntry(exchange) {
      const { field = '' } = exchange.params
      const entry = entryOf(exchange)
      const { warnings } = updateEntry(
        exchange.tenant,
        type,
        idOf(exchange),
        field,
        entry,
        objectBody(exchange),
        apiActor(exchange),
      )
      warn(exchange, type, warnings)
      return { status: 204, location: entryLocation(exchange, entry) }
    },
    removeEntry(exchange) {
      removeEntry(
        exchange.tenant,
        type,
        idOf(exchange),
        exchange.params.field ?? '',
        entryOf(exchange),
        apiActor(exchange),
      )
      return { status: 204 }
    },
  }
}

/** Answers a GET of a profile, honouring `?fields=`. */
export function readAs(exchange: Exchange, type: ProfileType, id: number): ReturnType<Handler> {
  return { status: 200, body: readProfileAs(exchange, type, id, askedFields(exchange.query)).body }
}

/** A profile as the caller sees it; what it does not see is noted with the reason. */
function readProfileAs(
  exchange: Exchange,
  type: ProfileType,
  id: number,
  names: readonly string[] | undefined,
): { body: Record<string, unknown> } {
  const { tenant, base, access } = exchange
  const data = readProfile(tenant, type, id, access)
  const { body, warnings, hidden } = renderProfile(tenant, base, type, id, data, names, access)
  warn(exchange, type, warnings)
  for (const { field, reason } of hidden) exchange.notes.push({ kind: 'hidden-field', subject: field, reason })
  return { body }
}

/** The field the path names, unless it is hidden from the caller. */
function fieldOf({ tenant, params, access }: Exchange, type: ProfileType): Field | undefined {
  const name = params.field ?? ''
  return access.hidesField(type, name) === undefined ? tenant.fields.find(type, name) : undefined
}

function noField(field: string): IcimsError {
  return new IcimsError(404, [{ code: errorCodes.notFound, field, message: 'There is no such field.' }])
}

function oneField(field: string): Problem {
  return { code: errorCodes.badValue, message: `The body must hold the field ${field} and no other.` }
}

/**
 * A system id from the path.
 *
 * @throws IcimsError 404 when it is no number: no profile can have it.
 */
export function pathId({ params }: Pick<Exchange, 'params'>, name: string, label: string): number {
  const text = params[name] ?? ''
  if (!/^\d{1,15}$/.test(text)) throw notFound(label)
  return Number(text)
}

/** The names in `?fields=`, which may be repeated; empty is as if it were not there. */
export function askedFields(query: URLSearchParams): string[] | undefined {
  if (query.size === 0) return undefined
  const names = query
    .getAll('fields')
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
  const asked = [...new Set(names.filter((name) => name !== ''))]
  return asked.length === 0 ? undefined : asked
}

/** The group the path names. */
export function entryOf(exchange: Pick<Exchange, 'params'>): number {
  return pathId(exchange, 'entry', 'Entry')
}

/** @throws IcimsError 400 for a body that is no JSON object. */
export function objectBody({ body }: Exchange): Body {
  if (isObject(body)) return body
  throw new IcimsError(400, [{ code: errorCodes.malformed, message: 'The body must be a JSON object.' }])
}

function warn(
  exchange: Exchange,
  type: ProfileType,
  warnings: Exchange['warnings'] | readonly Exchange['warnings'][number][],
): void {
  for (const warning of warnings) {
    exchange.warnings.push(warning)
    const { field = '', message } = warning
    exchange.notes.push({ kind: 'unread-field', subject: field, reason: `${message}${nearest(exchange, type, field)}` })
  }
}

/** For the journal: a name nobody knows is most often a slip. */
function nearest({ tenant, params }: Exchange, type: ProfileType, name: string): string {
  const fields = tenant.fields.find(type, params.field ?? '')?.children ?? tenant.fields.of(type)
  if (fields.some((field) => field.name === name)) return ''
  return ` The nearest is ${closest(
    name,
    fields.map((field) => field.name),
  )}.`
}
