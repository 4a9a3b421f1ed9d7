import { IcimsError } from '../errors.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import { findPortal, readPostedJob } from '../profiles/job-posts.ts'
import { portalDescription } from '../profiles/portal-page.ts'
import { listPosted } from '../profiles/posted-jobs.ts'
import { fullAccess } from '../tenant/access.ts'
import type { Portal } from '../tenant/config.ts'
import { jobAddress, jobPageUrl } from '../tenant/portals.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { answerApply } from './apply.ts'
import { goneJobPage, jobListPage, jobPage } from './career-page.ts'
import { pageResponse } from './shell.ts'
import type { Visit } from './visit.ts'

/**
 * Answers a visitor of a portal, who needs no sign-in: its `/jobs`, its `/jobs/{id}/{slug}/job` (D26), and beside that the
 * pages where one applies.
 */
export async function answerCareers(tenant: Tenant, request: Request, visit: Visit): Promise<Response> {
  const { portal: word, base, rest, origin } = visit
  const company = tenant.config.name
  const home = base === '' ? '/' : base
  try {
    const portal = findPortal(tenant, word)
    const [, number, name = 'job'] = /^\/jobs\/(\d{1,15})(?:\/[^/]*(?:\/([^/]*))?)?\/?$/.exec(rest) ?? []
    if (number !== undefined) {
      const id = Number(number)
      const { job } = readPostedJob(tenant, portal, id, fullAccess)
      const applying = answerApply({ tenant, request, visit, portal, id, job, name })
      if (applying !== undefined) return await applying
      if (!isReading(request)) return pageResponse(405, await goneJobPage(company, home), { allow: 'GET, HEAD' })
      const described = portalDescription(tenant, job, fullAccess)
      const apply = jobAddress(origin, portal, id, described.jobtitle, 'login')
      return pageResponse(200, await jobPage(company, described, home, apply))
    }
    if (!/^(\/|\/jobs(\/search|\/intro)?\/?)?$/.test(rest)) return pageResponse(404, await goneJobPage(company, home))
    if (!isReading(request)) return pageResponse(405, await goneJobPage(company, home), { allow: 'GET, HEAD' })
    return pageResponse(200, await jobListPage(company, listedJobs(tenant, portal, origin)))
  } catch (error) {
    if (!(error instanceof IcimsError)) throw error
    return pageResponse(404, await goneJobPage(company, home))
  }
}

function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

function listedJobs(context: ProfilesContext, portal: Portal, origin: string) {
  return listPosted(context, portal).map(({ id, job }) => {
    const { jobtitle, location = '' } = portalDescription(context, job, fullAccess)
    return { href: jobPageUrl(origin, portal, id, jobtitle), title: jobtitle, location }
  })
}
