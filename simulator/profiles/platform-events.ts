import { badRequest, errorCodes } from '../errors.ts'
import { assessmentUrl, jobAddress } from '../tenant/portals.ts'
import type { ProfilesContext } from './context.ts'
import { livePost } from './job-posts.ts'
import { readProfile } from './read.ts'

/**
 * A recruiter posts a job to a job board, which is a partner's: the partner is told, and reports the posting itself (EVP, JDIS).
 *
 * @param user system id of the recruiter; the job's own unless given.
 * @returns the numbers of the events.
 * @throws IcimsError 404 without such a job, 400 when it is on no career portal: it must be there first (EVT).
 */
export function postToBoard(context: ProfilesContext, id: number, user?: number): number[] {
  const job = readProfile(context, 'job', id)
  const portal = context.config.portals.find((one) => livePost(job, one) !== undefined)
  if (portal === undefined) {
    const message = 'The job must be posted to a career portal before it is posted to a job board.'
    throw badRequest([{ code: errorCodes.badValue, message }])
  }
  const portalUrl = jobAddress(context.outbox.origin(), portal, id, String(job.jobtitle ?? ''), 'login')
  return tell(context, { kind: 'job-post', job: id, user: userOf(context, job, user), portalUrl })
}

/** A recruiter takes a job off a job board (EVT). Same errors for a job that is not there. */
export function unpostFromBoard(context: ProfilesContext, id: number, user?: number): number[] {
  const job = readProfile(context, 'job', id)
  return tell(context, { kind: 'job-unpost', job: id, user: userOf(context, job, user) })
}

/** A recruiter opens what the partner keeps of a posting, to change it (EVE). Same errors. */
export function viewBoardPost(context: ProfilesContext, id: number, user?: number): number[] {
  const job = readProfile(context, 'job', id)
  return tell(context, { kind: 'view-job-post', job: id, user: userOf(context, job, user) })
}

/**
 * A platform user follows a partner's link in the platform, to be signed in there (D3).
 *
 * @throws IcimsError 404 without such a person.
 */
export function loginRemotely(context: ProfilesContext, user: number): number[] {
  readProfile(context, 'person', user)
  return tell(context, { kind: 'remote-login', user, returnUrl: platformUrl(context) })
}

/**
 * A new hire opens a task in the onboarding portal, which a partner does with them (EVO). The addresses are inferred.
 *
 * @param user system id of whoever is named as user; the new hire unless given.
 * @throws IcimsError 404 without such a person.
 */
export function openOnboardTask(context: ProfilesContext, person: number, user = person): number[] {
  readProfile(context, 'person', person)
  const task = `${platformUrl(context)}/onboard/tasks/${person}`
  return tell(context, {
    kind: 'onboard-task',
    person,
    user,
    returnUrl: `${task}?complete=1`,
    incompleteUrl: `${task}?complete=0`,
  })
}

/**
 * Tells partners that a candidate came to the end of an application, where its job has an assessment (EVA).
 *
 * @param returnUrl the page of the job on a portal it is posted to, or else on the first one, unless given.
 * @returns the numbers of the events.
 */
export function tellApplication(
  context: ProfilesContext,
  {
    job,
    person,
    workflow,
    returnUrl,
  }: { job: number; person: number; workflow: number; returnUrl: string | undefined },
): number[] {
  const { outbox, store, config } = context
  const { assessmenttype = [], jobtitle = '', ...rest } = store.get('job', job) ?? {}
  const portal = config.portals.find((one) => livePost(rest, one) !== undefined) ?? config.portals[0]
  const page = portal && assessmentUrl(outbox.origin(), portal, job, String(jobtitle))
  const back = returnUrl ?? page
  if (back === undefined) return []
  const hasPackage = (assessmenttype as readonly string[]).length > 0
  return tell(context, { kind: 'application-complete', workflow, job, person, hasPackage, returnUrl: back })
}

function tell({ outbox, clock }: ProfilesContext, occurrence: Parameters<typeof outbox.add>[0]): number[] {
  return outbox.add(occurrence, clock.now())
}

function platformUrl({ config }: ProfilesContext): string {
  return `https://${config.platform}.icims.com`
}

function userOf(context: ProfilesContext, job: { recruiter?: unknown }, user: number | undefined): number | null {
  if (user !== undefined) readProfile(context, 'person', user)
  return user ?? (job.recruiter as number | undefined) ?? null
}
