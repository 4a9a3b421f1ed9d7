import type { ProfileData } from '../store/store.ts'
import type { Portal } from '../tenant/config.ts'
import type { ProfilesContext } from './context.ts'
import { livePost } from './job-posts.ts'

/** The jobs that are up on a portal, by id. */
export function listPosted({ store }: ProfilesContext, portal: Portal): { id: number; job: ProfileData }[] {
  return [...store.each('job')]
    .filter(({ data }) => livePost(data, portal) !== undefined)
    .map(({ id, data }) => ({ id, job: data }))
}
