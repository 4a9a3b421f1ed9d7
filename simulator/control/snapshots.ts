import { createRoute, z } from '@hono/zod-openapi'
import { type AddRoutes, jsonBody, jsonContent, refusal } from './api.ts'

const snapshot = z
  .object({
    name: z.string(),
    taken: z.string().openapi({ description: "The tenant's time then, ISO 8601." }),
  })
  .openapi('Snapshot')

const named = { params: z.object({ name: z.string() }) }
const unknown = refusal('There is no such snapshot.')

const list = createRoute({
  method: 'get',
  path: '/snapshots',
  summary: 'The snapshots of the tenant, oldest first',
  responses: { 200: jsonContent('Snapshots.', z.object({ snapshots: z.array(snapshot) })) },
})

const take = createRoute({
  method: 'post',
  path: '/snapshots',
  summary: 'Keep the state under a name: rows, files, journal, quota and time',
  request: jsonBody(
    z.object({
      name: z
        .string()
        .optional()
        .openapi({ description: 'Letters, digits, dots, hyphens, underscores. One of that name is replaced.' }),
    }),
  ),
  responses: { 201: jsonContent('It is kept.', snapshot), 400: refusal('No name for a snapshot.') },
})

const restore = createRoute({
  method: 'post',
  path: '/snapshots/{name}/restore',
  summary: 'Bring the tenant back to a snapshot, which stays',
  request: named,
  responses: { 200: jsonContent('The tenant is as it was.', snapshot), 404: unknown },
})

const remove = createRoute({
  method: 'delete',
  path: '/snapshots/{name}',
  summary: 'Forget a snapshot',
  request: named,
  responses: { 200: jsonContent('It is gone.', z.object({ status: z.literal('removed') })), 404: unknown },
})

/** `/snapshots`: states to come back to. */
export const addSnapshots: AddRoutes = (app) => {
  app.openapi(list, (context) => context.json({ snapshots: context.var.simulator.snapshots() }, 200))
  app.openapi(take, (context) => context.json(context.var.simulator.snapshot(context.req.valid('json').name), 201))
  app.openapi(restore, (context) => {
    return context.json(context.var.simulator.restore(context.req.valid('param').name), 200)
  })
  app.openapi(remove, (context) => {
    context.var.simulator.removeSnapshot(context.req.valid('param').name)
    return context.json({ status: 'removed' as const }, 200)
  })
}
