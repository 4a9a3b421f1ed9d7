import type { Address } from '../address.ts'
import { IcimsError } from '../errors.ts'
import type { ProfilesContext } from '../profiles/context.ts'
import { findPortal, readPostedJob } from '../profiles/job-posts.ts'
import { portalDescription } from '../profiles/portal-page.ts'
import { listPosted } from '../profiles/posted-jobs.ts'
import { fullAccess } from '../tenant/access.ts'
import type { Portal } from '../tenant/config.ts'
import { jobPageUrl } from '../tenant/portals.ts'
import { goneJobPage, jobListPage, jobPage, pageHeaders } from './career-page.ts'

/** Where a request to a portal leads: which one, under which address, and what comes after it. */
type Visit = { portal: string; base: string; rest: string }

/**
 * The public portal, which needs no sign-in: `/careers/{portal}` and its `/jobs/{id}/{slug}/job`, or the same without the
 * start on the portal's own host, `https://careers-cedarline.icims.com/jobs/…` (D26). Undefined for any other address.
 */
export function answerCareers(
  context: ProfilesContext,
  request: Request,
  address: Address,
): Promise<Response> | undefined {
  const visit = readVisit(context, address)
  if (visit === undefined || !['GET', 'HEAD'].includes(request.method)) return undefined
  return respond(context, visit, address.origin)
}

function readVisit({ config }: ProfilesContext, { origin, path }: Address): Visit | undefined {
  const [, named, rest = ''] = /^\/careers\/([^/]+)(\/.*)?$/.exec(path) ?? []
  if (named !== undefined) return { portal: decoded(named), base: `/careers/${named}`, rest }
  const host = /^https?:\/\/([^/:]+)\.icims\.com(?::\d+)?$/.exec(origin)?.[1]
  const own = config.portals.find(({ name }) => name === host)
  return own && { portal: own.name, base: '', rest: path }
}

async function respond(
  context: ProfilesContext,
  { portal: word, base, rest }: Visit,
  origin: string,
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

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
