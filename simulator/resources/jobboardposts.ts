import { errorCodes, IcimsError } from '../errors.ts'
import type { Handlers } from '../exchange.ts'
import { boardPostsOf, renderBoardPosts, saveBoardPosts } from '../profiles/job-boards.ts'
import { readProfile } from '../profiles/read.ts'
import { pathId } from './profile-handlers.ts'

/** `/customers/{customerId}/jobboardposts/`, where job distributors report: JDIS. */
export const jobboardposts: Handlers = {
  getJobBoardPosts: ({ tenant, query, access }) => {
    const jobid = query.get('jobid')
    if (jobid === null) {
      throw new IcimsError(400, [{ code: errorCodes.required, field: 'jobid', message: 'This field is required.' }])
    }
    const id = pathId({ params: { jobid } }, 'jobid', 'Job')
    const posts = boardPostsOf(readProfile(tenant, 'job', id, access))
    return { status: 200, body: { jobboardposts: posts.map((report) => renderBoardPosts(id, report)) } }
  },
  createJobBoardPosts: ({ tenant, base, body, access }) => {
    const id = saveBoardPosts(tenant, body, access)
    return { status: 201, location: `${base}/jobboardposts/?jobid=${id}` }
  },
  updateJobBoardPosts: ({ tenant, base, body, access }) => {
    const id = saveBoardPosts(tenant, body, access)
    return { status: 204, location: `${base}/jobboardposts/?jobid=${id}` }
  },
}
