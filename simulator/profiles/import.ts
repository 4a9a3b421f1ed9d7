import { badRequest, errorCodes } from '../errors.ts'
import type { ProfileData } from '../store/store.ts'
import { type ProfileType, profileTypes } from '../tenant/profile-types.ts'
import { type ProfilesContext, platformActor } from './context.ts'
import { decodeFields, platformWriter } from './decode-fields.ts'
import { withoutEmpty } from './entries.ts'
import { completeJob } from './job.ts'
import { importOffer } from './offers/offers.ts'
import { completeWorkflow } from './workflow.ts'
import type { Body } from './write.ts'

/**
 * Puts a profile where it is said to be, as the platform itself would: with its id, its dates and the ids of its entries.
 * `platform` holds what the API shows nowhere as a field: job posts, status log, when fields last changed.
 *
 * @returns its system id.
 * @throws IcimsError 400 naming each bad, missing or unknown field.
 */
export function importProfile(
  context: ProfilesContext,
  type: ProfileType,
  id: number | undefined,
  body: Body,
  platform: ProfileData,
): number {
  return context.store.transaction(() => {
    const fields = context.fields.of(type)
    const { values, errors, warnings } = decodeFields(fields, body, {}, context, platformWriter)
    const now = context.clock.now()
    let data: ProfileData = withoutEmpty({ createddate: now, updateddate: now, ...platform, ...values })
    const problems = [...errors, ...warnings]
    if (profileTypes[type].workflow !== undefined && platform.submittalstatuslog === undefined) {
      data = completeWorkflow(context, type, data, platformActor, problems)
    }
    for (const field of fields) {
      if (field.required && data[field.name] === undefined) {
        problems.push({ code: errorCodes.required, field: field.name, message: 'This field is required.' })
      }
    }
    if (problems.length > 0) throw badRequest(problems)
    const place = id ?? context.store.next(type)
    context.store.reserve(type, place)
    if (type === 'job') data = { ...completeJob(data, place, now), ...data }
    context.store.put(type, place, data)
    if (type === 'applicantworkflow') importOffer(context, place, data)
    return place
  })
}
