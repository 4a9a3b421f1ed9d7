import type { Upload } from '../files/upload.ts'
import { putFile } from '../files/write-file.ts'
import { fold } from '../search/fold.ts'
import { fullAccess } from '../tenant/access.ts'
import type { Portal } from '../tenant/config.ts'
import { type ProfilesContext, platformActor } from './context.ts'
import { readPostedJob } from './job-posts.ts'
import { readProfile } from './read.ts'
import { applyToJob } from './simulate.ts'
import { existingWorkflow } from './workflow.ts'
import { type Body, save } from './write.ts'

/** What a candidate sent from a portal. */
export type PortalApplication = {
  portal: Portal
  job: number
  /** Fields of the person, in the form the API takes; `email` tells whether the tenant knows them. */
  candidate: Body & { email: string }
  resume?: Upload
  /** Where the candidate comes back to from an assessment. */
  returnUrl: string
}

/** What came of it; `events` are the numbers of those that tell of it. */
export type Applied = { workflow: number; events: readonly number[] }

/**
 * A candidate applies on a portal. Inferred: somebody with the e-mail address of a person is that person, who keeps what they
 * have but for the résumé; who is on the job already is not put there again.
 *
 * @returns undefined for somebody who is on the job already.
 * @throws IcimsError 404 for a job that is not on the portal, 400 naming each field that does not fit.
 */
export function applyOnPortal(context: ProfilesContext, application: PortalApplication): Applied | undefined {
  const { portal, job, candidate, resume, returnUrl } = application
  return context.store.transaction(() => {
    readPostedJob(context, portal, job, fullAccess)
    const [known] = context.store.find('person', { email: fold(candidate.email) })
    const pair = { baseprofile: job, associatedprofile: known }
    if (known !== undefined && existingWorkflow(context, 'applicantworkflow', pair) !== undefined) return undefined
    const who = known === undefined ? { candidate } : { person: known }
    const { person, workflow, events } = applyToJob(context, { job, ...who, returnUrl })
    if (resume) putFile(context, { type: 'person', id: person, field: 'resume' }, resume, platformActor)
    if (events.length === 0) completeApplication(context, workflow)
    return { workflow, events }
  })
}

/**
 * The candidate has come to the end: of the form, or of an assessment in it (EVA). What is kept of it no API shows.
 *
 * @throws IcimsError 404 without the workflow.
 */
export function completeApplication(context: ProfilesContext, workflow: number): void {
  context.store.transaction(() => {
    const before = readProfile(context, 'applicantworkflow', workflow)
    if (before.applicationcompleted !== undefined) return
    save(context, 'applicantworkflow', workflow, before, { ...before, applicationcompleted: context.clock.now() })
  })
}
