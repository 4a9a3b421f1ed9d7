import { createRoute, z } from '@hono/zod-openapi'
import { unpostJob } from '../profiles/job-posts.ts'
import { publishJob } from '../profiles/simulate.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const job = z.number().int().openapi({ description: 'System id of the job.' })
const portal = z.string().openapi({ description: 'Id of the portal, or its host label, whole or without the company.' })
const refusals = { 400: refusal('A body that does not fit.'), 404: refusal('No such job or portal.') }

const post = createRoute({
  method: 'post',
  path: '/post-job',
  summary: "Post a job to a career portal, the tenant's first unless named, as a platform user does",
  request: jsonBody(z.object({ job, portal: portal.optional() })),
  responses: { 200: jsonContent('It is up.', z.object({ status: z.literal('posted') })), ...refusals },
})

const unpost = createRoute({
  method: 'post',
  path: '/unpost-job',
  summary: 'Take a job off a career portal, as a platform user does',
  request: jsonBody(z.object({ job, portal })),
  responses: { 200: jsonContent('It is off.', z.object({ status: z.literal('unposted') })), ...refusals },
})

/** `/post-job` and `/unpost-job`: how iCIMS's own users put jobs on portals; no REST call was seen to. */
export const addPostings: AddRoutes = (app) => {
  app.openapi(post, (context) => {
    const { job, portal } = context.req.valid('json')
    publishJob(context.var.simulator.tenant, job, portal)
    return context.json({ status: 'posted' as const }, 200)
  })
  app.openapi(unpost, (context) => {
    const { job, portal } = context.req.valid('json')
    unpostJob(context.var.simulator.tenant, job, portal)
    return context.json({ status: 'unposted' as const }, 200)
  })
}
