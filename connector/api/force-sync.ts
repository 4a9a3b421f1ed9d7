import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnvironment } from './app.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

const type = z.enum(['FULL', 'DELTA'])

const data = z.object({ already_queued: z.boolean(), sync_id: z.string(), type })

const route = createRoute({
  method: 'post',
  path: '/force-sync',
  summary: 'Start a sync now',
  request: {
    headers: integrationHeaders,
    body: { content: { 'application/json': { schema: z.object({ type: type.default('FULL') }) } } },
  },
  responses: {
    200: {
      description: 'It runs, or one was running already',
      content: { 'application/json': { schema: z.object({ status: z.literal('success'), data }) } },
    },
    ...errorResponses,
  },
})

/** `POST /force-sync`: one sync runs at a time, a second call is told of the first. */
export function addForceSync(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(route, async (context) => {
    const integration = await context.var.integration()
    const started = await context.var.forceSync(integration.id, context.req.valid('json').type)
    return context.json({ status: 'success' as const, data: started }, 200)
  })
}
