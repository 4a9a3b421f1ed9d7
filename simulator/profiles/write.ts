import { badRequest, errorCodes, type Problem } from '../errors.ts'
import type { ProfileData } from '../store/store.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import { switchValue } from '../tenant/switches.ts'
import type { Actor, ProfilesContext, Warnings } from './context.ts'
import { decodeFields, type Writer } from './decode-fields.ts'
import { checkEntrance } from './entrance.ts'
import { withoutEmpty } from './entries.ts'
import { completeJob } from './job.ts'
import { followOffer } from './offers/offers.ts'
import { stampPerson } from './person.ts'
import { readProfile } from './read.ts'
import { tellStatusChange } from './triggers.ts'
import { completeWorkflow, existingWorkflow, moveStatus } from './workflow.ts'

/** A body as parsed from JSON: field values by web-service id. */
export type Body = Readonly<Record<string, unknown>>

/**
 * Creates a profile (D25): everything is checked, then written, or nothing is.
 *
 * @param files stored files that come along, by field, where a person hands them in on a portal.
 * @returns its new system id, and what was skipped.
 * @throws IcimsError 400 naming each bad or missing field.
 */
export function createProfile(
  context: ProfilesContext,
  type: ProfileType,
  body: Body,
  actor: Actor,
  files: ProfileData = {},
): { id: number; warnings: Warnings } {
  return context.store.transaction(() => {
    allow(type, actor)
    const { values, errors, warnings } = decodeFields(
      context.fields.of(type),
      body,
      {},
      context,
      writerFor(type, actor),
    )
    const now = context.clock.now()
    let data: ProfileData = withoutEmpty({ ...values, ...files, createddate: now })
    const { workflow } = profileTypes[type]
    const existing = workflow === undefined ? undefined : existingWorkflow(context, type, data)
    if (existing !== undefined && switchValue(context.config, 'duplicateWorkflow') === 'existing') {
      return { id: existing, warnings }
    }
    if (workflow !== undefined) data = completeWorkflow(context, type, data, actor, errors)
    refuse([...errors, ...missing(context, type, data, errors, actor)])
    const id = context.store.next(type)
    if (type === 'job') data = completeJob(data, id, now)
    if (type === 'applicantworkflow') checkEntrance(context, id, {}, data)
    save(context, type, id, {}, data)
    return { id, warnings }
  })
}

/**
 * Changes the fields named in the body and leaves the rest (D5). Required fields that are empty on the profile are reported
 * even when the change has nothing to do with them (D24).
 *
 * @throws IcimsError 404 without such a profile, 400 naming each bad field.
 */
export function updateProfile(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  body: Body,
  actor: Actor,
): { warnings: Warnings } {
  return context.store.transaction(() => {
    const before = readProfile(context, type, id, actor.access)
    const fields = context.fields.of(type)
    const { values, errors, warnings } = decodeFields(fields, body, before, context, writerFor(type, actor))
    let data = withoutEmpty({ ...before, ...values })
    const isWorkflow = profileTypes[type].workflow !== undefined
    if (isWorkflow) {
      data = { ...data, ...pair(before) }
      warnings.push(...pairMoved(before, values))
    }
    refuse([...errors, ...missing(context, type, data, errors, actor)])
    if (type === 'applicantworkflow') checkEntrance(context, id, before, data)
    if (isWorkflow) data = moveStatus(context, before, data, actor)
    save(context, type, id, before, data)
    tellStatusChange(context, type, id, before, data, actor)
    return { warnings }
  })
}

/** Stores a profile that is known to be good, with the dates, and the offer, that follow from the change. */
export function save(
  context: ProfilesContext,
  type: ProfileType,
  id: number,
  before: ProfileData,
  after: ProfileData,
): void {
  const now = context.clock.now()
  const stamped = type === 'person' ? stampPerson(before, after, now) : after
  context.store.put(type, id, { ...stamped, updateddate: now })
  if (type === 'applicantworkflow') followOffer(context, id, before, after)
}

/** What a client may write, as its login group has it. */
export function writerFor(type: ProfileType, { access }: Actor): Writer {
  return { sender: 'client', refuses: (field) => access.refusesWrite(type, field) }
}

/** @throws IcimsError 403 for a type of profile the caller does not see: it cannot make one (inferred). */
function allow(type: ProfileType, { access }: Actor): void {
  const reason = access.hidesProfile(type)
  if (reason !== undefined) throw badRequest([{ code: errorCodes.forbidden, message: reason }])
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw badRequest(problems)
}

/** Required fields without a value; one whose value was refused is reported for that alone, and a file cannot come along. */
function missing(
  { fields }: ProfilesContext,
  type: ProfileType,
  data: ProfileData,
  refused: readonly Problem[],
  { access }: Actor,
): Problem[] {
  return fields
    .of(type)
    .filter(
      (field) =>
        field.required && field.kind !== 'file' && data[field.name] === undefined && !access.excuses(type, field.name),
    )
    .filter((field) => refused.every((problem) => problem.field !== field.name))
    .map((field) => ({ code: errorCodes.required, field: field.name, message: 'This field is required.' }))
}

/** A workflow ties one job to one person for good: one system id per pair (FORUM1). */
function pair(data: ProfileData): ProfileData {
  return withoutEmpty({ baseprofile: data.baseprofile, associatedprofile: data.associatedprofile })
}

function pairMoved(before: ProfileData, values: ProfileData): Problem[] {
  return ['baseprofile', 'associatedprofile']
    .filter((name) => name in values && values[name] !== before[name])
    .map((field) => ({ code: errorCodes.fieldName, field, message: 'This field cannot be changed.' }))
}
