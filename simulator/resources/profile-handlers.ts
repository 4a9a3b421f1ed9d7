import { errorCodes, IcimsError, notFound } from '../errors.ts'
import type { Exchange, Handler } from '../exchange.ts'
import type { Actor } from '../profiles/context.ts'
import { isObject } from '../profiles/decode-value.ts'
import { collectionField, readEntry, readProfile } from '../profiles/read.ts'
import { renderEntry, renderProfile } from '../profiles/render-profile.ts'
import { type Body, createProfile, updateProfile } from '../profiles/write.ts'
import { createEntry, removeEntry, updateEntry } from '../profiles/write-entry.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'

/** API users are no persons of the tenant. */
const apiActor: Actor = { kind: 'api', person: null }

/** The seven handlers every type of profile has, named by what they do (D5, D7, D25). */
export function profileHandlers(
  type: ProfileType,
): Readonly<
  Record<'create' | 'read' | 'update' | 'createEntry' | 'readEntry' | 'updateEntry' | 'removeEntry', Handler>
> {
  const { path, label } = profileTypes[type]
  const idOf = (exchange: Exchange): number => pathId(exchange, 'id', label)
  const location = ({ base }: Exchange, id: number): string => `${base}/${path}/${id}`
  const entryLocation = (exchange: Exchange, entry: number): string =>
    `${location(exchange, idOf(exchange))}/fields/${exchange.params.field}/${entry}`
  return {
    create(exchange) {
      const { id, warnings } = createProfile(exchange.tenant, type, objectBody(exchange), apiActor)
      warn(exchange, warnings)
      return { status: 201, location: location(exchange, id) }
    },
    read(exchange) {
      return readAs(exchange, type, idOf(exchange))
    },
    update(exchange) {
      const id = idOf(exchange)
      const { warnings } = updateProfile(exchange.tenant, type, id, objectBody(exchange), apiActor)
      warn(exchange, warnings)
      return { status: 204, location: location(exchange, id) }
    },
    createEntry(exchange) {
      const { field = '' } = exchange.params
      const { entry, warnings } = createEntry(exchange.tenant, type, idOf(exchange), field, objectBody(exchange))
      warn(exchange, warnings)
      return { status: 201, location: entryLocation(exchange, entry) }
    },
    readEntry(exchange) {
      const { field = '' } = exchange.params
      const entry = readEntry(exchange.tenant, type, idOf(exchange), field, entryOf(exchange))
      return { status: 200, body: renderEntry(exchange.tenant, exchange.base, collectionField(type, field), entry) }
    },
    updateEntry(exchange) {
      const { field = '' } = exchange.params
      const entry = entryOf(exchange)
      const { warnings } = updateEntry(exchange.tenant, type, idOf(exchange), field, entry, objectBody(exchange))
      warn(exchange, warnings)
      return { status: 204, location: entryLocation(exchange, entry) }
    },
    removeEntry(exchange) {
      removeEntry(exchange.tenant, type, idOf(exchange), exchange.params.field ?? '', entryOf(exchange))
      return { status: 204 }
    },
  }
}

/** Answers a GET of a profile, honouring `?fields=`. */
export function readAs(exchange: Exchange, type: ProfileType, id: number): ReturnType<Handler> {
  const data = readProfile(exchange.tenant, type, id)
  const { body, warnings } = renderProfile(exchange.tenant, exchange.base, type, id, data, askedFields(exchange.query))
  warn(exchange, warnings)
  return { status: 200, body }
}

/**
 * A system id from the path.
 *
 * @throws IcimsError 404 when it is no number: no profile can have it.
 */
export function pathId({ params }: Exchange, name: string, label: string): number {
  const text = params[name] ?? ''
  if (!/^\d{1,15}$/.test(text)) throw notFound(label)
  return Number(text)
}

/** The names in `?fields=`, which may be repeated; empty is as if it were not there. */
export function askedFields(query: URLSearchParams): string[] | undefined {
  const names = query
    .getAll('fields')
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
  const asked = [...new Set(names.filter((name) => name !== ''))]
  return asked.length === 0 ? undefined : asked
}

function entryOf(exchange: Exchange): number {
  return pathId(exchange, 'entry', 'Entry')
}

function objectBody({ body }: Exchange): Body {
  if (isObject(body)) return body
  throw new IcimsError(400, [{ code: errorCodes.malformed, message: 'The body must be a JSON object.' }])
}

function warn(exchange: Exchange, warnings: Exchange['warnings'] | readonly Exchange['warnings'][number][]): void {
  for (const warning of warnings) {
    exchange.warnings.push(warning)
    exchange.notes.push({ kind: 'unread-field', subject: warning.field ?? '', reason: warning.message })
  }
}
