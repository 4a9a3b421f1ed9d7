import { notFound } from '../../errors.ts'
import type { FormOwner } from '../../search/filters/formdata.ts'
import type { ProfileData, Stored } from '../../store/store.ts'
import type { Access } from '../../tenant/access.ts'
import type { FormDefinition } from '../../tenant/forms.ts'
import type { ProfileType } from '../../tenant/profile-types.ts'
import type { ProfilesContext } from '../context.ts'
import { readProfile } from '../read.ts'
import { refuseUnusable } from './find-form.ts'

/** A filled-out form as stored. Dates are milliseconds since 1970 UTC, people their system ids. */
export type FormData = {
  formid: number
  formname: string
  status: string
  owner: FormOwner
  /** Whom and which job it is about: they follow from the owner. */
  person?: number
  job?: number
  requestedby?: number
  requesteddate: number
  completedby?: number
  completeddate: number
  updatedby?: number
  updatedfor?: number
  updateddate: number
  signature: boolean
  answers: Readonly<Record<string, Stored>>
}

/** The column that finds the forms of an owner. */
const ownerColumns = {
  person: 'personformpersonid',
  job: 'jobformjobid',
  applicantworkflow: 'submittalformsubmittalid',
  onboardworkflow: 'onboardworkflowformonboardworkflowid',
} as const satisfies Record<FormOwner['type'], string>

/**
 * A filled-out form and its definition.
 *
 * @throws IcimsError 404 when there is none, its definition is gone, or the caller does not see its owner; 403 for one whose
 *   definition was disabled since, or that web services cannot handle (C10).
 */
export function readForm(
  context: ProfilesContext,
  id: number,
  access: Access,
): { form: FormDefinition; data: FormData } {
  const data = context.store.get('formdata', id) as FormData | undefined
  const form = context.config.forms.find((candidate) => candidate.id === data?.formid)
  if (data === undefined || form === undefined) throw notFound('Form')
  readProfile(context, data.owner.type, data.owner.id, access)
  refuseUnusable(form)
  return { form, data }
}

/** The ids of the forms of an owner, of one definition or of all. */
export function formsOf({ store }: ProfilesContext, owner: FormOwner, form?: FormDefinition): number[] {
  const columns = {
    [ownerColumns[owner.type]]: String(owner.id),
    ...(form !== undefined && { formid: String(form.id) }),
  }
  return store.find('formdata', columns)
}

/** The person and the job a form of this owner is about. */
export function subjectOf({ store }: ProfilesContext, { type, id }: FormOwner): { person?: number; job?: number } {
  if (type === 'person') return { person: id }
  if (type === 'job') return { job: id }
  const workflow = store.get(type, id)
  const job = type === 'applicantworkflow' ? workflow?.baseprofile : workflow?.job
  return {
    ...(workflow !== undefined && { person: workflow.associatedprofile as number }),
    ...(job !== undefined && { job: job as number }),
  }
}

/** Stores a filled-out form. */
export function putForm({ store }: ProfilesContext, id: number, data: FormData): void {
  store.put('formdata', id, data as unknown as ProfileData)
}

/** Notes whom the forms of a workflow are about, after it went from one person to another. */
export function followWorkflow(context: ProfilesContext, owner: FormOwner): void {
  for (const id of formsOf(context, owner)) {
    const data = context.store.get('formdata', id) as FormData
    putForm(context, id, { ...data, ...subjectOf(context, owner) })
  }
}

/** Removes the forms of a profile that is removed; of a type that has none, nothing. */
export function removeForms(context: ProfilesContext, type: ProfileType, id: number): void {
  if (!(type in ownerColumns)) return
  for (const form of formsOf(context, { type: type as FormOwner['type'], id })) context.store.remove('formdata', form)
}

/** Gives the forms of one person to another, but for those the other has filled out too (inferred): these stay. */
export function moveForms(context: ProfilesContext, from: number, to: number): void {
  for (const id of formsOf(context, { type: 'person', id: from })) {
    const data = context.store.get('formdata', id) as FormData
    const twin = context.store.find('formdata', { formid: String(data.formid), personformpersonid: String(to) })
    if (twin.length === 0) putForm(context, id, { ...data, owner: { type: 'person', id: to }, person: to })
  }
}
