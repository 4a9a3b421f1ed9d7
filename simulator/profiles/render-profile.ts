import { formatDateTime } from '../dates.ts'
import { errorCodes, type Problem } from '../errors.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { Access } from '../tenant/access.ts'
import type { Field } from '../tenant/fields/field.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import type { ProfilesContext } from './context.ts'
import type { Entry } from './entries.ts'
import { profileTitle } from './read.ts'
import type { StoredFile } from './stored-file.ts'

/** The address every URL of an answer starts with: public origin and customer, `https://api.icims.com/customers/1234`. */
export type Base = string

/** A profile on the wire, what the request asked for in vain, and what the caller was not shown, with the reason. */
export type Rendered = {
  body: Record<string, unknown>
  warnings: readonly Problem[]
  hidden: readonly { field: string; reason: string }[]
}

/** What is being rendered, and for whom. */
type View = {
  context: ProfilesContext
  base: Base
  /** The address whose fields are rendered: a profile's, or one group's of a collection. */
  self: string
  type: ProfileType
  access: Access
  hidden: Rendered['hidden'][number][]
}

/**
 * Renders a profile as a GET answers it: fields with a value only (D5), the captured default set unless `names` asks for
 * others (C1, C12), `id` only when asked for, `links` always.
 */
export function renderProfile(
  context: ProfilesContext,
  base: Base,
  type: ProfileType,
  id: number,
  data: ProfileData,
  names: readonly string[] | undefined,
  access: Access,
): Rendered {
  const self = `${base}/${profileTypes[type].path}/${id}`
  const view: View = { context, base, self, type, access, hidden: [] }
  const body: Record<string, unknown> = {}
  const warnings: Problem[] = []
  if (names === undefined) {
    for (const field of context.fields.of(type)) if (field.byDefault) addField(view, field, field.name, data, body)
  } else {
    for (const name of names) {
      const field = context.fields.find(type, name)
      if (name === 'id') body.id = id
      else if (field !== undefined) addField(view, field, field.name, data, body)
      else {
        const message = name === name.toLowerCase() ? 'There is no such field.' : 'Field name must be all lowercase.'
        warnings.push({ code: errorCodes.fieldName, field: name, message })
      }
    }
  }
  body.links = links(base, id, type, data)
  return { body, warnings, hidden: view.hidden }
}

/** Renders one entry of a collection, as a GET of its own address answers it: the bare group (D7). */
export function renderEntry(
  context: ProfilesContext,
  base: Base,
  type: ProfileType,
  id: number,
  field: Field,
  entry: Entry,
  access: Access,
): Record<string, unknown> {
  const self = `${base}/${profileTypes[type].path}/${id}`
  return groupOf({ context, base, self, type, access, hidden: [] }, field, entry)
}

function groupOf(view: View, field: Field, entry: Entry): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  const inside = { ...view, self: `${view.self}/fields/${field.name}/${entry.entry}` }
  for (const child of field.children!) {
    if (child.name !== 'primary') addField(inside, child, `${field.name}.${child.name}`, entry, body)
  }
  body.entry = entry.entry
  if (entry.primary) body.primary = true
  return body
}

/** Renders a list node with the three keys captured (C1); `formattedvalue` of a nested one is its path (inferred). */
export function renderNode({ lists }: ProfilesContext, id: string): Record<string, unknown> {
  const node = lists.node(id)
  const value = node?.value ?? ''
  const path = [value]
  for (let parent = node?.parent; parent != null; parent = lists.node(parent)?.parent) {
    path.unshift(lists.node(parent)!.value)
  }
  return { id, formattedvalue: path.join(' - '), value }
}

/** Renders a reference to a profile (C1); undefined when it is no longer there. */
export function renderReference(
  { store }: ProfilesContext,
  base: Base,
  type: ProfileType,
  id: number,
): Record<string, unknown> | undefined {
  const data = store.get(type, id)
  if (data === undefined) return undefined
  return { profile: `${base}/${profileTypes[type].path}/${id}`, id, value: profileTitle(type, data) }
}

