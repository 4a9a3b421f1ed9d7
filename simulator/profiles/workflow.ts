import { errorCodes, notFound, type Problem } from '../errors.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { Access } from '../tenant/access.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import type { Actor, ProfilesContext } from './context.ts'
import { removeForms } from './forms/form-data.ts'
import { removeOffer } from './offers/offers.ts'
import { readProfile } from './read.ts'

/** One move of a workflow, as kept in its status log. */
export type StatusMove = { status: string; updateddate: number; updatedby: number | null }

/** The log keeps the newest hundred moves only (HIST). */
const logLength = 100

/**
 * What the platform adds to a new workflow: a first status and its log. A second one for the same pair of profiles is
 * refused, since a pair has one id (FORUM1); the answer itself is inferred. The `duplicateWorkflow` switch is honoured
 * by the caller, which asks `existingWorkflow` first.
 */
export function completeWorkflow(
  context: ProfilesContext,
  type: ProfileType,
  data: ProfileData,
  actor: Actor,
  errors: Problem[],
): ProfileData {
  const { base } = profileTypes[type].workflow!
  const { status = firstStatusOf(context, type) } = data
  const existing = existingWorkflow(context, type, data)
  if (existing !== undefined) {
    const message = `This person already has the workflow ${existing} for this ${profileTypes[base].label.toLowerCase()}.`
    errors.push({ code: errorCodes.badValue, field: 'associatedprofile', message })
  }
  const by = actor.person ?? undefined
  const log = status === undefined ? [] : [move(context, status as string, actor)]
  return {
    ...data,
    ...(status !== undefined && { status }),
    submittalstatuslog: log,
    ...(by === undefined ? {} : { createdby: by, updatedby: by }),
  }
}

/** The delivered first status, or the first one of a customer that has none of those. */
function firstStatusOf({ lists }: ProfilesContext, type: ProfileType): string | undefined {
  const { statuses, firstStatus } = profileTypes[type].workflow!
  return lists.node(firstStatus)?.list === statuses ? firstStatus : lists.nodes(statuses)[0]?.id
}

/** Writes a status change into the log, newest first; any change names who made it. */
export function moveStatus(
  context: ProfilesContext,
  before: ProfileData,
  after: ProfileData,
  actor: Actor,
): ProfileData {
  const by = actor.person === null ? {} : { updatedby: actor.person }
  if (after.status === before.status) return { ...after, ...by }
  // A cleared status has no log entry: there is nothing it could name.
  if (after.status === undefined) return { ...after, ...by }
  const log = [move(context, after.status as string, actor), ...statusLog(before)].slice(0, logLength)
  return { ...after, ...by, submittalstatuslog: log }
}

/** The moves of a workflow, newest first. */
export function statusLog(data: ProfileData): readonly StatusMove[] {
  return (data.submittalstatuslog ?? []) as readonly StatusMove[]
}

/**
 * The workflow of this person on this job.
 *
 * @throws IcimsError 404 when either profile, or the workflow, is not there.
 */
export function findWorkflow(context: ProfilesContext, person: number, job: number): number {
  readProfile(context, 'person', person)
  readProfile(context, 'job', job)
  const id = pairId(context, 'applicantworkflow', person, job)
  if (id === undefined) throw notFound('Applicant Workflow')
  return id
}

/**
 * Deletes a recruiting workflow: the person is no longer on the job.
 *
 * @throws IcimsError 404 without one.
 */
export function removeWorkflow(context: ProfilesContext, id: number, access: Access): void {
  context.store.transaction(() => {
    readProfile(context, 'applicantworkflow', id, access)
    removeForms(context, 'applicantworkflow', id)
    removeOffer(context, id)
    context.store.remove('applicantworkflow', id)
  })
}

/** The other end of a recruiting workflow, seen from its person or from its job. */
export type RelatedProfile = { id: number; data: ProfileData; status: string }

/** The jobs of a person, or the people on a job, with the status of each workflow; the first so many of them. */
export function relatedProfiles(
  { store, lists }: ProfilesContext,
  type: 'person' | 'job',
  id: number,
  most: number,
): RelatedProfile[] {
  const [own, other, otherType] =
    type === 'person'
      ? (['associatedprofile', 'baseprofile', 'job'] as const)
      : (['baseprofile', 'associatedprofile', 'person'] as const)
  return store
    .find('applicantworkflow', { [own]: id })
    .slice(0, most)
    .flatMap((found) => {
      const workflow = store.get('applicantworkflow', found)!
      const otherId = workflow[other] as number
      const data = store.get(otherType, otherId)
      const status = lists.node(String(workflow.status))?.value ?? ''
      return data === undefined ? [] : [{ id: otherId, data, status }]
    })
}

/** The workflow a body would repeat, if it names a pair that has one. */
export function existingWorkflow(context: ProfilesContext, type: ProfileType, data: ProfileData): number | undefined {
  const { baseprofile, associatedprofile } = data
  if (typeof baseprofile !== 'number' || typeof associatedprofile !== 'number') return undefined
  return pairId(context, type, associatedprofile, baseprofile)
}

function pairId({ store }: ProfilesContext, type: ProfileType, person: number, base: number): number | undefined {
  return store.find(type, { associatedprofile: person, baseprofile: base })[0]
}

function move({ clock }: ProfilesContext, status: string, actor: Actor): StatusMove & { [key: string]: Stored } {
  return { status, updateddate: clock.now(), updatedby: actor.person }
}
