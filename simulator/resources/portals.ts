import { formatDateTime } from '../dates.ts'
import { IcimsError } from '../errors.ts'
import type { Exchange, Handler, Handlers } from '../exchange.ts'
import { findPortal, postsOf, readPostedJob } from '../profiles/job-posts.ts'
import { portalDescription, portalOptions } from '../profiles/portal-page.ts'
import { readProfile } from '../profiles/read.ts'
import { loadSearch } from '../search/load-search.ts'
import { jobPageUrl, portalWord } from '../tenant/portals.ts'
import { pathId } from './profile-handlers.ts'
import { checkMaySearch, freshnessOf, searchBody, withSearchStatus } from './search.ts'

const originOf = ({ base }: Exchange): string => new URL(base).origin

const searchHandler: Handler = async (exchange) => {
  const { tenant, base, params, access, notes, findsUpTo } = exchange
  checkMaySearch(exchange)
  const portal = findPortal(tenant, params.portal ?? '')
  const { searchPortal } = await loadSearch()
  try {
    const terms = { freshness: freshnessOf(exchange), findsUpTo }
    const rows = searchPortal(tenant, portal, searchBody(exchange), access, notes, terms)
    const address = `${base}/portals/${portalWord(tenant.config, portal)}/`
    const searchResults = rows.map(({ id, jobtitle, updateddate }) => ({
      portalUrl: jobPageUrl(originOf(exchange), portal, id, jobtitle),
      self: address + id,
      id,
      updatedDate: formatDateTime(updateddate),
    }))
    return { status: 200, body: { searchResults } }
  } catch (error) {
    throw error instanceof IcimsError ? withSearchStatus(error, tenant.config) : error
  }
}

/** `/customers/{customerId}/search/portals/{portal}`, `/portals/{portal}` and `/portalposts`: D26. */
export const portals: Handlers = {
  searchPortal: searchHandler,
  searchPortalByQuery: searchHandler,
  getPortalFilters: async (exchange) => {
    const { tenant, params } = exchange
    checkMaySearch(exchange)
    findPortal(tenant, params.portal ?? '')
    const { portalFilters } = await loadSearch()
    const filters = portalFilters.map(({ name, label, list }) => ({
      name,
      label,
      ...(list === undefined ? { type: 'text' } : { type: 'dropdown', options: portalOptions(tenant, list) }),
    }))
    return { status: 200, body: { filters } }
  },
  getPortalJob: (exchange) => {
    const { tenant, params, access } = exchange
    const portal = findPortal(tenant, params.portal ?? '')
    const id = pathId(exchange, 'jobId', 'Job')
    const { job, post } = readPostedJob(tenant, portal, id, access)
    const body = {
      id,
      ...portalDescription(tenant, job, access),
      portalUrl: jobPageUrl(originOf(exchange), portal, id, String(job.jobtitle ?? '')),
      postedDate: formatDateTime(post.postdate),
      updatedDate: formatDateTime(job.updateddate as number),
    }
    return { status: 200, body }
  },
  getPortalPosts: (exchange) => {
    const { tenant, access } = exchange
    const id = pathId(exchange, 'jobId', 'Job')
    const job = readProfile(tenant, 'job', id, access)
    const yesNo = (value: boolean): string => (value ? 'Yes' : 'No')
    const portalposts = postsOf(job).flatMap((post) => {
      const portal = tenant.config.portals.find((candidate) => candidate.id === post.portal)
      if (portal === undefined) return []
      return {
        portal: { id: portal.id, value: portal.name },
        isposted: yesNo(post.isposted),
        type: post.type,
        status: post.status,
        postdate: formatDateTime(post.postdate),
        ...(post.enddate !== null && { enddate: formatDateTime(post.enddate) }),
        postedtohub: yesNo(post.postedtohub),
        ...(post.isposted && { portalUrl: jobPageUrl(originOf(exchange), portal, id, String(job.jobtitle ?? '')) }),
      }
    })
    return { status: 200, body: { portalposts } }
  },
}
