import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnvironment } from './app.ts'
import { errorResponses } from './schemas.ts'

const data = z.object({ environment_id: z.string() })

const route = createRoute({
  method: 'get',
  path: '/check-api-key',
  summary: 'Whether the API key is valid',
  responses: {
    200: {
      description: 'It is',
      content: { 'application/json': { schema: z.object({ status: z.literal('success'), data }) } },
    },
    401: errorResponses[401],
    429: errorResponses[429],
    500: errorResponses[500],
  },
})

/** `GET /check-api-key`: the environment that the key opens. */
export function addCheckApiKey(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(route, (context) => {
    return context.json({ status: 'success' as const, data: { environment_id: context.var.environmentId } }, 200)
  })
}
