import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnvironment } from './app.ts'
import { readCursor } from './cursor.ts'
import { page } from './list.ts'
import { commaList, errorResponses, integrationHeaders, listParameters } from './schemas.ts'

/** Lists that iCIMS gives nothing for. They answer as one without rows does, so that whoever reads every list can. */
const lists = [
  { path: '/ats/tags', summary: 'Tags: iCIMS has none', parameters: z.object({}) },
  { path: '/ats/offers', summary: 'Offers: not read', parameters: z.object({}) },
  { path: '/ats/interviews', summary: 'Interviews: not read', parameters: z.object({ job_ids: commaList('Jobs') }) },
  { path: '/ats/rejection-reasons', summary: 'Rejection reasons: iCIMS shows none', parameters: z.object({}) },
] as const

/** Adds the lists that are always empty. */
export function addEmptyLists(app: OpenAPIHono<ApiEnvironment>): void {
  for (const { path, summary, parameters } of lists) {
    const route = createRoute({
      method: 'get',
      path,
      summary,
      request: { headers: integrationHeaders, query: listParameters.extend(parameters.shape) },
      responses: {
        200: { description: 'An empty page', content: { 'application/json': { schema: page } } },
        ...errorResponses,
      },
    })
    app.openapi(route, async (context) => {
      await context.var.scope()
      const { cursor } = context.req.valid('query') as { cursor?: string }
      if (cursor !== undefined) readCursor(cursor)
      return context.json({ status: 'success' as const, data: { next: null, results: [] } }, 200)
    })
  }
}
