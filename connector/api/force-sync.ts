import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { readJson } from './read-json.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

const type = z.enum(['FULL', 'DELTA'])

const body = z.object({ type: type.default('FULL') })

const data = z.object({ already_queued: z.boolean(), sync_id: z.string(), type })

const route = createRoute({
  method: 'post',
  path: '/force-sync',
  summary: 'Start a sync now',
  request: {
    headers: integrationHeaders,
    body: { content: { 'application/json': { schema: body } }, required: false },
  },
  responses: {
    200: {
      description: 'It runs, or one was running already',
      content: { 'application/json': { schema: z.object({ status: z.literal('success'), data }) } },
    },
    ...errorResponses,
  },
})

/**
 * `POST /force-sync`: one sync of an integration runs or waits at a time, and a call meanwhile is told of that one, whose type may
 * be another than the call asked for: so the vendor's SDK describes `already_queued`, `sync_id` and `type` of the answer
 * (npmjs.com/package/@kombo-api/sdk).
 */
export function addForceSync(app: OpenAPIHono<ApiEnvironment>): void {
  app.openAPIRegistry.registerPath(route)
  // Not `app.openapi`, which leaves a body of another type unread: what it asks for would be passed over.
  app.post(route.path, async (context) => {
    // A call without a body asks for everything.
    const asked = await readJson(context.req.raw, body, 'type: it must be FULL or DELTA.')
    const integration = await context.var.integration()
    // This route may send codes of the platform only.
    if (!integration.enabled)
      throw new ApiError('PLATFORM.INPUT_INVALID', 'The integration is paused. Enable it first.')
    const data = await context.var.forceSync(integration.id, asked.type)
    return context.json({ status: 'success' as const, data }, 200)
  })
}
