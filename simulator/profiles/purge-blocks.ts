import type { ProfileData, Stored } from '../store/store.ts'
import type { Field } from '../tenant/fields/field.ts'
import { type ProfileType, profileTypeNames, profileTypes } from '../tenant/profile-types.ts'
import type { ProfilesContext } from './context.ts'
import type { PurgeType } from './purge-folder.ts'
import { statusLog } from './workflow.ts'

/** Why each profile cannot be purged, one sentence per kind of reason. */
export type Blocks = ReadonlyMap<number, readonly string[]>

/**
 * What keeps profiles from being purged (KB). A person: being owner, recruiter or the like of a job or another profile, having
 * made or last changed one, having changed a status. A location: being that of a job (inferred). A job: nothing. A person's own
 * workflows do not count, they go with the person.
 */
export function findBlocks(context: ProfilesContext, type: PurgeType, ids: ReadonlySet<number>): Blocks {
  const found = new Map<number, Map<string, string>>()
  const block = (id: unknown, kind: string, reason: string): void => {
    if (typeof id !== 'number' || !ids.has(id)) return
    const reasons = found.get(id) ?? new Map<string, string>()
    found.set(id, reasons)
    if (!reasons.has(kind)) reasons.set(kind, reason)
  }
  if (ids.size > 0 && type === 'company') blockLocations(context, block)
  if (ids.size > 0 && type === 'person') blockPeople(context, ids, block)
  return new Map([...found].map(([id, reasons]) => [id, [...reasons.values()]]))
}

type Block = (id: unknown, kind: string, reason: string) => void

function blockLocations({ store, fields }: ProfilesContext, block: Block): void {
  const links = linksOf(fields.of('job'), ({ kind }) => kind === 'address')
  for (const { id, data } of store.each('job')) {
    for (const { name, values } of links) {
      for (const place of values(data)) {
        block((place as { companyid?: unknown }).companyid, name, `It is ${name} of job ${id}.`)
      }
    }
  }
}

function blockPeople({ store, fields }: ProfilesContext, ids: ReadonlySet<number>, block: Block): void {
  // As a value in JSON: in a large tenant hardly any profile names one of them, and reading all takes seconds.
  const named = new RegExp(`[:[,](?:${[...ids].join('|')})[,}\\]]`)

  for (const type of profileTypeNames) {
    const label = profileTypes[type].label.toLowerCase()
    const links = linksOf(fields.of(type), ({ kind, target }) => kind === 'profile' && target === 'person')
    if (links.length === 0 && profileTypes[type].workflow === undefined) continue
    for (const { id, data } of store.matching(type, named)) {
      const owner = ownerOf(type, id, data)
      const blockOther = (person: unknown, kind: string, reason: string): void => {
        if (person !== owner) block(person, `${type} ${kind}`, reason)
      }
      for (const { name, values } of links) {
        for (const person of values(data)) blockOther(person, name, `Is ${name} of ${label} ${id}.`)
      }
      for (const { updatedby } of statusLog(data)) {
        blockOther(updatedby, 'status', `Changed the status of ${label} ${id}.`)
      }
    }
  }
}

/** Whose profile it is: what somebody does to it does not keep them. */
function ownerOf(type: ProfileType, id: number, data: ProfileData): unknown {
  return type === 'person' ? id : data.associatedprofile
}

/** The fields that name another profile, in the profile itself and in its collections, with how to read them. */
function linksOf(fields: readonly Field[], isLink: (field: Field) => boolean) {
  return fields.flatMap((field) => {
    const own = { name: field.name, values: (data: ProfileData) => present([data[field.name]]) }
    const children = (field.children ?? []).filter(isLink).map(({ name }) => ({
      name,
      values: (data: ProfileData) =>
        present(((data[field.name] ?? []) as readonly ProfileData[]).map((entry) => entry[name])),
    }))
    return isLink(field) ? [own, ...children] : children
  })
}

function present(values: readonly (Stored | undefined)[]): Stored[] {
  return values.filter((value) => value !== undefined && value !== null)
}
