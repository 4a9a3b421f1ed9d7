import { badRequest, errorCodes } from '../errors.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { ProfileType } from '../tenant/profile-types.ts'
import type { Actor, ProfilesContext, Warnings } from './context.ts'
import { decodeFields } from './decode-fields.ts'
import { type Entry, mergeEntries, withoutEmpty } from './entries.ts'
import { collectionField, readEntry, readProfile } from './read.ts'
import { type Body, save, writerFor } from './write.ts'

/**
 * Adds one group to a collection (D7). A repeat of an existing group reports success and changes nothing.
 *
 * @returns the entry that now holds the values.
 * @throws IcimsError 404 without such a profile or collection, 400 naming each bad field.
 */
export function createEntry(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  name: string,
  body: Body,
  actor: Actor,
): { entry: number; warnings: Warnings } {
  return change(context, type, id, name, undefined, body, actor)
}

/** Changes the fields of one group named in the body (D7). Same errors as `createEntry`, and 404 without such an entry. */
export function updateEntry(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  name: string,
  entry: number,
  body: Body,
  actor: Actor,
): { warnings: Warnings } {
  readEntry(context, type, id, name, entry, actor.access)
  return change(context, type, id, name, entry, body, actor)
}

/** Removes one group (D7); the next one becomes the primary one. */
export function removeEntry(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  name: string,
  entry: number,
  actor: Actor,
): void {
  context.store.transaction(() => {
    readEntry(context, type, id, name, entry, actor.access)
    const refused = actor.access.refusesWrite(type, name)
    if (refused !== undefined) throw badRequest([{ code: errorCodes.forbidden, field: name, message: refused }])
    const before = readProfile(context, type, id)
    const rest = ((before[name] ?? []) as readonly Entry[]).filter((candidate) => candidate.entry !== entry)
    const [first, ...others] = rest
    const hasPrimary = rest.some((candidate) => candidate.primary === true)
    const entries = first === undefined || hasPrimary ? rest : [{ ...first, primary: true }, ...others]
    save(
      context,
      type,
      id,
      before,
      withoutEmpty({ ...before, [name]: entries.length === 0 ? undefined : (entries as Stored) }),
    )
  })
}

function change(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  name: string,
  entry: number | undefined,
  body: Body,
  actor: Actor,
): { entry: number; warnings: Warnings } {
  return context.store.transaction(() => {
    const before = readProfile(context, type, id, actor.access)
    const field = collectionField(context, type, name, actor.access)
    const entries = (before[name] ?? []) as readonly Entry[]
    const current = entries.find((candidate) => candidate.entry === entry)
    const known = (current ?? {}) as ProfileData
    const writer = writerFor(type, actor)
    const { values, errors, warnings } = decodeFields(field.children!, body, known, context, writer, name)
    if (errors.length > 0) throw badRequest(errors)
    const merged = mergeEntries(entries, entry, values, () => context.store.next('entry'))
    if (merged.entries !== entries) save(context, type, id, before, { ...before, [name]: merged.entries as Stored })
    return { entry: merged.entry, warnings }
  })
}
