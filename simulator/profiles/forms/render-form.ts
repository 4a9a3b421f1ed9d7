import { formatDateTime } from '../../dates.ts'
import type { ProfilesContext } from '../context.ts'
import { type Base, renderReference } from '../render-profile.ts'
import type { FormData } from './form-data.ts'

/** A filled-out form on the wire: its envelope, then the answers by question id (IFRM, SCHM). */
export function renderForm(context: ProfilesContext, base: Base, data: FormData): Record<string, unknown> {
  const person = (id: number | undefined) =>
    id === undefined ? undefined : renderReference(context, base, 'person', id)
  const body = {
    formname: data.formname,
    status: data.status,
    owner: ownerLink(context, base, data),
    requestedby: person(data.requestedby),
    requesteddate: formatDateTime(data.requesteddate),
    completedby: person(data.completedby),
    completeddate: formatDateTime(data.completeddate),
    updatedby: person(data.updatedby),
    updatedfor: person(data.updatedfor),
    updateddate: formatDateTime(data.updateddate),
    signature: data.signature,
    ...data.answers,
  }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}

/** A workflow has no name of its own: its link shows whose it is. */
function ownerLink(context: ProfilesContext, base: Base, { owner, person }: FormData): unknown {
  const link = renderReference(context, base, owner.type, owner.id)
  const about = person === undefined ? undefined : renderReference(context, base, 'person', person)
  return link?.value === '' && about !== undefined ? { ...link, value: about.value } : link
}
