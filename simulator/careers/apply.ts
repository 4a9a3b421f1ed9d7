import { defaultBodyLimit } from '../body.ts'
import { IcimsError } from '../errors.ts'
import { applyOnPortal, completeApplication } from '../profiles/apply.ts'
import type { ProfileData } from '../store/store.ts'
import type { Portal } from '../tenant/config.ts'
import { assessmentUrl, jobAddress } from '../tenant/portals.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { type Answers, decodeForm, readSentForm } from './application-form.ts'
import { type AppliedJob, confirmationPage, formPage, noAssessmentPage, repeatedPage } from './apply-page.ts'
import { readSession, type Session, sessionHeader } from './session.ts'
import { leadTo, pageResponse } from './shell.ts'
import type { Visit } from './visit.ts'

/** One request about an application for one job. */
export type ApplyRequest = {
  tenant: Tenant
  request: Request
  visit: Visit
  portal: Portal
  id: number
  job: ProfileData
  /** The last part of its address: `login`, `assessment`, `confirmation`. */
  name: string
}

/** Answers the pages where one applies; undefined for any other page, or method. */
export function answerApply(asked: ApplyRequest): Promise<Response> | undefined {
  const isPost = asked.request.method === 'POST'
  switch (asked.name) {
    case 'login':
      return isPost ? apply(asked) : formPage(appliedJob(asked)).then((text) => pageResponse(200, text))
    case 'assessment':
      return isPost ? retry(asked) : comeBack(asked)
    case 'confirmation':
      return isPost ? undefined : confirm(asked)
    default:
      return undefined
  }
}

async function apply(asked: ApplyRequest): Promise<Response> {
  const { tenant, request, visit, portal, id } = asked
  let answers: Answers = {}
  try {
    const form = await readSentForm(request, tenant.config.bodyLimit ?? defaultBodyLimit)
    answers = form.answers
    const decoded = await decodeForm(form, tenant.config)
    const title = String(asked.job.jobtitle ?? '')
    const returnUrl = assessmentUrl(visit.origin, portal, id, title)
    const applied = applyOnPortal(tenant, { ...decoded, portal, job: id, returnUrl })
    if (applied === undefined) return pageResponse(409, await repeatedPage(appliedJob(asked)))
    const kept = sessionHeader(tenant, applied, visit)
    return applied.events.length === 0 ? leadTo(addressOf(asked, 'confirmation'), kept) : leadOn(asked, applied, kept)
  } catch (error) {
    if (!(error instanceof IcimsError) || error.status === 404) throw error
    return pageResponse(error.status, await formPage(appliedJob(asked), answers, error.problems))
  }
}

/** Waits for what the partner says, and leads the candidate there (EVA). A partner that has nothing to show is done at once. */
async function leadOn(
  asked: ApplyRequest,
  { workflow, events }: Session,
  headers: Record<string, string>,
): Promise<Response> {
  const { tenant } = asked
  await Promise.all(events.map((event) => tenant.courier.settled(event)))
  const verdicts = events.map((event) => tenant.attempts.of(event).at(-1)?.verdict)
  const link = verdicts.find((verdict) => verdict?.link !== undefined)?.link
  if (link !== undefined) return leadTo(link, headers)
  if (verdicts.every((verdict) => verdict?.outcome === 'accepted')) {
    completeApplication(tenant, workflow)
    return leadTo(addressOf(asked, 'confirmation'), headers)
  }
  const shown = verdicts.find((verdict) => verdict?.shown !== undefined)?.shown ?? null
  return pageResponse(503, await noAssessmentPage(appliedJob(asked), addressOf(asked, 'assessment'), shown), headers)
}

async function retry(asked: ApplyRequest): Promise<Response> {
  const { tenant, visit } = asked
  const session = ownSession(asked)
  if (session === undefined) return leadTo(addressOf(asked, 'login'))
  const failed = session.events.filter((event) => tenant.outbox.find(event)?.state === 'failed')
  for (const event of failed) tenant.courier.resend(event)
  return leadOn(asked, session, sessionHeader(tenant, session, visit))
}

/** The candidate is back from the partner, which ends the application. Who has lost the session finds an empty form. */
async function comeBack(asked: ApplyRequest): Promise<Response> {
  const session = ownSession(asked)
  if (session === undefined) return leadTo(addressOf(asked, 'login'))
  completeApplication(asked.tenant, session.workflow)
  return confirm(asked)
}

async function confirm(asked: ApplyRequest): Promise<Response> {
  if (ownSession(asked) === undefined) return leadTo(addressOf(asked, 'job'))
  return pageResponse(200, await confirmationPage(appliedJob(asked)))
}

/** The browser's application, if it is for this job. */
function ownSession({ tenant, request, id }: ApplyRequest): Session | undefined {
  const session = readSession(tenant, request.headers)
  const workflow = session && tenant.store.get('applicantworkflow', session.workflow)
  return workflow?.baseprofile === id ? session : undefined
}

function appliedJob(asked: ApplyRequest): AppliedJob {
  return {
    company: asked.tenant.config.name,
    title: String(asked.job.jobtitle ?? ''),
    jobPage: addressOf(asked, 'job'),
    applyPage: addressOf(asked, 'login'),
  }
}

function addressOf({ visit, portal, id, job }: ApplyRequest, name: Parameters<typeof jobAddress>[4]): string {
  return jobAddress(visit.origin, portal, id, String(job.jobtitle ?? ''), name)
}
