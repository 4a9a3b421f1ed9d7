import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { cvTypes, maxFileSize } from '../actions/file.ts'
import type { ApiEnvironment } from './app.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

const unsupported = z.object({ is_supported: z.literal(false) })
const supported = z.object({
  is_supported: z.literal(true),
  min_amount: z.number().int().optional(),
  max_amount: z.number().int().optional(),
  max_file_size_bytes: z.number().int(),
  accepted_mime_types: z.array(z.string()),
})
const type = z.union([supported, unsupported])

const data = z.object({
  attachment_restrictions: z
    .object({
      total_size_bytes: z.number().int().optional(),
      types: z.object({ CV: type, COVER_LETTER: type, OTHER: type }),
    })
    .nullable(),
})

const actions = [
  'ats_create_candidate',
  'ats_create_application',
  'ats_add_application_attachment',
  'ats_add_candidate_attachment',
] as const

const route = createRoute({
  method: 'get',
  path: '/ats/actions/{action}',
  summary: 'Which files an action takes',
  request: { headers: integrationHeaders, params: z.object({ action: z.enum(actions) }) },
  responses: {
    200: {
      description: 'One CV, and no other file: iCIMS keeps one résumé of a person',
      content: { 'application/json': { schema: z.object({ status: z.literal('success'), data }) } },
    },
    ...errorResponses,
  },
})

/** `GET /ats/actions/{action}`. */
export function addAttachmentRestrictions(app: OpenAPIHono<ApiEnvironment>): void {
  app.openapi(route, async (context) => {
    await context.var.integration()
    const cv = { is_supported: true as const, max_amount: 1, max_file_size_bytes: maxFileSize }
    const none = { is_supported: false as const }
    const types = { CV: { ...cv, accepted_mime_types: [...cvTypes] }, COVER_LETTER: none, OTHER: none }
    return context.json({ status: 'success' as const, data: { attachment_restrictions: { types } } }, 200)
  })
}
