import { badRequest, errorCodes, notFound } from '../errors.ts'
import type { JobPost } from '../search/filters/job.ts'
import type { ProfileData, Stored } from '../store/store.ts'
import type { Access } from '../tenant/access.ts'
import type { Portal } from '../tenant/config.ts'
import { matchPortals } from '../tenant/portals.ts'
import type { ProfilesContext } from './context.ts'
import { withoutEmpty } from './entries.ts'
import { readProfile } from './read.ts'
import { save } from './write.ts'

/**
 * The portal of this id or name.
 *
 * @throws IcimsError 404 without one (inferred).
 */
export function findPortal({ config }: ProfilesContext, word: string): Portal {
  const [portal] = matchPortals(config, word)
  if (portal === undefined) throw notFound('Portal')
  return portal
}

/** The postings of a job on portals, past ones included. */
export function postsOf(job: ProfileData): readonly JobPost[] {
  return (job.jobposts ?? []) as readonly JobPost[]
}

/** The posting that is up on a portal now. */
export function livePost(job: ProfileData, portal: Portal): JobPost | undefined {
  return postsOf(job).find((post) => post.portal === portal.id && post.isposted)
}

/**
 * A job that is posted to a portal.
 *
 * @throws IcimsError 404 when there is no such job, or it is not there.
 */
export function readPostedJob(
  context: ProfilesContext,
  portal: Portal,
  id: number,
  access: Access,
): { job: ProfileData; post: JobPost } {
  const job = readProfile(context, 'job', id, access)
  const post = livePost(job, portal)
  if (post === undefined) throw notFound('Job')
  return { job, post }
}

/**
 * Posts a job to a portal, as a platform user does; no REST call was seen to. A job that is up already stays as it is. That
 * the job's own last update moves is inferred.
 *
 * @throws IcimsError 404 without such a job or portal.
 */
export function postJob(context: ProfilesContext, id: number, portalWord: string): void {
  changePosts(context, id, portalWord, (job, portal, now) => {
    if (livePost(job, portal) !== undefined) return undefined
    const post: JobPost = {
      portal: portal.id,
      type: '3',
      status: '1',
      isposted: true,
      postdate: now,
      enddate: null,
      postedtohub: false,
    }
    return [...postsOf(job).filter((earlier) => earlier.portal !== portal.id), post]
  })
}

/**
 * Takes a job off a portal, as a platform user does.
 *
 * @throws IcimsError 404 without such a job or portal, 400 when it is not posted there.
 */
export function unpostJob(context: ProfilesContext, id: number, portalWord: string): void {
  changePosts(context, id, portalWord, (job, portal, now) => {
    const live = livePost(job, portal)
    if (live === undefined) {
      throw badRequest([{ code: errorCodes.badValue, message: `The job ${id} is not posted to ${portal.name}.` }])
    }
    return postsOf(job).map((post) => (post === live ? { ...post, isposted: false, status: '2', enddate: now } : post))
  })
}

/** @param change the postings as they become, or undefined to leave everything as it is. */
function changePosts(
  context: ProfilesContext,
  id: number,
  portalWord: string,
  change: (job: ProfileData, portal: Portal, now: number) => readonly JobPost[] | undefined,
): void {
  context.store.transaction(() => {
    const portal = findPortal(context, portalWord)
    const before = readProfile(context, 'job', id)
    const posts = change(before, portal, context.clock.now())
    if (posts === undefined) return
    const isUp = posts.some((post) => post.isposted)
    const day = (time: number): string => new Date(time).toISOString().slice(0, 10)
    const after = withoutEmpty({
      ...before,
      jobposts: posts as unknown as Stored,
      jobpoststart: day(Math.max(...posts.map((post) => post.postdate))),
      jobpostend: isUp ? undefined : day(Math.max(...posts.map((post) => post.enddate ?? 0))),
    })
    save(context, 'job', id, before, after)
  })
}
