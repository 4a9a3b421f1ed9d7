import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnvironment } from './app.ts'
import { ApiError } from './errors.ts'
import { errorResponses, integrationHeaders } from './schemas.ts'

/** Actions of the unified API that are not among those of iCIMS, by the names they go by. */
const unavailable = [
  ['post', '/ats/applications/{application_id}/notes', 'ats_add_application_note'],
  ['post', '/ats/applications/{application_id}/reject', 'ats_reject_application'],
  ['post', '/ats/applications/{application_id}/interviews', 'ats_create_interview'],
  ['patch', '/ats/applications/{application_id}/interviews', 'ats_update_interview'],
  ['get', '/ats/applications/{application_id}/attachments', 'ats_get_application_attachments'],
  ['post', '/ats/candidates/{candidate_id}/result-links', 'ats_add_candidate_result_link'],
  ['post', '/ats/candidates/{candidate_id}/tags', 'ats_add_candidate_tag'],
  ['delete', '/ats/candidates/{candidate_id}/tags', 'ats_remove_candidate_tag'],
  ['post', '/ats/import-tracked-application', 'ats_import_tracked_application'],
] as const

/** Adds the routes of actions that iCIMS has not: they answer that, whatever is sent. */
export function addUnavailableActions(app: OpenAPIHono<ApiEnvironment>): void {
  for (const [method, path, action] of unavailable) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, z.string()] as const)
    app.openAPIRegistry.registerPath(
      createRoute({
        method,
        path,
        summary: `${action}: not available for iCIMS`,
        request: { headers: integrationHeaders, params: z.object(Object.fromEntries(names)) },
        responses: { ...errorResponses },
      }),
    )
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      await context.var.integration()
      throw new ApiError(
        'INTEGRATION.ACTION_NOT_AVAILABLE',
        `iCIMS has no ${action}. GET /v1/tools/ats lists what it has.`,
      )
    })
  }
}
