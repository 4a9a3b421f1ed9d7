import { badRequest } from '../errors.ts'
import { RefusedError } from '../refused-error.ts'
import type { WorkflowStatus } from '../tenant/config.ts'
import { createPipeline } from '../tenant/pipeline.ts'
import { demanded } from './arrange.ts'
import { type Actor, type ProfilesContext, platformActor } from './context.ts'
import { postJob } from './job-posts.ts'
import { tellApplication } from './platform-events.ts'
import { readProfile } from './read.ts'
import { type Body, createProfile, updateProfile } from './write.ts'

/** A candidate who applies. Without a person there is a new one, with the fields given beside what iCIMS demands. */
export type Application = {
  /** System id of the job. */
  job: number
  /** System id of somebody the tenant knows. */
  person?: number
  /** Fields of the new person, in the form the API takes. */
  candidate?: Body
  /** Kind of source and its name, plain texts both (C1). */
  source?: string
  sourcename?: string
  /** Where the candidate comes back to from an assessment in the application; the job's page on its portal unless given. */
  returnUrl?: string
}

/** Who applied: the system ids of both, and the numbers of the events that partners are told it by. */
export type Applied = { person: number; workflow: number; events: readonly number[] }

/**
 * A candidate applies on the portal: the workflow starts at the first status of those who come from outside. A partner whose
 * assessment is part of the application is told.
 *
 * @throws IcimsError 400 without such a job or person, for a field that is bad or unknown, and for somebody who is on the job already.
 *   RefusedError 400 for a person and fields of a new one.
 */
export function applyToJob(context: ProfilesContext, application: Application): Applied {
  const { job, candidate = {}, source = 'Corporate Website', sourcename = 'Careers Page' } = application
  if (application.person !== undefined && application.candidate !== undefined) {
    throw new RefusedError(400, 'Name a person who is there, or the fields of a new one, not both.')
  }
  const origin = { source, sourcename }
  return context.store.transaction(() => {
    const person = application.person ?? register(context, { ...origin, ...candidate })
    const status = createPipeline(context.config).first('external')
    const body = {
      associatedprofile: person,
      baseprofile: job,
      ...(status && { status: { id: status.id } }),
      ...origin,
    }
    const workflow = createProfile(context, 'applicantworkflow', body, platformActor).id
    const events = tellApplication(context, { job, person, workflow, returnUrl: application.returnUrl })
    return { person, workflow, events }
  })
}

/** Nobody reads warnings here, so a field that is not taken is an error. */
function register(context: ProfilesContext, fields: Body): number {
  const body = { ...demanded(context, 'person', context.store.last('person') + 1), ...fields }
  const { id, warnings } = createProfile(context, 'person', body, platformActor)
  if (warnings.length > 0) throw badRequest(warnings)
  return id
}

/**
 * A recruiter moves a candidate one step on, along the tenant's own statuses: new, review, interview, offer, hired. The job's
 * recruiter does it, where it names one.
 *
 * @returns the status the candidate is in now.
 * @throws IcimsError 404 without the workflow. RefusedError 409 where no step follows: hired, turned down, withdrawn.
 */
export function advanceCandidate(context: ProfilesContext, id: number): WorkflowStatus {
  return context.store.transaction(() => {
    const workflow = readProfile(context, 'applicantworkflow', id)
    const pipeline = createPipeline(context.config)
    const step = pipeline.step(String(workflow.status))
    const next = step && pipeline.next(step)
    if (next === undefined) {
      const status = context.lists.node(String(workflow.status))?.value ?? 'no status'
      throw new RefusedError(409, `Nothing comes after ${status}, which the workflow ${id} is in.`)
    }
    const by = recruiterOf(context, Number(workflow.baseprofile))
    updateProfile(context, 'applicantworkflow', id, { status: { id: next.status.id } }, by)
    return next.status
  })
}

/**
 * Posts a job to the tenant's first portal, or to the one named.
 *
 * @throws IcimsError 404 without such a job or portal.
 */
export function publishJob(context: ProfilesContext, job: number, portal?: string): void {
  postJob(context, job, portal ?? String(context.config.portals[0]?.id))
}

function recruiterOf({ store }: ProfilesContext, job: number): Actor {
  const recruiter = store.get('job', job)?.recruiter
  const isHere = typeof recruiter === 'number' && store.get('person', recruiter) !== undefined
  return isHere ? { ...platformActor, person: recruiter } : platformActor
}
