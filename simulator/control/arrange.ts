import { createRoute, z } from '@hono/zod-openapi'
import { addProfile, moveCandidate, moveNewHire } from '../profiles/arrange.ts'
import { profileTypeNames, profileTypes } from '../tenant/profile-types.ts'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const type = z.enum(profileTypeNames.map((name) => profileTypes[name].path))

const add = createRoute({
  method: 'post',
  path: '/add/{type}',
  summary: 'Put a profile into the tenant: the fields given, and what is demanded of a person or a job',
  request: {
    params: z.object({ type: type.openapi({ description: 'Type of profile, as in URLs.' }) }),
    ...jsonBody(z.record(z.string(), z.unknown()).openapi({ description: 'Fields in the form the API takes.' })),
  },
  responses: {
    201: jsonContent('It is there.', z.object({ id: z.number().int().openapi({ description: 'System id.' }) })),
    400: refusal('A field that is bad, missing or unknown.'),
  },
})

const move = createRoute({
  method: 'post',
  path: '/move-candidate',
  summary: 'Move a candidate to another status, as a recruiter does',
  request: jsonBody(
    z.object({
      workflow: z.number().int().openapi({ description: 'System id of the recruiting workflow.' }),
      status: z
        .string()
        .openapi({ description: 'Id of the status, its name, or bin and name: `Review - Phone Screen`.' }),
    }),
  ),
  responses: {
    200: jsonContent('Moved.', z.object({ status: z.literal('moved') })),
    400: refusal('No such status, or one that may not be entered.'),
    404: refusal('No such workflow.'),
  },
})

const moveHire = createRoute({
  method: 'post',
  path: '/move-new-hire',
  summary: 'Move a new hire to another status, as a platform user does',
  request: jsonBody(
    z.object({
      workflow: z.number().int().openapi({ description: 'System id of the onboarding workflow.' }),
      status: z.string().openapi({ description: 'Id of the status, or its name.' }),
    }),
  ),
  responses: {
    200: jsonContent('Moved.', z.object({ status: z.literal('moved') })),
    400: refusal('No such status.'),
    404: refusal('No such workflow.'),
  },
})

/** `/add/people` and its like, `/move-candidate` and `/move-new-hire`: what a test needs to be there, in one call each. */
export const addArrange: AddRoutes = (app) => {
  app.openapi(add, (context) => {
    const name = profileTypeNames.find((one) => profileTypes[one].path === context.req.valid('param').type)!
    return context.json({ id: addProfile(context.var.simulator.tenant, name, context.req.valid('json')) }, 201)
  })
  app.openapi(move, (context) => {
    const { workflow, status } = context.req.valid('json')
    moveCandidate(context.var.simulator.tenant, workflow, status)
    return context.json({ status: 'moved' as const }, 200)
  })
  app.openapi(moveHire, (context) => {
    const { workflow, status } = context.req.valid('json')
    moveNewHire(context.var.simulator.tenant, workflow, status)
    return context.json({ status: 'moved' as const }, 200)
  })
}
