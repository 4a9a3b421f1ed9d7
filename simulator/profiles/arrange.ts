import { RefusedError } from '../refused-error.ts'
import type { WorkflowStatus } from '../tenant/config.ts'
import type { Field } from '../tenant/fields/field.ts'
import type { ProfileType } from '../tenant/profile-types.ts'
import { type ProfilesContext, platformActor } from './context.ts'
import { importProfile } from './import.ts'
import { type Body, updateProfile } from './write.ts'

/**
 * Puts a profile into a tenant, for a test: the fields given, and what iCIMS demands of a person or a job where nothing was
 * said. Nobody did it, so nothing is told to anybody.
 *
 * @param body fields in the form the API takes.
 * @returns its system id.
 * @throws IcimsError 400 naming each bad, missing or unknown field.
 */
export function addProfile(context: ProfilesContext, type: ProfileType, body: Body): number {
  return context.store.transaction(() => {
    const id = context.store.next(type)
    return importProfile(context, type, id, { ...demanded(context, type, id), ...body }, {})
  })
}

/** What iCIMS, or this tenant, demands of a person or a job, so that nobody has to say it. */
export function demanded(context: ProfilesContext, type: ProfileType, id: number): Body {
  if (type !== 'person' && type !== 'job') return {}
  const asked = context.fields
    .of(type)
    .filter(({ required }) => required)
    .map((field) => [field.name, placeholder(context, field)])
    .filter(([, value]) => value !== undefined)
  if (type === 'person') {
    return {
      ...Object.fromEntries(asked),
      firstname: 'Test',
      lastname: `Person ${id}`,
      email: `person-${id}@example.com`,
    }
  }
  const [open] = context.config.lists['lists.job.folders'] ?? []
  return { ...Object.fromEntries(asked), jobtitle: `Test job ${id}`, ...(open && { folder: { id: open.id } }) }
}

/** A value for a field that may not be empty; undefined for a kind that has none for everybody. */
function placeholder({ lists }: ProfilesContext, { kind, list, children }: Field): unknown {
  if (kind === 'text') return 'Test'
  if (kind === 'node' || kind === 'place') return list === undefined ? undefined : { id: lists.nodes(list)[0]?.id }
  const text = kind === 'collection' ? children?.find((child) => child.kind === 'text') : undefined
  return text && [{ [text.name]: 'Test' }]
}

/**
 * Moves a candidate to another status, as a recruiter does.
 *
 * @param workflow system id of the recruiting workflow.
 * @param status id (`D10105`), name (`Phone Screen`), or both parts as the API shows them (`Review - Phone Screen`).
 * @throws RefusedError 400 for a status that is none of the tenant's, or more than one. IcimsError 404 without the workflow.
 */
export function moveCandidate(context: ProfilesContext, workflow: number, status: string): void {
  const body = { status: { id: findStatus(context, status).id } }
  updateProfile(context, 'applicantworkflow', workflow, body, platformActor)
}

/**
 * Moves a new hire to another status, as a platform user does.
 *
 * @param workflow system id of the onboarding workflow.
 * @param status id or name.
 * @throws RefusedError 400 for a status that is none of onboarding, or more than one. IcimsError 404 without the workflow.
 */
export function moveNewHire(context: ProfilesContext, workflow: number, status: string): void {
  const list = 'lists.onboarding_status'
  const found = context.lists.match(list, status)
  if (found.length !== 1) {
    const names = context.lists.nodes(list).map(({ id, value }) => `${id} (${value})`)
    throw new RefusedError(400, `"${status}" is no status of onboarding. There are ${names.join(', ')}.`)
  }
  updateProfile(context, 'onboardworkflow', workflow, { status: { id: found[0]!.id } }, platformActor)
}

/** @throws RefusedError 400 for a text that names none of the tenant's statuses, or more than one. */
export function findStatus({ config: { statuses } }: ProfilesContext, text: string): WorkflowStatus {
  const wanted = text.trim().toLowerCase()
  const found = statuses.filter(({ id, bin, name }) =>
    [id, name, `${bin} - ${name}`].some((one) => one.toLowerCase() === wanted),
  )
  if (found.length === 1) return found[0]!
  const names = (found.length === 0 ? statuses : found).map(({ id, bin, name }) => `${id} (${bin} - ${name})`)
  const what = found.length === 0 ? 'no status' : 'the name of several'
  throw new RefusedError(400, `"${text}" is ${what}. There are ${names.join(', ')}.`)
}
