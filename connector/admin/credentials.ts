import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { readJson } from '../api/read-json.ts'
import type { AdminContext } from './app.ts'
import { authBody, idParams, jsonBody, responses, success, toAuth } from './schemas.ts'

const params = idParams('The id of the integration, with `icims:` before it or without')
const adoptBody = z.strictObject({ workflow_ids: z.array(z.string()).min(1).max(10_000) })

const rotateRoute = createRoute({
  method: 'put',
  path: '/integrations/{id}/credentials',
  summary: 'Put new credentials in place of the old ones',
  request: { params, body: jsonBody(authBody) },
  responses: responses('Done', z.object({})),
})
const adoptRoute = createRoute({
  method: 'post',
  path: '/integrations/{id}/adopted-applications',
  summary: 'Track applications that were made elsewhere, where only created ones are synced',
  request: { params, body: jsonBody(adoptBody) },
  responses: responses('How many were not tracked before', z.object({ adopted: z.number() })),
})

/** `/integrations/{id}/credentials` and `/integrations/{id}/adopted-applications`. */
export function addCredentials(app: OpenAPIHono, { administration, integration }: AdminContext): void {
  // Not `app.openapi`, which leaves a body of another type unread.
  for (const route of [rotateRoute, adoptRoute]) app.openAPIRegistry.registerPath(route)
  app.put('/integrations/:id/credentials', async (context) => {
    const auth = await readJson(context.req.raw, authBody)
    const { id } = await integration(context.req.param('id'))
    await administration.rotateCredentials(id, toAuth(auth))
    return context.json(success({}), 200)
  })
  app.post('/integrations/:id/adopted-applications', async (context) => {
    const { workflow_ids } = await readJson(context.req.raw, adoptBody)
    const { id } = await integration(context.req.param('id'))
    return context.json(success({ adopted: await administration.adoptApplications(id, workflow_ids) }), 200)
  })
}
