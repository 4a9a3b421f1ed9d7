import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
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

/** `POST /force-sync`: one sync runs at a time, a second call is told of the first. */
export function addForceSync(app: OpenAPIHono<ApiEnvironment>): void {
  app.openAPIRegistry.registerPath(route)
  // Not `app.openapi`, which leaves a body of another type unread: what it asks for would be passed over.
  app.post(route.path, async (context) => {
    const asked = await askedType(context.req.raw)
    const integration = await context.var.integration()
    // This route may send codes of the platform only.
    if (!integration.enabled)
      throw new ApiError('PLATFORM.INPUT_INVALID', 'The integration is paused. Enable it first.')
    return context.json({ status: 'success' as const, data: await context.var.forceSync(integration.id, asked) }, 200)
  })
}

/** The type in the body; a call without one asks for everything. */
async function askedType(request: Request): Promise<z.infer<typeof type>> {
  const text = await request.text()
  if (text.trim() === '') return 'FULL'
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new ApiError(
      'PLATFORM.INPUT_INVALID',
      'Send the body as JSON, with the header `Content-Type: application/json`.',
    )
  }
  const asked = body.safeParse(parseJson(text))
  if (!asked.success) throw new ApiError('PLATFORM.INPUT_INVALID', 'type: it must be FULL or DELTA.')
  return asked.data.type
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('PLATFORM.INPUT_INVALID', 'The body is not valid JSON.')
  }
}
