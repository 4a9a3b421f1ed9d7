import { IcimsError } from '../errors.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import { findPortal, readPostedJob } from '../profiles/job-posts.ts'
import { portalDescription } from '../profiles/portal-page.ts'
import { listPosted } from '../profiles/posted-jobs.ts'
import { fullAccess } from '../tenant/access.ts'
import type { Portal } from '../tenant/config.ts'
import { jobPageUrl } from '../tenant/portals.ts'
import { goneJobPage, jobListPage, jobPage, pageHeaders } from './career-page.ts'
import type { Visit } from './visit.ts'

/** Answers a visitor of a portal, who needs no sign-in: its `/jobs`, and its `/jobs/{id}/{slug}/job` (D26). */
export async function answerCareers(
  context: ProfilesContext,
  { portal: word, base, rest, origin }: Visit,
): Promise<Response> {
  const company = context.config.name
  const home = base === '' ? '/' : base
  try {
    const portal = findPortal(context, word)
    const [, id] = /^\/jobs\/(\d{1,15})(?:\/|$)/.exec(rest) ?? []
    if (id !== undefined) {
      const { job } = readPostedJob(context, portal, Number(id), fullAccess)
      return page(200, await jobPage(company, portalDescription(context, job, fullAccess), home))
    }
    if (!/^(\/|\/jobs(\/search|\/intro)?\/?)?$/.test(rest)) return page(404, await goneJobPage(company, home))
    return page(200, await jobListPage(company, listedJobs(context, portal, origin)))
  } catch (error) {
    if (!(error instanceof IcimsError)) throw error
    return page(404, await goneJobPage(company, home))
  }
}

function listedJobs(context: ProfilesContext, portal: Portal, origin: string) {
  return listPosted(context, portal).map(({ id, job }) => {
    const { jobtitle, location = '' } = portalDescription(context, job, fullAccess)
    return { href: jobPageUrl(origin, portal, id, jobtitle), title: jobtitle, location }
  })
}

function page(status: number, text: string): Response {
  return new Response(text, { status, headers: pageHeaders })
}
