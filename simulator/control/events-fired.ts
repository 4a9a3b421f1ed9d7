import { createRoute, z } from '@hono/zod-openapi'
import { describeEvent } from '../events/describe.ts'
import type { Simulator } from '../index.ts'
import {
  loginRemotely,
  openOnboardTask,
  postToBoard,
  unpostFromBoard,
  viewBoardPost,
} from '../profiles/platform-events.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const id = z.number().int()
const told = z.object({
  events: z.array(
    z.object({
      id,
      state: z.enum(['waiting', 'delivered', 'failed']),
      link: z.string().nullable().openapi({ description: 'Where the user is led, if the partner said so.' }),
      shown: z.string().nullable().openapi({ description: 'What the user is shown.' }),
    }),
  ),
})
const onJob = z.object({
  job: id.openapi({ description: 'System id of the job.' }),
  user: id.optional().openapi({ description: "Who does it: a person's system id, the job's recruiter unless given." }),
})

const route = <Schema extends z.ZodType>(path: string, summary: string, body: Schema) =>
  createRoute({
    method: 'post',
    path,
    summary,
    request: jsonBody(body),
    responses: {
      200: jsonContent('The events of it, once they were answered; none where nobody is told.', told),
      400: refusal('A body that does not fit, or a job that is on no career portal.'),
      404: refusal('No such job or person.'),
    },
  })

const post = route('/post-to-board', 'Post a job to a job board, as a recruiter does', onJob)
const unpost = route('/unpost-from-board', 'Take a job off a job board, as a recruiter does', onJob)
const view = route('/view-board-post', 'Open the posting of a job on a job board, as a recruiter does', onJob)
const login = route(
  '/remote-login',
  "Follow a partner's link in the platform, as a platform user does",
  z.object({ user: id.openapi({ description: 'System id of the platform user.' }) }),
)
const task = route(
  '/open-onboard-task',
  'Open a task in the onboarding portal, as a new hire does',
  z.object({
    person: id.openapi({ description: 'System id of the new hire.' }),
    user: id.optional().openapi({ description: 'The new hire unless given.' }),
  }),
)

/** `/post-to-board` and its like: what changes nothing in the tenant, and is only told to partners. */
export const addEventsFired: AddRoutes = (app) => {
  const settled = async ({ tenant }: Simulator, ids: readonly number[]) => {
    await Promise.all(ids.map((one) => tenant.courier.settled(one)))
    const events = ids.flatMap((one) => tenant.outbox.find(one) ?? []).map((event) => describeEvent(tenant, event))
    return { events: events.map(({ id, state, link, shown }) => ({ id, state, link, shown })) }
  }
  const verbs = [
    [post, postToBoard],
    [unpost, unpostFromBoard],
    [view, viewBoardPost],
  ] as const
  for (const [verb, act] of verbs) {
    app.openapi(verb, async (context) => {
      const { simulator } = context.var
      const { job, user } = context.req.valid('json')
      return context.json(await settled(simulator, act(simulator.tenant, job, user)), 200)
    })
  }
  app.openapi(login, async (context) => {
    const { simulator } = context.var
    const { user } = context.req.valid('json')
    return context.json(await settled(simulator, loginRemotely(simulator.tenant, user)), 200)
  })
  app.openapi(task, async (context) => {
    const { simulator } = context.var
    const { person, user } = context.req.valid('json')
    return context.json(await settled(simulator, openOnboardTask(simulator.tenant, person, user)), 200)
  })
}