/** @param place the field's name, under its collection's where it is a child of one. */
function addField(
  view: View,
  field: Field,
  place: string,
  data: Readonly<Record<string, Stored | undefined>>,
  body: Record<string, unknown>,
): void {
  const stored = data[field.name]
  if (stored === undefined || stored === null || field.writeOnly) return
  const reason = hiddenReason(view, field, place)
  if (reason !== undefined) {
    view.hidden.push({ field: place, reason })
    return
  }
  const value = renderValue(view, field, stored)
  if (value !== undefined) body[field.name] = value
}

/** A reference to a profile that is hidden is hidden too (FORUM1). */
function hiddenReason({ type, access }: View, field: Field, place: string): string | undefined {
  const target = field.kind === 'address' ? 'company' : field.target
  return access.hidesField(type, place) ?? (target === undefined ? undefined : access.hidesProfile(target))
}

function renderValue(view: View, field: Field, stored: Stored): unknown {
  const { context, base } = view
  switch (field.kind) {
    case 'datetime':
      return formatDateTime(stored as number)
    case 'node':
      return renderNode(context, stored as string)
    case 'nodes':
      return (stored as readonly string[]).map((id) => renderNode(context, id))
    case 'place': {
      const node = context.lists.node(stored as string)
      return { id: stored, ...(node?.abbrev === undefined ? {} : { abbrev: node.abbrev }), value: node?.value ?? '' }
    }
    case 'profile':
      return renderReference(context, base, field.target!, stored as number)
    case 'address':
      return renderAddressLink(context, base, stored as { companyid: number; entry: number })
    case 'salary':
    case 'currency': {
      const money = stored as { currency: string; amount: number; timeframe?: string }
      return { amountstring: money.amount.toFixed(2), ...money }
    }
    case 'file':
      return { file: `${view.self}/fields/${field.name}/binary`, filename: (stored as StoredFile).filename }
    case 'collection':
      return (stored as readonly Entry[]).map((entry) => groupOf(view, field, entry))
    default:
      return stored
  }
}

function renderAddressLink(
  context: ProfilesContext,
  base: Base,
  link: { companyid: number; entry: number },
): Record<string, unknown> | undefined {
  const value = addressText(context, link)
  if (value === undefined) return undefined
  const { companyid, entry } = link
  return { companyid, address: `${base}/companies/${companyid}/fields/addresses/${entry}`, id: entry, value }
}

/** `Name - street1 street2 City, State zip Country `, trailing blank included, as captured (C1). */
export function addressText(
  { store, lists }: ProfilesContext,
  { companyid, entry }: { companyid: number; entry: number },
): string | undefined {
  const company = store.get('company', companyid)
  const address = ((company?.addresses ?? []) as readonly Entry[]).find((candidate) => candidate.entry === entry)
  if (company === undefined || address === undefined) return undefined
  const place = (id: Stored | undefined): string => lists.node(String(id))?.value ?? ''
  const street = [address.addressstreet1, address.addressstreet2].filter(Boolean).join(' ')
  const state = [place(address.addressstate), address.addresszip].filter(Boolean).join(' ')
  const city = [address.addresscity, state].filter(Boolean).join(', ')
  const text = [street, city, place(address.addresscountry)].filter(Boolean).join(' ')
  return `${company.name} - ${text} `
}

function links(base: Base, id: number, type: ProfileType, data: ProfileData): unknown[] {
  const { path, workflow } = profileTypes[type]
  const self = (title: string, url: string) => ({ rel: 'self', title, url })
  const own = self('The current profile being viewed.', `${base}/${path}/${id}`)
  if (workflow === undefined) return [own]
  return [
    own,
    self('The base profile of this workflow.', `${base}/${profileTypes[workflow.base].path}/${data.baseprofile}`),
    self('The associated profile of this workflow.', `${base}/people/${data.associatedprofile}`),
  ]
}
