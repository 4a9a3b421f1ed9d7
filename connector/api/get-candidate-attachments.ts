import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { warnings } from './action.ts'
import type { ApiEnvironment } from './app.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

const attachment = z.object({
  id: z.string(),
  application_id: z.string().nullable(),
  candidate_id: z.string(),
  type: z.enum(['CV', 'COVER_LETTER', 'OTHER']),
  remote_id: z.string(),
  data_url: z.string().openapi({ description: 'Leads to the file for an hour, without a key' }),
  file_name: z.string(),
  content_type: z.string(),
  remote_created_at: z.string().nullable(),
  remote_updated_at: z.string().nullable(),
})

const schema = z.object({
  status: z.literal('success'),
  data: z.object({ results: z.array(attachment) }),
  warnings,
})

const route = createRoute({
  method: 'get',
  path: '/ats/candidates/{candidate_id}/attachments',
  summary: 'The CV of a candidate',
  request: { headers: integrationHeaders, params: z.object({ candidate_id: z.string() }) },
  responses: { 200: { description: 'One, or none', content: { 'application/json': { schema } } }, ...errorResponses },
})

/** `GET /ats/candidates/{candidate_id}/attachments`. */
export function addGetCandidateAttachments(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(route, async (context) => {
    const integration = await context.var.integration()
    const { origin, pathname } = new URL(context.req.url)
    // Whatever stands before `/v1` in the address that was called.
    const base = `${context.var.connect.publicUrl ?? origin}${pathname.slice(0, pathname.indexOf('/ats/'))}`
    const { candidate_id } = context.req.valid('param')
    const linkTo = (token: string): string => `${base}/attachments/${token}`
    const results = await context.var.attachments.list(integration, candidate_id, linkTo)
    return context.json({ status: 'success' as const, data: { results }, warnings: [] }, 200)
  })
}
